"""Receipts: kept with what they prove, whichever way they come."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ledger.journal import Origin, PostedEntry
from services.advances.account_for import AccountedFor, SpendingAsked
from services.cash.receipt_ports import Receipt, ReceiptState
from services.cash.record_cash import CashFiledInPart
from services.cash_types import (
    CashAmended,
    CashAsked,
    CashRecorded,
    NotAllowed,
    NothingToUndo,
)
from services.messages import TELEGRAM, Attached, Cause
from services.people import Permission, Person
from services.ports import Books

RECEIPT = "receipt"
"""The conversation's name in what a person is expected to type."""
LIKELY_MAX = 5
"""So many of a person's last entries are offered for a receipt that says nothing."""
LIKELY_HOURS = 36


@dataclass(frozen=True, slots=True)
class ReceiptTied:
    """A receipt is with the operations of a message."""

    receipt: Receipt
    entries: tuple[PostedEntry, ...]
    """Those that stand; none while the message is still asked about."""
    is_answer: bool = False
    """Whether it says what other pictures of its album prove, which was asked before."""


@dataclass(frozen=True, slots=True)
class WhichEntryProved:
    """Nobody has said what a receipt proves: the person's last entries, the newest first."""

    receipt: Receipt
    likely: tuple[PostedEntry, ...]


@dataclass(frozen=True, slots=True)
class OneOfAlbum:
    """Another picture of an album that is spoken of already."""

    receipt: Receipt


@dataclass(frozen=True, slots=True)
class ReceiptStored:
    """A receipt's content is kept; the same content may have come before."""

    receipt: Receipt
    before: Receipt | None
    before_entries: tuple[PostedEntry, ...]


@dataclass(frozen=True, slots=True)
class ReceiptRefused:
    """A receipt's content will not come: it is too large, or Telegram has it no more."""

    receipt: Receipt
    larger_than_megabytes: int | None
    """What it may have at most, if it has more."""


def message_key(chat_id: int, message_id: int) -> str:
    """Name a message as the books do: what it told has origins that begin so."""
    return f"{chat_id}/{message_id}"


def key_of_entry(posted: PostedEntry) -> str:
    """Name the message, or other outside event, that an entry was told in."""
    return key_of_origin(posted.entry.origin)


def key_of_origin(origin: Origin) -> str:
    """Name the message, or other outside event, of which an operation is told."""
    if origin.source == TELEGRAM:
        return origin.external_id.partition("#")[0]
    return f"{origin.source}:{origin.external_id}"


def entries_of(books: Books, told_in: str) -> tuple[PostedEntry, ...]:
    """Give the standing entries of a message by its key."""
    chat, _, message = told_in.partition("/")
    if not message.isdecimal() or not chat.lstrip("-").isdecimal():
        return ()
    told = books.journal.of_message(int(chat), int(message))
    return tuple(each for each in told if each.reversed_by is None and not each.entry.reverses)


def take_receipt(
    books: Books, receipt: Receipt, person: Person, *, proves: str | None
) -> ReceiptTied | WhichEntryProved | OneOfAlbum | NotAllowed:
    """Keep a receipt that came, and say with what.

    Args:
        books: the open books.
        receipt: as it came, with no id yet.
        person: who sent it.
        proves: the key of the message it was sent with or in reply to; None says nothing.
    """
    if not person.may(Permission.RECORD_CASH):
        return NotAllowed()
    album = (
        () if receipt.album is None else books.receipts.of_album(receipt.chat_id, receipt.album)
    )
    others = [each for each in album if each.message_id != receipt.message_id]
    known = proves or next((each.told_in for each in others if each.told_in), None)
    kept = books.receipts.add(replace(receipt, told_in=known))
    if known is None:
        return OneOfAlbum(kept) if others else WhichEntryProved(kept, _likely(books, kept, person))
    untold = [each for each in others if each.told_in is None]
    for each in (*untold, *([kept] if kept.told_in != known else [])):
        books.receipts.tie(each.id, known)
    tied = replace(kept, told_in=known)
    return ReceiptTied(tied, entries_of(books, known), is_answer=bool(untold))


