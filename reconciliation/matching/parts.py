"""Leads claims to the orders of which they pay a part, or more than is wanted."""

from collections.abc import Iterator, Mapping

from reconciliation.links import Ground, LinkKind
from reconciliation.matching.scoring import POINTS, Weighed, paid_before, weigh
from reconciliation.matching.standing import Open, is_first
from reconciliation.matching.turn import (
    BY_EXACT_NUMBER,
    BY_NUMBER,
    LEAST,
    MARGIN,
    Turn,
    best_again,
    is_meant,
    is_rather_again,
    is_since,
    sign,
)
from reconciliation.words import REST

LEAST_PART = 60
_SMALL_PART = 20
_WELL_KNOWN = frozenset(
    {Ground.NAME, Ground.NAME_TOLD, Ground.TAX_ID, Ground.PHONE, Ground.PAYER_LEARNED}
)
_ODD_PART = frozenset({Ground.AMOUNT_LESS, Ground.METHOD_OTHER, Ground.DAY_AFTER})
_SLIP_IN_TIME = frozenset({Ground.NUMBER_NEAR, Ground.TIME_CLOSE, Ground.METHOD})
_SAID = BY_NUMBER | {Ground.DAY_NAMED, Ground.NAME_TOLD}
_OVER = frozenset({Ground.AMOUNT_NEARLY, Ground.AMOUNT_OVER, Ground.AMOUNT_MORE})
_BEYOND = frozenset({Ground.AMOUNT_EXTRA, Ground.PAID_SINCE})
_RATHER_THAN_NAMED = frozenset(
    {Ground.AMOUNT, Ground.AMOUNT_WHOLE, Ground.AMOUNT_REST, Ground.AMOUNT_NEARLY}
)
_BEGUN = frozenset({Ground.AMOUNT_WHOLE, Ground.AMOUNT_EQUAL})
_ANY_PART = frozenset({Ground.AMOUNT_PART, Ground.AMOUNT_LESS, Ground.AMOUNT_LITTLE})
_NOT_OF_EXTRA = _ANY_PART | {Ground.METHOD_OTHER}


def give_part(turn: Turn, found: Open) -> None:
    """Give a claim to the order of which it pays a part."""
    ranked = sorted(
        ((weighed, order) for order, weighed in fitting(turn, found)),
        key=lambda each: (-each[0].points, each[1]),
    )
    if not ranked:
        return
    others = _others_of_payer(turn, found, *ranked[0])
    if others:
        turn.doubt((ranked[0][1], *others))
    elif len(ranked) > 1 and ranked[0][0].points - ranked[1][0].points < MARGIN:
        turn.doubt(order for _, order in ranked)
    elif _is_clear_part(turn, found, ranked[0][0]) and not turn.doubts(found):
        weighed, order = ranked[0]
        turn.give(found, order, found.amount, weighed)


def _others_of_payer(turn: Turn, found: Open, weighed: Weighed, order: str) -> list[str]:
    """Give the payer's other orders, where more than was wanted may be for any of them.

    Those are among them between which an earlier step did not decide, though they want no more.
    """
    if Ground.AMOUNT_EXTRA not in weighed.grounds or not _SAID.isdisjoint(weighed.grounds):
        return []
    alike = [other for other, each in turn.edges(found).items() if each.is_alike]
    return sorted({*alike, *found.doubts} - {order})


def _is_clear_part(turn: Turn, found: Open, weighed: Weighed) -> bool:
    grounds = weighed.grounds
    named = not BY_NUMBER.isdisjoint(grounds)
    if named and not (weighed.is_alike or turn.is_last) and _may_be_rest(found, weighed):
        return False
    is_odd = _ODD_PART.issubset(grounds) and BY_EXACT_NUMBER.isdisjoint(grounds)
    is_of_another = is_odd or _is_of_unknown(weighed)
    if is_of_another or is_rather_again(best_again(turn, found), weighed):
        return False
    if Ground.NAME_ALONE in grounds and weighed.is_alike:
        return weighed.points >= LEAST_PART
    if Ground.AMOUNT_MORE in grounds:
        is_slip = Ground.NUMBER_NEAR in grounds and found.claim.kind is LinkKind.ORDER_BANK
        is_his = weighed.is_alike and is_meant(weighed) and not is_slip
        is_his = is_his or _is_charge_of_its_hours(found, weighed)
        return is_his and weighed.points >= LEAST
    if not _WELL_KNOWN.isdisjoint(grounds):
        by_name = Ground.AMOUNT_EXTRA in grounds and Ground.NAME in grounds
        return weighed.points >= (LEAST if by_name else LEAST_PART)
    is_begun = not _BEGUN.isdisjoint(grounds)
    return weighed.points >= LEAST and (weighed.is_alike or named or is_begun)


def _is_charge_of_its_hours(found: Open, weighed: Weighed) -> bool:
    """Tell whether a card was charged in an order's very hours by a slip of its number.

    It was charged too much: no other order has that number.
    """
    if found.claim.kind is not LinkKind.ORDER_PAYMENT or found.fallback is not None:
        return False
    return _SLIP_IN_TIME.issubset(weighed.grounds) and not weighed.is_against


