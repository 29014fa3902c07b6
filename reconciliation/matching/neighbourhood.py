"""Settles one neighbourhood: claims and orders that may belong together, and nothing else does."""

from collections.abc import Iterable, Iterator, Mapping

from reconciliation.links import Ground, LinkKind
from reconciliation.matching.assignment import assign
from reconciliation.matching.by_number import Share, Verdict
from reconciliation.matching.parts import fitting, give_parts
from reconciliation.matching.scoring import Weighed
from reconciliation.matching.standing import Open
from reconciliation.matching.sums import making_up
from reconciliation.matching.work import (
    BY_NUMBER,
    LEAST_NAMED,
    MARGIN,
    Neighbourhood,
    Work,
    in_time,
    is_enough,
    is_rather_again,
    is_whole,
    sign,
)
from reconciliation.words import PART_OR_REST, REST

LEAST_AGAIN = 60
_ROUNDS = 4
_SMALL_PART = 8
_MOST_IN_SUM = 3
_FOR_A_SPLIT = BY_NUMBER | {Ground.NAME_RELATIVE}
_ODD = frozenset(
    {Ground.AMOUNT_MORE, Ground.METHOD_OTHER, Ground.CARD_OTHER, Ground.DAY_NAMED_OTHER}
)
_AT_ONCE = BY_NUMBER | {Ground.TIME_CLOSE}
"""One of these, else money may yet be another order's rest, and is paid again only at last."""

_NOT_AGAIN = frozenset({Ground.NUMBER_OTHER, Ground.METHOD_OTHER})


def settle(place: Neighbourhood) -> dict[str, Verdict]:
    """Give each claim its orders, as far as nothing is guessed."""
    left = {(order, 1): each.wants for order, each in place.orders.items()}
    left |= {(order, -1): each.owes for order, each in place.orders.items()}
    work = Work(place, left)
    _queue(work)
    _one_to_one(work)
    _sums(work)
    _splits(work)
    for _ in range(_ROUNDS):
        if not give_parts(work):
            break
    _paid_again(work)
    if place.is_last:
        _as_named(work)
    return dict(_verdicts(work))


def _queue(work: Work) -> None:
    """Let the first of several equal claims of one payer go to the only order that they fit."""
    if len(work.place.orders) > 1:
        return
    fitting = [
        found
        for found in work.waiting()
        if work.place.edges[found.claim.key] and is_whole(_only(work, found)[1])
    ]
    if len(fitting) > 1 and all(_is_sure_of(_only(work, found)[1]) for found in fitting):
        order, weighed = _only(work, fitting[0])
        work.give(fitting[0], order, fitting[0].amount, weighed)


def _is_sure_of(weighed: Weighed) -> bool:
    return weighed.is_alike or Ground.TIME_CLOSE in weighed.grounds


def _only(work: Work, found: Open) -> tuple[str, Weighed]:
    return next(iter(work.place.edges[found.claim.key].items()))


def _one_to_one(work: Work) -> None:
    """Assign claims to the orders that want, or owe, just as much."""
    for direction in (1, -1):
        weights = {
            (found.claim.key, order): weighed
            for found in work.waiting()
            if sign(found.amount) == direction
            for order, weighed in fitting(work, found)
            if not _is_too_much(weighed) and not is_rather_again(work, found, weighed)
        }
        _assign(work, weights)


def _assign(work: Work, weights: Mapping[tuple[str, str], Weighed]) -> None:
    points = {pair: weighed.points for pair, weighed in weights.items()}
    assigned = assign(points, LEAST_NAMED, MARGIN)
    for claim, orders in assigned.doubtful.items():
        if is_whole(weights[claim, orders[0]]):
            work.doubts.setdefault(claim, orders)
    for claim, order in assigned.chosen.items():
        if is_whole(weights[claim, order]) and is_enough(weights[claim, order]):
            found = work.place.claims[claim]
            work.give(found, order, found.amount, weights[claim, order])
    _in_turn(work, weights, assigned.doubtful)


def _in_turn(
    work: Work, weights: Mapping[tuple[str, str], Weighed], doubtful: Iterable[str]
) -> None:
    """Lead equal sums to as many orders that all of them fit alike, in the order of time.

    Whichever is whose, all of them are paid.
    """
    claims_of: dict[str, set[str]] = {}
    for claim, order in weights:
        claims_of.setdefault(order, set()).add(claim)
    alike: dict[tuple[tuple[str, Weighed], ...], list[Open]] = {}
    for claim in doubtful:
        fitting_best = _best_of(claim, weights)
        alike.setdefault(fitting_best, []).append(work.place.claims[claim])
    for row, there in alike.items():
        keys = {each.claim.key for each in there}
        are_as_many = len(keys) == len(row) and len({each.amount for each in there}) == 1
        if not are_as_many or any(claims_of[order] != keys for order, _ in row):
            continue
        if all(is_whole(weighed) and is_enough(weighed) for _, weighed in row):
            for found, (order, weighed) in zip(sorted(there, key=in_time), row, strict=True):
                work.give(found, order, found.amount, weighed)
                work.doubts.pop(found.claim.key, None)


