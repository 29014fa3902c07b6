"""Cuaderno 43 (CSB43, AEB43, Norma 43), the statement of Spanish banks, in 80 columns.

Record 11 begins an account, 22 is a movement, 23 says what it is for, 24 tells an amount in
another currency, 33 closes the account, 88 the file. An account is the bank's four digits, the
branch's four and ten of its own, as they stand. Nothing in it identifies a movement for good.
Source: AEB, Serie normas y procedimientos bancarios, 43, June 2012.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import BinaryIO

from ledger.currencies import UNTOLD
from ledger.errors import MoneyError
from ledger.money import Money
from ledger.statements import (
    SpoiledLine,
    StatementEnd,
    StatementHead,
    StatementLine,
    StatementPart,
)
from sources.bank_files.code_pages import encoding_of_text, numbered_lines, raw_bytes, tidy
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.lone_ids import told
from sources.bank_files.numeric_currencies import CURRENCY_OF_NUMBER
from sources.bank_files.xml_text import rewindable

_KNOWN_BY = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*11\d{18}\d{12}[12]\d{14}\d{3}[^\r\n]*[\r\n]+(?:22|23|24|33|88)"
)
_PAGES = ("cp1252", "cp850")
_WIDTH = 80
_SHORTEST = {"11": 50, "22": 42, "33": 73}
"""Columns that a record can't do without."""
_RECORDS_MAX = 1_000
_CENTS = -2
_CENTURY_FROM = 80
_DEBIT, _CREDIT = "1", "2"
_SCHEMES = ("CORE", "COR1", "B2B ")
"""What a record 23 begins with that tells of a SEPA direct debit."""


def recognises_csb43(head: bytes) -> bool:
    """Tell by an account's record, in its columns, and the next one."""
    return _KNOWN_BY.match(head) is not None


def read_csb43(file: BinaryIO) -> Iterator[StatementPart]:
    """Read statements, one after the other.

    Raises:
        UnreadableFileError: cut off, wrongly encoded, or not in order.
    """
    whole = rewindable(file)
    encoding = encoding_of_text(whole, _PAGES)
    yield from _Reader(encoding).read(numbered_lines(whole, encoding))


@dataclass(slots=True)
class _Movement:
    """A record 22, and the texts of its records 23 by their numbers."""

    first: str
    number: int
    texts: dict[str, str] = field(default_factory=dict)
    raw: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    """Goes through records and tells statements."""

    encoding: str
    currency: str | None = None
    """Of the open account."""
    end: StatementEnd | None = None
    movement: _Movement | None = None
    told: int = 0
    last: str = ""

    def read(self, lines: Iterator[str]) -> Iterator[StatementPart]:
        for number, line in enumerate(lines, 1):
            bare = line.lstrip("\ufeff").rstrip("\x1a ")
            if not bare:
                continue
            self.last = bare[:2]
            if len(bare) < _SHORTEST.get(self.last, 0):
                message = f"line {number}: a record is cut off"
                raise UnreadableFileError(Unreadable.TRUNCATED, message)
            yield from self._record(number, bare.ljust(_WIDTH))
        if self.last not in {"33", "88"}:
            raise UnreadableFileError(Unreadable.TRUNCATED, "the last account has no end")
        yield from self._close()

    def _record(self, number: int, line: str) -> Iterator[StatementPart]:
        kind = line[:2]
        if kind in {"23", "24"}:
            self._continue(kind, line)
            return
        yield from self._flush()
        if kind == "11":
            yield from self._close()
            yield self._head(line)
        elif kind == "22" and self.end is not None:
            self.movement = _Movement(line, number, raw=[line])
        elif kind == "33" and self.end is not None:
            self.end = StatementEnd(
                _balance(line[58], line[59:73], self.currency or UNTOLD), self.end.closed_on
            )
        elif kind not in {"00", "88"}:
            raise UnreadableFileError(Unreadable.DAMAGED, f"line {number}: no record here")

    def _continue(self, kind: str, line: str) -> None:
        if self.movement is None:
            return
        if len(self.movement.raw) > _RECORDS_MAX:
            message = f"line {self.movement.number}: no end of a movement"
            raise UnreadableFileError(Unreadable.DAMAGED, message)
        self.movement.raw.append(line)
        if kind == "23":
            self.movement.texts.setdefault(line[2:4], line[4:80])

    def _head(self, line: str) -> StatementHead:
        self.currency = CURRENCY_OF_NUMBER.get(line[47:50])
        self.end = StatementEnd(None, _day_or_none(line[26:32]))
        self.told += 1
        return StatementHead(
            format="csb43",
            account=line[2:20].strip() or None,
            currency=self.currency,
            opening=_balance(line[32], line[33:47], self.currency or UNTOLD),
            opened_on=_day_or_none(line[20:26]),
            bank=told(line[2:6]),
            owner=told(tidy(line[51:77])),
        )

    def _close(self) -> Iterator[StatementPart]:
        if self.end is not None:
            yield self.end
        self.end = None

    def _flush(self) -> Iterator[StatementPart]:
        movement, self.movement = self.movement, None
        if movement is None:
            return
        raw = raw_bytes("\n".join(movement.raw), self.encoding)
        line: StatementLine | SpoiledLine
        try:
            line = _line(movement, self.currency or UNTOLD, raw)
        except (ValueError, MoneyError) as error:
            line = SpoiledLine(str(error), movement.number, raw)
        yield line


