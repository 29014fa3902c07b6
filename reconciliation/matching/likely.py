"""Leaves out the orders that cannot matter for a claim beside the others that it may be for."""

from collections.abc import Mapping

from reconciliation.links import Ground
from reconciliation.matching.scoring import Weighed

EDGE = 40
EDGE_LAST = 20
FEW = 3
_FAR = 45
_FAR_BEYOND = 80
"""More than was wanted may be for any of a payer's orders, whichever he paid himself."""
_CLEAR = 70
NAMING = frozenset({Ground.NUMBER, Ground.NUMBER_BARE})
_TELLING = NAMING | {
    Ground.AMOUNT,
    Ground.AMOUNT_WHOLE,
    Ground.AMOUNT_EQUAL,
    Ground.NUMBER_NEAR,
    Ground.TIME_CLOSE,
    Ground.DAY_NAMED,
}
_IN_TEXT = frozenset({Ground.NAME_TOLD, Ground.NAME_IN_TEXT})
_SAID = NAMING | {Ground.NUMBER_NEAR, Ground.DAY_NAMED, Ground.NAME_RELATIVE}
HIMSELF = frozenset(
    {
        Ground.NAME,
        Ground.NAME_INITIAL,
        Ground.NAME_TOLD,
        Ground.TAX_ID,
        Ground.PHONE,
        Ground.PAYER_LEARNED,
    }
)


def likely(edges: Mapping[str, Weighed]) -> dict[str, Weighed]:
    """Leave out what cannot matter beside what else speaks for a claim.

    So few turns touch each other: a surname and a part of a sum are shared by many.
    """
    best = max((weighed.points for weighed in edges.values()), default=0)
    far = _FAR if all(map(_is_asked, edges.values())) else _FAR_BEYOND
    is_slip = any(map(_is_slip_of_payer, edges.values()))
    near = {
        order: weighed
        for order, weighed in edges.items()
        if weighed.points >= max(_least_of(weighed), best - far)
        or (is_slip and _is_named_his(weighed))
    }
    if any(_is_slip_of_payer(weighed) for weighed in near.values()):
        near = {order: weighed for order, weighed in near.items() if not _is_anothers(weighed)}
    if any(map(_is_told, near.values())):
        near = {order: weighed for order, weighed in near.items() if _is_told_or_his(weighed)}
    vague = [order for order, weighed in near.items() if _is_vague(weighed)]
    if vague and (len(vague) > FEW or best >= _CLEAR):
        near = {order: weighed for order, weighed in near.items() if not _is_vague(weighed)}
    return near


def _is_asked(weighed: Weighed) -> bool:
    return Ground.AMOUNT_EXTRA not in weighed.grounds


def _least_of(weighed: Weighed) -> int:
    return EDGE_LAST if Ground.NUMBER_NEAR in weighed.grounds else EDGE


def _is_slip_of_payer(weighed: Weighed) -> bool:
    """Tell whether the number is a slip away from an order of the payer himself."""
    return Ground.NUMBER_NEAR in weighed.grounds and not HIMSELF.isdisjoint(weighed.grounds)


def _is_named_his(weighed: Weighed) -> bool:
    """Tell whether the very number is that of an order of the payer himself."""
    return not NAMING.isdisjoint(weighed.grounds) and weighed.is_alike


def _is_anothers(weighed: Weighed) -> bool:
    """Tell whether only the number speaks for an order, and it is somebody else's."""
    named = not NAMING.isdisjoint(weighed.grounds)
    return named and weighed.is_against and Ground.AMOUNT not in weighed.grounds


def _is_told(weighed: Weighed) -> bool:
    """Tell whether a text tells the customer of an order that the sum fits for the first time."""
    grounds = weighed.grounds
    is_whole = Ground.AMOUNT in grounds and Ground.PAID_AGAIN not in grounds
    return is_whole and not _IN_TEXT.isdisjoint(grounds)


def _is_told_or_his(weighed: Weighed) -> bool:
    return weighed.is_alike or not _SAID.isdisjoint(weighed.grounds)


def _is_vague(weighed: Weighed) -> bool:
    return _TELLING.isdisjoint(weighed.grounds) and not weighed.is_alike
