"""What a shop usually tells and has not told: noticed, and never what is no habit."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from alerts.missing_entries import (
    REFUSALS_MAX,
    TAKINGS,
    Answers,
    Habit,
    MissingEntry,
    Sighting,
    find_missing,
)

MONDAY = dt.date(2026, 11, 23)
SALES = frozenset({"sale_cash"})
COURIER = Habit("delivery", "Petro")


def weekly(category: str, counterparty: str | None, *weeks_back: int) -> list[Sighting]:
    return [
        Sighting(MONDAY - dt.timedelta(weeks=back), category, counterparty) for back in weeks_back
    ]


def find(sightings: list[Sighting], answers: Answers | None = None) -> MissingEntry | None:
    return find_missing(sightings, day=MONDAY, takings=SALES, answers=answers or Answers())


def test_the_monday_courier_is_missed() -> None:
    found = find(weekly("delivery", "Petro", 1, 2, 4))
    assert found == MissingEntry(COURIER, 3, 4, MONDAY - dt.timedelta(weeks=1))


def test_a_courier_of_two_mondays_is_no_habit() -> None:
    assert find(weekly("delivery", "Petro", 1, 3)) is None


def test_what_is_told_today_is_not_missing() -> None:
    assert find(weekly("delivery", "Petro", 0, 1, 2, 3, 4)) is None


def test_a_courier_of_another_name_is_another_habit() -> None:
    assert (
        find([*weekly("delivery", "Petro", 1, 2, 3), *weekly("delivery", "Ihor", 0)]) is not None
    )


def test_takings_of_any_customer_are_one_habit_and_come_first() -> None:
    sales = [each for back in (1, 2, 3) for each in weekly("sale_cash", f"C{back}", back)]
    found = find([*weekly("delivery", "Petro", 1, 2, 3, 4), *sales])
    assert found is not None
    assert found.habit == Habit(TAKINGS)


def test_takings_are_missed_while_the_shop_is_open() -> None:
    days = [MONDAY - dt.timedelta(days=back) for back in range(1, 9)]
    sales = [Sighting(day, "sale_cash", None) for day in days]
    assert find(sales) is None
    found = find([*sales, Sighting(MONDAY, "office_household", None)])
    assert found is not None
    assert found.habit == Habit(TAKINGS)


def test_the_rent_of_the_month_is_missed_some_days_later() -> None:
    rents = [dt.date(2026, 8, 19), dt.date(2026, 9, 20), dt.date(2026, 10, 18)]
    told = [Sighting(day, "rent", "Landlord") for day in rents]
    found = find(told)
    assert found is not None
    assert found.habit == Habit("rent", "Landlord")
    assert find([*told, Sighting(dt.date(2026, 11, 20), "rent", "Landlord")]) is None
    assert find(told[1:]) is None


def test_what_was_refused_twice_or_muted_is_not_asked() -> None:
    told = weekly("delivery", "Petro", 1, 2, 3)
    assert find(told, Answers(refused={COURIER.key: REFUSALS_MAX - 1})) is not None
    assert find(told, Answers(refused={COURIER.key: REFUSALS_MAX})) is None
    assert find(told, Answers(muted={COURIER.key})) is None


DAYS = st.integers(0, 99).map(lambda back: MONDAY - dt.timedelta(days=back))
SIGHTINGS = st.lists(
    st.builds(
        Sighting,
        DAYS,
        st.sampled_from(["sale_cash", "rent", "delivery"]),
        st.sampled_from([None, "Petro"]),
    ),
    max_size=60,
)


@given(SIGHTINGS)
def test_what_is_missed_was_told_before_and_not_today(sightings: list[Sighting]) -> None:
    found = find(sightings)
    if found is None:
        return
    habit = found.habit
    told = {
        each.day
        for each in sightings
        if (habit.category == TAKINGS and each.category in SALES)
        or (each.category, each.counterparty) == (habit.category, habit.counterparty)
    }
    assert found.last_day in told
    assert MONDAY not in told
    assert len(told) >= found.seen
    muted = Answers(muted={habit.key})
    again = find(sightings, muted)
    assert again is None or again.habit != habit


@given(SIGHTINGS, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(sightings: list[Sighting], chance: object) -> None:
    shuffled = sorted(sightings, key=lambda _: chance.random())  # type: ignore[attr-defined]  # Hypothesis's Random
    assert find(shuffled) == find(sightings)
