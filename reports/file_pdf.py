"""A report as a PDF on paper of A4: the table, then its picture where it has one."""

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import matplotlib as mpl
from matplotlib.backends.backend_pdf import PdfPages

from ledger.money import Money
from reports.file_table import Cell, FileRow, FileTable, Formula, money_of
from reports.numbers import format_day, format_money
from reports.sheet import LIGHT, Bar, Label, Sheet, build_figure, shorten, text_width

# Whole letters instead of their outlines, so that the text can be searched and copied.
mpl.rcParams["pdf.fonttype"] = 42

_WIDTH: Final = 595
_HEIGHT: Final = 842
_MARGIN: Final = 48
_INNER: Final = _WIDTH - 2 * _MARGIN
_TITLE: Final = 16
_BODY: Final = 9
_LINE: Final = 17
_GAP: Final = 12
_INDENT: Final = 12
_LINES_MAX: Final = 3
_FIGURES_MAX: Final = _INNER * 3 // 5
"""What all columns but the first may take together."""


def write_pdf(table: FileTable, picture: Sheet | None = None) -> bytes:
    """Write the pages; the same table is the same bytes."""
    file = io.BytesIO()
    about = {"Title": table.title, "Creator": "Tilly", "CreationDate": None}
    with PdfPages(file, metadata=about) as pages:
        for sheet in (*lay_out_pages(table), *(() if picture is None else (picture,))):
            pages.savefig(build_figure(sheet))
    return file.getvalue()


def lay_out_pages(table: FileTable) -> Iterator[Sheet]:
    """Place the table on pages; each begins with the names of the columns."""
    widths = _widths(table)
    rows = [*table.rows, *(FileRow((each,)) for each in ("", *table.closing) if table.closing)]
    lines = [line for row in rows for line in _lines(row, widths)]
    first = (_HEIGHT - 2 * _MARGIN - 2 * _TITLE - _LINE) // _LINE
    place, number = 0, 0
    while place < len(lines) or not number:
        number += 1
        held = first if number == 1 else (_HEIGHT - 2 * _MARGIN - _LINE) // _LINE
        title = table.title if number == 1 else ""
        yield _page(title, table.columns, lines[place : place + held], widths, table.language)
        place += held


def _lines(row: FileRow, widths: Sequence[int]) -> Iterator[FileRow]:
    """Go on below with words that have no room in the first column."""
    first = row.cells[0]
    if not isinstance(first, str):
        yield row
        return
    width = _INNER if len(row.cells) == 1 else widths[0]
    begun, *others = _broken(first, width - (_INDENT if row.is_part else 0), is_bold=row.is_bold)
    yield replace(row, cells=(begun, *row.cells[1:]))
    for each in others:
        yield replace(row, cells=(each, *("" for _ in row.cells[1:])))


def _broken(text: str, width: int, *, is_bold: bool) -> list[str]:
    """Break text between words into a few lines; what the last one has no room for is cut."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        fits = text_width(longer, _BODY, is_bold=is_bold) <= width
        if fits or not lines[-1] or len(lines) == _LINES_MAX:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _page(
    title: str,
    columns: Sequence[str],
    rows: Sequence[FileRow],
    widths: Sequence[int],
    language: str,
) -> Sheet:
    y = _MARGIN
    labels: list[Label] = []
    if title:
        y += _TITLE
        text = shorten(title, _INNER, _TITLE, is_bold=True)
        labels.append(Label(text, _MARGIN, y, _TITLE, LIGHT.ink, is_bold=True))
        y += _TITLE
    y += _BODY
    if any(len(row.cells) > 1 for row in rows):
        labels += _labels(FileRow(tuple(columns)), widths, language, y, LIGHT.muted)
    rule = Bar(_MARGIN, y + 6, _INNER, 1, LIGHT.rule)
    for row in rows:
        y += _LINE
        labels += _labels(row, widths, language, y, LIGHT.ink)
    return Sheet(_WIDTH, _HEIGHT, LIGHT.background, tuple(labels), (rule,))


def _labels(
    row: FileRow, widths: Sequence[int], language: str, y: int, colour: str
) -> Iterator[Label]:
    """Write the first cell from the left, the others to the right ends of their columns."""
    whole = [_INNER] if len(row.cells) == 1 else widths
    end = _MARGIN
    for place, (cell, width) in enumerate(zip(row.cells, whole, strict=False)):
        end += width
        text = _shown(cell, language)
        if not text:
            continue
        indent = _INDENT if place == 0 and row.is_part else 0
        text = shorten(
            text, width - indent - (0 if place == 0 else _GAP), _BODY, is_bold=row.is_bold
        )
        x = _MARGIN + indent if place == 0 else end
        yield Label(text, x, y, _BODY, colour, is_bold=row.is_bold, is_right=place > 0)


def _widths(table: FileTable) -> list[int]:
    """Give the others what they need where it fits, else equal shares; the first has the rest."""
    wanted = []
    for place in range(1, len(table.columns)):
        texts = [
            table.columns[place],
            *(_shown(r.cells[place], table.language) for r in table.rows),
        ]
        wanted.append(max(int(text_width(each, _BODY, is_bold=True)) + _GAP + 1 for each in texts))
    if sum(wanted) > _FIGURES_MAX:
        figures = [any(money_of(row.cells[place]) is not None for row in table.rows)
                   for place in range(1, len(table.columns))]  # fmt: skip
        kept = sum(width for width, is_kept in zip(wanted, figures, strict=True) if is_kept)
        words = max(len(wanted) - sum(figures), 1)
        share = max((_FIGURES_MAX - kept) // words, _INNER // 12)
        wanted = [width if is_kept else min(width, share)
                  for width, is_kept in zip(wanted, figures, strict=True)]  # fmt: skip
    return [_INNER - sum(wanted), *wanted]


def _shown(cell: Cell, language: str) -> str:
    match cell:
        case Formula(value) | (Money() as value):
            return format_money(value, language, keeps_decimals=True)
        case dt.date():
            return format_day(cell, language)
        case str():
            return cell
        case None:
            return ""
