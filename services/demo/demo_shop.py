"""A shop to try things in: set up, staffed, with a month of cash behind it."""

import datetime as dt
from dataclasses import dataclass

from ledger.journal import JournalEntry, Origin, Posting
from ledger.money import Money
from services.demo.demo_cash import CURRENCY, FLOAT_MINOR, TILL, usual_cash
from services.demo.demo_month import MONTH
from services.messages import Cause
from services.people import Newcomer, Person, Role
from services.ports import Books
from services.shop import Shop
from services.team.set_up_shop import lay_chart

SYSTEM = "system:demo"


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
    first = today - dt.timedelta(days=MONTH)
    books.journal.add([_opening(first, now)], cause)
    cashier = next(each for each in staff if each.role is Role.CASHIER)
    books.journal.add(usual_cash(today, MONTH, now), Cause(cashier.actor, None, now))
    _tell(books, staff, cause)


def _opening(day: dt.date, now: dt.datetime) -> JournalEntry:
    return JournalEntry(
        booked_on=day,
        occurred_at=now,
        narration="Opening balance",
        postings=(
            Posting(TILL, Money(FLOAT_MINOR, CURRENCY)),
            Posting("equity.opening_balances", Money(-FLOAT_MINOR, CURRENCY)),
        ),
        origin=Origin("set-up", "opening:till.1"),
    )


def _tell(books: Books, staff: list[Person], cause: Cause) -> None:
    for person in staff:
        books.audit.record(
            cause,
            what="seed_demo",
            subject=f"person:{person.id}",
            change={"name": person.name, "role": person.role.value},
        )
