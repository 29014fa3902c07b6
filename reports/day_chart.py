"""One picture that tells a day of cash, made for a phone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ledger.money import Money, sum_money
from reports.day import CategoryDay, CurrencyDay, DayReport, TillDay
from reports.labels import DayLabels
from reports.numbers import format_day, format_money, format_short
from reports.sheet import DARK, LIGHT, Bar, Label, Sheet, Theme, draw_sheet, shorten, text_width

__all__ = ["DARK", "LIGHT", "Theme", "draw_day", "lay_out_day"]

WIDTH: Final = 900
_MARGIN: Final = 54
_INNER: Final = WIDTH - 2 * _MARGIN
_GAP: Final = 28
_SMALL: Final = 25
_BODY: Final = 28
_HEAD: Final = 40
_RESULT: Final = 92
_BAR_THICKNESS: Final = 14
_DOT: Final = 16
_DOT_GAP: Final = 12
_STROKE_RULE: Final = 2
_BAR_ROWS_MAX: Final = 8
_BAR_ROWS_IN_MAX: Final = 3
_TILL_ROWS_MAX: Final = 4
_PAIR_RIGHT_MAX: Final = _INNER * 3 // 5 - _GAP
_DOT_BETWEEN: Final = " · "
_SIZE_STEP: Final = 2
_SIZE_MIN: Final = 22


@dataclass(frozen=True, slots=True)
class _Row:
    """A name with an amount and, in the chart of categories, a bar."""

    name: str
    amount: Money
    colour: str


@dataclass(slots=True)
class _Page:
    """What has been put on the sheet so far, from the top down."""

    theme: Theme
    language: str
    y: int = _MARGIN
    labels: list[Label] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)

    def write(self, label: Label) -> None:
        """Add a line of text."""
        self.labels.append(label)

    def rule(self) -> None:
        """Close a part with a thin line."""
        self.bars.append(Bar(_MARGIN, self.y, _INNER, _STROKE_RULE, self.theme.rule))


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
    page = _Page(theme, language)
    _write_top(page, report, labels)
    _write_result(page, day, labels)
    _write_categories(page, day, labels)
    _write_tills(page, day, labels)
    _write_other_currencies(page, report, labels, base_currency)
    return Sheet(
        width=WIDTH,
        height=page.y + _MARGIN - _GAP,
        background=theme.background,
        labels=tuple(page.labels),
        bars=tuple(page.bars),
    )


def _write_top(page: _Page, report: DayReport, labels: DayLabels) -> None:
    page.y += _SMALL
    _write_pair(page, labels.title, labels.operations, size=_SMALL)
    page.y += _HEAD + 14
    date = shorten(format_day(report.day, page.language), _INNER, _HEAD, is_bold=True)
    page.write(Label(date, _MARGIN, page.y, _HEAD, page.theme.ink, is_bold=True))


def _write_result(page: _Page, day: CurrencyDay, labels: DayLabels) -> None:
    page.y += 68
    head = shorten(labels.net, _INNER, _SMALL)
    page.write(Label(head, _MARGIN, page.y, _SMALL, page.theme.muted))
    page.y += _RESULT + 4
    text, size = _fit(page, day.net, _INNER, _RESULT, has_plus=True)
    page.write(Label(text, _MARGIN, page.y, size, page.theme.ink, is_bold=True))
    page.y += 60
    column = (_INNER - 2 * _GAP) // 3
    figures = (
        (labels.cash_in, day.cash_in, page.theme.incoming),
        (labels.cash_out, day.cash_out, page.theme.outgoing),
        (labels.in_tills, day.closing, None),
    )
    for place, (name, amount, colour) in enumerate(figures):
        _write_figure(page, _MARGIN + place * (column + _GAP), column, (name, amount, colour))
    page.y += 50 + 40
    page.rule()


def _write_figure(page: _Page, x: int, width: int, figure: tuple[str, Money, str | None]) -> None:
    name, amount, colour = figure
    indent = 0
    if colour is not None:
        indent = _DOT + _DOT_GAP
        page.bars.append(Bar(x, page.y - _SMALL // 3 - 1, _DOT, _DOT, colour))
    head = shorten(name, width - indent, _SMALL)
    page.write(Label(head, x + indent, page.y, _SMALL, page.theme.muted))
    text, size = _fit(page, amount, width, _HEAD)
    page.write(Label(text, x, page.y + 50, size, page.theme.ink, is_bold=True))


def _write_categories(page: _Page, day: CurrencyDay, labels: DayLabels) -> None:
    rows = _category_rows(day, labels, page.theme)
    if not rows and day.moved:
        return
    page.y += 48
    if not rows:
        page.y += _GAP
        text = shorten(labels.nothing_happened, _INNER, _BODY)
        page.write(Label(text, _MARGIN, page.y, _BODY, page.theme.muted))
        page.y += _GAP + 36
        page.rule()
        return
    _write_head(page, labels.by_category)
    largest = max(row.amount.minor for row in rows)
    for row in rows:
        page.y += 46
        _write_row(page, _Row(row.name, row.amount, page.theme.ink))
        page.y += 20
        width = max(_INNER * row.amount.minor // largest, _BAR_THICKNESS)
        page.bars.append(Bar(_MARGIN, page.y, width, _BAR_THICKNESS, row.colour))
    page.y += 40
    page.rule()


def _category_rows(day: CurrencyDay, labels: DayLabels, theme: Theme) -> list[_Row]:
    """Give the largest categories in, then out; the rest of each side makes one row."""
    came = sorted((each for each in day.categories if each.cash_in), key=_by_cash_in)
    went = sorted((each for each in day.categories if each.cash_out), key=_by_cash_out)
    came_max = max(_BAR_ROWS_IN_MAX, _BAR_ROWS_MAX - len(went))
    rows_in = [_Row(labels.name_category(c.category), c.cash_in, theme.incoming) for c in came]
    rows_out = [_Row(labels.name_category(c.category), c.cash_out, theme.outgoing) for c in went]
    shown_in = _merge_rest(rows_in, came_max, labels)
    return shown_in + _merge_rest(rows_out, _BAR_ROWS_MAX - len(shown_in), labels)


def _by_cash_in(day: CategoryDay) -> tuple[int, str]:
    return (-day.cash_in.minor, day.category or "")


def _by_cash_out(day: CategoryDay) -> tuple[int, str]:
    return (-day.cash_out.minor, day.category or "")


def _merge_rest(rows: Sequence[_Row], rows_max: int, labels: DayLabels) -> list[_Row]:
    if len(rows) <= rows_max:
        return list(rows)
    shown, rest = list(rows[: rows_max - 1]), rows[rows_max - 1 :]
    total = sum_money([row.amount for row in rest], rest[0].amount.currency)
    return [*shown, _Row(f"{labels.other} ({len(rest)})", total, rest[0].colour)]


def _write_tills(page: _Page, day: CurrencyDay, labels: DayLabels) -> None:
    if not day.tills:
        return
    page.y += 48
    _write_head(page, labels.tills)
    tills = sorted(day.tills, key=_by_closing)
    rows = [_Row(labels.name_till(t.till), t.closing, page.theme.ink) for t in tills]
    for row in _merge_rest(rows, _TILL_ROWS_MAX, labels):
        page.y += 46
        _write_row(page, row)
    for moved in day.moved:
        page.y += 46
        name = labels.name_category(moved.category)
        _write_row(page, _Row(name, moved.net or moved.cash_in, page.theme.muted))
    page.y += _GAP


def _by_closing(till: TillDay) -> tuple[int, str]:
    return (-abs(till.closing.minor), till.till)


def _write_other_currencies(
    page: _Page, report: DayReport, labels: DayLabels, base_currency: str
) -> None:
    others = [day.closing for day in report.currencies if day.currency != base_currency]
    if not others:
        return
    page.y += 16
    page.rule()
    page.y += 48
    _write_pair(page, labels.other_currencies, _list_amounts(others, page.language), size=_SMALL)
    page.y += _GAP


def _list_amounts(amounts: Sequence[Money], language: str) -> str:
    """Write amounts on one line: in full, else shortened, else only the first ones of them."""
    full = _DOT_BETWEEN.join(format_money(amount, language) for amount in amounts)
    if text_width(full, _SMALL) <= _PAIR_RIGHT_MAX:
        return full
    parts = [format_short(amount, language, has_sign=True) for amount in amounts]
    short = _DOT_BETWEEN.join(parts)
    while len(parts) > 1 and text_width(short, _SMALL) > _PAIR_RIGHT_MAX:
        parts.pop()
        short = _DOT_BETWEEN.join((*parts, "…"))
    return short


def _write_head(page: _Page, text: str) -> None:
    page.write(Label(shorten(text, _INNER, _SMALL), _MARGIN, page.y, _SMALL, page.theme.muted))


def _write_row(page: _Page, row: _Row) -> None:
    text, size = _fit(page, row.amount, _INNER // 2, _BODY)
    width = _INNER - text_width(text, size, is_bold=True) - _GAP
    name = shorten(row.name, width, _BODY)
    page.write(Label(name, _MARGIN, page.y, _BODY, row.colour))
    right = WIDTH - _MARGIN
    page.write(Label(text, right, page.y, size, row.colour, is_bold=True, is_right=True))


def _write_pair(page: _Page, left: str, right: str, *, size: int) -> None:
    """Write two muted texts on one line; the left one has at least two fifths of it."""
    right_text = shorten(right, _PAIR_RIGHT_MAX, size)
    left_text = shorten(left, _INNER - text_width(right_text, size) - _GAP, size)
    colour = page.theme.muted
    page.write(Label(left_text, _MARGIN, page.y, size, colour))
    page.write(Label(right_text, WIDTH - _MARGIN, page.y, size, colour, is_right=True))


def _fit(
    page: _Page, money: Money, width: int, size: int, *, has_plus: bool = False
) -> tuple[str, int]:
    """Write an amount in full, smaller where it must be, and shortened where nothing else fits."""
    text = format_money(money, page.language, has_plus=has_plus)
    size_min = max(_SIZE_MIN, size * 2 // 3)
    fitting = _largest_size(text, width, size, size_min)
    if fitting is None:
        text = format_short(money, page.language, has_sign=True, has_plus=has_plus)
        fitting = _largest_size(text, width, size, size_min)
    return text, fitting or size_min


def _largest_size(text: str, width: int, size: int, size_min: int) -> int | None:
    for candidate in range(size, size_min - 1, -_SIZE_STEP):
        if text_width(text, candidate, is_bold=True) <= width:
            return candidate
    return None
