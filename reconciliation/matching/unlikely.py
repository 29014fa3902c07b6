"""Judges what no points make good: money that is hardly for an order, whatever the sum."""

from reconciliation.links import Ground, LinkKind
from reconciliation.matching.scoring import Weighed
from reconciliation.matching.standing import Open, Standing, is_first
from reconciliation.records import Order
from reconciliation.terms import Terms
from reconciliation.words import PART_OR_REST, REFUND, REST

_TENTH = 10
_ROUND = 1_000
"""Minor units of a sum that many ask: whole tens."""
KNOWN = frozenset(
    {
        Ground.NUMBER,
        Ground.NUMBER_BARE,
        Ground.TAX_ID,
        Ground.PHONE,
        Ground.PAYER_LEARNED,
        Ground.TIME_CLOSE,
    }
)
_TELLING = frozenset(
    {
        Ground.TIME_CLOSE,
        Ground.NUMBER_NEAR,
        Ground.AMOUNT_ODD,
        Ground.NAME_GIVEN,
        Ground.NAME_RELATIVE,
    }
)
_ITS_OWN = frozenset({Ground.TIME_CLOSE, Ground.AMOUNT_ODD, Ground.DAY_NAMED})
_IN_ITS_HOURS = frozenset({Ground.TIME_CLOSE, Ground.METHOD_OTHER})
_BESIDE_HOURS = (_TELLING - _IN_ITS_HOURS) | {Ground.AMOUNT_ALONE, Ground.PAID_AGAIN}
"""With none of these a card's hour says little of an open order that is to be paid another way."""
_CARD_DAYS = 4
_UNLIKE_A_CHARGE = frozenset({Ground.METHOD_OTHER, Ground.AMOUNT_OFF})
_TOO_MUCH = frozenset({Ground.AMOUNT_OVER, Ground.AMOUNT_MORE})
_OVER_ALL = _TOO_MUCH | {Ground.AMOUNT_NEARLY}
_UNLIKE_A_PART = frozenset({Ground.METHOD_OTHER, Ground.DAY_AFTER, Ground.DAY_LATE})
_LESS_OF = {Ground.AMOUNT_PART: Ground.AMOUNT_LESS}
_LATE = frozenset({Ground.AMOUNT, Ground.METHOD})
_NAMING = frozenset({Ground.NUMBER, Ground.NUMBER_BARE})
_GAVE_BACK = frozenset({Ground.GAVE_BACK, Ground.DAY})
_ITS_SUM = frozenset({Ground.AMOUNT_ODD, Ground.AMOUNT_ALONE})
_WHOSE = frozenset({Ground.NUMBER, Ground.NUMBER_BARE, Ground.NUMBER_NEAR, Ground.DAY_NAMED})


def is_known_since(weighed: Weighed, *, by_its_way: bool) -> bool:
    """Tell whether enough says that an order was meant that has been paid since."""
    grounds = weighed.grounds
    if weighed.is_alike or not _WHOSE.isdisjoint(grounds):
        return True
    is_close = Ground.TIME_CLOSE in grounds
    is_only = not _ITS_SUM.isdisjoint(grounds)
    if by_its_way and _GAVE_BACK.issubset(grounds) and (is_only or not weighed.is_against):
        return True
    if weighed.is_against:
        return False
    if by_its_way:
        is_its_own = Ground.DAY in grounds and is_only
        return is_close or is_its_own or Ground.NAME_RELATIVE in grounds
    return is_close and is_only


def is_part_of_nothing(found: Open, order: Order, weighed: Weighed) -> bool:
    """Tell whether a customer's money is hardly for an order of his that was cancelled."""
    if found.amount < 0 or not order.is_cancelled or Ground.NUMBER_NEAR in weighed.grounds:
        return False
    if not _OVER_ALL.isdisjoint(weighed.grounds) and KNOWN.isdisjoint(weighed.grounds):
        is_after = not _was_open(found, order)
        return is_after or not _TOO_MUCH.isdisjoint(weighed.grounds)
    if order.refunded:
        return False
    is_part = Ground.AMOUNT_PART in weighed.grounds and not _was_open(found, order)
    return Ground.AMOUNT_LESS in weighed.grounds or is_part


