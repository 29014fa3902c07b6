"""Statements in files of tables: how these are known, and read."""

from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from ledger.statements import StatementPart
from sources.bank_files.tables.csv_text import dialect_of, open_csv
from sources.bank_files.tables.encoding import encoding_of_bytes
from sources.bank_files.tables.markup import open_markup
from sources.bank_files.tables.reader import read_tables
from sources.bank_files.tables.shape import KnownShapes
from sources.bank_files.tables.workbook import open_old_workbook, open_workbook

_LINES = 100
_NOT_TABLES = (b"%PDF", b"{", b"[", b"<", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04")
_WIDTH_MIN = 3
"""Cells of a row that make a table of a text: a day, an amount, what for."""


def recognises_table(head: bytes) -> bool:
    """Tell by rows of several cells; no format of its own begins so."""
    if head.lstrip().startswith(_NOT_TABLES):
        return False
    encoding = encoding_of_bytes(head)
    text = head.decode(encoding, "ignore")
    if "\0" in text:
        return False
    lines = list(islice((line for line in text.splitlines() if line.strip()), _LINES))
    dialect = dialect_of(lines)
    if dialect is None:
        return False
    cells = [dialect.split(line) for line in lines]
    return dialect.width >= _WIDTH_MIN and any(len(row) == dialect.width for row in cells)


def read_table(file: BinaryIO, known: KnownShapes) -> Iterator[StatementPart]:
    """Read the statements of a table, or of all tables that are in a file.

    Raises:
        UnclearTableError: one can be read in several ways.
        UnreadableFileError: it is no statement.
    """
    yield from read_tables([open_csv(file)], known)


def read_workbook(file: BinaryIO, known: KnownShapes) -> Iterator[StatementPart]:
    """Read the statements of a workbook's sheets.

    Raises:
        UnclearTableError: one can be read in several ways.
        UnreadableFileError: it is damaged, locked, or no statement.
    """
    yield from read_tables(open_workbook(file), known)


def read_old_workbook(file: BinaryIO, known: KnownShapes) -> Iterator[StatementPart]:
    """Read the statements of a workbook of Excel 97 to 2003; raises as `read_workbook`."""
    yield from read_tables(open_old_workbook(file), known)


def read_markup(file: BinaryIO, known: KnownShapes) -> Iterator[StatementPart]:
    """Read the statements of tables in a page or in Excel's XML; raises as `read_workbook`."""
    yield from read_tables(open_markup(file), known)
