"""Account for money that somebody was given: receipts, change, his own money on top."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from ledger.advances import ADVANCES, spendable, spent_postings
from ledger.cash import CashCategory, CashDirection
from ledger.journal import JournalEntry, Origin, PostedEntry
from ledger.money import Money, sum_money
from parsing.reading import CashDraft
from services.advances.advance_ports import Spending, SpendingKind, SpentItem
from services.advances.advances import Holder, holder_of
from services.approvals.approvals import Approval
from services.cash.record_cash import record_cash
from services.cash_types import (
    CashRecorded,
    NotAllowed,
    NothingToUndo,
    PeriodIsClosed,
    StaleAnswer,
    TypedCash,
)
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import recorded, shop_of, take_back
from services.tills.till import till_of

SOURCE = "advance"
"""Where receipts happen: no message of the chat is one, so no correction means them."""


@dataclass(frozen=True, slots=True)
class AccountedFor:
    """Posted: what was spent, and what it left."""

    posted: tuple[PostedEntry, ...]
    holder: Holder
    moved: CashRecorded | None = None
    """What the till paid him back at once, or had back from him."""


@dataclass(frozen=True, slots=True)
class SpendingAsked:
    """Not posted yet: what for, whose money, or his own money on top is to be said."""

    spending: Spending
    holder: Holder

    @property
    def total(self) -> Money:
        """Give what was spent in all."""
        return _total(self.spending.items)

    @property
    def over(self) -> Money:
        """Give by how much it is more than he holds; zero or below when it is not."""
        return self.total - self.holder.held(self.total.currency)


@dataclass(frozen=True, slots=True)
class TooMuchChange:
    """More came back than he holds: it cannot be only that."""

    holder: Holder
    held: Money


@dataclass(frozen=True, slots=True)
class ReceiptUndone:
    """What was accounted for is open again."""

    undone: PostedEntry
    holder: Holder


Accounted: TypeAlias = AccountedFor | SpendingAsked | StaleAnswer | NotAllowed


def report_spent(
    books: Books, typed: TypedCash, number: int, items: Sequence[SpentItem], cause: Cause
) -> Accounted:
    """Take receipts of a holder, given by an entry of his; what is open is asked."""
    holder = holder_of(books, number)
    if not typed.person.may(Permission.RECORD_CASH):
        return NotAllowed()
    if holder is None:
        return StaleAnswer()
    spending = new_spending(typed, SpendingKind.RECEIPTS, holder, items, cause)
    if is_settled(spending, holder):
        return AccountedFor(_post(books, spending, cause), _again(books, holder))
    return SpendingAsked(books.advances.ask(spending), holder)


def spent_and_back(
    books: Books,
    typed: TypedCash,
    holder: Holder,
    items: Sequence[SpentItem],
    back: Money,
    cause: Cause,
) -> AccountedFor:
    """Post what a holder spent and what he brought back, together no more than he held."""
    spending = new_spending(typed, SpendingKind.RECEIPTS, holder, items, cause)
    posted = _post(books, spending, cause)
    drafts = [moved_draft(holder, back, CashDirection.IN)]
    moved = record_cash(books, typed, drafts, cause)
    return AccountedFor(posted, _again(books, holder), moved)


def spend_all(books: Books, typed: TypedCash, number: int, seen: int, cause: Cause) -> Accounted:
    """Take it that a holder has spent everything on what it was given for."""
    holder = holder_of(books, number)
    if not typed.person.may(Permission.RECORD_CASH):
        return NotAllowed()
    if holder is None or holder.seen != seen or not holder.open:
        return StaleAnswer()
    spent: dict[tuple[CashCategory, str], Money] = {}
    for each in holder.open:
        key = spendable(each.category), each.left.currency
        spent[key] = spent.get(key, Money.zero(each.left.currency)) + each.left
    items = [SpentItem(category, amount) for (category, _), amount in spent.items()]
    spending = new_spending(typed, SpendingKind.RECEIPTS, holder, items, cause)
    return AccountedFor(_post(books, spending, cause), _again(books, holder))


def take_change(
    books: Books, typed: TypedCash, number: int, amount: Money, cause: Cause
) -> CashRecorded | TooMuchChange | StaleAnswer | NotAllowed:
    """Put what a holder brought back into the till of whoever takes it."""
    holder = holder_of(books, number)
    if not typed.person.may(Permission.RECORD_CASH):
        return NotAllowed()
    if holder is None:
        return StaleAnswer()
    held = holder.held(amount.currency)
    if amount.minor > held.minor:
        return TooMuchChange(holder, held)
    return record_cash(books, typed, [moved_draft(holder, amount, CashDirection.IN)], cause)


def pay_own(
    books: Books, typed: TypedCash, number: int, seen: int, cause: Cause
) -> CashRecorded | StaleAnswer | NotAllowed:
    """Pay a holder out of the till what the shop owes him."""
    holder = holder_of(books, number)
    if not typed.person.may(Permission.RECORD_CASH):
        return NotAllowed()
    owed = [] if holder is None else [each for each in holder.balances if each.minor < 0]
    if holder is None or holder.seen != seen or not owed:
        return StaleAnswer()
    drafts = [moved_draft(holder, -each, CashDirection.OUT) for each in owed]
    waits = _waits_already(books, drafts)
    if waits:
        return recorded(books, (), till_of(books, typed.person), waits=waits)
    return _paid(books, typed, drafts, cause)


def undo_receipt(
    books: Books, number: int, person: Person, cause: Cause
) -> ReceiptUndone | StaleAnswer | NotAllowed | PeriodIsClosed | NothingToUndo:
    """Take back an entry of receipts; the money is to be accounted for again."""
    posted = books.journal.find(number)
    if posted is None or posted.entry.origin.source != SOURCE or posted.entry.reverses:
        return NothingToUndo()
    is_own = posted.decided_by == person.actor
    if not person.may(Permission.UNDO_OWN if is_own else Permission.UNDO_ANY):
        return NotAllowed()
    if posted.reversed_by is not None:
        return StaleAnswer()
    days = books.periods.open_books()
    if days.closed_through is not None and not days.is_open(posted.entry.booked_on):
        return PeriodIsClosed(days.closed_through)
    take_back(books, posted, cause, booked_on=posted.entry.booked_on)
    holder = holder_of(books, number)
    return NothingToUndo() if holder is None else ReceiptUndone(posted, holder)


def post_spending(
    books: Books, spending: Spending, holder: Holder, person: Person, cause: Cause, *, pays: bool
) -> AccountedFor:
    """Post what a question has settled; the till pays what was the holder's own money, or not."""
    over = SpendingAsked(spending, holder).over
    because = replace(cause, raw_record_id=spending.raw_record_id or cause.raw_record_id)
    posted, moved = _post(books, spending, because), None
    if pays and over.minor > 0:
        typed = TypedCash(person, spending.chat_id, spending.message_id, spending.text, cause.at)
        moved = _paid(books, typed, [moved_draft(holder, over, CashDirection.OUT)], because)
    return AccountedFor(posted, _again(books, holder), moved)


