"""Say where cash between tills goes, that it has arrived, or that it has not."""

from dataclasses import dataclass, replace

from ledger.cash import CashCategory, CashDirection, CashOperation
from ledger.journal import JournalEntry, Origin, PostedEntry
from services.cash_types import NotAllowed, StaleAnswer
from services.follow_transfers import received
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of
from services.transfers import Transfer, TransferState, may_settle

SOURCE = "transfer"
"""The source of arrivals that were confirmed by a tap."""


@dataclass(frozen=True, slots=True)
class TransferMoved:
    """The button speaks of the transfer as it was; it stands otherwise by now."""

    transfer: Transfer


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of a transfer, as of one revision of it."""

    transfer_id: int
    revision: int


Settled = Transfer | TransferMoved | NotAllowed | StaleAnswer


def receive_transfer(books: Books, pressed: Pressed, person: Person, cause: Cause) -> Settled:
    """Post that a transfer has arrived in its till."""
    found = _open(books, pressed, person)
    if not isinstance(found, Transfer):
        return found
    if found.to_till is None:
        return TransferMoved(found)
    sending = books.journal.find(found.entry_number)
    if sending is None:
        return StaleAnswer()
    entry = _arrival(books, found, sending, cause)
    (posted,) = books.journal.add([entry], cause)
    return books.transfers.change(received(found, posted.number, person.id, cause), cause)


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


def _arrival(books: Books, transfer: Transfer, sending: PostedEntry, cause: Cause) -> JournalEntry:
    """Build the entry that takes a transfer from between the tills into its own."""
    category = CashCategory.DESK_TRANSFER
    operation = CashOperation(CashDirection.IN, transfer.amount, category)
    told = books.journal.of_origin(SOURCE, str(transfer.id))
    sender = books.people.find(transfer.sent_by)
    today = shop_of(books).day_of(cause.at)
    day = books.periods.open_books().booking_day(today, today)
    return JournalEntry(
        booked_on=day.booked_on,
        belongs_on=day.belongs_on,
        occurred_at=cause.at,
        narration=sending.entry.narration,
        postings=operation.postings(transfer.to_till or ""),
        origin=Origin(SOURCE, str(transfer.id), len(told) + 1),
        category=category.value,
        counterparty=None if sender is None else sender.name,
        replaces=told[-1].number if told else None,
    )
