"""First step: claims that say which order they are for, and are believed or not."""

from collections.abc import Iterable, Iterator

from reconciliation.decisions import Decisions
from reconciliation.evidence.references import Told
from reconciliation.evidence.spelling import is_slip
from reconciliation.links import Ground, LinkKind
from reconciliation.matching.claims import Claim
from reconciliation.matching.scoring import (
    POINTS,
    MayFit,
    Weighed,
    amount_ground,
    day_ground,
    is_one_customer,
    method_ground,
    named_day_ground,
    party_ground,
    weigh,
)
from reconciliation.matching.sums_of_orders import Sums, a_slip_away
from reconciliation.matching.told_numbers import as_whole, exact_ground, is_told_by_id
from reconciliation.matching.verdicts import (
    NEAR_MIN,
    SURE,
    Share,
    Verdict,
    by_weight,
    is_order,
    names_any,
    verdict_of,
)
from reconciliation.records import Order, id_of
from reconciliation.store import Store, number_forms
from reconciliation.terms import Terms

_ROUND = 100
_MOST_TOGETHER = 12
_OVER = frozenset({Ground.AMOUNT_MORE, Ground.AMOUNT_OVER, Ground.AMOUNT_NEARLY})
_FITTING = frozenset({Ground.AMOUNT, Ground.AMOUNT_PART})
_NAMED = frozenset({Ground.NUMBER, Ground.NUMBER_BARE})
_ELSE = frozenset(
    {
        Ground.NAME_OTHER,
        Ground.CARD_OTHER,
        Ground.NAME_RELATIVE,
        Ground.DAY_EARLY,
        Ground.DAY_NAMED_OTHER,
    }
)


