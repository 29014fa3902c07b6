"""The picture of money in and out by day, with what was on hand."""

from collections.abc import Sequence
from typing import Final

from ledger.money import Money
from reports.axes import Scale, level_line, write_ends
from reports.cash_flow import CashFlow, FlowStep
from reports.labels import FlowLabels
from reports.numbers import format_days, format_short
from reports.page import GAP, INNER, MARGIN, SMALL, Headline, Page
from reports.sheet import LIGHT, Sheet, Stroke, Theme

_CURVE_HEIGHT: Final = 170
_COLUMNS_HEIGHT: Final = 300
_CURVE_THICKNESS: Final = 6
_COLUMN_MAX: Final = 64


def lay_out_flow(
    flow: CashFlow,
    labels: FlowLabels,
    language: str,
    *,
    others: Sequence[Money] = (),
    theme: Theme = LIGHT,
) -> Sheet:
    """Place everything that it shows."""
    page = Page(theme, language)
    page.top(labels.title, "", format_days(flow.days, language))
    page.headline(labels.change, flow.money_in - flow.money_out, has_plus=True)
    page.figures(
        (
            Headline(labels.money_in, flow.money_in, theme.incoming),
            Headline(labels.money_out, flow.money_out, theme.outgoing),
            Headline(labels.on_hand, flow.after),
        )
    )
    columns = flow.columns
    _write_curve(page, columns, labels)
    if flow.money_in or flow.money_out:
        _write_columns(page, columns, labels)
    else:
        page.y += 48 + GAP
        page.body(labels.nothing)
        page.y += GAP
    page.other_currencies(labels.other_currencies, others)
    return page.sheet()


def _write_curve(page: Page, columns: Sequence[FlowStep], labels: FlowLabels) -> None:
    held = [each.after.minor for each in columns]
    least, greatest = min(held), max(held)
    page.y += 48
    ends = [format_short(Money(minor, columns[0].after.currency), page.language, has_sign=True)
            for minor in (least, greatest)]  # fmt: skip
    page.pair(labels.curve, " – ".join(dict.fromkeys(ends)), size=SMALL)
    page.y += 24
    scale = Scale(page.y, _CURVE_HEIGHT, least, greatest)
    if least < 0 < greatest:
        page.strokes.append(level_line(scale.y(0), page.theme.rule))
    points = [(x, scale.y(minor)) for x, minor in zip(_middles(len(held)), held, strict=True)]
    if len(points) == 1:
        points = [(MARGIN, points[0][1]), (MARGIN + INNER, points[0][1])]
    page.strokes.append(Stroke(tuple(points), _CURVE_THICKNESS, page.theme.ink, is_round=True))
    page.y += _CURVE_HEIGHT + 24
    page.rule()


def _write_columns(page: Page, columns: Sequence[FlowStep], labels: FlowLabels) -> None:
    highest = max(each.money_in.minor for each in columns)
    lowest = max(each.money_out.minor for each in columns)
    page.y += 48
    page.pair(labels.columns, labels.highest, size=SMALL)
    page.y += 24
    scale = Scale(page.y, _COLUMNS_HEIGHT, min(-lowest, 0), max(highest, 0))
    thickness = min(max(INNER // len(columns) * 7 // 10, 4), _COLUMN_MAX)
    for x, each in zip(_middles(len(columns)), columns, strict=True):
        sides = ((each.money_in.minor, page.theme.incoming),
                 (-each.money_out.minor, page.theme.outgoing))  # fmt: skip
        for minor, colour in sides:
            if minor:
                points = ((x, scale.y(0)), (x, scale.y(minor)))
                page.strokes.append(Stroke(points, thickness, colour))
    page.strokes.append(level_line(scale.y(0), page.theme.muted))
    page.y += _COLUMNS_HEIGHT + 40
    write_ends(page, columns[0].days.first, columns[-1].days.last)
    page.y += GAP


def _middles(count: int) -> list[int]:
    """Give the middle of each of so many columns."""
    return [MARGIN + (2 * place + 1) * INNER // (2 * count) for place in range(count)]
