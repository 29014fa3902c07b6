"""Take cash to the bank, and see what has not arrived there."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ledger.cash import CASH_RULES, CashCategory, CashDirection
from ledger.in_transit import Carried, Deposit, still_carried
from ledger.journal import PostedEntry
from ledger.money import Money
from parsing.reading import CashDraft
from services.cash.record_cash import record_cash
from services.cash_types import CashRecorded, NotAllowed, TypedCash
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of, till_in
from services.tills.till import till_of

LATE_DAYS = 3
"""A deposit that is longer on its way is late."""
DEPOSITS_MAX = 1_000
"""So many of the last deposits are looked at in each currency."""
IN_TRANSIT = CASH_RULES[CashCategory.BANK_DEPOSIT].account


@dataclass(frozen=True, slots=True)
class CarriedFrom:
    """What is on its way, and from which till."""

    carried: Carried
    till: str | None
    age_days: int

    @property
    def is_late(self) -> bool:
        """Say whether the bank should have it by now."""
        return self.age_days > LATE_DAYS


@dataclass(frozen=True, slots=True)
class OnTheWayToBank:
    """What has left the tills for the bank and not arrived there, the oldest first."""

    deposits: tuple[CarriedFrom, ...]
    totals: tuple[Money, ...]
    """A sum for each currency that something is on its way in."""


def record_deposit(
    books: Books, typed: TypedCash, draft: CashDraft, cause: Cause
) -> CashRecorded | NotAllowed:
    """Post that cash left the person's till for the bank."""
    if not typed.person.may(Permission.RECORD_CASH):
        return NotAllowed()
    return record_cash(books, typed, [deposit_of(draft)], cause)


def deposit_of(draft: CashDraft) -> CashDraft:
    """Make what was understood into a deposit: what else it may have meant is settled."""
    return replace(
        draft, direction=CashDirection.OUT, category=CashCategory.BANK_DEPOSIT, doubts=()
    )


def on_the_way_to_bank(
    books: Books, person: Person, at: dt.datetime
) -> OnTheWayToBank | NotAllowed:
    """Tell what is on its way to the bank: of the whole shop, or of the person's own till."""
    if not person.may(Permission.SEE_TILL):
        return NotAllowed()
    today = shop_of(books).day_of(at)
    own = None if person.may(Permission.SEE_DAY) else till_of(books, person)
    found = [each for each in carried_to_bank(books, today) if own in {None, each.till}]
    sums: dict[str, Money] = {}
    for each in found:
        left = each.carried.left
        sums[left.currency] = sums.get(left.currency, Money.zero(left.currency)) + left
    return OnTheWayToBank(tuple(found), tuple(sums.values()))


def carried_to_bank(books: Books, today: dt.date) -> list[CarriedFrom]:
    """Give what of the whole shop's cash is on its way to the bank, the oldest first."""
    found = [
        each
        for row in books.balances.trial_balance()
        if row.account == IN_TRANSIT
        for each in _in_currency(books, row.balance, today)
    ]
    return sorted(found, key=lambda each: each.carried.deposit.carried_on)


def _in_currency(books: Books, balance: Money, today: dt.date) -> Iterator[CarriedFrom]:
    if balance.minor <= 0:
        return
    posted = books.till_book.debits(IN_TRANSIT, balance.currency, DEPOSITS_MAX)
    deposits = {each.number: _deposit(each, balance.currency) for each in posted}
    tills = {each.number: till_in(each) for each in posted}
    for carried in still_carried(deposits.values(), balance):
        yield CarriedFrom(carried, tills[carried.deposit.number], carried.age_days(today))


def _deposit(posted: PostedEntry, currency: str) -> Deposit:
    moved = sum(
        leg.amount.minor
        for leg in posted.entry.postings
        if leg.account == IN_TRANSIT and leg.amount.currency == currency
    )
    carried_on = posted.entry.belongs_on or posted.entry.booked_on
    return Deposit(posted.number, carried_on, Money(moved, currency))
