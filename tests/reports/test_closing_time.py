"""How long a closing took, and what it waited for."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from reports.closing_time import HoldUp, closing_time

OVER = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
HOURS = dt.timedelta(hours=1)


def test_what_was_waited_for_is_told_the_longest_first() -> None:
    found = closing_time(
        OVER,
        OVER + HOURS,
        OVER + 30 * HOURS,
        {"tills": OVER - HOURS, "statements": OVER + 21 * HOURS},
        [("sign-accountant", OVER + 22 * HOURS), ("sign-director", OVER + 30 * HOURS)],
    )
    assert found.took == 30 * HOURS
    assert found.hold_ups == (
        HoldUp("statements", 20 * HOURS),
        HoldUp("sign-director", 8 * HOURS),
        HoldUp("begun", HOURS),
        HoldUp("sign-accountant", HOURS),
    )


@given(st.integers(0, 99), st.integers(0, 99), st.lists(st.integers(0, 99), max_size=2))
def test_the_last_item_and_the_signatures_fill_the_time_from_the_beginning(
    begun: int, done: int, signed: list[int]
) -> None:
    signatures = [(f"sign-{at}", OVER + (begun + done + hours) * HOURS) for at, hours in
                  enumerate(sorted(signed))]  # fmt: skip
    closed = max([OVER + (begun + done) * HOURS, *(at for _, at in signatures)])
    items = {"tills": OVER + (begun + done) * HOURS}
    found = closing_time(OVER, OVER + begun * HOURS, closed, items, signatures)
    assert sum((each.took for each in found.hold_ups), dt.timedelta()) == found.took
