"""Second step: what names no order that is believed, against what orders still want."""

from collections.abc import Iterable, Iterator

from reconciliation.evidence.references import near_numbers
from reconciliation.links import Ground
from reconciliation.matching.by_number import ByNumber, Verdict
from reconciliation.matching.claims import Claim
from reconciliation.matching.neighbourhood import (
    Neighbourhood,
    Open,
    Standing,
    settle,
)
from reconciliation.matching.scoring import (
    Weighed,
    amount_ground,
    day_ground,
    is_one_customer,
    weigh,
)
from reconciliation.matching.shelves import (
    Shelf,
    claim_shelves,
    claim_total_shelves,
    customer_shelves,
    numbers_near,
    order_shelves,
    total_shelves,
)
from reconciliation.records import Order
from reconciliation.store import Index, Store, number_forms
from reconciliation.terms import Terms

EDGE = 40
_FEW = 3
_MANY = 60
_BY_AMOUNT = 2
_FAR = 45
_CLEAR = 70
_TELLING = frozenset(
    {Ground.AMOUNT, Ground.NUMBER, Ground.NUMBER_BARE, Ground.NUMBER_NEAR, Ground.TIME_CLOSE}
)
_AGAIN = frozenset({Ground.NUMBER_NEAR, Ground.TIME_CLOSE})


