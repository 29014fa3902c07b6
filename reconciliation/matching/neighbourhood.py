"""What is decided of open claims and the orders that they may be for, one decision a turn."""

from collections.abc import Iterable, Iterator, Mapping

from reconciliation.links import Ground, LinkKind
from reconciliation.matching.assignment import Assigned
from reconciliation.matching.parts import fitting, fitting_of
from reconciliation.matching.scoring import Weighed
from reconciliation.matching.standing import Open, is_first
from reconciliation.matching.sums import making_up
from reconciliation.matching.turn import (
    BY_EXACT_NUMBER,
    BY_NUMBER,
    MARGIN,
    Turn,
    TurnOfAlike,
    best_again,
    is_enough,
    is_meant,
    is_rather_again,
    is_since,
    is_whole,
    sign,
)
from reconciliation.matching.verdicts import Share
from reconciliation.words import REST

LEAST_AGAIN = 55
_SMALL_PART = 8
_MOST_IN_SUM = 3
_MOST_AT_ONCE = 12
"""So many orders of the payer are paid at once if it is all that he owes."""
_FOR_A_SPLIT = BY_NUMBER | {Ground.NAME_RELATIVE}
_ODD = frozenset(
    {
        Ground.AMOUNT_MORE,
        Ground.METHOD_OTHER,
        Ground.CARD_OTHER,
        Ground.NAME_OTHER,
        Ground.DAY_NAMED_OTHER,
    }
)
_AT_ONCE = BY_NUMBER | {Ground.TIME_CLOSE}
"""One of these, else money may yet be another order's rest, and is paid again only at last."""

_OF_ONE_ORDER = frozenset({Ground.TIME_CLOSE, Ground.AMOUNT_ALONE})
_NOT_ONES = frozenset({Ground.AMOUNT_MORE, Ground.DAY_NAMED_OTHER})
"""With one of these a number is not believed of an order that is paid and not the payer's."""
_MORE = frozenset({Ground.AMOUNT_NEARLY, Ground.AMOUNT_OVER, Ground.AMOUNT_MORE})
_NOT_AGAIN = frozenset({Ground.NUMBER_OTHER, Ground.METHOD_OTHER})


def queue(turn: Turn, order: str) -> None:
    """Let the first of several equal claims go to the only order that all of them fit."""
    waiting = turn.waiting_at(order)
    if any(not _is_only(turn, found, order) for found in waiting):
        return
    weighed = [(found, turn.edges(found)[order]) for found in waiting]
    fitting = [(found, each) for found, each in weighed if is_whole(each)]
    if len(fitting) > 1 and all(_is_sure_of(each) for _, each in fitting):
        found, each = fitting[0]
        turn.give(found, order, found.amount, each)


def _is_only(turn: Turn, found: Open, order: str) -> bool:
    if found.fallback is not None and found.fallback.order != order:
        return False
    edges = turn.edges(found)
    least = edges[order].points - 2 * MARGIN
    return all(weighed.points <= least for each, weighed in edges.items() if each != order)


def _is_sure_of(weighed: Weighed) -> bool:
    return weighed.is_alike or not _OF_ONE_ORDER.isdisjoint(weighed.grounds)


def weights(turn: Turn, found: Open) -> dict[str, Weighed]:
    """Give the orders that a claim may be assigned to, whole or in part.

    One that was paid since is none where another that wants just the sum fits clearly better.
    """
    again = best_again(turn, found)
    fit = {
        order: weighed
        for order, weighed in fitting(turn, found)
        if not _is_too_much(weighed) and not is_rather_again(again, weighed)
    }
    least = max((each.points for each in fit.values() if _wants_now(each)), default=0) - MARGIN
    return {
        order: weighed
        for order, weighed in fit.items()
        if weighed.points > least or Ground.PAID_SINCE not in weighed.grounds
    }


def one_to_one(turn: Turn, found: Open, assigned: Assigned) -> None:
    """Give a claim to the order that it is assigned to, if that wants just as much."""
    order = assigned.orders[0]
    weighed = (fit := fitting_of(turn, found, order))[order]
    if not is_whole(weighed) or _is_rather_named(fit.values(), weighed):
        return
    rivals = [] if is_meant(weighed) else _just_paid(turn, found, weighed)
    rivals += _named_beside(turn, found, weighed)
    if not assigned.is_clear:
        turn.doubt(assigned.orders)
    elif rivals:
        turn.doubt((order, *rivals))
    elif is_enough(weighed):
        turn.give(found, order, found.amount, weighed)


def _is_rather_named(fit: Iterable[Weighed], weighed: Weighed) -> bool:
    """Tell whether a claim is rather a part of another order, whose very number it names.

    Where this order was paid by other money since, one a slip away that fits better is enough.
    """
    enough = BY_NUMBER if is_since(weighed) else BY_EXACT_NUMBER
    return any(
        each.points > weighed.points and not enough.isdisjoint(each.grounds) for each in fit
    )


