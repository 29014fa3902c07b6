"""The notes and coins of each currency that a till is counted in.

Compared in November 2026 with what central banks say of their own cash:

- UAH bank.gov.ua; coins took the place of notes up to 10 hryvnias, 10 kopiyok are being withdrawn
  and still accepted.
- USD frbsf.org (the San Francisco Fed) for the notes; the two-dollar note is one of seven.
- GBP bankofengland.co.uk for the notes; Scottish and Northern Irish notes of 100 are left out.
- MDL bnm.md for the coins of 1 to 10 lei that stand beside notes of the same value.
- KZT news of nationalbank.kz: a coin of 200 tenge since 2020, notes from 500 to 20,000.

EUR, PLN, CZK, RON and GEL, and all small coins, agree with public lists and were not found on the
banks' own pages. 500 euro are issued no more and still accepted. Where one value is both a note
and a coin, it stands once, as what the bank issues now.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ledger.money import Money


@dataclass(frozen=True, slots=True)
class Denominations:
    """What the cash of a currency consists of, in minor units, the largest first."""

    notes: tuple[int, ...]
    coins: tuple[int, ...]

    @property
    def all(self) -> tuple[int, ...]:
        """Give the values of notes and coins, the largest first."""
        return self.notes + self.coins


def _of(currency: str, notes: str, coins: str) -> Denominations:
    """Read values that are written in major units."""

    def minor(values: str) -> tuple[int, ...]:
        return tuple(Money.from_decimal(Decimal(each), currency).minor for each in values.split())

    return Denominations(minor(notes), minor(coins))


DENOMINATIONS: Final[dict[str, Denominations]] = {
    "UAH": _of("UAH", "1000 500 200 100 50 20", "10 5 2 1 0.50 0.10"),
    "USD": _of("USD", "100 50 20 10 5 2 1", "0.50 0.25 0.10 0.05 0.01"),
    "EUR": _of("EUR", "500 200 100 50 20 10 5", "2 1 0.50 0.20 0.10 0.05 0.02 0.01"),
    "PLN": _of("PLN", "500 200 100 50 20 10", "5 2 1 0.50 0.20 0.10 0.05 0.02 0.01"),
    "GBP": _of("GBP", "50 20 10 5", "2 1 0.50 0.20 0.10 0.05 0.02 0.01"),
    "KZT": _of("KZT", "20000 10000 5000 2000 1000 500", "200 100 50 20 10 5 2 1"),
    "CZK": _of("CZK", "5000 2000 1000 500 200 100", "50 20 10 5 2 1"),
    "RON": _of("RON", "500 200 100 50 20 10 5 1", "0.50 0.10 0.05 0.01"),
    "MDL": _of("MDL", "1000 500 200 100 50 20", "10 5 2 1 0.50 0.25 0.10 0.05 0.01"),
    "GEL": _of("GEL", "200 100 50 20 10 5", "2 1 0.50 0.20 0.10 0.05"),
}
"""Currency code to its cash; a currency that is not here is counted by its total alone."""


def denominations_of(currency: str) -> tuple[int, ...]:
    """Give the values of a currency's cash in minor units, the largest first; none if unknown."""
    found = DENOMINATIONS.get(currency)
    return () if found is None else found.all
