"""BAI2 of the Bank Administration Institute: prior-day and current-day reports of accounts.

A group is a day of a bank, each account in it a statement. Detail records of codes 100-399 and
920-959 are money in, 400-699 and 960-999 money out; other codes inform. Amounts have the decimals
of their currency, implied; a group's currency holds for its accounts, and dollars without one.
Source: BAI, Cash Management Balance Reporting Specifications, version 2.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from ledger.errors import MoneyError
from ledger.money import Money
from ledger.statements import (
    SpoiledLine,
    StatementEnd,
    StatementHead,
    StatementLine,
    StatementPart,
)
from sources.bank_files.code_pages import (
    encoding_of_text,
    numbered_lines,
    raw_bytes,
    tidy,
)
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.lone_ids import identity, lone_ids, told
from sources.bank_files.xml_text import rewindable

_KNOWN_BY = re.compile(rb"(?:\xef\xbb\xbf)?\s*01,[^,\r\n]*,[^,\r\n]*,\d{6,8},[^\r\n]*[\r\n]\s*02,")
_RECORD = re.compile(r"\d\d[,/]", re.ASCII)
_REFERENCES_FIRST = re.compile(r"[^\s,]*,[^\s,]*,")
_AMOUNT = re.compile(r"[+-]?\d+", re.ASCII)
_OPENING, _CLOSING = "010", "015"
_DOLLARS = "USD"
_CREDITS = (range(100, 400), range(920, 960))
_DEBITS = (range(400, 700), range(960, 1000))
_SUMMARY_FIELDS = 4
_FUNDS = 2
"""The place of the funds type among a detail's fields."""
_LONG = 4
_TEXT_WIDTH = 80 - len("88,")
_DISTRIBUTED = {"S": 3, "V": 2}
"""Fields that follow a funds type: amounts by availability, or a value day and time."""
_HELD_MAX = 1 << 20
_DAY_DIGITS = {6: "%y%m%d", 8: "%Y%m%d"}


def recognises_bai2(head: bytes) -> bool:
    """Tell by the file's header and the first group's."""
    return _KNOWN_BY.match(head) is not None


def read_bai2(file: BinaryIO) -> Iterator[StatementPart]:
    """Read statements, one after the other; a first time for the bank's references.

    Raises:
        UnreadableFileError: cut off, wrongly encoded, or records in an order that means nothing.
    """
    whole = rewindable(file)
    encoding = encoding_of_text(whole)
    lone = lone_ids(_references(_records(numbered_lines(whole, encoding))))
    whole.seek(0)
    yield from _Reader(encoding, lone).read(_records(numbered_lines(whole, encoding)))


class _Record(NamedTuple):
    """A record together with what continues it."""

    code: str
    lines: tuple[str, ...]
    """What stands behind the code, line by line, without the stroke that ends a line."""
    number: int

    def fields(self) -> list[str]:
        """Give the fields, as if they had stood in one line."""
        return ",".join(self.lines).split(",")


def _records(lines: Iterator[str]) -> Iterator[_Record]:
    held: list[str] = []
    code, begun, size = "", 0, 0
    for number, line in enumerate(lines, 1):
        bare = line.strip().lstrip("\ufeff\x1a")
        kind, is_record = bare[:2], bool(_RECORD.match(bare))
        if is_record and kind != "88":
            if code:
                yield _Record(code, tuple(held), begun)
            code, held, begun, size = kind, [_without_stroke(bare[3:])], number, 0
        elif bare and (kind == "88" or code == "16"):
            held.append(_without_stroke(bare[3:] if is_record else bare))
            size += len(bare)
        elif bare:
            raise UnreadableFileError(Unreadable.DAMAGED, f"line {number}: no record")
        if size > _HELD_MAX:
            raise UnreadableFileError(Unreadable.DAMAGED, f"line {begun}: no end of a record")
    if code:
        yield _Record(code, tuple(held), begun)


def _without_stroke(text: str) -> str:
    return text.removesuffix("/")


class _Detail(NamedTuple):
    """A record 16: a movement, or what informs."""

    code: str
    amount: str
    valued_on: str
    bank_reference: str
    customer_reference: str
    text: str


def _detail(record: _Record) -> _Detail:
    """Read code, amount, funds type and what belongs to it, references; the rest is text."""
    first, *others = record.lines
    fields = first.split(",")
    place = _references_place(fields)
    if len(fields) <= place and others and _REFERENCES_FIRST.match(others[0]):
        fields = [*fields, *[""] * (place - len(fields)), *others.pop(0).split(",")]
    funds = fields[2].strip().upper() if len(fields) > place else ""
    rest = [*fields[place:], "", ""]
    return _Detail(
        fields[0].strip(),
        fields[1].strip() if len(fields) > 1 else "",
        fields[3].strip() if funds == "V" else "",
        rest[0].strip(),
        rest[1].strip(),
        _joined([",".join(fields[place + 2 :]), *others]),
    )


def _references_place(fields: list[str]) -> int:
    """Say behind how many fields the references stand: more where funds are distributed."""
    funds = fields[_FUNDS].strip().upper() if len(fields) > _FUNDS else ""
    if funds == "D" and len(fields) > _FUNDS + 1:
        pairs = fields[_FUNDS + 1].strip()
        count = int(pairs) if pairs.isascii() and pairs.isdigit() and len(pairs) < _LONG else 0
        return _FUNDS + 2 + 2 * count
    return _FUNDS + 1 + _DISTRIBUTED.get(funds, 0)


def _joined(texts: list[str]) -> str:
    """Join a text's lines; one that fills its record goes on in the next."""
    whole = "".join([text if len(text) == _TEXT_WIDTH else f"{text} " for text in texts])
    return tidy(whole)


