"""What a claim's numbers say of the orders that it is for, and how surely."""

from typing import NamedTuple

from reconciliation.evidence.references import Reference, Told
from reconciliation.links import Ground, LinkKind
from reconciliation.matching.claims import Claim
from reconciliation.matching.scoring import Weighed

SURE = 40
MARGIN = 20
NEAR_MIN = 4
_LONGEST_LETTERED = 6
"""A longer number with letters before it is rather a parcel's or a marketplace's."""
_FITTING = frozenset({Ground.AMOUNT, Ground.AMOUNT_SUM})
_UNLIKELY = frozenset(
    {Ground.METHOD_OTHER, Ground.DAY_EARLY, Ground.AMOUNT_MORE, Ground.AMOUNT_OVER}
)


class Share(NamedTuple):
    """What of a claim goes to an order, and why."""

    order: str
    amount: int
    weighed: Weighed


class Verdict(NamedTuple):
    """The orders that a claim is for; `doubts` are those between which it does not decide.

    `strange` says that the claim names an order that nobody knows; `fallback` is the order that
    it names though neither money nor payer fit, to be believed if nothing better is found.
    `is_plain` says that no order but the one that it names was looked at.
    """

    shares: tuple[Share, ...] = ()
    doubts: tuple[str, ...] = ()
    strange: bool = False
    fallback: Share | None = None
    is_plain: bool = False


def verdict_of(claim: Claim, likely: list[Share]) -> Verdict:
    """Decide between the orders that a claim's numbers may mean."""
    if not likely:
        return Verdict(strange=names_any(claim))
    shares = sorted(likely, key=by_weight)
    best = shares[0]
    exact = [share for share in shares if Ground.NUMBER_NEAR not in share.weighed.grounds]
    named = exact[0] if exact and _is_believed(exact[0].weighed) else None
    if not _is_sure(claim, best):
        doubts = tuple(share.order for share in shares)
        return Verdict(doubts=doubts, strange=not exact and names_any(claim), fallback=named)
    close = [share for share in shares[1:] if _is_close(claim, best.weighed, share.weighed)]
    if close:
        return Verdict(doubts=(best.order, *(share.order for share in close)), fallback=named)
    return Verdict((best,))


def _is_believed(weighed: Weighed) -> bool:
    """Tell whether a number may be believed where nothing better is found."""
    return weighed.points >= SURE and Ground.DAY_EARLY not in weighed.grounds


def _is_close(claim: Claim, best: Weighed, other: Weighed) -> bool:
    """Tell whether another order fits about as well as the best one.

    A provider takes just what it is told to: where another sum is the order's that is named, and
    just this one is that of an order a slip away, either the number or the sum is wrong.
    """
    if best.points - other.points < MARGIN:
        return True
    is_told_sum = claim.kind is not LinkKind.ORDER_PAYMENT or Ground.AMOUNT in best.grounds
    return not is_told_sum and Ground.AMOUNT in other.grounds


def _is_sure(claim: Claim, best: Share) -> bool:
    """Tell whether an order may be believed before it is known what each still wants."""
    if Ground.NUMBER_NEAR in best.weighed.grounds:
        return False
    return best.weighed.points >= SURE and not _is_odd(claim, best.weighed)


def _is_odd(claim: Claim, weighed: Weighed) -> bool:
    """Tell whether neither the money nor the payer fits the order that is named."""
    if (
        not _FITTING.isdisjoint(weighed.grounds)
        or weighed.is_alike
        or Ground.NAME_GIVEN in weighed.grounds
    ):
        return False
    if claim.amount > 0 and claim.kind is LinkKind.ORDER_BANK:
        return True
    # A provider or the shop itself wrote the number: more must speak against it.
    unlikely = claim.amount > 0 and not _UNLIKELY.isdisjoint(weighed.grounds)
    if claim.kind is LinkKind.ORDER_PAYMENT and Ground.AMOUNT_LESS in weighed.grounds:
        unlikely = unlikely or claim.amount > 0  # maybe the rest of an order a slip away
    return weighed.is_against or unlikely


def names_any(claim: Claim) -> bool:
    """Tell whether the claim names an order, though nobody knows it."""
    return any(map(is_order, claim.references))


def is_order(told: Reference) -> bool:
    """Tell whether a text surely means an order by a number."""
    if told.told is not Told.LABELLED or len(told.number) < NEAR_MIN:
        return False
    return not told.prefix or len(told.number) <= _LONGEST_LETTERED


def by_weight(share: Share) -> tuple[int, str]:
    """Order orders by what speaks for them, the likeliest first."""
    return (-share.weighed.points, share.order)
