"""Take an answer to a question about a doubtful message; post it when nothing is missing."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from ledger.cash import CASH_RULES, CashCategory, CashDirection
from ledger.journal import Origin
from ledger.money import Money
from parsing.annotation.lexicon import Lexicon
from parsing.reading import CashDraft, Correction, Missing
from services.approvals.hold_payout import Intended, hold_payouts
from services.cash.drafts import Draft, DraftState
from services.cash.learn import keep_amounts, learn_from
from services.cash.link_refunds import AmountWrongAnswer, SaleAnswer, link_refunds, sale_missing
from services.cash_types import CashAsked, CashRecorded, NotAllowed, StaleAnswer, TypedCash
from services.corrections.correct_cash import overlaid
from services.messages import TELEGRAM, Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import cash_entry, origin_of, recorded, shop_of
from services.tills.follow_transfers import follow_transfers
from services.tills.till import till_of


@dataclass(frozen=True, slots=True)
class AmountAnswer:
    """How much it was."""

    amount: Money


@dataclass(frozen=True, slots=True)
class DirectionAnswer:
    """Which way it went."""

    direction: CashDirection


@dataclass(frozen=True, slots=True)
class CategoryAnswer:
    """What it was for."""

    category: CashCategory


@dataclass(frozen=True, slots=True)
class DateAnswer:
    """When it was."""

    booked_on: dt.date


@dataclass(frozen=True, slots=True)
class ConfirmAnswer:
    """It was just as it was read back."""


@dataclass(frozen=True, slots=True)
class NotCashAnswer:
    """It was no cash entry at all."""


@dataclass(frozen=True, slots=True)
class CorrectionAnswer:
    """It was as it was read back, but for what is corrected."""

    correction: Correction


DraftAnswer: TypeAlias = (
    AmountAnswer
    | DirectionAnswer
    | CategoryAnswer
    | DateAnswer
    | ConfirmAnswer
    | NotCashAnswer
    | CorrectionAnswer
    | SaleAnswer
    | AmountWrongAnswer
)


_READ_BACK = (Missing.DIRECTION, Missing.CATEGORY)
"""What a question that reads an operation back asks a person to vouch for."""

_TOLD_BY: dict[type[DraftAnswer], tuple[Missing, ...]] = {
    AmountAnswer: (Missing.AMOUNT,),
    DirectionAnswer: (Missing.DIRECTION,),
    CategoryAnswer: (Missing.CATEGORY,),
    DateAnswer: (Missing.DATE,),
    ConfirmAnswer: _READ_BACK,
    NotCashAnswer: (),
    SaleAnswer: (),
    AmountWrongAnswer: (),
}


@dataclass(frozen=True, slots=True)
class DraftDropped:
    """The message was no cash entry; nothing was filed."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer, and the question it was given to."""

    draft_id: int
    revision: int
    answer: DraftAnswer


def answer_draft(
    books: Books, given: GivenAnswer, person: Person, lexicon: Lexicon, cause: Cause
) -> CashRecorded | CashAsked | DraftDropped | StaleAnswer | NotAllowed:
    """Fill in what was asked; ask on, or post and learn from it.

    An answer to an older revision of the draft is stale: somebody was quicker. Who may take back
    any entry may answer for another: it stays told by the other, and is decided by him.
    """
    draft, answer = books.drafts.find(given.draft_id), given.answer
    if draft is None or draft.state is not DraftState.OPEN or draft.revision != given.revision:
        return StaleAnswer()
    if draft.person_id != person.id and not person.may(Permission.UNDO_ANY):
        return NotAllowed()
    if isinstance(answer, NotCashAnswer):
        dropped = replace(draft, state=DraftState.DROPPED)
        books.drafts.change(dropped)
        return DraftDropped(dropped)
    known = _filled(draft.known, answer)
    missing = _still_missing(known, draft.missing)
    if not missing and sale_missing(books, known, answer, cause):
        missing = (Missing.SALE,)
    told = tuple(dict.fromkeys((*draft.told, *_told(answer, draft))))
    answered = replace(draft, known=known, missing=missing, told=told, asked_at=cause.at)
    if missing:
        books.drafts.change(answered)
        return CashAsked(replace(answered, revision=draft.revision + 1))
    books.drafts.change(replace(answered, state=DraftState.POSTED))
    sale = answer if isinstance(answer, SaleAnswer) else None
    filed = _post(books, replace(answered, asked_at=draft.asked_at), person, cause, sale)
    link_refunds(books, filed.posted, cause, answer)
    # Only now, since whoever posts has the books to himself: nobody teaches meanwhile.
    # Of several operations in a message no word is known to be this one's.
    # Nor does money to account for say what its words usually stand for.
    text = draft.text if draft.place is None and not known.against else ""
    learned = learn_from(books, text, known, frozenset(told), lexicon, cause)
    if filed.posted:
        keep_amounts(books, [known], cause, learned=learned)
    return filed


