"""Who is told to have taken a sum for a delivery or for goods, and who is not."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Missing, Reading, Unclear, Understood
from tests.parsing.drafts import assert_moved, only

Read = Callable[[str], Reading]

IN, OUT = CashDirection.IN, CashDirection.OUT


@pytest.mark.parametrize(
    "text",
    [
        "за доставку клієнту на Оболонь взяли 280",
        "взяли 280 за доставку клієнтці",
        "за доставку покупателю взяла 280",
        "доставка клієнту, взяли 280",
        "we took 280 for delivery",
        "we charged 280 for delivery to Irpin",
        "vzialy 280 za dostavku klientu",
    ],
)
def test_what_we_charged_for_a_delivery_is_sold(read: Read, text: str) -> None:
    assert_moved(read(text), [(280, IN, CashCategory.SALE_CASH)])


@pytest.mark.parametrize(
    "text",
    [
        "кур'єр взяв за доставку клієнту 280",
        "вантажники взяли 280 за доставку клієнту",
        "за доставку Нова пошта взяла 280",
        "за доставку клієнту віддали 280",
        "the courier took 280 for delivery to a client",
        "forwarder charged 280 for storage and delivery",
        "the carrier charged 280 for delivery",
    ],
)
def test_who_delivers_is_paid_for_it(read: Read, text: str) -> None:
    assert_moved(read(text), [(280, OUT, CashCategory.DELIVERY)])


@pytest.mark.parametrize("text", ["взяла за доставку 280", "взяли 280 за доставку"])
def test_a_delivery_taken_for_by_nobody_is_not_filed_alone(read: Read, text: str) -> None:
    reading = read(text)
    if isinstance(reading, Understood):
        assert not only(reading).is_confident
    else:
        assert isinstance(reading, Unclear)
        assert Missing.DIRECTION in reading.missing


@pytest.mark.parametrize(
    "text",
    [
        "взяла 4 термостати по 700 за готівку у Термосвіту",
        "взяли 4 термостата по 700 у Ковальчука",
        "took 4 thermostats at 700 cash from Thermosvit",
    ],
)
def test_goods_taken_from_a_firm_are_bought(read: Read, text: str) -> None:
    assert_moved(read(text), [(2_800, OUT, CashCategory.SUPPLIER_GOODS)])


@pytest.mark.parametrize(
    "text", ["взяла у клієнта 4 батареї по 700", "Іваненко взяв 4 крани по 700"]
)
def test_what_a_customer_took_is_sold(read: Read, text: str) -> None:
    assert_moved(read(text), [(2_800, IN, CashCategory.SALE_CASH)])


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("put in 150 from the till for fuel", CashCategory.FUEL_TRANSPORT),
        ("put 150 from the till into the charity box", CashCategory.OTHER_EXPENSE),
    ],
)
def test_what_is_put_somewhere_from_the_till_goes_out(
    read: Read, text: str, category: CashCategory
) -> None:
    assert_moved(read(text), [(150, OUT, category)])
