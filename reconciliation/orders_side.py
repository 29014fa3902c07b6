"""Keeps which claims belong to which orders, and brings it up to date when something arrives."""

from collections.abc import Iterable, Iterator

from reconciliation.decisions import Decisions
from reconciliation.evidence.references import near_numbers
from reconciliation.matching.by_balance import ByBalance, open_part
from reconciliation.matching.by_number import ByNumber, Share, Verdict
from reconciliation.matching.claims import Claim
from reconciliation.matching.neighbourhood import Standing
from reconciliation.matching.scoring import Weighed
from reconciliation.records import Order
from reconciliation.store import Index, Store, number_forms
from reconciliation.terms import Terms

_MUCH = 500
_MUCH_PART = 10
"""So many orders at once, and at least such a part of all: then all claims are judged anew."""


class OrdersSide:
    """Claims and orders: the first step by numbers, the second by what is left."""

    def __init__(self, store: Store, terms: Terms, decisions: Decisions) -> None:
        self._store = store
        self._terms = terms
        self._decisions = decisions
        self._numbers = ByNumber(store, terms, decisions)
        self._balances = ByBalance(store, terms, self._numbers)
        self.claims: dict[str, Claim] = {}
        self._named = Index()
        self._first: dict[str, Verdict] = {}
        self._of_order: dict[str, dict[str, Share]] = {}
        self._final_of_order = Index()
        self._sets: dict[frozenset[str], frozenset[str]] = {}
        self._known: dict[str, Order] = {}
        self._filed: dict[str, tuple[str, ...]] = {}
        self._dirty: set[str] = set()
        self._dirty_orders: dict[tuple[str, str], Order] = {}

    def put_claim(self, key: str, claim: Claim | None) -> None:
        """Take a claim, another version of it, or that it is none."""
        before = self.claims.pop(key, None)
        if before is not None:
            for reference in before.references:
                self._named.discard(reference.number, key)
        if claim is not None:
            self.claims[key] = claim
            for reference in claim.references:
                self._named.add(reference.number, key)
        if before != claim:
            self._dirty.add(key)

    def put_order(self, before: Order | None, order: Order | None) -> None:
        """Take note that an order came, changed or went; the store has it as it is now."""
        for each in (before, order):
            if each is not None:
                self._dirty_orders[each.key, each.number] = each

    def update(self) -> tuple[set[str], set[str]]:
        """Match what was touched; give the claims and the orders of which something changed."""
        is_much = len(self._dirty_orders) > max(_MUCH, len(self._store.orders) // _MUCH_PART)
        orders = {order.key for order in self._dirty_orders.values()}
        if is_much:
            self._dirty.update(self.claims)
        else:
            for order in self._dirty_orders.values():
                self._dirty.update(self._claims_naming(order))
        for key in orders:
            self._dirty.update(self._of_order.get(key, ()))
        changed = set(self._dirty)
        for key in self._dirty:
            orders |= self._judge(key)
        touched = set(self._dirty)
        for key in orders:
            self._stand(key, anew=is_much)
        for key in self._dirty:
            self._open(key)
        settled = self._balances.solve(touched, anew=is_much)
        changed |= settled
        concerned = orders | {share.order for key in changed for share in self.shares(key)}
        concerned |= self._refile(changed)
        self._dirty, self._dirty_orders = set(), {}
        return changed, concerned

    def shares(self, key: str) -> tuple[Share, ...]:
        """Give what of a claim belongs to which order."""
        first = self._first.get(key)
        second = self._balances.verdicts.get(key)
        if first is None or not first.shares:
            return second.shares if second is not None else ()
        if second is None or not second.shares:
            return first.shares
        whole = first.shares[0]
        rest = whole.amount - sum(share.amount for share in second.shares)
        return (Share(whole.order, rest, whole.weighed), *second.shares)

    def doubts(self, key: str) -> tuple[str, ...]:
        """Give the orders between which a claim is not decided."""
        if self.shares(key):
            return ()
        second = self._balances.verdicts.get(key)
        return second.doubts if second is not None else ()

    def rivals(self, key: str) -> tuple[tuple[str, Weighed], ...]:
        """Give the orders that the second step weighed for a claim, the likeliest first."""
        edges = self._balances.edges_of(key)
        return tuple(sorted(edges.items(), key=lambda each: (-each[1].points, each[0])))

    def of_order(self, order: str) -> Iterator[tuple[Claim, Share]]:
        """Give the claims of an order, each with its share."""
        for key in self._final_of_order.get(order):
            for share in self.shares(key):
                if share.order == order:
                    yield self.claims[key], share

    def names_nobody(self, key: str) -> bool:
        """Tell whether a claim names an order that nobody knows."""
        first = self._first.get(key)
        return first is not None and first.strange

    def _claims_naming(self, order: Order) -> Iterator[str]:
        for form in number_forms(order.number):
            yield from self._named.get(form)
            for near in near_numbers(form):
                yield from self._named.get(near)
        yield from self._named.get(order.key.partition(":")[2])
        for _, right in self._decisions.confirmed_with(order.key):
            if right in self.claims:
                yield right

    def _judge(self, key: str) -> set[str]:
        """Judge a claim by its numbers; give the orders that it left and those it came to."""
        before = self._first.pop(key, None)
        claim = self.claims.get(key)
        concerned = set()
        for share in before.shares if before else ():
            concerned.add(share.order)
            self._of_order[share.order].pop(key, None)
        if claim is None:
            return concerned
        verdict = self._numbers.judge(claim)
        self._first[key] = verdict
        for share in verdict.shares:
            concerned.add(share.order)
            self._of_order.setdefault(share.order, {})[key] = share
        return concerned

    def _stand(self, key: str, *, anew: bool) -> None:
        """Tell the second step how an order stands."""
        order = self._store.orders.get(key)
        if order is None:
            gone = self._known.pop(key, None)
            if gone is not None:
                self._balances.set_order(gone, None)
            return
        self._known[key] = order
        shares = self._of_order.get(key, {})
        paid = sum(share.amount for share in shares.values() if share.amount > 0)
        returned = -sum(share.amount for share in shares.values() if share.amount < 0)
        tolerance = self._terms.tolerates(order.currency)
        wants, owes = order.total - paid, order.refunded - returned
        standing = Standing(
            wants if wants > tolerance else 0,
            owes if owes > tolerance else 0,
            paid,
            self._rails(shares),
            tuple(share.amount for share in shares.values()),
        )
        self._balances.set_order(order, standing, anew=anew)

    def _rails(self, claims: Iterable[str]) -> frozenset[str]:
        """Give the ways that money came by, each set of them once in memory."""
        rails = frozenset(self.claims[claim].rail for claim in claims)
        return self._sets.setdefault(rails, rails)

    def _open(self, key: str) -> None:
        claim, verdict = self.claims.get(key), self._first.get(key)
        found = None
        if claim is not None and verdict is not None:
            tolerance = self._terms.tolerates(claim.currency)
            found = open_part(claim, verdict, self._store.orders, tolerance)
        self._balances.set_claim(key, found)

    def _refile(self, changed: Iterable[str]) -> set[str]:
        """Keep by order what the claims are for now; give the orders that lost one."""
        lost: set[str] = set()
        for key in changed:
            before = self._filed.get(key, ())
            now = tuple(dict.fromkeys(share.order for share in self.shares(key)))
            for order in before:
                self._final_of_order.discard(order, key)
            for order in now:
                self._final_of_order.add(order, key)
            lost.update(before)
            if now:
                self._filed[key] = now
            else:
                self._filed.pop(key, None)
        return lost