def _best_of(
    claim: str, weights: Mapping[tuple[str, str], Weighed]
) -> tuple[tuple[str, Weighed], ...]:
    """Give the orders that fit a claim about as well as the best of them."""
    mine = {order: weighed for (key, order), weighed in weights.items() if key == claim}
    best = max(weighed.points for weighed in mine.values())
    near = {order for order, weighed in mine.items() if best - weighed.points < 2 * MARGIN}
    return tuple((order, mine[order]) for order in sorted(near))


def _is_too_much(weighed: Weighed) -> bool:
    """Tell whether an order is too small for the money, and is not named either."""
    return Ground.AMOUNT_MORE in weighed.grounds and BY_NUMBER.isdisjoint(weighed.grounds)


def _sums(work: Work) -> None:
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


def _share_out(work: Work, found: Open, orders: Iterable[str]) -> None:
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


def _alike_orders(work: Work, found: Open) -> list[str]:
    edges = work.place.edges[found.claim.key]
    return sorted(
        order
        for order, weighed in edges.items()
        if weighed.is_alike and Ground.PAID_AGAIN not in weighed.grounds
    )


def _splits(work: Work) -> None:
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


def _payers(work: Work) -> dict[str, list[Open]]:
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


def _paid_again(work: Work) -> None:
    """Lead what is left to orders of the payer that had just this amount already."""
    for found in work.waiting():
        if found.beside:
            continue
        ranked = sorted(
            (-weighed.points, order, weighed)
            for order, weighed in _again(work, found)
            if work.place.is_last or not _AT_ONCE.isdisjoint(weighed.grounds)
        )
        if not ranked or -ranked[0][0] < max(LEAST_AGAIN, _of_tie(work, found)):
            continue
        if len(ranked) > 1 and ranked[1][0] - ranked[0][0] < MARGIN:
            work.doubts.setdefault(found.claim.key, tuple(order for _, order, _ in ranked))
            continue
        _, order, weighed = ranked[0]
        grounds = (*(each for each in weighed.grounds if each != Ground.PAID_AGAIN),)
        work.give(
            found, order, found.amount, Weighed(weighed.points, (*grounds, Ground.PAID_AGAIN))
        )


def _of_tie(work: Work, found: Open) -> int:
    """Give the points of the orders that want just this sum and between which it is a tie."""
    edges = work.place.edges[found.claim.key]
    tied = (edges[order] for order in work.doubts.get(found.claim.key, ()) if order in edges)
    return max((weighed.points for weighed in tied if is_whole(weighed)), default=0)


def _as_named(work: Work) -> None:
    """Believe the number where nothing else is known."""
    for found in work.waiting():
        named = found.fallback
        if named is None or found.claim.key in work.doubts:
            continue
        wants = work.left.get((named.order, sign(found.amount)), 0) > 0
        if wants or found.amount <= 0 or _is_still_believed(work, found, named):
            work.give(found, named.order, found.amount, named.weighed)


def _is_still_believed(work: Work, found: Open, named: Share) -> bool:
    """Tell whether a number may be believed though its order wants no more money."""
    weighed, says = named.weighed, found.claim.says
    if found.claim.kind is not LinkKind.ORDER_BANK:
        return len(_ODD.intersection(weighed.grounds)) <= 1
    if says & PART_OR_REST and not says & REST and not weighed.is_alike:
        return False
    if not weighed.is_against:
        return len(_ODD.intersection(weighed.grounds)) <= 1
    if says & REST:
        return not {Ground.AMOUNT_PART, Ground.DAY_NAMED}.isdisjoint(weighed.grounds)
    standing = work.place.orders.get(named.order)
    paid = sum(size for _, size in standing.came if size > 0) if standing is not None else 0
    if _SMALL_PART * found.size <= paid:
        return True
    return Ground.DAY_NAMED in weighed.grounds and Ground.METHOD_OTHER not in weighed.grounds


def _again(work: Work, found: Open) -> Iterator[tuple[str, Weighed]]:
    for order, weighed in work.place.edges[found.claim.key].items():
        again = Ground.PAID_AGAIN in weighed.grounds
        equal = Ground.AMOUNT in weighed.grounds and _is_sure_of(weighed)
        if not weighed.is_alike:
            equal = equal and _NOT_AGAIN.isdisjoint(weighed.grounds)
        if again or (equal and _took_equal(work, found, order, is_alike=weighed.is_alike)):
            yield order, weighed


def _took_equal(work: Work, found: Open, order: str, *, is_alike: bool) -> bool:
    """Tell whether an order got just this amount meanwhile; by the same way, if nobody is named.

    Nobody pays twice at a till unnamed: rather it is another's.
    """
    rail = found.claim.rail
    rails = {
        work.place.claims[key].claim.rail
        for key, shares in work.shares.items()
        for share in shares
        if share.order == order and abs(share.amount - found.amount) <= work.tolerance(found)
    }
    return bool(rails) and (is_alike or (rail in rails and rail != "cash"))


def _verdicts(work: Work) -> Iterator[tuple[str, Verdict]]:
    for key, found in work.place.claims.items():
        shares = work.shares.get(key)
        if shares:
            yield key, Verdict(tuple(shares))
        elif key in work.doubts or found.doubts:
            yield key, Verdict(doubts=work.doubts.get(key) or found.doubts)
