"""Thousands in slang, and sums told as somewhere between two: "тищу-півтори", "дві-три сотні"."""

from collections.abc import Callable

import pytest

from parsing.reading import Missing, Reading, Unclear
from tests.parsing.drafts import amounts_of

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("paid a grand and a half for fuel", 1_500),
        ("sold a tap for a thousand and a half", 1_500),
        ("paid three thousand and a half for the rent", 3_500),
        ("задаток от Людмилы две штуки на смеситель", 2_000),
        ("кур'єру дві штуки", 2_000),
        ("за оренду п'ять штук", 5_000),
        ("дала вантажнику штуку", 1_000),
        ("отдал за доставку штуку", 1_000),
        ("paid the courier thirty-two", 32),
        ("кур'єру сто двадцять-п'ять", 125),
        ("доставка 2 штуки 400", 400),
        ("sold two-three valves for 8000", 8_000),
        ("купила гуму, 3 штуки, разом 240", 240),
        ("купила мыло 5 штук 130", 130),
        ("продала за 6 штук", 6_000),
    ],
)
def test_thousands_are_heard_where_nothing_is_counted(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "кур'єру тищу-півтори",
        "кур'єру тисячу-дві",
        "дала курьеру сотню-полторы",
        "кур'єру дві-три тисячі",
        "кур'єру півтори-дві тисячі",
        "курьеру двести-триста гривен",
        "paid the loaders five-six hundred",
        "продали штуку",
    ],
)
def test_a_sum_between_two_is_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing
