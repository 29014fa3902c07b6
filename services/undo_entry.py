"""Take an entry back in one step, while its day is open."""

from services.cash_types import (
    EntryUndone,
    NotAllowed,
    NothingToUndo,
    PeriodIsClosed,
    StaleAnswer,
)
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import balances_after, take_back, till_in
from services.settle_approval import withdraw_overtaken


def undo_entry(
    books: Books, number: int, person: Person, cause: Cause
) -> EntryUndone | StaleAnswer | NotAllowed | PeriodIsClosed | NothingToUndo:
    """Reverse an entry that a person recorded, or any that his role lets him take back."""
    posted = books.journal.find(number)
    if posted is None or posted.entry.reverses is not None:
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
    till = till_in(posted)
    if till is None:
        return NothingToUndo()
    withdraw_overtaken(books, posted.entry.origin, cause)
    reversal = take_back(books, posted, cause, booked_on=posted.entry.booked_on)
    return EntryUndone(posted, reversal, till, balances_after(books, [posted], till))
