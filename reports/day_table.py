"""A day of cash as a table for a terminal and as JSON."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final, TypedDict

from ledger.money import Money
from reports.day import CategoryDay, CurrencyDay, DayReport, TillDay
from reports.labels import DayLabels
from reports.numbers import format_day, format_money

_GAP: Final = "  "
_NAME_MAX: Final = 40
_WIDE: Final = frozenset({"W", "F"})


class MoneyJson(TypedDict):
    """An amount in major units, written out in full."""

    amount: str
    currency: str


class CategoryJson(TypedDict):
    """A category's turnover."""

    category: str | None
    cash_in: MoneyJson
    cash_out: MoneyJson
    net: MoneyJson
    operation_count: int


class TillJson(TypedDict):
    """A till's day."""

    till: str
    opening: MoneyJson
    cash_in: MoneyJson
    cash_out: MoneyJson
    moved_in: MoneyJson
    moved_out: MoneyJson
    closing: MoneyJson


class CurrencyJson(TypedDict):
    """The day in one currency."""

    currency: str
    opening: MoneyJson
    cash_in: MoneyJson
    cash_out: MoneyJson
    net: MoneyJson
    closing: MoneyJson
    operation_count: int
    tills: list[TillJson]
    categories: list[CategoryJson]
    moved: list[CategoryJson]


class DayJson(TypedDict):
    """A day in every currency; the shape is kept from version to version."""

    day: str
    currencies: list[CurrencyJson]


def day_to_table(report: DayReport, labels: DayLabels, *, language: str) -> str:
    """Write a day as aligned plain text."""
    parts = [f"{labels.title}, {format_day(report.day, language)}"]
    parts += [_currency_part(day, labels, language) for day in report.currencies]
    if not any(day.operation_count for day in report.currencies):
        parts.append(labels.nothing_happened)
    return "\n\n".join(parts) + "\n"


def day_to_json(report: DayReport) -> DayJson:
    """Give a day as plain values for JSON."""
    return DayJson(
        day=report.day.isoformat(),
        currencies=[_currency_json(day) for day in report.currencies],
    )


def _currency_part(day: CurrencyDay, labels: DayLabels, language: str) -> str:
    tables = [_till_table(day, labels, language)]
    for head, categories in ((labels.category, day.categories), (labels.moved, day.moved)):
        if categories:
            rows = [
                [
                    labels.name_category(each.category),
                    *_written((each.cash_in, each.cash_out), language),
                ]
                for each in categories
            ]
            tables.append(aligned([[head, labels.cash_in, labels.cash_out], *rows]))
    result = aligned([[labels.net, *_written([day.net], language)]])
    return "\n\n".join((f"{day.currency}  {result}", *tables))


def _till_table(day: CurrencyDay, labels: DayLabels, language: str) -> str:
    head = (labels.opening, labels.cash_in, labels.cash_out, labels.moved, labels.closing)
    rows = [[labels.till, *head]]
    for till in day.tills:
        amounts = (till.opening, till.cash_in, till.cash_out, _moved(till), till.closing)
        rows.append([labels.name_till(till.till), *_written(amounts, language)])
    moved = day.closing - day.opening - day.net
    total = (day.opening, day.cash_in, day.cash_out, moved, day.closing)
    rows.append([labels.total, *_written(total, language)])
    return aligned(rows)


def _written(amounts: Iterable[Money], language: str) -> list[str]:
    return [format_money(amount, language, keeps_decimals=True) for amount in amounts]


def _moved(till: TillDay) -> Money:
    return till.moved_in - till.moved_out


def aligned(rows: Sequence[Sequence[str]], *, name_max: int = _NAME_MAX) -> str:
    """Line up columns: names to the left, amounts to the right."""
    clean = [[_cut(row[0], name_max), *row[1:]] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*clean, strict=True)]
    return "\n".join(
        _GAP.join(
            _pad(cell, width, is_right=place > 0)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in clean
    )


def _cut(text: str, width_max: int) -> str:
    line = " ".join(text.split())
    kept = "".join(letter for letter in line if unicodedata.category(letter)[0] != "C")
    if _width(kept) <= width_max:
        return kept
    while _width(kept) >= width_max:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _pad(text: str, width: int, *, is_right: bool) -> str:
    spaces = " " * (width - _width(text))
    return f"{spaces}{text}" if is_right else f"{text}{spaces}"


def _width(text: str) -> int:
    """Count the columns a terminal gives a text."""
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in _WIDE)
        for letter in text
    )


def money_json(money: Money) -> MoneyJson:
    """Give an amount as plain values for JSON."""
    return MoneyJson(amount=f"{money.to_decimal():f}", currency=money.currency)


def _currency_json(day: CurrencyDay) -> CurrencyJson:
    return CurrencyJson(
        currency=day.currency,
        opening=money_json(day.opening),
        cash_in=money_json(day.cash_in),
        cash_out=money_json(day.cash_out),
        net=money_json(day.net),
        closing=money_json(day.closing),
        operation_count=day.operation_count,
        tills=[_till_json(till) for till in day.tills],
        categories=[_category_json(category) for category in day.categories],
        moved=[_category_json(category) for category in day.moved],
    )


def _till_json(till: TillDay) -> TillJson:
    return TillJson(
        till=till.till,
        opening=money_json(till.opening),
        cash_in=money_json(till.cash_in),
        cash_out=money_json(till.cash_out),
        moved_in=money_json(till.moved_in),
        moved_out=money_json(till.moved_out),
        closing=money_json(till.closing),
    )


def _category_json(category: CategoryDay) -> CategoryJson:
    return CategoryJson(
        category=category.category,
        cash_in=money_json(category.cash_in),
        cash_out=money_json(category.cash_out),
        net=money_json(category.net),
        operation_count=category.operation_count,
    )