def is_of_cancelled(found: Open, order: Order, weighed: Weighed) -> bool:
    """Tell whether an order was cancelled and gave nothing back, so that hardly anything came.

    Unless it came in its very hours; or, before it was cancelled, from a relative, to the till,
    or to the kopiyka.
    """
    if not order.is_cancelled or order.refunded or Ground.TIME_CLOSE in weighed.grounds:
        return False
    by_hand = found.claim.rail == "cash" and Ground.METHOD in weighed.grounds
    known = {Ground.NAME_RELATIVE, Ground.AMOUNT_ODD}
    is_likely = by_hand or not known.isdisjoint(weighed.grounds)
    return not (is_likely and Ground.AMOUNT in weighed.grounds and _was_open(found, order))


def _was_open(found: Open, order: Order) -> bool:
    return order.closed_at is None or found.claim.day <= order.closed_at.date()


def as_it_stands(
    found: Open, grounds: tuple[Ground, ...], standing: Standing, *, is_last: bool
) -> tuple[Ground, ...]:
    """Judge the way by what came or went for the order; a part may come by another way.

    What is called a rest is none before the last step where nothing had come.
    """
    is_told_part = bool(found.claim.says & PART_OR_REST)
    if found.amount > 0 and not is_last and _is_rest_of_nothing(found, standing):
        is_told_part = False
        grounds = tuple(_LESS_OF.get(each, each) for each in grounds)
    if found.amount < 0 or Ground.METHOD_OTHER not in grounds:
        return grounds
    others = tuple(each for each in grounds if each is not Ground.METHOD_OTHER)
    if found.claim.rail in standing.rails:
        return (*others, Ground.METHOD)
    return others if is_told_part else grounds


def _is_rest_of_nothing(found: Open, standing: Standing) -> bool:
    is_rest = found.claim.says & REST and not is_first(found)
    return bool(is_rest) and not any(size > 0 for _, size in standing.came)


def is_before_all(found: Open, weighed: Weighed, standing: Standing) -> bool:
    """Tell whether money went back, by no number, before anything came for an order."""
    if found.amount > 0 or not _NAMING.isdisjoint(weighed.grounds):
        return False
    came = [on for on, size in standing.came if size > 0]
    return bool(came) and min(came) > found.claim.day


def is_of_nobody_else(found: Open, weighed: Weighed) -> bool:
    """Tell whether money of weeks later is just an order's total, and no other can be meant.

    So it is to the kopiyka, or by a name that the customer has too; many pay weeks after.
    """
    grounds = weighed.grounds
    if found.claim.is_others or Ground.DAY_LATE in grounds or not _LATE.issubset(grounds):
        return False
    if Ground.NAME_RELATIVE in grounds:
        return True
    is_only = Ground.AMOUNT_ALONE in grounds
    return is_only and not {Ground.AMOUNT_ODD, Ground.NAME_GIVEN}.isdisjoint(grounds)


def is_no_refund(found: Open, weighed: Weighed) -> bool:
    """Tell whether money that went out and is not said to be a refund fits none to the cent."""
    claim = found.claim
    if found.amount > 0 or claim.kind is not LinkKind.ORDER_BANK or claim.says & REFUND:
        return False
    return Ground.AMOUNT not in weighed.grounds or not weighed.is_alike


def is_anothers_refund(found: Open, weighed: Weighed) -> bool:
    """Tell whether the bank gave money back to somebody else, and no word says for which order.

    Rather it is what he had sent by mistake.
    """
    if found.amount > 0 or found.claim.kind is not LinkKind.ORDER_BANK:
        return False
    return Ground.NAME_OTHER in weighed.grounds and _WHOSE.isdisjoint(weighed.grounds)


def is_another_buyers(found: Open, weighed: Weighed) -> bool:
    """Tell whether a provider names another buyer, and the sum is not one to the kopiyka."""
    if found.claim.kind is not LinkKind.ORDER_PAYMENT or found.amount < 0:
        return False
    grounds = weighed.grounds
    return Ground.NAME_OTHER in grounds and Ground.AMOUNT_ODD not in grounds


