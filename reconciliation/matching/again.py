"""Weighs money for an order that had just this amount already: it was paid once more."""

import datetime as dt

from reconciliation.links import Ground
from reconciliation.matching.scoring import Weighed, weigh
from reconciliation.matching.standing import Open, Standing

_SOON = dt.timedelta(days=7)
_NAMING = frozenset({Ground.NUMBER, Ground.NUMBER_BARE})
_IN_TIME = frozenset({Ground.DAY, Ground.TIME_CLOSE})
_TELLING = frozenset({Ground.DAY_NAMED, Ground.NAME_RELATIVE, Ground.GAVE_BACK})
_HIMSELF = frozenset({Ground.TAX_ID, Ground.PHONE, Ground.PAYER_LEARNED, Ground.NAME})
_METHODS = frozenset({Ground.METHOD, Ground.METHOD_OTHER})


def once_more(
    found: Open, weighed: Weighed, standing: Standing, *, is_last: bool
) -> Weighed | None:
    """Weigh the same sum for an order again; nothing if too little says that it is for it.

    Money comes again soon, and often by another way, because the first seemed to have failed.
    Only in the last step, when no order may want it, the sum says more.
    """
    grounds = weighed.grounds
    if Ground.AMOUNT not in grounds:
        return None
    if Ground.NUMBER_OTHER in grounds and not _may_be_misnumbered(found, weighed):
        return None
    if found.amount > 0 and _NAMING.isdisjoint(grounds):
        same = [on for on, size in standing.came if size == found.amount]
        is_soon = any(abs(on - found.claim.day) <= _SOON for on in same)
        if _IN_TIME.isdisjoint(grounds) and not is_soon:
            return None
        if not same and Ground.NUMBER_NEAR not in grounds:
            return None
    if not _is_known(found, weighed, standing) and not (is_last and _is_told(found, weighed)):
        return None
    kept = grounds if found.amount < 0 else [each for each in grounds if each not in _METHODS]
    return weigh((*kept, Ground.PAID_AGAIN))


def _may_be_misnumbered(found: Open, weighed: Weighed) -> bool:
    """Tell whether a number is another's by mistake: the sum, the day or the payer is the order's.

    The payer is not enough where nobody knows the number: customers pay for old orders too.
    """
    grounds = weighed.grounds
    if Ground.AMOUNT_ODD in grounds:
        return True
    if not weighed.is_alike or found.amount < 0:
        return False
    is_he = not _HIMSELF.isdisjoint(grounds)
    return is_he and (Ground.DAY_NAMED in grounds or not found.strange)


def _is_told(found: Open, weighed: Weighed) -> bool:
    """Tell whether the sum itself says which order is meant, or a little more beside it.

    At the till it never does: sales of a round price are made there every day.
    """
    grounds = weighed.grounds
    if not _TELLING.isdisjoint(grounds):
        return True
    if found.claim.rail == "cash":
        return False
    is_odd = Ground.AMOUNT_ODD in grounds and not _IN_TIME.isdisjoint(grounds)
    return is_odd or (Ground.AMOUNT_ALONE in grounds and not weighed.is_against)


def _is_known(found: Open, weighed: Weighed, standing: Standing) -> bool:
    """Tell whether more than the sum and the way says which order is meant."""
    grounds = weighed.grounds
    is_slip = Ground.NUMBER_NEAR in grounds and found.fallback is None
    if weighed.is_alike or is_slip or Ground.TAKEN in grounds or not _NAMING.isdisjoint(grounds):
        return True
    is_same_way = found.claim.rail in standing.rails and found.claim.rail != "cash"
    return is_same_way and found.claim.moment is not None and Ground.TIME_CLOSE in grounds
