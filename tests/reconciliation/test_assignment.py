"""What claims are assigned does not depend on what was there before, however many share orders."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from reconciliation.matching.assignment import Assigned, Assignment
from tests.thorough import times

LEAST, MARGIN = 50, 20
Worths = dict[str, dict[str, int]]


def assigned(worths: Worths) -> dict[str, Assigned | None]:
    assignment = Assignment(LEAST, MARGIN)
    for claim, wanted in worths.items():
        assignment.put(claim, wanted)
    assignment.update()
    return {claim: assignment.of(claim) for claim in worths}


def some_worths(chance: random.Random, orders: int) -> dict[str, int]:
    return {
        f"order:{chance.randrange(orders)}": chance.randrange(40, 100, 5)
        for _ in range(chance.randint(0, 4))
    }


@settings(max_examples=times(100, 2_000), deadline=None)
@given(seed=st.integers(0, 100_000), size=st.integers(2, 30))
def test_what_changes_bit_by_bit_is_assigned_as_if_it_came_at_once(seed: int, size: int) -> None:
    chance = random.Random(seed)
    assignment, worths = Assignment(LEAST, MARGIN), Worths()
    for _ in range(12):
        before = {claim: assignment.of(claim) for claim in worths}
        for _ in range(chance.randint(1, size)):
            claim = f"bank:{chance.randrange(size)}"
            worths[claim] = some_worths(chance, size)
            assignment.put(claim, worths[claim])
        changed = assignment.update()
        now = {claim: assignment.of(claim) for claim in worths}
        assert changed == {claim for claim in now if now[claim] != before.get(claim)}
        assert now == assigned(worths)


def test_the_greatest_sum_is_chosen_among_few() -> None:
    worths = {"bank:1": {"order:1": 90, "order:2": 85}, "bank:2": {"order:1": 80}}
    assert assigned(worths) == {
        "bank:1": Assigned(("order:2",), is_clear=True),
        "bank:2": Assigned(("order:1",), is_clear=True),
    }


def test_a_tie_names_all_orders_between_which_nothing_decides() -> None:
    found = assigned({"bank:1": {"order:1": 80, "order:2": 80}})
    assert found == {"bank:1": Assigned(("order:1", "order:2"), is_clear=False)}


def test_of_many_claims_each_takes_the_order_that_is_worth_most_to_it() -> None:
    worths = {
        f"bank:{each}": {f"order:{each}": 100, f"order:{each + 1}": 50} for each in range(12)
    }
    found = assigned(worths)
    assert found == {
        f"bank:{each}": Assigned((f"order:{each}",), is_clear=True) for each in range(12)
    }
