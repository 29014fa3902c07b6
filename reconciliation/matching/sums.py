"""Finds which few amounts make up a sum; bounded, so that nothing grows without end."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeVar

Item = TypeVar("Item")
_MOST_ITEMS = 24


def making_up(
    items: Sequence[tuple[Item, int]], wanted: int, tolerance: int, most: int
) -> Iterator[tuple[Item, ...]]:
    """Give the groups of up to `most` items whose amounts make up the sum, the smallest first.

    Of many items only the first are tried, so put the likeliest first.
    """
    tried = items[:_MOST_ITEMS]
    for count in range(1, min(most, len(tried)) + 1):
        for group in combinations(tried, count):
            if abs(sum(amount for _, amount in group) - wanted) <= tolerance:
                yield tuple(item for item, _ in group)


def run_making_up(items: Sequence[tuple[Item, int]], wanted: int, most: int) -> tuple[Item, ...]:
    """Give the first run of neighbours whose amounts, all above zero, make up just the sum."""
    start, total = 0, 0
    for end, (_, amount) in enumerate(items):
        total += amount
        while total > wanted or end - start >= most:
            total -= items[start][1]
            start += 1
        if total == wanted and end > start:
            return tuple(item for item, _ in items[start : end + 1])
    return ()
