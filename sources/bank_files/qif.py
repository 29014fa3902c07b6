"""QIF of bank, cash and card accounts; lists and investments are passed over.

QIF names no currency: amounts are in `UNTOLD` until a person says. It has no closing balance;
the opening one is a first record "Opening Balance" that is filed under the account itself, as
Quicken writes it. Its records carry no identifiers.
Source: Quicken's own description of the format.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import BinaryIO, TypeAlias

from ledger.errors import MoneyError
from ledger.money import Money
from ledger.statements import (
    LinePart,
    SpoiledLine,
    StatementEnd,
    StatementHead,
    StatementLine,
    StatementPart,
)
from sources.bank_files.code_pages import encoding_of_text, numbered_lines, raw_bytes
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.qif_amounts import Mark, mark_of, read_amount
from sources.bank_files.qif_dates import DateOrder, order_of
from sources.bank_files.tables.amounts import DecimalMark
from sources.bank_files.tables.days import DayOrder
from sources.bank_files.tables.shape import (
    KnownShapes,
    Question,
    Sign,
    TableGuess,
    TableShape,
    UnclearTableError,
    fingerprint_of,
    nothing_known,
)
from sources.bank_files.xml_text import rewindable

_PEEK = 1 << 16
_ACCOUNTS = frozenset({"bank", "cash", "ccard", "oth a", "oth l"})
_HEADER = re.compile(
    rb"(?:^[\xef\xbb\xbf\xff\xfe]*|[\r\n])[ \t]*!(?:Type:|Account|Option:|Clear:)", re.IGNORECASE
)
_AMOUNTS = frozenset("TU$")
_OPENING = "opening balance"
_SHOWN = {"D": "booked", "T": "amount", "P": "counterparty_name"}
"""The fields by which a person knows a record, and what they mean."""
_SAMPLE_MAX = 3
_RECORD_MAX = 10_000
"""Lines that a record may have: a file of another kind never ends its first one."""


def recognises_qif(head: bytes) -> bool:
    """Tell by a header line, before which there may be remarks only."""
    return _HEADER.search(head.replace(b"\0", b"")) is not None and b"<" not in head[:1]


def read_qif(file: BinaryIO, known: KnownShapes = nothing_known) -> Iterator[StatementPart]:
    """Read accounts, one after the other; a first time for how days and amounts are written.

    Args:
        file: the file.
        known: gives in which order days stand, if a person has said so of such a file before.

    Raises:
        UnclearTableError: nothing in it tells days from months.
        UnreadableFileError: wrongly encoded, or without records of an account.
    """
    whole = rewindable(file)
    encoding = _encoding(whole)
    spelling = _spelling(whole, encoding)
    if not spelling.order.is_sure:
        order = _told_order(whole, encoding, spelling.order, known)
        spelling = replace(spelling, order=order)
    yield from _Reader(spelling, encoding).read(_records(whole, encoding))


def _told_order(
    whole: BinaryIO, encoding: str, likely: DateOrder, known: KnownShapes
) -> DateOrder:
    """Give what a person has said of the order of days in files of the same accounts."""
    accounts = sorted({each for each in _accounts(whole, encoding) if each})
    fingerprint = fingerprint_of(("qif", *accounts), len(_SHOWN))
    shape = known(fingerprint)
    if shape is not None:
        is_day_first = shape.day_order is not DayOrder.MONTH_FIRST
        return DateOrder(is_day_first, is_sure=True, because="a person's word")
    orders = (DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST)
    likeliest_first = orders if likely.is_day_first else orders[::-1]
    shape = TableShape(
        fingerprint=fingerprint,
        width=len(_SHOWN),
        header=tuple(_SHOWN),
        columns={name: (place,) for place, name in enumerate(_SHOWN.values())},
        day_order=likeliest_first[0],
        decimal=DecimalMark.OPEN,
        sign=Sign.SIGNED,
    )
    question = Question("day_order", tuple(each.value for each in likeliest_first))
    raise UnclearTableError(TableGuess(shape, (question,), tuple(_sample(whole, encoding))))


def _accounts(whole: BinaryIO, encoding: str) -> Iterator[str]:
    for section, record, _ in _records(whole, encoding):
        if section == "account":
            yield from (text[1:].strip() for text in record if text[0] == "N")


def _sample(whole: BinaryIO, encoding: str) -> Iterator[tuple[str, ...]]:
    """Give the first records of accounts, as they stand."""
    own = (record for section, record, _ in _records(whole, encoding) if section in _ACCOUNTS)
    for record in islice((each for each in own if each), _SAMPLE_MAX):
        fields = {text[0]: text[1:].strip() for text in reversed(record)}
        yield tuple(fields.get(letter, "") for letter in _SHOWN)


@dataclass(frozen=True, slots=True)
class _Spelling:
    """How a file writes days and amounts."""

    order: DateOrder
    mark: Mark


def _spelling(whole: BinaryIO, encoding: str) -> _Spelling:
    days: set[str] = set()
    amounts: set[str] = set()
    for section, record, _ in _records(whole, encoding):
        for text in record if section in _ACCOUNTS else ():
            if text[0] == "D":
                days.add(text[1:])
            elif text[0] in _AMOUNTS:
                amounts.add(text[1:])
    return _Spelling(order_of(days), mark_of(amounts))


def _encoding(whole: BinaryIO) -> str:
    if not whole.read(_PEEK).strip(b"\0 \t\r\n"):
        raise UnreadableFileError(Unreadable.EMPTY, "no bytes")
    return encoding_of_text(whole)


_Record: TypeAlias = tuple[str, list[str], int]
"""A section's name in lower case, a record's lines, and the file's line it begins on."""


