"""Settles one neighbourhood: claims and orders that may belong together, and nothing else does."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reconciliation.links import Ground, LinkKind
from reconciliation.matching.assignment import assign
from reconciliation.matching.by_number import Share, Verdict
from reconciliation.matching.claims import Claim
from reconciliation.matching.scoring import POINTS, Weighed
from reconciliation.matching.sums import making_up
from reconciliation.records import Order
from reconciliation.terms import Terms
from reconciliation.words import REST

LEAST = 70
LEAST_PART = 60
LEAST_NAMED = 50
LEAST_AGAIN = 60
MARGIN = 20
_ROUNDS = 4
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


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Open claims, the orders that they may be for, and what speaks for each pair."""

    claims: Mapping[str, Open]
    orders: Mapping[str, Standing]
    edges: Mapping[str, Mapping[str, Weighed]]  # one for each claim, though it be empty
    terms: Terms
    is_last: bool  # nothing comes after this, so a number alone may be believed


@dataclass
class _Work:
    """What is settled so far, and what each order still wants."""

    place: Neighbourhood
    left: dict[tuple[str, int], int]
    shares: dict[str, list[Share]] = field(default_factory=dict)
    doubts: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def waiting(self) -> list[Open]:
        """Give the claims that have no order yet, the earliest first."""
        claims = (each for key, each in self.place.claims.items() if key not in self.shares)
        return sorted(claims, key=_in_time)

    def give(self, found: Open, order: str, amount: int, grounds: Weighed) -> None:
        """Give of a claim to an order."""
        self.shares.setdefault(found.claim.key, []).append(Share(order, amount, grounds))
        self.left[order, _sign(amount)] -= abs(amount)

    def tolerance(self, found: Open) -> int:
        """Give the difference that is none for a claim."""
        return self.place.terms.tolerates(found.claim.currency)


def settle(place: Neighbourhood) -> dict[str, Verdict]:
    """Give each claim its orders, as far as nothing is guessed."""
    left = {(order, 1): each.wants for order, each in place.orders.items()}
    left |= {(order, -1): each.owes for order, each in place.orders.items()}
    work = _Work(place, left)
    _queue(work)
    _one_to_one(work)
    _sums(work)
    _splits(work)
    for _ in range(_ROUNDS):
        if not _parts(work):
            break
    _paid_again(work)
    if place.is_last:
        _as_named(work)
    return dict(_verdicts(work))


def _queue(work: _Work) -> None:
    """Let the first of several equal claims of one payer go to the only order that they fit."""
    if len(work.place.orders) > 1:
        return
    fitting = [
        found
        for found in work.waiting()
        if work.place.edges[found.claim.key] and _is_whole(_only(work, found)[1])
    ]
    if len(fitting) > 1 and all(_is_sure_of(_only(work, found)[1]) for found in fitting):
        order, weighed = _only(work, fitting[0])
        work.give(fitting[0], order, fitting[0].amount, weighed)


def _is_sure_of(weighed: Weighed) -> bool:
    return weighed.is_alike or Ground.TIME_CLOSE in weighed.grounds


def _only(work: _Work, found: Open) -> tuple[str, Weighed]:
    return next(iter(work.place.edges[found.claim.key].items()))


def _is_whole(weighed: Weighed) -> bool:
    return bool(_EQUAL.intersection(weighed.grounds)) and Ground.PAID_AGAIN not in weighed.grounds


def _one_to_one(work: _Work) -> None:
    """Assign claims to the orders that want just as much."""
    weights = {
        (found.claim.key, order): weighed
        for found in work.waiting()
        for order, weighed in _fitting(work, found)
        if not _is_too_much(weighed)
    }
    points = {pair: weighed.points for pair, weighed in weights.items()}
    assigned = assign(points, LEAST_NAMED, MARGIN)
    for claim, orders in assigned.doubtful.items():
        if _is_whole(weights[claim, orders[0]]):
            work.doubts.setdefault(claim, orders)
    for claim, order in assigned.chosen.items():
        if _is_whole(weights[claim, order]) and _is_enough(weights[claim, order]):
            found = work.place.claims[claim]
            work.give(found, order, found.amount, weights[claim, order])


