from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.currencies import DECIMALS
from ledger.errors import (
    AmountTooLargeError,
    CurrencyMismatchError,
    InexactAmountError,
    UnknownCurrencyError,
)
from ledger.money import MINOR_MAX, Money, Rate, sum_money
from tests.conftest import NOW

minors = st.integers(-(10**15), 10**15)
currencies = st.sampled_from(sorted(DECIMALS))


@given(minors, currencies)
def test_money_survives_the_way_to_decimal_and_back(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    assert Money.from_decimal(money.to_decimal(), currency) == money


@given(minors, st.lists(st.integers(0, 1000), min_size=1).filter(any))
def test_parts_always_sum_to_the_whole(minor: int, weights: list[int]) -> None:
    whole = Money(minor, "UAH")
    parts = whole.allocate(weights)
    assert sum_money(parts, "UAH") == whole


@given(minors, st.lists(st.integers(0, 1000), min_size=1).filter(any))
def test_no_part_is_more_than_one_minor_unit_off_its_share(minor: int, weights: list[int]) -> None:
    parts = Money(minor, "UAH").allocate(weights)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part.minor * sum(weights) - minor * weight) < sum(weights)


def test_money_of_two_currencies_is_not_added() -> None:
    with pytest.raises(CurrencyMismatchError):
        Money(1, "UAH") + Money(1, "USD")


def test_an_unknown_currency_is_refused() -> None:
    with pytest.raises(UnknownCurrencyError):
        Money(1, "XYZ")


@pytest.mark.parametrize("minor", [1.0, True, Decimal(1), "1"])
def test_minor_units_are_whole_numbers(minor: object) -> None:
    with pytest.raises(TypeError):
        Money(minor, "UAH")  # type: ignore[arg-type]  # wrong on purpose


def test_more_than_the_books_can_hold_is_refused() -> None:
    with pytest.raises(AmountTooLargeError):
        Money(MINOR_MAX + 1, "UAH")
    with pytest.raises(AmountTooLargeError):
        Money.from_decimal(Decimal("1e400"), "UAH")


@pytest.mark.parametrize(
    ("amount", "currency"), [("0.001", "UAH"), ("0.5", "JPY"), ("NaN", "UAH")]
)
def test_decimals_that_the_currency_lacks_are_refused(amount: str, currency: str) -> None:
    with pytest.raises(InexactAmountError):
        Money.from_decimal(Decimal(amount), currency)


def test_a_rate_rounds_once_half_to_even() -> None:
    rate = Rate("USD", "UAH", Decimal("41.605"), "central bank", NOW.date())
    assert Money(100, "USD").apply_rate(rate) == Money(4160, "UAH")


def test_a_rate_minds_the_decimals_of_both_currencies() -> None:
    rate = Rate("KWD", "JPY", Decimal("480.5"), "central bank", NOW.date())
    assert Money(2_000, "KWD").apply_rate(rate) == Money(961, "JPY")


def test_a_rate_for_another_currency_is_refused() -> None:
    rate = Rate("EUR", "UAH", Decimal(45), "central bank", NOW.date())
    with pytest.raises(CurrencyMismatchError):
        Money(100, "USD").apply_rate(rate)


@pytest.mark.parametrize("value", ["0", "-1", "NaN"])
def test_a_rate_is_above_zero(value: str) -> None:
    with pytest.raises(ValueError, match="above zero"):
        Rate("EUR", "UAH", Decimal(value), "central bank", NOW.date())


def test_money_cannot_be_split_by_nothing() -> None:
    with pytest.raises(ValueError, match="weights"):
        Money(100, "UAH").allocate([0, 0])
