"""What prices prove, streets before houses, firms called as goods are, and what nobody said."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Missing, Reading, Unclear
from tests.parsing.drafts import drafts_of, only

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "major"),
    [
        ("скинула їм 100, взяли змішувач за 1 900 замість 2 000", 1_900),
        ("скинула 250, забрали бойлер за 7 750 вместо 8 000", 7_750),
        ("took 30 off, sold the valve for 270 instead of 300", 270),
    ],
)
def test_what_two_prices_prove_was_taken_off_is_no_money(
    read: Read, text: str, major: int
) -> None:
    draft = only(read(text))
    assert draft.amount is not None
    assert draft.amount.minor == major * 100
    assert draft.direction is CashDirection.IN


def test_a_figure_that_proves_nothing_stays(read: Read) -> None:
    found = drafts_of(read("кур'єру 200, продала кран за 800 замість 900"))
    assert [each.amount.minor for each in found if each.amount] == [20_000, 80_000]


@pytest.mark.parametrize(
    "text",
    [
        "взяла с клиента 900 за монтаж, Чкалова дом 8",
        "отримали 900 за монтаж, Чорновола будинок 8",
    ],
)
def test_a_street_before_its_house_is_nobody(read: Read, text: str) -> None:
    assert only(read(text)).counterparty is None


@pytest.mark.parametrize("text", ["віддали Вентилю за муфти 900", "900 ушло Насосу за трубы"])
def test_goods_with_a_capital_that_got_money_are_a_firm(read: Read, text: str) -> None:
    draft = only(read(text))
    assert draft.counterparty is not None
    assert (draft.direction, draft.category) == (CashDirection.OUT, CashCategory.SUPPLIER_GOODS)


@pytest.mark.parametrize(
    "text", ["dala komus 350, ne pamyatayu za shcho", "dav 350, ne skazaly na sho"]
)
def test_what_nobody_said_is_asked_in_latin_letters_too(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.CATEGORY in reading.missing


def test_and_also_parts_two_payments_in_latin_letters(read: Read) -> None:
    found = drafts_of(read("Ivanu 500 za montazh i shche 90 na marshrutku"))
    assert [each.category for each in found] == [
        CashCategory.INSTALLER_SERVICES,
        CashCategory.FUEL_TRANSPORT,
    ]
