"""Decide on a proposed correction: book it today, or leave the entry as it is."""

from dataclasses import dataclass
from typing import TypeAlias

from ledger.journal import PostedEntry
from ledger.money import sum_money
from parsing.annotation.lexicon import Lexicon
from services.approvals.approvals import is_same_human
from services.approvals.hold_payout import Intended, above_limits
from services.approvals.settle_approval import withdraw_overtaken
from services.cash.learn import learn_from
from services.cash.link_refunds import link_refunds
from services.cash_types import CashAmended, EntryUndone, NotAllowed, StaleAnswer
from services.corrections.book_instead import book_instead, told_instead
from services.corrections.correct_cash import draft_of, is_one_of_several
from services.corrections.proposals import CorrectionProposal, ProposalState
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import balances_after, recorded, shop_of, take_back, till_in
from services.tills.follow_transfers import follow_transfers, kept_by_transfer


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
class ApproverNeeded:
    """It pays out more than who asks may: only who approves payouts may book it. It waits on."""

    proposal: CorrectionProposal
    approvers: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class DecidedBefore:
    """Somebody decided it already, or whoever asked asks for something else now."""

    proposal: CorrectionProposal


Decided: TypeAlias = (
    CorrectionBooked
    | CorrectionLeft
    | CorrectionOvertaken
    | ApproverNeeded
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
    is_overtaken = len(about) < len(found) or _is_received(books, proposal, about, cause)
    is_booked = books_it and not is_overtaken
    approvers = _approvers(books, proposal, about, cause) if is_booked else None
    if approvers is not None and person not in approvers:
        return ApproverNeeded(proposal, approvers)
    decided = _settled(books, proposal, person, cause, is_booked=is_booked)
    if not is_booked:
        is_left = not is_overtaken
        return CorrectionLeft(decided, about) if is_left else CorrectionOvertaken(decided)
    return CorrectionBooked(decided, _booked(books, decided, about, person, lexicon, cause))


def _settled(
    books: Books, proposal: CorrectionProposal, person: Person, cause: Cause, *, is_booked: bool
) -> CorrectionProposal:
    state = ProposalState.BOOKED if is_booked else ProposalState.LEFT
    books.proposals.settle(proposal.id, state, person_id=person.id, at=cause.at)
    books.audit.record(
        cause,
        what="decide_correction",
        subject=f"proposal:{proposal.id}",
        change={"entry": proposal.entries[0], "state": state.value},
    )
    return books.proposals.find(proposal.id) or proposal


def _is_received(
    books: Books, proposal: CorrectionProposal, about: tuple[PostedEntry, ...], cause: Cause
) -> bool:
    """Say whether a transfer that was received meanwhile forbids what is wanted."""
    asker = books.people.find(proposal.asked_by)
    wanted = proposal.should_say if about and asker is not None else ()
    told = told_instead(books, about, wanted, asker, cause) if wanted and asker else []
    instead = {each.origin.external_id: each for each in told}
    return any(
        kept_by_transfer(books, each, instead.get(each.entry.origin.external_id)) for each in about
    )


def _approvers(
    books: Books, proposal: CorrectionProposal, about: tuple[PostedEntry, ...], cause: Cause
) -> tuple[Person, ...] | None:
    """Give who may book what is above the limits of who asks; None when nothing is."""
    asker = books.people.find(proposal.asked_by)
    if asker is None or not proposal.should_say:
        return None
    till = till_in(about[0]) or ""
    told = told_instead(books, about, proposal.should_say, asker, cause)
    rest = about[0] if _is_divided(about, proposal, till) else None
    before = [*about, *([rest] * len(told))]
    intended = [
        Intended(draft, entry, till, was)
        for draft, entry, was in zip(proposal.should_say, told, before, strict=False)
    ]
    if not above_limits(books, asker, intended, about):
        return None
    return tuple(
        each
        for each in books.people.all()
        if each.may(Permission.APPROVE_PAYOUT) and not is_same_human(each, asker)
    )


def _is_divided(about: tuple[PostedEntry, ...], proposal: CorrectionProposal, till: str) -> bool:
    """Say whether one entry is only split: together its parts pay out what it did."""
    whole = draft_of(about[0], till).amount
    parts = [each.amount for each in proposal.should_say if each.amount is not None]
    if len(about) > 1 or whole is None or any(each.currency != whole.currency for each in parts):
        return False
    return sum_money(parts, whole.currency) == whole


def _booked(
    books: Books,
    proposal: CorrectionProposal,
    about: tuple[PostedEntry, ...],
    person: Person,
    lexicon: Lexicon,
    cause: Cause,
) -> CashAmended | EntryUndone:
    till = till_in(about[0]) or ""
    for each in about:
        withdraw_overtaken(books, each.entry.origin, cause)
    if not proposal.should_say:
        return _taken_back(books, about, till, person, cause)
    posted = book_instead(
        books, about, proposal.should_say, person, cause, narration=proposal.narration
    )
    link_refunds(books, posted, cause)
    filed = recorded(books, posted, till)
    if len(posted) == 1 and proposal.told and not is_one_of_several(books, posted[0]):
        learned = draft_of(posted[0], till)
        told = frozenset(proposal.told)
        learn_from(books, proposal.narration, learned, told, lexicon, cause)
    return CashAmended(about, filed)


def _taken_back(
    books: Books, about: tuple[PostedEntry, ...], till: str, person: Person, cause: Cause
) -> EntryUndone:
    days, today = books.periods.open_books(), shop_of(books).day_of(cause.at)
    reversals = []
    for old in about:
        day = old.entry.booked_on if days.is_open(old.entry.booked_on) else today
        reversals.append(take_back(books, old, cause, booked_on=day))
    follow_transfers(books, about, (), person, cause)
    return EntryUndone(about[0], reversals[0], till, balances_after(books, about, till))
