"""The two forms of the day's report on the command line: a table and JSON."""

from typing import TypeAlias

from reports.day import CategoryDay, CurrencyDay, DayReport
from reports.labels import DayLabels
from reports.numbers import format_money

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | None"

_LANGUAGE = "en"


def day_as_table(report: DayReport, labels: DayLabels) -> str:
    """Write a day as lines of text."""
    lines = [f"{labels.title}, {report.day.isoformat()}, {labels.operations}"]
    for each in report.currencies:
        lines += ["", *_currency_lines(each, labels)]
    if not report.currencies:
        lines.append(labels.nothing_happened)
    return "\n".join(lines)


def day_as_json(report: DayReport) -> Json:
    """Give a day in the stable form of --json: amounts in minor units."""
    return {
        "day": report.day.isoformat(),
        "currencies": [_currency_json(each) for each in report.currencies],
    }


def _currency_lines(day: CurrencyDay, labels: DayLabels) -> list[str]:
    rows = [
        (labels.opening, day.opening),
        (labels.cash_in, day.cash_in),
        (labels.cash_out, -day.cash_out),
        (labels.net, day.net),
        *((f"  {labels.name_category(each.category)}", each.net) for each in day.categories),
        *(
            (f"  {labels.moved}: {labels.name_category(each.category)}", each.net)
            for each in day.moved
        ),
        (labels.closing, day.closing),
        *((f"  {labels.name_till(each.till)}", each.closing) for each in day.tills),
    ]
    amounts = [format_money(money, _LANGUAGE, keeps_decimals=True) for _, money in rows]
    left = max(len(name) for name, _ in rows)
    right = max(len(amount) for amount in amounts)
    return [
        day.currency,
        *(
            f"{name:<{left}}  {amount:>{right}}"
            for (name, _), amount in zip(rows, amounts, strict=True)
        ),
    ]


def _currency_json(day: CurrencyDay) -> Json:
    return {
        "currency": day.currency,
        "operation_count": day.operation_count,
        "opening_minor": day.opening.minor,
        "cash_in_minor": day.cash_in.minor,
        "cash_out_minor": day.cash_out.minor,
        "net_minor": day.net.minor,
        "closing_minor": day.closing.minor,
        "tills": [
            {
                "till": each.till,
                "opening_minor": each.opening.minor,
                "cash_in_minor": each.cash_in.minor,
                "cash_out_minor": each.cash_out.minor,
                "moved_in_minor": each.moved_in.minor,
                "moved_out_minor": each.moved_out.minor,
                "closing_minor": each.closing.minor,
            }
            for each in day.tills
        ],
        "categories": [_category_json(each) for each in day.categories],
        "moved": [_category_json(each) for each in day.moved],
    }


def _category_json(day: CategoryDay) -> Json:
    return {
        "category": day.category,
        "cash_in_minor": day.cash_in.minor,
        "cash_out_minor": day.cash_out.minor,
        "operation_count": day.operation_count,
    }
