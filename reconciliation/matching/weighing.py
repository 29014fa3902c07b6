"""Weighs an open claim against an order as it stands, and leaves out what cannot matter."""

from collections.abc import Callable, Iterable, Mapping

from reconciliation.links import Ground, LinkKind
from reconciliation.matching.beyond import Beyond
from reconciliation.matching.by_number import ByNumber
from reconciliation.matching.claims import Claim
from reconciliation.matching.neighbourhood import Open, Standing
from reconciliation.matching.scoring import (
    MayFit,
    Weighed,
    amount_ground,
    day_ground,
    is_of_its_time,
    is_one_customer,
    weigh,
)
from reconciliation.matching.shelves import by_amount, name_shelves
from reconciliation.records import Order
from reconciliation.store import Index
from reconciliation.terms import Terms
from reconciliation.words import REFUND

EDGE = 40
EDGE_LAST = 20
FEW = 3
_FAR = 45
_NEARLY = 10
_TENTH = 10
_LITTLE = 4
_CLEAR = 70
_TELLING = frozenset(
    {Ground.AMOUNT, Ground.NUMBER, Ground.NUMBER_BARE, Ground.NUMBER_NEAR, Ground.TIME_CLOSE}
)
_KNOWN = frozenset(
    {
        Ground.NUMBER,
        Ground.NUMBER_BARE,
        Ground.TAX_ID,
        Ground.PHONE,
        Ground.PAYER_LEARNED,
        Ground.TIME_CLOSE,
    }
)
_NAMING = frozenset({Ground.NUMBER, Ground.NUMBER_BARE})
_HIMSELF = frozenset(
    {
        Ground.NAME,
        Ground.NAME_INITIAL,
        Ground.NAME_TOLD,
        Ground.TAX_ID,
        Ground.PHONE,
        Ground.PAYER_LEARNED,
    }
)
_OF_THE_ORDER = frozenset({Ground.TIME_CLOSE, Ground.DAY_NAMED})
_IN_TIME = frozenset({Ground.DAY, Ground.TIME_CLOSE})


