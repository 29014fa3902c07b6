"""Take an answer to a question about what a holder of an advance has spent."""

from dataclasses import dataclass, replace
from typing import TypeAlias

from ledger.advances import spendable
from ledger.cash import CashCategory, CashDirection
from parsing.advances import reading_of
from parsing.reading import CashDraft, Unclear
from services.advances.account_for import (
    Accounted,
    AccountedFor,
    SpendingAsked,
    is_settled,
    post_spending,
)
from services.advances.advance_ports import Spending, SpendingKind, SpendingState
from services.advances.advances import Holder, holders
from services.cash.record_cash import CashFiledInPart, TooMuchAtOnce, ask_about, record_cash
from services.cash_types import CashAsked, CashRecorded, NotAllowed, StaleAnswer, TypedCash
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of


@dataclass(frozen=True, slots=True)
class SpentOn:
    """What the first part without a category was for."""

    category: CashCategory


@dataclass(frozen=True, slots=True)
class FromAdvance:
    """He spent of the money that he holds."""


@dataclass(frozen=True, slots=True)
class FromTill:
    """It was paid out of the till now, and has nothing to do with his advance."""


@dataclass(frozen=True, slots=True)
class OwnMoney:
    """He put in the rest himself."""

    is_paid_now: bool
    """The till pays it back now; else the shop owes him."""


@dataclass(frozen=True, slots=True)
class NotSpent:
    """It was a mistake: nothing is posted."""


SpendingAnswer: TypeAlias = SpentOn | FromAdvance | FromTill | OwnMoney | NotSpent


@dataclass(frozen=True, slots=True)
class SpendingDropped:
    """Nothing was posted."""


Answered: TypeAlias = (
    Accounted | CashRecorded | CashAsked | CashFiledInPart | TooMuchAtOnce | SpendingDropped
)


def answer_spending(
    books: Books,
    person: Person,
    asked: tuple[int, int],
    answer: SpendingAnswer,
    cause: Cause,
) -> Answered:
    """Take an answer; ask on, or post.

    Args:
        books: the open books.
        person: who answers; only who was asked may.
        asked: the question's id and revision: an older one is stale.
        answer: what he said.
        cause: who, because of which update, when.
    """
    spending = books.advances.asked(asked[0])
    if spending is None or spending.revision != asked[1]:
        return StaleAnswer()
    if spending.person_id != person.id or not person.may(Permission.RECORD_CASH):
        return NotAllowed()
    holder = next((each for each in holders(books) if each.name == spending.holder), None)
    if holder is None:
        return StaleAnswer()
    return _carried_out(books, spending, holder, person, answer, cause)


def _carried_out(
    books: Books,
    spending: Spending,
    holder: Holder,
    person: Person,
    answer: SpendingAnswer,
    cause: Cause,
) -> Answered:
    match answer:
        case NotSpent():
            is_kept = books.advances.change(replace(spending, state=SpendingState.DROPPED))
            return SpendingDropped() if is_kept else StaleAnswer()
        case FromTill():
            return _from_till(books, spending, person, cause)
        case OwnMoney(is_paid_now):
            return _settle(books, spending, holder, person, cause, pays=is_paid_now)
        case _:
            return _go_on(books, _with(spending, holder, answer), holder, person, cause)


def _with(spending: Spending, holder: Holder, answer: SpentOn | FromAdvance) -> Spending:
    """Lay an answer over what was spent; of an advance it was for what that was given for."""
    if isinstance(answer, FromAdvance):
        given_for = spendable(holder.last_category)
        known = [replace(each, category=each.category or given_for) for each in spending.items]
        return replace(spending, kind=SpendingKind.RECEIPTS, items=tuple(known))
    items = list(spending.items)
    place = next((at for at, each in enumerate(items) if each.category is None), None)
    if place is not None:
        items[place] = replace(items[place], category=answer.category)
    return replace(spending, items=tuple(items))


def _go_on(
    books: Books, spending: Spending, holder: Holder, person: Person, cause: Cause
) -> Accounted:
    if is_settled(spending, holder):
        return _settle(books, spending, holder, person, cause, pays=False)
    if not books.advances.change(spending):
        return StaleAnswer()
    return SpendingAsked(replace(spending, revision=spending.revision + 1), holder)


def _settle(
    books: Books, spending: Spending, holder: Holder, person: Person, cause: Cause, *, pays: bool
) -> AccountedFor | StaleAnswer:
    if not books.advances.change(replace(spending, state=SpendingState.POSTED)):
        return StaleAnswer()
    return post_spending(books, spending, holder, person, cause, pays=pays)


def _from_till(
    books: Books, spending: Spending, person: Person, cause: Cause
) -> CashRecorded | CashAsked | CashFiledInPart | TooMuchAtOnce | StaleAnswer:
    if not books.advances.change(replace(spending, state=SpendingState.POSTED)):
        return StaleAnswer()
    typed = TypedCash(
        person, spending.chat_id, spending.message_id, spending.text, spending.asked_at
    )
    today = shop_of(books).day_of(spending.asked_at)
    drafts = [
        CashDraft(each.amount, CashDirection.OUT, each.category, today, spending.holder)
        for each in spending.items
    ]
    because = replace(cause, raw_record_id=spending.raw_record_id or cause.raw_record_id)
    reading = reading_of(drafts)
    if isinstance(reading, Unclear):
        return ask_about(books, typed, reading, because)
    return record_cash(books, typed, drafts, because)
