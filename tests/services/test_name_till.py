"""A warehouse may be where goods come from, and a till as well: the shop's tills decide."""

from dataclasses import replace

import pytest

from ledger.advances import ADVANCES
from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.reading import CashDraft
from services.cash.name_till import at_named_till
from services.cash_types import TypedCash
from services.people import Person
from services.ports import Books, Database
from services.team.set_up_shop import lay_chart
from tests.conftest import NOW
from tests.shop import DAY, SHOP, hire

GOODS = CashDraft(Money(500_000, "UAH"), CashDirection.OUT, CashCategory.SUPPLIER_GOODS, DAY)
SAID = {
    "передала 5000 на склад": True,
    "передав 5000 складу": True,
    "перенесла 5000 на склад": True,
    "handed 5000 to the warehouse": False,
    "заплатила 5000 за товар на склад": False,
    "передала 5000 постачальнику": False,
    "передала 5000 в касу": False,
}


def staff(books: Books, *names: str) -> Person:
    books.shop.put(SHOP)
    lay_chart(books, till_names=names)
    return hire(books)


@pytest.mark.parametrize("text", SAID)
async def test_a_till_that_is_named_is_where_it_went(database: Database, text: str) -> None:
    def play(books: Books) -> None:
        typed = TypedCash(staff(books, "Каса зали", "Склад"), 7, 1, text, NOW)
        is_moved = at_named_till(books, typed, GOODS).category is CashCategory.DESK_TRANSFER
        assert is_moved == SAID[text]

    await database.write(play)


async def test_the_own_till_and_what_names_a_supplier_stay_goods(database: Database) -> None:
    def play(books: Books) -> None:
        person = staff(books, "Склад", "Зал")
        typed = TypedCash(person, 7, 1, "передала 5000 на склад", NOW)
        assert at_named_till(books, typed, GOODS) == GOODS
        there = replace(typed, person=replace(person, till="till.2"))
        assert at_named_till(books, there, GOODS) != GOODS
        paid = replace(GOODS, counterparty="Склад-сервіс")
        assert at_named_till(books, there, paid) == paid

    await database.write(play)


async def test_whoever_answers_for_the_till_that_is_named_got_it_there(
    database: Database,
) -> None:
    def play(books: Books) -> None:
        person = staff(books, "Каса зали", "Склад")
        petro = hire(books, telegram_id=101)
        books.people.change(replace(petro, name="Петро", till="till.2"))
        typed = TypedCash(person, 7, 1, "віддала Петру 5000 на склад", NOW)
        to_petro = replace(GOODS, counterparty="Петру")
        moved = at_named_till(books, typed, to_petro)
        assert moved.category is CashCategory.DESK_TRANSFER
        to_ivan = replace(GOODS, counterparty="Івану")
        assert at_named_till(books, typed, to_ivan) == to_ivan
        to_buy = replace(to_petro, against=ADVANCES)
        assert at_named_till(books, typed, to_buy) == to_buy

    await database.write(play)
