"""CODA, the statement of Belgian banks: records of 128 columns, versions 1 and 2.

A batch stands as its sum and, behind it, its payments: the sum is the line, the payments its
parts, so that nothing counts twice.
Source: Febelfin, Standards of electronic banking, CODA, version 2.6.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from ledger.errors import MoneyError
from ledger.money import Money
from ledger.statements import (
    SpoiledLine,
    StatementEnd,
    StatementHead,
    StatementLine,
    StatementPart,
)
from sources.bank_files.coda_movement import Movement, is_detail, read_amount, read_day
from sources.bank_files.code_pages import encoding_of_text, numbered_lines, raw_bytes, tidy
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.lone_ids import lone_ids, told
from sources.bank_files.xml_text import rewindable

_KNOWN_BY = re.compile(rb"(?:\xef\xbb\xbf)?0000[0 ]\d{6}[0-9 ]{3}05[D ]")
_PAGES = ("cp1252", "cp850")
_WIDTH = 128
_SHORTEST = {"1": 64, "21": 121, "8": 63}
"""Columns that a record can't do without."""
_RECORDS_MAX = 200_000
_OLD, _NEW = "1", "2"
_BELGIAN_NUMBER, _BELGIAN_IBAN = "0", "2"


def recognises_coda(head: bytes) -> bool:
    """Tell by the header's zeros, day and application."""
    return _KNOWN_BY.match(head) is not None


def read_coda(file: BinaryIO) -> Iterator[StatementPart]:
    """Read statements, one after the other; a first time for the bank's references.

    Raises:
        UnreadableFileError: cut off, wrongly encoded, of another version, or not in order.
    """
    whole = rewindable(file)
    encoding = encoding_of_text(whole, _PAGES)
    lone = lone_ids(_references(_records(numbered_lines(whole, encoding))))
    whole.seek(0)
    yield from _Reader(encoding, lone).read(_records(numbered_lines(whole, encoding)))


def _records(lines: Iterator[str]) -> Iterator[tuple[int, str]]:
    """Give records in full width, with the numbers of their lines."""
    for number, line in enumerate(lines, 1):
        bare = line.lstrip("\ufeff").rstrip("\x1a \n")
        if not bare:
            continue
        kind = bare[:2] if bare[0] in "23" else bare[0]
        if len(bare) < _SHORTEST.get(kind, 0):
            raise UnreadableFileError(Unreadable.TRUNCATED, f"line {number}: a record is cut off")
        yield number, bare.ljust(_WIDTH)


def _references(records: Iterator[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    account = ""
    for _, line in records:
        if line[0] == "1":
            account = line[5:42]
        elif line.startswith("21") and not is_detail(line) and line[10:31].strip():
            yield account, line[10:31].strip()


@dataclass(slots=True)
class _Reader:
    """Goes through records and tells statements."""

    encoding: str
    lone: dict[str, set[str]]
    is_old: bool = False
    bank: str | None = None
    account: str = ""
    """Its columns in the record."""
    currency: str | None = None
    """Of the open statement."""
    end: StatementEnd | None = None
    movement: Movement | None = None
    begun: int = 0
    """The line that a movement begins on."""
    told: int = 0
    last: str = ""

    def read(self, records: Iterator[tuple[int, str]]) -> Iterator[StatementPart]:
        for number, line in records:
            kind = line[0]
            self.last = kind
            if kind in "23":
                yield from self._moving(number, line)
            else:
                yield from self._flush()
                yield from self._outline(number, line)
        if self.last != "9":
            raise UnreadableFileError(Unreadable.TRUNCATED, "there is no record 9")
        if not self.told:
            raise UnreadableFileError(Unreadable.NO_STATEMENT, "no account")

    def _moving(self, number: int, line: str) -> Iterator[StatementPart]:
        if self.currency is None:
            message = f"line {number}: a movement outside of a statement"
            raise UnreadableFileError(Unreadable.DAMAGED, message)
        if line.startswith("21") and not (is_detail(line) and self.movement is not None):
            yield from self._flush()
            self.movement, self.begun = Movement.begin(line, is_old=self.is_old), number
            return
        movement = self.movement
        if movement is None:
            return
        if line.startswith("21"):
            movement.parts.append(Movement.begin(line, is_old=self.is_old))
        else:
            (movement.parts[-1] if movement.parts else movement).add(line)
        movement.raw.append(line)
        if len(movement.raw) > _RECORDS_MAX:
            raise UnreadableFileError(Unreadable.DAMAGED, f"line {self.begun}: no end of a batch")

    def _flush(self) -> Iterator[StatementPart]:
        movement, self.movement = self.movement, None
        if movement is None or self.currency is None:
            return
        raw = raw_bytes("\n".join(each.rstrip() for each in movement.raw), self.encoding)
        line: StatementLine | SpoiledLine
        try:
            line = movement.read(self.currency, self.lone.get(self.account, set()), raw)
        except (ValueError, MoneyError) as error:
            line = SpoiledLine(str(error), self.begun, raw)
        yield line

    def _outline(self, number: int, line: str) -> Iterator[StatementPart]:
        kind = line[0]
        if kind == "0":
            self._header(line)
        elif kind == "1":
            yield from self._close()
            yield self._head(line)
        elif kind == "8" and self.currency is not None:
            self.end = _closing(line, self.currency)
        elif kind == "9":
            yield from self._close()
        elif kind != "4":
            raise UnreadableFileError(Unreadable.DAMAGED, f"line {number}: no record here")

    def _header(self, line: str) -> None:
        version = line[127]
        if version not in {_OLD, _NEW}:
            raise UnreadableFileError(Unreadable.UNKNOWN, f"CODA of version {version!r}")
        self.is_old = version == _OLD
        self.bank = told(line[60:71])

    def _head(self, line: str) -> StatementHead:
        self.account = line[5:42]
        number, currency = _number_and_currency(line, is_old=self.is_old)
        self.currency, self.end = currency, StatementEnd()
        self.told += 1
        opening, opened_on = _balance(line[42], line[43:58], line[58:64], currency)
        return StatementHead(
            format="coda",
            account=number or None,
            currency=currency,
            opening=opening,
            opened_on=opened_on,
            number=told(line[125:128]) or told(line[2:5]),
            bank=self.bank,
            owner=told(tidy(line[64:90])),
        )

    def _close(self) -> Iterator[StatementPart]:
        if self.end is not None:
            yield self.end
        self.currency = self.end = None


def _number_and_currency(line: str, *, is_old: bool) -> tuple[str, str]:
    """Read whose statement it is, by the structure that the record tells."""
    structure = _BELGIAN_NUMBER if is_old else line[1]
    if structure == _BELGIAN_NUMBER:
        return line[5:17].strip(), line[18:21].strip() or "EUR"
    number = line[5:36] if structure == _BELGIAN_IBAN else line[5:39]
    return number.replace(" ", ""), line[39:42].strip() or "EUR"


def _closing(line: str, currency: str) -> StatementEnd:
    return StatementEnd(*_balance(line[41], line[42:57], line[57:63], currency))


def _balance(
    sign: str, digits: str, day: str, currency: str
) -> tuple[Money | None, dt.date | None]:
    """Read a balance; one that can't be read is not known, and so proves nothing."""
    try:
        return read_amount(sign, digits, currency), read_day(day)
    except (ValueError, MoneyError):
        return None, None