def new_spending(
    typed: TypedCash,
    kind: SpendingKind,
    holder: Holder,
    items: Sequence[SpentItem],
    cause: Cause,
) -> Spending:
    """Build a question about what a holder spent."""
    return Spending(
        id=0,
        revision=1,
        kind=kind,
        holder=holder.name,
        person_id=typed.person.id,
        chat_id=typed.chat_id,
        message_id=typed.message_id,
        raw_record_id=cause.raw_record_id,
        text=typed.text,
        items=tuple(items),
        asked_at=typed.told_at,
    )


def is_settled(spending: Spending, holder: Holder) -> bool:
    """Tell whether receipts can be posted without a question."""
    has_categories = all(each.category is not None for each in spending.items)
    return has_categories and SpendingAsked(spending, holder).over.minor <= 0


def moved_draft(holder: Holder, amount: Money, direction: CashDirection) -> CashDraft:
    """Build an operation between a till and what a holder has."""
    category = spendable(holder.last_category)
    return CashDraft(amount, direction, category, None, counterparty=holder.name, against=ADVANCES)


def _waits_already(books: Books, drafts: Sequence[CashDraft]) -> tuple[Approval, ...]:
    """Give what waits for approval and would pay the same: it is not to be paid twice."""

    def said(draft: CashDraft) -> tuple[object, ...]:
        return draft.amount, draft.direction, draft.counterparty, draft.against

    wanted = {said(each) for each in drafts}
    return tuple(each for each in books.approvals.waiting() if said(each.draft) in wanted)


def _paid(
    books: Books, typed: TypedCash, drafts: Sequence[CashDraft], cause: Cause
) -> CashRecorded:
    """Pay out of the till beside whatever else the same message or button led to."""
    told = books.journal.of_message(typed.chat_id, typed.message_id)
    places = range(len(told) + 1, len(told) + 1 + len(drafts))
    return record_cash(books, typed, drafts, cause, places=places)


def _post(books: Books, spending: Spending, cause: Cause) -> tuple[PostedEntry, ...]:
    """Post what was spent, once, however often the update comes, and to whichever process."""
    today = shop_of(books).day_of(cause.at)
    event = _event(spending, cause)
    places = range(1, len(spending.items) + 1)
    known = books.journal.of_origins(SOURCE, [f"{event}#{place}" for place in places])
    if told := tuple(each for tellings in known.values() for each in tellings):
        return told
    entries = [
        JournalEntry(
            booked_on=today,
            occurred_at=spending.asked_at,
            narration=spending.text,
            postings=spent_postings(spendable(item.category), item.amount),
            origin=Origin(SOURCE, f"{event}#{place}"),
            category=spendable(item.category).value,
            counterparty=spending.holder,
        )
        for place, item in enumerate(spending.items, start=1)
    ]
    return books.journal.add(entries, cause)


def _event(spending: Spending, cause: Cause) -> str:
    """Name the outside event: the question, or the update that needed none."""
    if spending.id:
        return f"spending/{spending.id}"
    return f"record/{cause.raw_record_id}" if cause.raw_record_id else f"at/{cause.at.isoformat()}"


def _again(books: Books, holder: Holder) -> Holder:
    return holder_of(books, holder.number) or holder


def _total(items: Sequence[SpentItem]) -> Money:
    return sum_money([each.amount for each in items], items[0].amount.currency)
