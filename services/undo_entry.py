"""Take an entry back in one step, while its day is open."""

from services.cash_types import (
    EntryUndone,
    NotAllowed,
    NothingToUndo,
    PeriodIsClosed,
    StaleAnswer,
)
from services.follow_transfers import follow_transfers, kept_by_transfer
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import balances_after, take_back, till_in
from services.transfers import KeptByTransfer


def undo_entry(
    books: Books, number: int, person: Person, cause: Cause
) -> EntryUndone | StaleAnswer | NotAllowed | PeriodIsClosed | NothingToUndo | KeptByTransfer:
    """Reverse an entry that a person recorded, or any that his role lets him take back."""
    posted = books.journal.find(number)
    till = None if posted is None else till_in(posted)
    if posted is None or till is None or posted.entry.reverses is not None:
        return NothingToUndo()
    is_own = posted.decided_by == person.actor
    needed = Permission.UNDO_OWN if is_own else Permission.UNDO_ANY
    if not person.may(needed):
        return NotAllowed()
    if posted.reversed_by is not None:
        return StaleAnswer()
    days = books.periods.open_books()
    if days.closed_through is not None and not days.is_open(posted.entry.booked_on):
        return PeriodIsClosed(days.closed_through)
    if (kept := kept_by_transfer(books, posted, None)) is not None:
        return kept
    reversal = take_back(books, posted, cause, booked_on=posted.entry.booked_on)
    follow_transfers(books, [posted], [], person, cause)
    return EntryUndone(posted, reversal, till, balances_after(books, [posted], till))
