"""What documents post: every entry balances, and each sale is earned once."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.document_rules import (
    CHARGEBACKS,
    CLEARING,
    COST_OF_GOODS,
    FEES,
    INVENTORY,
    PREPAYMENTS,
    RECEIVABLES,
    RETURNS,
    SALES,
    VAT,
    cleared_by,
    due_of,
    postings_of,
)
from ledger.documents import Document, DocumentKind, OrderLine, OrderStage
from ledger.money import Money
from tests.papers import order, payment, uah


def moved(document: Document) -> dict[str, int]:
    return {leg.account: leg.amount.minor for leg in postings_of(document)}


def test_a_closed_order_is_owed_earned_taxed_and_costs_its_goods() -> None:
    assert moved(order(vat=uah(20_000), cost=uah(80_000))) == {
        RECEIVABLES: 120_000, SALES: -100_000, VAT: -20_000,
        COST_OF_GOODS: 80_000, INVENTORY: -80_000,
    }  # fmt: skip


def test_what_an_order_does_not_say_its_lines_may() -> None:
    lines = (
        OrderLine("Boiler", Decimal(1), uah(100_000), cost=uah(70_000), vat=uah(16_667)),
        OrderLine("Delivery", Decimal(1), uah(20_000)),
    )
    found = moved(order(lines=lines))
    assert (found[COST_OF_GOODS], found[VAT], found[SALES]) == (70_000, -16_667, -103_333)


@pytest.mark.parametrize("stage", [OrderStage.OPEN, OrderStage.CANCELLED, None])
def test_an_order_that_is_not_closed_posts_nothing(stage: OrderStage | None) -> None:
    assert postings_of(order(stage=stage)) == ()


def test_what_was_given_back_takes_its_share_of_the_tax_along() -> None:
    found = moved(order(vat=uah(20_000), refunded=uah(30_000)))
    assert found == {RECEIVABLES: 90_000, SALES: -100_000, RETURNS: 25_000, VAT: -15_000}


def test_an_order_that_was_given_back_whole_is_owed_no_more() -> None:
    found = moved(order(vat=uah(20_000), refunded=uah(120_000)))
    assert found == {SALES: -100_000, RETURNS: 100_000}


def test_a_tax_above_the_total_is_not_believed() -> None:
    assert moved(order(vat=uah(130_000))) == {RECEIVABLES: 120_000, SALES: -120_000}


def test_a_payment_is_the_customers_money_at_the_provider_less_the_fee() -> None:
    assert moved(payment(fee=uah(2_400))) == {
        CLEARING: 117_600, FEES: 2_400, PREPAYMENTS: -120_000,
    }  # fmt: skip


def test_a_refund_takes_the_customers_money_back() -> None:
    refund = payment(minor=-30_000, kind=DocumentKind.REFUND)
    assert moved(refund) == {CLEARING: -30_000, PREPAYMENTS: 30_000}


def test_a_chargeback_is_the_shops_loss_with_its_fee() -> None:
    taken = payment(minor=-30_000, kind=DocumentKind.CHARGEBACK, fee=uah(500))
    assert moved(taken) == {CLEARING: -30_500, CHARGEBACKS: 30_000, FEES: 500}


def test_a_payout_posts_nothing_until_the_bank_has_it() -> None:
    assert postings_of(payment(kind=DocumentKind.PAYOUT)) == ()


def test_other_money_stays_other_money() -> None:
    paid = payment(money=Money(9_900, "EUR"), fee=Money(100, "EUR"))
    assert {leg.amount.currency for leg in postings_of(paid)} == {"EUR"}


def test_an_order_uses_up_what_was_paid_and_no_more_than_is_due() -> None:
    assert cleared_by(uah(50_000), due_of(order())) == uah(50_000)
    assert cleared_by(uah(150_000), due_of(order())) == uah(120_000)
    assert cleared_by(uah(150_000), due_of(order(refunded=uah(20_000)))) == uah(100_000)
    assert cleared_by(uah(-100), due_of(order())) == uah(0)
    assert cleared_by(uah(50_000), due_of(order(stage=OrderStage.OPEN))) == uah(0)


MINOR = st.integers(-(10**9), 10**9)


@given(total=MINOR, vat=MINOR, cost=MINOR, refunded=MINOR)
def test_whatever_an_order_says_its_legs_sum_to_nothing(
    total: int, vat: int, cost: int, refunded: int
) -> None:
    document = order(minor=total, lines=(), vat=uah(vat), cost=uah(cost), refunded=uah(refunded))
    assert sum(leg.amount.minor for leg in postings_of(document)) == 0
    assert all(leg.amount.minor for leg in postings_of(document))
