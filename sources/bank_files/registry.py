"""The formats that are known: a new one is a module and a line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from os import SEEK_END
from typing import BinaryIO, TypeAlias

from ledger.statements import StatementPart
from sources.bank_files.bai2 import read_bai2, recognises_bai2
from sources.bank_files.camt import read_camt, recognises_camt
from sources.bank_files.coda import read_coda, recognises_coda
from sources.bank_files.csb43 import read_csb43, recognises_csb43
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.mt940 import read_mt940, recognises_mt940
from sources.bank_files.ofx import read_ofx, recognises_ofx
from sources.bank_files.one_c import read_1c, recognises_1c
from sources.bank_files.qif import read_qif, recognises_qif
from sources.bank_files.tables.markup import recognises_markup
from sources.bank_files.tables.shape import KnownShapes, nothing_known
from sources.bank_files.tables.table_file import (
    read_markup,
    read_old_workbook,
    read_table,
    read_workbook,
    recognises_table,
)
from sources.bank_files.tables.workbook import recognises_old_workbook
from sources.bank_files.xml_text import rewindable
from sources.bank_files.zip_file import check_workbook, is_workbook, read_zip, recognises_zip

PEEK = 65_536
"""How many bytes of a file decide what format it is."""
BYTES_MAX = 1 << 28
"""What a file may have, packed or not: a quarter of a gigabyte are two million lines."""
_DEPTH_MAX = 1


Read: TypeAlias = Callable[[BinaryIO, KnownShapes], Iterator[StatementPart]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how it is known, and how it is read."""

    name: str
    recognises: Callable[[bytes], bool]
    """Tells by the first `PEEK` bytes of a file."""
    read: Read
    """Reads on from the beginning, in little memory, by what is known of tables.

    Raises:
        UnreadableFileError: while reading; what was yielded before then doesn't count either.
    """


def _fixed(
    name: str,
    recognises: Callable[[bytes], bool],
    read: Callable[[BinaryIO], Iterator[StatementPart]],
) -> Format:
    """Make a format in which there is nothing to be known beforehand."""
    return Format(name, recognises, lambda file, _known: read(file))


FORMATS: tuple[Format, ...] = (
    Format("zip", recognises_zip, lambda file, known: _read_packed(file, known, depth=0)),
    Format("xls", recognises_old_workbook, read_old_workbook),
    _fixed("camt", recognises_camt, read_camt),
    _fixed("ofx", recognises_ofx, read_ofx),
    _fixed("1c", recognises_1c, read_1c),
    _fixed("mt940", recognises_mt940, read_mt940),
    _fixed("bai2", recognises_bai2, read_bai2),
    _fixed("coda", recognises_coda, read_coda),
    _fixed("csb43", recognises_csb43, read_csb43),
    Format("qif", recognises_qif, read_qif),
    Format("markup", recognises_markup, read_markup),
    Format("table", recognises_table, read_table),
)
"""Asked in this order; the first that recognises a file reads it.

Packed ones are the first, as what is in them may stand there in plain letters; tables the last.
"""


def read_parts(file: BinaryIO, known: KnownShapes = nothing_known) -> Iterator[StatementPart]:
    """Read the statements of a file by the format that its content is of.

    Args:
        file: the file.
        known: gives what a person has said of a table's columns before, by their fingerprint.

    Raises:
        UnclearTableError: a table can be read in several ways; its guess says which.
        UnreadableFileError: no format knows it, or the one that does can't read it.
    """
    head = _head_of(file)
    yield from _format_of(head).read(file, known)


def is_known(content: bytes) -> bool:
    """Tell whether a file is of a format that is read here, whatever it is called."""
    return any(each.recognises(content[:PEEK]) for each in FORMATS)


def _head_of(file: BinaryIO) -> bytes:
    head = file.read(PEEK)
    if not head.strip():
        raise UnreadableFileError(Unreadable.EMPTY, "there is nothing in it")
    size = file.seek(0, SEEK_END)
    if size > BYTES_MAX:
        raise UnreadableFileError(Unreadable.TOO_LARGE, f"{size} bytes")
    file.seek(0)
    return head


def _format_of(head: bytes) -> Format:
    for each in FORMATS:
        if each.recognises(head):
            return each
    raise UnreadableFileError(Unreadable.UNKNOWN, f"it begins {head[:20]!r}")


def _read_packed(file: BinaryIO, known: KnownShapes, *, depth: int) -> Iterator[StatementPart]:
    """Read a workbook, or each file of an archive; an archive may hold archives, but not deep."""
    whole = rewindable(file)
    if is_workbook(whole):
        check_workbook(whole)
        yield from read_workbook(whole, known)
        return
    if depth > _DEPTH_MAX:
        raise UnreadableFileError(Unreadable.BOMB, "archives in archives in archives")

    def read_each(packed: BinaryIO) -> Iterator[StatementPart]:
        head = _head_of(packed)
        if recognises_zip(head):
            return _read_packed(packed, known, depth=depth + 1)
        return _format_of(head).read(packed, known)

    yield from read_zip(whole, read_each)
