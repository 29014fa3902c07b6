"""The director's pictures: nothing overlaps, nothing is lost, they look as they were approved."""

import datetime as dt
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.accounts import LANGUAGES
from ledger.days import Days
from ledger.money import Money, sum_money
from locales.pictures import debts_picture, gap_picture, margins_picture, plan_labels
from locales.words import words_of
from reports.aged import BANDS, OpenDebt, aged_debts
from reports.bar_chart import lay_out_bars
from reports.bar_picture import BarRow, merge_rest
from reports.cash_flow import cash_flow
from reports.order_margins import order_margins
from reports.page import BAR_THICKNESS
from reports.sheet import LIGHT, shorten_name, text_width
from tests.papers import uah
from tests.reports.looking import TOLERANCE, assert_nothing_overlaps, read_png
from tests.reports.picture_samples import (
    LONG,
    MONTH,
    debts,
    gap,
    month_made,
    planned,
    sheets,
    usual_debts,
    usual_flow,
    usual_gap,
    usual_margins,
)
from tests.reports.redraw_pictures import PICTURES, reference_pictures

NAMES = [name for name, _ in sheets("en")]
APPROVED = sorted(each.stem for each in PICTURES.glob("*.png"))
MINORS = st.integers(-(10**15), 10**15)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_overlaps_usual_extreme_or_empty(name: str, language: str) -> None:
    assert_nothing_overlaps(dict(sheets(language))[name]())


@pytest.mark.parametrize("name", APPROVED)
def test_a_picture_is_as_it_was_approved(name: str) -> None:
    now = read_png(reference_pictures()[name]())
    approved = read_png((PICTURES / f"{name}.png").read_bytes())
    assert now.shape == approved.shape
    assert np.abs(now - approved).mean() < TOLERANCE


def test_every_approved_picture_is_drawn_and_nothing_else() -> None:
    assert sorted(reference_pictures()) == APPROVED


@given(
    st.dictionaries(st.sampled_from(["till.1", "income.sales", "x"]), MINORS),
    st.integers(0, 10**15),
)
def test_a_waterfall_ends_where_its_steps_lead(others: dict[str, int], unfiled: int) -> None:
    found = gap({"asset.receivables": 5}, others, unfiled)
    (part,) = gap_picture(words_of("en"), found).parts
    if not part.rows:
        return
    *before, bank = part.rows
    assert sum(row.amount.minor for row in before) == bank.amount.minor


def test_the_steps_of_a_waterfall_hang_together() -> None:
    sheet = lay_out_bars(gap_picture(words_of("en"), usual_gap()), "en")
    bars = [bar for bar in sheet.bars if bar.thickness == 14]
    for one, other in pairwise(bars):
        touching = {one.x, one.x + one.width} & {other.x, other.x + other.width}
        near = min(
            abs(end - start)
            for end in (one.x, one.x + one.width)
            for start in (other.x, other.x + other.width)
        )
        assert touching or near <= 14


def test_bad_orders_are_named_with_what_they_lost() -> None:
    picture = margins_picture(words_of("en"), MONTH, usual_margins())
    assert [(row.name, str(row.amount.minor)) for row in picture.parts[1].rows] == [
        ("Order 4813", "-21500"),
        ("Order 4816", "5000"),
    ]
    assert picture.figures[2].amount == uah(180_000)


def test_who_has_owed_the_longest_comes_first() -> None:
    picture = debts_picture(words_of("en"), usual_debts())
    assert picture.parts[1].rows[0].name == "ТОВ Арктика"
    assert picture.parts[1].rows[0].note == "since 13\xa0June 2026"
    assert picture.parts[1].rows[-1].name == "Others (3)"


@pytest.mark.parametrize("name", NAMES)
def test_figures_side_by_side_are_of_one_size(name: str) -> None:
    by_line: dict[int, set[int]] = {}
    for label in dict(sheets("uk"))[name]().labels:
        if label.is_bold and not label.is_right:
            by_line.setdefault(label.y, set()).add(label.size)
    assert all(len(sizes) == 1 for sizes in by_line.values())


def test_a_month_begins_its_line_with_a_capital() -> None:
    texts = [label.text for label in dict(sheets("uk"))["gap"]().labels]
    assert "Жовтень 2026 р." in texts


def test_nought_has_no_colour_that_says_late() -> None:
    sheet = lay_out_bars(debts_picture(words_of("en"), debts([("Ihor", 3, 100)])), "en")
    bars = [bar for bar in sheet.bars if bar.thickness == BAR_THICKNESS]
    assert [bar.colour for bar in bars] == [LIGHT.muted] * len((*BANDS, 0))


