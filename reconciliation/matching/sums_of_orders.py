"""Finds the orders that one sum pays together, though a number of theirs has slipped."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from reconciliation.evidence.references import Reference, Told, near_numbers
from reconciliation.matching.claims import Claim
from reconciliation.matching.scoring import is_one_customer
from reconciliation.matching.sums import making_up
from reconciliation.records import Order
from reconciliation.store import Store
from reconciliation.terms import Terms

_NEAR_MIN = 4
_MOST_NAMED = 6
_MOST_SIBLINGS = 3
_MOST_MADE_TOGETHER = 5
_FEWEST = 2
_TOGETHER = dt.timedelta(days=1)
_OF_ITS_TIME = dt.timedelta(days=14)
Orders = tuple[Order, ...]


def a_slip_away(store: Store, references: Iterable[Reference]) -> Iterator[Order]:
    """Give the orders whose number one slip of the finger makes of one that is named."""
    for reference in references:
        if reference.told is not Told.SPELLED and len(reference.number) >= _NEAR_MIN:
            for key in store.by_number.of_all(near_numbers(reference.number)):
                yield store.orders[key]


class Sums:
    """Looks for orders whose totals make up a claim to the cent.

    Where several groups do, none is found: nobody guesses.
    """

    def __init__(self, store: Store, terms: Terms, may: Callable[[Claim, Order], bool]) -> None:
        self._store = store
        self._terms = terms
        self._may = may

    def of_named(self, claim: Claim, orders: Iterable[Order]) -> Orders:
        """Find those of the orders, the likeliest first, that make up the claim."""
        items = [(order, order.total) for order in orders]
        tolerance = self._terms.tolerates(claim.currency)
        groups = making_up(items, claim.size, tolerance, min(len(items), _MOST_NAMED))
        return next((group for group in groups if len(group) > 1), ())

    def with_slipped(self, claim: Claim, named: list[Order], *, of_one: bool = False) -> Orders:
        """See whether one number of several has slipped, maybe to that of another order.

        Who is the same customer as the rest is meant before who only has the right total; `of_one`
        leaves that one out.
        """
        labelled = [each for each in claim.references if each.told is Told.LABELLED]
        if len(labelled) < _FEWEST or not named:
            return ()
        if of_one and not any(map(self._store.siblings, named)):
            return ()
        tolerance = self._terms.tolerates(claim.currency)
        near = [each for each in a_slip_away(self._store, labelled) if self._may(claim, each)]
        anybody: set[tuple[str, ...]] = set()
        customers: set[tuple[str, ...]] = set()
        for kept in (named, *_but_one(named)):
            rest = claim.size - sum(each.total for each in kept)
            for order in near:
                if abs(order.total - rest) > tolerance or order in kept:
                    continue
                keys = tuple(sorted(each.key for each in (*kept, order)))
                if is_one_customer(order, kept[0]):
                    customers.add(keys)
                elif kept is named:
                    anybody.add(keys)
        return self._only(customers if of_one else customers or anybody)

    def with_siblings(self, claim: Claim, slipped: Iterable[Order]) -> Orders:
        """See whether the sum is for one of the orders and for more of that customer's.

        Orders that were made together are meant before those of another day.
        """
        if claim.amount <= 0:
            return ()
        orders = list(slipped)
        for span in (_TOGETHER, _OF_ITS_TIME):
            found = self._with_siblings_within(claim, orders, span)
            if found:
                return self._only(found)
        return ()

    def beside(self, claim: Claim, named: list[Order]) -> Orders:
        """See whether the sum is for some orders of a customer and for more of his."""
        for span in (_TOGETHER, _OF_ITS_TIME):
            found = self._beside(claim, named, span)
            if found:
                return self._only(found)
        return ()

    def _with_siblings_within(
        self, claim: Claim, orders: list[Order], span: dt.timedelta
    ) -> set[tuple[str, ...]]:
        """Give the groups of orders, made within a time, that make up the claim."""
        found: set[tuple[str, ...]] = set()
        for order in orders:
            if self._may(claim, order):
                found |= self._beside(claim, [order], span)
        return found

    def _beside(
        self, claim: Claim, named: list[Order], span: dt.timedelta
    ) -> set[tuple[str, ...]]:
        """Give the groups of some orders and others of that customer that make up the claim."""
        tolerance = self._terms.tolerates(claim.currency)
        rest = claim.size - sum(each.total for each in named)
        if not named or rest <= tolerance:
            return set()
        first = named[0]
        siblings = [
            (each.key, each.total)
            for each in self._store.siblings(first)
            if each not in named and abs(each.created_at - first.created_at) <= span
        ]
        keys = tuple(each.key for each in named)
        most = _MOST_MADE_TOGETHER if span is _TOGETHER else _MOST_SIBLINGS
        groups = making_up(siblings, rest, tolerance, most)
        return {tuple(sorted((*keys, *group))) for group in groups}

    def _only(self, groups: set[tuple[str, ...]]) -> Orders:
        if len(groups) != 1:
            return ()
        return tuple(self._store.orders[key] for key in next(iter(groups)))


def _but_one(orders: list[Order]) -> Iterator[list[Order]]:
    """Give the orders without each of them in turn, as long as any is left."""
    if len(orders) > 1:
        for place in range(len(orders)):
            yield orders[:place] + orders[place + 1 :]