def _references(records: Iterator[_Record]) -> Iterator[tuple[str, str]]:
    account = ""
    for record in records:
        if record.code == "03":
            account = record.fields()[0].strip()
        elif record.code == "16":
            reference = _detail(record).bank_reference
            if reference:
                yield account, reference


@dataclass(slots=True)
class _Reader:
    """Goes through records and tells statements."""

    encoding: str
    lone: dict[str, set[str]]
    day: dt.date | None = None
    bank: str | None = None
    group_currency: str = _DOLLARS
    currency: str = _DOLLARS
    account: str = ""
    end: StatementEnd | None = None
    """What the open statement closes with."""
    told: int = 0
    last: str = ""

    def read(self, records: Iterator[_Record]) -> Iterator[StatementPart]:
        for record in records:
            self.last = record.code
            if record.code == "16":
                yield from self._movement(record)
            elif record.code == "03":
                yield from self._account(record)
            else:
                yield from self._outline(record)
        if self.last != "99":
            raise UnreadableFileError(Unreadable.TRUNCATED, "the file has no trailer 99")
        if not self.told:
            raise UnreadableFileError(Unreadable.NO_STATEMENT, "no account")

    def _outline(self, record: _Record) -> Iterator[StatementPart]:
        if record.code == "02":
            yield from self._close()
            fields = [*record.fields(), "", "", "", "", "", ""]
            self.bank = told(fields[1])
            self.day = _day(fields[3])
            self.group_currency = fields[5].strip().upper() or _DOLLARS
        elif record.code in {"49", "98", "99"}:
            yield from self._close()

    def _close(self) -> Iterator[StatementPart]:
        if self.end is not None:
            yield self.end
        self.end = None

    def _account(self, record: _Record) -> Iterator[StatementPart]:
        """Tell a statement's head from its account's record, which sums up by type."""
        yield from self._close()
        if self.day is None:
            message = f"line {record.number}: an account without the day of its group"
            raise UnreadableFileError(Unreadable.DAMAGED, message)
        fields = record.fields()
        self.account = fields[0].strip()
        self.currency = (fields[1].strip().upper() if len(fields) > 1 else "") or (
            self.group_currency
        )
        amounts = _summary(fields[2:])
        opening = _balance(amounts.get(_OPENING, ""), self.currency)
        closing = _balance(amounts.get(_CLOSING, ""), self.currency)
        self.end = StatementEnd(closing, self.day)
        self.told += 1
        yield StatementHead(
            format="bai2",
            account=self.account or None,
            currency=self.currency,
            opening=opening,
            opened_on=self.day,
            bank=self.bank,
        )

    def _movement(self, record: _Record) -> Iterator[StatementPart]:
        if self.end is None or self.day is None:
            message = f"line {record.number}: a movement outside of an account"
            raise UnreadableFileError(Unreadable.DAMAGED, message)
        raw = raw_bytes("\n".join(("16," + record.lines[0], *record.lines[1:])), self.encoding)
        detail = _detail(record)
        try:
            sign = _sign(detail.code)
            if not sign:
                return
            amount = _amount(detail.amount, self.currency)
            valued_on = _value_day(detail.valued_on)
        except (ValueError, MoneyError) as error:
            yield SpoiledLine(str(error), record.number, raw)
            return
        yield StatementLine(
            booked_on=self.day,
            amount=amount if sign > 0 else -amount,
            valued_on=valued_on,
            purpose=detail.text,
            reference=told(detail.customer_reference),
            external_id=identity(detail.bank_reference, self.lone.get(self.account, set())),
            code=detail.code,
            raw=raw,
        )


def _summary(fields: list[str]) -> dict[str, str]:
    """Give amounts by type code; funds types may bring fields of their own."""
    amounts: dict[str, str] = {}
    place = 0
    while place < len(fields):
        if not fields[place].strip():
            place += 1
            continue
        code, *rest = fields[place : place + _SUMMARY_FIELDS + 1]
        amounts.setdefault(code.strip(), rest[0].strip() if rest else "")
        place += 1 + _references_place(rest)
    return amounts


def _sign(code: str) -> int:
    """Say which way the money went, 0 where none did.

    Raises:
        ValueError: it is no type code.
    """
    if not (code.isascii() and code.isdigit()):
        message = f"type code {code[:40]!r}"
        raise ValueError(message)
    number = int(code)
    if any(number in each for each in _CREDITS):
        return 1
    return -1 if any(number in each for each in _DEBITS) else 0


def _amount(text: str, currency: str) -> Money:
    """Read an amount in minor units.

    Raises:
        ValueError: it is no amount.
        MoneyError: ISO 4217 lists no such currency, or it is too much.
    """
    if not _AMOUNT.fullmatch(text):
        message = f"amount {text[:40]!r}" if text else "no amount"
        raise ValueError(message)
    return Money(int(text), currency)


def _balance(text: str, currency: str) -> Money | None:
    """Read a balance; one that can't be read is not known, and so proves nothing."""
    try:
        return _amount(text, currency)
    except (ValueError, MoneyError):
        return None


def _day(text: str) -> dt.date | None:
    """Read YYMMDD, or YYYYMMDD as some banks write it."""
    bare = text.strip()
    spelled = _DAY_DIGITS.get(len(bare))
    if spelled is None or not (bare.isascii() and bare.isdigit()):
        return None
    try:
        return dt.datetime.strptime(bare, spelled).replace(tzinfo=dt.UTC).date()
    except ValueError:
        return None


def _value_day(text: str) -> dt.date | None:
    if not text:
        return None
    day = _day(text)
    if day is None:
        message = f"value day {text[:40]!r}"
        raise ValueError(message)
    return day
