"""Weighs an open claim against an order as it stands, and leaves out what cannot matter."""

from collections.abc import Callable

from reconciliation.links import Ground
from reconciliation.matching.again import once_more
from reconciliation.matching.beyond import Beyond
from reconciliation.matching.by_number import ByNumber
from reconciliation.matching.likely import EDGE, EDGE_LAST, FEW, HIMSELF, NAMING
from reconciliation.matching.scoring import (
    MayFit,
    Weighed,
    amount_ground,
    day_ground,
    is_of_its_time,
    is_one_customer,
    may_be_one_payer,
    weigh,
)
from reconciliation.matching.shelves import by_amount, is_untold_back, name_shelves, total_shelf
from reconciliation.matching.standing import (
    Earlier,
    Open,
    Standing,
    is_earlier,
    is_first,
    is_total,
)
from reconciliation.matching.unlikely import (
    KNOWN,
    as_it_stands,
    is_anybodys,
    is_before_all,
    is_known_since,
    is_little,
    is_no_refund,
    is_of_cancelled,
    is_of_nobody_else,
    is_of_unknown_order,
    is_others_part,
    is_part_of_nothing,
    is_strangers_about,
    is_stray_charge,
    is_unasked,
)
from reconciliation.records import Order
from reconciliation.store import Index
from reconciliation.terms import Terms
from reconciliation.words import PART_OR_REST

_NEARLY = 10
_WHOLE_UNIT = 100
_OF_THE_ORDER = frozenset({Ground.TIME_CLOSE, Ground.DAY_NAMED})
_IN_TIME = frozenset({Ground.DAY, Ground.TIME_CLOSE})
_OF_ITS_TIME = _IN_TIME | {Ground.DAY_NAMED}
_TIMED = frozenset({Ground.DAY, Ground.TIME_CLOSE, Ground.DAY_EARLY, Ground.DAY_LATE})
_WHOLE = frozenset({Ground.AMOUNT, Ground.AMOUNT_WHOLE})
_MAY_BE_REST = _WHOLE | {Ground.AMOUNT_NEARLY, Ground.AMOUNT_LESS, Ground.AMOUNT_PART}
_PARTIES = frozenset(
    {Ground.NAME_GIVEN, Ground.NAME_RELATIVE, Ground.NAME_OTHER, Ground.CARD_OTHER}
)
_TOLD = NAMING | {Ground.TAKEN}
_OF_SOMEBODY = NAMING | {Ground.NUMBER_NEAR, Ground.NAME_RELATIVE}
_MAY_GROW = frozenset({Ground.AMOUNT, Ground.NUMBER_NEAR})
"""What stands beside other parts or other orders may come to more points than at first."""


