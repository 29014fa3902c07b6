"""Money is conserved along every chain."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconciliation.chain import Chain, Loss, State, chains_of
from reconciliation.engine import reconcile
from reconciliation.terms import read_terms
from tests.reconciliation.builders import AS_OF, day, line, order, payment, payout
from tests.reconciliation.small_worlds import small_world
from tests.thorough import times

TERMS = read_terms()


def lost(chain: Chain) -> dict[Loss, int]:
    return {loss: amount for step in chain.steps for loss, amount in step.lost}


def test_a_card_order_is_followed_to_the_cent() -> None:
    charge = payment(100_00, "27518", fee=1_50, payout="EC1")
    batch = replace(payout("EC1", 98_50), gross=100_00, fee=1_50, net=90_00)
    there = line(85_00, "EC1", booked_on=day("10-05"), counterparty='ТОВ "ФК ІЗІКАРД"')
    state = reconcile([order(), charge, batch, there], TERMS, AS_OF)
    (chain,) = chains_of(state, there.key)[:1]
    assert chain.about == batch.key
    (chain,) = chains_of(state, "order:27518")
    assert lost(chain) == {Loss.FEE: 1_50, Loss.RESERVE: 8_50, Loss.SHORT: 5_00}
    assert (chain.start, chain.end) == (100_00, 85_00)
    assert [step.state for step in chain.steps] == [
        State.GREEN, State.GREEN, State.GREEN, State.AMBER, State.RED,
    ]  # fmt: skip


def test_a_batchs_loss_is_shared_among_its_payments_without_a_rest() -> None:
    charges = [payment(100_00, str(27518 + index), payout="EC1") for index in range(3)]
    batch = payout("EC1", 300_00)
    there = line(299_00, "EC1", booked_on=day("10-05"), counterparty='ТОВ "ФК ІЗІКАРД"')
    orders = [order(str(27518 + index)) for index in range(3)]
    state = reconcile([*orders, *charges, batch, there], TERMS, AS_OF)
    ends = [chains_of(state, each.key)[0].end for each in orders]
    assert sum(ends) == 299_00


def test_money_on_its_way_is_told_as_timing() -> None:
    state = reconcile([order(), payment(100_00, "27518", fee=1_50)], TERMS, AS_OF)
    (chain,) = chains_of(state, "order:27518")
    assert lost(chain)[Loss.TIMING] == 98_50
    assert chain.end == 0


@settings(max_examples=times(30, 600), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 100_000))
def test_no_chain_loses_a_kopiyka_without_a_name(seed: int) -> None:
    records = small_world(seed)
    state = reconcile(records, TERMS, AS_OF)
    for record in records:
        for chain in chains_of(state, record.key):
            left = chain.start
            for step in chain.steps:
                left -= sum(amount for _, amount in step.lost)
                assert step.left == left


@settings(max_examples=times(30, 600), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 100_000))
def test_no_money_is_shared_out_twice(seed: int) -> None:
    state = reconcile(small_world(seed), TERMS, AS_OF)
    shared: dict[str, int] = {}
    for link in state.links():
        if link.kind.startswith("order_"):
            shared[link.right] = shared.get(link.right, 0) + link.amount
    for key, amount in shared.items():
        record = state.store.get(key)
        told = getattr(record, "gross", None) or getattr(record, "amount", None)
        assert abs(amount) == abs(told or 0)
