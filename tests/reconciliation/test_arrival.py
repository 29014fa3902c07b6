"""What stands does not depend on when and in what order it came."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconciliation.engine import Reconciliation, reconcile
from reconciliation.records import Record
from reconciliation.terms import read_terms
from tests.reconciliation.builders import AS_OF, day, line, moment, order, payment, payout
from tests.reconciliation.small_worlds import crowd, small_world, till_days
from tests.thorough import times

TERMS = read_terms()
few = settings(
    max_examples=times(20, 200),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)


def everything(state: Reconciliation) -> tuple[object, ...]:
    return (
        frozenset(state.links()),
        frozenset(state.findings()),
        frozenset(state.questions()),
    )


def from_nothing(records: Iterable[Record]) -> tuple[object, ...]:
    return everything(reconcile(records, TERMS, AS_OF))


@few
@given(seed=st.integers(0, 10_000), order=st.integers(0, 10_000))
def test_the_order_of_arrival_does_not_matter(seed: int, order: int) -> None:
    records = small_world(seed)
    shuffled = list(records)
    random.Random(order).shuffle(shuffled)
    assert from_nothing(shuffled) == from_nothing(records)


@few
@given(seed=st.integers(0, 10_000), cuts=st.integers(0, 10_000))
def test_arriving_bit_by_bit_is_arriving_at_once(seed: int, cuts: int) -> None:
    records = small_world(seed)
    chance = random.Random(cuts)
    chance.shuffle(records)
    state = Reconciliation(TERMS, AS_OF)
    start = 0
    while start < len(records):
        end = start + chance.randint(1, 12)
        state.arrive(records[start:end])
        start = end
    assert everything(state) == from_nothing(records)


@few
@given(seed=st.integers(0, 10_000), other=st.integers(0, 10_000))
def test_what_is_changed_or_gone_leaves_no_trace(seed: int, other: int) -> None:
    records, others = small_world(seed), small_world(other)
    state = reconcile(others, TERMS, AS_OF)
    kept = {record.key for record in records}
    chance = random.Random(other)
    arriving = list(records)
    chance.shuffle(arriving)
    half = len(arriving) // 2
    gone = [record.key for record in others if record.key not in kept]
    state.arrive(arriving[:half], gone[: len(gone) // 2])
    state.arrive(arriving[half:], gone[len(gone) // 2 :])
    assert everything(state) == from_nothing(records)


@settings(few, max_examples=times(15, 150))
@given(
    make=st.sampled_from((crowd, till_days)), seed=st.integers(0, 10_000), rounds=st.integers(1, 2)
)
def test_where_all_may_be_each_others_one_that_comes_again_changes_nothing(
    make: Callable[[int], list[Record]], seed: int, rounds: int
) -> None:
    records = make(seed)
    chance = random.Random(seed)
    state = reconcile(records, TERMS, AS_OF)
    for _ in range(rounds):
        some = chance.sample(records, min(len(records), chance.randint(1, 6)))
        state.arrive([], [each.key for each in some])
        kept = [each for each in records if each not in some]
        assert everything(state) == from_nothing(kept)
        state.arrive(some)
    assert everything(state) == from_nothing(records)


def test_a_line_that_is_told_of_another_day_makes_its_payout_late_no_more() -> None:
    sent = payout("EC20261001-4471", 900_00)
    late = line(900_00, "Перерах. EC20261001-4471", booked_on=day("10-20"))
    state = reconcile([sent, late], TERMS, AS_OF)
    assert [found.records[0] for found in state.findings()] == [sent.key, sent.key]
    in_time = replace(late, booked_on=day("10-02"))
    state.arrive([in_time])
    assert everything(state) == from_nothing([sent, in_time])


def test_an_order_that_comes_late_takes_the_money_that_was_led_a_slip_away() -> None:
    near = order("27581", 100_00)
    named = order("27518", 100_00, customer="Коваль Ганна Іванівна")
    came = line(100_00, "№27518", counterparty="КОВАЛЬ ГАННА ІВАНІВНА")
    state = reconcile([near, came], TERMS, AS_OF)
    state.arrive([named])
    assert everything(state) == from_nothing([near, came, named])
    state.arrive([], [named.key])
    assert everything(state) == from_nothing([near, came])


def test_a_sum_that_another_order_has_too_says_no_more_which_one_was_paid_twice() -> None:
    sold = order("27518", 7_770_00)
    came = line(7_770_00, "№27518", counterparty="ВОЛОЩУК ЛЮДМИЛА")
    again = line(7_770_00, "за товар", booked_on=day("10-03"))
    other = order("31990", 7_770_00, customer="Коваль Ганна Іванівна",
                  created_at=moment("08-01T12:00"), closed_at=moment("08-05T12:00"))  # fmt: skip
    paid = line(7_770_00, "№31990", counterparty="КОВАЛЬ ГАННА", booked_on=day("08-02"))
    state = reconcile([sold, came, again], TERMS, AS_OF)
    assert again.key in {link.right for link in state.links()}
    state.arrive([other, paid])
    assert again.key not in {link.right for link in state.links()}
    assert everything(state) == from_nothing([sold, came, again, other, paid])


def test_money_is_another_orders_no_more_once_the_order_that_it_names_wants_none() -> None:
    named = order("27518", 900_00)
    near = order("27581", 900_00, customer="Гук Ніна")
    first = line(50_00, "№27518 передоплата", booked_on=day("10-03"))
    paid = payment(900_00, "27518")
    state = reconcile([named, near, first], TERMS, AS_OF)
    state.arrive([paid])
    assert everything(state) == from_nothing([named, near, first, paid])
    state.arrive([], [paid.key])
    assert everything(state) == from_nothing([named, near, first])


def test_the_same_twice_changes_nothing() -> None:
    records = small_world(7)
    state = reconcile(records, TERMS, AS_OF)
    before = everything(state)
    assert state.arrive(records).records == frozenset()
    assert everything(state) == before


def test_a_lone_deposit_or_transfer_that_is_taken_out_is_forgotten() -> None:
    sold = order()
    came = line(100_00, "№27518", counterparty="ВОЛОЩУК ЛЮДМИЛА")
    carried = line(900_00, "Внесення готівкової торгової виручки")
    state = reconcile([sold, came, carried], TERMS, AS_OF)
    state.arrive([], [came.key, carried.key])
    assert everything(state) == from_nothing([sold])
