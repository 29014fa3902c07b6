"""Days in a row, and the days before that are like them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.days import Days, month_later

D = dt.date


@pytest.mark.parametrize(
    ("days", "before"),
    [
        (Days.month(2026, 3), Days.month(2026, 2)),
        (Days.months(2026, 1, 3), Days.months(2025, 10, 3)),
        (Days.months(2026, 1, 12), Days.months(2025, 1, 12)),
        (Days(D(2026, 11, 1), D(2026, 11, 20)), Days(D(2026, 10, 1), D(2026, 10, 20))),
        (Days(D(2026, 3, 1), D(2026, 3, 30)), Days(D(2026, 2, 1), D(2026, 2, 28))),
        (Days(D(2026, 1, 1), D(2026, 11, 20)), Days(D(2025, 1, 1), D(2025, 11, 20))),
        (Days(D(2026, 10, 1), D(2026, 11, 20)), Days(D(2026, 7, 1), D(2026, 8, 20))),
        (Days(D(2026, 11, 16), D(2026, 11, 20)), Days(D(2026, 11, 9), D(2026, 11, 13))),
        (Days(D(2026, 11, 9), D(2026, 11, 15)), Days(D(2026, 11, 2), D(2026, 11, 8))),
        (Days.one(D(2026, 11, 1)), Days.one(D(2026, 10, 31))),
        (Days(D(2026, 11, 5), D(2026, 11, 14)), Days(D(2026, 10, 26), D(2026, 11, 4))),
    ],
)
def test_days_are_held_against_days_like_them(days: Days, before: Days) -> None:
    assert days.before() == before


@given(st.dates(D(1990, 1, 1), D(2090, 1, 1)), st.integers(0, 800))
def test_the_days_before_never_reach_into_the_days(first: dt.date, length: int) -> None:
    days = Days(first, first + dt.timedelta(days=length))
    assert days.before().last < days.first
    assert days.until(days.last) == days


@given(st.dates(D(1990, 1, 1), D(2090, 1, 1)), st.integers(-60, 60))
def test_a_month_later_is_in_that_month(day: dt.date, months: int) -> None:
    later = month_later(day, months)
    apart = (later.year - day.year) * 12 + later.month - day.month
    assert apart == months
    assert later.day <= day.day


def test_days_do_not_end_before_they_begin() -> None:
    with pytest.raises(ValueError, match="is after"):
        Days(D(2026, 1, 2), D(2026, 1, 1))