class ByNumber:
    """Reads claims' numbers against the orders."""

    def __init__(self, store: Store, terms: Terms, decisions: Decisions) -> None:
        self._store = store
        self._terms = terms
        self._decisions = decisions
        self._sums = Sums(store, terms, self.may)
        self.knows_payers = bool(decisions.payers)

    def judge(self, claim: Claim) -> Verdict:
        """Decide for which orders a claim is, by the numbers that it names."""
        confirmed = self._confirmed(claim) if self._decisions.confirmed else ()
        if confirmed or not claim.references:
            return Verdict(confirmed)
        claim = as_whole(claim, self._store.by_number)
        exact = self._exact(claim)
        are_several = len(claim.references) > 1 or len(exact) > 1
        together = self._together(claim, exact) if are_several else ()
        if together:
            return Verdict(together)
        if exact and self._is_plain(claim, exact[0]):
            is_plain = len(exact) == len(claim.references) == 1
            return verdict_of(claim, exact)._replace(is_plain=is_plain)
        slipped = list(a_slip_away(self._store, claim.references))
        siblings = self._siblings(claim, exact, slipped)
        if siblings:
            return Verdict(self._as_sum(claim, siblings))
        near = self._near(claim, slipped, {share.order for share in exact})
        return self._without_unlikely(claim, verdict_of(claim, [*exact, *near]))

    def weigh(
        self, claim: Claim, order: Order, number: Ground | None, amounts: tuple[int, int]
    ) -> Weighed:
        """Weigh all that speaks for an order, given how its number is named.

        The amounts are what of the claim is looked at, and what the order wants.
        """
        size, wanted = amounts
        tolerance = self._terms.tolerates(claim.currency)
        amount = Ground.AMOUNT_MORE
        if wanted > 0:
            amount = amount_ground(size, wanted, tolerance, claim.says)
        odd = size == wanted and size % _ROUND != 0
        is_off = (
            amount is Ground.AMOUNT and size != wanted and claim.kind is not LinkKind.ORDER_BANK
        )  # a provider takes just what it is told to, and a till what is asked
        grounds = (
            number,
            amount,
            Ground.AMOUNT_ODD if odd else None,
            Ground.AMOUNT_OFF if is_off else None,
            party_ground(claim, order, self._terms, self._decisions),
            day_ground(claim, order, self._terms),
            named_day_ground(claim, order),
            method_ground(claim, order, self._terms, size),
        )
        return weigh(tuple(filter(None, grounds)))

    def number_ground(self, claim: Claim, order: Order) -> Ground | None:
        """Tell how a claim names an order: by its number, a near one, another, or not at all."""
        if not claim.references:
            return None
        forms = number_forms(order.number)
        found: list[Ground] = []
        for reference in as_whole(claim, self._store.by_number).references:
            if reference.number in forms:
                ground = exact_ground(reference, order)
                if ground is not None:
                    found.append(ground)
            elif len(reference.number) >= NEAR_MIN and any(
                is_slip(reference.number, form) for form in forms
            ):
                found.append(Ground.NUMBER_NEAR)
        if found:
            return max(found, key=POINTS.__getitem__)
        return Ground.NUMBER_OTHER if names_any(claim) else None

    def may(self, claim: Claim, order: Order) -> bool:
        """Tell whether nobody refused the link, and the money is of one currency."""
        if claim.currency != order.currency:
            return False
        refused = self._decisions.refused
        return not refused or (order.key, claim.key) not in refused

    def _siblings(
        self, claim: Claim, exact: list[Share], slipped: list[Order]
    ) -> tuple[Order, ...]:
        """See whether the sum is for an order that is named and others of its customer.

        That is looked for where the order alone is too small, or the number is maybe another's.
        """
        if claim.kind is LinkKind.ORDER_PAYMENT:
            return ()  # a provider takes money for one order at a time
        over = [share for share in exact if not _OVER.isdisjoint(share.weighed.grounds)]
        found = self._sums.with_siblings(claim, self._orders_of(over)) if over else ()
        if found or _is_well_named(exact):
            return found
        likely = [each for each in slipped if not self._is_anothers(claim, each)]
        return self._sums.with_siblings(claim, likely)

    def _is_anothers(self, claim: Claim, order: Order) -> bool:
        """Tell whether the payer is somebody else than an order's customer."""
        return party_ground(claim, order, self._terms, self._decisions) is Ground.NAME_OTHER

    def _without_unlikely(self, claim: Claim, verdict: Verdict) -> Verdict:
        """Leave out a bare number that stands beside that of an order that nobody knows.

        So is that of an order which was cancelled before somebody else's part came.
        """
        named, by_number = verdict.fallback, self._store.by_number.get
        if named is not None and self._is_of_cancelled(claim, named):
            return verdict._replace(fallback=None)
        if named is None or Ground.NUMBER in named.weighed.grounds:
            return verdict
        told = (self._store.orders[named.order].number, id_of(named.order))
        unknown = any(
            is_order(each)
            and each.number != told[1]
            and each.number not in told[0]
            and not by_number(each.number)
            for each in claim.references
        )
        return verdict._replace(fallback=None) if unknown else verdict

    def _is_of_cancelled(self, claim: Claim, named: Share) -> bool:
        """Tell whether somebody else's part came after an order was cancelled."""
        order, weighed = self._store.orders[named.order], named.weighed
        if claim.amount <= 0 or not order.is_cancelled or order.closed_at is None:
            return False
        is_odd = weighed.is_against and Ground.AMOUNT not in weighed.grounds
        return is_odd and claim.day > order.closed_at.date()

    def _is_plain(self, claim: Claim, share: Share) -> bool:
        """Tell whether so much fits the order that is named that no other need be looked for."""
        grounds = share.weighed.grounds
        if _NAMED.isdisjoint(grounds) or not _ELSE.isdisjoint(grounds):
            return False
        forms = number_forms(self._store.orders[share.order].number)
        if all(each.number not in forms for each in claim.references):
            return False
        if Ground.AMOUNT in grounds or claim.amount < 0:
            return True
        if claim.kind is LinkKind.ORDER_PAYMENT:
            return False  # it takes just what it is told to: maybe that of an order a slip away
        return share.weighed.is_alike and _OVER.isdisjoint(grounds)

    def _confirmed(self, claim: Claim) -> tuple[Share, ...]:
        weighed = Weighed(1000, (Ground.CONFIRMED,))
        orders = [
            self._store.orders[left]
            for left in sorted(self._decisions.confirmed_of(claim.key))
            if left in self._store.orders
        ]
        told = [self._decisions.amounts.get((order.key, claim.key), 0) for order in orders]
        if all(told) and sum(told) == claim.amount:
            return tuple(
                Share(order.key, amount, weighed)
                for order, amount in zip(orders, told, strict=True)
            )
        return _shared(claim, [(order, weighed) for order in orders])

    def _exact(self, claim: Claim) -> list[Share]:
        found: dict[str, Share] = {}
        for reference in claim.references:
            for order in self._named(claim, reference.number):
                ground = exact_ground(reference, order)
                if ground is None:
                    continue
                by_id = reference.number not in number_forms(order.number)
                ground = Ground.NUMBER_BARE if by_id else ground
                weighed = self.weigh(claim, order, ground, _amounts(claim, order))
                if by_id:
                    is_number = bool(self._store.by_number.get(reference.number))
                    if not is_told_by_id(claim, weighed, is_number=is_number):
                        continue  # few know it: rather it is an old number
                share = Share(order.key, claim.amount, weighed)
                known = found.get(order.key)
                if known is None or known.weighed.points < weighed.points:
                    found[order.key] = share
        return sorted(found.values(), key=by_weight)

    def _named(self, claim: Claim, number: str) -> Iterator[Order]:
        named = list(self._store.numbered(number))
        by_id = self._store.orders.get(f"order:{number}")
        if claim.kind is LinkKind.ORDER_PAYMENT and by_id is not None and by_id not in named:
            named.append(by_id)
        yield from (order for order in named if self.may(claim, order))

    def _near(self, claim: Claim, slipped: list[Order], known: set[str]) -> Iterator[Share]:
        """Look for orders whose number is a slip away, and which the money or the payer fits."""
        seen = set(known)
        fits = MayFit(claim, claim.size, self._terms.tolerates(claim.currency))
        for order in slipped:
            size, wanted = _amounts(claim, order)
            if order.key in seen or not fits(order, wanted) or not self.may(claim, order):
                continue
            seen.add(order.key)
            weighed = self.weigh(claim, order, Ground.NUMBER_NEAR, (size, wanted))
            if weighed.is_alike or Ground.DAY_NAMED in weighed.grounds or _fits(weighed):
                yield Share(order.key, claim.amount, weighed)

    def _together(self, claim: Claim, exact: list[Share]) -> tuple[Share, ...]:
        """See whether one sum pays several of the orders that are named."""
        named = [each for each in claim.references if each.told is not Told.BARE]
        count = max(len(named), len(exact))
        if claim.amount <= 0 or not exact or not 1 < count <= _MOST_TOGETHER:
            return ()
        if any(Ground.AMOUNT in share.weighed.grounds for share in exact):
            return ()
        exact = self._without_pieced(claim, exact)
        likely = self._orders_of(share for share in exact if not share.weighed.is_against)
        may_slip = claim.kind is not LinkKind.ORDER_PAYMENT  # it takes money for one at a time
        found = (
            self._sums.of_named(claim, likely)
            or (may_slip and self._sums.with_slipped(claim, likely, of_one=True))
            or (may_slip and self._sums.beside(claim, likely))
            or self._sums.of_named(claim, self._orders_of(exact))
            or (may_slip and self._sums.with_slipped(claim, self._orders_of(exact)))
        )
        if found:
            return self._as_sum(claim, found)
        labelled = self._labelled(exact)
        is_each_told = len(labelled) > 1 and not self._are_of_one_number(claim, labelled)
        return self._as_sum(claim, labelled) if is_each_told else ()

    def _are_of_one_number(self, claim: Claim, orders: list[Order]) -> bool:
        """Tell whether one number names two of the orders: a part of the sum may be for either."""
        keys = {order.key for order in orders}
        find = self._store.by_number.get
        return any(len(keys.intersection(find(each.number))) > 1 for each in claim.references)

    def _labelled(self, exact: list[Share]) -> list[Order]:
        """Give the orders that a text surely tells, and those of their customer told in short."""
        likely = [
            share
            for share in exact
            if not share.weighed.is_against and share.weighed.points >= SURE
        ]
        told = self._orders_of(each for each in likely if Ground.NUMBER in each.weighed.grounds)
        return [
            order
            for order in self._orders_of(likely)
            if any(order is each or is_one_customer(order, each) for each in told)
        ]

    def _without_pieced(self, claim: Claim, exact: list[Share]) -> list[Share]:
        """Leave out orders whose number was only put together, unless they are one customer's."""
        whole = {each.number for each in claim.references if each.told is not Told.SPELLED}
        orders = {share.order: self._store.orders[share.order] for share in exact}
        told = [each for each in orders.values() if whole.intersection(number_forms(each.number))]
        return [
            share
            for share in exact
            if orders[share.order] in told
            or not told
            or any(is_one_customer(orders[share.order], each) for each in told)
        ]

    def _orders_of(self, shares: Iterable[Share]) -> list[Order]:
        return [self._store.orders[share.order] for share in sorted(shares, key=by_weight)]

    def _as_sum(self, claim: Claim, orders: Iterable[Order]) -> tuple[Share, ...]:
        weighed = [
            (order, weigh((Ground.NUMBER, Ground.AMOUNT_SUM, Ground.DAY))) for order in orders
        ]
        return _shared(claim, weighed)


