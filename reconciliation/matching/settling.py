"""Keeps what is decided of open claims, and decides anew only the turns that a change may change.

Turns are taken in a fixed order: step by step, and in each step the earliest claim first. A turn
knows of nothing but the claim, its orders, and what earlier turns gave of those. So a turn is
taken again only if one of these is other than before, and whatever it then decides otherwise
touches later turns alone, of claims that may be for the same orders.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import heappop, heappush

from reconciliation.matching import neighbourhood as rules
from reconciliation.matching import steps
from reconciliation.matching.assignment import Assignment
from reconciliation.matching.claims import Claim, in_turn
from reconciliation.matching.scoring import Weighed
from reconciliation.matching.standing import Open
from reconciliation.matching.steps import KeptClaim, Said, When, by_place, says_the_same
from reconciliation.matching.turn import LEAST_NAMED, MARGIN, sign
from reconciliation.matching.verdicts import Share, Verdict
from reconciliation.store import Index
from reconciliation.terms import Terms


class Settling:
    """Open claims with what was decided of each.

    `wants` tells what orders want, or owe, and `paid` what came for one before.
    """

    def __init__(
        self,
        terms: Terms,
        wants: Callable[[str, int], int],
        paid: Callable[[str], int],
        *,
        is_last: bool,
    ) -> None:
        self.terms = terms
        self.wants = wants
        self.paid = paid
        self.is_last = is_last
        self.claims: dict[str, KeptClaim] = {}
        self.claims_of = Index()
        self.gifts: dict[str, list[tuple[When, str, int]]] = {}
        self._last = steps.NAMED if is_last else steps.AGAIN
        self._named_by = Index()
        self.assignments = {way: Assignment(LEAST_NAMED, MARGIN) for way in steps.STEPS}
        self._alike: dict[int, set[str]] = {way: set() for way in steps.STEPS}
        self._said: dict[tuple[int, str], Said] = {}
        self._turns: list[When] = []
        self._turn_of: dict[str, When] = {}
        self._turns_of_orders: set[When] = set()
        self._touched: set[str] = set()
        self.verdicts: dict[str, Verdict] = {}

    def put(self, key: str, found: Open | None, edges: Mapping[str, Weighed]) -> None:
        """Take a claim as it is now, and the orders that it may be for."""
        before = self.claims.get(key)
        now = None
        if found is not None and (edges or found.fallback is not None):
            now = KeptClaim(found, edges, in_turn(found.claim), sign(found.amount))
        if says_the_same(before, now):
            return
        self._touched.add(key)
        if before is not None and now is not None and before.found.claim == now.found.claim:
            now.given = before.given
        elif before is not None:
            self._take_back(key, before)
        self._link(key, before, now)
        if now is not None:
            self.claims[key] = now
            self._wake(key, (steps.QUEUE, ()))

    def stands_otherwise(self, order: str, *, wants_other: bool) -> None:
        """Hear that other money came for an order before, and whether it wants or owes other."""
        if wants_other:
            self._wake_beside(order, (steps.QUEUE, (order,)))
            return
        for claim in self._named_by.get(order):
            self._wake(claim, (steps.AGAIN, ()))

    def naming(self, order: str) -> Iterable[str]:
        """Give the claims that name an order, though nothing else speaks for it."""
        return self._named_by.get(order)

    def update(self) -> dict[str, Verdict | None]:
        """Take the turns that wait; give what was said before of what is said otherwise."""
        while self._turns:
            self._take(heappop(self._turns))
        changed = {}
        for key in self._touched:
            before, now = self.verdicts.get(key), self._verdict(key)
            if before == now:
                continue
            changed[key] = before
            self.verdicts.pop(key, None)
            if now is not None:
                self.verdicts[key] = now
        self._touched = set()
        return changed

    def first_doubts(self, key: str, before: int) -> tuple[str, ...]:
        """Give what the first turn of a claim before a step that was in doubt said."""
        for step in steps.STEPS[self.claims[key].way]:
            if step >= before:
                break
            said = self._said.get((step, key))
            if said is not None and said.doubts:
                return said.doubts
        return ()

    def _take(self, when: When) -> None:
        """Take a turn, unless it was taken or put off since it was noted."""
        step, place = when
        if not place:
            self._assign_all(-1 if step == steps.ASSIGN + steps.BACK else 1, when)
        elif when in self._turns_of_orders:
            self._turns_of_orders.discard(when)
            self._turn_of_order(when)
        elif self._turn_of.get(place[-1]) == when:
            del self._turn_of[place[-1]]
            self._turn_of_claim(when)

    def _assign_all(self, way: int, when: When) -> None:
        """Assign claims of one way; wake those assigned otherwise, and orders of a tie."""
        for claim in self.assignments[way].update():
            self._alike[way].add(claim)
            self._wake(claim, when)
        alike, self._alike[way] = self._alike[way], set()
        step = when[0] - steps.ASSIGN + steps.ALIKE
        for key in alike & self.claims.keys():
            for before, order in self.claims[key].given:
                if before == step:
                    self._wake_order(step, order[0])
            worths = self.assignments[way].tied(key)
            if worths:
                self._wake_order(step, rules.about_best(worths)[0])

    def _link(self, key: str, before: KeptClaim | None, now: KeptClaim | None) -> None:
        """Keep a claim with its orders, and wake what these may want to decide."""
        self.claims.pop(key, None)
        old = before.edges if before is not None else {}
        new = now.edges if now is not None else {}
        for order in old.keys() - new.keys():
            self.claims_of.discard(order, key)
        for order in new.keys() - old.keys():
            self.claims_of.add(order, key)
        is_other = before is None or now is None or before.found != now.found
        for order in old.keys() | new.keys():
            if is_other or 1 in {len(old), len(new)} or old.get(order) != new.get(order):
                self._wake_order(steps.QUEUE, order)
                self._wake_order(steps.SPLITS, order)
        if before is not None and before.found.fallback is not None:
            self._named_by.discard(before.found.fallback.order, key)
        if now is not None and now.found.fallback is not None:
            self._named_by.add(now.found.fallback.order, key)

    def _take_back(self, key: str, claim: KeptClaim) -> None:
        """Forget every turn that decided of a claim, its own and those of its orders."""
        self._assign(key, claim.way, {})
        for when in dict.fromkeys(claim.given):
            self._keep(when, steps.NOTHING)
        self._silence(key, claim, 0)
        self._turn_of.pop(key, None)

    def _silence(self, key: str, claim: KeptClaim, first: int) -> None:
        for step in steps.STEPS[claim.way]:
            if step >= first and (step, key) in self._said:
                self._keep((step, claim.place), steps.NOTHING)

    def _turn_of_order(self, when: When) -> None:
        turn = _Turn(self, when)
        order = when[1][0]
        if len(self.claims_of.get(order)) > 1:
            steps.RULES_OF_ORDERS[when[0]](turn, order)
        self._keep(when, turn.said())

    def _turn_of_claim(self, when: When) -> None:
        step, place = when
        key = place[-1]
        claim = self.claims[key]
        is_waiting = not claim.is_given(when)
        turn = _Turn(self, when)
        if step in {steps.WEIGH, steps.WEIGH + steps.BACK}:
            weighed = rules.weights(turn, claim.found) if is_waiting else {}
            points = {order: each.points for order, each in weighed.items()}
            self._assign(key, claim.way, points)
        elif is_waiting:
            self._decide(turn, claim)
        self._keep(when, turn.said())
        if claim.given and claim.is_given((step + 1, ())):
            self._silence(key, claim, step + 1)
        elif step != self._last:
            self._turn_of[key] = then = (steps.NEXT[claim.way][step], place)
            heappush(self._turns, then)

    def _decide(self, turn: "_Turn", claim: KeptClaim) -> None:
        step = turn.when[0]
        if step in {steps.GIVE, steps.GIVE + steps.BACK}:
            assigned = self.assignments[claim.way].of(claim.found.claim.key)
            if assigned is not None:
                rules.one_to_one(turn, claim.found, assigned)
        elif step not in steps.LATER_PARTS or self._is_news(claim):
            steps.RULES[step](turn, claim.found)

    def _is_news(self, claim: KeptClaim) -> bool:
        """Tell whether parts were given that the same step may not have known of the last time."""
        return any(
            steps.PARTS <= when[0] < steps.AGAIN
            for order in claim.edges
            for when, _, _ in self.gifts.get(order, ())
        )

    def _assign(self, key: str, way: int, worths: dict[str, int]) -> None:
        """Take what orders are worth to a claim now; it, or what is beside it, may be a tie."""
        assignment, alike = self.assignments[way], self._alike[way]
        before = assignment.worths(key)
        if not alike:
            heappush(self._turns, (steps.ASSIGN if way > 0 else steps.ASSIGN + steps.BACK, ()))
        alike.add(key)
        if assignment.put(key, worths):
            for order in before.keys() ^ worths.keys():
                alike.update(assignment.wanting(order))

    def _keep(self, when: When, said: Said) -> None:
        """Keep what a turn decided, and wake later ones if it is other than before."""
        key = (when[0], when[1][-1])
        before = self._said.get(key, steps.NOTHING)
        if before == said:
            return
        if said == steps.NOTHING:
            del self._said[key]
        else:
            self._said[key] = said
        if before.doubts != said.doubts:
            self._touched.add(key[1])
            self._wake(key[1], when)
        for claim, share in before.shares:
            self._give(when, claim, share, is_given=False)
        for claim, share in said.shares:
            self._give(when, claim, share, is_given=True)
        for claim, share in set(before.shares) ^ set(said.shares):
            self._wake_for(claim, share.order, when)

    def _give(self, when: When, key: str, share: Share, *, is_given: bool) -> None:
        gifts = self.gifts.setdefault(share.order, [])
        claim = self.claims.get(key)
        if is_given:
            gifts.append((when, key, share.amount))
            if claim is not None:
                claim.given.append(when)
            return
        gifts.remove((when, key, share.amount))
        if not gifts:
            del self.gifts[share.order]
        if claim is not None and when in claim.given:
            claim.given.remove(when)

    def _wake_for(self, key: str, order: str, when: When) -> None:
        """Wake what comes after a turn that gave otherwise than before."""
        self._touched.add(key)
        self._wake(key, when)
        self._wake_beside(order, when)
        claim = self.claims.get(key)
        for each in claim.edges if claim is not None else ():
            self._wake_split(each, when)

    def _wake_beside(self, order: str, when: When) -> None:
        for claim in self.claims_of.get(order):
            self._wake(claim, when)
        for claim in self._named_by.get(order):
            self._wake(claim, max(when, (steps.AGAIN, ())))
        self._wake_split(order, when)

    def _wake(self, key: str, after: When) -> None:
        """Have all turns of a claim after another turn taken, its first one next."""
        claim = self.claims.get(key)
        if claim is None:
            return
        step = after[0]
        if step not in steps.STEPS[claim.way] or claim.place <= after[1]:
            step = steps.NEXT[claim.way][step]
        if step > self._last:
            return
        when = (step, claim.place)
        known = self._turn_of.get(key)
        if known is None or when < known:
            self._turn_of[key] = when
            heappush(self._turns, when)

    def _wake_split(self, order: str, after: When) -> None:
        if (steps.SPLITS, (order,)) > after:
            self._wake_order(steps.SPLITS, order)

    def _wake_order(self, step: int, order: str) -> None:
        """Have a turn of an order taken, if it may decide anything or did before."""
        when = (step, (order,))
        is_shared = len(self.claims_of.get(order)) > 1
        if (is_shared or (step, order) in self._said) and when not in self._turns_of_orders:
            self._turns_of_orders.add(when)
            heappush(self._turns, when)

    def _verdict(self, key: str) -> Verdict | None:
        claim = self.claims.get(key)
        if claim is None:
            return None
        if claim.given:
            step, place = claim.given[0]
            said = self._said[step, place[-1]]
            return Verdict(tuple(share for each, share in said.shares if each == key))
        doubts = self.first_doubts(key, steps.NAMED) or claim.found.doubts
        return Verdict(doubts=doubts) if doubts else None


class _Turn:
    """One decision: what it may know, and what it decides."""

    def __init__(self, state: Settling, when: When) -> None:
        self.when = when
        self._knows = steps.ALL_KNOWN.get(when[0], when)
        self._assignment = state.assignments[-1 if when[0] == steps.ALIKE + steps.BACK else 1]
        self._state = state
        self._shares: list[tuple[str, Share]] = []
        self._doubts: tuple[str, ...] = ()

    @property
    def is_last(self) -> bool:
        """Tell whether nothing comes after this, so that a number alone may be believed."""
        return self._state.is_last

    def said(self) -> Said:
        """Give what was decided."""
        if not self._shares and not self._doubts:
            return steps.NOTHING
        return Said(tuple(self._shares), self._doubts)

    def edges(self, found: Open) -> Mapping[str, Weighed]:
        """Give the orders that a claim may be for, and what speaks for each."""
        return self._state.claims[found.claim.key].edges

    def wanted(self, order: str) -> int:
        """Give what an order wanted before any turn."""
        return self._state.wants(order, 1)

    def paid(self, order: str) -> int:
        """Give what came for an order before any turn."""
        return self._state.paid(order)

    def left(self, order: str, sign: int) -> int:
        """Give what an order still wants, or owes where the sign is below zero."""
        left = self._state.wants(order, sign)
        if order in self._state.gifts:
            for _, amount in self._gifts(order):
                if (amount > 0) == (sign > 0):
                    left -= abs(amount)
        return left

    def waiting_at(self, order: str) -> list[Open]:
        """Give the claims that may be for an order and have none yet, the earliest first."""
        claims = self._state.claims
        there = [claims[key] for key in self._state.claims_of.get(order)]
        waiting = [each for each in there if not each.is_given(self._knows)]
        return [each.found for each in sorted(waiting, key=by_place)]

    def gave(self, order: str) -> Iterator[tuple[Claim, int]]:
        """Give the claims of which an order was given, and the amounts."""
        for key, amount in self._gifts(order):
            yield self._state.claims[key].found.claim, amount

    def doubts(self, found: Open) -> tuple[str, ...]:
        """Give the orders between which an earlier turn did not decide for a claim, if any."""
        return self._state.first_doubts(found.claim.key, self.when[0])

    def tolerance(self, found: Open) -> int:
        """Give the difference that is none for a claim."""
        return self._state.terms.tolerates(found.claim.currency)

    def assignable(self, order: str) -> list[Open]:
        """Give the claims that might have been assigned an order, the earliest first."""
        claims = self._state.claims
        there = [claims[key] for key in self._assignment.wanting(order)]
        return [each.found for each in sorted(there, key=by_place)]

    def is_tied(self, found: Open) -> bool:
        """Tell whether a claim was assigned no order clearly."""
        return bool(self._assignment.tied(found.claim.key))

    def give(self, found: Open, order: str, amount: int, weighed: Weighed) -> None:
        """Give of a claim to an order."""
        self._shares.append((found.claim.key, Share(order, amount, weighed)))

    def doubt(self, orders: Iterable[str]) -> None:
        """Say between which orders the claim whose turn it is is not decided."""
        self._doubts = tuple(orders)

    def _gifts(self, order: str) -> Iterator[tuple[str, int]]:
        for when, key, amount in self._state.gifts.get(order, ()):
            if when < self._knows:
                yield key, amount
