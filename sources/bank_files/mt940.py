"""MT940 and MT942 of SWIFT, in an envelope or bare, with what banks make of them.

A message is a page: one that closes with :62M: goes on in the next, if that is of the same account
and number and opens with the same balance, and both are one statement. MT942 has no balances and
tells what the bank has not booked for good. A bank's reference (behind "//" in :61:) is promised
to nobody as unique: it identifies a line only where it stands once among an account's.
Source: SWIFT, Standards MT, category 9.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from ledger.errors import MoneyError
from ledger.statements import (
    SpoiledLine,
    StatementEnd,
    StatementHead,
    StatementLine,
    StatementPart,
)
from sources.bank_files.code_pages import decoded_text, encoding_of_text, raw_bytes
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.lone_ids import lone_ids
from sources.bank_files.mt940_details import LINE_WIDTH
from sources.bank_files.mt940_line import (
    Balance,
    Page,
    account_and_currency,
    bank_of,
    currency_of_balance,
    currency_of_floor,
    read_balance,
    read_line,
)
from sources.bank_files.xml_text import rewindable

_TAG = re.compile(r"\n:(20|21|25P?|28C?|60[FM]|61|62[FM]|64|65|86|13D?|34F|90[CD]|NS|940|72):")
_SEEN = re.compile(
    rb"(?:^[\x01\x02\xbb\xbf\xef\xfe\xff \t]*|[\r\n]):(20|25P?|28C?|60[FM]|61|62[FM]|34F|90[CD]):"
)
_OF_A_STATEMENT = frozenset({b"28", b"28C", b"60F", b"60M", b"61", b"62F", b"62M", b"34F"})
_REFERENCES = re.compile(r"\n:(?:25P?:([^\n]*)|61:[^\n/]*(?:/(?!/)[^\n/]*)*//([^\n]*))")
_CLOSED = re.compile(r"\n?-\}|\n-(?:[ \t\x03\x04]*(?:\n|$)|XXX)")
_INTERIM = re.compile(r"\{2:[IO]942[^{}]*\}\s*(?:\{3:(?:[^{}]|\{[^{}]*\})*\}\s*)?\{4:\s*$")
_BEGIN = frozenset({"25", "25P", "60F", "60M"})
"""Fields that begin a message where its :20: is missing."""
_NEVER_NEXT = frozenset({"20", "21", "25", "28", "13", "64", "65", "72"})
"""Fields that never follow a line at once; a time of day that was wrapped looks like them."""
_MARGIN = "\x01\x02\ufeff \t\n"
_HELD_MAX = 1 << 22
_FIELDS_MAX = 1_000
"""Fields of one line: a file of another kind never ends its first one."""


def recognises_mt940(head: bytes) -> bool:
    """Tell by the tags that begin lines: an account's or a message's, and a statement's."""
    seen = set(_SEEN.findall(head.replace(b"\0", b"")))
    return len(seen) > 1 and not _OF_A_STATEMENT.isdisjoint(seen)


def read_mt940(file: BinaryIO) -> Iterator[StatementPart]:
    """Read statements, one after the other; a first time for the bank's references.

    Raises:
        UnreadableFileError: cut off, wrongly encoded, or none of an account.
    """
    whole = rewindable(file)
    encoding = encoding_of_text(whole)
    lone = lone_ids(_references(decoded_text(whole, encoding)))
    whole.seek(0)
    yield from _Reader(encoding, lone).read(_fields(decoded_text(whole, encoding)))


def _references(texts: Iterator[str]) -> Iterator[tuple[str, str]]:
    account, held = "", "\n"
    for text in texts:
        whole, _, last = (held + text).rpartition("\n")
        held = f"\n{last}"
        for number, reference in _REFERENCES.findall(whole):
            if reference:
                yield account, reference.strip()
            elif number:
                account = number.strip()
        if len(held) > _HELD_MAX:
            raise UnreadableFileError(Unreadable.DAMAGED, "a line without an end")


