"""An order's number, a price or a count that is mended in the same breath."""

from collections.abc import Callable

import pytest

from ledger.cash import CashDirection
from parsing.reading import Reading
from tests.parsing.drafts import amounts_of, only

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "order", "amount"),
    [
        ("yesterday 2 600 on order 3518, sorry, 3581", "3581", 2_600),
        ("order 2964 gave 4 300, no, order 2946", "2946", 4_300),
        ("order #2871 9 700 cash, correction: #2817", "2817", 9_700),
        ("зам 2155, ой, 2515, дав 6000", "2515", 6_000),
        ("аванс за замовлення 4402 1600 грн, помилилась, 4420", "4420", 1_600),
        ("по заказу 3075 взяла 7400, точнее 3057", "3057", 7_400),
        ("предоплата заказ 3364, нет, 3346 - 2300", "3346", 2_300),
    ],
)
def test_an_order_is_put_right(read: Read, text: str, order: str, amount: int) -> None:
    draft = only(read(text))
    assert draft.order_reference == order
    assert amounts_of(read(text)) == [amount]
    assert draft.direction is CashDirection.IN


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("order 3518 paid 2600, sorry, 2700", 2_700),
        ("замовлення 3518 дали 2 600, ой, 2650", 2_650),
        ("заказ 3518, взяла 2400, ой, 3500", 3_500),
    ],
)
def test_digits_like_a_sum_put_the_sum_right(read: Read, text: str, amount: int) -> None:
    assert only(read(text)).order_reference == "3518"
    assert amounts_of(read(text)) == [amount]


def test_who_ordered_is_who_gave(read: Read) -> None:
    assert only(read("order 2946 gave 4 300")).direction is CashDirection.IN
    assert only(read("order 2946 gave courier 300")).direction is CashDirection.OUT


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("продав 4 вентилі по сто вісімдесят - стоп, по сто дев'яносто", 760),
        ("продала 4 вентиля по 180, ой, по 190", 760),
        ("sold 4 valves at 180 each, wait, at 190", 760),
        ("sold 4 valves at 180, no, 190 each", 760),
        ("продав 4 вентилі по 180, точніше 190", 760),
        ("продав 4 вентилі по 180, ні, 5 вентилів", 900),
        ("sold 4 valves at 180, sorry, 5 valves", 900),
        ("продала 4 вентиля по 180, точнее пять вентилей", 900),
    ],
)
def test_a_price_or_a_count_of_several_is_put_right(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("продав 4 вентилі по 180, ні, разом 700", [700]),
        ("sold 4 valves at 180 and 5 valves at 190", [720, 950]),
        ("sold 4 valves at 180", [720]),
    ],
)
def test_what_is_no_price_put_right_stays(read: Read, text: str, amounts: list[int]) -> None:
    assert amounts_of(read(text)) == amounts