def _named_beside(turn: Turn, found: Open, weighed: Weighed) -> list[str]:
    """Give the payer's own order that a provider names, where one a slip away wants the sum.

    It takes just what it is told to: either the number or the sum is wrong.
    """
    named = found.fallback
    is_slip = Ground.NUMBER_NEAR in weighed.grounds and weighed.is_alike
    if found.claim.kind is not LinkKind.ORDER_PAYMENT or not is_slip or named is None:
        return []
    is_his = named.order in turn.edges(found) and _is_for_his_named(turn, found)
    return [named.order] if is_his else []


def _just_paid(turn: Turn, found: Open, weighed: Weighed) -> list[str]:
    """Give the orders that had just this sum, and for which it came once more as likely.

    It did in an order's very hours, where nobody is named; and for any of the payer's, where the
    one that wants the sum is to be paid another way.
    """
    again = {
        order: each
        for order, each in turn.edges(found).items()
        if Ground.PAID_AGAIN in each.grounds
    }
    if weighed.is_alike:
        is_odd = Ground.METHOD_OTHER in weighed.grounds
        return [order for order, each in again.items() if is_odd and each.is_alike]
    return [
        order
        for order, each in again.items()
        if Ground.TIME_CLOSE in each.grounds and each.points >= weighed.points
    ]


def in_turn(turn: TurnOfAlike, order: str) -> None:
    """Lead equal sums to as many orders that all of them fit alike, in the order of time.

    Whichever is whose, all of them are paid. It is decided for the first of these orders.
    """
    there = turn.assignable(order)
    if not all(map(turn.is_tied, there)) or len({found.amount for found in there}) != 1:
        return
    row = _best_of(weights(turn, there[0]))
    if row[0][0] != order or len(row) != len(there):
        return
    if any(turn.assignable(other) != there for other, _ in row[1:]):
        return
    if any(_best_of(weights(turn, found)) != row for found in there[1:]):
        return
    if all(map(_wants_now, (weighed for _, weighed in row))):
        for found, (each, weighed) in zip(there, row, strict=True):
            turn.give(found, each, found.amount, weighed)


def _wants_now(weighed: Weighed) -> bool:
    """Tell whether an order wants just the amount still, and enough speaks for it."""
    return is_whole(weighed) and is_enough(weighed) and Ground.PAID_SINCE not in weighed.grounds


def about_best(points: Mapping[str, int]) -> list[str]:
    """Give the orders that fit a claim about as well as the best of them."""
    best = max(points.values())
    return sorted(order for order, each in points.items() if best - each < 2 * MARGIN)


def _best_of(weights: Mapping[str, Weighed]) -> list[tuple[str, Weighed]]:
    near = about_best({order: weighed.points for order, weighed in weights.items()})
    return [(order, weights[order]) for order in near]


def _is_too_much(weighed: Weighed) -> bool:
    """Tell whether an order is too small for the money, and nothing says that it is meant."""
    return Ground.AMOUNT_MORE in weighed.grounds and not is_meant(weighed)


def sums(turn: Turn, found: Open) -> None:
    """See whether a claim pays for several orders of the payer at once."""
    if found.amount <= 0 or is_first(found):
        return
    tolerance = turn.tolerance(found)
    wanted = [
        (order, left)
        for order in _alike_orders(turn, found)
        if 0 < (left := turn.left(order, 1)) <= found.size + tolerance
    ]
    groups = list(making_up(wanted, found.size, tolerance, _MOST_IN_SUM))
    if not groups and _MOST_IN_SUM < len(wanted) <= _MOST_AT_ONCE:
        is_all = abs(sum(left for _, left in wanted) - found.size) <= tolerance
        groups = [tuple(order for order, _ in wanted)] if is_all else []
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
    if len(groups) != 1:
        return
    is_whole_sum = len(groups[0]) == 1
    if not is_whole_sum or Ground.METHOD in turn.edges(groups[0][0])[order].grounds:
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
    if not ranked or -ranked[0][0] < LEAST_AGAIN or -ranked[0][0] <= _of_tie(turn, found):
        return
    if not turn.is_last and _AT_ONCE.isdisjoint(ranked[0][2].grounds):
        return
    if len(ranked) > 1 and ranked[1][0] - ranked[0][0] < MARGIN:
        turn.doubt(order for _, order, _ in ranked)
        return
    _, order, weighed = ranked[0]
    since = _paid_since(turn, found, weighed)
    if since:
        turn.doubt((order, *since))
        return
    grounds = (*(each for each in weighed.grounds if each != Ground.PAID_AGAIN),)
    turn.give(found, order, found.amount, Weighed(weighed.points, (*grounds, Ground.PAID_AGAIN)))