def _is_too_much(weighed: Weighed) -> bool:
    """Tell whether an order is too small for the money, and is not named either."""
    return Ground.AMOUNT_MORE in weighed.grounds and _BY_NUMBER.isdisjoint(weighed.grounds)


def _is_enough(weighed: Weighed) -> bool:
    """Tell whether so much speaks for an order that wants just the amount."""
    named = not _BY_EXACT_NUMBER.isdisjoint(weighed.grounds)
    return weighed.points >= (LEAST_NAMED if named else LEAST)


def _parts(work: _Work) -> bool:
    """Give claims to the orders of which they pay a part; tell whether any found its order."""
    any_given = False
    for found in work.waiting():
        ranked = sorted(
            ((weighed, order) for order, weighed in _fitting(work, found)),
            key=lambda each: (-each[0].points, each[1]),
        )
        if not ranked:
            continue
        if len(ranked) > 1 and ranked[0][0].points - ranked[1][0].points < MARGIN:
            work.doubts.setdefault(found.claim.key, tuple(order for _, order in ranked))
        elif _is_clear_part(ranked[0][0]) and found.claim.key not in work.doubts:
            weighed, order = ranked[0]
            work.give(found, order, found.amount, weighed)
            any_given = True
    return any_given


def _is_clear_part(weighed: Weighed) -> bool:
    if Ground.AMOUNT_MORE in weighed.grounds and Ground.NAME_ALONE not in weighed.grounds:
        named = weighed.is_alike and not _BY_NUMBER.isdisjoint(weighed.grounds)
        return named and weighed.points >= LEAST
    if not _WELL_KNOWN.isdisjoint(weighed.grounds):
        by_name = Ground.AMOUNT_EXTRA in weighed.grounds and Ground.NAME in weighed.grounds
        return weighed.points >= (LEAST if by_name else LEAST_PART)
    named = not _BY_NUMBER.isdisjoint(weighed.grounds) or Ground.AMOUNT_WHOLE in weighed.grounds
    return weighed.points >= LEAST and (weighed.is_alike or named)


def _fitting(work: _Work, found: Open) -> Iterator[tuple[str, Weighed]]:
    """Give the orders that still want as much, and how well they fit now."""
    tolerance = work.tolerance(found)
    for order, weighed in work.place.edges[found.claim.key].items():
        left = work.left[order, _sign(found.amount)]
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


def _sums(work: _Work) -> None:
    """Find claims that pay for several orders of the payer at once."""
    for found in work.waiting():
        if found.amount <= 0:
            continue
        wanted = [
            (order, work.left[order, 1])
            for order in _alike_orders(work, found)
            if 0 < work.left[order, 1] <= found.size + work.tolerance(found)
        ]
        groups = list(making_up(wanted, found.size, work.tolerance(found), _MOST_IN_SUM))
        if len(groups) == 1 and (len(groups[0]) > 1 or found.beside is not None):
            _share_out(work, found, groups[0])
        elif groups:
            work.doubts.setdefault(
                found.claim.key, tuple(sorted({order for group in groups for order in group}))
            )


def _share_out(work: _Work, found: Open, orders: Iterable[str]) -> None:
    left = found.amount
    ordered = sorted(orders)
    for order in ordered:
        weighed = work.place.edges[found.claim.key][order]
        grounds = tuple(
            Ground.AMOUNT_SUM if ground.startswith("amount") else ground
            for ground in weighed.grounds
        )
        amount = left if order == ordered[-1] else min(left, work.left[order, 1])
        work.give(found, order, amount, Weighed(weighed.points, grounds))
        left -= amount


def _alike_orders(work: _Work, found: Open) -> list[str]:
    edges = work.place.edges[found.claim.key]
    return sorted(
        order
        for order, weighed in edges.items()
        if weighed.is_alike and Ground.PAID_AGAIN not in weighed.grounds
    )


