"""A month's way to its plan: what is left, what must be sold a day, what is usual."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from locales.pictures import plan_labels
from locales.words import words_of
from reports.plan_path import plan_figures, usual_path
from tests.papers import uah
from tests.reports.picture_samples import MONTH, month_made, planned

DAY = dt.timedelta(days=1)
MINORS = st.integers(-(10**12), 10**12)


@given(st.lists(MINORS, max_size=31), st.integers(1, 10**12))
def test_what_must_be_sold_a_day_reaches_the_plan_and_no_less_does(
    sold: list[int], plan: int
) -> None:
    path = month_made(sold, sold, planned(plan))
    assert path.sold == uah(sum(sold))
    assert path.planned_sales[-1] == uah(plan)
    a_day = path.a_day
    if a_day is None:
        assert path.sold.minor >= plan or path.days_left == 0
        return
    assert path.sold.minor + a_day.minor * path.days_left >= plan
    assert path.sold.minor + (a_day.minor - 1) * path.days_left < plan


@given(st.lists(st.integers(1, 10**9), min_size=28, max_size=28))
def test_four_usual_weeks_come_to_what_the_four_before_did(before: list[int]) -> None:
    sold = {MONTH.first - (back + 1) * DAY: uah(each) for back, each in enumerate(before)}
    usual = usual_path(MONTH, sold)
    assert usual[27] == uah(sum(before))
    assert all(one.minor <= other.minor for one, other in pairwise(usual))
    assert len(usual) == MONTH.count


def test_a_usual_day_is_what_the_same_weekday_sold() -> None:
    sold = {MONTH.first - 7 * week * DAY: uah(400) for week in range(1, 5)}
    usual = usual_path(MONTH, sold)
    assert [each.minor for each in usual[:8]] == [400] * 7 + [800]


def test_nothing_is_usual_where_a_week_sold_nothing() -> None:
    sold = {MONTH.first - 7 * week * DAY: uah(400) for week in range(1, 4)}
    assert usual_path(MONTH, sold) == ()


def test_the_figures_say_what_matters_then() -> None:
    def names(sold: list[int], plan: int | None, before: int = 0) -> list[str]:
        path = month_made(sold, sold, None if plan is None else planned(plan), before)
        return [each.name for each in plan_figures(path, plan_labels(words_of("en"), path))]

    assert names([100], 100_000) == ["Plan", "Plan by 1\xa0Oct", "A day, 30 left"]
    assert names([100] * 31, 100_000) == ["Plan", "Below plan"]
    assert names([200_000], 100_000) == ["Plan", "Plan by 1\xa0Oct", "Over plan"]
    assert names([], 100_000) == ["Plan", "A day, 31 left"]
    assert names([0, 0, 0], None, 700) == ["A usual month", "Less than usual"]
    assert names([1], None) == []


def test_a_planned_margin_without_sales_is_a_percentage_alone() -> None:
    path = month_made([10_000], [2_500], planned(None))
    assert path.planned_left == ()
    assert plan_labels(words_of("en"), path).left == "Gross margin · 25%, planned 22%"
