"""Plans as people type them, in three languages, and what is none."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.days import Days
from ledger.money import Money
from parsing.answers.plan import PlanTyped, may_be_plan, read_plan
from reports.plan import Plan, planned_part
from tests.shop import lexicon

TODAY = dt.date(2026, 11, 20)
NOVEMBER = "2026-11"
TYPED = {
    "план листопада 1.2 млн, маржа 22%": (NOVEMBER, 1_200_000, 220),
    "november plan 1.2m margin 22%": (NOVEMBER, 1_200_000, 220),
    "план на ноябрь 1,2 млн маржа 22 %": (NOVEMBER, 1_200_000, 220),
    "план 900к": (NOVEMBER, 900_000, None),
    "plan for May 2027: 1,250,000 UAH": ("2027-05", 1_250_000, None),
    "план грудня 1 200 000 грн": ("2026-12", 1_200_000, None),
    "план на наступний місяць 1.5 млн і маржа 25,5%": ("2026-12", 1_500_000, 255),
    "plan December 1.250 million": ("2026-12", 1_250_000, None),
    "план січня маржа 20": ("2027-01", None, 200),
    "план за жовтень 800 тис": ("2026-10", 800_000, None),
    "target november ₴1.2m": (NOVEMBER, 1_200_000, None),
    "план, маржа 22, 900 тис": (NOVEMBER, 900_000, 220),
    "план?": (NOVEMBER, None, None),
    "який план на грудень": ("2026-12", None, None),
}
NONE = (
    "план ремонту 500",
    "по плану віддав 500",
    "plan 1.2m$",
    "маржа 22%",
    "план 100 і 200",
    "план маржа 122%",
    "план маржа 22,55%",
    "план 0",
    "продала бойлер 12 400",
)


@pytest.mark.parametrize("text", TYPED)
def test_a_plan_is_read(text: str) -> None:
    month, sales, margin = TYPED[text]
    told = None if sales is None else Money(sales * 100, "UAH")
    read = read_plan(text, today=TODAY, currency="UAH", lexicon=lexicon())
    assert may_be_plan(text)
    assert read == PlanTyped(dt.date.fromisoformat(f"{month}-01"), told, margin)


@pytest.mark.parametrize("text", NONE)
def test_what_says_more_is_no_plan(text: str) -> None:
    assert read_plan(text, today=TODAY, currency="UAH", lexicon=lexicon()) is None


@given(st.text(max_size=60))
def test_any_text_is_a_plan_or_none(text: str) -> None:
    read = read_plan(f"план {text}", today=TODAY, currency="UAH", lexicon=lexicon())
    if read is not None:
        assert read.month.day == 1
        assert read.sales is None or read.sales.minor > 0
        assert read.margin_permille is None or 0 <= read.margin_permille <= 1_000


@given(
    st.integers(1, 10**14),
    st.lists(st.integers(2, 30), unique=True, max_size=5),
    st.sampled_from([dt.date(2026, 2, 1), dt.date(2026, 4, 1), dt.date(2028, 2, 1)]),
)
def test_parts_of_a_month_sum_to_its_plan(minor: int, cuts: list[int], month: dt.date) -> None:
    plan = Plan(month, Money(minor, "UAH"), None)
    starts = [1, *sorted(each for each in cuts if each <= plan.day_count)]
    ends = [*(each - 1 for each in starts[1:]), plan.day_count]
    parts = [
        planned_part(Days(month.replace(day=first), month.replace(day=last)), {month: plan})
        for first, last in zip(starts, ends, strict=True)
    ]
    told = [each.sales.minor for each in parts if each is not None and each.sales is not None]
    assert sum(told) == minor


def test_days_of_a_month_without_a_plan_have_none() -> None:
    october, november = dt.date(2026, 10, 1), dt.date(2026, 11, 1)
    plans = {november: Plan(november, Money(3_000, "UAH"), 220)}
    assert planned_part(Days(october, TODAY), plans) is None
    both = {**plans, october: Plan(october, Money(1_000, "UAH"), 100)}
    whole = planned_part(Days(october, dt.date(2026, 11, 30)), both)
    assert whole is not None
    assert (whole.sales, whole.margin_permille) == (Money(4_000, "UAH"), 190)
    assert not whole.is_part
