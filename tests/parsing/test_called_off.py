"""Receipts voided, tills that hold what they should, sums nobody noted, goods that were driven."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Missing, NotAnEntry, Reading, Unclear
from tests.parsing.drafts import only

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "text",
    [
        "клієнт передумав, чек на 1 870 анулювала",
        "покупатель ушёл, чек на 1 870 сторнировала",
        "the customer changed his mind, voided the 1 870 receipt",
        "у касі має бути 9 410, стільки і є",
        "в кассе должно быть 9 410, сошлось",
        "there should be 9 410 in the till, and there is",
        "скотч кончился, плёнка тоже, докупить",
        "скотч закінчився, плівка теж, докупити",
    ],
)
def test_nothing_moved(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    "text",
    [
        "покупатель передумал, вернула ему 1 870",
        "клієнт передумав, чек анулювала, повернула 1 870",
    ],
)
def test_what_was_given_back_went_out(read: Read, text: str) -> None:
    draft = only(read(text))
    assert draft.direction is CashDirection.OUT
    assert draft.category is CashCategory.CUSTOMER_REFUND


@pytest.mark.parametrize("text", ["в кассе должно быть 9 410, а есть 9 400", "чек на 1 870"])
def test_neither_is_waved_through(read: Read, text: str) -> None:
    assert not isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    "text",
    [
        "somebody gave the courier money for fuel but nobody wrote how much",
        "хтось дав кур'єру на пальне, суму ніхто не записав",
        "дали курьеру на бензин, сумму никто не записал",
    ],
)
def test_a_sum_that_nobody_noted_is_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("бойлер віз Остап, 870", "Остап"),
        ("870, котёл отвёз Степан", "Степан"),
        ("возив радіатори Остап 870", "Остап"),
    ],
)
def test_goods_that_somebody_drove_are_delivered(read: Read, text: str, who: str) -> None:
    draft = only(read(text))
    assert draft.category is CashCategory.DELIVERY
    assert draft.counterparty == who
