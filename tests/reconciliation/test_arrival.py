"""What stands does not depend on when and in what order it came."""

import random
from collections.abc import Iterable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconciliation.engine import Reconciliation, reconcile
from reconciliation.records import Record
from reconciliation.terms import read_terms
from tests.reconciliation.builders import AS_OF, line, order
from tests.reconciliation.small_worlds import small_world

TERMS = read_terms()
few = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
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
