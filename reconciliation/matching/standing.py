"""How an order stands before a step, and what of a claim is open: what the step weighs."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from reconciliation.matching.claims import Claim
from reconciliation.matching.verdicts import Share, Verdict
from reconciliation.records import Order
from reconciliation.words import PART_OR_REST, REST

_LITTLE = 4
_SOON = dt.timedelta(days=14)


class Standing(NamedTuple):
    """What the steps before left of an order: what it wants, and what it owes.

    `rails` are the ways money came or went, `came` the amounts with their days, below zero what
    went back.
    """

    wants: int
    owes: int
    rails: frozenset[str]
    came: tuple[tuple[dt.date, int], ...]

    def had(self, amount: int, tolerance: int) -> bool:
        """Tell whether just this amount came for the order."""
        return bool(self.came) and any(abs(size - amount) <= tolerance for _, size in self.came)

    def wanted_on(self, day: dt.date, total: int) -> int:
        """Tell what the order wanted at the end of a day, before what came since."""
        for on, size in self.came:
            if size > 0 and on <= day:
                total -= size
        return total

    def is_rest_of(self, amount: int, total: int, tolerance: int) -> bool:
        """Tell whether an amount and one that came make up the total, whatever came besides."""
        return any(size > 0 and abs(total - amount - size) <= tolerance for _, size in self.came)

    def had_money_before(self, day: dt.date) -> bool:
        """Tell whether money came for the order within the two weeks before a day."""
        return bool(self.came) and any(
            size > 0 and on <= day <= on + _SOON for on, size in self.came
        )


class Earlier(NamedTuple):
    """What the steps before tell: how they left an order, what came for it, and of a charge.

    `charged` gives the orders for which a provider took what it gave back without a number.
    """

    stand: Callable[[str], Standing]
    paid_by: Callable[[str], Iterable[Claim]]
    charged: Callable[[Claim], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Open:
    """A claim, or the part of it, for which the first step found no order."""

    claim: Claim
    amount: int
    strange: bool
    doubts: tuple[str, ...]
    beside: Order | None = None  # the order that took the rest of it
    fallback: Share | None = None  # the order that it names, though nothing else speaks for it

    @property
    def size(self) -> int:
        """Give the amount without its sign."""
        return abs(self.amount)


def is_first(found: Open) -> bool:
    """Tell whether money is said to be a part for a start, so that more follows."""
    says = found.claim.says
    return bool(says & PART_OR_REST and not says & REST)


def open_part(
    claim: Claim, verdict: Verdict, orders: dict[str, Order], had: int, tolerance: int
) -> Open | None:
    """Tell what the first step left open of a claim, before which its order had some money."""
    if not verdict.shares:
        return Open(
            claim, claim.amount, verdict.strange, verdict.doubts, fallback=verdict.fallback
        )
    if len(verdict.shares) == 1 and claim.amount > 0:
        share = verdict.shares[0]
        lacked = orders[share.order].total - had
        over = claim.amount - (lacked if lacked > tolerance else orders[share.order].total)
        if over > tolerance:
            return Open(claim, over, strange=False, doubts=(), beside=orders[share.order])
    return None


def is_total(found: Open, order: Order, wanted: int, tolerance: int) -> bool:
    """Tell whether money is an order's whole total, though a little came for it already."""
    had = order.total - wanted
    return tolerance < had <= wanted // _LITTLE and abs(found.amount - order.total) <= tolerance


def is_earlier(found: Open, order: Order, standing: Standing, wanted: int, tolerance: int) -> bool:
    """Tell whether an order wanted as much when the money came, and was paid since."""
    if not wanted < found.amount - tolerance <= order.total:
        return False
    return found.amount <= standing.wanted_on(found.claim.day, order.total) + tolerance
