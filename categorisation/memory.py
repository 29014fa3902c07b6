"""What people confirmed, counted under each key of a line: which category, how often, what last.

A key with one category is one whole number, `count << 12 | category`; one with several is a dict
whose last item is the latest. Counts above `FADES_AT` are halved, so that old habits fade.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

FADES_AT = 96
CATEGORY_MAX = 1 << 12
"""Categories that fit a packed number; a chart of accounts has some hundred."""
_CATEGORY = CATEGORY_MAX - 1
_SHIFT = 12

_NUMBERS: dict[int, int] = {}
"""Each packed number once: a hundred thousand lines have millions of keys and few such numbers."""

Kept = int | dict[int, int]
K = TypeVar("K")


class Memory:
    """Counts of categories under keys."""

    def __init__(self, kept: dict[int, Kept] | None = None) -> None:
        self.kept: dict[int, Kept] = {} if kept is None else kept

    def learn(self, keys: Iterable[int], category: int) -> None:
        """Count a confirmation under its keys."""
        kept = self.kept
        for key in keys:
            kept[key] = _with(kept.get(key), category)

    def forget(self, keys: Iterable[int], category: int) -> None:
        """Count a confirmation no longer, however long ago it was."""
        for key in keys:
            known = self.kept.get(key)
            counts = {} if known is None else counts_of(known)
            left = counts.get(category, 0) - 1
            if left > 0:
                counts[category] = left
            else:
                counts.pop(category, None)
            if counts:
                self.kept[key] = _packed(counts)
            else:
                self.kept.pop(key, None)

    def seen(self, keys: Mapping[K, int]) -> dict[K, Kept]:
        """Give what is kept under a line's keys, by what each key is of."""
        get = self.kept.get
        return {of: known for of, key in keys.items() if (known := get(key)) is not None}


def count_of(known: Kept | None, category: int) -> int:
    """Give how often a category was confirmed, of what is kept under a key."""
    if known is None:
        return 0
    if isinstance(known, int):
        return known >> _SHIFT if known & _CATEGORY == category else 0
    return known.get(category, 0)


def total_of(known: Kept | None) -> int:
    """Give how often any category was confirmed."""
    if known is None:
        return 0
    return known >> _SHIFT if isinstance(known, int) else sum(known.values())


def counts_of(known: Kept) -> dict[int, int]:
    """Unpack what is kept under a key."""
    return {known & _CATEGORY: known >> _SHIFT} if isinstance(known, int) else dict(known)


def _with(known: Kept | None, category: int) -> Kept:
    if known is None:
        return _alone(category, 1)
    if isinstance(known, int) and known & _CATEGORY == category:
        count = (known >> _SHIFT) + 1
        return _alone(category, count if count <= FADES_AT else FADES_AT // 2)
    counts = counts_of(known)
    counts[category] = counts.pop(category, 0) + 1
    if sum(counts.values()) > FADES_AT:
        counts = {each: halved for each, count in counts.items() if (halved := count // 2)}
        counts[category] = counts.pop(category, 1)
    return _packed(counts)


def _packed(counts: dict[int, int]) -> Kept:
    if len(counts) == 1:
        ((category, count),) = counts.items()
        return _alone(category, count)
    return counts


def _alone(category: int, count: int) -> int:
    number = count << _SHIFT | category
    return _NUMBERS.setdefault(number, number)
