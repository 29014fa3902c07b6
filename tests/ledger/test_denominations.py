"""Every currency's cash is listed once, the largest first."""

import pytest

from ledger.currencies import DECIMALS
from ledger.denominations import DENOMINATIONS, denominations_of


@pytest.mark.parametrize("currency", DENOMINATIONS)
def test_values_fall_and_none_stands_twice(currency: str) -> None:
    values = denominations_of(currency)
    assert currency in DECIMALS
    assert list(values) == sorted(set(values), reverse=True)
    assert values[-1] > 0
    assert DENOMINATIONS[currency].notes


def test_a_value_is_told_in_minor_units() -> None:
    assert denominations_of("UAH") == (
        *(100_000, 50_000, 20_000, 10_000, 5_000, 2_000),
        *(1_000, 500, 200, 100, 50, 10),
    )
    assert 10 in denominations_of("USD")
    assert denominations_of("XAF") == ()