class Weigher:
    """Weighs what the steps before left open.

    `wanting` has the orders by what they want, and `wants` tells how much of each,
    `paid_by` what came for one.
    In the last step few orders want anything, so to be the only one says more.
    """

    def __init__(
        self,
        terms: Terms,
        numbers: ByNumber,
        wanting: Index,
        wants: Callable[[str, int], int],
        paid_by: Callable[[str], Iterable[Claim]],
        *,
        is_last: bool,
    ) -> None:
        self._terms = terms
        self._numbers = numbers
        self._wanting = wanting
        self._wants = wants
        self._beyond = Beyond(terms, numbers, paid_by)
        self._is_last = is_last

    def quick(self, found: Open) -> MayFit:
        """Give a quick test for the orders of a claim."""
        return MayFit(found.claim, found.size, self._terms.tolerates(found.claim.currency))

    def edge(self, found: Open, order: Order, standing: Standing, fits: MayFit) -> Weighed | None:
        """Weigh an order for a claim; nothing if it is none for it."""
        if order is found.beside or not self._numbers.may(found.claim, order):
            return None
        wanted = standing.wants if found.amount > 0 else standing.owes
        again = wanted <= 0
        if again and not self._had(found, standing):
            is_his = self._is_last and found.beside is None and fits.is_his(order)
            return self._beyond.edge(found, order, standing) if is_his else None
        if self._is_total(found, order, wanted):
            return self._total_edge(found, order, standing, fits)
        whole = order.total if again else wanted
        if found.beside is None and not self._may_fit(found, order, whole, fits):
            return None
        weighed = self._weigh(found, order, standing, whole)
        if weighed is None or weighed.points < self._least(weighed):
            return None
        return None if _is_hardly(found, order, weighed) else weighed

    def _least(self, weighed: Weighed) -> int:
        """Give the points from which an order is kept; in the last step more may come of it."""
        return EDGE_LAST if self._is_last and Ground.AMOUNT in weighed.grounds else EDGE

    def _may_fit(self, found: Open, order: Order, whole: int, fits: MayFit) -> bool:
        """Tell whether an order need be weighed: in the last step no sum of another time."""
        if order.key in found.doubts:
            return True
        if not fits(order, whole):
            return False
        if not self._is_last or found.amount < 0 or self._numbers.knows_payers:
            return True
        return is_of_its_time(found.claim, order) or fits.is_his(order)

    def _is_total(self, found: Open, order: Order, wanted: int) -> bool:
        """Tell whether money is an order's whole total, though a little came for it already."""
        tolerance = self._terms.tolerates(order.currency)
        had = order.total - wanted
        return (
            found.beside is None
            and tolerance < had <= wanted // _LITTLE
            and abs(found.amount - order.total) <= tolerance
        )

    def _total_edge(
        self, found: Open, order: Order, standing: Standing, fits: MayFit
    ) -> Weighed | None:
        if not fits(order, order.total):
            return None
        weighed = self._weigh(found, order, standing, standing.wants)
        if weighed is None:
            return None
        whole = weigh((*weighed.grounds, Ground.AMOUNT_WHOLE))
        known = whole.is_alike or not _OF_THE_ORDER.isdisjoint(whole.grounds)
        return whole if known and not _is_hardly(found, order, whole) else None

    def _weigh(self, found: Open, order: Order, standing: Standing, wanted: int) -> Weighed | None:
        if found.beside is not None:
            return self._weigh_rest(found, order, wanted)
        number = self._numbers.number_ground(found.claim, order)
        weighed = self._numbers.weigh(found.claim, order, number, (found.size, wanted))
        again = (standing.wants if found.amount > 0 else standing.owes) <= 0
        if again:
            return _once_more(found, weighed)
        if _is_no_refund(found, weighed):
            return None
        return self._with_more(found, weighed, standing, wanted)

    def _weigh_rest(self, found: Open, order: Order, wanted: int) -> Weighed | None:
        """Weigh what is over of a claim for another order of the same customer."""
        if found.beside is None or not is_one_customer(found.beside, order):
            return None
        tolerance = self._terms.tolerates(order.currency)
        amount = amount_ground(found.size, wanted, tolerance, found.claim.says)
        day = day_ground(found.claim, order)
        return weigh((amount, Ground.SAME_CUSTOMER, *((day,) if day else ())))

    def _with_more(
        self, found: Open, weighed: Weighed, standing: Standing, wanted: int
    ) -> Weighed:
        more: tuple[Ground, ...] = ()
        if found.amount < 0 and found.claim.rail in standing.rails:
            more = (Ground.RAIL,)
        if _is_little(found, weighed, wanted):
            more = (*more, Ground.AMOUNT_LITTLE)
        if self._is_last:
            return weigh((*weighed.grounds, *more)) if more else weighed
        if Ground.AMOUNT in weighed.grounds and self._is_rare(found):
            more = (*more, Ground.AMOUNT_RARE)
        if _NEARLY * found.size < wanted * (_NEARLY - 1) and self._is_common(found, weighed):
            more = (*more, Ground.NAME_COMMON)
        return weigh((*weighed.grounds, *more)) if more else weighed

    def _is_common(self, found: Open, weighed: Weighed) -> bool:
        """Tell whether only a name speaks for a part of a sum, and others have it too."""
        if Ground.AMOUNT_LESS not in weighed.grounds or not _KNOWN.isdisjoint(weighed.grounds):
            return False
        tag = "+" if found.amount > 0 else "-"
        return any(len(self._wanting.get(shelf)) > 1 for shelf in name_shelves(found.claim, tag))

    def _is_rare(self, found: Open) -> bool:
        tag, sign = ("+", 1) if found.amount > 0 else ("-", -1)
        shelves = [self._wanting.get(shelf) for shelf in by_amount(tag, found.size)]
        if max(map(len, shelves)) > FEW:
            return False
        tolerance = self._terms.tolerates(found.claim.currency)
        wanted = (self._wants(key, sign) for keys in shelves for key in keys)
        return sum(abs(each - found.size) <= tolerance for each in wanted) == 1

    def _had(self, found: Open, standing: Standing) -> bool:
        """Tell whether an order had just this amount already, or something to give back."""
        if found.amount < 0:
            return any(size > 0 for size in standing.sizes)
        tolerance = self._terms.tolerates(found.claim.currency)
        return any(abs(size - found.amount) <= tolerance for size in standing.sizes)


