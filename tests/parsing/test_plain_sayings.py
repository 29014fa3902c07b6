"""Short everyday messages: banks by name, numbered bags and parcels, notes that change hands."""

import datetime as dt
from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import NotAnEntry, Reading
from tests.parsing.drafts import Moved, assert_moved, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
YESTERDAY = dt.date(2026, 5, 19)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("взяла из Привата 9к на сдачу", (9000, IN, CashCategory.CASH_FROM_BANK)),
        ("Ощаду завезли 44к", (44000, OUT, CashCategory.BANK_DEPOSIT)),
        ("сдала 17 600 на инкассацию, пакет 52", (17600, OUT, CashCategory.BANK_DEPOSIT)),
        ("здала в банк 20 000, сумка 14", (20000, OUT, CashCategory.BANK_DEPOSIT)),
        ("Автолюкс, посылка 60114 весом 12 кг, 275 грн", (275, OUT, CashCategory.DELIVERY)),
        ("parcel 771204 by Meest, 96", (96, OUT, CashCategory.DELIVERY)),
        ("electricity bill for March came to 874", (874, OUT, CashCategory.UTILITIES)),
        (
            "paid the loaders 1100, radiators up to the 3rd floor",
            (1100, OUT, CashCategory.DELIVERY),
        ),
        ("грузчикам 800, подняли до третьего этажа", (800, OUT, CashCategory.DELIVERY)),
        ("Cleaner got her 600 for this week", (600, OUT, CashCategory.SALARY)),
        ("прибиральниці 600 за цей тиждень", (600, OUT, CashCategory.SALARY)),
        ("sold 2 pumps at 3200 each to a couple with a dacha", (6400, IN, CashCategory.SALE_CASH)),
        ("взяли у Ткачёва прокладки на 620", (620, OUT, CashCategory.SUPPLIER_GOODS)),
        ("брали у Степанюка труби на 1 340", (1340, OUT, CashCategory.SUPPLIER_GOODS)),
        ("the 890 to Aquaplus for gaskets", (890, OUT, CashCategory.SUPPLIER_GOODS)),
        ("за вчора не зійшлося на 60 грн у мінус", (60, OUT, CashCategory.CASH_SHORTAGE)),
    ],
)
def test_one_movement_is_told(read: Read, text: str, told: Moved) -> None:
    assert_moved(read(text), [told])


@pytest.mark.parametrize(
    "text",
    [
        "дала кіоску 200 монетами, взяла папірцем",
        "дала соседке 500 мелкими купюрами, взяла одной бумажкой",
        "gave the bakery 500 in small notes for one 500 note",
        "electricity bill came: 2180",
    ],
)
def test_nothing_moved(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


def test_a_sign_that_was_escaped_is_the_sign(read: Read) -> None:
    assert read(r"invoice \#40718, seals, settled, 3,900") == read(
        "invoice #40718, seals, settled, 3,900"
    )


@pytest.mark.parametrize(
    "text",
    [
        "forgot to log yesterday's staff taxi, 210, we took it after closing",
        "забула записати вчорашнє таксі 210",
        "забыл записать вчерашнее такси 210",
    ],
)
def test_what_was_forgotten_yesterday_is_of_that_day(read: Read, text: str) -> None:
    assert only(read(text)).booked_on == YESTERDAY
