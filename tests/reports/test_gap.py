"""The bank against the CRM: the parts are what was put in, and add up to the cent."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.days import Days
from reports.gap import CUSTOMERS, Leg, Part, UnbalancedLegsError, gap_of
from tests.papers import uah
from tests.reports.picture_samples import MONTH

ACCOUNTS = (
    *CUSTOMERS, "asset.suspense", "asset.bank.1", "till.1", "expense.payment_fees",
    "expense.bank_fees", "expense.chargebacks", "equity.currency_exchange",
    "equity.opening_balances", "expense.write_offs", "liability.vat", "asset.gateway_clearing.2",
    "expense.cost_of_goods", "asset.inventory",
)  # fmt: skip


def of_order(*legs: tuple[str, int]) -> list[Leg]:
    return [Leg(key, is_of_order=True, amount=uah(minor)) for key, minor in legs]


def of_else(*legs: tuple[str, int]) -> list[Leg]:
    return [Leg(key, is_of_order=False, amount=uah(minor)) for key, minor in legs]


EVENTS: dict[Part, Callable[[int], list[Leg]]] = {
    Part.TIMING: lambda minor: of_order(("asset.receivables", minor), ("income.sales", -minor)),
    Part.FEES: lambda minor: of_else(
        ("asset.gateway_clearing", -minor), ("expense.payment_fees", minor)
    ),
    Part.REFUNDS: lambda minor: of_else(
        ("income.sales_returns", minor), ("asset.suspense", -minor)
    ),
    Part.CASH: lambda minor: of_else(
        ("till.1", minor), ("liability.customer_prepayments", -minor)
    ),
    Part.EXCHANGE: lambda minor: of_else(
        ("asset.receivables", -minor), ("equity.currency_exchange", minor)
    ),
    Part.BESIDE: lambda minor: of_else(("till.1", minor), ("income.sales", -minor)),
    Part.OTHER: lambda minor: of_else(
        ("asset.receivables", -minor), ("expense.write_offs", minor)
    ),
}
"""One event of each part, as the books post it."""


@st.composite
def balanced(draw: st.DrawFn) -> list[Leg]:
    """Draw entries of any accounts, each of which adds up to nought."""
    legs: list[Leg] = []
    for _ in range(draw(st.integers(0, 12))):
        minor = draw(st.integers(-(10**12), 10**12))
        rest = draw(st.integers(-(10**6), 10**6))
        keys = [draw(st.sampled_from(ACCOUNTS)) for _ in range(3)]
        told = of_order if draw(st.booleans()) else of_else
        legs += told((keys[0], minor), (keys[1], rest), (keys[2], -minor - rest))
    return legs


@given(balanced(), st.integers(0, 10**12))
def test_the_parts_lead_from_the_crm_to_the_bank(legs: list[Leg], unfiled: int) -> None:
    gap = gap_of(MONTH, legs, uah(unfiled))
    assert gap.crm + sum(gap.parts.values(), start=uah(0)) == gap.bank
    assert gap.difference == sum(gap.parts.values(), start=uah(0))
    assert list(gap.parts) == list(Part)
    assert sum(gap.timing.values(), start=uah(0)) == gap.parts[Part.TIMING]
    assert sum(gap.other.values(), start=uah(0)) == gap.parts[Part.OTHER]
    assert gap.parts[Part.UNKNOWN] == uah(unfiled)


@given(balanced(), st.integers(1, 10**9))
def test_a_leg_that_is_missing_is_never_passed_over(legs: list[Leg], minor: int) -> None:
    with pytest.raises(UnbalancedLegsError):
        gap_of(MONTH, [*legs, *of_else(("till.1", minor))], uah(0))


@pytest.mark.parametrize("part", EVENTS)
def test_an_event_moves_its_own_part(part: Part) -> None:
    gap = gap_of(MONTH, EVENTS[part](700), uah(0))
    moved = {each for each, amount in gap.parts.items() if amount}
    assert part in moved
    assert moved - {part} <= {Part.TIMING, Part.CASH}


def test_an_order_that_is_paid_by_the_bank_leaves_no_gap() -> None:
    legs = [
        *of_order(("asset.receivables", 1200), ("income.sales", -1000), ("liability.vat", -200)),
        *of_order(("expense.cost_of_goods", 600), ("asset.inventory", -600)),
        *of_else(("asset.suspense", 1200), ("liability.customer_prepayments", -1200)),
        *of_else(("liability.customer_prepayments", 1200), ("asset.receivables", -1200)),
    ]
    gap = gap_of(MONTH, legs, uah(0))
    assert (gap.crm, gap.bank) == (uah(1200), uah(1200))
    assert not any(gap.parts.values())


def test_nothing_leads_nowhere() -> None:
    assert gap_of(Days.one(MONTH.first), [], uah(0)).is_empty
