"""A month of the demo's till: what is usual in a shop, and what is carried to the bank."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledger.cash import CashCategory, CashDirection, CashOperation
from ledger.journal import JournalEntry, Origin
from ledger.money import Money

TILL, CURRENCY = "till.1", "UAH"
FLOAT_MINOR = 1_250_000
"""What the till began with, and what is left in it when the rest is carried to the bank."""
_CARRIED_FROM = 4_000_000
_ROUND = 100_000
_HOUR = dt.time(15, 30)


@dataclass(frozen=True, slots=True)
class _Habit:
    """What happens in the shop on a usual day, and how often."""

    said: str
    category: CashCategory
    direction: CashDirection
    usual_minor: int
    times_in_ten_days: int
    counterparty: str | None = None


_HABITS = (
    _Habit("продала труби і фітинги", CashCategory.SALE_CASH, CashDirection.IN, 185_000, 40),
    _Habit("продала бойлер", CashCategory.SALE_CASH, CashDirection.IN, 1_240_000, 7),
    _Habit("завдаток за котел", CashCategory.CUSTOMER_PREPAYMENT, CashDirection.IN, 300_000, 6),
    _Habit("кур'єру за доставку", CashCategory.DELIVERY, CashDirection.OUT, 22_000, 12),
    _Habit(
        "монтажнику за виїзд", CashCategory.INSTALLER_SERVICES, CashDirection.OUT, 60_000, 8,
        "Ігор",
    ),
    _Habit(
        "пальне", CashCategory.FUEL_TRANSPORT, CashDirection.OUT, 120_000, 4, "ОККО",
    ),
    _Habit("чай, папір, миючі", CashCategory.OFFICE_HOUSEHOLD, CashDirection.OUT, 38_000, 3),
    _Habit("скотч і плівка", CashCategory.PACKAGING_SUPPLIES, CashDirection.OUT, 24_000, 2),
    _Habit("повернення клієнту", CashCategory.CUSTOMER_REFUND, CashDirection.OUT, 95_000, 2),
)  # fmt: skip


def usual_cash(today: dt.date, days: int, now: dt.datetime) -> list[JournalEntry]:
    """Play the days of habits up to now; what piles up in the till goes to the bank."""
    chance = random.Random(today.toordinal())  # noqa: S311 - a demo's habits are no secret
    entries: list[JournalEntry] = []
    held = FLOAT_MINOR
    for back in range(days, -1, -1):
        day = today - dt.timedelta(days=back)
        told = _usual_day(day, now, chance)
        held += sum(_moved(each) for each in told)
        deposit = (held - FLOAT_MINOR) // _ROUND * _ROUND
        at = dt.datetime.combine(day, _HOUR, dt.UTC)
        if held >= _CARRIED_FROM and at <= now:
            told.append(_deposit(deposit, at))
            held -= deposit
        entries += told
    return entries


def deposits_in(entries: Sequence[JournalEntry]) -> list[JournalEntry]:
    """Give what was carried to the bank."""
    return [each for each in entries if each.category == CashCategory.BANK_DEPOSIT]


def cash_sale(
    said: str, amount_minor: int, at: dt.datetime, *, order: str, customer: str
) -> JournalEntry:
    """Tell that an order was paid for at the till."""
    operation = _operation(CashDirection.IN, amount_minor, CashCategory.SALE_CASH)
    return JournalEntry(
        booked_on=at.date(),
        occurred_at=at,
        narration=said,
        postings=operation.postings(TILL),
        origin=Origin("demo", f"order/{order}"),
        category=CashCategory.SALE_CASH.value,
        counterparty=customer,
        order_reference=order,
    )


def _usual_day(day: dt.date, now: dt.datetime, chance: random.Random) -> list[JournalEntry]:
    """Play one day of habits as it went by; today only as far as it has come."""
    told = [each for each in _habits_of(day, chance) if each.occurred_at <= now]
    return sorted(told, key=lambda each: each.occurred_at)


def _habits_of(day: dt.date, chance: random.Random) -> Iterator[JournalEntry]:
    for habit in _HABITS:
        surely, perhaps = divmod(habit.times_in_ten_days, 10)
        for time in range(surely + (chance.randrange(10) < perhaps)):
            at = dt.datetime.combine(day, dt.time(7 + chance.randrange(9)), dt.UTC)
            amount = habit.usual_minor // 100 * chance.randint(60, 160)
            operation = _operation(habit.direction, amount, habit.category)
            yield JournalEntry(
                booked_on=day,
                occurred_at=at,
                narration=habit.said,
                postings=operation.postings(TILL),
                origin=Origin("demo", f"{day}/{habit.said}/{time}"),
                category=habit.category.value,
                counterparty=habit.counterparty,
            )


def _deposit(amount_minor: int, at: dt.datetime) -> JournalEntry:
    operation = _operation(CashDirection.OUT, amount_minor, CashCategory.BANK_DEPOSIT)
    return JournalEntry(
        booked_on=at.date(),
        occurred_at=at,
        narration="здали в банк",
        postings=operation.postings(TILL),
        origin=Origin("demo", f"{at.date()}/deposit"),
        category=CashCategory.BANK_DEPOSIT.value,
    )


def _operation(direction: CashDirection, minor: int, category: CashCategory) -> CashOperation:
    return CashOperation(direction, Money(minor, CURRENCY), category)


def _moved(entry: JournalEntry) -> int:
    return sum(each.amount.minor for each in entry.postings if each.account == TILL)
