"""Say something of an entry that stays with it."""

from dataclasses import dataclass

from ledger.journal import PostedEntry
from services.cash_types import NotAllowed, NothingToUndo
from services.corrections.accountant_ports import EntryComment
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books


@dataclass(frozen=True, slots=True)
class EntryCommented:
    """The comment is kept with the entry."""

    posted: PostedEntry
    comment: EntryComment


def comment_entry(
    books: Books, number: int, text: str, person: Person, cause: Cause
) -> EntryCommented | NotAllowed | NothingToUndo:
    """Keep a comment with an entry, be it one that was taken back.

    Args:
        books: the open books.
        number: the entry's.
        text: what is said of it.
        person: who says it.
        cause: who, because of which update, when.
    """
    if not person.may(Permission.SEE_CASH_BOOK):
        return NotAllowed()
    posted = books.journal.find(number)
    if posted is None:
        return NothingToUndo()
    comment = EntryComment(number, person.id, text, cause.at)
    books.comments.add(comment)
    books.audit.record(
        cause, what="comment_entry", subject=f"entry:{number}", change={"comment": text}
    )
    return EntryCommented(posted, comment)
