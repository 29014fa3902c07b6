"""Prices that were haggled over or lowered by a percentage: what was taken is what moved."""

from collections.abc import Callable

import pytest

from ledger.cash import CashDirection
from parsing.reading import Reading, Unclear
from tests.parsing.drafts import amounts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


@pytest.mark.parametrize(
    ("text", "amount", "way"),
    [
        ("he wanted to pay 1300 instead of 1500 for the mixer, ok, took 1350", 1350, IN),
        ("pump was 2300, he offered 2000, settled at 2100", 2100, IN),
        ("customer wanted the tap for 900, I said 1000, he paid 950", 950, IN),
        ("lady wanted a discount on the 1600 pump, I asked 1500, took 1400", 1400, IN),
        ("насос 2300, давав 2000, зійшлися на 2100", 2100, IN),
        ("клієнт торгувався, з 900 до 850 зійшлися за змішувач", 850, IN),
        ("насос 2300, давал 2000, сошлись на 2100", 2100, IN),
        ("бойлер 5000, сторгувались за 4700", 4700, IN),
        ("постачальник просив 2500, сторгувались на 2200", 2200, OUT),
        ("таксист просив 300, зійшлися на 250", 250, OUT),
    ],
)
def test_of_prices_haggled_over_the_last_moved(
    read: Read, text: str, amount: int, way: CashDirection
) -> None:
    assert amounts_of(read(text)) == [amount]
    assert only(read(text)).direction is way


def test_who_asked_and_agreed_is_asked_where_nobody_is_named(read: Read) -> None:
    assert isinstance(read("asked 2000, agreed on 1800"), Unclear)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("towel rail 3 800 minus ten percent, took 3420", 3420),
        ("сушка 3800 мінус 10%, взяла 3420", 3420),
        ("кран 2 300 мінус 7%, взяла 2140", 2140),
        ("sold a towel rail 3800, ten percent off", 3420),
        ("продала сушку за 3800 минус десять процентов", 3420),
        ("продав котел 5000 мінус п'ятнадцять відсотків", 4250),
        ("кран 2000, знижка п'ять відсотків", 1900),
    ],
)
def test_a_percentage_is_taken_off(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]
    assert only(read(text)).direction is IN


def test_a_percentage_that_was_paid_down_is_not_computed(read: Read) -> None:
    assert amounts_of(read("передоплата п'ятдесят відсотків за бойлер, 4000")) == [4000]
    assert amounts_of(read("комісія п'ять відсотків, 300 грн")) == [300]
