"""Short everyday messages: banks by name, numbered bags and parcels, notes that change hands."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import NotAnEntry, Reading
from tests.parsing.drafts import Moved, assert_moved

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


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