def _line(movement: _Movement, currency: str, raw: bytes) -> StatementLine:
    """Read a movement: day, value day, concepts, sign and amount, document, two references.

    Raises:
        ValueError: there is no such day, or no amount.
        MoneyError: the amount does not fit the currency.
    """
    first = movement.first
    party, purpose, mandate = _said(movement.texts)
    reference = mandate or told(first[52:64]) or told(first[64:80]) or told(first[42:52])
    return StatementLine(
        booked_on=_day(first[10:16]),
        amount=_amount(first[27], first[28:42], currency),
        valued_on=None if first[16:22].strip("0 ") == "" else _day(first[16:22]),
        counterparty=party,
        purpose=purpose,
        reference=reference,
        code="/".join(filter(None, (first[22:24].strip(), first[24:27].strip()))) or None,
        raw=raw,
    )


def _said(texts: dict[str, str]) -> tuple[str | None, str, str | None]:
    """Give the other side's name, what it is for, and a mandate's reference.

    A direct debit has columns of its own: scheme and creditor; creditor's id and mandate; a
    purpose in codes, then in words. Anything else is two halves of text a record.
    """
    first = texts.get("01", "")
    if first.startswith(_SCHEMES) and "02" in texts:
        words = texts.get("03", "")[8:] + texts.get("04", "")
        return told(tidy(first[4:])), tidy(words), told(tidy(texts["02"][35:]))
    return None, tidy(" ".join(texts[key] for key in sorted(texts))), None


def _amount(sign: str, digits: str, currency: str) -> Money:
    """Read an amount with two implied decimals.

    Raises:
        ValueError: it is no amount.
        MoneyError: it does not fit the currency.
    """
    if sign not in {_DEBIT, _CREDIT} or not (digits.isascii() and digits.isdigit()):
        message = f"amount {sign + digits!r}"
        raise ValueError(message)
    amount = Decimal(digits).scaleb(_CENTS)
    return Money.from_decimal(-amount if sign == _DEBIT else amount, currency)


def _balance(sign: str, digits: str, currency: str) -> Money | None:
    """Read a balance; one that can't be read is not known, and so proves nothing."""
    try:
        return _amount(sign, digits, currency)
    except (ValueError, MoneyError):
        return None


def _day(digits: str) -> dt.date:
    """Read YYMMDD.

    Raises:
        ValueError: there is no such day.
    """
    try:
        if digits.isascii() and digits.isdigit():
            year = int(digits[:2])
            century = 1900 if year >= _CENTURY_FROM else 2000
            return dt.date(century + year, int(digits[2:4]), int(digits[4:]))
    except ValueError:
        pass
    message = f"day {digits!r}"
    raise ValueError(message)


def _day_or_none(digits: str) -> dt.date | None:
    try:
        return _day(digits)
    except ValueError:
        return None
