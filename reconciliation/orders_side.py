"""Keeps which claims belong to which orders, and brings it up to date when something arrives."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from reconciliation.decisions import Decisions
from reconciliation.evidence.references import near_numbers
from reconciliation.links import LinkKind
from reconciliation.matching.by_balance import ByBalance
from reconciliation.matching.by_number import ByNumber
from reconciliation.matching.claims import Claim, in_turn
from reconciliation.matching.scoring import Weighed
from reconciliation.matching.shelves import taken_shelf
from reconciliation.matching.standing import Earlier, Open, Standing, open_part
from reconciliation.matching.verdicts import Share, Verdict
from reconciliation.records import Order
from reconciliation.store import Index, Keys, Store, number_forms
from reconciliation.terms import Terms
from reconciliation.words import PART_OR_REST, REST

_MUCH = 500
_MUCH_PART = 10
"""So many orders at once, and at least such a part of all: then all claims are judged anew."""


class OrdersSide:
    """Claims and orders: the first step by numbers, the second and the last by what is left."""

    def __init__(self, store: Store, terms: Terms, decisions: Decisions) -> None:
        self._store = store
        self._terms = terms
        self._decisions = decisions
        self._numbers = ByNumber(store, terms, decisions)
        first = Earlier(self._standing_of_first, self._paid_by, self._charged)
        second = first._replace(stand=self._standing_of_second)
        self._balances = ByBalance(store, terms, self._numbers, first, is_last=False)
        self._leftovers = ByBalance(store, terms, self._numbers, second, is_last=True)
        self.claims: dict[str, Claim] = {}
        self._named = Index()
        self._charges = Index()
        self._first: dict[str, Verdict] = {}
        self._of_order = Index()
        self._dirty: Keys = {}
        self._dirty_orders: dict[str, Order | None] = {}

    def put_claim(self, key: str, claim: Claim | None) -> None:
        """Take a claim, another version of it, or that it is none."""
        before = self.claims.get(key)
        if before == claim:
            return
        if before is not None:
            for reference in before.references:
                self._named.discard(reference.number, key)
            if _is_charge(before):
                self._charges.discard(taken_shelf(before), key)
            del self.claims[key]
        if claim is not None:
            self.claims[key] = claim
            for reference in claim.references:
                self._named.add(reference.number, key)
            if _is_charge(claim):
                self._charges.add(taken_shelf(claim), key)
        self._dirty[key] = None

    def put_order(self, before: Order | None, after: Order | None) -> None:
        """Take note that an order came, changed or went; the store has it as it is now."""
        order = after or before
        if order is not None:
            self._dirty_orders.setdefault(order.key, before)

    def update(self) -> tuple[Keys, Keys]:
        """Match what was touched; give the claims and the orders of which something changed."""
        before, changed = self._dirty_orders, self._dirty
        anew = len(before) > max(_MUCH, len(self._store.orders) // _MUCH_PART)
        changed |= dict.fromkeys(self.claims if anew else self._claims_of_changed(before))
        self._dirty, self._dirty_orders = {}, {}
        stood = self._store.orders.get  # as it is now, unless it came, changed or went
        orders = dict.fromkeys(before)
        for key in changed:
            self._judge(key, orders)
        judged = () if anew else tuple(changed)
        for key in orders:
            self._balances.place(key, before.get(key, stood(key)), anew=anew)
        if not anew:
            changed |= dict.fromkeys(self._open_otherwise(orders, changed))
        for key in changed:
            self._balances.set_claim(key, self._left_open(key))
        settled = self._balances.solve(judged, anew=anew)
        orders |= dict.fromkeys(self._file(changed, settled))
        changed |= dict.fromkeys(settled)
        for key in orders:
            may_want = self._balances.wants_any(key)  # later steps only take from that
            was = before.get(key, stood(key))
            self._leftovers.place(key, was, anew=anew, may_want=may_want)
        if not anew:
            changed |= dict.fromkeys(self._over_otherwise(orders, changed))
        for key in changed:
            self._leftovers.set_claim(key, self._left_over(key))
        settled = self._leftovers.solve(judged, anew=anew)
        orders |= dict.fromkeys(self._file((), settled))
        changed |= dict.fromkeys(settled)
        return changed, orders

    def _open_otherwise(self, orders: Iterable[str], besides: Keys) -> set[str]:
        """Give the claims of some orders of which other is left than before, besides others."""
        claims = {key for order in orders for key in self._of_order.get(order)} - besides.keys()
        is_open_as = self._balances.is_open_as
        return {key for key in claims if not is_open_as(key, self._left_open(key))}

    def _over_otherwise(self, orders: Iterable[str], besides: Keys) -> set[str]:
        """Give the claims of which other is over before the last step, besides others."""
        claims = {key for order in orders for key in self._of_order.get(order)} - besides.keys()
        is_open_as = self._leftovers.is_open_as
        return {key for key in claims if not is_open_as(key, self._left_over(key))}

    def _claims_of_changed(self, before: dict[str, Order | None]) -> set[str]:
        """Give the claims that may name an order that changed, or that it had."""
        found: set[str] = set()
        for key, was in before.items():
            for order in (was, self._store.orders.get(key)):
                if order is not None:
                    found.update(self._claims_naming(order))
                    # A sum may be for it and one that a number is, or is near to.
                    for each in (order, *self._store.siblings(order)):
                        found.update(filter(self._is_unsure, self._claims_near(each)))
            found.update(self._of_order.get(key))
        return found

    def shares(self, key: str) -> tuple[Share, ...]:
        """Give what of a claim belongs to which order."""
        return _joined(self._second_shares(key), self._leftovers.verdicts.get(key))

    def parted(self, key: str) -> tuple[Share, ...]:
        """Give what of a claim belongs to which order; of several, to each just what it lacks.

        Where that does not come to the claim, each has its total and the last what is over. How
        somebody has split it, it stays.
        """
        shares = self.shares(key)
        is_split = bool(self._decisions.confirmed_of(key))
        if len(shares) <= 1 or self.claims[key].amount <= 0 or is_split:
            return shares
        lacking = [self._lacks(share.order, key) for share in shares]
        tolerance = self._terms.tolerates(self.claims[key].currency)
        over = self.claims[key].amount - sum(lacking)
        if min(lacking) <= tolerance or abs(over) > tolerance:
            return shares
        lacking[-1] += over
        return tuple(
            share._replace(amount=amount) for share, amount in zip(shares, lacking, strict=True)
        )

    def _lacks(self, order: str, claim: str) -> int:
        """Give what an order lacks beside a claim."""
        others = (
            share.amount
            for each in self._of_order.get(order)
            if each != claim
            for share in self.shares(each)
            if share.order == order and share.amount > 0
        )
        return self._store.orders[order].total - sum(others)

    def beside(self, orders: Collection[str]) -> set[str]:
        """Give the other orders of the claims of some: what is whose may be other than before."""
        found: set[str] = set()
        for order in orders if len(orders) < len(self._store.orders) else ():
            for claim in self._of_order.get(order):
                shares = self.shares(claim)
                if len(shares) > 1:
                    found.update(share.order for share in shares)
        return found

    def doubts(self, key: str) -> tuple[str, ...]:
        """Give the orders between which a claim is not decided."""
        if self.shares(key):
            return ()
        last = self._leftovers.verdicts.get(key)
        return last.doubts if last is not None else ()

    def rivals(self, key: str) -> tuple[tuple[str, Weighed], ...]:
        """Give the orders that later steps weighed for a claim, the likeliest first."""
        edges = self._balances.edges_of(key) | self._leftovers.edges_of(key)
        return tuple(sorted(edges.items(), key=lambda each: (-each[1].points, each[0])))

    def of_order(self, order: str) -> Iterator[tuple[Claim, Share]]:
        """Give the claims of an order, each with its share."""
        for key in self._of_order.get(order):
            for share in self.parted(key):
                if share.order == order:
                    yield self.claims[key], share

    def names_nobody(self, key: str) -> bool:
        """Tell whether a claim names an order that nobody knows."""
        first = self._first.get(key)
        return first is not None and first.strange

    def _first_shares(self, key: str) -> tuple[Share, ...]:
        first = self._first.get(key)
        return first.shares if first is not None else ()

    def _second_shares(self, key: str) -> tuple[Share, ...]:
        return _joined(self._first_shares(key), self._balances.verdicts.get(key))

    def _claims_naming(self, order: Order) -> Iterator[str]:
        for form in number_forms(order.number):
            yield from self._named.get(form)
        yield from self._named.get(order.key.partition(":")[2])
        for _, right in self._decisions.confirmed_with(order.key):
            if right in self.claims:
                yield right

    def _claims_near(self, order: Order) -> Iterator[str]:
        """Give the claims that name an order, or a number that one slip makes of its own."""
        for form in number_forms(order.number):
            yield from self._named.get(form)
            yield from self._named.of_all(near_numbers(form))

    def _is_unsure(self, key: str) -> bool:
        """Tell whether orders that a claim does not name may decide what it is for."""
        first = self._first.get(key)
        return first is None or not first.is_plain

    def _judge(self, key: str, orders: Keys) -> None:
        """Judge a claim by its numbers, and keep it under the orders that it is for.

        Take down the orders that it was for and is for now.
        """
        claim = self.claims.get(key)
        for share in self.shares(key):
            orders[share.order] = None
        for share in self._first_shares(key):
            self._of_order.discard(share.order, key)
        if claim is None:
            self._first.pop(key, None)
            return
        verdict = self._numbers.judge(claim)
        self._first[key] = verdict
        for share in verdict.shares:
            self._of_order.add(share.order, key)
            orders[share.order] = None

    def _standing_of_first(self, key: str) -> Standing:
        """Tell how the first step left an order."""
        return self._standing_of(key, self._first_shares)

    def _standing_of_second(self, key: str) -> Standing:
        """Tell how the second step left an order."""
        return self._standing_of(key, self._second_shares)

    def _standing_of(self, key: str, shares_of: Callable[[str], tuple[Share, ...]]) -> Standing:
        order, there = self._store.orders[key], self._of_order.get(key)
        if not there:
            tolerance = self._terms.tolerates(order.currency)
            return Standing(
                order.total if order.total > tolerance else 0,
                order.refunded if order.refunded > tolerance else 0,
                _NO_RAILS,
                (),
            )
        came, rails = [], []
        wants, owes = order.total, order.refunded
        for each in there:
            for share in shares_of(each):
                if share.order == key:
                    claim, size = self.claims[each], share.amount
                    came.append((claim.day, size))
                    rails.append(claim.rail)
                    wants -= max(size, 0)
                    owes += min(size, 0)
        tolerance = self._terms.tolerates(order.currency)
        return Standing(
            wants if wants > tolerance else 0,
            owes if owes > tolerance else 0,
            _shared(frozenset(rails)),
            tuple(sorted(came)) if len(came) > 1 else tuple(came),
        )

    def _paid_by(self, key: str) -> Iterator[Claim]:
        """Give the money that the first two steps led to an order."""
        for claim in sorted(self._of_order.get(key)):
            shares = self._second_shares(claim)
            if any(share.order == key and share.amount > 0 for share in shares):
                yield self.claims[claim]

    def _charged(self, back: Claim) -> Iterator[str]:
        """Give the orders for which a provider took just what it gave back."""
        for charge in self._charges.get(taken_shelf(back)):
            for share in self._second_shares(charge):
                yield share.order

    def _left_open(self, key: str) -> Open | None:
        """Tell what the first step left of a claim."""
        claim, verdict = self.claims.get(key), self._first.get(key)
        if claim is None or verdict is None:
            return None
        tolerance = self._terms.tolerates(claim.currency)
        had = self._had(claim, self._first_shares)
        return open_part(claim, verdict, self._store.orders, had, tolerance)

    def _had(self, claim: Claim, shares_of: Callable[[str], tuple[Share, ...]]) -> int:
        """Give what came by earlier steps for a claim's only order, if all before the claim.

        Who pays a part for a start, or by a provider, pays for no other order beside it.
        """
        shares = self._first_shares(claim.key)
        there = self._of_order.get(shares[0].order) if len(shares) == 1 else ()
        is_first = claim.says & PART_OR_REST and not claim.says & REST
        if len(there) <= 1 or is_first or claim.kind is LinkKind.ORDER_PAYMENT:
            return 0
        order, had = shares[0].order, 0
        for key in there:
            others = shares_of(key)
            if key == claim.key or all(share.order != order for share in others):
                continue
            if len(others) > 1 or in_turn(self.claims[key]) > in_turn(claim):
                return 0
            had += max(others[0].amount, 0)
        return had

    def _left_over(self, key: str) -> Open | None:
        """Tell what the second step left of a claim."""
        found, second = self._balances.open_of(key), self._balances.verdicts.get(key)
        if (
            found is not None
            and found.beside is not None
            and (second is None or not second.shares)
        ):
            claim, tolerance = found.claim, self._terms.tolerates(found.claim.currency)
            had = self._had(claim, self._second_shares)
            return open_part(claim, self._first[key], self._store.orders, had, tolerance)
        if found is None or second is None:
            return found
        return None if second.shares else replace(found, doubts=second.doubts)

    def _file(self, changed: Iterable[str], settled: Mapping[str, Verdict]) -> set[str]:
        """Keep claims under the orders that they are for now; give the orders that it concerns."""
        orders: set[str] = set()
        for key, before in settled.items():
            for share in before.shares:
                orders.add(share.order)
                self._of_order.discard(share.order, key)
        second, last = self._balances.verdicts, self._leftovers.verdicts
        for key in (*settled, *changed):
            if key not in second and key not in last and key not in settled:
                continue  # it stands where the first step put it
            # The last step may not have heard yet what the second led elsewhere.
            for share in (*self._second_shares(key), *self.shares(key)):
                self._of_order.add(share.order, key)
                if key in settled:
                    orders.add(share.order)
        return orders


def _is_charge(claim: Claim) -> bool:
    return claim.kind is LinkKind.ORDER_PAYMENT and claim.amount > 0


_NO_RAILS: frozenset[str] = frozenset()


@lru_cache(maxsize=1_000)
def _shared(rails: frozenset[str]) -> frozenset[str]:
    """Give the same set for as many orders as were paid by the same ways."""
    return rails


def _joined(before: tuple[Share, ...], later: Verdict | None) -> tuple[Share, ...]:
    """Give what of a claim is whose, when a later step found orders for all or for the rest."""
    if later is None or not later.shares:
        return before
    if not before:
        return later.shares
    whole = before[0]
    rest = whole.amount - sum(share.amount for share in later.shares)
    return (Share(whole.order, rest, whole.weighed), *later.shares)