def likely(edges: Mapping[str, Weighed]) -> dict[str, Weighed]:
    """Leave out what cannot matter beside what else speaks for a claim.

    So few turns touch each other: a surname and a part of a sum are shared by many.
    """
    best = max((weighed.points for weighed in edges.values()), default=0)
    least = max(EDGE, best - _FAR)
    near = {order: weighed for order, weighed in edges.items() if weighed.points >= least}
    if any(_is_slip_of_payer(weighed) for weighed in near.values()):
        near = {order: weighed for order, weighed in near.items() if not _is_anothers(weighed)}
    vague = [order for order, weighed in near.items() if _is_vague(weighed)]
    if vague and (len(vague) > FEW or best >= _CLEAR):
        near = {order: weighed for order, weighed in near.items() if not _is_vague(weighed)}
    return near


def _is_hardly(found: Open, order: Order, weighed: Weighed) -> bool:
    """Tell whether money is hardly for an order that it does not name."""
    grounds = weighed.grounds
    if found.beside is not None or not _NAMING.isdisjoint(grounds):
        return False
    if found.fallback is not None and Ground.NUMBER_NEAR in grounds:
        return Ground.AMOUNT not in grounds and _HIMSELF.isdisjoint(grounds)
    if Ground.DAY_EARLY in grounds and found.amount > 0:
        return True
    if weighed.is_alike:
        return _is_part_of_nothing(found, order, weighed)
    kept = order.is_cancelled and not order.refunded
    if found.claim.is_others or (kept and Ground.TIME_CLOSE not in grounds):
        return True
    return found.amount > 0 and _IN_TIME.isdisjoint(grounds)


def _is_part_of_nothing(found: Open, order: Order, weighed: Weighed) -> bool:
    """Tell whether a customer's money is hardly for an order of his that was cancelled."""
    if found.amount < 0 or not order.is_cancelled or order.refunded:
        return False
    return Ground.AMOUNT_LESS in weighed.grounds and Ground.NUMBER_NEAR not in weighed.grounds


def _is_no_refund(found: Open, weighed: Weighed) -> bool:
    """Tell whether money that went out and is not said to be a refund fits none to the cent."""
    claim = found.claim
    if found.amount > 0 or claim.kind is not LinkKind.ORDER_BANK or claim.says & REFUND:
        return False
    return Ground.AMOUNT not in weighed.grounds or not weighed.is_alike


def _is_little(found: Open, weighed: Weighed, wanted: int) -> bool:
    """Tell whether only a name speaks for so small a part that nobody pays it beforehand."""
    if Ground.AMOUNT_LESS not in weighed.grounds or not _KNOWN.isdisjoint(weighed.grounds):
        return False
    return Ground.NUMBER_NEAR not in weighed.grounds and _TENTH * found.size < wanted


def _once_more(found: Open, weighed: Weighed) -> Weighed | None:
    if Ground.AMOUNT not in weighed.grounds:
        return None
    if Ground.NUMBER_OTHER in weighed.grounds and Ground.AMOUNT_ODD not in weighed.grounds:
        return None
    by_minute = found.claim.moment is not None
    is_slip = Ground.NUMBER_NEAR in weighed.grounds and found.fallback is None
    known = weighed.is_alike or is_slip or not _NAMING.isdisjoint(weighed.grounds)
    if Ground.AMOUNT_ODD in weighed.grounds and not _IN_TIME.isdisjoint(weighed.grounds):
        known = True
    if not known and not (by_minute and Ground.TIME_CLOSE in weighed.grounds):
        return None
    return weigh((*weighed.grounds, Ground.PAID_AGAIN))


def _is_slip_of_payer(weighed: Weighed) -> bool:
    """Tell whether the number is a slip away from an order of the payer himself."""
    return Ground.NUMBER_NEAR in weighed.grounds and not _HIMSELF.isdisjoint(weighed.grounds)


def _is_anothers(weighed: Weighed) -> bool:
    """Tell whether only the number speaks for an order, and it is somebody else's."""
    named = not _NAMING.isdisjoint(weighed.grounds)
    return named and weighed.is_against and Ground.AMOUNT not in weighed.grounds


def _is_vague(weighed: Weighed) -> bool:
    return _TELLING.isdisjoint(weighed.grounds) and not weighed.is_alike
