"""One decision of open claims: what it may know, what it decides, and how much is enough."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from reconciliation.links import Ground
from reconciliation.matching.claims import Claim
from reconciliation.matching.scoring import Weighed
from reconciliation.matching.standing import Open

LEAST = 70
LEAST_NAMED = 50
MARGIN = 20
RATHER = 10
"""So many points more, and a sum is rather for an order that had it than for one that wants it."""

BY_EXACT_NUMBER = frozenset({Ground.NUMBER, Ground.NUMBER_BARE})
BY_NUMBER = BY_EXACT_NUMBER | {Ground.NUMBER_NEAR}
_SAYING_LESS = frozenset(
    {Ground.AMOUNT_LESS, Ground.AMOUNT_OVER, Ground.AMOUNT_NEARLY, Ground.NAME_RELATIVE}
)
"""Not just the sum, or not the payer himself."""
EQUAL = frozenset({Ground.AMOUNT, Ground.AMOUNT_REST})


class Turn(Protocol):
    """One decision: what it may know, which is what earlier turns gave, and what it decides."""

    @property
    def is_last(self) -> bool:
        """Tell whether nothing comes after this, so that a number alone may be believed."""

    def edges(self, found: Open) -> Mapping[str, Weighed]:
        """Give the orders that a claim may be for, and what speaks for each."""

    def wanted(self, order: str) -> int:
        """Give what an order wanted before any turn."""

    def paid(self, order: str) -> int:
        """Give what came for an order before any turn."""

    def left(self, order: str, sign: int) -> int:
        """Give what an order still wants, or owes where the sign is below zero."""

    def waiting_at(self, order: str) -> list[Open]:
        """Give the claims that may be for an order and have none yet, the earliest first."""

    def gave(self, order: str) -> Iterator[tuple[Claim, int]]:
        """Give the claims of which an order was given, and the amounts."""

    def doubts(self, found: Open) -> tuple[str, ...]:
        """Give the orders between which an earlier turn did not decide for a claim, if any."""

    def tolerance(self, found: Open) -> int:
        """Give the difference that is none for a claim."""

    def give(self, found: Open, order: str, amount: int, weighed: Weighed) -> None:
        """Give of a claim to an order."""

    def doubt(self, orders: Iterable[str]) -> None:
        """Say between which orders the claim whose turn it is is not decided."""


class TurnOfAlike(Turn, Protocol):
    """A decision of claims between which their assignment did not decide."""

    def assignable(self, order: str) -> list[Open]:
        """Give the claims that might have been assigned an order, the earliest first."""

    def is_tied(self, found: Open) -> bool:
        """Tell whether a claim was assigned no order clearly."""


def best_again(turn: Turn, found: Open) -> int:
    """Give the most points of an order that had just this sum already; none is no points."""
    edges = turn.edges(found).values()
    return max((each.points for each in edges if Ground.PAID_AGAIN in each.grounds), default=0)


def is_rather_again(again: int, weighed: Weighed) -> bool:
    """Tell whether money fits clearly better an order that had just this sum already.

    `again` are the most points of such an order. Just a sum says more than some part of another
    that nobody calls so, than more than it wants, or than a relative's order; but one that wants
    just this for its own customer is not passed over for a like number.
    """
    margin = 0 if not _SAYING_LESS.isdisjoint(weighed.grounds) else RATHER
    if weighed.is_alike and is_whole(weighed):
        margin = MARGIN
    if is_since(weighed):
        margin = -MARGIN
    return again - weighed.points >= margin


def is_since(weighed: Weighed) -> bool:
    """Tell whether an order that money does not name was paid by other money since."""
    grounds = weighed.grounds
    return Ground.PAID_SINCE in grounds and BY_EXACT_NUMBER.isdisjoint(grounds)


def is_whole(weighed: Weighed) -> bool:
    """Tell whether an order wants just the amount, and for the first time."""
    return bool(EQUAL.intersection(weighed.grounds)) and Ground.PAID_AGAIN not in weighed.grounds


def is_meant(weighed: Weighed) -> bool:
    """Tell whether money says which order it is for, whatever its sum.

    It names the order, or its customer paid in the very hours when it was made.
    """
    if not BY_NUMBER.isdisjoint(weighed.grounds):
        return True
    return weighed.is_alike and Ground.TIME_CLOSE in weighed.grounds


def is_enough(weighed: Weighed) -> bool:
    """Tell whether so much speaks for an order that wants just the amount."""
    named = not BY_EXACT_NUMBER.isdisjoint(weighed.grounds)
    return weighed.points >= (LEAST_NAMED if named else LEAST)


def sign(amount: int) -> int:
    """Tell money that came, 1, from money that went back, -1."""
    return 1 if amount > 0 else -1
