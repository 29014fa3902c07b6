"""CAMT.052, 053 and 054 of ISO 20022 in all versions, read as they stream in.

A statement is `Stmt` (053), a report `Rpt` (052) or a notification `Ntfctn` (054), in any
namespace, prefixed or none, alone or in an envelope. Its booked opening balance is OPBD, else
PRCD; its closing CLBD, or ITBD in a report, which tells of a day that goes on. A 054 has neither.
What `Sts` calls INFO is told for information and is no movement: it is left out. Balances are
told as they stand, in whatever currency; nothing is made to fit.
Source: ISO 20022 message definition reports "Bank-to-Customer Cash Management".
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from lxml import etree

from ledger.errors import MoneyError
from ledger.money import Money
from ledger.statements import SpoiledLine, StatementEnd, StatementHead, StatementPart
from sources.bank_files.camt_entry import Whose, entry_currency, read_entry
from sources.bank_files.camt_references import Lone, lone_references
from sources.bank_files.camt_xml import account_number, child, children, local_name, text_of
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.xml_text import DAY_MAX, exact_money, iso_day, rewindable

_Balance: TypeAlias = tuple[Money | None, dt.date | None]
_NAMES = {"Stmt": "camt.053", "Rpt": "camt.052", "Ntfctn": "camt.054"}
_KNOWN_BY = re.compile(rb"BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)|:xsd:camt\.05[234]\.001\.")
_MESSAGE = "BkToCstmr"
_TAIL = 512
_ENCODING_ERRORS = frozenset(
    {
        etree.ErrorTypes.ERR_INVALID_ENCODING,
        etree.ErrorTypes.ERR_UNKNOWN_ENCODING,
        etree.ErrorTypes.ERR_UNSUPPORTED_ENCODING,
        etree.ErrorTypes.I18N_CONV_FAILED,
        etree.ErrorTypes.I18N_NO_OUTPUT,
    }
)
_ENTITY_ERRORS = frozenset(
    {etree.ErrorTypes.ERR_ENTITY_LOOP, etree.ErrorTypes.ERR_ENTITY_BOUNDARY}
)


def recognises_camt(head: bytes) -> bool:
    """Tell by the name of the message or its namespace, in UTF-16 too."""
    bare = head.replace(b"\0", b"")
    return b"<" in bare[:200] and _KNOWN_BY.search(bare) is not None


def read_camt(file: BinaryIO) -> Iterator[StatementPart]:
    """Read statements, one after the other; entries are freed as they are told.

    Raises:
        UnreadableFileError: no XML, cut off, wrongly encoded, with a document type, or none of
            an account.
    """
    whole = rewindable(file)
    references = lone_references(whole)
    whole.seek(0)
    source = _Remembering(whole)
    try:
        yield from _statements(source, references)
    except etree.XMLSyntaxError as error:
        raise _refusal(error, source) from error


@dataclass(slots=True)
class _Remembering:
    """A file that keeps in mind how it began and how it ended as far as it was read."""

    file: BinaryIO
    head: bytes = b""
    tail: bytes = b""

    def read(self, size: int = -1, /) -> bytes:
        piece = self.file.read(size)
        if not self.head:
            piece = piece.lstrip()  # no XML begins with blanks, but some files do
        self.head = self.head or piece[:_TAIL]
        self.tail = piece[-_TAIL:] if len(piece) >= _TAIL else (self.tail + piece)[-_TAIL:]
        return piece


def _refusal(error: etree.XMLSyntaxError, source: _Remembering) -> UnreadableFileError:
    """Say why libxml2 stopped: it can't tell a file that is cut off from one that is broken."""
    said = str(error)
    if error.code in _ENCODING_ERRORS or "encoding" in said.lower():
        return UnreadableFileError(Unreadable.ENCODING, said)
    if error.code in _ENTITY_ERRORS or "amplification" in said:
        return UnreadableFileError(Unreadable.BOMB, said)
    while source.read(1 << 16):
        pass
    if not source.head.strip():
        return UnreadableFileError(Unreadable.EMPTY, "no bytes")
    end = source.tail.replace(b"\0", b"").rstrip()
    reason = Unreadable.DAMAGED if _closes(end) else Unreadable.TRUNCATED
    return UnreadableFileError(reason, said)


def _closes(end: bytes) -> bool:
    last = re.search(rb"</(?:[\w.-]+:)?([\w.-]+)\s*>$", end)
    return last is not None and last[1] in {b"Document", b"DataPDU", b"BizMsgEnvlp", b"Envelope"}


@dataclass(slots=True)
class _Statement:
    """The statement that is being read."""

    element: etree._Element
    whose: Whose
    entries: int = 0
    previous: etree._Element | None = None


