"""A page of a picture for a phone, written from the top down: one look for all pictures."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ledger.money import Money
from reports.numbers import begin_line, format_money, format_short
from reports.sheet import (
    Bar,
    Label,
    Sheet,
    Stroke,
    Theme,
    clean_line,
    shorten,
    shorten_name,
    text_width,
)

WIDTH: Final = 900
MARGIN: Final = 54
INNER: Final = WIDTH - 2 * MARGIN
GAP: Final = 28
SMALL: Final = 25
BODY: Final = 28
HEAD: Final = 40
RESULT: Final = 92
BAR_THICKNESS: Final = 14
_DOT: Final = 16
_DOT_GAP: Final = 12
_STROKE_RULE: Final = 2
_PAIR_RIGHT_MAX: Final = INNER * 3 // 5 - GAP
_DOT_BETWEEN: Final = " · "
_SIZE_STEP: Final = 2
_SIZE_MIN: Final = 22


@dataclass(frozen=True, slots=True)
class Row:
    """A name with an amount."""

    name: str
    amount: Money
    colour: str


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure under the headline; one with a colour gets a dot of it."""

    name: str
    amount: Money
    colour: str | None = None


@dataclass(slots=True)
class Page:
    """What has been put on the sheet so far, from the top down."""

    theme: Theme
    language: str
    y: int = MARGIN
    labels: list[Label] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)

    def write(self, label: Label) -> None:
        """Add a line of text."""
        self.labels.append(label)

    def rule(self) -> None:
        """Close a part with a thin line."""
        self.bars.append(Bar(MARGIN, self.y, INNER, _STROKE_RULE, self.theme.rule))

    def top(self, title: str, aside: str, date: str) -> None:
        """Say what this is, and of which days."""
        self.y += SMALL
        self.pair(title, aside, size=SMALL)
        self.y += HEAD + 14
        shown = shorten(begin_line(date), INNER, HEAD, is_bold=True)
        self.write(Label(shown, MARGIN, self.y, HEAD, self.theme.ink, is_bold=True))

    def headline(self, name: str, amount: Money, *, has_plus: bool = False) -> None:
        """Write the one figure that matters most."""
        self.y += 68
        self.head(name)
        self.y += RESULT + 4
        text, size = self.fit(amount, INNER, RESULT, has_plus=has_plus)
        self.write(Label(text, MARGIN, self.y, size, self.theme.ink, is_bold=True))

    def figures(self, figures: Sequence[Headline]) -> None:
        """Write up to three figures side by side, and close the part."""
        self.y += 60
        column = (INNER - 2 * GAP) // 3
        names = min(_name_size(figure, column) for figure in figures)
        amounts = min(self.fit(figure.amount, column, HEAD)[1] for figure in figures)
        for place, figure in enumerate(figures):
            self._figure(MARGIN + place * (column + GAP), column, figure, (names, amounts))
        self.y += 50 + 40
        self.rule()

    def head(self, text: str) -> None:
        """Write the head of a part."""
        self.write(Label(shorten(text, INNER, SMALL), MARGIN, self.y, SMALL, self.theme.muted))

    def body(self, text: str) -> None:
        """Write a muted line."""
        self.write(Label(shorten(text, INNER, BODY), MARGIN, self.y, BODY, self.theme.muted))

    def row(self, row: Row) -> None:
        """Write a name with its amount at the right."""
        text, size = self.fit(row.amount, INNER // 2, BODY)
        width = INNER - text_width(text, size, is_bold=True) - GAP
        name = shorten_name(row.name, width, BODY)
        self.write(Label(name, MARGIN, self.y, BODY, row.colour))
        right = WIDTH - MARGIN
        self.write(Label(text, right, self.y, size, row.colour, is_bold=True, is_right=True))

    def pair(self, left: str, right: str, *, size: int) -> None:
        """Write two muted texts on one line; the left one has at least two fifths of it."""
        colour = self.theme.muted
        if not right:
            self.write(Label(shorten(left, INNER, size), MARGIN, self.y, size, colour))
            return
        right_text = shorten(right, _PAIR_RIGHT_MAX, size)
        left_text = shorten(left, INNER - text_width(right_text, size) - GAP, size)
        self.write(Label(left_text, MARGIN, self.y, size, colour))
        self.write(Label(right_text, WIDTH - MARGIN, self.y, size, colour, is_right=True))

    def other_currencies(self, head: str, amounts: Sequence[Money]) -> None:
        """Give amounts in other currencies one line; nothing where there are none."""
        if not amounts:
            return
        self.y += 16
        self.rule()
        self.y += 48
        self.pair(head, self._list(amounts), size=SMALL)
        self.y += GAP

    def fit(
        self, money: Money, width: int, size: int, *, has_plus: bool = False
    ) -> tuple[str, int]:
        """Write an amount in full, smaller where it must be, shortened where nothing else fits."""
        text = format_money(money, self.language, has_plus=has_plus)
        size_min = max(_SIZE_MIN, size * 2 // 3)
        fitting = _largest_size(text, width, size, size_min)
        if fitting is None:
            text = format_short(money, self.language, has_sign=True, has_plus=has_plus)
            fitting = _largest_size(text, width, size, size_min)
        return text, fitting or size_min

    def sheet(self) -> Sheet:
        """Give the whole of it; the page ends after its last part."""
        return Sheet(
            width=WIDTH,
            height=self.y + MARGIN - GAP,
            background=self.theme.background,
            labels=tuple(self.labels),
            bars=tuple(self.bars),
            strokes=tuple(self.strokes),
        )

    def _figure(self, x: int, width: int, figure: Headline, sizes: tuple[int, int]) -> None:
        """Write a name over its amount, each as large as those beside it."""
        name_size, amount_size = sizes
        indent = _indent(figure)
        if figure.colour is not None:
            self.bars.append(Bar(x, self.y - SMALL // 3 - 1, _DOT, _DOT, figure.colour))
        head = shorten(figure.name, width - indent, name_size)
        self.write(Label(head, x + indent, self.y, name_size, self.theme.muted))
        text, _ = self.fit(figure.amount, width, HEAD)
        self.write(Label(text, x, self.y + 50, amount_size, self.theme.ink, is_bold=True))

    def _list(self, amounts: Sequence[Money]) -> str:
        """Write amounts on one line: in full, else shortened, else only the first ones of them."""
        full = _DOT_BETWEEN.join(format_money(amount, self.language) for amount in amounts)
        if text_width(full, SMALL) <= _PAIR_RIGHT_MAX:
            return full
        parts = [format_short(amount, self.language, has_sign=True) for amount in amounts]
        short = _DOT_BETWEEN.join(parts)
        while len(parts) > 1 and text_width(short, SMALL) > _PAIR_RIGHT_MAX:
            parts.pop()
            short = _DOT_BETWEEN.join((*parts, "…"))
        return short


def _indent(figure: Headline) -> int:
    return 0 if figure.colour is None else _DOT + _DOT_GAP


def _name_size(figure: Headline, width: int) -> int:
    name = clean_line(figure.name)
    fitting = _largest_size(name, width - _indent(figure), SMALL, _SIZE_MIN, is_bold=False)
    return fitting or _SIZE_MIN


def _largest_size(
    text: str, width: int, size: int, size_min: int, *, is_bold: bool = True
) -> int | None:
    for candidate in range(size, size_min - 1, -_SIZE_STEP):
        if text_width(text, candidate, is_bold=is_bold) <= width:
            return candidate
    return None
