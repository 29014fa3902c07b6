"""Workbooks of Excel, new and old: their sheets as tables.

Numbers and days are typed there; they are written as texts that can be read in one way only:
days as ISO has them, numbers with a point, and never with just three decimals.
"""

import datetime as dt
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import BinaryIO, TypeAlias

import python_calamine as calamine

from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.tables.table import Row
from sources.bank_files.xml_text import chunks

OLD_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins: an old workbook, or an encrypted new one."""
WORKBOOK_PART = "xl/workbook.xml"

_SHEETS_MAX = 50
_CELLS_MAX = 20_000_000
_COLUMNS_MAX = 1_000
_PLACE = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,4})(\d{1,9})"')
_OVERLAP = 256
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECIMALS = 8
_DOUBTFUL = 3

_Cell: TypeAlias = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


@dataclass(frozen=True, slots=True)
class WorkbookTable:
    """A sheet of a workbook."""

    sheet: calamine.CalamineSheet
    format: str
    name: str
    encoding: str = "utf-8"

    def rows(self) -> Iterator[Row]:
        """Give all rows."""
        for row in self.sheet.iter_rows():
            cells = [each if isinstance(each, str) else _text(each) for each in row]
            yield cells, "\t".join(cells)


def open_workbook(file: BinaryIO, format_name: str) -> Sequence[WorkbookTable]:
    """Open a workbook's visible sheets.

    Raises:
        UnreadableFileError: it is damaged, needs a password, or is too large.
    """
    if format_name == "xlsx":
        _check_size(file)
    file.seek(0)
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(file)
        return [
            WorkbookTable(workbook.get_sheet_by_name(each.name), format_name, each.name)
            for each in workbook.sheets_metadata[:_SHEETS_MAX]
            if each.typ is calamine.SheetTypeEnum.WorkSheet
            and each.visible is calamine.SheetVisibleEnum.Visible
        ]
    except calamine.PasswordError as error:
        raise UnreadableFileError(Unreadable.LOCKED, "a workbook with a password") from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise _damaged(error) from error
    except BaseException as error:
        # The reader is written in Rust; when it gives up, that is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise _damaged(error) from error


def recognises_old_workbook(head: bytes) -> bool:
    """Tell by the mark of compound files."""
    return head.startswith(OLD_MARK)


def open_old_workbook(file: BinaryIO) -> Sequence[WorkbookTable]:
    """Open a workbook of Excel 97 to 2003.

    Raises:
        UnreadableFileError: as `open_workbook`; new workbooks with a password look like old ones.
    """
    file.seek(0)
    if any(_ENCRYPTED in chunk for chunk in chunks(file)):
        raise UnreadableFileError(Unreadable.LOCKED, "a workbook with a password")
    return open_workbook(file, "xls")


def _damaged(error: BaseException) -> UnreadableFileError:
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
        if columns > _COLUMNS_MAX or rows * columns > _CELLS_MAX:
            raise UnreadableFileError(Unreadable.BOMB, f"a sheet of {rows} x {columns} cells")
        tail = text[-_OVERLAP:]


def _column(letters: bytes) -> int:
    place = 0
    for each in letters:
        place = place * 26 + each - 64
    return place


def _text(cell: _Cell) -> str:
    """Write a typed cell; whole numbers are floats in workbooks too."""
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, int):
        return str(cell)
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
    exact = Decimal(repr(cell))
    if not exact.is_finite():
        return str(cell)
    rounded = exact.quantize(Decimal(1).scaleb(-_DECIMALS)) if abs(exact) < 10**15 else exact
    text = f"{rounded:f}".rstrip("0").rstrip(".") if "." in f"{rounded:f}" else f"{rounded:f}"
    decimals = len(text.partition(".")[2])
    return f"{text}0" if decimals == _DOUBTFUL else text or "0"
