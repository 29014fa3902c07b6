"""One picture that tells a day of cash, made for a phone."""

from collections.abc import Sequence
from typing import Final

from ledger.money import sum_money
from reports.day import CategoryDay, CurrencyDay, DayReport, TillDay
from reports.labels import DayLabels
from reports.numbers import format_day
from reports.page import BAR_THICKNESS, GAP, INNER, MARGIN, Headline, Page, Row
from reports.sheet import DARK, LIGHT, Bar, Sheet, Theme, draw_sheet

__all__ = ["DARK", "LIGHT", "Theme", "draw_day", "lay_out_day"]

_BAR_ROWS_MAX: Final = 8
_BAR_ROWS_IN_MAX: Final = 3
_TILL_ROWS_MAX: Final = 4


def draw_day(
    report: DayReport,
    labels: DayLabels,
    *,
    base_currency: str,
    language: str,
    theme: Theme = LIGHT,
) -> bytes:
    """Draw a day in the base currency as a PNG; other currencies get one line."""
    sheet = lay_out_day(
        report, labels, base_currency=base_currency, language=language, theme=theme
    )
    return draw_sheet(sheet)


def lay_out_day(
    report: DayReport,
    labels: DayLabels,
    *,
    base_currency: str,
    language: str,
    theme: Theme = LIGHT,
) -> Sheet:
    """Place everything that a day's picture shows."""
    day = report.currency(base_currency)
    page = Page(theme, language)
    page.top(labels.title, labels.operations, format_day(report.day, language))
    page.headline(labels.net, day.net, has_plus=True)
    page.figures(
        (
            Headline(labels.cash_in, day.cash_in, theme.incoming),
            Headline(labels.cash_out, day.cash_out, theme.outgoing),
            Headline(labels.in_tills, day.closing),
        )
    )
    _write_categories(page, day, labels)
    _write_tills(page, day, labels)
    others = [each.closing for each in report.currencies if each.currency != base_currency]
    page.other_currencies(labels.other_currencies, others)
    return page.sheet()


def _write_categories(page: Page, day: CurrencyDay, labels: DayLabels) -> None:
    rows = _category_rows(day, labels, page.theme)
    if not rows and day.moved:
        return
    page.y += 48
    if not rows:
        page.y += GAP
        page.body(labels.nothing_happened)
        page.y += GAP + 36
        page.rule()
        return
    page.head(labels.by_category)
    largest = max(abs(row.amount.minor) for row in rows)
    for row in rows:
        page.y += 46
        page.row(Row(row.name, row.amount, page.theme.ink))
        page.y += 20
        width = max(INNER * abs(row.amount.minor) // largest, BAR_THICKNESS)
        page.bars.append(Bar(MARGIN, page.y, width, BAR_THICKNESS, row.colour))
    page.y += 40
    page.rule()


def _category_rows(day: CurrencyDay, labels: DayLabels, theme: Theme) -> list[Row]:
    """Give the largest categories in, then out; the rest of each side makes one row.

    What went out has a minus: a colour alone tells nothing on a black and white print.
    """
    came = sorted((each for each in day.categories if each.cash_in), key=_by_cash_in)
    went = sorted((each for each in day.categories if each.cash_out), key=_by_cash_out)
    came_max = max(_BAR_ROWS_IN_MAX, _BAR_ROWS_MAX - len(went))
    rows_in = [Row(labels.name_category(c.category), c.cash_in, theme.incoming) for c in came]
    rows_out = [Row(labels.name_category(c.category), -c.cash_out, theme.outgoing) for c in went]
    shown_in = _merge_rest(rows_in, came_max, labels.other)
    return shown_in + _merge_rest(rows_out, _BAR_ROWS_MAX - len(shown_in), labels.other)


def _by_cash_in(day: CategoryDay) -> tuple[int, str]:
    return (-day.cash_in.minor, day.category or "")


def _by_cash_out(day: CategoryDay) -> tuple[int, str]:
    return (-day.cash_out.minor, day.category or "")


def _merge_rest(rows: Sequence[Row], rows_max: int, rest_name: str) -> list[Row]:
    if len(rows) <= rows_max:
        return list(rows)
    shown, rest = list(rows[: rows_max - 1]), rows[rows_max - 1 :]
    total = sum_money([row.amount for row in rest], rest[0].amount.currency)
    return [*shown, Row(f"{rest_name} ({len(rest)})", total, rest[0].colour)]


def _write_tills(page: Page, day: CurrencyDay, labels: DayLabels) -> None:
    if not day.tills:
        return
    page.y += 48
    page.head(labels.tills)
    tills = sorted(day.tills, key=_by_closing)
    rows = [Row(labels.name_till(t.till), t.closing, page.theme.ink) for t in tills]
    for row in _merge_rest(rows, _TILL_ROWS_MAX, labels.others):
        page.y += 46
        page.row(row)
    for moved in day.moved:
        page.y += 46
        name = labels.name_category(moved.category)
        page.row(Row(name, moved.net or moved.cash_in, page.theme.muted))
    page.y += GAP


def _by_closing(till: TillDay) -> tuple[int, str]:
    return (-abs(till.closing.minor), till.till)
