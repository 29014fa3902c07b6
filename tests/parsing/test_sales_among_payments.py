"""Sums of one kind in a row, what stands among them that is none of it, and a shop that shut."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import NotAnEntry, Reading
from tests.parsing.drafts import Moved, assert_moved, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
SALE, DELIVERY = CashCategory.SALE_CASH, CashCategory.DELIVERY
OFFICE, FUEL = CashCategory.OFFICE_HOUSEHOLD, CashCategory.FUEL_TRANSPORT
WAGE, FITTING = CashCategory.SALARY, CashCategory.INSTALLER_SERVICES


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "two sales, 900 and 350, and then milk, sugar, tea for the kitchen 210",
            [(900, IN, SALE), (350, IN, SALE), (210, OUT, OFFICE)],
        ),
        (
            "sales 900, 350, bread and milk 210",
            [(900, IN, SALE), (350, IN, SALE), (210, OUT, OFFICE)],
        ),
        (
            "два продажі, 900 і 350, і ще цукор, кава на кухню 210",
            [(900, IN, SALE), (350, IN, SALE), (210, OUT, OFFICE)],
        ),
        (
            "two taxis, 120 and 150, and coffee 90",
            [(120, OUT, FUEL), (150, OUT, FUEL), (90, OUT, OFFICE)],
        ),
    ],
)
def test_a_bare_sum_is_of_what_was_told_before(read: Read, text: str, told: list[Moved]) -> None:
    assert_moved(read(text), told)


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("three sales: 900, 350 and 200, courier 150", (150, OUT, DELIVERY)),
        ("продажі: 900, 350, вантажникам 150", (150, OUT, DELIVERY)),
        ("продажи: 900, 350, уборщице 150", (150, OUT, WAGE)),
        ("продано: лампа 300, кран 450, кур'єр 150", (150, OUT, DELIVERY)),
        ("sales: 900, 350, installer Roman 150", (150, OUT, FITTING)),
    ],
)
def test_whom_the_shop_pays_is_no_sale_under_sales(read: Read, text: str, paid: Moved) -> None:
    *sold, last = drafts_of(read(text))
    assert {(each.direction, each.category) for each in sold} == {(IN, SALE)}
    assert (last.direction, last.category) == paid[1:]


def test_a_fitter_in_a_list_of_what_was_sold_is_confirmed(read: Read) -> None:
    assert not drafts_of(read("продали: кран 300, сантехніку 450"))[-1].is_confident


@pytest.mark.parametrize(
    ("text", "way", "amount"),
    [
        ("just locked up. Shevchuk paid 4 200 for a pump", IN, 4200),
        ("locked up the shop, Shevchuk paid 4 200 for a pump", IN, 4200),
        ("щойно закрила, виручка 8 640", IN, 8640),
        ("закрила магазин. Шевчук заплатив 4 200 за насос", IN, 4200),
        ("только закрылись, выручка 8 640", IN, 8640),
        ("zakryla mahazyn, kurieru 150", OUT, 150),
        ("касу закрила. Шевчук заплатив 4 200 за насос", IN, 4200),
        ("the shop is closed. Shevchuk paid 4 200 for a pump", IN, 4200),
        ("locked up 5000 in the safe", OUT, 5000),
        ("закрила борг 3000", IN, 3000),
    ],
)
def test_that_the_shop_shut_says_nothing_of_what_came_after(
    read: Read, text: str, way: CashDirection, amount: int
) -> None:
    draft = only(read(text))
    assert draft.amount is not None
    assert (draft.direction, draft.amount.minor) == (way, amount * 100)


def test_what_a_shut_till_holds_did_not_move(read: Read) -> None:
    assert isinstance(read("закрила касу, в касі 18 640"), NotAnEntry)
