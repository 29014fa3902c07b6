"""Gives claims to orders one to one for the greatest sum of points; what is a tie stays open.

Brought up to date: only what a claim that changed may change is looked at again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from reconciliation.store import Index

Pair = tuple[str, str]
Worths = Mapping[str, Mapping[str, int]]
_Place = tuple[int, str, str]
_MOST_EXACT = 8


@dataclass(frozen=True, slots=True)
class Assigned:
    """The order of a claim, or, where another answer is about as good, those that it may be."""

    orders: tuple[str, ...]
    is_clear: bool


class Assignment:
    """Claims with what each order is worth to them, and the orders that they are assigned.

    A pair counts with at least `least` points, and only if leaving it out costs at least `margin`.
    Claims and orders that pairs join, up to eight of each, are assigned for the greatest sum.
    Of more, the greatest pair goes first, and it is seen what one exchange would gain. So a claim
    that comes changes what is worth less than its own pairs, and mostly little of that.
    """

    def __init__(self, least: int, margin: int) -> None:
        self._least = least
        self._margin = margin
        self._worths: dict[str, dict[str, int]] = {}
        self._claims_of = Index()
        self._group_of: dict[str, tuple[str, ...]] = {}
        self._many = _Greedy(self._worths, self._claims_of)
        self._found: dict[str, Assigned] = {}
        self._changed: dict[str, None] = {}
        self._near: set[str] = set()

    def put(self, claim: str, worths: dict[str, int]) -> bool:
        """Take what orders are worth to a claim now; tell whether that is news."""
        before = self._worths.get(claim, {})
        if before == worths:
            return False
        self._changed[claim] = None
        self._many.leave(claim)
        for order in before.keys() - worths.keys():
            self._claims_of.discard(order, claim)
            self._near.update(self._claims_of.get(order))  # they may be few now
        self._worths.pop(claim, None)
        if worths:
            self._worths[claim] = worths
        for order in worths.keys() - before.keys():
            self._claims_of.add(order, claim)
        return True

    def of(self, claim: str) -> Assigned | None:
        """Give what a claim is assigned."""
        return self._found.get(claim)

    def worths(self, claim: str) -> Mapping[str, int]:
        """Give what orders are worth to a claim."""
        return self._worths.get(claim, {})

    def wanting(self, order: str) -> Iterable[str]:
        """Give the claims to which an order is worth anything."""
        return self._claims_of.get(order)

    def tied(self, claim: str) -> Mapping[str, int]:
        """Give what orders are worth to a claim if it is assigned none of them clearly."""
        found = self._found.get(claim)
        return self._worths[claim] if found is not None and not found.is_clear else {}

    def update(self) -> set[str]:
        """Assign what was touched; give the claims that are assigned otherwise than before."""
        changed: set[str] = set()
        seen: set[str] = set()
        for claim in self._touched():
            if claim in seen:
                continue
            group = self._group_around(claim)
            if group is None:
                self._group_of.pop(claim, None)
                self._many.join(claim)
            else:
                seen |= group
                self._assign_few(group, changed)
        for claim in self._many.update():
            self._keep(claim, self._judged(claim, *self._many.cost_of(claim)), changed)
        return changed

    def _touched(self) -> list[str]:
        """Give the claims that others may stand beside than before."""
        touched = self._near | self._changed.keys()
        for claim in self._changed:
            for order in self._worths.get(claim, ()):
                touched.update(self._claims_of.get(order))
        for claim in list(touched):
            touched.update(self._group_of.get(claim, ()))
        self._changed, self._near = {}, set()
        return sorted(touched)

    def _group_around(self, start: str) -> set[str] | None:
        """Give the claims that pairs join to one; none where they or their orders are many."""
        claims, orders, waiting = {start}, set[str](), [start]
        while waiting:
            for order in self._worths.get(waiting.pop(), ()):
                if order in orders:
                    continue
                orders.add(order)
                beside = set(self._claims_of.get(order)) - claims
                claims |= beside
                waiting.extend(beside)
                if max(len(orders), len(claims)) > _MOST_EXACT:
                    return None
        return claims

    def _assign_few(self, group: set[str], changed: set[str]) -> None:
        """Assign a group exactly."""
        members = tuple(sorted(group))
        by_claim = {each: self._worths[each] for each in members if each in self._worths}
        for each in members:
            self._many.leave(each)
            self._group_of.pop(each, None)
        self._group_of |= dict.fromkeys(by_claim, members)
        orders = sorted({order for worths in by_claim.values() for order in worths})
        best = _exact(by_claim, orders, None)
        total = _worth(best, by_claim)
        for each in members:
            order, cost = best.get(each), 0
            if order is not None:
                cost = total - _worth(_exact(by_claim, orders, (each, order)), by_claim)
            self._keep(each, self._judged(each, order, cost), changed)

    def _judged(self, claim: str, order: str | None, cost: int) -> Assigned | None:
        """Say what becomes of a claim whose best order is known, and what leaving it out costs."""
        worths = self._worths.get(claim, {})
        if order is None or worths[order] < self._least:
            return None
        if cost >= self._margin:
            return Assigned((order,), is_clear=True)
        ranked = sorted(worths, key=lambda each: (-worths[each], each))
        return Assigned(tuple(ranked), is_clear=False)

    def _keep(self, claim: str, found: Assigned | None, changed: set[str]) -> None:
        if self._found.get(claim) == found:
            return
        changed.add(claim)
        self._found.pop(claim, None)
        if found is not None:
            self._found[claim] = found


class _Greedy:
    """The pairs that stand if the greatest goes first; a change walks on only where it matters."""

    def __init__(self, worths: Worths, claims_of: Index) -> None:
        self._worths = worths
        self._claims_of = claims_of
        self._members: set[str] = set()
        self._best: dict[str, _Place] = {}
        self._holder: dict[str, _Place] = {}
        self._waiting: list[_Place] = []
        self._changed: set[str] = set()

    def join(self, claim: str) -> None:
        """Take a claim, if it is not there."""
        if claim not in self._members:
            self._members.add(claim)
            self._changed |= self._concerned(claim)
            self._waiting.extend(self._pairs_of_claim(claim))

    def leave(self, claim: str) -> None:
        """Forget a claim, if it is there, before its worths change."""
        if claim in self._members:
            self._members.discard(claim)
            self._changed |= self._concerned(claim)
            place = self._best.get(claim)
            if place is not None:
                self._free(place)

    def update(self) -> set[str]:
        """Let pairs stand, the greatest first; give the claims of which anything may be other."""
        heapify(self._waiting)
        while self._waiting:
            place = heappop(self._waiting)
            less, claim, order = place
            if claim not in self._members or self._worths[claim].get(order) != -less:
                continue
            held = [each for each in (self._best.get(claim), self._holder.get(order)) if each]
            if any(each <= place for each in held):
                continue
            for each in dict.fromkeys(held):
                self._free(each)
            self._best[claim] = self._holder[order] = place
            self._changed |= self._concerned(claim)
        changed, self._changed = self._changed & self._members, set()
        return changed

    def cost_of(self, claim: str) -> tuple[str | None, int]:
        """Give a claim's order, and what it costs to leave it out if one other pair changes."""
        place = self._best.get(claim)
        if place is None:
            return None, 0
        order, worths = place[2], self._worths[claim]
        instead = [0]
        for other, worth in worths.items():
            holder = self._holder.get(other)
            if holder is None:
                instead.append(worth)
            elif other != order:
                rival = self._worths[holder[1]]
                instead.append(worth + rival.get(order, 0) - rival[other])
        instead.extend(
            self._worths[each][order]
            for each in self._claims_of.get(order)
            if each not in self._best
        )
        return order, worths[order] - max(instead)

    def _free(self, place: _Place) -> None:
        """Take a pair apart; others may want its claim and its order."""
        _, claim, order = place
        self._changed |= self._concerned(claim)
        del self._best[claim], self._holder[order]
        if claim in self._members:
            self._push(self._pairs_of_claim(claim))
        self._push(
            (-self._worths[each][order], each, order) for each in self._claims_of.get(order)
        )

    def _push(self, places: Iterable[_Place]) -> None:
        for each in places:
            heappush(self._waiting, each)

    def _pairs_of_claim(self, claim: str) -> Iterator[_Place]:
        for order, worth in self._worths.get(claim, {}).items():
            yield (-worth, claim, order)

    def _concerned(self, claim: str) -> set[str]:
        """Give the claims whose cost knows of what a claim has or wants."""
        concerned = {claim}
        for order in self._worths.get(claim, ()):
            holder = self._holder.get(order)
            if holder is not None:
                concerned.add(holder[1])
        place = self._best.get(claim)
        if place is not None:
            concerned.update(self._claims_of.get(place[2]))
        return concerned


