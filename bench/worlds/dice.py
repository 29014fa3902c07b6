"""Chance that repeats: one seed, one world."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """What the simulation asks of chance; equal seeds answer equally."""

    __slots__ = ("random",)

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed).random  # noqa: S311 - a game, not a secret

    def chance(self, rate: float) -> bool:
        return self.random() < rate

    def between(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return low + int(self.random() * (high - low + 1))

    def pick(self, choices: Sequence[T]) -> T:
        return choices[int(self.random() * len(choices))]

    def weighted(self, choices: Sequence[tuple[T, float]]) -> T:
        """Return a choice as often as its weight says."""
        left = self.random() * sum(weight for _, weight in choices)
        for choice, weight in choices:
            left -= weight
            if left < 0:
                return choice
        return choices[-1][0]

    def digits(self, count: int) -> str:
        """Return so many digits, the first of them not zero."""
        low = int(10 ** (count - 1))
        return str(low + int(self.random() * 9 * low))
