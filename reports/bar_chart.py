"""Pictures that are lists of amounts with bars: expenses, debts by age, margins, a waterfall."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ledger.money import Money
from reports.bar_picture import BarPart, BarPicture, Figure, Tone
from reports.page import BAR_THICKNESS, GAP, INNER, MARGIN, SMALL, Headline, Page, Row
from reports.sheet import LIGHT, Bar, Label, Sheet, Theme, shorten

_BEFORE_THICKNESS: Final = 6
_AFTER_NOTE: Final = 10
"""Keeps a note nearer to its own row than to the next one."""


def lay_out_bars(picture: BarPicture, language: str, theme: Theme = LIGHT) -> Sheet:
    """Place everything that it shows."""
    page = Page(theme, language)
    page.top(picture.title, picture.aside, picture.days)
    page.headline(picture.headline, picture.amount, has_plus=picture.has_plus)
    if picture.figures:
        page.figures([headline_of(theme, each) for each in picture.figures])
    else:
        page.y += 40
        page.rule()
    parts = [each for each in picture.parts if each.rows]
    for place, part in enumerate(parts):
        if place:
            page.y += 40
            page.rule()
        _write_part(page, part)
    if not parts:
        page.y += 48 + GAP
        page.body(picture.nothing)
    page.y += GAP
    page.other_currencies(picture.other_currencies, picture.others)
    return page.sheet()


def _write_part(page: Page, part: BarPart) -> None:
    page.y += 48
    page.head(part.head)
    scale = _Scale.of(part)
    has_note = False
    for row, start in zip(part.rows, _starts(part), strict=True):
        page.y += 46 + (_AFTER_NOTE if has_note else 0)
        has_note = bool(row.note)
        page.row(Row(row.name, row.amount, page.theme.ink))
        if part.has_bars:
            page.y += 20
            colour = _colour(page.theme, row.tone if row.amount else Tone.PLAIN)
            page.bars.append(_bar(page.y, BAR_THICKNESS, scale.span(start, row.amount), colour))
            if row.before:
                page.y += 14
                span = scale.span(0, row.before)
                page.bars.append(_bar(page.y, _BEFORE_THICKNESS, span, page.theme.muted))
        if row.note:
            page.y += 36
            note = shorten(row.note, INNER, SMALL)
            page.write(Label(note, MARGIN, page.y, SMALL, page.theme.muted))


def _starts(part: BarPart) -> Iterator[int]:
    """Give where each row's bar begins, in minor units."""
    reached = 0
    for row in part.rows:
        is_step = part.is_waterfall and not row.is_whole
        start = reached if is_step else 0
        yield start
        reached = start + row.amount.minor


@dataclass(frozen=True, slots=True)
class _Scale:
    """Minor units to pixels: the least value at the left, the greatest at the right."""

    least: int
    greatest: int

    @classmethod
    def of(cls, part: BarPart) -> "_Scale":
        ends = [0]
        for row, start in zip(part.rows, _starts(part), strict=True):
            ends.append(start + row.amount.minor)
            if row.before is not None:
                ends.append(row.before.minor)
        return cls(min(ends), max(ends))

    def span(self, start: int, amount: Money) -> tuple[int, int]:
        """Give where a bar begins, and how long it is; one of nought is a dot."""
        left, right = sorted((self._x(start), self._x(start + amount.minor)))
        return left, right - left

    def _x(self, minor: int) -> int:
        width = max(self.greatest - self.least, 1)
        return INNER * (minor - self.least) // width


def _bar(y: int, thickness: int, span: tuple[int, int], colour: str) -> Bar:
    left, width = span
    width = max(width, thickness)
    return Bar(MARGIN + min(left, INNER - width), y, width, thickness, colour)


def headline_of(theme: Theme, figure: Figure) -> Headline:
    """Give a figure the dot of its tone."""
    colour = None if figure.tone is Tone.PLAIN else _colour(theme, figure.tone)
    return Headline(figure.name, figure.amount, colour)


def _colour(theme: Theme, tone: Tone) -> str:
    colours = {Tone.GOOD: theme.incoming, Tone.BAD: theme.outgoing, Tone.PLAIN: theme.muted}
    return colours[tone]