def _worth(pairs: Mapping[str, str], by_claim: Worths) -> int:
    return sum(by_claim[claim][order] for claim, order in pairs.items())


def _exact(by_claim: Worths, orders: list[str], forbidden: Pair | None) -> dict[str, str]:
    """Find the best by shortest augmenting paths; each claim has a place of its own for nobody."""
    claims = sorted(by_claim)
    width = len(orders) + len(claims)
    highest = max((worth for worths in by_claim.values() for worth in worths.values()), default=0)
    never = (highest + 1) * (width + 1)
    costs = []
    for row, claim in enumerate(claims):
        worths = by_claim[claim]
        line = [never] * width
        for column, order in enumerate(orders):
            if order in worths and (claim, order) != forbidden:
                line[column] = highest - worths[order]
        line[len(orders) + row] = highest
        costs.append(line)
    places = _cheapest(costs, width)
    return {
        claim: orders[place]
        for claim, place in zip(claims, places, strict=True)
        if place < len(orders)
    }


def _cheapest(costs: list[list[int]], width: int) -> list[int]:
    """Give each row a column of its own for the least sum: the Hungarian method."""
    row_price = [0] * (len(costs) + 1)
    column_price = [0] * (width + 1)
    row_of = [0] * (width + 1)
    for row in range(1, len(costs) + 1):
        row_of[0] = row
        came_from = _path(costs, row_price, column_price, row_of)
        column = came_from.pop()
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    places = [0] * len(costs)
    for column in range(1, width + 1):
        if row_of[column]:
            places[row_of[column] - 1] = column - 1
    return places


def _path(
    costs: list[list[int]], row_price: list[int], column_price: list[int], row_of: list[int]
) -> list[int]:
    """Find the way to a free column; give where each column came from, and last that column."""
    width = len(column_price) - 1
    unknown = 1 << 62
    least = [unknown] * (width + 1)
    came_from = [0] * (width + 1)
    used = [False] * (width + 1)
    column = 0
    while row_of[column]:
        used[column] = True
        row, delta, following = row_of[column], unknown, 0
        for other in range(1, width + 1):
            if used[other]:
                continue
            cost = costs[row - 1][other - 1] - row_price[row] - column_price[other]
            if cost < least[other]:
                least[other], came_from[other] = cost, column
            if least[other] < delta:
                delta, following = least[other], other
        for other in range(width + 1):
            if used[other]:
                row_price[row_of[other]] += delta
                column_price[other] -= delta
            else:
                least[other] -= delta
        column = following
    return [*came_from, column]
