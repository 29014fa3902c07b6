"""Ask the accountant for a correction that a person may not book himself."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from ledger.journal import PostedEntry
from parsing.reading import CashDraft, Missing
from services.corrections.proposals import CorrectionProposal, ProposalState
from services.messages import Cause
from services.people import Permission, Person, Role
from services.ports import Books


@dataclass(frozen=True, slots=True)
class CorrectionProposed:
    """The accountant is asked; whoever may decide himself has the choice at once."""

    proposal: CorrectionProposal
    about: tuple[PostedEntry, ...]
    """The entries that should go."""
    closed_through: dt.date | None
    """How far the books are closed, when that is why; else somebody else decided on the entry."""
    is_new: bool
    """False when just this was asked before and waits still."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants in the place of entries."""

    should_say: tuple[CashDraft, ...] = ()
    """Whole operations; nothing to have the entries taken back only."""
    told: tuple[Missing, ...] = ()
    """What he said himself of it."""
    narration: str | None = None
    """Other words than the first entry's own."""


def propose_correction(
    books: Books, about: Sequence[PostedEntry], wish: Wish, person: Person, cause: Cause
) -> CorrectionProposed:
    """Keep what should change; it takes the place of what the same person asked for before.

    Args:
        books: the open books.
        about: the entries that should go, the first operation first.
        wish: what should stand instead.
        person: who asks.
        cause: who, because of which update, when.
    """
    first = about[0]
    days = books.periods.open_books()
    is_closed = any(not days.is_open(each.entry.booked_on) for each in about)
    closed_through = days.closed_through if is_closed else None
    asked = CorrectionProposal(
        id=0,
        entries=tuple(each.number for each in about),
        should_say=wish.should_say,
        told=wish.told,
        narration=first.entry.narration if wish.narration is None else wish.narration,
        asked_by=person.id,
        asked_at=cause.at,
    )
    for earlier in books.proposals.open_about(first.number):
        if earlier.asked_by != person.id:
            continue
        if (earlier.entries, earlier.should_say) == (asked.entries, asked.should_say):
            return CorrectionProposed(earlier, tuple(about), closed_through, is_new=False)
        books.proposals.settle(
            earlier.id, ProposalState.REPLACED, person_id=person.id, at=cause.at
        )
        _tell(books, earlier, ProposalState.REPLACED, cause)
    kept = books.proposals.add(asked)
    _tell(books, kept, ProposalState.OPEN, cause)
    return CorrectionProposed(kept, tuple(about), closed_through, is_new=True)


def deciders(books: Books) -> tuple[Person, ...]:
    """Give who is asked: the accountants, or else all who may take back any entry."""
    able = [each for each in books.people.all() if each.may(Permission.UNDO_ANY)]
    return tuple(each for each in able if each.role is Role.ACCOUNTANT) or tuple(able)


def _tell(books: Books, proposal: CorrectionProposal, state: ProposalState, cause: Cause) -> None:
    books.audit.record(
        cause,
        what="propose_correction",
        subject=f"proposal:{proposal.id}",
        change={"entry": proposal.entries[0], "state": state.value},
    )