def _fields(texts: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Cut a file into tags and what they hold; before the first stands the tag ""."""
    tag, held = "", ""
    for text in texts:
        last = f"\n:{tag}:" if tag else "\n"
        new = text if tag or held else text.lstrip(_MARGIN)
        pieces = _TAG.split(last + held + new)
        if len(pieces) > 1:
            if not tag:
                yield "", pieces[0]
            yield from zip(pieces[1:-2:2], pieces[2:-2:2], strict=True)
            tag, held = pieces[-2:]
        else:
            tag, held = "", pieces[-1].removeprefix("\n")
        if len(held) > _HELD_MAX:
            raise UnreadableFileError(Unreadable.DAMAGED, "a field without an end")
    yield tag, held


@dataclass(slots=True)
class _Reader:
    """Goes through fields and tells statements."""

    encoding: str
    lone: dict[str, set[str]]
    page: Page = field(default_factory=Page)
    before: Page | None = None
    """A page whose end waits for the next one."""
    movement: str | None = None
    details: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    told: int = 0
    lines: int = 0
    closes: bool = False
    """Messages of this file end with a sign that they do."""
    is_closed: bool = True
    is_enveloped: bool = False
    is_cut: bool = False
    """The file ends within a line."""
    is_interim: bool = False
    """The envelope says that the next message is an MT942."""

    def read(self, fields: Iterator[tuple[str, str]]) -> Iterator[StatementPart]:
        for tag, body in fields:
            if self.movement is not None:
                if tag == "86" or self._is_detail(tag):
                    self._take_detail(tag, body)
                else:
                    yield self._line()
            if tag == "61":
                if not self.page.is_told:
                    yield from self._head()
                self.movement, self.raw = body, [f":61:{body}"]
            elif self.movement is None:
                yield from self._outline(tag, body)
        if self.movement is not None:
            yield self._line()
        yield from self._finish()

    def _is_detail(self, tag: str) -> bool:
        """Tell what belongs to a line: a wrapped text too, whose next line looks like a tag."""
        if tag in {"86", "NS"}:
            return True
        if tag not in _NEVER_NEXT:
            return False
        last = self.details[-1] if self.details else ""
        return len(last.rpartition("\n")[2]) >= LINE_WIDTH or (tag == "25" and not last)

    def _take_detail(self, tag: str, body: str) -> None:
        self.raw.append(f"\n:{tag}:{body}")
        if len(self.raw) > _FIELDS_MAX:
            raise UnreadableFileError(Unreadable.DAMAGED, "a line without an end")
        if tag in {"86", "NS"} or not self.details:
            self.details.append(f":NS:{body}" if tag == "NS" else body)
        else:
            self.details[-1] += f"\n:{tag}:{body}"

    def _note_closing(self, body: str) -> None:
        self.is_cut = not body.endswith("\n")
        if _CLOSED.search(body) is not None:
            self.closes = self.is_closed = True
        self.is_enveloped = self.is_enveloped or "{4:" in body
        if "{2:" in body:
            self.is_interim = _INTERIM.search(body) is not None

    def _line(self) -> StatementLine | SpoiledLine:
        text, whole = self.movement or "", "".join(self.raw)
        raw = raw_bytes(whole, self.encoding)
        details, self.details, self.movement = self.details, [], None
        self.lines += 1
        if "\n-" in whole:
            self._note_closing(whole)
            text, details = _CLOSED.split(text)[0], [_CLOSED.split(each)[0] for each in details]
        try:
            return read_line(text, details, self.page, raw)
        except (ValueError, MoneyError) as error:
            return SpoiledLine(str(error), self.lines, raw)

    def _outline(self, tag: str, body: str) -> Iterator[StatementPart]:
        """Read a field that is no line's."""
        self._note_closing(body)
        if tag == "20" or (tag in _BEGIN and self.page.end is not None):
            yield from self._turn()
        page = self.page
        if tag in {"25", "25P"}:
            page.own = body.split("\n", 1)[0].strip()
            page.lone = self.lone.get(page.own, set())
            page.account, page.currency = account_and_currency(body)
            page.bank = bank_of(body)
        elif tag in {"28", "28C"}:
            page.number = body.split("\n", 1)[0].partition("/")[0].strip() or None
        elif tag in {"60F", "60M"}:
            yield from self._opening(tag, body)
        elif tag in {"62F", "62M"}:
            yield from self._closing(tag, body)
        elif tag in {"34F", "90C", "90D", "13D"} and not page.has_opening:
            page.is_interim = True
            page.currency = page.currency or currency_of_floor(body)

    def _opening(self, tag: str, body: str) -> Iterator[StatementPart]:
        page = self.page
        page.has_opening, page.is_interim = True, False
        page.currency = currency_of_balance(body) or page.currency
        try:
            balance = read_balance(body, page.currency)
        except (ValueError, MoneyError):
            balance = None
        if not page.is_told:
            yield from self._head(balance, follows=tag == "60M")

    def _closing(self, tag: str, body: str) -> Iterator[StatementPart]:
        if not self.page.is_told:
            yield from self._head()
        try:
            balance = read_balance(body, self.page.currency)
            self.page.end = StatementEnd(balance.amount, balance.day)
        except MoneyError:
            self.page.end = StatementEnd()
        except ValueError:
            return
        self.page.goes_on = tag == "62M"

    def _head(
        self, opening: Balance | None = None, *, follows: bool = False
    ) -> Iterator[StatementPart]:
        page, before = self.page, self.before
        page.is_told, self.before = True, None
        if before is not None and before.end is not None:
            if follows and opening is not None and _is_next(page, before, opening):
                return
            yield before.end
        self.told += 1
        yield StatementHead(
            format="mt942" if page.is_interim else "mt940",
            account=page.account,
            currency=page.currency,
            opening=opening.amount if opening else None,
            opened_on=opening.day if opening else None,
            number=page.number,
            bank=page.bank,
        )

    def _turn(self) -> Iterator[StatementPart]:
        """Begin a page; the end of one that may go on waits for what comes."""
        page = self.page
        if page.goes_on:
            self.before = page
        else:
            yield from self._end()
        self.page = Page(is_interim=self.is_interim)
        self.is_closed = False

    def _end(self) -> Iterator[StatementPart]:
        page = self.page
        if not page.is_told and page.is_interim and page.account:
            yield from self._head()
        if self.before is not None:
            yield self.before.end or StatementEnd()
            self.before = None
        if page.is_told:
            yield page.end or StatementEnd()

    def _finish(self) -> Iterator[StatementPart]:
        page = self.page
        if page.has_opening and page.end is None:
            raise UnreadableFileError(Unreadable.TRUNCATED, "the last :62F: is missing")
        may_be_cut = self.is_enveloped or (self.closes and self.is_cut)
        if may_be_cut and not self.is_closed:
            raise UnreadableFileError(Unreadable.TRUNCATED, "the last message has no end")
        yield from self._end()
        if not self.told:
            raise UnreadableFileError(Unreadable.NO_STATEMENT, "no balance and no line")


def _is_next(page: Page, before: Page, opening: Balance) -> bool:
    """Tell whether a page goes on where the one before it ended."""
    same = page.account == before.account and page.number == before.number
    return same and before.end is not None and before.end.closing == opening.amount