def _may_be_rest(found: Open, weighed: Weighed) -> bool:
    """Tell whether a part that only a number leads to its order may yet be another one's rest.

    Orders a slip away that want more are looked at in the last step.
    """
    if BY_EXACT_NUMBER.isdisjoint(weighed.grounds):
        return True
    is_odd = found.claim.kind is LinkKind.ORDER_BANK or Ground.METHOD_OTHER in weighed.grounds
    return is_odd and not is_first(found)


def _is_of_unknown(weighed: Weighed) -> bool:
    """Tell whether money is rather a part of the order that it names and that nobody knows."""
    grounds = weighed.grounds
    return Ground.NUMBER_OTHER in grounds and Ground.AMOUNT_REST not in grounds


def _is_of_named(found: Open, weighed: Weighed) -> bool:
    """Tell whether money is rather of the order that it names than of one a slip away."""
    named = found.fallback
    if named is None or named.weighed.is_against or weighed.is_alike:
        return False
    if Ground.NUMBER_NEAR not in weighed.grounds:
        return False
    return _RATHER_THAN_NAMED.isdisjoint(weighed.grounds)


def fitting(turn: Turn, found: Open) -> list[tuple[str, Weighed]]:
    """Give the orders that still want as much, and how well they fit now.

    Where an order is named that still wants some, none that was paid by other money since does,
    and none a slip away if more is said to follow.
    """
    fit = list(_fitting(turn, found, turn.edges(found)))
    named = [each for _, each in fit if not BY_EXACT_NUMBER.isdisjoint(each.grounds)]
    if not named:
        return fit
    wants = any(Ground.PAID_SINCE not in each.grounds for each in named)
    return [(key, each) for key, each in fit if not _gives_way(found, each, named_wants=wants)]


def _gives_way(found: Open, weighed: Weighed, *, named_wants: bool) -> bool:
    is_near = Ground.NUMBER_NEAR in weighed.grounds and not weighed.is_alike
    is_whole = Ground.AMOUNT in weighed.grounds and not named_wants
    return is_since(weighed) or (is_near and is_first(found) and not is_whole)


def fitting_of(turn: Turn, found: Open, order: str) -> dict[str, Weighed]:
    """Give how well one of the fitting orders fits, and all others if any is named."""
    edges = turn.edges(found)
    if any(not BY_NUMBER.isdisjoint(each.grounds) for each in edges.values()):
        return dict(fitting(turn, found))
    return dict(_fitting(turn, found, {order: edges[order]}))


def _fitting(
    turn: Turn, found: Open, edges: Mapping[str, Weighed]
) -> Iterator[tuple[str, Weighed]]:
    tolerance, size, way = turn.tolerance(found), found.size, sign(found.amount)
    for order, weighed in edges.items():
        if Ground.PAID_AGAIN in weighed.grounds:
            continue
        left = turn.left(order, way)
        over = not _OVER.isdisjoint(weighed.grounds) and left > 0
        over = over or not _BEYOND.isdisjoint(weighed.grounds)
        if left + tolerance < size and not over:
            may_add = turn.is_last and left <= tolerance and found.beside is None
            extra = _as_extra(turn, found, order) if may_add else None
            if extra is not None:
                yield order, extra
            continue
        is_rest = abs(left - size) <= tolerance
        if found.beside and not is_rest:
            continue
        now = _as_of_now(weighed) if is_rest else weighed
        if not _is_of_named(found, now):
            yield order, now


def _may_add(turn: Turn, found: Open, order: str) -> bool:
    """Tell whether money may be more for an order that is paid meanwhile, by its payer."""
    paid = [paid_before(found.claim, claim) for claim, _ in turn.gave(order)]
    return not is_first(found) and (False not in paid or True in paid)


def _as_extra(turn: Turn, found: Open, order: str) -> Weighed | None:
    """Weigh a customer's part anew for his order that is paid meanwhile; nothing if it is none."""
    weighed = turn.edges(found)[order]
    grounds = weighed.grounds
    if not weighed.is_alike or _ANY_PART.isdisjoint(grounds) or not _may_add(turn, found, order):
        return None
    is_small = _SMALL_PART * found.size <= turn.wanted(order)
    if not (is_small or found.claim.says & REST or Ground.AMOUNT_PART in grounds):
        return None
    kept = [each for each in grounds if each not in _NOT_OF_EXTRA]
    return weigh((*kept, Ground.AMOUNT_EXTRA, Ground.AMOUNT_PART))


def _as_of_now(weighed: Weighed) -> Weighed:
    """Weigh what is just the rest now as such."""
    for ground in (Ground.AMOUNT_PART, Ground.AMOUNT_LESS):
        if ground in weighed.grounds:
            grounds = tuple(Ground.AMOUNT_REST if g is ground else g for g in weighed.grounds)
            more = POINTS[Ground.AMOUNT_REST] - POINTS[ground]
            return Weighed(weighed.points + more, grounds)
    return weighed