def _statements(source: _Remembering, references: list[Lone]) -> Iterator[StatementPart]:
    events = etree.iterparse(
        source,
        events=("end",),
        tag=("{*}Ntry", "{*}Stmt", "{*}Rpt", "{*}Ntfctn"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    told, open_one = 0, None
    for _, element in events:
        parent = element.getparent()
        kind = local_name(element)
        if parent is None or not _belongs(kind, parent, open_one):
            continue
        statement = element if kind != "Ntry" else parent
        if open_one is None:
            _refuse_document_type(element)
            head = _head(statement, element)
            lone = references[told] if told < len(references) else frozenset()
            open_one = _Statement(statement, Whose(head.account, head.currency, lone))
            yield head
        if kind == "Ntry":
            part = _next_line(open_one, element)
            if part is not None:
                yield part
        else:
            yield _end(statement)
            statement.clear()
            open_one, told = None, told + 1
    if not told:
        raise UnreadableFileError(Unreadable.NO_STATEMENT, "there is no Stmt, Rpt or Ntfctn")


def _belongs(kind: str, parent: etree._Element, open_one: _Statement | None) -> bool:
    """Tell the message's own elements from what a bank adds in an envelope of its own."""
    if kind == "Ntry":
        if open_one is not None:
            return parent is open_one.element
        if local_name(parent) not in _NAMES or (above := parent.getparent()) is None:
            return False
        return local_name(above).startswith(_MESSAGE)
    return local_name(parent).startswith(_MESSAGE)


def _refuse_document_type(element: etree._Element) -> None:
    """Take none: CAMT has no document type, and entities are what bombs are made of."""
    if element.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFileError(Unreadable.BOMB, "it declares a document type")


def _next_line(statement: _Statement, entry: etree._Element) -> StatementPart | None:
    statement.entries += 1
    raw = etree.tostring(entry, encoding="utf-8", with_tail=False)
    part: StatementPart | None
    try:
        part = read_entry(entry, statement.whose, raw)
    except (ValueError, MoneyError) as error:
        part = SpoiledLine(str(error), statement.entries, raw)
    if statement.previous is not None:
        # Never the entry itself: libxml2 may still be writing the text that follows it.
        statement.element.remove(statement.previous)
    statement.previous = entry
    return part


def _head(statement: etree._Element, first: etree._Element) -> StatementHead:
    found = children(statement)
    account = children(found.get("Acct"))
    opening, opened_on = _balance(statement, ("OPBD", "PRCD"))
    closing, _ = _closing(statement)
    currency = text_of(account.get("Ccy"))
    for balance in (opening, closing):
        if currency is None and balance is not None:
            currency = balance.currency
    number = next(
        (found[name] for name in ("ElctrncSeqNb", "LglSeqNb", "Id") if name in found), None
    )
    return StatementHead(
        format=_NAMES[local_name(statement)],
        account=account_number(found.get("Acct")),
        currency=currency or entry_currency(first),
        opening=opening,
        opened_on=opened_on,
        number=text_of(number),
        bank=_bank(account.get("Svcr")),
        owner=text_of(child(account.get("Ownr"), "Nm")),
    )


def _bank(servicer: etree._Element | None) -> str | None:
    institution = children(child(servicer, "FinInstnId"))
    for name in ("Nm", "NmAndAdr", "BICFI", "BIC"):
        if name in institution:
            inner = child(institution[name], "Nm")
            return text_of(institution[name] if inner is None else inner)
    return None


def _end(statement: etree._Element) -> StatementEnd:
    return StatementEnd(*_closing(statement))


def _closing(statement: etree._Element) -> _Balance:
    closing = _balance(statement, ("CLBD",))
    if closing[0] is None and local_name(statement) == "Rpt":
        return _balance(statement, ("ITBD",))
    return closing


def _balance(statement: etree._Element, kinds: tuple[str, ...]) -> _Balance:
    """Find the balance of the first kind that is there; of two of a kind, the first."""
    told: dict[str, _Balance] = {}
    for element in statement:
        if local_name(element) == "Bal":
            code = next((text_of(each) for each in element.iter("{*}Cd")), None)
            told.setdefault(code or "", _read_balance(element))
    return next((told[kind] for kind in kinds if kind in told), (None, None))


def _read_balance(element: etree._Element) -> _Balance:
    """Read a balance; one that can't be read is not known, and so proves nothing."""
    found = children(element)
    amount = found.get("Amt")
    sign = -1 if text_of(found.get("CdtDbtInd")) == "DBIT" else 1
    day = text_of(next(iter(children(found.get("Dt")).values()), None))
    currency = "" if amount is None else str(amount.get("Ccy", ""))
    try:
        money = exact_money(text_of(amount) or "", currency, sign)
        return money, None if day is None else iso_day(day[:DAY_MAX])
    except (ValueError, MoneyError):
        return None, None
