"""The steps in which open claims are decided, and what is kept of a claim and of a turn."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reconciliation.matching import neighbourhood as rules
from reconciliation.matching.parts import give_part
from reconciliation.matching.scoring import Weighed
from reconciliation.matching.standing import Open
from reconciliation.matching.turn import TurnOfAlike
from reconciliation.matching.verdicts import Share

QUEUE, WEIGH, ASSIGN, GIVE, ALIKE = range(5)
BACK = ALIKE - WEIGH + 1
"""So many steps later money that went back is assigned: it knows what came was given."""

SUMS = ALIKE + BACK + 1
SPLITS, PARTS = SUMS + 1, SUMS + 2
LATER_PARTS = range(PARTS + 1, PARTS + 4)
AGAIN = LATER_PARTS.stop
NAMED = AGAIN + 1
_AFTER_ASSIGNING = (SUMS, PARTS, *LATER_PARTS, AGAIN, NAMED)
STEPS = {
    1: (WEIGH, GIVE, *_AFTER_ASSIGNING),
    -1: (WEIGH + BACK, GIVE + BACK, *_AFTER_ASSIGNING),
}
"""The steps of claims, by whether money came or went back."""

NEXT = {
    way: [next((each for each in steps if each > step), NAMED + 1) for step in range(NAMED + 1)]
    for way, steps in STEPS.items()
}
ALL_KNOWN = {step + back: (ASSIGN + back, ()) for step in (GIVE, ALIKE) for back in (0, BACK)}
"""What is assigned is given at once: no such turn knows what another one gives."""

RULES = {
    SUMS: rules.sums,
    **dict.fromkeys((PARTS, *LATER_PARTS), give_part),
    AGAIN: rules.paid_again,
    NAMED: rules.as_named,
}
"""What decides in the steps after assigning."""

RULES_OF_ORDERS: dict[int, Callable[[TurnOfAlike, str], None]] = {
    QUEUE: rules.queue,
    ALIKE: rules.in_turn,
    ALIKE + BACK: rules.in_turn,
    SPLITS: rules.splits,
}
"""What decides in the steps of orders."""

When = tuple[int, tuple[str, ...]]
"""A step, and the place in it: a claim's time and key, or an order's key."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a turn decided."""

    shares: tuple[tuple[str, Share], ...] = ()
    doubts: tuple[str, ...] = ()


NOTHING = Said()


@dataclass(slots=True)
class KeptClaim:
    """An open claim, the orders that it may be for, its place among the claims, and its way."""

    found: Open
    edges: Mapping[str, Weighed]
    place: tuple[str, str]
    way: int
    given: list[When] = field(default_factory=list)

    def is_given(self, when: When) -> bool:
        """Tell whether it had an order before a turn."""
        return bool(self.given) and min(self.given) < when


def says_the_same(before: KeptClaim | None, now: KeptClaim | None) -> bool:
    """Tell whether nothing of a claim is otherwise than before."""
    if before is None or now is None:
        return before is now
    return before.edges == now.edges and before.found == now.found


def by_place(claim: KeptClaim) -> tuple[str, str]:
    """Give a claim's place among the claims."""
    return claim.place
