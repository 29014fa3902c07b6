"""Tills opened and closed after set-up."""

import pytest

from ledger.cash import CashCategory, CashDirection, CashOperation
from ledger.journal import JournalEntry, Origin
from ledger.money import Money
from services.cash_types import NotAllowed
from services.messages import Cause
from services.people import Person, Role
from services.ports import Books, Database
from services.team.manage_team import assign_till
from services.team.set_up_shop import lay_chart
from services.tills.follow_transfers import follow_transfers
from services.tills.open_till import (
    OPEN_TILLS_MAX,
    LastTill,
    NoSuchTill,
    TillAwaited,
    TillClosed,
    TillNameTaken,
    TillNotEmpty,
    TillOpened,
    TooManyTills,
    close_till,
    open_till,
)
from services.verify_books import verify_books
from tests.conftest import NOW
from tests.shop import DAY, SHOP, SYSTEM, hire


def owner_of(books: Books) -> tuple[Person, Cause]:
    books.shop.put(SHOP)
    lay_chart(books, till_names=("Front till",))
    owner = hire(books, Role.OWNER)
    return owner, Cause(owner.actor, None, NOW)


def moved(category: CashCategory, way: CashDirection, till: str, name: str) -> JournalEntry:
    operation = CashOperation(way, Money(5_000, "UAH"), category)
    return JournalEntry(
        DAY, NOW, "", operation.postings(till), Origin("test", name), category=category.value
    )


async def test_a_till_is_opened_closed_and_opened_again_with_its_past(database: Database) -> None:
    def play(books: Books) -> None:
        owner, cause = owner_of(books)
        opened = open_till(books, owner, "  Ware  house ", cause)
        assert isinstance(opened, TillOpened)
        assert (opened.till.key, opened.till.name("uk")) == ("till.2", "Ware house")
        assert not opened.was_closed
        assert opened.till.type is books.accounts.chart()["till.1"].type
        assert isinstance(open_till(books, owner, "WARE HOUSE", cause), TillNameTaken)
        closed = close_till(books, owner, "ware house", cause)
        assert isinstance(closed, TillClosed)
        assert [each.key for each in books.accounts.tills()] == ["till.1"]
        again = open_till(books, owner, "Ware house", cause)
        assert again == TillOpened(opened.till, was_closed=True)
        other = open_till(books, owner, "Kiosk", cause)
        assert isinstance(other, TillOpened)
        assert other.till.key == "till.3"
        causes = [each.cause for each in books.audit.about("account:till.2")]
        assert causes == ["open_till", "close_till", "open_till"]

    await database.write(play)
    assert await database.read(verify_books) == ()


async def test_a_code_that_is_taken_is_passed_over(database: Database) -> None:
    def play(books: Books) -> None:
        owner, cause = owner_of(books)
        chart = books.accounts.chart()
        code = str(int(chart["till.1"].code) + 1)
        taken = [each for each in chart if each.code == code]
        opened = open_till(books, owner, "Kiosk", cause)
        assert isinstance(opened, TillOpened)
        assert opened.till.code != code or not taken
        assert len({each.code for each in books.accounts.chart()}) == len(chart) + 1

    await database.write(play)


async def test_only_the_owner_opens_and_closes(database: Database) -> None:
    def play(books: Books) -> None:
        _, cause = owner_of(books)
        for number, role in enumerate((Role.CASHIER, Role.ACCOUNTANT, Role.DIRECTOR)):
            person = hire(books, role, 500 + number)
            assert open_till(books, person, "Kiosk", cause) == NotAllowed()
            assert close_till(books, person, "Front till", cause) == NotAllowed()

    await database.write(play)


async def test_there_are_only_so_many(database: Database) -> None:
    def play(books: Books) -> None:
        owner, cause = owner_of(books)
        for number in range(1, OPEN_TILLS_MAX):
            assert isinstance(open_till(books, owner, f"T{number}", cause), TillOpened)
        assert open_till(books, owner, "one more", cause) == TooManyTills()

    await database.write(play)


@pytest.mark.parametrize("holds", ["money", "nothing but a debt"])
async def test_a_till_that_holds_something_stays_open(database: Database, holds: str) -> None:
    def play(books: Books) -> None:
        owner, cause = owner_of(books)
        open_till(books, owner, "Kiosk", cause)
        sale = moved(CashCategory.SALE_CASH, CashDirection.IN, "till.2", "a")
        fuel = moved(CashCategory.FUEL_TRANSPORT, CashDirection.OUT, "till.2", "b")
        books.journal.add([sale if holds == "money" else fuel], SYSTEM)
        assert isinstance(close_till(books, owner, "kiosk", cause), TillNotEmpty)
        books.journal.add([fuel if holds == "money" else sale], SYSTEM)
        assert isinstance(close_till(books, owner, "kiosk", cause), TillClosed)

    await database.write(play)


async def test_a_till_that_awaits_money_stays_open(database: Database) -> None:
    def play(books: Books) -> None:
        owner, cause = owner_of(books)
        open_till(books, owner, "Kiosk", cause)
        sent = moved(CashCategory.DESK_TRANSFER, CashDirection.OUT, "till.1", "a")
        follow_transfers(books, (), books.journal.add([sent], SYSTEM), owner, cause)
        assert isinstance(close_till(books, owner, "Kiosk", cause), TillAwaited)

    await database.write(play)


async def test_the_last_till_and_one_that_is_not_there_cannot_be_closed(
    database: Database,
) -> None:
    def play(books: Books) -> None:
        owner, cause = owner_of(books)
        assert close_till(books, owner, "Kiosk", cause) == NoSuchTill("Kiosk")
        assert isinstance(close_till(books, owner, "Front till", cause), LastTill)

    await database.write(play)


async def test_who_answered_for_a_closed_till_answers_for_the_first(database: Database) -> None:
    def play(books: Books) -> None:
        owner, cause = owner_of(books)
        open_till(books, owner, "Kiosk", cause)
        cashier = hire(books, Role.CASHIER, 7)
        assign_till(books, owner, cashier.id, "till.2", cause)
        closed = close_till(books, owner, "Kiosk", cause)
        assert isinstance(closed, TillClosed)
        assert [each.id for each in closed.moved] == [cashier.id]
        assert closed.first.key == "till.1"
        found = books.people.find(cashier.id)
        assert found is not None
        assert found.till == "till.1"

    await database.write(play)
