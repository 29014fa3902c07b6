"""Which of a bank's references stand for one entry only: known before the first is told.

ISO 20022 calls `AcctSvcrRef` unambiguous, yet banks put one on every entry of a batch, or count
`NtryRef` from 1 in each statement. So a file is looked through once, by bytes, for those that
stand once in a statement. What is spelled otherwise than banks do (UTF-16, attributes, character
references) is not found here and then is no identifier: the safe side.
"""

import re
from dataclasses import dataclass, field
from typing import BinaryIO, TypeAlias

from sources.bank_files.xml_text import chunks

Lone: TypeAlias = frozenset[bytes] | set[bytes]
"""References of a statement, as UTF-8, that one entry alone has."""

_PREFIX = re.compile(rb"<((?:[\w.-]+:)?)BkToCstmr(Stmt|AcctRpt|DbtCdtNtfctn)")
_STATEMENTS = {b"Stmt": b"Stmt", b"AcctRpt": b"Rpt", b"DbtCdtNtfctn": b"Ntfctn"}
_HELD_MAX = 1 << 23
_COUNTER_DIGITS = 6
_NONE = frozenset({b"NONREF", b"NOTPROVIDED", b"NOREF", b"N/A", b"-"})


def may_identify(reference: bytes) -> bool:
    """Leave out what says that there is none, and numbers that count a statement's entries."""
    if reference.isdigit() and len(reference.lstrip(b"0")) < _COUNTER_DIGITS:
        return False
    return bool(reference) and reference.upper() not in _NONE


@dataclass(slots=True)
class _Found:
    """The references of a statement: those met, and those met again."""

    met: set[bytes] = field(default_factory=set)
    again: set[bytes] = field(default_factory=set)

    def add(self, reference: bytes) -> None:
        if reference in self.met:
            self.again.add(reference)
        else:
            self.met.add(reference)

    def lone(self) -> Lone:
        self.met -= self.again
        return self.met


def lone_references(file: BinaryIO) -> list[Lone]:
    """Look through a file from where it stands; one set a statement, in order."""
    statements: list[Lone] = []
    found = _Found()
    held = b""
    spelled: _Spelling | None = None
    for chunk in chunks(file):
        held += chunk
        if spelled is None:
            prefix = _PREFIX.search(held)
            spelled = None if prefix is None else _Spelling(prefix[1], prefix[2])
        if spelled is None or len(held) > _HELD_MAX:
            return []
        *pieces, held = held.split(spelled.entry)
        for piece in pieces:
            found = _look(piece, spelled, found, statements)
    if spelled is not None:
        found = _look(held, spelled, found, statements)
    return statements


class _Spelling:
    """The tags as a file spells them, with its namespace prefix."""

    __slots__ = ("closing", "details", "entry", "names")

    def __init__(self, prefix: bytes, message: bytes) -> None:
        self.entry = b"<" + prefix + b"Ntry>"
        self.details = b"<" + prefix + b"NtryDtls"
        self.names = tuple(b"<" + prefix + name for name in (b"AcctSvcrRef>", b"NtryRef>"))
        self.closing = b"</" + prefix + _STATEMENTS[message] + b">"


def _look(piece: bytes, spelled: _Spelling, found: _Found, statements: list[Lone]) -> _Found:
    """Take an entry's own references, and begin anew where statements end behind it."""
    details = piece.find(spelled.details)
    end = details if details >= 0 else len(piece)
    for name in spelled.names:
        start = piece.find(name, 0, end)
        if start >= 0:
            start += len(name)
            reference = piece[start : piece.find(b"<", start)].strip()
            if may_identify(reference):
                found.add(reference)
    if spelled.closing in piece:
        for _ in range(piece.count(spelled.closing)):
            statements.append(found.lone())
            found = _Found()
    return found
