"""Take an entry back in one step, while its day is open."""

from ledger.journal import PostedEntry
from services.approvals.settle_approval import withdraw_overtaken
from services.cash_types import EntryUndone, NotAllowed, NothingToUndo, StaleAnswer
from services.corrections.propose_correction import CorrectionProposed, Wish, propose_correction
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import balances_after, take_back, till_in
from services.tills.follow_transfers import follow_transfers, kept_by_transfer
from services.tills.transfers import KeptByTransfer
from services.told_by import is_teller


def undo_entry(
    books: Books, number: int, person: Person, cause: Cause
) -> EntryUndone | StaleAnswer | NotAllowed | CorrectionProposed | NothingToUndo | KeptByTransfer:
    """Reverse an entry that a person recorded, or any that his role lets him take back.

    An entry of a closed day, or one that he told and somebody else has put right since, stays:
    the accountant is asked.
    """
    posted = books.journal.find(number)
    till = None if posted is None else till_in(posted)
    if posted is None or till is None or posted.entry.reverses is not None:
        return NothingToUndo()
    is_own = posted.decided_by == person.actor
    is_allowed = person.may(Permission.UNDO_OWN if is_own else Permission.UNDO_ANY)
    if not is_allowed and not may_ask(posted, person):
        return NotAllowed()
    if posted.reversed_by is not None:
        return StaleAnswer()
    if not is_allowed or not books.periods.open_books().is_open(posted.entry.booked_on):
        return propose_correction(books, [posted], Wish(), person, cause)
    if (kept := kept_by_transfer(books, posted, None)) is not None:
        return kept
    withdraw_overtaken(books, posted.entry.origin, cause)
    reversal = take_back(books, posted, cause, booked_on=posted.entry.booked_on)
    follow_transfers(books, [posted], [], person, cause)
    return EntryUndone(posted, reversal, till, balances_after(books, [posted], till))


def may_ask(posted: PostedEntry, person: Person) -> bool:
    """Say whether a person may ask for a change of what another has decided since he told it."""
    return person.may(Permission.UNDO_OWN) and is_teller(posted, person)