def is_unasked(found: Open, order: Order, weighed: Weighed) -> bool:
    """Tell whether a provider took, for no order that is named, a sum that none told it to take.

    That is more than one wants that is still open; or some part, by a way that the order does not
    say, or long after.
    """
    grounds = weighed.grounds
    if found.claim.kind is not LinkKind.ORDER_PAYMENT or found.amount < 0:
        return False
    if Ground.NUMBER_NEAR in grounds or not KNOWN.isdisjoint(grounds):
        return False
    is_part = Ground.AMOUNT_LESS in grounds and not _UNLIKE_A_PART.isdisjoint(grounds)
    return is_part or (order.closed_at is None and not _TOO_MUCH.isdisjoint(grounds))


def is_others_part(found: Open, weighed: Weighed) -> bool:
    """Tell whether a supplier's or an employee's money is not just what his order wants."""
    return found.claim.is_others and Ground.AMOUNT not in weighed.grounds


def is_stray_charge(found: Open, order: Order, weighed: Weighed, terms: Terms) -> bool:
    """Tell whether a card paid just what an order wants, on another day or by another way.

    Who pays by card pays at once or within few days; later, as many others want the sum.
    """
    claim, grounds = found.claim, weighed.grounds
    if claim.kind is not LinkKind.ORDER_PAYMENT or found.amount < 0:
        return False
    if not _TELLING.isdisjoint(grounds) or Ground.PAID_AGAIN in grounds:
        is_of_another_way = order.closed_at is None and _IN_ITS_HOURS.issubset(grounds)
        return is_of_another_way and _BESIDE_HOURS.isdisjoint(grounds)
    provider = terms.provider(claim.rail)
    if provider.on_delivery or provider.names_buyer:
        return Ground.AMOUNT_OFF in grounds
    if (claim.day - order.created_at.date()).days > _CARD_DAYS or Ground.AMOUNT_OFF in grounds:
        return True
    return Ground.METHOD_OTHER in grounds and Ground.AMOUNT_ALONE not in grounds


def is_anybodys(found: Open, weighed: Weighed) -> bool:
    """Tell whether money of somebody else, or of nobody, may be for any order of about that sum.

    So it is where it looks like a supplier's, where another order is named, or another buyer, and
    where cash is not the very sum of an order that is paid another way.
    """
    grounds = weighed.grounds
    if Ground.NUMBER_OTHER in grounds and _ITS_OWN.isdisjoint(grounds):
        return True
    if found.claim.rail == "cash" and _UNLIKE_A_CHARGE.issubset(grounds):
        return True
    is_other = is_another_buyers(found, weighed) or is_anothers_refund(found, weighed)
    return found.claim.is_others or is_other


def is_of_unknown_order(weighed: Weighed) -> bool:
    """Tell whether money names an order that nobody knows, and only a surname is the customer's.

    It is rather for what a namesake, or he himself, ordered before the records begin.
    """
    grounds = weighed.grounds
    is_named = Ground.NUMBER_OTHER in grounds and Ground.NAME_SURNAME in grounds
    return is_named and _ITS_OWN.isdisjoint(grounds)


def is_strangers_about(found: Open, weighed: Weighed, wanted: int) -> bool:
    """Tell whether a stranger sent, without a word, a round sum that is not quite an order's.

    One that is not round is rather that order's, a few kopiykas off.
    """
    grounds = weighed.grounds
    if found.claim.kind is not LinkKind.ORDER_BANK or found.amount <= 0 or found.size == wanted:
        return False
    if found.size % _ROUND:
        return False
    is_about = Ground.AMOUNT in grounds and Ground.NAME_OTHER in grounds
    return is_about and _WHOSE.isdisjoint(grounds)


def is_little(found: Open, weighed: Weighed, wanted: int) -> bool:
    """Tell whether only a name speaks for a part that nobody pays beforehand.

    So it is where it is very small, or some odd part of what is to be paid another way.
    """
    grounds = weighed.grounds
    if Ground.AMOUNT_LESS not in grounds or not KNOWN.isdisjoint(grounds):
        return False
    is_odd = found.claim.kind is LinkKind.ORDER_BANK and Ground.METHOD_OTHER in grounds
    return Ground.NUMBER_NEAR not in grounds and (is_odd or _TENTH * found.size < wanted)
