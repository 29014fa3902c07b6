"""Later steps: what names no order that is believed, against what orders still want."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from reconciliation.evidence.references import near_numbers
from reconciliation.matching.among import among
from reconciliation.matching.by_number import ByNumber
from reconciliation.matching.likely import FEW, likely
from reconciliation.matching.scoring import Weighed
from reconciliation.matching.settling import Settling
from reconciliation.matching.shelves import (
    claim_known_shelves,
    claim_of_total_shelves,
    claim_shelves,
    claim_total_shelves,
    claim_week_shelves,
    customer_shelves,
    is_by_amount,
    is_nameless,
    is_untold_back,
    known_shelves,
    numbers_near,
    of_total_shelf,
    order_shelves,
    payer_shelves,
    taken_shelf,
    told_shelves,
    total_shelf,
    total_shelves,
    week_shelves,
)
from reconciliation.matching.standing import Earlier, Open, Standing
from reconciliation.matching.verdicts import Verdict
from reconciliation.matching.weighing import Weigher
from reconciliation.records import Order, id_of
from reconciliation.store import Index, Keys, Store, number_forms, shelf_of
from reconciliation.terms import Terms

_MANY = 60
_NOWHERE: AbstractSet[int] = frozenset()
_NOTHING_SAID = Verdict()


class ByBalance:
    """Finds the orders that open claims may be for, and settles what something touched.

    The last step does not look for what was paid twice, believes a number where nothing better is
    found, and weighs orders beside each other, for few are left.
    """

    def __init__(
        self,
        store: Store,
        terms: Terms,
        numbers: ByNumber,
        earlier: Earlier,
        *,
        is_last: bool,
    ) -> None:
        self._store = store
        self._terms = terms
        self._stand = earlier.stand
        self._stands_now: dict[str, Standing] = {}
        self._paid_by = earlier.paid_by
        self._charged = earlier.charged
        self._is_last = is_last
        self._payers: dict[str, frozenset[int]] = {}
        self._wanted: dict[str, tuple[int, int]] = {}
        self._open: dict[str, Open] = {}
        self._orders_on = Index()
        self._claims_on = Index()
        self._untold_backs: dict[int, set[str]] = {}
        earlier = earlier._replace(stand=self._standing)
        self._weigher = Weigher(
            terms, numbers, self._orders_on, self._wants, earlier, is_last=is_last
        )
        self._all: dict[str, dict[str, Weighed]] = {}
        self._known_to = Index()
        self._settling = Settling(terms, self._wants, self._paid, is_last=is_last)
        self._fresh: Keys = {}
        self._doubted: dict[str, set[str]] = {}
        self._stale: dict[str, set[int]] = {}
        self._beside_few: set[str] = set()
        self._moved: dict[str, bool] = {}
        self._named_others: set[str] = set()
        self.verdicts = self._settling.verdicts

    def place(self, key: str, before: Order | None, *, anew: bool, may_want: bool = True) -> None:
        """Put an order where it stands now; `before` is what stood there until now, if any did.

        `anew` says that all open claims will be looked at anyway, `may_want` that the order may
        want or owe anything at all.
        """
        order = self._store.orders.get(key)
        self._stands_now.pop(key, None)
        wanted = self._wanted.pop(key, (0, 0))
        now = (0, 0)
        if order is not None and may_want:
            standing = self._stand(key)  # kept only of those that are weighed, for few are
            now = (standing.wants, standing.owes)
            if now != (0, 0):
                self._wanted[key] = now
        old = set(self._stands(before, *wanted)) if before is not None else _NOWHERE
        self._keep_payers(key, order, now[0])
        new = set(self._stands(order, *now)) if order is not None else _NOWHERE
        self._move(key, old, new, anew=anew)
        self._settling.stands_otherwise(key, wants_other=now != wanted)
        if anew:
            return
        self._moved[key] = self._moved.get(key, False) or now != wanted
        if self._is_last:
            self._notice_others(key, before, order)
            if (now[0] > 0) != (wanted[0] > 0):
                self._named_others.update(self._settling.naming(key))
        if now != wanted and not self._is_last:
            for shelf in filter(is_by_amount, new & old):
                self._notice(shelf, 1)

    def _keep_payers(self, key: str, order: Order | None, wants: int) -> None:
        """Keep the shelves of those who paid for an order, in the last step, where they may again.

        That is where it wants more, or where nobody knows its customer's surname.
        """
        self._payers.pop(key, None)
        if (
            not self._is_last
            or order is None
            or not (0 < wants < order.total or is_nameless(order))
        ):
            return
        shelves = frozenset(payer_shelves(order, self._paid_by(key)))
        if shelves:
            self._payers[key] = shelves

    def _move(self, key: str, old: AbstractSet[int], new: AbstractSet[int], *, anew: bool) -> None:
        """Take an order from some shelves and put it on others."""
        orders_on = self._orders_on
        for shelf in old - new:
            orders_on.discard(shelf, key)
            if not anew:
                self._notice(shelf, len(orders_on.get(shelf)))
        for shelf in new - old:
            if not anew:
                self._notice(shelf, len(orders_on.get(shelf)))
            orders_on.add(shelf, key)

    def _notice_others(self, key: str, before: Order | None, now: Order | None) -> None:
        """See whether another order is the only one of its whole total now, or no more."""
        totals = {each.total for each in (before, now) if each is not None}
        for total in totals if before is None or now is None or len(totals) > 1 else ():
            others = set(self._orders_on.get(total_shelf(total))) - {key}
            if len(others) == 1:
                self._moved.setdefault(others.pop(), False)

    def open_of(self, key: str) -> Open | None:
        """Give what is open of a claim."""
        return self._open.get(key)

    def is_open_as(self, key: str, found: Open | None) -> bool:
        """Tell whether just this is open of a claim already."""
        return self._open.get(key) == found

    def set_claim(self, key: str, found: Open | None) -> None:
        """Take what is open of a claim now."""
        before = self._open.get(key)
        if before == found:
            return
        if before is not None and found == replace(before, doubts=found.doubts if found else ()):
            self._open[key] = found
            self._doubted.setdefault(key, set()).update({*before.doubts} ^ {*found.doubts})
            return
        self._fresh[key] = None
        self._open.pop(key, None)
        if found is not None:
            self._open[key] = found
        self._file(key, before, found)

    def _file(self, key: str, before: Open | None, found: Open | None) -> None:
        """Keep a claim where it looks for orders, and no more where it looked before."""
        if before is not None:
            for shelf in self._shelves_of(before):
                self._claims_on.discard(shelf, key)
            if self._is_last and is_untold_back(before.claim):
                self._untold_backs[taken_shelf(before.claim)].discard(key)
        if found is not None:
            for shelf in self._shelves_of(found):
                self._claims_on.add(shelf, key)
            if self._is_last and is_untold_back(found.claim):
                self._untold_backs.setdefault(taken_shelf(found.claim), set()).add(key)

    def solve(self, touched: Iterable[str], *, anew: bool) -> dict[str, Verdict]:
        """Settle what is touched; give what was said before of what changed.

        Claims are touched of which other is open, or that orders may be named by otherwise; `anew`
        says that all are, so that no order needs a look of its own.
        """
        fresh = self._fresh | dict.fromkeys((*touched, *self._named_others, *self._beside_few))
        if anew:
            fresh = dict.fromkeys((*self._open, *self._all, *self.verdicts))
        for claim in fresh:
            self._tell_edges(claim)
        for claim in self._doubted.keys() - fresh.keys():
            self._doubt_otherwise(claim, self._doubted[claim])
        for claim in self._stale.keys() - fresh.keys():
            self._look_again(claim, self._stale[claim])
        for order, wants_other in self._moved.items():
            self._tell_order(order, fresh, wants_other=wants_other)
        self._fresh, self._doubted, self._stale, self._moved = {}, {}, {}, {}
        self._named_others, self._beside_few = set(), set()
        changed = self._settling.update()
        return {key: before or _NOTHING_SAID for key, before in changed.items()}

    def _standing(self, key: str) -> Standing:
        """Give how an order stands; it stays so until it is placed anew."""
        found = self._stands_now.get(key)
        if found is None:
            found = self._stands_now[key] = self._stand(key)
        return found

    def wants_any(self, key: str) -> bool:
        """Tell whether an order wants or owes anything before this step."""
        return key in self._wanted

    def edges_of(self, claim: str) -> dict[str, Weighed]:
        """Give what was weighed for a claim."""
        edges = self._all.get(claim)
        return self._in_company(claim, edges) if edges else {}

    def _wants(self, key: str, sign: int) -> int:
        """Give what an order wants, or owes where the sign is below zero."""
        wants, owes = self._wanted.get(key, (0, 0))
        return wants if sign > 0 else owes

    def _paid(self, key: str) -> int:
        """Give what came for an order before this step."""
        if key not in self._store.orders:
            return 0
        return sum(size for _, size in self._standing(key).came if size > 0)

    def _notice(self, shelf: int, fewer: int) -> None:
        """See whether one more or less on a shelf decides if claims look there at all.

        Before the last step it also counts whether few stand there, or only one.
        """
        if not self._is_last and (fewer <= FEW if is_by_amount(shelf) else fewer == 1):
            self._beside_few.update(self._claims_on.get(shelf))
        elif fewer == _most_on(shelf):
            for claim in self._claims_on.get(shelf):
                self._stale.setdefault(claim, set()).add(shelf)

    def _tell_order(self, key: str, fresh: Keys, *, wants_other: bool) -> None:
        """Weigh an order anew for the claims that know it or may."""
        before = set(self._known_to.get(key))
        order = self._store.orders.get(key)
        may = set(self._may_be_by(order)) if order is not None else set[str]()
        beside_others = self._is_last and wants_other
        for claim in (before | may) - fresh.keys():
            found = self._open[claim]
            edge = None
            if order is not None and claim in may:
                edge = self._weigher.edge(found, order, self._weigher.quick(found))
            edges = self._all.get(claim, {})
            if edge == edges.get(key) and not (edge is not None and beside_others):
                continue
            edges = {each: weighed for each, weighed in edges.items() if each != key}
            if edge is not None:
                edges[key] = edge
            self._keep(claim, edges)

    def _may_be_by(self, order: Order) -> Iterator[str]:
        """Give the open claims that look where an order stands."""
        standing = self._standing(order.key)
        for shelf in self._stands(order, standing.wants, standing.owes):
            if self._is_looked_at(shelf):
                yield from self._claims_on.get(shelf)
        for paid in self._paid_by(order.key) if self._untold_backs else ():
            yield from self._untold_backs.get(taken_shelf(paid), ())
        for form in (*number_forms(order.number), id_of(order.key)):
            for number in (form, *near_numbers(form)):
                yield from self._claims_on.get(shelf_of("number", number))

    def _is_looked_at(self, shelf: int) -> bool:
        return len(self._orders_on.get(shelf)) <= _most_on(shelf)

    def _tell_edges(self, key: str) -> None:
        found = self._open.get(key)
        edges = self._weighed(found, self._may_be_for(found)) if found is not None else ()
        self._keep(key, dict(edges))

    def _look_again(self, key: str, shelves: set[int]) -> None:
        """Leave out or add orders of shelves where a claim looks no more, or does again.

        Who is left of those where it looks no more was weighed already.
        """
        found, edges = self._open[key], self._all.get(key, {})
        looked = set(filter(self._is_looked_at, shelves))
        if looked != shelves:
            may = self._may_be_for(found)
            edges = {order: weighed for order, weighed in edges.items() if order in may}
        again = {order for shelf in looked for order in self._orders_on.get(shelf)}
        self._keep(key, edges | dict(self._weighed(found, again - edges.keys())))

    def _doubt_otherwise(self, key: str, orders: set[str]) -> None:
        """Weigh the orders anew of which alone it is other whether they are in doubt."""
        found, before = self._open[key], self._all.get(key, {})
        edges = {order: weighed for order, weighed in before.items() if order not in orders}
        self._keep(key, edges | dict(self._weighed(found, orders & self._may_be_for(found))))

    def _keep(self, claim: str, edges: dict[str, Weighed]) -> None:
        """Keep which orders a claim may be for, and which of them matter."""
        _replace(self._all, self._known_to, claim, edges)
        found = self._open.get(claim)
        self._settling.put(claim, found, likely(self._in_company(claim, edges)))

    def _in_company(self, claim: str, edges: dict[str, Weighed]) -> dict[str, Weighed]:
        """Weigh the orders of a claim beside each other, where few are left to be weighed."""
        found = self._open.get(claim)
        if not self._is_last or found is None or not edges:
            return edges
        shelves = claim_week_shelves(found.claim, found.amount)
        return among(found, edges, self._wants, is_all=all(map(self._is_looked_at, shelves)))

    def _stands(self, order: Order, wants: int, owes: int) -> Iterator[int]:
        """Give the shelves where an order stands, for what it wants, what it owes, and at all."""
        if wants > 0:
            yield from order_shelves(order, wants, "+")
        if owes > 0:
            yield from order_shelves(order, owes, "-")
        if not self._is_last:
            yield from total_shelves(order)
            return
        yield total_shelf(order.total)
        yield of_total_shelf(order)
        yield from known_shelves(order)
        yield from self._payers.get(order.key, ())
        yield from week_shelves(order, wants)
        yield from week_shelves(order, -owes)

    def _shelves_of(self, found: Open) -> Iterator[int]:
        yield from self._looking(found)
        for reference in found.claim.references:
            yield shelf_of("number", reference.number)

    def _looking(self, found: Open) -> Iterator[int]:
        """Give where a claim looks for orders; for the rest of one, where that customer's are."""
        tag = "+" if found.amount > 0 else "-"
        if found.beside is not None:
            yield from customer_shelves(found.beside, tag)
            return
        yield from claim_shelves(found.claim, found.size, tag)
        if self._is_last:
            yield from told_shelves(found.claim, tag)
            yield from claim_week_shelves(found.claim, found.amount)
            yield from claim_known_shelves(found.claim)
            if found.amount > 0:
                yield total_shelf(found.size)
                yield from claim_of_total_shelves(found.claim, found.size)
        else:
            yield from claim_total_shelves(found.claim, found.size)

    def _weighed(self, found: Open, keys: Iterable[str]) -> Iterator[tuple[str, Weighed]]:
        """Weigh orders for a claim; leave out what is none for it."""
        fits, orders = self._weigher.quick(found), self._store.orders
        for key in keys:
            weighed = self._weigher.edge(found, orders[key], fits)
            if weighed is not None:
                yield key, weighed

    def _may_be_for(self, found: Open) -> set[str]:
        keys: set[str] = set()
        numbers = tuple(numbers_near(found.claim))
        if numbers:
            keys.update(self._store.by_number.of_all(numbers))
            keys.update(filter(self._store.orders.__contains__, map("order:".__add__, numbers)))
        for shelf in self._looking(found):
            there = self._orders_on.get(shelf)
            if len(there) <= _most_on(shelf):
                keys.update(there)
        if self._is_last and is_untold_back(found.claim):
            keys.update(self._charged(found.claim))
        return keys


def _most_on(shelf: int) -> int:
    return FEW if is_by_amount(shelf) else _MANY


def _replace(
    there: dict[str, dict[str, Weighed]], back: Index, claim: str, edges: dict[str, Weighed]
) -> None:
    """Keep a claim's edges instead of those before, and the way back from their orders."""
    for order in there.pop(claim, ()):
        back.discard(order, claim)
    if edges:
        there[claim] = edges
        for order in edges:
            back.add(order, claim)
