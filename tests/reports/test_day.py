"""A day's sums."""

from collections import defaultdict
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.cash import CashCategory
from ledger.money import Money, sum_money
from reports.day import CashMovement, TillOpening, summarise_day
from tests.reports.samples import DAY, movement, usual_day

TILLS = ("till.1", "till.2", "till.3")
CURRENCIES = ("UAH", "JPY", "KWD")


@st.composite
def movements_of_a_day(draw: st.DrawFn) -> list[CashMovement]:
    """Draw movements, some of them reversals of an entry of this day or of an earlier one."""
    made: list[CashMovement] = []
    for number in range(10, 10 + draw(st.integers(0, 15))):
        is_reversal = draw(st.booleans())
        if made and is_reversal:
            original = draw(st.sampled_from(made))
            made.append(
                movement(
                    number,
                    -original.amount.minor,
                    original.category,
                    till=original.till,
                    currency=original.amount.currency,
                    reverses=original.entry_number,
                )
            )
            continue
        made.append(
            movement(
                number,
                draw(st.integers(-(10**12), 10**12).filter(bool)),
                draw(st.sampled_from([None, *CashCategory])),
                till=draw(st.sampled_from(TILLS)),
                currency=draw(st.sampled_from(CURRENCIES)),
                reverses=draw(st.sampled_from([None, 1])),
            )
        )
    return made


openings_of_a_day = st.dictionaries(
    st.tuples(st.sampled_from(TILLS), st.sampled_from(CURRENCIES)),
    st.integers(-(10**12), 10**12),
).map(lambda made: [TillOpening(till, Money(minor, code)) for (till, code), minor in made.items()])


@given(openings_of_a_day, movements_of_a_day())
def test_each_till_closes_at_its_opening_and_all_that_moved(
    openings: list[TillOpening], movements: list[CashMovement]
) -> None:
    expected: dict[tuple[str, str], int] = defaultdict(int)
    for opening in openings:
        expected[opening.till, opening.balance.currency] += opening.balance.minor
    for each in movements:
        expected[each.till, each.amount.currency] += each.amount.minor
    report = summarise_day(DAY, openings=openings, movements=movements)
    closings = {
        (till.till, day.currency): till.closing.minor
        for day in report.currencies
        for till in day.tills
    }
    assert closings == dict(expected)


@given(openings_of_a_day, movements_of_a_day())
def test_tills_and_categories_add_up_to_the_totals(
    openings: list[TillOpening], movements: list[CashMovement]
) -> None:
    for day in summarise_day(DAY, openings=openings, movements=movements).currencies:
        for parts in (day.tills, day.categories):
            assert sum_money([part.cash_in for part in parts], day.currency) == day.cash_in
            assert sum_money([part.cash_out for part in parts], day.currency) == day.cash_out
        moved = sum_money([each.net for each in day.moved], day.currency)
        assert day.opening + day.net + moved == day.closing
        assert day.closing == sum_money([till.closing for till in day.tills], day.currency)


@given(openings_of_a_day, movements_of_a_day(), st.randoms(use_true_random=False))
def test_the_order_of_movements_changes_nothing(
    openings: list[TillOpening], movements: list[CashMovement], random: Random
) -> None:
    shuffled = random.sample(movements, len(movements))
    assert summarise_day(DAY, openings=openings, movements=movements) == summarise_day(
        DAY, openings=openings[::-1], movements=shuffled
    )


def test_an_entry_and_its_reversal_of_the_same_day_both_vanish() -> None:
    report = summarise_day(
        DAY, openings=[], movements=[movement(5, 100), movement(6, -100, reverses=5)]
    )
    day = report.currency("UAH")
    assert (day.cash_in.minor, day.cash_out.minor, day.operation_count) == (0, 0, 0)
    assert day.categories == ()
    assert [till.till for till in day.tills] == ["till.1"]


def test_a_reversal_taken_back_leaves_the_original_standing() -> None:
    movements = [movement(5, 100), movement(6, -100, reverses=5), movement(7, 100, reverses=6)]
    day = summarise_day(DAY, openings=[], movements=movements).currency("UAH")
    assert (day.cash_in.minor, day.cash_out.minor, day.operation_count) == (100, 0, 1)


def test_a_reversal_of_an_earlier_day_is_a_movement_of_its_category() -> None:
    day = summarise_day(DAY, openings=[], movements=[movement(9, -100, reverses=2)]).currency(
        "UAH"
    )
    assert (day.cash_out.minor, day.categories[0].category) == (100, "sale_cash")


def test_an_entry_over_two_tills_vanishes_only_as_a_whole() -> None:
    movements = [
        movement(5, -100, "desk_transfer"),
        movement(5, 100, "desk_transfer", till="till.2"),
        movement(6, 100, "desk_transfer", reverses=5),
    ]
    day = summarise_day(DAY, openings=[], movements=movements).currency("UAH")
    assert [till.closing.minor for till in day.tills] == [0, 100]
    assert day.operation_count == 2


def test_moved_cash_is_neither_earned_nor_spent() -> None:
    day = usual_day().currency("UAH")
    assert day.net == Money(1_282_025, "UAH")
    assert [(each.category, each.net.minor) for each in day.moved] == [
        ("bank_deposit", -1_500_000),
        ("desk_transfer", 0),
    ]


def test_categories_come_by_size() -> None:
    sizes = [
        each.cash_in.minor + each.cash_out.minor for each in usual_day().currency("UAH").categories
    ]
    assert sizes == sorted(sizes, reverse=True)


def test_an_unknown_currency_of_the_day_is_empty() -> None:
    day = usual_day().currency("EUR")
    assert (day.tills, day.categories, day.closing) == ((), (), Money(0, "EUR"))


def test_two_openings_of_one_till_are_refused() -> None:
    opening = TillOpening("till.1", Money(1, "UAH"))
    with pytest.raises(ValueError, match="two openings in UAH"):
        summarise_day(DAY, openings=[opening, opening], movements=[])


def test_a_movement_knows_that_it_takes_back() -> None:
    assert movement(6, -100, reverses=5).takes_back
    assert not movement(6, -100).takes_back
