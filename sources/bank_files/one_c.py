"""1CClientBankExchange: what banks of Russia, Ukraine, Kazakhstan and others give out for 1C.

Sections tell an account's balances, often day by day; documents follow, of all accounts together.
The format names no currency: the number of a Russian account holds it (its digits 6 to 8), else
it is not known. Nothing in it identifies a line: documents are numbered by whoever pays.
Source: 1C, "Standard of exchange with client-bank systems", 1.03.
"""

import datetime as dt
import re
import tempfile
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, BinaryIO, TypeAlias

from ledger.currencies import DECIMALS, UNTOLD
from ledger.errors import MoneyError
from ledger.money import Money
from ledger.statements import (
    SpoiledLine,
    StatementEnd,
    StatementHead,
    StatementPart,
)
from sources.bank_files.code_pages import decoded_text, encoding_of_text, raw_bytes, text_of
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.numeric_currencies import CURRENCY_OF_NUMBER
from sources.bank_files.one_c_document import (
    DOCUMENT,
    DocumentReader,
    amount_of,
    day_of,
    identity_of,
    read_document,
    sides_of,
)
from sources.bank_files.xml_text import rewindable

_KNOWN_BY = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*1CClientBankExchange")
_PAGES = ("cp1251", "cp866", "koi8-u")
_ANCHOR = "РасчСчет="
"""A field that every statement has: a code page in which it can't be read is the wrong one."""
_END = re.compile(r"\n[ \t]*(?:КонецДокумента|КОНЕЦДОКУМЕНТА)[ \t]*(?=\n|$)")
_BEGIN = re.compile(r"\n[ \t]*(?:СекцияДокумент|СЕКЦИЯДОКУМЕНТ)[ \t]*=?")
_USUAL_BEGIN = f"\n{DOCUMENT}"
_BYTES = "latin-1"
"""In it each byte is a letter."""
_FILE_END = re.compile(r"\n[ \t]*(?:КонецФайла|КОНЕЦФАЙЛА)")
_BOOKED = re.compile(r"\nДата(?:Списано|Поступило|Операции)=\s*\d")
_CURRENCY = re.compile(r"\n(?:Код)?Валюта\w*=[ \t]*(\w{3})\b")
_SECTION = "секциярасчсчет"
_SECTION_END = "конецрасчсчет"
_RUSSIAN_ACCOUNT = re.compile(r"\d{5}(\d{3})\d{12}", re.ASCII)
_HELD_MAX = 1 << 22

_Written: TypeAlias = tuple[str, bytes]
"""A document as text, and as it stands in the file."""


def recognises_1c(head: bytes) -> bool:
    """Tell by the word that begins each file."""
    return _KNOWN_BY.match(head.replace(b"\0", b"")) is not None


def read_1c(file: BinaryIO) -> Iterator[StatementPart]:
    """Read the accounts' statements, one after the other; a first time for their balances.

    Raises:
        UnreadableFileError: cut off, wrongly encoded, or payment orders only.
    """
    whole = rewindable(file)
    encoding = _encoding(whole)
    outline = _Outline()
    outline.read(_pieces(decoded_text(whole, encoding)))
    whole.seek(0)
    yield from _Reader(encoding, outline).read(_documents(whole, encoding))


def _encoding(whole: BinaryIO) -> str:
    encoding = encoding_of_text(whole, _PAGES[:1])
    if encoding.startswith("utf"):
        return encoding
    head = whole.read(1 << 16)
    whole.seek(0)
    for page in _PAGES:
        if _ANCHOR.encode(page) in head:
            return page
    raise UnreadableFileError(Unreadable.ENCODING, "its words are in no code page of Cyrillic")


def _pieces(texts: Iterator[str]) -> Iterator[str]:
    """Cut a file behind each document; the last piece is what stands behind all of them."""
    held = ""
    for text in texts:
        *pieces, held = _END.split(held + text)
        if pieces or len(held) > _HELD_MAX:
            yield from pieces
        if len(held) > _HELD_MAX:
            raise UnreadableFileError(Unreadable.DAMAGED, "a document without an end")
    yield held


