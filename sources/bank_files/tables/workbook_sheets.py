"""The sheets of workbooks of Excel, new and old, as tables.

Numbers and days are typed there; they are written as texts that can be read in one way only:
days as ISO has them, numbers with a point, and never with just three decimals.
"""

import datetime as dt
import io
import re
import struct
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import BinaryIO, TypeAlias
from xml.etree.ElementTree import ParseError

import openpyxl
import xlrd
from lxml import etree
from openpyxl.utils.exceptions import InvalidFileException

from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.tables.table import SheetTable
from sources.bank_files.xml_text import chunks

_SHEETS_MAX = 50
_SPAN_MAX = 20_000_000
"""Cells between the first and the last one, however few of them are filled."""
_CELLS_MAX = 5_000_000
_COLUMNS_MAX = 1_000
_BLANK_MAX = 20_000
"""Blank rows before one that is filled: a file of some bytes may tell of any number."""
_ROWS_MAX = 1 << 20
"""Rows that a sheet may have: blank ones at its end are passed over."""
_PLACE = re.compile(rb'<(?:\w+:)?c [^<>]*?\br="([A-Z]{1,4})(\d{1,9})"')
_OVERLAP = 256
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECIMALS = 8
_DOUBTFUL = 3
_BROKEN = (
    ArithmeticError, AssertionError, AttributeError, EOFError, InvalidFileException, LookupError,
    NotImplementedError, OSError, ParseError, RecursionError, TypeError, ValueError,
    etree.LxmlError, struct.error, xlrd.XLRDError, xlrd.compdoc.CompDocError, zipfile.BadZipFile,
)  # fmt: skip
"""What readers raise over damaged workbooks: they look before they leap no more than others."""

_Cell: TypeAlias = object


def sheets(file: BinaryIO) -> Iterator[SheetTable]:
    """Read the visible sheets of a workbook, one after the other.

    Raises:
        UnreadableFileError: it is damaged, needs a password, or is too large.
    """
    _check_size(file)
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles that it doesn't know
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            for sheet in book.worksheets[:_SHEETS_MAX]:
                if sheet.sheet_state == "visible":
                    sheet.reset_dimensions()  # what a file says of them is often wrong
                    rows = sheet.iter_rows(values_only=True)
                    yield SheetTable("xlsx", _texts(rows), sheet.title)
    except _BROKEN as error:
        raise _damaged(error) from error


def old_sheets(file: BinaryIO) -> Iterator[SheetTable]:
    """Read the visible sheets of a workbook of Excel 97 to 2003.

    Raises:
        UnreadableFileError: as `sheets`; new workbooks with a password look like old ones.
    """
    file.seek(0)
    content = file.read()
    if _ENCRYPTED in content:
        raise UnreadableFileError(Unreadable.LOCKED, "a workbook with a password")
    try:
        book = xlrd.open_workbook(file_contents=content, logfile=io.StringIO(), ragged_rows=True)
        for sheet in book.sheets()[:_SHEETS_MAX]:
            if sheet.visibility == 0:
                rows = (
                    [_old_cell(each, book.datemode) for each in sheet.row(place)]
                    for place in range(sheet.nrows)
                )
                yield SheetTable("xls", _texts(rows), sheet.name)
    except _BROKEN as error:
        if "encrypted" in str(error).lower():
            raise UnreadableFileError(Unreadable.LOCKED, "a workbook with a password") from error
        raise _damaged(error) from error


def _old_cell(cell: "xlrd.sheet.Cell", datemode: int) -> _Cell:
    if cell.ctype == xlrd.XL_CELL_DATE:
        if cell.value < 1:
            return dt.time(*xlrd.xldate_as_tuple(cell.value, datemode)[3:])
        return xlrd.xldate_as_datetime(cell.value, datemode)
    if cell.ctype in {xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR}:
        return None
    return cell.value


def _texts(rows: Iterable[Sequence[_Cell]]) -> Sequence[Sequence[str]]:
    """Write all cells as texts, all rows as wide as the widest one is filled; no blank end."""
    found: list[list[str]] = []
    width = blank = 0
    for row in rows:
        if len(row) > _COLUMNS_MAX:
            raise UnreadableFileError(Unreadable.BOMB, f"a row of {len(row)} cells")
        cells = [each if isinstance(each, str) else _text(each) for each in row]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            blank += 1
            _check_rows(blank, _ROWS_MAX)
            continue
        _check_rows(blank, _BLANK_MAX)
        found.extend([] for _ in range(blank))
        blank = 0
        found.append(cells)
        width = max(width, len(cells))
        if width * len(found) > _CELLS_MAX:
            raise UnreadableFileError(Unreadable.BOMB, f"over {_CELLS_MAX} cells")
    for cells in found:
        cells.extend([""] * (width - len(cells)))
    return found


def _check_rows(blank: int, most: int) -> None:
    if blank > most:
        raise UnreadableFileError(Unreadable.BOMB, f"over {most} blank rows")


def _damaged(error: Exception) -> UnreadableFileError:
    return UnreadableFileError(Unreadable.DAMAGED, f"workbook: {error}"[:300])


def _check_size(file: BinaryIO) -> None:
    """Refuse sheets that span more cells than memory should hold, however few are filled."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            for part in archive.infolist():
                if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
                    with archive.open(part) as sheet:
                        _check_span(sheet)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise _damaged(error) from error
    except RuntimeError as error:
        raise UnreadableFileError(Unreadable.LOCKED, "a workbook with a password") from error


def _check_span(sheet: object) -> None:
    rows = columns = 0
    tail = b""
    for chunk in chunks(sheet):  # type: ignore[arg-type]  # ZipExtFile reads as any file
        text = tail + chunk
        for letters, number in _PLACE.findall(text):
            rows, columns = max(rows, int(number)), max(columns, _column(letters))
        if columns > _COLUMNS_MAX or rows * columns > _SPAN_MAX:
            raise UnreadableFileError(Unreadable.BOMB, f"a sheet of {rows} x {columns} cells")
        tail = text[-_OVERLAP:]


def _column(letters: bytes) -> int:
    place = 0
    for each in letters:
        place = place * 26 + each - 64
    return place


def _text(cell: _Cell) -> str:
    """Write a typed cell; whole numbers are floats in old workbooks too."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return _number(cell)
    if isinstance(cell, dt.datetime):
        day = cell.replace(microsecond=0)
        return day.date().isoformat() if day.time() == dt.time.min else day.isoformat(sep=" ")
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell)


def _number(cell: float) -> str:
    """Write a float as it was typed: its shortest decimals, less the noise of formulas."""
    try:
        rounded = Decimal(repr(cell)).quantize(Decimal(1).scaleb(-_DECIMALS))
    except InvalidOperation:
        return str(cell)
    text = f"{rounded:f}".rstrip("0").rstrip(".")
    decimals = len(text.partition(".")[2])
    return f"{text}0" if decimals == _DOUBTFUL else text