def _splits(work: _Work) -> None:
    """Find claims that together pay what an order wants."""
    payers = _payers(work)
    for order, paying in sorted(payers.items()):
        wanted = work.left[order, 1]
        items = [(each, each.size) for each in paying if each.claim.key not in work.shares]
        if wanted <= 0 or len(items) < 2:  # noqa: PLR2004 - one is no split
            continue
        groups = list(making_up(items, wanted, work.tolerance(items[0][0]), _MOST_IN_SUM))
        if len(groups) == 1:
            for found in groups[0]:
                weighed = work.place.edges[found.claim.key][order]
                grounds = (*weighed.grounds, Ground.AMOUNT_SPLIT)
                work.give(found, order, found.amount, Weighed(weighed.points, grounds))


def _payers(work: _Work) -> dict[str, list[Open]]:
    """Give the claims that may pay a part of each order, the earliest first."""
    payers: dict[str, list[Open]] = {}
    for found in work.waiting():
        if found.amount > 0 and found.beside is None:
            for order, weighed in work.place.edges[found.claim.key].items():
                if _may_split(weighed):
                    payers.setdefault(order, []).append(found)
    return payers


def _may_split(weighed: Weighed) -> bool:
    if Ground.PAID_AGAIN in weighed.grounds:
        return False
    return weighed.is_alike or not _FOR_A_SPLIT.isdisjoint(weighed.grounds)


def _paid_again(work: _Work) -> None:
    """Lead what is left to orders of the payer that had just this amount already."""
    for found in work.waiting():
        if found.beside:
            continue
        ranked = sorted(
            (-weighed.points, order, weighed) for order, weighed in _again(work, found)
        )
        if not ranked or -ranked[0][0] < LEAST_AGAIN:
            continue
        if len(ranked) > 1 and ranked[1][0] - ranked[0][0] < MARGIN:
            work.doubts.setdefault(found.claim.key, tuple(order for _, order, _ in ranked))
            continue
        _, order, weighed = ranked[0]
        grounds = (*(each for each in weighed.grounds if each != Ground.PAID_AGAIN),)
        work.give(
            found, order, found.amount, Weighed(weighed.points, (*grounds, Ground.PAID_AGAIN))
        )


def _as_named(work: _Work) -> None:
    """Believe the number where nothing else is known."""
    for found in work.waiting():
        named = found.fallback
        if named is None or found.claim.key in work.doubts:
            continue
        wants = work.left.get((named.order, _sign(found.amount)), 0) > 0
        if wants or found.amount <= 0 or _is_still_believed(found, named.weighed):
            work.give(found, named.order, found.amount, named.weighed)


def _is_still_believed(found: Open, weighed: Weighed) -> bool:
    """Tell whether a number may be believed though its order wants no more money."""
    if found.claim.kind is LinkKind.ORDER_BANK and weighed.is_against:
        is_rest = found.claim.says & REST and Ground.AMOUNT_PART in weighed.grounds
        return bool(is_rest) or Ground.DAY_NAMED in weighed.grounds
    return len(_ODD.intersection(weighed.grounds)) <= 1


def _again(work: _Work, found: Open) -> Iterator[tuple[str, Weighed]]:
    for order, weighed in work.place.edges[found.claim.key].items():
        again = Ground.PAID_AGAIN in weighed.grounds
        equal = Ground.AMOUNT in weighed.grounds and _is_sure_of(weighed)
        if not weighed.is_alike:
            equal = equal and _NOT_AGAIN.isdisjoint(weighed.grounds)
        if again or (equal and _took_equal(work, found, order)):
            yield order, weighed


def _took_equal(work: _Work, found: Open, order: str) -> bool:
    """Tell whether an order got just this amount meanwhile."""
    return any(
        share.order == order and abs(share.amount - found.amount) <= work.tolerance(found)
        for shares in work.shares.values()
        for share in shares
    )


def _verdicts(work: _Work) -> Iterator[tuple[str, Verdict]]:
    for key, found in work.place.claims.items():
        shares = work.shares.get(key)
        if shares:
            yield key, Verdict(tuple(shares))
        elif key in work.doubts or found.doubts:
            yield key, Verdict(doubts=work.doubts.get(key) or found.doubts)


def _in_time(found: Open) -> tuple[str, str]:
    claim = found.claim
    when = claim.moment.isoformat() if claim.moment else f"{claim.day.isoformat()}T"
    return (when, claim.key)


def _sign(amount: int) -> int:
    return 1 if amount > 0 else -1
