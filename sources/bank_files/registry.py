"""The formats that are known: a new one is a module and a line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
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
from sources.bank_files.tables.shape import KnownShapes, nothing_known
from sources.bank_files.tables.table_file import read_table, recognises_table

PEEK = 65_536
"""How many bytes of a file decide what format it is."""


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
    _fixed("camt", recognises_camt, read_camt),
    _fixed("ofx", recognises_ofx, read_ofx),
    _fixed("1c", recognises_1c, read_1c),
    _fixed("mt940", recognises_mt940, read_mt940),
    _fixed("bai2", recognises_bai2, read_bai2),
    _fixed("coda", recognises_coda, read_coda),
    _fixed("csb43", recognises_csb43, read_csb43),
    _fixed("qif", recognises_qif, read_qif),
    Format("table", recognises_table, read_table),
)
"""Asked in this order; the first that recognises a file reads it. Tables are the last."""


def read_parts(file: BinaryIO, known: KnownShapes = nothing_known) -> Iterator[StatementPart]:
    """Read the statements of a file by the format that its content is of.

    Args:
        file: the file.
        known: gives what a person has said of a table's columns before, by their fingerprint.

    Raises:
        UnclearTableError: a table can be read in several ways; its guess says which.
        UnreadableFileError: no format knows it, or the one that does can't read it.
    """
    head = file.read(PEEK)
    if not head.strip():
        raise UnreadableFileError(Unreadable.EMPTY, "there is nothing in it")
    file.seek(0)
    for each in FORMATS:
        if each.recognises(head):
            yield from each.read(file, known)
            return
    raise UnreadableFileError(Unreadable.UNKNOWN, f"it begins {head[:20]!r}")
