"""Of several that were counted some are not paid for, of a price a part is paid in cash."""

from collections.abc import Callable

import pytest

from ledger.cash import CashDirection
from parsing.reading import Reading
from tests.parsing.drafts import amounts_of, only

Read = Callable[[str], Reading]


def assert_to_be_confirmed(reading: Reading, amount: int) -> None:
    draft = only(reading)
    assert amounts_of(reading) == [amount]
    assert draft.direction is CashDirection.IN
    assert not draft.is_confident


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        (
            "sold 3 sensors at 1 250 each, one goes on credit till Monday so cash for two only",
            2500,
        ),
        ("sold 4 valves at 1 200 each, one of them not paid yet", 3600),
        ("sold 5 taps at 800, two of them on credit", 3200 - 800),
        ("3 насоси по 2100, один у борг", 4200),
        ("продав 3 крани по 850, за один ще винні", 1700),
        ("продав 3 лічильники по 1500, за третій заплатять завтра", 3000),
        ("продал 3 насоса по 2000, 1 в долг", 4000),
        ("продали 5 фильтров по 600, один вернули", 2400),
    ],
)
def test_only_those_that_were_paid_for_count(read: Read, text: str, amount: int) -> None:
    assert_to_be_confirmed(read(text), amount)


def test_what_was_paid_for_them_may_be_told(read: Read) -> None:
    assert amounts_of(read("sold 3 pumps at 2000, one on credit, took 4000")) == [4_000]


@pytest.mark.parametrize(
    "text",
    [
        "sold 3 taps at 800, one more comes tomorrow",
        "продав 3 крани по 800, один поставимо завтра",
        "продала 3 крана по 800, еще один в долг взяли",
        "sold 3 taps at 800, he will pay for the delivery tomorrow",
    ],
)
def test_what_comes_on_top_takes_none_away(read: Read, text: str) -> None:
    assert amounts_of(read(text)) == [2_400]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("boiler 9000, half in cash, the rest by card", 4500),
        ("boiler 9 000, a third in cash, the rest by card", 3000),
        ("бойлер 8 200, половину дали готівкою, решта на термінал", 4100),
        ("котел 9 000, третину готівкою, решту карткою", 3000),
        ("бойлер 9000, половину налом, остальное картой", 4500),
    ],
)
def test_the_part_in_cash_is_what_moved(read: Read, text: str, amount: int) -> None:
    assert_to_be_confirmed(read(text), amount)
