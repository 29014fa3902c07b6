"""A sheet of text and bars, laid out in pixels from the top left, drawn as a PNG."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.lines import Line2D
from matplotlib.transforms import Bbox, IdentityTransform

from reports.picture import encode_png

# Without hinting letters keep their own widths at any size and draw in three quarters of the
# time. Matplotlib has no setting for one figure, and nothing else here draws.
mpl.rcParams["text.hinting"] = "none"

PIXELS_PER_INCH: Final = 72
"""At this density a point is a pixel, so font sizes are pixels as well."""

_FAMILY: Final = "DejaVu Sans"
"""Comes with matplotlib and has Cyrillic, the hryvnia and the euro."""
_FONT_UNITS: Final = 100
_FIXED_POINT: Final = 65536
_SAFETY: Final = 1.01
"""The last letter may lean out of its own width by this much of a line."""
_DOT_LENGTH: Final = 0.1
"""A stroke of no length at all would not be drawn."""
_ELLIPSIS: Final = "…"
_END_OF_NAME: Final = 3
"""Of a name that is cut, one part in so many is its end."""
_NOTHING: Final = "—"


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a sheet."""

    background: str
    ink: str
    muted: str
    rule: str
    incoming: str
    outgoing: str


LIGHT: Final = Theme(
    background="#FFFFFF",
    ink="#1A1F26",
    muted="#68727D",
    rule="#E3E7EB",
    incoming="#0072B2",
    outgoing="#D55E00",
)
"""Dark on white; blue and vermilion of Okabe and Ito, told apart by every eye."""

DARK: Final = Theme(
    background="#14191F",
    ink="#F1F4F7",
    muted="#98A3AE",
    rule="#2C343D",
    incoming="#56B4E9",
    outgoing="#E69F00",
)
"""Light on black; sky blue and orange of Okabe and Ito."""


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text whose baseline starts, or ends, at a point."""

    text: str
    x: int
    y: int
    size: int
    colour: str
    is_bold: bool = False
    is_right: bool = False
    """Whether the text ends at the point instead of starting there."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A level stroke with round ends."""

    x: int
    y: int
    width: int
    thickness: int
    colour: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points: a column of a chart, an axis, a curve."""

    points: tuple[tuple[int, int], ...]
    thickness: int
    colour: str
    is_round: bool = False
    """Whether its ends and corners are round; a column ends where its value is."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything to be drawn, and how large the picture is."""

    width: int
    height: int
    background: str
    labels: tuple[Label, ...]
    bars: tuple[Bar, ...]
    strokes: tuple[Stroke, ...] = ()
    """Drawn in order, under everything else."""


def draw_sheet(sheet: Sheet) -> bytes:
    """Draw a sheet as a PNG; several threads may do so at once."""
    canvas = FigureCanvasAgg(build_figure(sheet))
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib leaves it without types
    pixels: memoryview = canvas.buffer_rgba()  # type: ignore[no-untyped-call]  # the same
    drawn: tuple[Label | Bar | Stroke, ...] = (*sheet.labels, *sheet.bars, *sheet.strokes)
    return encode_png(pixels, exact_colours={sheet.background, *(each.colour for each in drawn)})


def build_figure(sheet: Sheet) -> Figure:
    """Build the figure of a sheet: text and strokes in pixels, no axes to lay out."""
    figure = Figure(
        figsize=(sheet.width / PIXELS_PER_INCH, sheet.height / PIXELS_PER_INCH),
        dpi=PIXELS_PER_INCH,
        facecolor=sheet.background,
    )
    for stroke in sheet.strokes:
        figure.add_artist(_line(stroke, sheet.height))
    for bar in sheet.bars:
        figure.add_artist(_stroke(bar, sheet.height))
    for label in sheet.labels:
        figure.add_artist(Words(label, sheet.height))
    return figure


def text_width(text: str, size: int, *, is_bold: bool = False) -> float:
    """Estimate how wide a line is, a little too wide sooner than too narrow."""
    return sum(_advance(letter, is_bold=is_bold) for letter in text) * size * _SAFETY


def shorten(text: str, width: float, size: int, *, is_bold: bool = False) -> str:
    """Make text drawable on one line of a width, cut with an ellipsis where it must be."""
    clean = clean_line(text)
    if text_width(clean, size, is_bold=is_bold) <= width:
        return clean
    left = width - text_width(_ELLIPSIS, size, is_bold=is_bold)
    return _fitting(clean, left, size, is_bold=is_bold).rstrip() + _ELLIPSIS


def shorten_name(text: str, width: float, size: int) -> str:
    """Make a name drawable on one line of a width, cut in the middle where it must be.

    Names of firms and tills are often told apart by how they end.
    """
    clean = clean_line(text)
    if text_width(clean, size) <= width:
        return clean
    left = width - text_width(_ELLIPSIS, size)
    end = _fitting(reversed(clean), left / _END_OF_NAME, size)[::-1]
    while end and unicodedata.category(end[0]).startswith("M"):
        end = end[1:]  # An accent whose letter is cut off.
    begun = _fitting(clean, left - text_width(end, size), size)
    return f"{begun.rstrip()}{_ELLIPSIS}{end.lstrip()}"


def _fitting(letters: Iterable[str], width: float, size: int, *, is_bold: bool = False) -> str:
    """Take as many letters as a width has room for."""
    kept = ""
    for letter in letters:
        width -= _advance(letter, is_bold=is_bold) * size * _SAFETY
        if width < 0:
            break
        kept += letter
    return kept


def clean_line(text: str) -> str:
    """Put text on one line, without control marks and letters the font cannot draw.

    One accent a letter is kept: piles of them would reach into the lines around.
    """
    kept: list[str] = []
    is_after_accent = True
    for letter in unicodedata.normalize("NFC", text):
        is_accent = unicodedata.category(letter).startswith("M")
        if letter.isspace() or _is_drawable(letter):
            if not (is_accent and is_after_accent):
                kept.append(letter)
            is_after_accent = is_accent or letter.isspace()
    return " ".join("".join(kept).split()) or _NOTHING


def _is_drawable(letter: str) -> bool:
    return not unicodedata.category(letter).startswith("C") and _has_glyph(letter)


def _stroke(bar: Bar, height: int) -> Line2D:
    radius = bar.thickness / 2
    y = height - bar.y
    return Line2D(
        [bar.x + radius, bar.x + max(bar.width - radius, radius + _DOT_LENGTH)],
        [y, y],
        linewidth=bar.thickness,
        color=bar.colour,
        solid_capstyle="round",
        snap=False,
        transform=IdentityTransform(),
    )


def _line(stroke: Stroke, height: int) -> Line2D:
    return Line2D(
        [x for x, _ in stroke.points],
        [height - y for _, y in stroke.points],
        linewidth=stroke.thickness,
        color=stroke.colour,
        solid_capstyle="round" if stroke.is_round else "butt",
        solid_joinstyle="round",
        snap=False,
        transform=IdentityTransform(),
    )


class Words(Artist):
    """A line of text at a fixed point: cheaper than matplotlib's own, which measures it first.

    The text is drawn as it is; dollar signs and backslashes mean nothing.
    """

    def __init__(self, label: Label, sheet_height: int) -> None:
        super().__init__()
        self.label = label
        self._font = _font(label.size, is_bold=label.is_bold)
        self._sheet_height = sheet_height

    def get_window_extent(self, renderer: RendererBase | None = None) -> Bbox:
        """Measure the box of the text, in pixels from the bottom left."""
        if renderer is None:
            message = "text cannot be measured without a renderer"
            raise TypeError(message)
        width, height, descent = renderer.get_text_width_height_descent(
            self.label.text, self._font, ismath=False
        )
        left = self.label.x - (width if self.label.is_right else 0)
        return Bbox.from_bounds(left, self._sheet_height - self.label.y - descent, width, height)

    def draw(self, renderer: RendererBase) -> None:
        """Draw the text."""
        x: float = self.label.x
        if self.label.is_right:
            x = self.get_window_extent(renderer).x0
        context = renderer.new_gc()
        context.set_foreground(self.label.colour)
        # A renderer of paper counts from the bottom.
        y = self.label.y if renderer.flipy() else self._sheet_height - self.label.y
        renderer.draw_text(context, x, y, self.label.text, self._font, 0)
        context.restore()


@lru_cache(maxsize=64)
def _font(size: int, *, is_bold: bool) -> FontProperties:
    return FontProperties(family=_FAMILY, weight="bold" if is_bold else "normal", size=size)


@lru_cache(maxsize=4096)
def _advance(letter: str, *, is_bold: bool) -> float:
    font = _face(is_bold=is_bold)
    font.set_size(_FONT_UNITS, PIXELS_PER_INCH)
    glyph = font.load_char(ord(letter), flags=LoadFlags.NO_HINTING)
    return glyph.linearHoriAdvance / _FIXED_POINT / _FONT_UNITS


@lru_cache(maxsize=4096)
def _has_glyph(letter: str) -> bool:
    return all(_face(is_bold=is_bold).get_char_index(ord(letter)) for is_bold in (False, True))


def _face(*, is_bold: bool) -> FT2Font:
    return get_font(findfont(_font(_FONT_UNITS, is_bold=is_bold)))
