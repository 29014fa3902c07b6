"""Take back all that one message told: "delete everything", once it was shown what that is."""

from ledger.journal import PostedEntry
from services.cash_types import EntryUndone, NotAllowed, NothingToUndo, StaleAnswer
from services.corrections.propose_correction import CorrectionProposed
from services.corrections.undo_entry import undo_entry
from services.messages import TELEGRAM, Cause
from services.people import Person
from services.ports import Books
from services.tills.transfers import KeptByTransfer

Undone = (
    EntryUndone | StaleAnswer | NotAllowed | CorrectionProposed | NothingToUndo | KeptByTransfer
)


def undo_message(books: Books, number: int, person: Person, cause: Cause) -> tuple[Undone, ...]:
    """Reverse every entry that stands of the message which told an entry; each for itself."""
    posted = books.journal.find(number)
    if posted is None or posted.entry.origin.source != TELEGRAM:
        return ()
    return tuple(
        undo_entry(books, each.number, person, cause) for each in _standing(books, posted)
    )


def _standing(books: Books, posted: PostedEntry) -> tuple[PostedEntry, ...]:
    chat, _, message = posted.entry.origin.external_id.partition("#")[0].partition("/")
    told = books.journal.of_message(int(chat), int(message))
    return tuple(each for each in told if each.is_standing)
