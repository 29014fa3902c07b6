"""One neighbourhood, and what of it is settled so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reconciliation.links import Ground
from reconciliation.matching.by_number import Share
from reconciliation.matching.scoring import Weighed
from reconciliation.matching.standing import Open, Standing
from reconciliation.terms import Terms

LEAST = 70
LEAST_NAMED = 50
MARGIN = 20
BY_EXACT_NUMBER = frozenset({Ground.NUMBER, Ground.NUMBER_BARE})
BY_NUMBER = BY_EXACT_NUMBER | {Ground.NUMBER_NEAR}
EQUAL = frozenset({Ground.AMOUNT, Ground.AMOUNT_REST})


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Open claims, the orders that they may be for, and what speaks for each pair."""

    claims: Mapping[str, Open]
    orders: Mapping[str, Standing]
    edges: Mapping[str, Mapping[str, Weighed]]  # one for each claim, though it be empty
    terms: Terms
    is_last: bool  # nothing comes after this, so a number alone may be believed


@dataclass
class Work:
    """What is settled so far, and what each order still wants."""

    place: Neighbourhood
    left: dict[tuple[str, int], int]
    shares: dict[str, list[Share]] = field(default_factory=dict)
    doubts: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def waiting(self) -> list[Open]:
        """Give the claims that have no order yet, the earliest first."""
        claims = (each for key, each in self.place.claims.items() if key not in self.shares)
        return sorted(claims, key=in_time)

    def give(self, found: Open, order: str, amount: int, grounds: Weighed) -> None:
        """Give of a claim to an order."""
        self.shares.setdefault(found.claim.key, []).append(Share(order, amount, grounds))
        self.left[order, sign(amount)] -= abs(amount)

    def tolerance(self, found: Open) -> int:
        """Give the difference that is none for a claim."""
        return self.place.terms.tolerates(found.claim.currency)


def is_rather_again(work: Work, found: Open, weighed: Weighed) -> bool:
    """Tell whether money fits clearly better an order that had just this sum already."""
    edges = work.place.edges[found.claim.key].values()
    again = (each.points for each in edges if Ground.PAID_AGAIN in each.grounds)
    return max(again, default=0) - weighed.points >= MARGIN


def is_whole(weighed: Weighed) -> bool:
    """Tell whether an order wants just the amount, and for the first time."""
    return bool(EQUAL.intersection(weighed.grounds)) and Ground.PAID_AGAIN not in weighed.grounds


def is_enough(weighed: Weighed) -> bool:
    """Tell whether so much speaks for an order that wants just the amount."""
    named = not BY_EXACT_NUMBER.isdisjoint(weighed.grounds)
    return weighed.points >= (LEAST_NAMED if named else LEAST)


def in_time(found: Open) -> tuple[str, str]:
    """Order claims by when the money came."""
    claim = found.claim
    when = claim.moment.isoformat() if claim.moment else f"{claim.day.isoformat()}T"
    return (when, claim.key)


def sign(amount: int) -> int:
    """Tell money that came, 1, from money that went back, -1."""
    return 1 if amount > 0 else -1
