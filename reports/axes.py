"""What charts over days have in common: the scale, the level line, the days at both ends."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from reports.numbers import format_day_short
from reports.page import INNER, MARGIN, SMALL, WIDTH, Page
from reports.sheet import Label, Stroke

_AXIS_THICKNESS: Final = 2


@dataclass(frozen=True, slots=True)
class Scale:
    """Minor units to pixels down from the top of a chart."""

    top: int
    height: int
    least: int
    greatest: int

    def y(self, minor: int) -> int:
        """Give where a value is; where all are one, in the middle."""
        if self.greatest == self.least:
            return self.top + self.height // 2
        return self.top + self.height * (self.greatest - minor) // (self.greatest - self.least)


def level_line(y: int, colour: str) -> Stroke:
    """Draw a thin line from side to side."""
    return Stroke(((MARGIN, y), (MARGIN + INNER, y)), _AXIS_THICKNESS, colour)


def write_ends(page: Page, first: dt.date, last: dt.date) -> None:
    """Name the first day and the last one under a chart."""
    colour, language = page.theme.muted, page.language
    page.write(Label(format_day_short(first, language), MARGIN, page.y, SMALL, colour))
    if last != first:
        text = format_day_short(last, language)
        page.write(Label(text, WIDTH - MARGIN, page.y, SMALL, colour, is_right=True))
