"""Finds which few amounts make up a sum; bounded, so that nothing grows without end."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

Item = TypeVar("Item")
Amounts = tuple[int, ...]
_MOST_ITEMS = 24
_MOST_HALVED = 22
_MOST_OF_ONE = 28
"""Of so many amounts in several respects hardly two groups make up a sum by chance."""
_MOST_FOR_FIVE = 70


def making_up(
    items: Sequence[tuple[Item, int]], wanted: int, tolerance: int, most: int
) -> Iterator[tuple[Item, ...]]:
    """Give the groups of up to `most` items whose amounts make up the sum, the smallest first.

    Of many items only the first are tried, so put the likeliest first.
    """
    tried = items[:_MOST_ITEMS]
    if all(amount >= 0 for _, amount in tried):
        tried = [each for each in tried if each[1] <= wanted + tolerance]
    largest = sorted((amount for _, amount in tried), reverse=True)
    for count in range(1, min(most, len(tried)) + 1):
        if sum(largest[:count]) < wanted - tolerance:
            continue  # not even the largest of them come to as much
        for group in combinations(tried, count):
            if abs(sum(amount for _, amount in group) - wanted) <= tolerance:
                yield tuple(item for item, _ in group)


def subset(items: Sequence[tuple[Item, Amounts]], wanted: Amounts) -> tuple[Item, ...] | None:
    """Give the items whose amounts make up just what is wanted, in every respect at once.

    Each item has one amount a respect. Of many items only the first are tried. Where several
    groups would do, the one without the later items is given.
    """
    tried = items[:_MOST_HALVED]
    middle = len(tried) // 2
    later = _sums(tried[middle:], len(wanted))
    best: tuple[int, ...] | None = None
    for total, chosen in _sums(tried[:middle], len(wanted)).items():
        rest = tuple(each - had for each, had in zip(wanted, total, strict=True))
        found = later.get(rest)
        if found is None:
            continue
        group = (*chosen, *(middle + place for place in found))
        if best is None or (group[-1:], group) < (best[-1:], best):
            best = group
    return None if best is None else tuple(tried[place][0] for place in best)


def only_subset(items: Sequence[tuple[Item, Amounts]], wanted: Amounts) -> tuple[Item, ...]:
    """Give the items whose amounts make up just what is wanted, if only one group does; else none.

    Where there are too many items, some group does by chance, and none is given.
    """
    is_one_sum = all(len(set(amounts)) == 1 for _, amounts in items)
    if len(items) > (_MOST_HALVED if is_one_sum else _MOST_OF_ONE):
        return ()
    middle = len(items) // 2
    later = _ways(items[middle:], len(wanted))
    found: list[int] = []
    for total, chosen in _ways(items[:middle], len(wanted)).items():
        rest = later.get(_minus(wanted, total))
        if rest is None:
            continue
        if found or len(chosen) > 1 or len(rest) > 1:
            return ()
        found = [chosen[0] | rest[0] << middle]
    return tuple(item for place, (item, _) in enumerate(items) if found and found[0] >> place & 1)


def _ways(items: Sequence[tuple[Hashable, Amounts]], width: int) -> dict[Amounts, list[int]]:
    """Give each sum that some of the items make, with the first two ways as bits of places."""
    known: dict[Amounts, list[int]] = {(0,) * width: [0]}
    for place, (_, amounts) in enumerate(items):
        for total, ways in [(total, list(ways)) for total, ways in known.items()]:
            more = known.setdefault(tuple(map(sum, zip(total, amounts, strict=True))), [])
            more.extend(each | 1 << place for each in ways[: 2 - len(more)])
    return known


def _sums(
    items: Sequence[tuple[Hashable, Amounts] | tuple[Item, Amounts]], width: int
) -> dict[Amounts, tuple[int, ...]]:
    """Give each sum that some of the items make, with the places of the earliest such items."""
    known: dict[Amounts, tuple[int, ...]] = {(0,) * width: ()}
    for place, (_, amounts) in enumerate(items):
        for total, chosen in list(known.items()):
            more = tuple(had + each for had, each in zip(total, amounts, strict=True))
            known.setdefault(more, (*chosen, place))
    return known


def few_making_up(
    items: Sequence[tuple[Item, Amounts]], wanted: Amounts, *, is_one_sum: bool = False
) -> tuple[Item, ...]:
    """Give up to three items whose amounts make up just what is wanted, in every respect at once.

    Of not too many items up to five are tried, two where all respects are one sum, for many
    would make it up by chance. The fewest are given; of as few, the earliest.
    """
    places: dict[Amounts, int] = {}
    for place, (item, amounts) in enumerate(items):
        if amounts == wanted:
            return (item,)
        places.setdefault(amounts, place)
    for place, (item, amounts) in enumerate(items):
        other = places.get(_minus(wanted, amounts))
        if other is not None and other != place:
            return (item, items[other][0])
    if is_one_sum:
        return ()
    three = _three(items, wanted, places)
    if three or len(items) > _MOST_FOR_FIVE:
        return three
    return _four_or_five(items, wanted)


def _three(
    items: Sequence[tuple[Item, Amounts]], wanted: Amounts, places: Mapping[Amounts, int]
) -> tuple[Item, ...]:
    for first, (item, amounts) in enumerate(items):
        rest = _minus(wanted, amounts)
        for second in range(first + 1, len(items)):
            third = places.get(_minus(rest, items[second][1]))
            if third is not None and third not in {first, second}:
                return (item, items[second][0], items[third][0])
    return ()


def _four_or_five(items: Sequence[tuple[Item, Amounts]], wanted: Amounts) -> tuple[Item, ...]:
    """Try two pairs, then a pair and three, that share no item."""
    pairs: dict[Amounts, list[tuple[int, ...]]] = {}
    for places in combinations(range(len(items)), 2):
        pairs.setdefault(_added(items, places), []).append(places)
    for count in (2, 3):
        for others in combinations(range(len(items)), count):
            for pair in pairs.get(_minus(wanted, _added(items, others)), ()):
                if not set(pair) & set(others):
                    return tuple(items[place][0] for place in sorted((*pair, *others)))
    return ()


def _added(items: Sequence[tuple[Item, Amounts]], places: Iterable[int]) -> Amounts:
    return tuple(map(sum, zip(*(items[place][1] for place in places), strict=True)))


def _minus(one: Amounts, other: Amounts) -> Amounts:
    return tuple(each - had for each, had in zip(one, other, strict=True))
