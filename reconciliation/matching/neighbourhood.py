"""What is decided of open claims and the orders that they may be for, one decision a turn."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from reconciliation.links import Ground, LinkKind
from reconciliation.matching.assignment import Assigned
from reconciliation.matching.by_number import Share
from reconciliation.matching.claims import Claim
from reconciliation.matching.scoring import POINTS, Weighed
from reconciliation.matching.sums import making_up
from reconciliation.records import Order
from reconciliation.words import REST

LEAST = 70
LEAST_PART = 60
LEAST_NAMED = 50
LEAST_AGAIN = 60
MARGIN = 20
_MOST_IN_SUM = 3
_WELL_KNOWN = frozenset(
    {Ground.NAME, Ground.NAME_TOLD, Ground.TAX_ID, Ground.PHONE, Ground.PAYER_LEARNED}
)
_BY_EXACT_NUMBER = frozenset({Ground.NUMBER, Ground.NUMBER_BARE})
_BY_NUMBER = _BY_EXACT_NUMBER | {Ground.NUMBER_NEAR}
_OVER = frozenset({Ground.AMOUNT_OVER, Ground.AMOUNT_MORE})
_FOR_A_SPLIT = _BY_NUMBER | {Ground.NAME_RELATIVE}
_ODD = frozenset(
    {Ground.AMOUNT_MORE, Ground.METHOD_OTHER, Ground.CARD_OTHER, Ground.DAY_NAMED_OTHER}
)
_NOT_AGAIN = frozenset({Ground.NUMBER_OTHER, Ground.METHOD_OTHER})
_EQUAL = frozenset({Ground.AMOUNT, Ground.AMOUNT_REST})


@dataclass(frozen=True, slots=True)
class Standing:
    """What the first step left of an order: what it wants, and what it owes.

    `rails` are the ways money came, `sizes` the amounts that came.
    """

    wants: int
    owes: int
    rails: frozenset[str]
    sizes: tuple[int, ...]


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


class Turn(Protocol):
    """One decision: what it may know, which is what earlier turns gave, and what it decides."""

    def edges(self, found: Open) -> Mapping[str, Weighed]:
        """Give the orders that a claim may be for, and what speaks for each."""

    def left(self, order: str, sign: int) -> int:
        """Give what an order still wants, or owes where the sign is below zero."""

    def waiting_at(self, order: str) -> list[Open]:
        """Give the claims that may be for an order and have none yet, the earliest first."""

    def gave(self, order: str) -> Iterator[int]:
        """Give the amounts that an order was given."""

    def in_doubt(self, found: Open) -> bool:
        """Tell whether an earlier turn found several orders for a claim, none clearly."""

    def tolerance(self, found: Open) -> int:
        """Give the difference that is none for a claim."""

    def give(self, found: Open, order: str, amount: int, weighed: Weighed) -> None:
        """Give of a claim to an order."""

    def doubt(self, orders: Iterable[str]) -> None:
        """Say between which orders the claim whose turn it is is not decided."""


def queue(turn: Turn, order: str) -> None:
    """Let the first of several equal claims of one payer go to the only order that they fit."""
    waiting = turn.waiting_at(order)
    if any(not _is_only(turn, found, order) for found in waiting):
        return
    weighed = [(found, turn.edges(found)[order]) for found in waiting]
    fitting = [(found, each) for found, each in weighed if _is_whole(each)]
    if len(fitting) > 1 and all(_is_sure_of(each) for _, each in fitting):
        found, each = fitting[0]
        turn.give(found, order, found.amount, each)


def _is_only(turn: Turn, found: Open, order: str) -> bool:
    other = found.fallback is not None and found.fallback.order != order
    return len(turn.edges(found)) == 1 and not other


def _is_sure_of(weighed: Weighed) -> bool:
    return weighed.is_alike or Ground.TIME_CLOSE in weighed.grounds


def _is_whole(weighed: Weighed) -> bool:
    return bool(_EQUAL.intersection(weighed.grounds)) and Ground.PAID_AGAIN not in weighed.grounds


def weights(turn: Turn, found: Open) -> dict[str, Weighed]:
    """Give the orders that a claim may be assigned to, whole or in part."""
    return {
        order: weighed for order, weighed in _fitting(turn, found) if not _is_too_much(weighed)
    }


def one_to_one(turn: Turn, found: Open, assigned: Assigned) -> None:
    """Give a claim to the order that it is assigned to, if that wants just as much."""
    weighed = weights(turn, found)[assigned.orders[0]]
    if not _is_whole(weighed):
        return
    if not assigned.is_clear:
        turn.doubt(assigned.orders)
    elif _is_enough(weighed):
        turn.give(found, assigned.orders[0], found.amount, weighed)


def _is_too_much(weighed: Weighed) -> bool:
    """Tell whether an order is too small for the money, and is not named either."""
    return Ground.AMOUNT_MORE in weighed.grounds and _BY_NUMBER.isdisjoint(weighed.grounds)


def _is_enough(weighed: Weighed) -> bool:
    """Tell whether so much speaks for an order that wants just the amount."""
    named = not _BY_EXACT_NUMBER.isdisjoint(weighed.grounds)
    return weighed.points >= (LEAST_NAMED if named else LEAST)


def parts(turn: Turn, found: Open) -> None:
    """Give a claim to the order of which it pays a part."""
    ranked = sorted(
        ((weighed, order) for order, weighed in _fitting(turn, found)),
        key=lambda each: (-each[0].points, each[1]),
    )
    if not ranked:
        return
    if len(ranked) > 1 and ranked[0][0].points - ranked[1][0].points < MARGIN:
        turn.doubt(order for _, order in ranked)
    elif _is_clear_part(ranked[0][0]) and not turn.in_doubt(found):
        weighed, order = ranked[0]
        turn.give(found, order, found.amount, weighed)


def _is_clear_part(weighed: Weighed) -> bool:
    if Ground.AMOUNT_MORE in weighed.grounds and Ground.NAME_ALONE not in weighed.grounds:
        named = weighed.is_alike and not _BY_NUMBER.isdisjoint(weighed.grounds)
        return named and weighed.points >= LEAST
    if not _WELL_KNOWN.isdisjoint(weighed.grounds):
        by_name = Ground.AMOUNT_EXTRA in weighed.grounds and Ground.NAME in weighed.grounds
        return weighed.points >= (LEAST if by_name else LEAST_PART)
    named = not _BY_NUMBER.isdisjoint(weighed.grounds) or Ground.AMOUNT_WHOLE in weighed.grounds
    return weighed.points >= LEAST and (weighed.is_alike or named)


def _fitting(turn: Turn, found: Open) -> Iterator[tuple[str, Weighed]]:
    """Give the orders that still want as much, and how well they fit now."""
    tolerance = turn.tolerance(found)
    sign = _sign(found.amount)
    for order, weighed in turn.edges(found).items():
        left = turn.left(order, sign)
        over = not _OVER.isdisjoint(weighed.grounds) and left > 0
        over = over or Ground.AMOUNT_EXTRA in weighed.grounds
        if Ground.PAID_AGAIN in weighed.grounds or (left + tolerance < found.size and not over):
            continue
        if found.beside and abs(left - found.size) > tolerance:
            continue
        yield order, _as_of_now(weighed, is_rest=abs(left - found.size) <= tolerance)


def _as_of_now(weighed: Weighed, *, is_rest: bool) -> Weighed:
    for ground in (Ground.AMOUNT_PART, Ground.AMOUNT_LESS):
        if is_rest and ground in weighed.grounds:
            grounds = tuple(Ground.AMOUNT_REST if g is ground else g for g in weighed.grounds)
            more = POINTS[Ground.AMOUNT_REST] - POINTS[ground]
            return Weighed(weighed.points + more, grounds)
    return weighed


def sums(turn: Turn, found: Open) -> None:
    """See whether a claim pays for several orders of the payer at once."""
    if found.amount <= 0:
        return
    tolerance = turn.tolerance(found)
    wanted = [
        (order, left)
        for order in _alike_orders(turn, found)
        if 0 < (left := turn.left(order, 1)) <= found.size + tolerance
    ]
    groups = list(making_up(wanted, found.size, tolerance, _MOST_IN_SUM))
    if len(groups) == 1 and (len(groups[0]) > 1 or found.beside is not None):
        _share_out(turn, found, groups[0])
    elif groups:
        turn.doubt(sorted({order for group in groups for order in group}))


def _share_out(turn: Turn, found: Open, orders: Iterable[str]) -> None:
    left = found.amount
    ordered = sorted(orders)
    for order in ordered:
        weighed = turn.edges(found)[order]
        grounds = tuple(
            Ground.AMOUNT_SUM if ground.startswith("amount") else ground
            for ground in weighed.grounds
        )
        amount = left if order == ordered[-1] else min(left, turn.left(order, 1))
        turn.give(found, order, amount, Weighed(weighed.points, grounds))
        left -= amount


def _alike_orders(turn: Turn, found: Open) -> list[str]:
    return sorted(
        order
        for order, weighed in turn.edges(found).items()
        if weighed.is_alike and Ground.PAID_AGAIN not in weighed.grounds
    )


def splits(turn: Turn, order: str) -> None:
    """See whether several claims together pay what an order wants."""
    wanted = turn.left(order, 1)
    if wanted <= 0:
        return
    items = [
        (found, found.size)
        for found in turn.waiting_at(order)
        if found.amount > 0 and found.beside is None and _may_split(turn.edges(found)[order])
    ]
    if len(items) < 2:  # noqa: PLR2004 - one is no split
        return
    groups = list(making_up(items, wanted, turn.tolerance(items[0][0]), _MOST_IN_SUM))
    if len(groups) == 1:
        for found in groups[0]:
            weighed = turn.edges(found)[order]
            grounds = (*weighed.grounds, Ground.AMOUNT_SPLIT)
            turn.give(found, order, found.amount, Weighed(weighed.points, grounds))


def _may_split(weighed: Weighed) -> bool:
    if Ground.PAID_AGAIN in weighed.grounds:
        return False
    return weighed.is_alike or not _FOR_A_SPLIT.isdisjoint(weighed.grounds)


def paid_again(turn: Turn, found: Open) -> None:
    """Lead what is left to an order of the payer that had just this amount already."""
    if found.beside:
        return
    ranked = sorted((-weighed.points, order, weighed) for order, weighed in _again(turn, found))
    if not ranked or -ranked[0][0] < LEAST_AGAIN:
        return
    if len(ranked) > 1 and ranked[1][0] - ranked[0][0] < MARGIN:
        turn.doubt(order for _, order, _ in ranked)
        return
    _, order, weighed = ranked[0]
    grounds = (*(each for each in weighed.grounds if each != Ground.PAID_AGAIN),)
    turn.give(found, order, found.amount, Weighed(weighed.points, (*grounds, Ground.PAID_AGAIN)))


def as_named(turn: Turn, found: Open) -> None:
    """Believe the number where nothing else is known."""
    named = found.fallback
    if named is None or turn.in_doubt(found):
        return
    wants = turn.left(named.order, _sign(found.amount)) > 0
    if wants or found.amount <= 0 or _is_still_believed(found, named.weighed):
        turn.give(found, named.order, found.amount, named.weighed)


def _is_still_believed(found: Open, weighed: Weighed) -> bool:
    """Tell whether a number may be believed though its order wants no more money."""
    if found.claim.kind is LinkKind.ORDER_BANK and weighed.is_against:
        is_rest = found.claim.says & REST and Ground.AMOUNT_PART in weighed.grounds
        return bool(is_rest) or Ground.DAY_NAMED in weighed.grounds
    return len(_ODD.intersection(weighed.grounds)) <= 1


def _again(turn: Turn, found: Open) -> Iterator[tuple[str, Weighed]]:
    for order, weighed in turn.edges(found).items():
        again = Ground.PAID_AGAIN in weighed.grounds
        equal = Ground.AMOUNT in weighed.grounds and _is_sure_of(weighed)
        if not weighed.is_alike:
            equal = equal and _NOT_AGAIN.isdisjoint(weighed.grounds)
        if again or (equal and _took_equal(turn, found, order)):
            yield order, weighed


def _took_equal(turn: Turn, found: Open, order: str) -> bool:
    """Tell whether an order got just this amount meanwhile."""
    tolerance = turn.tolerance(found)
    return any(abs(amount - found.amount) <= tolerance for amount in turn.gave(order))


def _sign(amount: int) -> int:
    return 1 if amount > 0 else -1
