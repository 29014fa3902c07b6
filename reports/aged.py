"""What customers owe, by how long they have owed it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ledger.money import Money, sum_money

BANDS: Final = (7, 30, 60, 90)
"""The last day of each band but the last, which has no end."""


@dataclass(frozen=True, slots=True)
class OpenDebt:
    """What is left of one debt."""

    name: str | None
    """Who owes it, as somebody typed it."""
    since: dt.date
    amount: Money
    """Above nought."""


@dataclass(frozen=True, slots=True)
class Band:
    """The debts of one age, both ends within."""

    first_day: int
    last_day: int | None
    total: Money
    count: int


@dataclass(frozen=True, slots=True)
class Debtor:
    """Who owes, how much, and since when."""

    name: str | None
    total: Money
    since: dt.date


@dataclass(frozen=True, slots=True)
class AgedDebts:
    """Debts in one currency on a day."""

    day: dt.date
    bands: tuple[Band, ...]
    """The youngest first; each is there, be it empty."""
    debtors: tuple[Debtor, ...]
    """Whose debt is the oldest comes first."""

    @property
    def total(self) -> Money:
        """Give what is owed together."""
        return sum_money([each.total for each in self.bands], self.bands[0].total.currency)

    @property
    def late(self) -> Money:
        """Give what is owed for longer than a month."""
        return sum_money(
            [each.total for each in self.bands if each.first_day > BANDS[1]],
            self.bands[0].total.currency,
        )


def aged_debts(debts: Sequence[OpenDebt], day: dt.date, currency: str) -> AgedDebts:
    """Put debts in order of their age.

    Args:
        debts: what is open; those in other currencies are left out.
        day: the day on which they are looked at; what is from a later one is as young as can be.
        currency: of what is told.
    """
    mine = [each for each in debts if each.amount.currency == currency]
    firsts = (0, *(last + 1 for last in BANDS))
    bands = []
    for first, last in zip(firsts, (*BANDS, None), strict=True):
        held = [each.amount for each in mine if _is_within(_age(each, day), first, last)]
        bands.append(Band(first, last, sum_money(held, currency), len(held)))
    return AgedDebts(day, tuple(bands), tuple(_debtors(mine, currency)))


def _debtors(debts: Sequence[OpenDebt], currency: str) -> list[Debtor]:
    by_name: dict[str | None, list[OpenDebt]] = {}
    for each in debts:
        by_name.setdefault(each.name, []).append(each)
    found = [
        Debtor(
            name,
            sum_money([each.amount for each in held], currency),
            min(each.since for each in held),
        )
        for name, held in by_name.items()
    ]
    return sorted(found, key=lambda each: (each.since, -each.total.minor, each.name or ""))


def _age(debt: OpenDebt, day: dt.date) -> int:
    return max((day - debt.since).days, 0)


def _is_within(age: int, first: int, last: int | None) -> bool:
    return first <= age and (last is None or age <= last)
