"""Take an answer to a question about a doubtful message; post it when nothing is missing."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from ledger.cash import CASH_RULES, CashCategory, CashDirection
from ledger.journal import Origin
from ledger.money import Money
from parsing.reading import CashDraft, Correction, Missing
from services.cash_types import CashAsked, CashRecorded, NotAllowed, StaleAnswer, TypedCash
from services.correct_cash import overlaid
from services.drafts import Draft, DraftState
from services.messages import TELEGRAM, Cause
from services.people import Person
from services.ports import Books
from services.posting import cash_entry, origin_of, recorded, shop_of
from services.till import till_of


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
)


@dataclass(frozen=True, slots=True)
class DraftDropped:
    """The message was no cash entry; nothing was filed."""

    draft: Draft


def answer_draft(
    books: Books,
    draft_id: int,
    revision: int,
    answer: DraftAnswer,
    person: Person,
    cause: Cause,
) -> CashRecorded | CashAsked | DraftDropped | StaleAnswer | NotAllowed:
    """Fill in what was asked; ask on, or post.

    An answer to an older revision of the draft is stale: somebody was quicker.
    """
    draft = books.drafts.find(draft_id)
    if draft is None or draft.state is not DraftState.OPEN or draft.revision != revision:
        return StaleAnswer()
    if draft.person_id != person.id:
        return NotAllowed()
    if isinstance(answer, NotCashAnswer):
        dropped = replace(draft, state=DraftState.DROPPED)
        books.drafts.change(dropped)
        return DraftDropped(dropped)
    known = _filled(draft.known, answer)
    missing = _still_missing(known, draft.missing)
    if missing:
        asked = replace(draft, known=known, missing=missing)
        books.drafts.change(asked)
        return CashAsked(replace(asked, revision=draft.revision + 1))
    books.drafts.change(replace(draft, known=known, missing=(), state=DraftState.POSTED))
    return _post(books, replace(draft, known=known), person, cause)


def _filled(known: CashDraft, answer: DraftAnswer) -> CashDraft:
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
        case ConfirmAnswer() | NotCashAnswer():
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
    return tuple(missing)


def _post(books: Books, draft: Draft, person: Person, cause: Cause) -> CashRecorded:
    typed = TypedCash(person, draft.chat_id, draft.message_id, draft.text, cause.at)
    till = till_of(books, person)
    shop = shop_of(books)
    today = shop.day_of(cause.at)
    entry = cash_entry(
        typed,
        draft.known,
        till=till,
        origin=Origin(TELEGRAM, origin_of(typed, 0)),
        day=books.periods.open_books().booking_day(draft.known.booked_on or today, today),
    )
    because = replace(cause, raw_record_id=draft.raw_record_id or cause.raw_record_id)
    return recorded(books, books.journal.add([entry], because), till)