def _documents(whole: BinaryIO, encoding: str) -> Iterator[_Written]:
    """Give each document without its last line; the first is spelled as it usually is.

    In a code page a letter is a byte: where one stands, the other does, and nothing has to be
    written back.
    """
    is_page = not encoding.startswith("utf")
    document = raw_bytes(DOCUMENT, encoding)
    held, held_raw = "", b""
    for part in decoded_text(whole, _BYTES if is_page else encoding):
        read = raw_bytes(part, _BYTES) if is_page else b""
        raw = held_raw + read
        text = held + (text_of(read, encoding) if is_page else part)
        last = 0
        for end in _END.finditer(text):
            usual = text.startswith(_USUAL_BEGIN, last)
            begin = last + 1 if usual else _end_of_begin(text, last, end.start())
            told = text[begin : end.start()]
            written = raw[begin : end.start()] if is_page else raw_bytes(told, encoding)
            yield (told, written) if usual else (DOCUMENT + told, document + written)
            last = end.end()
        held, held_raw = text[last:], raw[last:]


def _end_of_begin(text: str, start: int, end: int) -> int:
    """Say where what begins a document ends; one that doesn't begin has nothing in it."""
    found = _BEGIN.search(text, start, end)
    return end if found is None else found.end()


@dataclass(slots=True)
class _Account:
    """What the sections tell of an account."""

    opening: str = ""
    opened_on: dt.date | None = None
    closing: str = ""
    closed_on: dt.date | None = None

    def add(self, section: dict[str, str]) -> None:
        """Take a section: the first day's opening balance, the last day's closing one."""
        begin, end = _day(section.get("ДатаНачала")), _day(section.get("ДатаКонца"))
        opening, closing = section.get("НачальныйОстаток", ""), section.get("КонечныйОстаток", "")
        if opening and (not self.opening or _is_before(begin, self.opened_on)):
            self.opening, self.opened_on = opening, begin
        if closing and (not self.closing or not _is_before(end, self.closed_on)):
            self.closing, self.closed_on = closing, end


@dataclass(slots=True)
class _Outline:
    """What a file says outside of its documents."""

    accounts: dict[str, _Account] = field(default_factory=dict)
    currency: str | None = None
    owner: str | None = None
    bank: str | None = None
    has_balances: bool = False
    has_bookings: bool = False
    is_complete: bool = False

    def read(self, pieces: Iterator[str]) -> None:
        """Read a whole file.

        Raises:
            UnreadableFileError: it ends within a document or section, or tells of no account.
        """
        last = ""
        for last in pieces:
            if not self.has_bookings:
                self._look_into(last)
            if not last.startswith(_USUAL_BEGIN):
                begin = _BEGIN.search(last)
                self._sections(last if begin is None else last[: begin.start()])
        if _BEGIN.search(last) is not None:
            raise UnreadableFileError(Unreadable.TRUNCATED, "the last document has no end")
        self.is_complete = _FILE_END.search(last) is not None
        if not (self.has_balances or self.has_bookings):
            raise UnreadableFileError(Unreadable.NO_STATEMENT, "orders to pay, not booked")

    def _look_into(self, document: str) -> None:
        self.has_bookings = _BOOKED.search(document) is not None
        found = _CURRENCY.search(document)
        if found is not None and self.currency is None:
            self.currency = CURRENCY_OF_NUMBER.get(found[1], found[1].upper())
            self.currency = self.currency if self.currency in DECIMALS else None

    def _sections(self, text: str) -> None:
        section: dict[str, str] | None = None
        for line in text.split("\n"):
            name, _, value = (part.strip() for part in line.partition("="))
            if name.lower() == _SECTION:
                section = {}
            elif name.lower() == _SECTION_END and section is not None:
                self._take(section)
                section = None
            elif section is not None:
                section[name] = value
            elif name == "РасчСчет" and value:
                self.accounts.setdefault(value, _Account())
            elif name == "Отправитель":
                self.bank = value or None
        if section is not None:
            raise UnreadableFileError(Unreadable.TRUNCATED, "a section has no end")

    def _take(self, section: dict[str, str]) -> None:
        self.has_balances = True
        number = section.get("РасчСчет", "") or next(iter(self.accounts), "")
        self.accounts.setdefault(number, _Account()).add(section)


