"""A shop to try things in: set up, staffed, with two weeks of cash behind it."""

import datetime as dt
import random
from dataclasses import dataclass

from ledger.cash import CashCategory, CashDirection, CashOperation
from ledger.journal import JournalEntry, Origin, Posting
from ledger.money import Money
from services.messages import Cause
from services.people import Newcomer, Person, Role
from services.ports import Books
from services.set_up_shop import lay_chart
from services.shop import Shop

SYSTEM = "system:demo"
DAYS = 14


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody of the demo, on both sides: in the chat and in the books."""

    telegram_id: int
    name: str
    role: Role
    language: str


PEOPLE = (
    DemoPerson(1001, "Olha", Role.CASHIER, "uk"),
    DemoPerson(1002, "Dmytro", Role.DIRECTOR, "en"),
    DemoPerson(1003, "Iryna", Role.ACCOUNTANT, "ru"),
    DemoPerson(1004, "Anna", Role.OWNER, "en"),
)
"""The staff: the sandbox makes the same people with the same Telegram accounts."""


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
    _Habit("здали в банк", CashCategory.BANK_DEPOSIT, CashDirection.OUT, 1_500_000, 4),
)  # fmt: skip


def seed_demo(books: Books, now: dt.datetime) -> None:
    """Set the demo's shop up, once; a shop that is there already is left as it is."""
    if books.shop.get() is not None:
        return
    shop = Shop("Teplo & Voda", "UAH", "Europe/Kyiv", "uk", is_ready=True)
    books.shop.put(shop)
    lay_chart(books, till_names=("Каса в залі", "Каса на складі"))
    staff = [
        books.people.add(Newcomer(each.telegram_id, each.name, each.language), each.role, now)
        for each in PEOPLE
    ]
    cause = Cause(SYSTEM, None, now)
    today = shop.day_of(now)
    first = today - dt.timedelta(days=DAYS)
    entries = [_opening(first, now)]
    chance = random.Random(today.toordinal())  # noqa: S311 - a demo's habits are no secret
    for back in range(DAYS, -1, -1):
        entries.extend(_usual_day(today - dt.timedelta(days=back), now, chance))
    books.journal.add(entries, cause)
    _tell(books, staff, cause)


def _opening(day: dt.date, now: dt.datetime) -> JournalEntry:
    float_minor = 1_250_000
    return JournalEntry(
        booked_on=day,
        occurred_at=now,
        narration="Opening balance",
        postings=(
            Posting("till.1", Money(float_minor, "UAH")),
            Posting("equity.opening_balances", Money(-float_minor, "UAH")),
        ),
        origin=Origin("set-up", "opening:till.1"),
    )


def _usual_day(day: dt.date, now: dt.datetime, chance: random.Random) -> list[JournalEntry]:
    """Play one day of habits; today only as far as it has come."""
    entries = []
    for habit in _HABITS:
        surely, perhaps = divmod(habit.times_in_ten_days, 10)
        for time in range(surely + (chance.randrange(10) < perhaps)):
            at = dt.datetime.combine(day, dt.time(7 + chance.randrange(9)), dt.UTC)
            amount = Money(habit.usual_minor // 100 * chance.randint(60, 160), "UAH")
            if at <= now:
                origin = Origin("demo", f"{day}/{habit.said}/{time}")
                entries.append(_habitual(habit, amount, at, origin))
    return entries


def _habitual(habit: _Habit, amount: Money, at: dt.datetime, origin: Origin) -> JournalEntry:
    operation = CashOperation(habit.direction, amount, habit.category)
    return JournalEntry(
        booked_on=at.date(),
        occurred_at=at,
        narration=habit.said,
        postings=operation.postings("till.1"),
        origin=origin,
        category=habit.category.value,
        counterparty=habit.counterparty,
    )


def _tell(books: Books, staff: list[Person], cause: Cause) -> None:
    for person in staff:
        books.audit.record(
            cause,
            what="seed_demo",
            subject=f"person:{person.id}",
            change={"name": person.name, "role": person.role.value},
        )
