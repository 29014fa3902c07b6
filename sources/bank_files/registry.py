"""The formats that are known: a new one is a module and a line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

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

PEEK = 65_536
"""How many bytes of a file decide what format it is."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how it is known, and how it is read."""

    name: str
    recognises: Callable[[bytes], bool]
    """Tells by the first `PEEK` bytes of a file."""
    read: Callable[[BinaryIO], Iterator[StatementPart]]
    """Reads on from the beginning, in little memory.

    Raises:
        UnreadableFileError: while reading; what was yielded before then doesn't count either.
    """


FORMATS: tuple[Format, ...] = (
    Format("camt", recognises_camt, read_camt),
    Format("ofx", recognises_ofx, read_ofx),
    Format("1c", recognises_1c, read_1c),
    Format("mt940", recognises_mt940, read_mt940),
    Format("bai2", recognises_bai2, read_bai2),
    Format("coda", recognises_coda, read_coda),
    Format("csb43", recognises_csb43, read_csb43),
    Format("qif", recognises_qif, read_qif),
)
"""Asked in this order; the first that recognises a file reads it."""


def read_parts(file: BinaryIO) -> Iterator[StatementPart]:
    """Read the statements of a file by the format that its content is of.

    Raises:
        UnreadableFileError: no format knows it, or the one that does can't read it.
    """
    head = file.read(PEEK)
    if not head.strip():
        raise UnreadableFileError(Unreadable.EMPTY, "there is nothing in it")
    file.seek(0)
    for each in FORMATS:
        if each.recognises(head):
            yield from each.read(file)
            return
    raise UnreadableFileError(Unreadable.UNKNOWN, f"it begins {head[:20]!r}")
