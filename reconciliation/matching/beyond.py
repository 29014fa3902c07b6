"""Weighs a customer's money for an order of his that has all that it wants: it is too much."""

import datetime as dt
from collections.abc import Callable, Iterable

from reconciliation.evidence.phones import phones_in
from reconciliation.links import Ground, LinkKind
from reconciliation.matching.by_number import ByNumber
from reconciliation.matching.claims import Claim
from reconciliation.matching.scoring import (
    Weighed,
    is_round_share,
    names_all_of,
    paid_before,
    weigh,
)
from reconciliation.matching.standing import Open, is_first
from reconciliation.records import Order
from reconciliation.terms import Terms
from reconciliation.words import REFUND, REST

_LATEST_DAYS = 30
_SOON_DAYS = 14
_DAY = dt.timedelta(days=1)
_LATEST = dt.timedelta(days=_LATEST_DAYS)
_LEAST = 40
_SMALL_PART = 20
_SLIP_PART = 8
_MORE = frozenset(
    {
        Ground.TAX_ID,
        Ground.PHONE,
        Ground.PAYER_LEARNED,
        Ground.PAYER_BEFORE,
        Ground.AMOUNT_PART,
        Ground.DAY_NAMED,
        Ground.NUMBER_NEAR,
    }
)
"""One of these must speak for more money than an order wants; many have one name."""

_OTHERS = frozenset({Ground.NUMBER_OTHER, Ground.DAY_NAMED_OTHER})
"""Another order is told, and nobody knows it: customers pay for what they ordered long ago too."""


class Beyond:
    """Leads what nothing wants to the order that it was meant for; `paid_by` tells what came."""

    def __init__(
        self, terms: Terms, numbers: ByNumber, paid_by: Callable[[str], Iterable[Claim]]
    ) -> None:
        self._terms = terms
        self._numbers = numbers
        self._paid_by = paid_by

    def edge(self, found: Open, order: Order) -> Weighed | None:
        """Weigh money for an order that wants or owes none; nothing if it is hardly for that."""
        return self._back(found, order) if found.amount < 0 else self._more(found, order)

    def _back(self, found: Open, order: Order) -> Weighed | None:
        """Weigh what went back to a customer though his order is said to owe nothing."""
        claim, paid = found.claim, list(self._paid_by(order.key))
        came = [each for each in paid if each.day <= claim.day <= each.day + _LATEST]
        tolerance = self._terms.tolerates(order.currency)
        is_said = claim.says & REFUND and not claim.is_others
        if not (came and is_said) or found.size > sum(each.amount for each in paid) + tolerance:
            return None
        told = [paid_before(claim, each) for each in paid]
        number = self._numbers.number_ground(claim, order)
        weighed = self._numbers.weigh(claim, order, number, (found.size, 0))
        if not weighed.is_alike or not _OTHERS.isdisjoint(weighed.grounds):
            return None
        if False in told and True not in told:
            return None
        more = ((Ground.PAYER_BEFORE, True in told), (Ground.RAIL, claim.rail in _rails(paid)))
        known = tuple(ground for ground, holds in more if holds)
        is_whole = names_all_of(claim.payer) and names_all_of(order.customer)
        is_he = is_whole and Ground.NAME in weighed.grounds
        return weigh((*_as_extra(weighed), *known)) if known or is_he else None

    def _more(self, found: Open, order: Order) -> Weighed | None:
        """Weigh money for an order that has all that it wants."""
        claim = found.claim
        days = (claim.day - order.created_at.date()).days
        is_less = 0 < found.amount < order.total
        if not is_less or is_first(found) or order.is_cancelled:
            return None
        tells_another = claim.days and order.created_at.date() not in claim.days
        if claim.is_others or tells_another or not 0 <= days <= _LATEST_DAYS:
            return None
        told = self._is_payer(claim, order)
        if told is False and claim.tax_id != order.tax_id:
            return None
        is_rest = self._is_rest(found, order)
        if not told and (_is_unasked(claim) or not (is_rest or _may_say_more(claim, order))):
            return None
        number = self._numbers.number_ground(claim, order)
        weighed = self._numbers.weigh(claim, order, number, (found.size, 0))
        is_small = _SLIP_PART * found.size <= order.total and Ground.DAY in weighed.grounds
        is_slip = (told or is_small) and Ground.NUMBER_NEAR in weighed.grounds
        is_known = is_slip or Ground.DAY_NAMED in weighed.grounds or is_rest
        if not ((weighed.is_alike or told) and is_known) or not _OTHERS.isdisjoint(
            weighed.grounds
        ):
            return None
        extra = weigh(
            (
                *_as_extra(weighed),
                *((Ground.PAYER_BEFORE,) if told else ()),
                *((Ground.AMOUNT_PART,) if is_rest else ()),
            )
        )
        return extra if extra.points >= _LEAST and not _MORE.isdisjoint(extra.grounds) else None

    def _is_rest(self, found: Open, order: Order) -> bool:
        """Tell whether a sum is such as people add: called so, or before all is done a little.

        So it is, too, if the order is said to have given just this back, and a usual share by the
        way by which the order was paid.
        """
        day, tolerance = found.claim.day, self._terms.tolerates(order.currency)
        if found.claim.says & REST and 2 * found.size <= order.total:
            return True
        if abs(order.refunded - found.size) <= tolerance:
            return True
        is_over = order.closed_at is not None and order.closed_at.date() + _DAY < day
        if is_over or (day - order.created_at.date()).days > _SOON_DAYS:
            return False
        if _SMALL_PART * found.size <= order.total:
            return True
        is_its_way = found.claim.rail in _rails(self._paid_by(order.key))
        return is_its_way and is_round_share(found.size, order.total, tolerance)

    def _is_payer(self, claim: Claim, order: Order) -> bool | None:
        """Tell whether the payer paid for the order before; nothing where nobody can tell."""
        if not claim.tax_id and not names_all_of(claim.payer):
            return None
        told = [paid_before(claim, before) for before in self._paid_by(order.key)]
        return True if True in told else False if False in told else None


def _rails(paid: Iterable[Claim]) -> set[str]:
    return {each.rail for each in paid}


def _is_unasked(claim: Claim) -> bool:
    """Tell whether a provider took money for no order that it names: it takes what it is told."""
    return claim.kind is LinkKind.ORDER_PAYMENT and not claim.references


def _may_say_more(claim: Claim, order: Order) -> bool:
    """Tell whether the text or the payer may say which order is meant."""
    if claim.references or (claim.tax_id and claim.tax_id == order.tax_id):
        return True
    return order.created_at.date() in claim.days or bool(phones_in(claim.text))


def _as_extra(weighed: Weighed) -> Iterable[Ground]:
    """Give the grounds, the amount as what it is; more often comes by another way."""
    for ground in weighed.grounds:
        if ground is Ground.AMOUNT_MORE:
            yield Ground.AMOUNT_EXTRA
        elif ground is not Ground.METHOD_OTHER:
            yield ground
