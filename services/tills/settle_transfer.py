"""Say where cash between tills goes, and what became of it: it came, wholly or in part, or not."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from ledger.cash import CASH_RULES, CashCategory, CashDirection, CashOperation
from ledger.journal import JournalEntry, Origin, PostedEntry, Posting
from ledger.money import Money
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of, take_back
from services.tills.follow_transfers import arrived, asked_anew, settled
from services.tills.transfers import (
    Transfer,
    TransferState,
    may_find,
    may_settle,
    may_take_back,
    may_write_off,
)

SOURCE = "transfer"
"""The source of arrivals that were confirmed by a tap."""


@dataclass(frozen=True, slots=True)
class TransferMoved:
    """The button speaks of the transfer as it was; it stands otherwise by now."""

    transfer: Transfer


@dataclass(frozen=True, slots=True)
class NoSuchPart:
    """More cannot have come than was sent, nor other money."""

    transfer: Transfer


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of a transfer, as of one revision of it."""

    transfer_id: int
    revision: int


Settled = Transfer | TransferMoved | NotAllowed | StaleAnswer


def receive_transfer(
    books: Books, pressed: Pressed, person: Person, cause: Cause, came: Money | None = None
) -> Settled | NoSuchPart:
    """Post that a transfer has arrived in its till.

    Args:
        books: the open books.
        pressed: which one, as it was when the person was asked.
        person: who says so.
        cause: because of which update, when.
        came: how much of it, above zero, if not all; the rest stays on its way.
    """
    found = _open(books, pressed, person)
    if not isinstance(found, Transfer):
        return found
    if found.to_till is None:
        return TransferMoved(found)
    amount = found.amount if came is None else came
    if amount.currency != found.amount.currency or amount.minor > found.amount.minor:
        return NoSuchPart(found)
    operation = CashOperation(CashDirection.IN, amount, CashCategory.DESK_TRANSFER)
    posted = _post(books, found, operation.postings(found.to_till), operation.category, cause)
    return StaleAnswer() if posted is None else arrived(books, found, posted, person, cause)


def refuse_transfer(books: Books, pressed: Pressed, person: Person, cause: Cause) -> Settled:
    """Note that a transfer has not arrived; it stays on its way."""
    found = _open(books, pressed, person)
    if not isinstance(found, Transfer):
        return found
    if found.state is TransferState.REFUSED:
        return TransferMoved(found)
    refused = replace(
        found, state=TransferState.REFUSED, decided_by=person.id, decided_at=cause.at
    )
    return books.transfers.change(refused, cause)


def return_transfer(books: Books, pressed: Pressed, person: Person, cause: Cause) -> Settled:
    """Post that what is on its way is in the till again that it had left."""
    found = _still(books, pressed, {TransferState.SENT, TransferState.REFUSED})
    if not isinstance(found, Transfer):
        return found
    if not may_take_back(found, person, books.accounts.tills()):
        return NotAllowed()
    operation = CashOperation(CashDirection.IN, found.amount, CashCategory.DESK_TRANSFER)
    postings = operation.postings(found.from_till)
    return _ended(books, found, TransferState.RETURNED, postings, person, cause)


def write_off_transfer(books: Books, pressed: Pressed, person: Person, cause: Cause) -> Settled:
    """Book what did not come, and nobody has found, as a shortage; its sender never may."""
    found = _still(books, pressed, {TransferState.REFUSED})
    if not isinstance(found, Transfer):
        return found
    if not may_write_off(found, person, books.people.all()):
        return NotAllowed()
    shortage, between = (
        CASH_RULES[each].account
        for each in (CashCategory.CASH_SHORTAGE, CashCategory.DESK_TRANSFER)
    )
    postings = (Posting(shortage, found.amount), Posting(between, -found.amount))
    return _ended(books, found, TransferState.SHORT, postings, person, cause)


