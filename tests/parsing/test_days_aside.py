"""Days that tell of something beside the money are not when it moved; those that do are kept."""

import datetime as dt
from collections.abc import Callable

import pytest

from ledger.cash import CashDirection
from parsing.reading import Missing, Reading, files_itself
from tests.parsing.conftest import NOW
from tests.parsing.drafts import only

Read = Callable[[str], Reading]
TODAY = NOW.date()
MONDAY, FRIDAY, YESTERDAY = dt.date(2026, 5, 18), dt.date(2026, 5, 15), dt.date(2026, 5, 19)


@pytest.mark.parametrize(
    "text",
    [
        "аванс поставщику Сантрейд 6 000, товар в пятницу",
        "предоплата Кермі-Центру за радіатори 8 200, привезуть у середу",
        "paid the printer 900, flyers come out on Thursday",
        "sick pay for last week to Olena, 2 300, given today",
    ],
)
def test_a_day_of_something_else_is_not_when_it_was_paid(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.booked_on, draft.direction) == (TODAY, CashDirection.OUT)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("в понедельник отдала за аренду 9 000", MONDAY),
        ("вчора Юля забрала 1500 авансу", YESTERDAY),
        ("courier 180, that was on Monday", MONDAY),
        ("last thing from yesterday: parking 60", YESTERDAY),
        ("у п'ятницю зламався чайник, майстер полагодив, 400", FRIDAY),
    ],
)
def test_a_day_of_the_money_is_kept(read: Read, text: str, day: dt.date) -> None:
    assert only(read(text)).booked_on == day


def test_a_day_that_may_be_of_something_else_is_read_back(read: Read) -> None:
    reading = read("guard for Sunday 300")
    assert Missing.DATE in only(reading).doubts
    assert not files_itself(reading)


def test_a_deadline_is_no_day_of_a_payment(read: Read) -> None:
    assert only(read("аванс Петру 800 до пятницы")).booked_on == TODAY
