"""What is still to come beside what was paid, and goods that went out unpaid."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import NotAnEntry, Reading
from tests.parsing.drafts import only

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "amount", "order"),
    [
        ("client for order 3120 left an advance of 4,800 and will pay the rest", 4800, "3120"),
        ("he left a 900 deposit and will bring the remainder on Friday", 900, None),
        ("customer gave 700 as a deposit and will come back tomorrow", 700, None),
        ("клиент по заказу 3120 внёс задаток 4 800 и остальное отдаст потом", 4800, "3120"),
        ("клієнт замовлення 3120 лишив завдаток 4 800 і решту заплатить", 4800, "3120"),
    ],
)  # fmt: skip
def test_a_promise_of_the_rest_leaves_the_deposit(
    read: Read, text: str, amount: int, order: str | None
) -> None:
    draft = only(read(text))
    assert draft.amount is not None
    assert draft.amount.minor == amount * 100
    assert draft.category is CashCategory.CUSTOMER_PREPAYMENT
    assert draft.order_reference == order


@pytest.mark.parametrize(
    "text",
    [
        "paid the courier 240 and will pay the loader tomorrow",
        "заплатила водителю 240 и завтра заплачу грузчику",
        "віддала кур'єру 240 і завтра заплачу вантажнику",
    ],
)
def test_what_is_paid_next_leaves_what_was_paid(read: Read, text: str) -> None:
    draft = only(read(text))
    assert draft.amount is not None
    assert draft.amount.minor == 240 * 100
    assert draft.direction is CashDirection.OUT


@pytest.mark.parametrize(
    "text",
    [
        "sold him a boiler 6 300 and he will pay on Friday",
        "customer took a boiler 6 300, will pay next week",
        "продав бойлер 6 300 і заплатить завтра",
        "клієнт забрав бойлер за 6 300, розрахується в п'ятницю",
        "клиент взял бойлер за 6 300 и отдаст деньги завтра",
        "продав Гнатюку бойлер 6 300 в борг",
        "asked for 900 and I will give it tomorrow",
    ],
)
def test_goods_that_are_still_to_be_paid_move_nothing(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("хоз забрал 4 500", CashCategory.OWNER_DRAW),
        ("отдала хозу 4 500", CashCategory.OWNER_DRAW),
        ("хоз внёс 4 500", CashCategory.OWNER_CONTRIBUTION),
        ("хоз расходы 4 500", CashCategory.OFFICE_HOUSEHOLD),
    ],
)
def test_the_owner_is_told_in_short(read: Read, text: str, category: CashCategory) -> None:
    assert only(read(text)).category is category