def reopen_transfer(books: Books, pressed: Pressed, person: Person, cause: Cause) -> Settled:
    """Take a shortage back, since the cash was found: whether it has come is asked anew."""
    books.transfers.hold()
    found = books.transfers.find(pressed.transfer_id)
    if found is None:
        return StaleAnswer()
    if not may_find(found, person):
        return NotAllowed()
    booked = books.journal.find(found.arrival_number or 0)
    is_as_said = found.state is TransferState.SHORT and found.revision == pressed.revision
    if not is_as_said or booked is None:
        return TransferMoved(found)
    today = shop_of(books).day_of(cause.at)
    day = books.periods.open_books().booking_day(today, today)
    take_back(books, booked, cause, booked_on=day.booked_on)
    return books.transfers.change(asked_anew(found), cause)


def choose_till(
    books: Books, pressed: Pressed, till: str, person: Person, cause: Cause
) -> Settled:
    """Say to which till a transfer goes: its sender does, or who may take back any entry."""
    books.transfers.hold()
    found = books.transfers.find(pressed.transfer_id)
    if found is None:
        return StaleAnswer()
    if found.sent_by != person.id and not person.may(Permission.UNDO_ANY):
        return NotAllowed()
    others = {each.key for each in books.accounts.tills()} - {found.from_till}
    is_asked = found.to_till is None and found.is_on_the_way
    if not is_asked or found.revision != pressed.revision or till not in others:
        return TransferMoved(found)
    return books.transfers.change(replace(found, to_till=till), cause)


def _open(
    books: Books, pressed: Pressed, person: Person
) -> Transfer | TransferMoved | NotAllowed | StaleAnswer:
    """Give a transfer that is as the button says, and on its way."""
    books.transfers.hold()
    found = books.transfers.find(pressed.transfer_id)
    if found is None:
        return StaleAnswer()
    if not may_settle(found, person, books.people.all(), books.accounts.tills()):
        return NotAllowed()
    is_as_said = found.is_on_the_way and found.revision == pressed.revision
    return found if is_as_said else TransferMoved(found)


def _still(
    books: Books, pressed: Pressed, states: Collection[TransferState]
) -> Transfer | TransferMoved | StaleAnswer:
    """Give a transfer that is as the button says, in one of some states."""
    books.transfers.hold()
    found = books.transfers.find(pressed.transfer_id)
    if found is None:
        return StaleAnswer()
    is_as_said = found.state in states and found.revision == pressed.revision
    return found if is_as_said else TransferMoved(found)


def _ended(
    books: Books,
    transfer: Transfer,
    state: TransferState,
    postings: tuple[Posting, Posting],
    person: Person,
    cause: Cause,
) -> Transfer | StaleAnswer:
    """Post what became of a transfer in the end."""
    is_short = state is TransferState.SHORT
    category = CashCategory.CASH_SHORTAGE if is_short else CashCategory.DESK_TRANSFER
    posted = _post(books, transfer, postings, category, cause)
    if posted is None:
        return StaleAnswer()
    return books.transfers.change(settled(transfer, state, posted.number, person.id, cause), cause)


def _post(
    books: Books,
    transfer: Transfer,
    postings: tuple[Posting, Posting],
    category: CashCategory,
    cause: Cause,
) -> PostedEntry | None:
    """Post what takes a transfer, or a part of it, from between the tills."""
    sending = books.journal.find(transfer.entry_number)
    if sending is None:
        return None
    told = books.journal.of_origin(SOURCE, str(transfer.id))
    sender = books.people.find(transfer.sent_by)
    today = shop_of(books).day_of(cause.at)
    day = books.periods.open_books().booking_day(today, today)
    entry = JournalEntry(
        booked_on=day.booked_on,
        belongs_on=day.belongs_on,
        occurred_at=cause.at,
        narration=sending.entry.narration,
        postings=postings,
        origin=Origin(SOURCE, str(transfer.id), len(told) + 1),
        category=category.value,
        counterparty=None if sender is None else sender.name,
        replaces=told[-1].number if told else None,
    )
    (posted,) = books.journal.add([entry], cause)
    return posted