class ByBalance:
    """Solves neighbourhood by neighbourhood, and only those that something touched."""

    def __init__(self, store: Store, terms: Terms, numbers: ByNumber) -> None:
        self._store = store
        self._terms = terms
        self._numbers = numbers
        self._standing: dict[str, tuple[Order, Standing]] = {}
        self._open: dict[str, Open] = {}
        self._orders_on = Index()
        self._claims_on = Index()
        self._totals = Index()
        self._edges: dict[str, dict[str, Weighed]] = {}
        self._claims_of: dict[str, set[str]] = {}
        self.verdicts: dict[str, Verdict] = {}

    def set_order(self, order: Order, standing: Standing) -> None:
        """Take what an order wants now."""
        self.drop_order(order.key)
        self._standing[order.key] = (order, standing)
        for shelf in _stands(order, standing):
            self._orders_on.add(shelf, order.key)
        for total in total_shelves(order):
            self._totals.add(total, order.key)

    def drop_order(self, key: str) -> None:
        """Forget an order."""
        before = self._standing.pop(key, None)
        if before is not None:
            for shelf in _stands(*before):
                self._orders_on.discard(shelf, key)
            for total in total_shelves(before[0]):
                self._totals.discard(total, key)

    def concerned_by(self, key: str) -> set[str]:
        """Give the open claims for which it may count how an order stands."""
        concerned = set(self._claims_of.get(key, ()))
        known = self._standing.get(key)
        if known is None:
            return concerned
        order, standing = known
        for shelf in (*_stands(order, standing), *total_shelves(order)):
            concerned.update(self._claims_on.get(shelf))
        if standing.wants > 0 or standing.owes > 0:
            for form in number_forms(order.number):
                for number in (form, *near_numbers(form)):
                    concerned.update(self._claims_on.get(("number", number)))
        return concerned

    def set_claim(self, key: str, found: Open | None) -> None:
        """Take what is open of a claim now."""
        before = self._open.pop(key, None)
        if before is not None:
            for shelf in self._shelves_of(before):
                self._claims_on.discard(shelf, key)
        if found is not None:
            self._open[key] = found
            for shelf in self._shelves_of(found):
                self._claims_on.add(shelf, key)

    def solve(self, touched: Iterable[str]) -> set[str]:
        """Solve each neighbourhood with a touched claim; give the claims that changed."""
        fresh = set(touched)
        waiting = fresh | self._beside(fresh)
        for claim in fresh:
            self._tell_edges(claim)
        waiting |= self._beside(fresh)
        changed: set[str] = set()
        while waiting:
            claims = self._neighbourhood(waiting.pop())
            waiting -= claims
            changed |= self._settle(claims)
        return changed

    def open_claims(self) -> Iterator[Open]:
        """Give the claims that the first step left open."""
        yield from self._open.values()

    def is_open(self, key: str) -> bool:
        """Tell whether the first step left something of a claim open."""
        return key in self._open

    def _beside(self, claims: Iterable[str]) -> set[str]:
        """Give the claims that share an order with one of these."""
        return {
            other
            for claim in claims
            for order in self._edges.get(claim, ())
            for other in self._claims_of[order]
        }

    def _neighbourhood(self, start: str) -> set[str]:
        """Walk from claim to claim over the orders that they may share."""
        claims, waiting = {start}, [start]
        while waiting:
            beside = self._beside((waiting.pop(),)) - claims
            claims |= beside
            waiting.extend(beside)
        return claims

    def _tell_edges(self, key: str) -> None:
        for order in self._edges.pop(key, ()):
            claims = self._claims_of[order]
            claims.discard(key)
            if not claims:
                del self._claims_of[order]
        found = self._open.get(key)
        if found is None:
            return
        edges = likely(dict(self._candidates(found)))
        if edges:
            self._edges[key] = edges
            for order in edges:
                self._claims_of.setdefault(order, set()).add(key)

    def _settle(self, claims: set[str]) -> set[str]:
        edges = {
            key: self._edges.get(key, {})
            for key in sorted(claims)
            if key in self._edges or (key in self._open and self._open[key].fallback is not None)
        }
        orders = {order for each in edges.values() for order in each}
        orders |= {
            fallback.order
            for key in edges
            if (fallback := self._open[key].fallback) is not None
            and fallback.order in self._standing
        }
        found: dict[str, Verdict] = {}
        if edges:
            found = settle(
                Neighbourhood(
                    {key: self._open[key] for key in edges},
                    {order: self._standing[order][1] for order in sorted(orders)},
                    edges,
                    self._terms,
                )
            )
        changed = set()
        for key in claims:
            before, after = self.verdicts.get(key), found.get(key)
            if before == after:
                continue
            changed.add(key)
            if after is None:
                del self.verdicts[key]
            else:
                self.verdicts[key] = after
        return changed

    def _shelves_of(self, found: Open) -> Iterator[Shelf | int]:
        size = abs(found.amount)
        yield from self._looking(found)
        yield from claim_total_shelves(found.claim, size)
        for reference in found.claim.references:
            yield ("number", reference.number)

    def _looking(self, found: Open) -> Iterator[Shelf]:
        """Give where a claim looks for orders; for the rest of one, where that customer's are."""
        tag = "+" if found.amount > 0 else "-"
        if found.beside is None:
            yield from claim_shelves(found.claim, found.size, tag)
        else:
            yield from customer_shelves(found.beside, tag)

    def _candidates(self, found: Open) -> Iterator[tuple[str, Weighed]]:
        for key in self._may_be_for(found):
            order, standing = self._standing[key]
            if order is found.beside or not self._numbers.may(found.claim, order):
                continue
            weighed = self._weigh(found, order, standing)
            if weighed is not None and weighed.points >= EDGE:
                yield key, weighed

    def _may_be_for(self, found: Open) -> set[str]:
        keys = {key for key in found.doubts if key in self._standing}
        for number in numbers_near(found.claim):
            keys.update(
                order.key for order in self._store.numbered(number) if order.key in self._standing
            )
        for shelf in self._looking(found):
            there = self._orders_on.get(shelf)
            if len(there) <= (_FEW if len(shelf) == _BY_AMOUNT else _MANY):
                keys.update(there)
        if found.beside is None:
            for total in claim_total_shelves(found.claim, found.size):
                there = self._totals.get(total)
                if len(there) <= _MANY:
                    keys.update(there)
        return keys

    def _weigh(self, found: Open, order: Order, standing: Standing) -> Weighed | None:
        claim = found.claim
        wanted = standing.wants if found.amount > 0 else standing.owes
        tolerance = self._terms.tolerates(claim.currency)
        again = wanted <= 0
        if again:
            wanted = order.total
            if found.amount > 0 and not _has_size(standing, found.amount, tolerance):
                return None
            if found.amount < 0 and standing.paid <= 0:
                return None
        if found.beside is not None:
            return self._weigh_rest(found, order, wanted)
        number = self._numbers.number_ground(claim, order)
        weighed = self._numbers.weigh(claim, order, number, (abs(found.amount), wanted))
        return self._with_more(found, weighed, standing, again=again)

    def _weigh_rest(self, found: Open, order: Order, wanted: int) -> Weighed | None:
        """Weigh what is over of a claim for another order of the same customer."""
        if found.beside is None or not is_one_customer(found.beside, order):
            return None
        tolerance = self._terms.tolerates(order.currency)
        amount = amount_ground(found.size, wanted, tolerance, found.claim.says)
        day = day_ground(found.claim, order)
        return weigh((amount, Ground.SAME_CUSTOMER, *((day,) if day else ())))

    def _with_more(
        self, found: Open, weighed: Weighed, standing: Standing, *, again: bool
    ) -> Weighed | None:
        grounds = list(weighed.grounds)
        if again:
            if Ground.AMOUNT not in grounds or not (weighed.is_alike or _AGAIN & set(grounds)):
                return None
            return weigh((*grounds, Ground.PAID_AGAIN))
        if found.amount < 0 and found.claim.rail in standing.rails:
            grounds.append(Ground.RAIL)
        if Ground.AMOUNT in grounds and self._is_rare(found, standing):
            grounds.append(Ground.AMOUNT_RARE)
        return weigh(tuple(grounds))

    def _is_rare(self, found: Open, standing: Standing) -> bool:
        tag, wanted = ("+", standing.wants) if found.amount > 0 else ("-", standing.owes)
        return len(self._orders_on.get((tag, wanted // 100))) == 1


def _stands(order: Order, standing: Standing) -> Iterator[Shelf]:
    """Give the shelves where an order stands, for what it wants and for what it owes."""
    if standing.wants > 0:
        yield from order_shelves(order, standing.wants, "+")
    if standing.owes > 0:
        yield from order_shelves(order, standing.owes, "-")


def likely(edges: dict[str, Weighed]) -> dict[str, Weighed]:
    """Leave out what cannot matter beside what else speaks for a claim.

    So neighbourhoods stay small: a surname and a part of a sum are shared by many.
    """
    best = max((weighed.points for weighed in edges.values()), default=0)
    least = max(EDGE, best - _FAR)
    near = {order: weighed for order, weighed in edges.items() if weighed.points >= least}
    vague = [order for order, weighed in near.items() if _is_vague(weighed)]
    if len(vague) > _FEW or best >= _CLEAR:
        near = {order: weighed for order, weighed in near.items() if not _is_vague(weighed)}
    return near


def _is_vague(weighed: Weighed) -> bool:
    return _TELLING.isdisjoint(weighed.grounds) and not weighed.is_alike


def _has_size(standing: Standing, amount: int, tolerance: int) -> bool:
    return any(abs(size - amount) <= tolerance for size in standing.sizes)


def open_part(
    claim: Claim, verdict: Verdict, orders: dict[str, Order], tolerance: int
) -> Open | None:
    """Tell what the first step left open of a claim."""
    if not verdict.shares:
        return Open(
            claim, claim.amount, verdict.strange, verdict.doubts, fallback=verdict.fallback
        )
    if len(verdict.shares) == 1 and claim.amount > 0:
        share = verdict.shares[0]
        over = claim.amount - orders[share.order].total
        if over > tolerance:
            return Open(claim, over, strange=False, doubts=(), beside=orders[share.order])
    return None
