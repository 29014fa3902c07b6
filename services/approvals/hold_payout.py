"""Hold a payout back that is above a person's limit, and keep what it takes to post it later."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ledger.cash import TRANSFERS, CashCategory
from ledger.journal import JournalEntry, PostedEntry
from ledger.money import Money
from parsing.reading import CashDraft
from services.approvals.approvals import LASTS, Approval, Withdrawal
from services.approvals.payout_limits import PayoutLimit, payout_of
from services.approvals.settle_approval import withdraw
from services.cash.link_refunds import SaleAnswer
from services.cash_types import TypedCash
from services.messages import Cause
from services.people import Person
from services.ports import Books
from services.tills.count_types import COUNT

Each = TypeVar("Each")


@dataclass(frozen=True, slots=True)
class Intended:
    """An entry that is about to be posted, and what it is made of."""

    draft: CashDraft
    entry: JournalEntry
    till: str
    before: PostedEntry | None = None
    """The standing entry that it would take the place of."""
    sale: SaleAnswer | None = None
    """Which sale it pays back, where somebody said so."""


@dataclass(frozen=True, slots=True)
class Held:
    """What of some intended entries is not posted yet."""

    waits: tuple[Approval, ...] = ()
    places: frozenset[int] = frozenset()

    def free(self, intended: Sequence[Each]) -> list[Each]:
        """Leave out what stands at a place that is held back."""
        return [each for place, each in enumerate(intended) if place not in self.places]


_NOTHING = Held()


def hold_payouts(
    books: Books,
    typed: TypedCash,
    intended: Sequence[Intended],
    cause: Cause,
    *,
    live: Sequence[PostedEntry] = (),
) -> Held:
    """Ask for approval of what is above the person's limits; the rest may be posted.

    A payout that waits already, just so, goes on waiting; one that would have said something else
    of the same event is withdrawn. Where the shop limits nothing this costs one small look a
    currency, and only of payouts.

    Args:
        books: the open books.
        typed: who pays out, and in which message.
        intended: the entries that are to be posted, in order.
        cause: who, because of which update, when.
        live: what would be taken back for them.
    """
    above = above_limits(books, typed.person, intended, live)
    if not above:
        return _NOTHING
    waits = [_ask(books, typed, intended[place], cause) for place in sorted(above)]
    return Held(tuple(waits), above)


def _ask(books: Books, typed: TypedCash, wanted: Intended, cause: Cause) -> Approval:
    entry, before = wanted.entry, wanted.before
    asked = Approval(
        id=0,
        revision=1,
        asked_by=typed.person.id,
        asked_at=cause.at,
        chat_id=typed.chat_id,
        message_id=typed.message_id,
        raw_record_id=cause.raw_record_id,
        origin=entry.origin,
        text=entry.narration,
        told_at=entry.occurred_at,
        till=wanted.till,
        draft=replace(wanted.draft, doubts=(), is_guess=False),
        replaces=None if before is None else before.number,
        expires_at=cause.at + LASTS,
        sale_number=None if wanted.sale is None else wanted.sale.number,
        is_sale_told=wanted.sale is not None,
    )
    waiting = books.approvals.waiting_for(entry.origin)
    if waiting is not None and not waiting.is_due(cause.at) and _is_same(waiting, asked):
        return waiting
    if waiting is not None:
        withdraw(books, waiting, Withdrawal.REPLACED, cause)
    kept = books.approvals.add(asked)
    books.audit.record(
        cause,
        what="ask_approval",
        subject=kept.subject,
        change={
            "amount_minor": kept.amount.minor,
            "currency": kept.amount.currency,
            "category": kept.draft.category,
            "origin": kept.origin.external_id,
            "replaces": kept.replaces,
        },
    )
    return kept


def _is_same(waiting: Approval, asked: Approval) -> bool:
    def wish(each: Approval) -> tuple[object, ...]:
        sale = (each.is_sale_told, each.sale_number)
        return (each.asked_by, each.till, each.draft, each.replaces, sale)

    return wish(waiting) == wish(asked)


def above_limits(
    books: Books, person: Person, intended: Sequence[Intended], live: Sequence[PostedEntry]
) -> frozenset[int]:
    """Give the places of payouts that are above a person's limits; the day's sum grows along.

    What does not grow by being put right is not asked about again. A currency in which the role
    has no limit is not limited.

    Args:
        books: the open books.
        person: who pays out.
        intended: the entries that are to be posted, in order.
        live: what would be taken back for them.
    """
    limits: dict[str, PayoutLimit | None] = {}
    spent: dict[tuple[str, dt.date], Money] = {}
    above = set()
    for place, each in enumerate(intended):
        amount = payout_of(each.draft)
        if amount is None:
            continue
        currency, day = amount.currency, _day_of(each.entry)
        if currency not in limits:
            limits[currency] = books.limits.of(person.role, currency)
        limit = limits[currency]
        if limit is None:
            continue
        if (currency, day) not in spent:
            spent[currency, day] = _paid_without(books, person, live, limit, day)
        before = None if _is_other_than_counted(each) else paid_by(each.before, currency)
        has_grown = before is None or before < amount
        if has_grown and limit.holds_back(amount, spent[currency, day]):
            above.add(place)
            amount = _counted(each.before, person, currency, day)
        if not is_counted_shortage(each.entry):
            spent[currency, day] += amount
    return frozenset(above)


def _is_other_than_counted(wanted: Intended) -> bool:
    """Say whether a counted shortage becomes a payout: nobody had asked about paying it out."""
    short = CashCategory.CASH_SHORTAGE
    was = None if wanted.before is None else wanted.before.entry.category
    return was == short.value and wanted.draft.category is not short


def _day_of(entry: JournalEntry) -> dt.date:
    """Give the day of the shop that a payout is of: the one it was told of, not of its coming."""
    return entry.belongs_on or entry.booked_on


def is_counted_shortage(entry: JournalEntry) -> bool:
    """Say whether an entry is what a count found missing, which was paid out to nobody."""
    is_short = entry.category == CashCategory.CASH_SHORTAGE.value
    return is_short and entry.origin.source == COUNT


def paid_by(posted: PostedEntry | None, currency: str) -> Money | None:
    """Give what an entry paid out of a till in a currency, if it was a payout in it."""
    if posted is None or not _is_payout(posted.entry):
        return None
    for leg in posted.entry.postings:
        if leg.account.startswith("till.") and leg.amount.currency == currency:
            return -leg.amount if leg.amount.minor < 0 else None
    return None


def _is_payout(entry: JournalEntry) -> bool:
    return entry.category is not None and entry.category not in TRANSFERS


def _paid_without(
    books: Books, person: Person, live: Sequence[PostedEntry], limit: PayoutLimit, day: dt.date
) -> Money:
    """Sum a day without what would be taken back; it matters only to a limit per day."""
    if limit.per_day is None:
        return Money.zero(limit.currency)
    paid = books.limits.paid_out(person.actor, day, limit.currency)
    for each in live:
        paid -= _counted(each, person, limit.currency, day)
    return paid


def _counted(posted: PostedEntry | None, person: Person, currency: str, day: dt.date) -> Money:
    """Give what an entry adds to a person's sum of a day; what a count missed adds nothing."""
    is_missing = posted is not None and is_counted_shortage(posted.entry)
    paid = None if is_missing else paid_by(posted, currency)
    is_his = posted is not None and posted.decided_by == person.actor
    is_that_day = posted is not None and _day_of(posted.entry) == day
    return paid if paid is not None and is_his and is_that_day else Money.zero(currency)
