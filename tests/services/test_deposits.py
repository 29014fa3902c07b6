"""Cash for the bank over real books: posted, aged, taken off when the bank has it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from ledger.cash import CashCategory, CashDirection, CashOperation
from ledger.journal import JournalEntry, Origin, Posting
from ledger.money import Money
from parsing.reading import CashDraft, Missing
from services.cash.deposits import (
    IN_TRANSIT,
    OnTheWayToBank,
    on_the_way_to_bank,
    record_deposit,
)
from services.cash_types import CashRecorded, NotAllowed, TypedCash
from services.corrections.undo_entry import undo_entry
from services.messages import Cause
from services.people import Person, Role
from services.ports import Books, Database
from tests.conftest import NOW
from tests.shop import DAY, SYSTEM, account, hire, lay

BANK = "asset.bank"


def deposit(
    books: Books, name: str, minor: int, *, days_ago: int, till: str = "till.1", money: str = "UAH"
) -> int:
    operation = CashOperation(CashDirection.OUT, Money(minor, money), CashCategory.BANK_DEPOSIT)
    entry = JournalEntry(
        DAY - dt.timedelta(days=days_ago),
        NOW,
        "to the bank",
        operation.postings(till),
        Origin("test", name),
        category="bank_deposit",
    )
    return books.journal.add([entry], SYSTEM)[0].number


def arrival(books: Books, name: str, minor: int) -> None:
    postings = (Posting(BANK, Money(minor, "UAH")), Posting(IN_TRANSIT, Money(-minor, "UAH")))
    entry = JournalEntry(DAY, NOW, "came", postings, Origin("test", name))
    books.journal.add([entry], SYSTEM)


def shop(books: Books) -> Person:
    lay(books)
    books.accounts.add(account(BANK, "3110"))
    return hire(books, Role.ACCOUNTANT)


def shown(books: Books, person: Person) -> Sequence[tuple[int, int, int, bool]]:
    found = on_the_way_to_bank(books, person, NOW)
    assert isinstance(found, OnTheWayToBank)
    return [
        (each.carried.deposit.number, each.carried.left.minor, each.age_days, each.is_late)
        for each in found.deposits
    ]


async def test_what_has_not_arrived_is_listed_oldest_first_with_its_age(
    database: Database,
) -> None:
    def play(books: Books) -> None:
        person = shop(books)
        deposit(books, "a", 10_000, days_ago=9)
        deposit(books, "b", 20_000, days_ago=4)
        deposit(books, "c", 30_000, days_ago=0)
        arrival(books, "x", 15_000)
        assert shown(books, person) == [(2, 15_000, 4, True), (3, 30_000, 0, False)]
        found = on_the_way_to_bank(books, person, NOW)
        assert isinstance(found, OnTheWayToBank)
        assert found.totals == (Money(45_000, "UAH"),)

    await database.write(play)


async def test_cash_from_the_bank_is_taken_off_too(database: Database) -> None:
    def play(books: Books) -> None:
        person = shop(books)
        deposit(books, "a", 10_000, days_ago=3)
        category = CashCategory.CASH_FROM_BANK
        taken = CashOperation(CashDirection.IN, Money(4_000, "UAH"), category)
        origin = Origin("test", "t")
        entry = JournalEntry(DAY, NOW, "", taken.postings("till.1"), origin, category=category)
        books.journal.add([entry], SYSTEM)
        assert shown(books, person) == [(1, 6_000, 3, False)]

    await database.write(play)


async def test_an_undone_deposit_is_not_on_its_way(database: Database) -> None:
    def play(books: Books) -> None:
        person = shop(books)
        deposit(books, "a", 10_000, days_ago=2)
        undone = deposit(books, "b", 20_000, days_ago=1)
        undo_entry(books, undone, person, Cause(person.actor, None, NOW))
        assert shown(books, person) == [(1, 10_000, 2, False)]

    await database.write(play)


async def test_more_arrived_than_went_leaves_nothing_on_its_way(database: Database) -> None:
    def play(books: Books) -> None:
        person = shop(books)
        deposit(books, "a", 10_000, days_ago=2)
        arrival(books, "x", 12_000)
        assert shown(books, person) == []

    await database.write(play)


async def test_each_currency_is_counted_by_itself(database: Database) -> None:
    def play(books: Books) -> None:
        person = shop(books)
        deposit(books, "a", 10_000, days_ago=2)
        deposit(books, "b", 5_000, days_ago=5, money="EUR")
        arrival(books, "x", 10_000)
        found = on_the_way_to_bank(books, person, NOW)
        assert isinstance(found, OnTheWayToBank)
        assert found.totals == (Money(5_000, "EUR"),)

    await database.write(play)


async def test_a_cashier_sees_what_left_his_own_till(database: Database) -> None:
    def play(books: Books) -> None:
        shop(books)
        cashier = replace(hire(books, Role.CASHIER, 7), till="till.2")
        books.people.change(cashier)
        deposit(books, "a", 10_000, days_ago=2)
        deposit(books, "b", 20_000, days_ago=1, till="till.2")
        assert shown(books, cashier) == [(2, 20_000, 1, False)]
        gone = replace(cashier, is_active=False)
        assert on_the_way_to_bank(books, gone, NOW) == NotAllowed()

    await database.write(play)


async def test_a_deposit_leaves_the_till_whatever_else_was_in_doubt(database: Database) -> None:
    def play(books: Books) -> None:
        person = shop(books)
        typed = TypedCash(person, 7, 1, "/deposit 150", NOW)
        cause = Cause(person.actor, None, NOW)
        doubtful = CashDraft(
            Money(15_000, "UAH"), CashDirection.IN, None, DAY, doubts=(Missing.DIRECTION,)
        )
        recorded = record_deposit(books, typed, doubtful, cause)
        assert isinstance(recorded, CashRecorded)
        assert books.balances.of("till.1", "UAH") == Money(-15_000, "UAH")
        assert shown(books, person) == [(1, 15_000, 0, False)]
        typed = replace(typed, person=replace(person, is_active=False))
        assert record_deposit(books, typed, doubtful, cause) == NotAllowed()

    await database.write(play)
