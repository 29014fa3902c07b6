"""Four odd digits that number an order though no word says so."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Missing, Reading, Unclear
from tests.parsing.drafts import amounts_of, only

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "text",
    [
        "man brought the money for 3377",
        "customer brought cash for 3186",
        "принесли гроші за 3377",
        "клієнт заплатив за 2914",
        "чоловік заніс гроші по 3186",
        "принёс деньги за 2846",
    ],
)
def test_what_was_paid_for_an_order_is_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("sold for 3377", 3377),
        ("принесли гроші за насос 3377", 3377),
        ("paid supplier for 3115", 3115),
    ],
)
def test_a_price_is_no_order(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    ("text", "order", "amount"),
    [
        ("3018 аванс 4 тис", "3018", 4000),
        ("аванс 3018 4 тис", "3018", 4000),
        ("аванс 3018, 4000 грн", "3018", 4000),
        ("deposit 4127 2.5k", "4127", 2500),
        ("предоплата 3342 6 тыс", "3342", 6000),
    ],
)
def test_an_advance_beside_an_order_is_paid_on_it(
    read: Read, text: str, order: str, amount: int
) -> None:
    draft = only(read(text))
    assert (draft.order_reference, draft.direction) == (order, CashDirection.IN)
    assert draft.category is CashCategory.CUSTOMER_PREPAYMENT
    assert amounts_of(read(text)) == [amount]
    assert not draft.is_confident