def test_amounts_in_a_note_are_shortened_sooner_than_cut() -> None:
    notes = [label.text for label in dict(sheets("en"))["margins_extreme"]().labels]
    assert "−1,900% · sold ₴500B, cost ₴10T" in notes


def test_names_that_differ_by_their_ends_can_be_told_apart() -> None:
    names = [shorten_name(f"{LONG} {place}", 400, 28) for place in range(9)]
    assert len(set(names)) == len(names)
    assert all(name.startswith("Товариство") for name in names)


@given(st.text(max_size=80), st.integers(60, 800))
def test_a_name_that_is_cut_fits(text: str, width: int) -> None:
    assert text_width(shorten_name(text, width, 28), 28) <= width


def test_a_plan_of_the_margin_alone_is_not_called_no_plan() -> None:
    path = month_made([100_000], [50_000], planned(None, 220))
    assert plan_labels(words_of("en"), path).no_plan == "No sales planned for this month: /plan"


@given(st.lists(MINORS, min_size=1, max_size=30), st.integers(2, 9))
def test_the_rest_of_a_list_is_never_lost(minors: list[int], rows_max: int) -> None:
    rows = [BarRow(str(place), uah(minor)) for place, minor in enumerate(minors)]
    merged = merge_rest(rows, rows_max, "Other")
    assert len(merged) <= max(rows_max, 1)
    assert sum(row.amount.minor for row in merged) == sum(minors)


@given(st.lists(st.tuples(st.integers(-5, 400), st.integers(1, 10**12)), max_size=30))
def test_each_debt_is_of_one_age_and_one_debtor(owed: list[tuple[int, int]]) -> None:
    owing = [
        OpenDebt(str(minor % 3), MONTH.last - dt.timedelta(days=age), uah(minor))
        for age, minor in owed
    ]
    aged = aged_debts([*owing, OpenDebt("x", MONTH.last, Money(1, "USD"))], MONTH.last, "UAH")
    total = sum(minor for _, minor in owed)
    assert aged.total == uah(total) == sum_money([each.total for each in aged.debtors], "UAH")
    assert sum(band.count for band in aged.bands) == len(owed)
    assert aged.late == uah(sum(minor for age, minor in owed if age > BANDS[1]))


@given(st.lists(st.tuples(MINORS, st.integers(-(10**15), 10**15)), max_size=20))
def test_each_order_is_in_one_band(told: list[tuple[int, int]]) -> None:
    margins = order_margins(
        [(str(place), uah(sold)) for place, (sold, _) in enumerate(told)],
        [(str(place), uah(cost)) for place, (_, cost) in enumerate(told)],
        "UAH",
    )
    assert len(margins.orders) + len(margins.unknown) == len(told)
    assert sum(band.count for band in margins.bands) == len(margins.orders)
    assert sum(band.margin.minor for band in margins.bands) == margins.margin.minor
    losing = [each for each in margins.orders if each.margin.minor < 0]
    assert set(losing) <= set(margins.bad)


@pytest.mark.parametrize(("months", "columns"), [(1, 31), (3, 14), (12, 12)])
def test_long_flows_are_told_by_week_or_month(months: int, columns: int) -> None:
    first = 10 if months == 1 else 7 if months == 3 else 1
    flow = usual_flow(Days.months(2026, first, months))
    assert len(flow.columns) == columns
    assert sum_money([each.money_in for each in flow.columns], "UAH") == flow.money_in
    assert flow.columns[-1].after == flow.after


@given(st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), min_size=1, max_size=90))
def test_what_is_on_hand_follows_from_what_moved(moved: list[tuple[int, int]]) -> None:
    days = Days(MONTH.first, MONTH.first + dt.timedelta(days=len(moved) - 1))
    each_day = [days.first + dt.timedelta(days=place) for place in range(len(moved))]
    came = {day: uah(one) for day, (one, _) in zip(each_day, moved, strict=True)}
    went = {day: uah(two) for day, (_, two) in zip(each_day, moved, strict=True)}
    changes = {day: came[day] - went[day] for day in each_day}
    flow = cash_flow(days, money_in=came, money_out=went, changes=changes, after=uah(77))
    for before, after in pairwise(flow.steps):
        assert before.after + after.money_in - after.money_out == after.after
    assert flow.after == uah(77)
