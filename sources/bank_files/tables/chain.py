"""The running balance as a proof: each row's is the one before plus what the row moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

_MOST = 8
_TENTHS = 10

Delta: TypeAlias = Decimal | None


@dataclass(frozen=True, slots=True)
class Chain:
    """How far balances follow from what was moved."""

    steps: int
    """Pairs of rows that could be looked at."""
    rising: int
    """Steps that hold where the oldest row stands first."""
    falling: int
    """Steps that hold where the newest does."""

    @property
    def holds(self) -> bool:
        """Tell whether it is proof enough: a gap or two are no counter-proof."""
        best = max(self.rising, self.falling)
        return best > 0 and best * _TENTHS >= self.steps * _MOST

    @property
    def is_falling(self) -> bool:
        """Tell whether the newest row stands first."""
        return self.falling > self.rising

    @property
    def is_rising(self) -> bool:
        """Tell whether the oldest row stands first."""
        return self.rising > self.falling

    @property
    def score(self) -> int:
        """Give how many steps hold."""
        return max(self.rising, self.falling)


def chain_of(moved: Sequence[Delta], balances: Sequence[Delta]) -> Chain:
    """Follow the balances of a table's rows; rows without one are passed over."""
    rows = [
        (delta, balance)
        for delta, balance in zip(moved, balances, strict=True)
        if delta is not None and balance is not None
    ]
    rising = falling = steps = 0
    for (delta, balance), (next_delta, next_balance) in pairwise(rows):
        if not delta and not next_delta:
            continue
        steps += 1
        rising += balance + next_delta == next_balance
        falling += next_balance + delta == balance
    return Chain(steps, rising, falling)
