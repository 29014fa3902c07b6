"""Money: whole minor units of one currency, and the only ways to change it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Self

from ledger.currencies import DECIMALS, UNTOLD, UNTOLD_DECIMALS, WITHDRAWN
from ledger.errors import (
    AmountTooLargeError,
    CurrencyMismatchError,
    InexactAmountError,
    UnknownCurrencyError,
)

MINOR_MAX = 10**17
"""The largest amount the books hold: sums of ninety of these still fit a BIGINT."""


def decimals_of(currency: str) -> int:
    """Say how many decimals a currency has; `UNTOLD` has them too, but is never posted.

    Raises:
        UnknownCurrencyError: ISO 4217 does not list the code.
    """
    try:
        return DECIMALS[currency]
    except KeyError:
        if currency in WITHDRAWN:
            return WITHDRAWN[currency]
        if currency == UNTOLD:
            return UNTOLD_DECIMALS
        raise UnknownCurrencyError(currency) from None


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole minor units (kopiyky, cents) of one currency.

    Raises:
        UnknownCurrencyError: ISO 4217 does not list the currency.
        AmountTooLargeError: more than the books can hold.
        TypeError: the minor units are no whole number.
    """

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            message = f"minor units are whole numbers, not {self.minor!r}"
            raise TypeError(message)
        if self.currency not in DECIMALS:
            decimals_of(self.currency)
        if not -MINOR_MAX <= self.minor <= MINOR_MAX:
            raise AmountTooLargeError(self.minor)

    @classmethod
    def from_decimal(cls, amount: Decimal, currency: str) -> Self:
        """Build from an exact decimal amount, such as 250.50.

        Raises:
            InexactAmountError: the amount has more decimals than the currency, or is no number.
        """
        exponent = decimals_of(currency)
        if not amount.is_finite():
            raise InexactAmountError(amount, currency)
        if amount.adjusted() + exponent > len(str(MINOR_MAX)):
            raise AmountTooLargeError(MINOR_MAX + 1)
        scaled = amount.scaleb(exponent)
        minor = int(scaled)
        if minor != scaled:
            raise InexactAmountError(amount, currency)
        return cls(minor, currency)

    @classmethod
    def zero(cls, currency: str) -> Self:
        """Build nothing of a currency."""
        return cls(0, currency)

    def to_decimal(self) -> Decimal:
        """Give the amount in major units, with all decimals of the currency."""
        return Decimal(self.minor).scaleb(-decimals_of(self.currency))

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other).minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other).minor, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __abs__(self) -> "Money":
        return Money(abs(self.minor), self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.minor < self._same(other).minor

    def __le__(self, other: "Money") -> bool:
        return self.minor <= self._same(other).minor

    def __bool__(self) -> bool:
        return self.minor != 0

    def __str__(self) -> str:
        return f"{self.to_decimal():f} {self.currency}"

    def allocate(self, weights: Sequence[int]) -> tuple["Money", ...]:
        """Split by weights so that the parts sum to the whole; the largest remainders go first.

        Raises:
            ValueError: no weights, a negative one, or all of them zero.
        """
        total = sum(weights)
        if total <= 0 or min(weights) < 0:
            message = f"cannot split by the weights {list(weights)}"
            raise ValueError(message)
        sign = -1 if self.minor < 0 else 1
        shares = [divmod(abs(self.minor) * weight, total) for weight in weights]
        left = abs(self.minor) - sum(whole for whole, _ in shares)
        by_remainder = sorted(range(len(shares)), key=lambda index: (-shares[index][1], index))
        topped_up = set(by_remainder[:left])
        return tuple(
            Money(sign * (whole + (index in topped_up)), self.currency)
            for index, (whole, _) in enumerate(shares)
        )

    def apply_rate(self, rate: "Rate") -> "Money":
        """Convert at a rate, rounded once, half to even.

        Raises:
            CurrencyMismatchError: the rate is for another currency.
        """
        if rate.base != self.currency:
            raise CurrencyMismatchError(self.currency, rate.base)
        exact = (self.to_decimal() * rate.quote_per_base).scaleb(decimals_of(rate.quote))
        return Money(int(exact.to_integral_value(ROUND_HALF_EVEN)), rate.quote)

    def _same(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise CurrencyMismatchError(self.currency, other.currency)
        return other


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of the base currency costs in the quote currency, and who says so."""

    base: str
    quote: str
    quote_per_base: Decimal
    source: str
    as_of: dt.date

    def __post_init__(self) -> None:
        decimals_of(self.base)
        decimals_of(self.quote)
        if not self.quote_per_base.is_finite() or self.quote_per_base <= 0:
            message = f"a rate is above zero, not {self.quote_per_base}"
            raise ValueError(message)


def sum_money(amounts: Sequence[Money], currency: str) -> Money:
    """Add amounts of one currency; nothing adds up to zero of it."""
    total = Money.zero(currency)
    for amount in amounts:
        total += amount
    return total