class Weigher:
    """Weighs what the steps before left open.

    `wanting` has the orders by what they want, and `wants` tells how much of each.
    In the last step few orders want anything, so to be the only one says more.
    """

    def __init__(
        self,
        terms: Terms,
        numbers: ByNumber,
        wanting: Index,
        wants: Callable[[str, int], int],
        earlier: Earlier,
        *,
        is_last: bool,
    ) -> None:
        self._terms = terms
        self._stand = earlier.stand
        self._numbers = numbers
        self._wanting = wanting
        self._wants = wants
        self._paid_by = earlier.paid_by
        self._beyond = Beyond(terms, numbers, earlier.paid_by)
        self._is_last = is_last

    def quick(self, found: Open) -> MayFit:
        """Give a quick test for the orders of a claim."""
        return MayFit(found.claim, found.size, self._terms.tolerates(found.claim.currency))

    def edge(self, found: Open, order: Order, fits: MayFit) -> Weighed | None:
        """Weigh an order for a claim; nothing if it is none for it."""
        if order is found.beside or not self._numbers.may(found.claim, order):
            return None
        if found.amount > 0 and fits.is_before(order) and self._is_unnamed(found, order):
            return None  # as `_is_hardly` would say of it after all was weighed
        standing = self._stand(order.key)
        wanted = standing.wants if found.amount > 0 else standing.owes
        if found.beside is None and order.total != wanted:
            if is_total(found, order, wanted, fits.tolerance):
                return self._total_edge(found, order, standing, fits)
            if is_earlier(found, order, standing, wanted, fits.tolerance):
                return self._earlier_edge(found, order, standing, fits)
        if wanted > 0:
            return self._usual_edge(found, order, standing, fits)
        return self._edge_of_paid(found, order, standing, fits)

    def _edge_of_paid(
        self, found: Open, order: Order, standing: Standing, fits: MayFit
    ) -> Weighed | None:
        """Weigh an order that wants nothing more, or owes nothing."""
        had = self._had(found, standing)
        usual = self._usual_edge(found, order, standing, fits) if had else None
        if usual is not None or (found.amount > 0 and had):
            return usual
        is_his = self._is_last and found.beside is None and fits.is_his(order)
        return self._beyond.edge(found, order) if is_his else None

    def _usual_edge(
        self, found: Open, order: Order, standing: Standing, fits: MayFit
    ) -> Weighed | None:
        wanted = standing.wants if found.amount > 0 else standing.owes
        whole = wanted if wanted > 0 else self._whole_before(found, order, standing)
        if found.beside is None and not self._may_fit(found, order, whole, fits):
            return None
        weighed = self._weigh(found, order, standing, whole, fits)
        if weighed is None or weighed.points < self._least(found, weighed):
            return None
        is_odd = self._is_early_rest(found, order, weighed, standing)
        is_odd = is_odd or is_before_all(found, weighed, standing)
        is_odd = is_odd or is_strangers_about(found, weighed, whole)
        return None if is_odd or self._is_hardly(found, order, weighed) else weighed

    def _is_early_rest(
        self, found: Open, order: Order, weighed: Weighed, standing: Standing
    ) -> bool:
        """Tell whether a stranger's money is just what an order wants, but only since then."""
        grounds = weighed.grounds
        if found.amount <= 0 or weighed.is_alike or not _OF_SOMEBODY.isdisjoint(grounds):
            return False
        if Ground.AMOUNT not in grounds or found.claim.says & PART_OR_REST:
            return False
        tolerance = self._terms.tolerates(order.currency)
        return standing.wanted_on(found.claim.day, order.total) > found.size + tolerance

    def _whole_before(self, found: Open, order: Order, standing: Standing) -> int:
        """Give what an order that wants no more wanted: its total, or a part that came."""
        tolerance = self._terms.tolerates(order.currency)
        is_part = found.amount > 0 and standing.had(found.amount, tolerance)
        return found.size if is_part or self._is_taken(found, order, standing) else order.total

    def _is_taken(self, found: Open, order: Order, standing: Standing) -> bool:
        """Tell whether a provider took for an order just what it gave back without a number."""
        claim = found.claim
        if not (self._is_last and is_untold_back(claim)):
            return False
        took = [
            before
            for before in self._paid_by(order.key)
            if (before.rail, before.merchant, before.amount)
            == (claim.rail, claim.merchant, found.size)
            and before.day <= claim.day
        ]
        return len(took) > sum(size == found.amount for _, size in standing.came)

    def _earlier_edge(
        self, found: Open, order: Order, standing: Standing, fits: MayFit
    ) -> Weighed | None:
        """Weigh money for an order that wanted it then: what came later was too much."""
        wanted = standing.wanted_on(found.claim.day, order.total)
        tolerance = self._terms.tolerates(order.currency)
        if standing.is_rest_of(found.amount, order.total, tolerance):
            wanted = found.size  # more that came since was too much
        if not self._may_fit(found, order, wanted, fits):
            return None
        weighed = self._weigh_by_numbers(found, order, standing, wanted)
        since = weigh(
            (
                *self._with_more(found, order, weighed, standing, wanted, fits).grounds,
                Ground.PAID_SINCE,
            )
        )
        by_its_way = Ground.METHOD in weighed.grounds
        if not is_known_since(since, by_its_way=by_its_way) or since.points < EDGE:
            return None
        return None if self._is_hardly(found, order, since) else since

    def _least(self, found: Open, weighed: Weighed) -> int:
        """Give the points from which an order is kept; in the last step more may come of it.

        One that is said to give back something else speaks against another of that customer.
        """
        if not self._is_last:
            return EDGE
        may_owe = found.amount < 0 and weighed.is_alike
        return EDGE_LAST if may_owe or not _MAY_GROW.isdisjoint(weighed.grounds) else EDGE

    def _may_fit(self, found: Open, order: Order, whole: int, fits: MayFit) -> bool:
        """Tell whether an order need be weighed: in the last step no sum of another time."""
        if order.key in found.doubts:
            return True
        if not fits(order, whole):
            return self._is_last and self._is_near(found, order)
        if not self._is_last or found.amount < 0 or self._numbers.knows_payers:
            return True
        is_odd = found.size == order.total and found.size % _WHOLE_UNIT != 0
        return is_odd or is_of_its_time(found.claim, order) or fits.is_his(order)

    def _is_unnamed(self, found: Open, order: Order) -> bool:
        """Tell whether money names neither an order's number nor one a slip away from it."""
        if found.beside is not None:
            return False
        if not found.claim.references:
            return True
        number = self._numbers.number_ground(found.claim, order)
        return number is None or number is Ground.NUMBER_OTHER

    def _is_near(self, found: Open, order: Order) -> bool:
        """Tell whether money names a number a slip away from the order's."""
        if found.amount <= 0 or not found.claim.references:
            return False
        return self._numbers.number_ground(found.claim, order) is Ground.NUMBER_NEAR

    def _total_edge(
        self, found: Open, order: Order, standing: Standing, fits: MayFit
    ) -> Weighed | None:
        if not fits(order, order.total):
            return None
        weighed = self._weigh(found, order, standing, standing.wants, fits)
        if weighed is None:
            return None
        whole = weigh((*weighed.grounds, Ground.AMOUNT_WHOLE))
        known = whole.is_alike or not _OF_THE_ORDER.isdisjoint(whole.grounds)
        by_its_way = self._is_last and Ground.METHOD in whole.grounds
        is_only = by_its_way or self._is_the_only_total(order)
        known = known or (is_only and not whole.is_against)
        return whole if known and not self._is_hardly(found, order, whole) else None

    def _weigh(
        self, found: Open, order: Order, standing: Standing, wanted: int, fits: MayFit
    ) -> Weighed | None:
        if found.beside is not None:
            return self._weigh_rest(found, order, wanted)
        weighed = self._weigh_by_numbers(found, order, standing, wanted)
        again = (standing.wants if found.amount > 0 else standing.owes) <= 0
        if again:
            days = found.claim.days
            is_anothers = days and order.created_at.date() not in days
            whole = weighed if is_anothers else self._with_total(found, order, weighed)
            if self._is_taken(found, order, standing):
                whole = weigh((*whole.grounds, Ground.TAKEN))
            return once_more(found, whole, standing, is_last=self._is_last)
        if is_no_refund(found, weighed):
            return None
        return self._with_more(found, order, weighed, standing, wanted, fits)

    def _weigh_by_numbers(
        self, found: Open, order: Order, standing: Standing, wanted: int
    ) -> Weighed:
        """Weigh as the first step does; in the last one, who paid before for an order is known."""
        claim = found.claim
        number = self._numbers.number_ground(claim, order)
        weighed = self._numbers.weigh(claim, order, number, (found.size, wanted))
        may_be = self._is_last and found.amount > 0 and standing.came and claim.payer
        if not may_be or weighed.is_alike:
            return weighed
        if not any(may_be_one_payer(claim, before) for before in self._paid_by(order.key)):
            return weighed
        others = (each for each in weighed.grounds if each not in _PARTIES)
        return weigh((*others, Ground.PAYER_BEFORE))

    def _with_total(self, found: Open, order: Order, weighed: Weighed) -> Weighed:
        """Add what the order's whole total says: no other has it, or it was given back."""
        if found.amount <= 0 or Ground.AMOUNT not in weighed.grounds:
            return weighed
        more: tuple[Ground, ...] = ()
        if found.size == order.total and self._is_the_only_total(order):
            more = (Ground.AMOUNT_ALONE,)
        tolerance = self._terms.tolerates(order.currency)
        if abs(order.refunded - found.size) <= tolerance and not order.is_cancelled:
            more = (*more, Ground.GAVE_BACK)
        return weigh((*weighed.grounds, *more)) if more else weighed

    def _is_the_only_total(self, order: Order) -> bool:
        """Tell, in the last step, whether no other order has such a total."""
        return self._is_last and len(self._wanting.get(total_shelf(order.total))) == 1

    def _weigh_rest(self, found: Open, order: Order, wanted: int) -> Weighed | None:
        """Weigh what is over of a claim for another order of the same customer."""
        if found.beside is None or not is_one_customer(found.beside, order):
            return None
        tolerance = self._terms.tolerates(order.currency)
        amount = amount_ground(found.size, wanted, tolerance, found.claim.says)
        day = day_ground(found.claim, order, self._terms)
        return weigh((amount, Ground.SAME_CUSTOMER, *((day,) if day else ())))

    def _with_more(
        self,
        found: Open,
        order: Order,
        weighed: Weighed,
        standing: Standing,
        wanted: int,
        fits: MayFit,
    ) -> Weighed:
        grounds = as_it_stands(found, weighed.grounds, standing, is_last=self._is_last)
        parts = self._of_parts(found, weighed, standing)
        if parts:
            grounds += parts
        if is_little(found, weighed, wanted):
            grounds = (*grounds, Ground.AMOUNT_LITTLE)
        if self._is_last:
            return self._with_total(found, order, weigh(grounds))
        if Ground.AMOUNT in grounds and self._is_rare(found):
            grounds = (*grounds, Ground.AMOUNT_RARE)
        is_less = _NEARLY * found.size < wanted * (_NEARLY - 1)
        if is_less and self._is_common(found, weighed, fits):
            grounds = (*grounds, Ground.NAME_COMMON)
        return weigh(grounds)

    def _of_parts(self, found: Open, weighed: Weighed, standing: Standing) -> tuple[Ground, ...]:
        """Give what the parts that came say: as much, of the same payer, not long ago."""
        if found.amount < 0:
            return (Ground.RAIL,) if found.claim.rail in standing.rails else ()
        said: tuple[Ground, ...] = ()
        if standing.came and Ground.AMOUNT not in weighed.grounds:
            tolerance = self._terms.tolerates(found.claim.currency)
            said = (Ground.AMOUNT_EQUAL,) if standing.had(found.amount, tolerance) else ()
        if _TIMED.isdisjoint(weighed.grounds):
            is_soon = standing.had_money_before(found.claim.day)
            return (*said, Ground.DAY if is_soon else Ground.DAY_AFTER)
        return said

    def _is_hardly(self, found: Open, order: Order, weighed: Weighed) -> bool:
        """Tell whether money is hardly for an order that it does not name."""
        grounds = weighed.grounds
        if found.beside is not None or not _TOLD.isdisjoint(grounds):
            return False
        if Ground.NUMBER_NEAR in grounds and self._may_be_named(found):
            taken = _MAY_BE_REST if self._named_is_paid(found) else _WHOLE
            return taken.isdisjoint(grounds) and HIMSELF.isdisjoint(grounds)
        if found.amount > 0 and (
            Ground.DAY_EARLY in grounds or (Ground.AMOUNT_MORE in grounds and is_first(found))
        ):
            return True
        if weighed.is_alike:
            is_stray = is_unasked(found, order, weighed) or is_others_part(found, weighed)
            is_stray = is_stray or is_of_unknown_order(weighed)
            return is_stray or is_part_of_nothing(found, order, weighed)
        is_late = found.amount > 0 and _OF_ITS_TIME.isdisjoint(grounds)
        is_late = is_late and not is_of_nobody_else(found, weighed)
        is_stray = is_late or is_stray_charge(found, order, weighed, self._terms)
        return is_stray or is_anybodys(found, weighed) or is_of_cancelled(found, order, weighed)

    def _may_be_named(self, found: Open) -> bool:
        """Tell whether the order that money names may be meant, though little speaks for it."""
        named = found.fallback
        if named is None or not self._is_last or self._wants(named.order, 1) > 0:
            return named is not None
        return not (named.weighed.is_against or is_first(found))

    def _named_is_paid(self, found: Open) -> bool:
        """Tell, in the last step, whether the order that money names wants nothing more."""
        named = found.fallback
        return self._is_last and named is not None and self._wants(named.order, 1) <= 0

    def _is_common(self, found: Open, weighed: Weighed, fits: MayFit) -> bool:
        """Tell whether only a name speaks for a part of a sum, and others have it too."""
        if Ground.AMOUNT_LESS not in weighed.grounds or not KNOWN.isdisjoint(weighed.grounds):
            return False
        if fits.is_common is None:
            shelves = name_shelves(found.claim, "+" if found.amount > 0 else "-")
            fits.is_common = any(len(self._wanting.get(shelf)) > 1 for shelf in shelves)
        return fits.is_common

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
        if not standing.came:
            return False
        if found.amount < 0:
            return any(size > 0 for _, size in standing.came)
        tolerance = self._terms.tolerates(found.claim.currency)
        return standing.had(found.amount, tolerance)