def tie_receipt(
    books: Books, receipt_id: int, number: int, person: Person, cause: Cause
) -> ReceiptTied | NotAllowed | NothingToUndo:
    """Tie a receipt, and its album, to an entry that a person chose."""
    receipt, posted = books.receipts.find(receipt_id), books.journal.find(number)
    if receipt is None or posted is None or posted.reversed_by is not None:
        return NothingToUndo()
    if receipt.told_in is not None:
        return NothingToUndo()  # somebody was quicker, or its words came after it
    is_own = receipt.person_id == person.id
    if not is_own and not person.may(Permission.UNDO_ANY):
        return NotAllowed()
    key = key_of_entry(posted)
    _tie_with_album(books, receipt, key)
    books.expectations.expect(person.id, None)
    books.audit.record(
        cause,
        what="tie_receipt",
        subject=f"entry:{number}",
        change={"receipt": receipt.id, "told_in": key},
    )
    return ReceiptTied(replace(receipt, told_in=key), (posted,))


def expect_words(books: Books, receipt_id: int, person: Person) -> bool:
    """Have what a person types next about cash take a receipt along; say whether it is his."""
    receipt = books.receipts.find(receipt_id)
    if receipt is None or receipt.person_id != person.id:
        return False
    books.expectations.expect(person.id, f"{RECEIPT}:{receipt_id}")
    return True


def told_in(outcome: object, chat_id: int, message_id: int) -> str | None:
    """Name the message whose operations an outcome tells of; None when it tells of none.

    Words that answer a question, or put an entry right, speak of the message told before.
    """
    match outcome:
        case CashRecorded(posted=(first, *_)) | CashAmended(_, CashRecorded(posted=(first, *_))):
            return key_of_entry(first)
        case CashAsked(draft):
            return message_key(draft.chat_id, draft.message_id)
        case AccountedFor(posted=(first, *_)):
            return key_of_entry(first)
        case CashRecorded() | CashAmended() | CashFiledInPart() | AccountedFor() | SpendingAsked():
            return message_key(chat_id, message_id)
        case _:
            return None


def take_along(books: Books, person: Person, key: str) -> None:
    """Tie the receipt that was waiting for words to what they tell of."""
    conversation, _, number = (person.expects or "").partition(":")
    if conversation != RECEIPT or not number.isdecimal():
        return
    receipt = books.receipts.find(int(number))
    if receipt is not None and receipt.told_in is None:
        _tie_with_album(books, receipt, key)
    books.expectations.expect(person.id, None)


def store_receipt(
    books: Books, receipt: Receipt, content: bytes, at: dt.datetime
) -> ReceiptStored | None:
    """Keep what was fetched; None when another process was quicker."""
    now = books.receipts.find(receipt.id)
    if now is None or now.state is not ReceiptState.WAITING:
        return None
    digest = books.receipts.keep(receipt.id, content, at)
    kept = replace(now, state=ReceiptState.KEPT, digest=digest)
    before = books.receipts.same_as(kept)
    if before is not None and before.id > kept.id:
        before = None
    told = () if before is None or before.told_in is None else entries_of(books, before.told_in)
    return ReceiptStored(kept, before, told)


def served_receipt(books: Books, receipt_id: int, person: Person) -> Attached | NotAllowed | None:
    """Give a receipt's file to who may see it; None when it is not kept."""
    receipt = books.receipts.find(receipt_id)
    if receipt is None:
        return None
    is_his = receipt.person_id == person.id or _is_deputy(books, receipt, person)
    if not is_his and not person.may(Permission.SEE_DAY):
        return NotAllowed()
    return books.receipts.content(receipt_id)


def _is_deputy(books: Books, receipt: Receipt, person: Person) -> bool:
    """Say whether a person was asked to decide on the payout that a receipt is of."""
    if receipt.told_in is None:
        return False
    chat, _, message = receipt.told_in.partition("/")
    if not message.isdecimal() or not chat.lstrip("-").isdecimal():
        return False
    waiting = books.approvals.waiting_of_message(int(chat), int(message))
    return any(each.delegated_to == person.id for each in waiting)


def receipts_of(books: Books, entries: Sequence[PostedEntry]) -> tuple[Receipt, ...]:
    """Give the receipts that prove entries, each once."""
    keys = dict.fromkeys(key_of_entry(each) for each in entries)
    return tuple(each for key in keys for each in books.receipts.of_message(key))


def _likely(books: Books, receipt: Receipt, person: Person) -> tuple[PostedEntry, ...]:
    return books.journal.told_in(
        chat_id=receipt.chat_id,
        actor=person.actor,
        since=receipt.sent_at - dt.timedelta(hours=LIKELY_HOURS),
        limit=LIKELY_MAX,
    )


def _tie_with_album(books: Books, receipt: Receipt, key: str) -> None:
    album = (
        () if receipt.album is None else books.receipts.of_album(receipt.chat_id, receipt.album)
    )
    for each in {receipt.id, *(each.id for each in album if each.told_in is None)}:
        books.receipts.tie(each, key)
