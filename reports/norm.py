"""What a day usually comes to: the same weekday of the weeks before, as far as today has come."""

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.money import Money

DAYS_MIN = 2
"""Of fewer earlier days nothing is usual."""


@dataclass(frozen=True, slots=True)
class Norm:
    """The usual result of such a day, and on how many days it rests."""

    usual: Money
    day_count: int

    def percent_of(self, net: Money) -> int | None:
        """Give by how many per cent a result is above it, below zero for under it.

        Returns:
            None where the usual is not above zero: a part of nothing, or of a loss, says nothing.

        Raises:
            CurrencyMismatchError: the result is in another currency.
        """
        difference = net - self.usual
        if self.usual.minor <= 0:
            return None
        return (difference.minor * 200 + self.usual.minor) // (2 * self.usual.minor)


def norm_of(nets: Sequence[Money]) -> Norm | None:
    """Give what is usual: the middle of earlier results, between the two middle ones if even.

    Args:
        nets: the results of earlier days of one currency; days without cash are left out.
    """
    if len(nets) < DAYS_MIN:
        return None
    ordered = sorted(each.minor for each in nets)
    middle = len(ordered) // 2
    low = ordered[middle] if len(ordered) % 2 else ordered[middle - 1]
    return Norm(Money((low + ordered[middle]) // 2, nets[0].currency), len(nets))
