import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.cash import CASH_RULES, CashCategory, CashDirection, CashOperation
from ledger.errors import CashRuleError, EmptyEntryError, MoneyError, UnbalancedEntryError
from ledger.journal import (
    JournalEntry,
    Origin,
    PostedEntry,
    Posting,
    reversal_of,
    totals_by_currency,
)
from ledger.money import Money
from tests.conftest import NOW

DAY = dt.date(2026, 11, 20)


def entry(*postings: Posting) -> JournalEntry:
    return JournalEntry(DAY, NOW, "callout", postings, Origin("test", "1"))


def test_an_entry_that_does_not_balance_is_refused() -> None:
    with pytest.raises(UnbalancedEntryError):
        entry(Posting("till.1", Money(100, "UAH")), Posting("income.sales", Money(-99, "UAH")))


def test_an_entry_balances_in_each_currency_by_itself() -> None:
    with pytest.raises(UnbalancedEntryError):
        entry(Posting("till.1", Money(100, "UAH")), Posting("income.sales", Money(-100, "USD")))


def test_an_entry_needs_two_postings() -> None:
    with pytest.raises(EmptyEntryError):
        entry()


def test_an_entry_without_a_zone_is_refused() -> None:
    legs = (Posting("a", Money(1, "UAH")), Posting("b", Money(-1, "UAH")))
    with pytest.raises(TypeError):
        JournalEntry(DAY, NOW.replace(tzinfo=None), "callout", legs, Origin("test", "1"))


def test_texts_of_an_entry_are_made_keepable() -> None:
    legs = (Posting("a", Money(1, "UAH")), Posting("b", Money(-1, "UAH")))
    kept = JournalEntry(
        DAY, NOW, "a\x00b\ud83d", legs, Origin("test", "\x00"), counterparty="\x00"
    )
    assert kept.narration.encode() == "a\u2400b\ufffd".encode()
    assert kept.counterparty == kept.origin.external_id == "\u2400"


@given(st.sampled_from(CashCategory), st.sampled_from(CashDirection), st.integers(1, 10**12))
def test_every_cash_category_posts_a_balanced_entry_or_refuses_the_way(
    category: CashCategory, direction: CashDirection, minor: int
) -> None:
    if direction not in CASH_RULES[category].directions:
        with pytest.raises(CashRuleError):
            CashOperation(direction, Money(minor, "UAH"), category)
        return
    legs = CashOperation(direction, Money(minor, "UAH"), category).postings("till.1")
    assert totals_by_currency(legs) == {"UAH": 0}
    till = next(leg for leg in legs if leg.account == "till.1")
    assert till.amount.minor == (minor if direction is CashDirection.IN else -minor)


@pytest.mark.parametrize("minor", [0, -1])
def test_cash_moves_by_an_amount_above_zero(minor: int) -> None:
    with pytest.raises(MoneyError):
        CashOperation(CashDirection.OUT, Money(minor, "UAH"), CashCategory.RENT)


def test_a_deposit_goes_through_cash_in_transit() -> None:
    legs = CashOperation(
        CashDirection.OUT, Money(5_000, "UAH"), CashCategory.BANK_DEPOSIT
    ).postings("till.1")
    assert legs[0] == Posting("asset.cash_in_transit", Money(5_000, "UAH"))


def test_an_entry_and_its_reversal_come_to_nothing() -> None:
    first = entry(Posting("till.1", Money(-7, "UAH")), Posting("expense.rent", Money(7, "UAH")))
    posted = PostedEntry(12, first, NOW, "person:1", None)
    back = reversal_of(
        posted, booked_on=DAY, occurred_at=NOW, origin=Origin("reversal", "12"), narration="back"
    )
    assert back.reverses == 12
    assert totals_by_currency((*first.postings, *back.postings)) == {"UAH": 0}
    assert {leg.account for leg in back.postings} == {"till.1", "expense.rent"}