def _records(whole: BinaryIO, encoding: str) -> Iterator[_Record]:
    """Cut a file into records; a header is one of its own, empty."""
    section, record, begun = "", list[str](), 1
    whole.seek(0)
    for number, text in enumerate(numbered_lines(whole, encoding), 1):
        is_header = text.startswith("!")
        if not is_header and text.strip() != "^":
            begun = begun if record else number
            record += [text] if text.strip() else []
            if len(record) > _RECORD_MAX:
                raise UnreadableFileError(Unreadable.DAMAGED, f"line {begun}: no end of a record")
            continue
        if record and section:
            yield section, record, begun
        record = []
        name = text[1:].strip().lower()
        if is_header and not name.startswith(("option:", "clear:")):
            section = name.removeprefix("type:")
            yield section, [], number
    if record and section:
        yield section, record, begun


@dataclass(slots=True)
class _Reader:
    """Goes through records and tells the accounts' own."""

    spelling: _Spelling
    encoding: str
    account: str | None = None
    is_open: bool = False
    """A head was told, and its end not yet."""
    waits: bool = False
    """An account's section has begun; its first record decides on the head."""
    told: int = 0
    passed_over: list[str] = field(default_factory=list)

    def read(self, records: Iterator[_Record]) -> Iterator[StatementPart]:
        for section, record, number in records:
            if not record:
                yield from self._begin(section)
            elif section == "account":
                self.account = next((each[1:].strip() for each in record if each[0] == "N"), None)
            elif section in _ACCOUNTS:
                yield from self._record(record, number)
        yield from self._close()
        if not self.told:
            detail = ", ".join(dict.fromkeys(self.passed_over)) or "no section"
            raise UnreadableFileError(Unreadable.NO_STATEMENT, f"it holds no account's: {detail}")

    def _begin(self, section: str) -> Iterator[StatementPart]:
        yield from self._close()
        self.waits = section in _ACCOUNTS
        if not self.waits:
            self.passed_over.append(section)

    def _close(self) -> Iterator[StatementPart]:
        if self.waits:
            yield self._head()
        if self.is_open:
            yield StatementEnd()
        self.is_open = self.waits = False

    def _head(self, opening: StatementLine | None = None) -> StatementHead:
        self.waits, self.is_open = False, True
        self.told += 1
        if opening is None:
            return StatementHead(format="qif", account=self.account, currency=None)
        return StatementHead(
            format="qif",
            account=self.account or (opening.code or "").strip("[]") or None,
            currency=None,
            opening=opening.amount,
            opened_on=opening.booked_on,
        )

    def _record(self, record: list[str], number: int) -> Iterator[StatementPart]:
        raw = raw_bytes("\n".join([*record, "^"]), self.encoding)
        part: StatementLine | SpoiledLine
        try:
            part = _line(record, self.spelling, raw)
        except (ValueError, MoneyError) as error:
            part = SpoiledLine(str(error), number, raw)
        if self.waits:
            if isinstance(part, StatementLine) and _is_opening(part):
                yield self._head(part)
                return
            yield self._head()
        yield part


def _is_opening(line: StatementLine) -> bool:
    named = (line.counterparty or line.purpose).lower()
    return named == _OPENING and (line.code or "").startswith("[")


def _line(record: list[str], spelling: _Spelling, raw: bytes) -> StatementLine:
    """Read a record: D day, T or U amount, P payee, M memo, N number, L category, S E $ splits."""
    fields: dict[str, str] = {}
    splits: list[dict[str, str]] = []
    for text in record:
        letter, value = text[0], text[1:].strip()
        if letter == "S":
            splits.append({"S": value})
        elif letter in "E$%" and splits:
            splits[-1].setdefault(letter, value)
        else:
            fields.setdefault(letter, value)
    amount = read_amount(fields.get("T") or fields.get("U") or "", spelling.mark)
    return StatementLine(
        booked_on=spelling.order.read(fields.get("D", "")),
        amount=amount,
        counterparty=fields.get("P") or None,
        purpose=fields.get("M", ""),
        reference=fields.get("N") or None,
        code=fields.get("L") or None,
        parts=_parts(splits, amount, spelling.mark),
        raw=raw,
    )


def _parts(splits: list[dict[str, str]], amount: Money, mark: Mark) -> tuple[LinePart, ...]:
    """Tell splits as parts, where there are several and they make up the amount."""
    try:
        parts = tuple(
            LinePart(
                amount=read_amount(split["$"], mark),
                purpose=" ".join(filter(None, (split.get("E"), split["S"]))),
            )
            for split in splits
            if split.get("$")
        )
    except (ValueError, MoneyError):
        return ()
    makes_up = sum(part.amount.minor for part in parts) == amount.minor
    return parts if makes_up and len(parts) > 1 else ()
