"""Nouns and titles that tell what was done, houses with names, days of shifts, parts by card."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import NotAnEntry, Question, Reading
from tests.parsing.conftest import NOW
from tests.parsing.drafts import Moved, assert_moved, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ('Оплата від "Будсервіс" 16 300 за фітинги', (16_300, IN, CashCategory.SALE_CASH)),
        ("gave Artem 900 for a tap replacement", (900, OUT, CashCategory.INSTALLER_SERVICES)),
        ("Новая Почта 92 грн, возврат брака на завод", (92, OUT, CashCategory.DELIVERY)),
        ("прийшов пан Левчук і заплатив 950 за лічильник води", (950, IN, CashCategory.SALE_CASH)),
        ("500 leaflets printed, 1.4k paid", (1_400, OUT, CashCategory.ADVERTISING)),
        ("справка в банке 50", (50, OUT, CashCategory.BANK_FEES)),
        ("order 3312, 4000 in cash and 9 600 by terminal", (4_000, IN, CashCategory.SALE_CASH)),
    ],
)  # fmt: skip
def test_a_noun_tells_what_was_done(read: Read, text: str, moved: Moved) -> None:
    assert_moved(read(text), [moved])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("банер на фасад 2 600, друкарня «Колір»", "Колір"),
        ("Bondar +380671119944 left 1,500 for a recirculation pump in advance", "Bondar"),
    ],
)
def test_who_it_was_is_known(read: Read, text: str, who: str) -> None:
    assert only(read(text)).counterparty == who


@pytest.mark.parametrize(
    "text", ["дала Свете 850 за подмену в субботу", "paid Lana 850 for covering on Saturday"]
)
def test_the_day_of_a_shift_is_not_that_of_its_pay(read: Read, text: str) -> None:
    assert only(read(text)).booked_on == NOW.date()


def test_to_call_somebody_asks_nothing(read: Read) -> None:
    assert read("call 0671234567 when the pipes arrive") == NotAnEntry()
    assert isinstance(read("when did the pipes arrive?"), Question)
