"""Make an entry money to account for, or make it an ordinary one; say who of the team holds it."""

from dataclasses import replace

from ledger.advances import ADVANCES
from ledger.journal import PostedEntry
from parsing.annotation.lexicon import Lexicon
from parsing.reading import CashDraft, Correction
from services.advances.advance_ports import HolderNote
from services.advances.advances import Holder, holder_of
from services.cash_types import NotAllowed, StaleAnswer, TypedCash
from services.corrections.change_entry import standing
from services.corrections.correct_cash import Corrected, NeedsContext, correct_cash
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books

ORDINARY = ""


def turn_entry(
    books: Books, typed: TypedCash, number: int, account: str, lexicon: Lexicon, cause: Cause
) -> Corrected:
    """Book an entry anew against the account of advances, or against its category's own.

    Args:
        books: the open books.
        typed: who turns it, and where.
        number: the entry's.
        account: ADVANCES, or ORDINARY.
        lexicon: the words of all languages.
        cause: who, because of which update, when.
    """
    found = standing(books, number)
    if not isinstance(found, PostedEntry):
        return found
    if account == ADVANCES and not found.entry.counterparty:
        return NeedsContext()
    change = CashDraft(None, None, None, None, against=account)
    return correct_cash(books, typed, Correction(change), lexicon, cause, among=(found,))


def link_holder(
    books: Books, person: Person, number: int, person_id: int | None, cause: Cause
) -> Holder | StaleAnswer | NotAllowed:
    """Say who of the team a holder is, so that he is reminded himself; None for nobody."""
    holder = holder_of(books, number)
    if not person.may(Permission.UNDO_ANY):
        return NotAllowed()
    member = None if person_id is None else books.people.find(person_id)
    if holder is None or (person_id is not None and (member is None or not member.is_active)):
        return StaleAnswer()
    books.advances.note(HolderNote(holder.name, person_id, holder.reminded_at))
    books.audit.record(
        cause,
        what="link_holder",
        subject=f"holder:{holder.name}",
        change={"person": person_id},
    )
    return replace(holder, person_id=person_id)
