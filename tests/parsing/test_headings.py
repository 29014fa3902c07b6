"""What a heading says within a line holds for the sums behind it: in, out, prepaid, refunded."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Reading
from tests.parsing.drafts import Moved, assert_moved, drafts_of

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
SALE, PREPAID = CashCategory.SALE_CASH, CashCategory.CUSTOMER_PREPAYMENT
DELIVERY, FUEL = CashCategory.DELIVERY, CashCategory.FUEL_TRANSPORT
OFFICE, REFUND = CashCategory.OFFICE_HOUSEHOLD, CashCategory.CUSTOMER_REFUND


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "income: 500 valve, 300 tape. expense: 200 courier",
            [(500, IN, SALE), (300, IN, SALE), (200, OUT, DELIVERY)],
        ),
        (
            "приход: 1 260 труба, 640 клей. расход: 90 вода питьевая",
            [(1260, IN, SALE), (640, IN, SALE), (90, OUT, OFFICE)],
        ),
        (
            "витрати - кур'єр 200, кава 80; прихід - кран 900",
            [(200, OUT, DELIVERY), (80, OUT, OFFICE), (900, IN, SALE)],
        ),
        ("Прихід 2000 кран. Витрата 300 кур'єр", [(2000, IN, SALE), (300, OUT, DELIVERY)]),
        (
            "in: 900 pipes. out: 120 paper, 400 fuel",
            [(900, IN, SALE), (120, OUT, OFFICE), (400, OUT, FUEL)],
        ),
    ],
)
def test_each_sum_has_the_way_of_its_heading(read: Read, text: str, told: list[Moved]) -> None:
    assert_moved(read(text), told)


def test_a_heading_above_lines_is_nobody(read: Read) -> None:
    drafts = drafts_of(read("Income:\n500 valve\n300 tape\nExpense:\n200 courier"))
    assert [each.counterparty for each in drafts] == [None, None, None]


@pytest.mark.parametrize(
    ("text", "way", "category"),
    [
        ("prepayments: order 3011 - 3000, order 3012 - 4500", IN, PREPAID),
        ("передоплати: 3011 - 3000, 3012 - 4500", IN, PREPAID),
        ("аванси від клієнтів: №3011 3000, №3012 4500", IN, PREPAID),
        ("refunds: order 3011 - 3000, order 3012 - 4500", OUT, REFUND),
    ],
)
def test_what_is_paid_for_orders_holds_for_each_order(
    read: Read, text: str, way: CashDirection, category: CashCategory
) -> None:
    reading = read(text)
    assert_moved(reading, [(3000, way, category), (4500, way, category)])
    assert [each.order_reference for each in drafts_of(reading)] == ["3011", "3012"]
