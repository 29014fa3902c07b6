"""OFX 1 and 2, and QFX, of banks, cards and the bank's side of investment accounts.

A statement is `STMTRS`, `CCSTMTRS`, or an `INVSTMTRS` that tells of cash in `INVBANKTRAN`. OFX has
no opening balance; the closing one is LEDGERBAL. An investment account's cash moves by trades
too, which are no lines of a bank: what its balance is can't be proved and is not told.
Source: OFX 2.2 specification, chapters 3, 11 and 13.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from ledger.currencies import UNTOLD
from ledger.errors import MoneyError
from ledger.statements import (
    SpoiledLine,
    StatementEnd,
    StatementHead,
    StatementLine,
    StatementPart,
)
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.ofx_line import amount_of, currency_of, day_of, read_line
from sources.bank_files.ofx_text import TAG, decoded, encoding_of, plain_text, without_cdata
from sources.bank_files.xml_text import rewindable

_LINE = "<STMTTRN>"
_LINE_END = "</STMTTRN>"
_LIST_END = "</BANKTRANLIST>"
_PENDING, _PENDING_END = "<STMTTRNP>", "</STMTTRNP>"
_STATEMENTS = frozenset({"STMTRS", "CCSTMTRS", "INVSTMTRS"})
_SPELLED_OTHERWISE = frozenset({"STMTTRN", "STMTTRNP"})
"""Lines that were not found as such; none is passed over in silence."""
_HELD_MAX = 1 << 24
_PEEK = 1 << 16
_KNOWN_BY = re.compile(rb"OFXHEADER\s*[:=]|<OFX>", re.IGNORECASE)
_END = re.compile(r"</(?:\w{1,40}:)?OFX\s*>")
_IDENTIFIES = re.compile(r"<FITID>([^<\r\n]*)|<(/(?:CC|INV)?STMTRS)>")


def recognises_ofx(head: bytes) -> bool:
    """Tell by the header, which may be missing, or the element that holds everything."""
    return _KNOWN_BY.search(head.replace(b"\0", b"")[:_PEEK]) is not None


def read_ofx(file: BinaryIO) -> Iterator[StatementPart]:
    """Read statements, one after the other; lines are freed as they are told.

    Raises:
        UnreadableFileError: cut off, wrongly encoded, with a document type, or none of an account;
            an error that the bank told of stands in its detail.
    """
    whole = rewindable(file)
    head = whole.read(_PEEK)
    if not head.strip(b"\0 \t\r\n"):
        raise UnreadableFileError(Unreadable.EMPTY, "no bytes")
    encoding = encoding_of(whole, head)
    whole.seek(0)
    lone = _lone_ids(without_cdata(decoded(whole, encoding)))
    whole.seek(0)
    texts = without_cdata(decoded(whole, encoding))
    yield from _Reader(encoding.replace("-sig", ""), lone).read(texts)


def _pieces(texts: Iterator[str]) -> Iterator[str]:
    """Cut a file before each line; the first piece is what stands before all of them."""
    held = ""
    for text in texts:
        *pieces, held = (held + text).split(_LINE)
        yield from pieces
        if len(held) > _HELD_MAX:
            message = f"{_HELD_MAX} characters without a line"
            raise UnreadableFileError(Unreadable.DAMAGED, message)
    yield held


def _lone_ids(texts: Iterator[str]) -> list[set[str]]:
    """Find the FITIDs that stand once, statement by statement."""
    statements: list[set[str]] = []
    met: Counter[str] = Counter()
    for piece in _pieces(texts):
        for identifier, closing in _IDENTIFIES.findall(piece):
            if closing:
                statements.append({each for each, times in met.items() if times == 1})
                met = Counter()
            else:
                met[identifier.strip()] += 1
    return statements


@dataclass(slots=True)
class _Statement:
    """What is known of a statement before and between its lines."""

    kind: str
    lone: set[str]
    fields: dict[str, str] = field(default_factory=dict)
    """The tags outside of lines; those of the booked balance."""
    balance: str = ""
    """Which balance is being told."""
    is_told: bool = False
    currency: str = UNTOLD


@dataclass(slots=True)
class _Reader:
    """Goes through a file's tags and tells its statements."""

    encoding: str
    lone: list[set[str]]
    organisation: str | None = None
    fault: str | None = None
    begun: int = 0
    told: int = 0
    lines: int = 0
    open: _Statement | None = None

    def read(self, texts: Iterator[str]) -> Iterator[StatementPart]:
        pieces = _pieces(texts)
        last = next(pieces)
        yield from self._outline(last)
        for last in pieces:
            body, closed, rest = last.partition(_LINE_END)
            if not closed:
                body, _, rest = last.partition(_LIST_END)
            if self.open is None or not self.open.is_told:
                yield from self._begin(body)
            yield self._line(body, f"{_LINE}{body}{_LINE_END}")
            if rest and not rest.isspace():
                yield from self._outline(rest)
        if _END.search(last) is None:
            raise UnreadableFileError(Unreadable.TRUNCATED, "there is no </OFX>")
        yield from self._close()
        if not self.told:
            reason = self.fault or ("only securities are told" if self.begun else "no statement")
            raise UnreadableFileError(Unreadable.NO_STATEMENT, reason)

    def _begin(self, body: str) -> Iterator[StatementHead]:
        """Tell the head before the first line."""
        if self.open is None:
            raise UnreadableFileError(Unreadable.DAMAGED, "STMTTRN outside of a statement")
        yield from self._head(body)

    def _line(self, body: str, whole: str) -> StatementLine | SpoiledLine:
        self.lines += 1
        raw = whole.encode(self.encoding, "replace")
        statement = self.open or _Statement("", set())
        try:
            return read_line(body, statement.currency, statement.lone, raw)
        except (ValueError, MoneyError) as error:
            return SpoiledLine(str(error), self.lines, raw)

    def _outline(self, text: str) -> Iterator[StatementPart]:
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise UnreadableFileError(Unreadable.BOMB, "it declares a document type")
        before, *pending = text.split(_PENDING)
        yield from self._tags(before)
        for each in pending:
            body, _, rest = each.partition(_PENDING_END)
            yield from self._begin(body)
            yield self._line(body, f"{_PENDING}{body}{_PENDING_END}")
            yield from self._tags(rest)

    def _tags(self, text: str) -> Iterator[StatementPart]:
        for tag, value in TAG.findall(text):
            if tag in _STATEMENTS:
                yield from self._close()
                lone = self.lone[self.begun] if self.begun < len(self.lone) else set()
                self.open = _Statement(tag, lone)
                self.begun += 1
            elif tag.startswith("/"):
                if tag[1:] in _STATEMENTS:
                    yield from self._close()
            elif tag in _SPELLED_OTHERWISE:
                raise UnreadableFileError(Unreadable.DAMAGED, f"{tag} with blanks in its tag")
            elif self.open is None:
                self._note(tag, plain_text(value))
            else:
                _take(self.open, tag, plain_text(value))

    def _note(self, tag: str, value: str) -> None:
        """Keep whose file it is, and what the bank says went wrong."""
        if tag == "ORG":
            self.organisation = value or None
        elif tag == "SEVERITY" and value == "ERROR":
            self.fault = "the bank answered with an error"
        elif tag == "MESSAGE" and self.fault is not None and value:
            self.fault = f"the bank answered: {value}"

    def _head(self, body: str = "") -> Iterator[StatementHead]:
        """Tell the head, once; a line is looked at for a currency that isn't told before it."""
        statement = self.open
        if statement is None or statement.is_told:
            return
        told = statement.fields.get
        currency = told("CURDEF", "").upper() or currency_of(body)
        statement.is_told, statement.currency = True, currency or UNTOLD
        self.told += 1
        yield StatementHead(
            format="ofx",
            account=told("ACCTID"),
            currency=currency,
            bank=self.organisation or told("BANKID") or told("BROKERID"),
        )

    def _close(self) -> Iterator[StatementPart]:
        statement = self.open
        if statement is None:
            return
        if statement.kind != "INVSTMTRS":
            yield from self._head()
        self.open = None
        if statement.is_told:
            yield _end(statement)


def _take(statement: _Statement, tag: str, value: str) -> None:
    if tag in {"LEDGERBAL", "AVAILBAL", "BAL", "INVBAL"}:
        statement.balance = tag
    elif tag in {"BALAMT", "DTASOF"}:
        if statement.balance == "LEDGERBAL":
            statement.fields.setdefault(tag, value)
    elif value:
        statement.fields.setdefault(tag, value)


def _end(statement: _Statement) -> StatementEnd:
    """Tell the booked balance; one that can't be read is not known, and so proves nothing."""
    told = statement.fields.get
    try:
        closing = amount_of(told("BALAMT", ""), statement.currency)
        return StatementEnd(closing, day_of(told("DTASOF", "")[:8]))
    except (ValueError, MoneyError):
        return StatementEnd()
