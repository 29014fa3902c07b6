"""What was not written down before: told in a clause behind the sum, or in a heading before it."""

import datetime as dt
from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import NotAnEntry, Reading
from tests.parsing.drafts import amounts_of, assert_moved, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    "text",
    [
        "ord 3402 gave 2000 now, and 1500 yesterday which I didn't log",
        "зам 3402 дав 2000 зараз, і 1500 вчора, що я не записала",
        "заказ 3402 дал 2000 сейчас, и 1500 вчера, что я не записала",
    ],
)
def test_what_was_not_logged_is_of_its_day(read: Read, text: str) -> None:
    now, before = drafts_of(read(text))
    assert amounts_of(read(text)) == [2000, 1500]
    assert now.order_reference == before.order_reference == "3402"
    assert now.booked_on
    assert before.booked_on == now.booked_on - DAY


@pytest.mark.parametrize(
    "text",
    [
        "yesterday courier 200 which I didn't write down",
        "вчора кур'єру 200, яку ніхто не записав",
        "полпервого, а вчерашнее не внесла: курьеру 200",
        "пів на першу, а вчорашнє не внесла: кур'єру 200",
        "quarter to one, yesterday's not in yet: courier 200",
        "восьма вечора, а денне не внесла: кур'єру 200",
    ],
)
def test_that_it_was_not_written_down_denies_nothing(read: Read, text: str) -> None:
    assert_moved(read(text), [(200, OUT, CashCategory.DELIVERY)])


def test_who_has_not_paid_is_still_no_entry(read: Read) -> None:
    assert isinstance(read("оренду не внесли: Ковальчук 12000"), NotAnEntry)


def test_a_till_counted_past_midnight_was_over_the_day_before(read: Read) -> None:
    late = only(read("00:10, only finished counting now: yesterday 60 hryvnias over"))
    today = only(read("counted, 60 over"))
    assert late.category is today.category is CashCategory.CASH_SURPLUS
    assert late.booked_on
    assert today.booked_on == late.booked_on + DAY