@dataclass(slots=True)
class _Reader:
    """Tells accounts one after the other."""

    encoding: str
    outline: _Outline
    lines: int = 0

    def read(self, documents: Iterator[_Written]) -> Iterator[StatementPart]:
        accounts = self.outline.accounts or {"": _Account()}
        if len(accounts) == 1:
            number, account = next(iter(accounts.items()))
            yield from self._statement(number, account, documents)
            return
        with tempfile.TemporaryFile() as kept:
            places = _sort_out(documents, accounts, kept)
            for number, account in accounts.items():
                yield from self._statement(
                    number, account, _kept(kept, places[number], self.encoding)
                )

    def _statement(
        self, number: str, account: _Account, documents: Iterator[_Written]
    ) -> Iterator[StatementPart]:
        currency = self._currency(number)
        opening = _balance(account.opening, currency)
        closing = _balance(account.closing, currency)
        yield StatementHead(
            format="1c",
            account=number or None,
            currency=currency,
            opening=opening,
            opened_on=account.opened_on,
            bank=self.outline.bank,
        )
        total, accounts, reader = 0, (number,), DocumentReader()
        end = raw_bytes("\nКонецДокумента", self.encoding)
        for text, written in documents:
            document, raw = reader.read(text), written + end
            self.lines += 1
            sides = sides_of(document, accounts, number)
            if not sides:
                yield SpoiledLine("it may be money in or out", self.lines, raw)
            for side in sides:
                try:
                    line = read_document(document, side.sign, currency or UNTOLD, raw)
                except (ValueError, MoneyError) as error:
                    yield SpoiledLine(str(error), self.lines, raw)
                    break
                total += line.amount.minor
                yield line
        is_proved = (
            opening is not None and closing is not None and opening.minor + total == closing.minor
        )
        if not self.outline.is_complete and not is_proved:
            raise UnreadableFileError(Unreadable.TRUNCATED, "there is no КонецФайла")
        yield StatementEnd(closing, account.closed_on)

    def _currency(self, number: str) -> str | None:
        found = _RUSSIAN_ACCOUNT.fullmatch(number)
        told = None if found is None else CURRENCY_OF_NUMBER.get(found[1])
        return told or self.outline.currency


def _sort_out(
    documents: Iterator[_Written], accounts: dict[str, _Account], kept: IO[bytes]
) -> dict[str, "array[int]"]:
    """Copy documents to a file, and note for each account where its own begin and end.

    A payment between two accounts of the file, told by both, is one line of each.
    """
    places: dict[str, array[int]] = {number: array("Q") for number in accounts}
    first = next(iter(accounts))
    between: set[tuple[str, ...]] = set()
    reader = DocumentReader()
    begin = 0
    for text, raw in documents:
        written = kept.write(raw)
        document = reader.read(text)
        sides = sides_of(document, accounts, first)
        identity = identity_of(document) if len(sides) > 1 else ()
        if not identity or identity not in between:
            for number in dict.fromkeys(side.account or first for side in sides) or (first,):
                places[number].extend((begin, written))
        if identity:
            between.add(identity)
        begin += written
    return places


def _kept(kept: IO[bytes], places: "array[int]", encoding: str) -> Iterator[_Written]:
    for place in range(0, len(places), 2):
        kept.seek(places[place])
        raw = kept.read(places[place + 1])
        yield text_of(raw, encoding), raw


def _balance(text: str, currency: str | None) -> Money | None:
    """Read a balance; one that can't be read is not known, and so proves nothing."""
    try:
        return amount_of(text, currency or UNTOLD)
    except (ValueError, MoneyError):
        return None


def _day(text: str | None) -> dt.date | None:
    try:
        return day_of(text or "")
    except ValueError:
        return None


def _is_before(one: dt.date | None, other: dt.date | None) -> bool:
    return one is not None and other is not None and one < other
