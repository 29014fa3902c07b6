"""The picture of a month against its plan: sales and what they leave, added up by day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ledger.money import Money
from reports.axes import Scale, level_line, write_ends
from reports.bar_chart import headline_of
from reports.labels import PlanLabels
from reports.numbers import format_days, format_short
from reports.page import GAP, INNER, MARGIN, SMALL, Page
from reports.plan_path import PlanPath, plan_figures
from reports.sheet import LIGHT, Label, Sheet, Stroke, Theme, shorten

_SALES_HEIGHT: Final = 300
_LEFT_HEIGHT: Final = 150
_THICK, _THIN, _DOT = 7, 4, 18
_SAMPLE: Final = 44
_SAMPLE_GAP: Final = 14

_Points = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A path from the month's beginning, by day."""

    name: str
    amounts: tuple[Money, ...]
    colour: str
    is_dashed: bool = False
    first_day: int = 0
    """Where it begins: 0 is before the first day."""


@dataclass(frozen=True, slots=True)
class _Chart:
    """What has been made, with the thin lines beside it."""

    head: str
    told: str
    """What stands at the right of the head."""
    height: int
    made: _Line
    beside: tuple[_Line, ...]


def lay_out_plan(
    path: PlanPath, labels: PlanLabels, language: str, *, theme: Theme = LIGHT
) -> Sheet:
    """Place everything that it shows."""
    page = Page(theme, language)
    page.top(labels.title, labels.day_of, format_days(path.month, language))
    page.headline(labels.sales, path.sold)
    figures = plan_figures(path, labels)
    if figures:
        page.figures([headline_of(theme, each) for each in figures])
    else:
        page.y += 40
        page.rule()
    if path.planned is None:
        page.y += 48
        page.body(labels.no_plan)
        page.y += 24
        page.rule()
        if not path.days and not path.usual:
            return page.sheet()
    _write_chart(page, path, _sales_chart(path, labels, theme))
    page.y += 24
    page.rule()
    _write_chart(page, path, _left_chart(path, labels, language, theme))
    page.y += 40
    write_ends(page, path.month.first, path.month.last)
    page.y += GAP
    page.other_currencies(labels.other_currencies, path.others)
    return page.sheet()


def _sales_chart(path: PlanPath, labels: PlanLabels, theme: Theme) -> _Chart:
    zero = Money.zero(path.currency)
    made = _Line("", (zero, *path.sales), theme.incoming)
    beside = [
        _Line(labels.planned, (zero, *path.planned_sales), theme.muted),
        _Line(labels.usual, (zero, *path.usual), theme.muted, is_dashed=True),
    ]
    if path.days and path.a_day is not None and path.planned is not None:
        ends = _evenly(path.sold, path.planned, path.days_left)
        first_day = len(path.days)
        beside.append(
            _Line(labels.to_reach, ends, theme.outgoing, is_dashed=True, first_day=first_day)
        )
    shown = tuple(each for each in beside if len(each.amounts) > 1)
    return _Chart(labels.added_up, labels.highest, _SALES_HEIGHT, made, shown)


def _left_chart(path: PlanPath, labels: PlanLabels, language: str, theme: Theme) -> _Chart:
    zero = Money.zero(path.currency)
    made = _Line("", (zero, *path.left), theme.ink)
    planned = _Line(labels.planned, (zero, *path.planned_left), theme.muted)
    beside = (planned,) if path.planned_left else ()
    told = format_short(path.kept, language, has_sign=True)
    return _Chart(labels.left, told, _LEFT_HEIGHT, made, beside)


def _write_chart(page: Page, path: PlanPath, chart: _Chart) -> None:
    minors = [each.minor for line in (*chart.beside, chart.made) for each in line.amounts]
    least = min(minors)
    page.y += 48
    page.pair(chart.head, chart.told, size=SMALL)
    if chart.beside:
        page.y += 44
        _write_legend(page, chart.beside)
    page.y += 28
    scale = Scale(page.y, chart.height, least, max(*minors, least + 1))
    page.strokes.append(level_line(scale.y(0), page.theme.rule))
    for line in chart.beside:
        points = _points(line, scale, path.month.count)
        for piece in _dashes(points) if line.is_dashed else (points,):
            page.strokes.append(Stroke(piece, _THIN, line.colour, is_round=True))
    points = _points(chart.made, scale, path.month.count)
    if len(points) > 1:
        page.strokes.append(Stroke(points, _THICK, chart.made.colour, is_round=True))
        x, y = points[-1]
        page.strokes.append(Stroke(((x, y), (x + 1, y)), _DOT, chart.made.colour, is_round=True))
    page.y += chart.height


def _write_legend(page: Page, lines: Sequence[_Line]) -> None:
    """Name the thin lines, each beside a piece of it."""
    column = (INNER - 2 * GAP) // 3
    for place, line in enumerate(lines):
        x = MARGIN + place * (column + GAP)
        y = page.y - SMALL // 3
        middle = x + _SAMPLE // 2
        points = ((x, y), (middle, y), (x + _SAMPLE, y))
        for piece in _dashes(points) if line.is_dashed else (points,):
            page.strokes.append(Stroke(piece, _THIN, line.colour, is_round=True))
        left = x + _SAMPLE + _SAMPLE_GAP
        name = shorten(line.name, column - _SAMPLE - _SAMPLE_GAP, SMALL)
        page.write(Label(name, left, page.y, SMALL, page.theme.muted))


def _points(line: _Line, scale: Scale, day_count: int) -> _Points:
    return tuple(
        (MARGIN + INNER * day // day_count, scale.y(amount.minor))
        for day, amount in enumerate(line.amounts, start=line.first_day)
    )


def _dashes(points: _Points) -> Iterator[_Points]:
    """Draw the first half of each piece."""
    for (x, y), (next_x, next_y) in pairwise(points):
        yield (x, y), ((x + next_x) // 2, (y + next_y) // 2)


def _evenly(start: Money, end: Money, days: int) -> tuple[Money, ...]:
    """Lead from one sum to another in equal steps."""
    way = (end - start).minor
    return tuple(
        Money(start.minor + way * place // days, start.currency) for place in range(days + 1)
    )