def _told(answer: DraftAnswer, draft: Draft) -> tuple[Missing, ...]:
    """Say what a person has told by an answer; putting right what was read back vouches for it."""
    if not isinstance(answer, CorrectionAnswer):
        return _TOLD_BY[type(answer)]
    vouched = () if draft.missing else _READ_BACK
    return (*_corrected(answer.correction.change), *vouched)


def _corrected(change: CashDraft) -> tuple[Missing, ...]:
    said = {
        Missing.AMOUNT: change.amount,
        Missing.DIRECTION: change.direction,
        Missing.CATEGORY: change.category,
        Missing.DATE: change.booked_on,
        Missing.COUNTERPARTY: change.counterparty,
    }
    return tuple(field for field, value in said.items() if value is not None)


def _filled(known: CashDraft, answer: DraftAnswer) -> CashDraft:
    """Lay an answer over what is known; memory that is contradicted has decided nothing."""
    if isinstance(answer, AmountWrongAnswer):
        return replace(known, amount=None)
    filled = _laid_over(known, answer)
    is_contradicted = known.direction not in {None, filled.direction} or (
        known.category not in {None, filled.category}
    )
    return replace(filled, remembered=()) if is_contradicted else filled


def _laid_over(known: CashDraft, answer: DraftAnswer) -> CashDraft:
    match answer:
        case AmountAnswer(amount):
            return replace(known, amount=amount)
        case DirectionAnswer(direction):
            return replace(known, direction=direction)
        case CategoryAnswer(category):
            ways = CASH_RULES[category].directions
            only_way = next(iter(ways)) if len(ways) == 1 else known.direction
            return replace(known, category=category, direction=only_way)
        case DateAnswer(booked_on):
            return replace(known, booked_on=booked_on)
        case CorrectionAnswer(correction):
            return overlaid(known, correction)
        case ConfirmAnswer() | NotCashAnswer() | SaleAnswer() | AmountWrongAnswer():
            return known
        case _:
            assert_never(answer)


def _still_missing(known: CashDraft, asked: tuple[Missing, ...]) -> tuple[Missing, ...]:
    """Say what must be asked now: what is empty, and what the answers cannot mean together."""
    missing = []
    if known.amount is None:
        missing.append(Missing.AMOUNT)
    if known.direction is None:
        missing.append(Missing.DIRECTION)
    if known.category is None or (
        known.direction is not None
        and known.direction not in CASH_RULES[known.category].directions
    ):
        missing.append(Missing.CATEGORY)
    if known.booked_on is None and Missing.DATE in asked:
        missing.append(Missing.DATE)
    if known.against and known.counterparty is None:
        missing.append(Missing.COUNTERPARTY)
    return tuple(missing)


def _post(
    books: Books, draft: Draft, person: Person, cause: Cause, sale: SaleAnswer | None
) -> CashRecorded:
    is_own = draft.person_id == person.id
    author = person if is_own else books.people.find(draft.person_id) or person
    told_at = cause.at if is_own else draft.asked_at
    typed = TypedCash(author, draft.chat_id, draft.message_id, draft.text, told_at)
    till = till_of(books, author)
    shop = shop_of(books)
    today = shop.day_of(cause.at)
    entry = cash_entry(
        typed,
        draft.known,
        till=till,
        origin=Origin(TELEGRAM, origin_of(typed, draft.place or 0)),
        day=books.periods.open_books().booking_day(draft.known.booked_on or today, today),
    )
    because = replace(cause, raw_record_id=draft.raw_record_id or cause.raw_record_id)
    held = hold_payouts(books, typed, [Intended(draft.known, entry, till, sale=sale)], because)
    posted = books.journal.add(held.free([entry]), because)
    follow_transfers(books, (), posted, person, because)
    return recorded(books, posted, till, remembered=draft.known.remembered, waits=held.waits)
