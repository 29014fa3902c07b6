"""Gives claims to orders one to one for the greatest sum of points; what is a tie stays open."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

Pair = tuple[str, str]
Worths = Mapping[str, Mapping[str, int]]
_MOST_EXACT = 8


@dataclass(frozen=True, slots=True)
class Assigned:
    """The pairs that are clear, and the claims for which another answer is about as good."""

    chosen: Mapping[str, str]
    doubtful: Mapping[str, tuple[str, ...]]


def assign(points: Mapping[Pair, int], least: int, margin: int) -> Assigned:
    """Choose pairs of (claim, order) that together have the most points.

    A pair counts with at least `least` points, and only if leaving it out costs at least `margin`.
    """
    by_claim: dict[str, dict[str, int]] = defaultdict(dict)
    for (claim, order), worth in sorted(points.items()):
        by_claim[claim][order] = worth
    orders = sorted({order for _, order in points})
    is_small = max(len(by_claim), len(orders)) <= _MOST_EXACT
    best = _exact(by_claim, orders, None) if is_small else _greedy(by_claim)
    costs = _costs_exactly(by_claim, orders, best) if is_small else _costs(by_claim, best)
    chosen: dict[str, str] = {}
    doubtful: dict[str, tuple[str, ...]] = {}
    for claim, order in best.items():
        if by_claim[claim][order] < least:
            continue
        if costs[claim] >= margin:
            chosen[claim] = order
        else:
            ranked = sorted(by_claim[claim], key=lambda each: (-by_claim[claim][each], each))
            doubtful[claim] = tuple(ranked)
    return Assigned(chosen, doubtful)


def _costs_exactly(by_claim: Worths, orders: list[str], best: Mapping[str, str]) -> dict[str, int]:
    """Tell what it costs to leave out each pair, all others chosen anew."""
    total = _worth(best, by_claim)
    return {
        claim: total - _worth(_exact(by_claim, orders, (claim, order)), by_claim)
        for claim, order in best.items()
    }


def _costs(by_claim: Worths, best: Mapping[str, str]) -> dict[str, int]:
    """Tell what it costs to leave out each pair, if at most one other pair changes for it."""
    by_order: dict[str, dict[str, int]] = defaultdict(dict)
    for claim, worths in by_claim.items():
        for order, worth in worths.items():
            by_order[order][claim] = worth
    holder = {order: claim for claim, order in best.items()}
    found = {}
    for claim, order in best.items():
        worth = by_claim[claim][order]
        instead = [0]
        for other, other_worth in by_claim[claim].items():
            rival = holder.get(other)
            if rival is None:
                instead.append(other_worth)
            elif other != order:
                swapped = by_claim[rival].get(order, 0)
                instead.append(other_worth + swapped - by_claim[rival][other])
        instead.extend(rival for each, rival in by_order[order].items() if each not in best)
        found[claim] = worth - max(instead)
    return found


def _worth(pairs: Mapping[str, str], by_claim: Worths) -> int:
    return sum(by_claim[claim][order] for claim, order in pairs.items())


def _greedy(by_claim: Worths) -> dict[str, str]:
    ranked = sorted(
        (-worth, claim, order)
        for claim, worths in by_claim.items()
        for order, worth in worths.items()
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, claim, order in ranked:
        if claim not in found and order not in taken:
            found[claim] = order
            taken.add(order)
    return found


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