def _paid_since(turn: Turn, found: Open, weighed: Weighed) -> list[str]:
    """Give the orders that were paid since, and that an equal sum may be for about as well."""
    if not BY_EXACT_NUMBER.isdisjoint(weighed.grounds):
        return []
    least = weighed.points - MARGIN
    return [
        order
        for order, each in turn.edges(found).items()
        if is_since(each) and each.points >= least and is_whole(each)
    ]


def _of_tie(turn: Turn, found: Open) -> int:
    """Give the points of the orders that want just this sum and between which it is a tie."""
    edges = turn.edges(found)
    tied = (edges[order] for order in turn.doubts(found) if order in edges)
    return max((weighed.points for weighed in tied if is_whole(weighed)), default=0)


def as_named(turn: Turn, found: Open) -> None:
    """Believe the number where nothing else is known."""
    named = found.fallback
    if named is None or turn.doubts(found):
        return
    wants = turn.left(named.order, sign(found.amount)) > 0
    if found.amount < 0 and not wants and _is_anothers_more(named.weighed):
        return
    if not wants and (others := _near_wanting(turn, found, named.weighed)):
        turn.doubt((named.order, *others))
        return
    is_wanted = wants and not _is_no_such_charge(found, named.weighed)
    if is_first(found) and _is_anothers_more(named.weighed):
        return  # of what is paid for a start more is to follow
    if is_wanted or found.amount <= 0 or _is_still_believed(turn, found, named):
        turn.give(found, named.order, found.amount, named.weighed)


def _near_wanting(turn: Turn, found: Open, named: Weighed) -> list[str]:
    """Give the orders a slip away that want what is more than the named one's whole total."""
    if found.claim.kind is not LinkKind.ORDER_BANK or named.is_alike:
        return []
    if found.amount < 0 or _MORE.isdisjoint(named.grounds) or Ground.DAY_NAMED in named.grounds:
        return []
    least = found.size - turn.tolerance(found)
    return [
        order
        for order, each in turn.edges(found).items()
        if Ground.NUMBER_NEAR in each.grounds
        and not each.is_against
        and turn.left(order, 1) >= least
    ]


def _is_no_such_charge(found: Open, weighed: Weighed) -> bool:
    """Tell whether more than one thing is odd about what a provider took by an order's number."""
    if found.claim.kind is not LinkKind.ORDER_PAYMENT or Ground.TIME_CLOSE in weighed.grounds:
        return False
    return len(_ODD.intersection(weighed.grounds)) > 1


def _is_anothers_more(weighed: Weighed) -> bool:
    """Tell whether somebody else's money is more than the order's: its number was given again."""
    return weighed.is_against and Ground.AMOUNT_MORE in weighed.grounds


def _is_still_believed(turn: Turn, found: Open, named: Share) -> bool:
    """Tell whether a number may be believed though its order wants no more money."""
    weighed, says = named.weighed, found.claim.says
    if found.claim.kind is not LinkKind.ORDER_BANK:
        return len(_ODD.intersection(weighed.grounds)) <= 1
    is_odd = is_first(found) or not _NOT_ONES.isdisjoint(weighed.grounds)
    if is_odd and not weighed.is_alike:
        return False
    if not weighed.is_against:
        return len(_ODD.intersection(weighed.grounds)) <= 1
    if says & REST:
        return not {Ground.AMOUNT_PART, Ground.DAY_NAMED}.isdisjoint(weighed.grounds)
    if _SMALL_PART * found.size <= turn.paid(named.order) and Ground.DAY in weighed.grounds:
        return True
    return Ground.DAY_NAMED in weighed.grounds and Ground.METHOD_OTHER not in weighed.grounds


def _again(turn: Turn, found: Open) -> Iterator[tuple[str, Weighed]]:
    is_for_named = _is_for_his_named(turn, found)
    for order, weighed in turn.edges(found).items():
        if is_for_named and Ground.NUMBER_NEAR in weighed.grounds:
            continue
        again = Ground.PAID_AGAIN in weighed.grounds
        equal = Ground.AMOUNT in weighed.grounds and _is_sure_of(weighed)
        if not weighed.is_alike:
            equal = equal and _NOT_AGAIN.isdisjoint(weighed.grounds)
        if again or (equal and _took_equal(turn, found, order, is_alike=weighed.is_alike)):
            yield order, weighed


def _is_for_his_named(turn: Turn, found: Open) -> bool:
    """Tell whether money names an order of the payer's own that wants some: no slip is needed."""
    named = found.fallback
    return named is not None and named.weighed.is_alike and turn.left(named.order, 1) > 0


def _took_equal(turn: Turn, found: Open, order: str, *, is_alike: bool) -> bool:
    """Tell whether an order got just this amount meanwhile; by the same way, if nobody is named.

    Nobody pays twice at a till unnamed: rather it is another's.
    """
    rail, tolerance = found.claim.rail, turn.tolerance(found)
    rails = {
        claim.rail for claim, amount in turn.gave(order) if abs(amount - found.amount) <= tolerance
    }
    return bool(rails) and (is_alike or (rail in rails and rail != "cash"))
