"""QIF of bank, cash and card accounts; lists and investments are passed over.

QIF names no currency: amounts are in `UNTOLD` until a person says. It has no closing balance;
the opening one is a first record "Opening Balance" that is filed under the account itself, as
Quicken writes it. Its records carry no identifiers.
Source: Quicken's own description of the format.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, TypeAlias

from ledger.currencies import UNTOLD
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
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.ofx_line import amount_of
from sources.bank_files.ofx_text import decoded, encoding_of
from sources.bank_files.qif_dates import DateOrder, order_of
from sources.bank_files.xml_text import rewindable

_PEEK = 1 << 16
_ACCOUNTS = frozenset({"bank", "cash", "ccard", "oth a", "oth l"})
_HEADER = re.compile(rb"^\s*!(?:Type:|Account|Option:|Clear:)", re.IGNORECASE | re.MULTILINE)
_CYRILLIC = re.compile(rb"[\xc0-\xff]{4}")
_ACCENTED = re.compile(rb"[A-Za-z][\xc0-\xff][A-Za-z]")
_POINTED_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+", re.ASCII)
_DOUBTFUL = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+", re.ASCII)
_OPENING = "opening balance"
_RECORD_MAX = 10_000
"""Lines that a record may have: a file of another kind never ends its first one."""


def recognises_qif(head: bytes) -> bool:
    """Tell by a header line, before which there may be remarks only."""
    return _HEADER.search(head.replace(b"\0", b"")) is not None and b"<" not in head[:1]


def read_qif(file: BinaryIO) -> Iterator[StatementPart]:
    """Read accounts, one after the other; a first time for the order of days, then for good.

    Raises:
        UnreadableFileError: wrongly encoded, or without records of an account.
    """
    whole = rewindable(file)
    encoding = _encoding(whole)
    order = _order(whole, encoding)
    yield from _Reader(order, encoding).read(_records(whole, encoding))


def date_order(file: BinaryIO) -> DateOrder:
    """Say in which order a file's days are read, and whether that is sure: a person may know.

    Raises:
        UnreadableFileError: as `read_qif`.
    """
    whole = rewindable(file)
    return _order(whole, _encoding(whole))


def _order(whole: BinaryIO, encoding: str) -> DateOrder:
    records = (record for kind, record, _ in _records(whole, encoding) if kind in _ACCOUNTS)
    return order_of(text[1:] for record in records for text in record if text[0] == "D")


def _encoding(whole: BinaryIO) -> str:
    """Say what a file is in; of code pages, 1251 where letters above ASCII stand in rows."""
    head = whole.read(_PEEK)
    if not head.strip(b"\0 \t\r\n"):
        raise UnreadableFileError(Unreadable.EMPTY, "no bytes")
    encoding = encoding_of(whole, head)
    if encoding == "cp1252" and len(_CYRILLIC.findall(head)) > len(_ACCENTED.findall(head)):
        return "cp1251"
    return encoding


_Record: TypeAlias = tuple[str, list[str], int]
"""A section's name in lower case, a record's lines, and the file's line it begins on."""


def _lines(whole: BinaryIO, encoding: str) -> Iterator[str]:
    whole.seek(0)
    held = ""
    for text in decoded(whole, encoding):
        *lines, held = re.split(r"\r\n|\n|\r(?!\n)", held + text)
        yield from lines
        if len(held) > _PEEK:
            raise UnreadableFileError(Unreadable.DAMAGED, "a line without an end")
    yield held


def _records(whole: BinaryIO, encoding: str) -> Iterator[_Record]:
    """Cut a file into records; a header is one of its own, empty."""
    section, record, begun = "", list[str](), 1
    for number, text in enumerate(_lines(whole, encoding), 1):
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

    order: DateOrder
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
        raw = "\n".join([*record, "^"]).encode(self.encoding.replace("-sig", ""), "replace")
        part: StatementLine | SpoiledLine
        try:
            part = _line(record, self.order, raw)
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


def _line(record: list[str], order: DateOrder, raw: bytes) -> StatementLine:
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
    amount = _amount(fields.get("T") or fields.get("U") or "")
    return StatementLine(
        booked_on=order.read(fields.get("D", "")),
        amount=amount,
        counterparty=fields.get("P") or None,
        purpose=fields.get("M", ""),
        reference=fields.get("N") or None,
        code=fields.get("L") or None,
        parts=_parts(splits, amount),
        raw=raw,
    )


def _parts(splits: list[dict[str, str]], amount: Money) -> tuple[LinePart, ...]:
    """Tell splits as parts, where there are several and they make up the amount."""
    parts = tuple(
        LinePart(
            amount=_amount(split["$"]),
            purpose=" ".join(filter(None, (split.get("E"), split["S"]))),
        )
        for split in splits
        if split.get("$")
    )
    makes_up = sum(part.amount.minor for part in parts) == amount.minor
    return parts if makes_up and len(parts) > 1 else ()


def _amount(text: str) -> Money:
    """Read an amount with a point or comma before its decimals, the other between thousands.

    Raises:
        ValueError: it is no amount, or three digits behind a lone comma may be thousands.
        MoneyError: more than four decimals, or too much.
    """
    if _POINTED_THOUSANDS.fullmatch(text):
        text = text.replace(".", "")
    elif _DOUBTFUL.fullmatch(text):
        message = f"amount {text[:40]!r} may have thousands or decimals behind its comma"
        raise ValueError(message)
    return amount_of(text, UNTOLD)
