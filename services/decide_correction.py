"""Decide on a proposed correction: book it today, or leave the entry as it is."""

from dataclasses import dataclass
from typing import TypeAlias

from ledger.journal import PostedEntry
from parsing.lexicon import Lexicon
from services.book_instead import book_instead
from services.cash_types import CashAmended, EntryUndone, NotAllowed, StaleAnswer
from services.correct_cash import draft_of, is_one_of_several
from services.follow_transfers import kept_by_transfer
from services.learn import learn_from
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import balances_after, recorded, shop_of, take_back, till_in
from services.proposals import CorrectionProposal, ProposalState


@dataclass(frozen=True, slots=True)
class CorrectionBooked:
    """It is booked: taken back, or taken back and said right."""

    proposal: CorrectionProposal
    outcome: CashAmended | EntryUndone


@dataclass(frozen=True, slots=True)
class CorrectionLeft:
    """The entry stays as it is."""

    proposal: CorrectionProposal
    about: tuple[PostedEntry, ...]


@dataclass(frozen=True, slots=True)
class CorrectionOvertaken:
    """The entry was put right or taken back some other way meanwhile; nothing is booked."""

    proposal: CorrectionProposal


@dataclass(frozen=True, slots=True)
class DecidedBefore:
    """Somebody decided it already, or whoever asked asks for something else now."""

    proposal: CorrectionProposal


Decided: TypeAlias = (
    CorrectionBooked
    | CorrectionLeft
    | CorrectionOvertaken
    | DecidedBefore
    | NotAllowed
    | StaleAnswer
)


def decide_correction(
    books: Books,
    proposal_id: int,
    person: Person,
    lexicon: Lexicon,
    cause: Cause,
    *,
    books_it: bool,
) -> Decided:
    """Take an open proposal to its end; the first who decides is the one who decides.

    Args:
        books: the open books.
        proposal_id: which one.
        person: who decides.
        lexicon: the words of all languages.
        cause: who, because of which update, when.
        books_it: whether it is booked, or the entry left as it is.
    """
    if not person.may(Permission.UNDO_ANY):
        return NotAllowed()
    proposal = books.proposals.find(proposal_id)
    if proposal is None:
        return StaleAnswer()
    if proposal.state is not ProposalState.OPEN:
        return DecidedBefore(proposal)
    found = [books.journal.find(number) for number in proposal.entries]
    about = tuple(each for each in found if each is not None and each.reversed_by is None)
    is_received = any(kept_by_transfer(books, each, None) for each in about)
    is_overtaken = len(about) < len(found) or is_received
    is_booked = books_it and not is_overtaken
    state = ProposalState.BOOKED if is_booked else ProposalState.LEFT
    books.proposals.settle(proposal.id, state, person_id=person.id, at=cause.at)
    books.audit.record(
        cause,
        what="decide_correction",
        subject=f"proposal:{proposal.id}",
        change={"entry": proposal.entries[0], "state": state.value},
    )
    decided = books.proposals.find(proposal.id) or proposal
    if is_overtaken:
        return CorrectionOvertaken(decided)
    if not is_booked:
        return CorrectionLeft(decided, about)
    return CorrectionBooked(decided, _booked(books, decided, about, person, lexicon, cause))


def _booked(
    books: Books,
    proposal: CorrectionProposal,
    about: tuple[PostedEntry, ...],
    person: Person,
    lexicon: Lexicon,
    cause: Cause,
) -> CashAmended | EntryUndone:
    till = till_in(about[0]) or ""
    if not proposal.should_say:
        return _taken_back(books, about, till, cause)
    posted = book_instead(
        books, about, proposal.should_say, person, cause, narration=proposal.narration
    )
    filed = recorded(books, posted, till)
    if len(posted) == 1 and proposal.told and not is_one_of_several(books, posted[0]):
        learned = draft_of(posted[0], till)
        told = frozenset(proposal.told)
        learn_from(books, proposal.narration, learned, told, lexicon, cause)
    return CashAmended(about, filed)


def _taken_back(
    books: Books, about: tuple[PostedEntry, ...], till: str, cause: Cause
) -> EntryUndone:
    days, today = books.periods.open_books(), shop_of(books).day_of(cause.at)
    reversals = []
    for old in about:
        day = old.entry.booked_on if days.is_open(old.entry.booked_on) else today
        reversals.append(take_back(books, old, cause, booked_on=day))
    return EntryUndone(about[0], reversals[0], till, balances_after(books, about, till))