def _shared(claim: Claim, orders: list[tuple[Order, Weighed]]) -> tuple[Share, ...]:
    """Give each order its total, and what is over to the last, so that nothing is lost.

    What is lacking is mostly of the first one: something was paid for it before.
    """
    ordered = sorted(orders, key=lambda each: (each[0].created_at, each[0].key))
    if 0 < claim.amount < sum(order.total for order, _ in ordered):
        ordered.reverse()
    left = claim.amount
    shares = []
    for index, (order, weighed) in enumerate(ordered):
        last = index == len(ordered) - 1
        amount = left if last else max(min(left, order.total), 0) if left > 0 else 0
        shares.append(Share(order.key, amount, weighed))
        left -= amount
    return tuple(shares)


def _is_well_named(exact: list[Share]) -> bool:
    """Tell whether the sum is all an order's that is named: nothing speaks for somebody else."""
    return any(
        share.weighed.is_alike
        or not _FITTING.isdisjoint(share.weighed.grounds)
        or _ELSE.isdisjoint(share.weighed.grounds)
        for share in exact
    )


def _fits(weighed: Weighed) -> bool:
    """Tell whether the money speaks for an order though its number and payer do not."""
    if Ground.AMOUNT not in weighed.grounds:
        return False
    sure = {Ground.TIME_CLOSE, Ground.AMOUNT_ODD}.intersection(weighed.grounds)
    return bool(sure) or not weighed.is_against


def _amounts(claim: Claim, order: Order) -> tuple[int, int]:
    wanted = order.total if claim.amount >= 0 else order.refunded or order.total
    return claim.size, wanted
