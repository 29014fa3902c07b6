"""How the numbers that money tells name an order: whole, by its number, or by the CRM's own id."""

from dataclasses import replace

from reconciliation.evidence.references import Reference, Told, is_long_id
from reconciliation.links import Ground, LinkKind
from reconciliation.matching.claims import Claim
from reconciliation.matching.scoring import Weighed
from reconciliation.records import Order
from reconciliation.store import Index, number_prefix

_EXACT = {
    Told.LABELLED: Ground.NUMBER,
    Told.BARE: Ground.NUMBER_BARE,
    Told.SPELLED: Ground.NUMBER_BARE,
}
_FAR_OFF = frozenset({Ground.NAME_OTHER, Ground.DAY_EARLY, Ground.DAY_LATE})
_TOO_MUCH = frozenset({Ground.AMOUNT_OVER, Ground.AMOUNT_MORE})
_IN_TIME = frozenset({Ground.DAY, Ground.TIME_CLOSE})


def as_whole(claim: Claim, by_number: Index) -> Claim:
    """See a number in groups as one, where there is an order of it: no part of it is meant."""
    whole = [each for each in claim.references if each.parts and by_number.get(each.number)]
    if not whole:
        return claim
    parts = frozenset[str]().union(*(each.parts for each in whole))
    labelled = {each.number for each in claim.references if each.told is Told.LABELLED}
    references = (
        each._replace(told=Told.BARE if labelled.isdisjoint(each.parts) else Told.LABELLED)
        if each in whole
        else each
        for each in claim.references
        if each.number not in parts
    )
    return replace(claim, references=tuple(references))


def exact_ground(reference: Reference, order: Order) -> Ground | None:
    """Tell how well an order is named by its number, given the letters before it.

    An id that only machines write was copied: no slip of a finger made it another order's.
    """
    if is_long_id(reference.number):
        return Ground.NUMBER
    if not reference.prefix:
        return _EXACT[reference.told]
    own = number_prefix(order.number)
    if own and reference.prefix.endswith(own):  # with a letter for "number" before it, or not
        return Ground.NUMBER
    return Ground.NUMBER if reference.told is Told.LABELLED else None


def is_told_by_id(claim: Claim, weighed: Weighed, *, is_number: bool) -> bool:
    """Tell whether a provider's reference is the CRM's own id of an order.

    Rather it is an old number, unless payer or sum fit, or a part of it came, or went back, in
    the order's time, or more came in its very hours and by its way. `is_number` says that it is
    the number of another: then all must fit.
    """
    grounds = weighed.grounds
    if is_number:
        is_timely = not _IN_TIME.isdisjoint(grounds) and Ground.METHOD in grounds
        return is_timely and Ground.AMOUNT in grounds and _FAR_OFF.isdisjoint(grounds)
    if weighed.is_alike or Ground.AMOUNT in grounds:
        return True
    if claim.kind is not LinkKind.ORDER_PAYMENT or not _FAR_OFF.isdisjoint(grounds):
        return False
    if claim.amount < 0:
        return Ground.AMOUNT_MORE not in grounds
    fits = (Ground.TIME_CLOSE in grounds, Ground.METHOD in grounds)
    if not _TOO_MUCH.isdisjoint(grounds):
        return all(fits)
    return any(fits) and not _IN_TIME.isdisjoint(grounds)
