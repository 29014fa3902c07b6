"""Somebody's own money: a customer takes his back, who works at the till puts hers in."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Reading
from tests.parsing.drafts import assert_moved, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
REFUND, OWN = CashCategory.CUSTOMER_REFUND, CashCategory.OWNER_CONTRIBUTION


@pytest.mark.parametrize(
    "text",
    [
        "клієнт забрав свої 870 назад",
        "прошлый покупатель свои 870 забрал обратно",
        "the customer took her 870 back",
    ],
)
def test_a_customer_takes_his_own_back(read: Read, text: str) -> None:
    assert_moved(read(text), [(870, OUT, REFUND)])


def test_it_stands_beside_what_another_left(read: Read) -> None:
    told = read(
        "deposit for the pump 3 100 from Symonenko, and the last customer took his 870 back"
    )
    assert_moved(told, [(3100, IN, CashCategory.CUSTOMER_PREPAYMENT), (870, OUT, REFUND)])


@pytest.mark.parametrize(
    "text",
    [
        "поклала в касу своїх 870, потім заберу",
        "положила свои 870 в кассу",
        "дала в касу власних 870",
        "put my own 870 in the till",
    ],
)
def test_own_money_in_the_till_is_a_contribution(read: Read, text: str) -> None:
    assert_moved(read(text), [(870, IN, OWN)])


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("босс забрал свои 870 назад", OUT),
        ("клиент взял кран, 870", IN),
        ("здала в банк своїх 870", OUT),
    ],
)
def test_what_is_otherwise_stays(read: Read, text: str, way: CashDirection) -> None:
    draft = only(read(text))
    assert draft.direction is way
    assert draft.category not in {REFUND, OWN}
