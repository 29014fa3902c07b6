"""A linear model of names, purposes and amounts that takes each lesson at once.

A support vector machine for each category against the rest, with squared hinge loss, solved by
dual coordinate descent (Hsieh and others, 2008): each lesson keeps how much it holds each category
up or down, and being looked at again settles that anew, exactly, without a step size. A new lesson
is settled at once and some recent ones with it, so that the solution follows the latest habits.
"""

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from categorisation.features import ROWS, Features, Ids

Floats = NDArray[np.float32]

RECENT = 2_000
"""Lessons that are looked at again: about 2 MB of rows and numbers."""
LIKELIEST = 5
_AT_ONCE = 256
_REPEATS = 8
_REPEATS_AFTER_NOTHING = 2
"""Fewer where a lesson taught nothing: what is known already leaves the others as they are."""
_SLACK = 1.7
"""One half of what an error costs, inverted: labels that people gave in haste bend little."""
_SHARPNESS = 5.0
"""What turns distances from the borders, about -1 to 1, into chances."""
_LENGTHS = np.array((0.7, 0.7, 0.5, 0.4, 0.55))
"""How long the vectors of letters, of words, of the amount, of the account and of trades are."""
_SETTLED = np.float32(1e-3)
"""A change that is not worth making: others move the weights by more each time."""


@dataclass(slots=True)
class Example:
    """A lesson as the model keeps it."""

    ids: Ids
    values: Floats
    category: int
    length: float
    """The squared length of its vector, the constant's one included, and the slack."""
    held: Floats
    """How much it holds each category up or down."""


class TextModel:
    """Weights of every category for every row."""

    def __init__(self) -> None:
        self.categories = 0
        self.weights: Floats = np.zeros((ROWS, 8), dtype=np.float32)
        self.constants: Floats = np.zeros(8, dtype=np.float32)
        self.lines_with: Ids = np.zeros(ROWS, dtype=np.int32)
        """How many lessons had a row: rare words say more."""
        self.lessons = 0
        self.recent: deque[Example] = deque(maxlen=RECENT)
        self._turn = 1

    def likeliest(self, lines: list[Features]) -> list[dict[int, float]]:
        """Give the best few categories of each line with their chances."""
        if not lines or not self.categories:
            return [{} for _ in lines]
        chances = self._chances(lines)
        few = min(LIKELIEST, self.categories)
        best = np.argpartition(-chances, few - 1, axis=1)[:, :few]
        best.sort(axis=1)
        shares = np.take_along_axis(chances, best, axis=1)
        return [
            dict(zip(categories, each, strict=True))
            for categories, each in zip(best.tolist(), shares.tolist(), strict=True)
        ]

    def learn(self, features: Features, category: int) -> None:
        """Take a lesson and look at recent ones again; a new category's number is the next."""
        if category >= self.categories:
            self._widen(category + 1)
        self.lines_with[features.ids] += 1
        self.lessons += 1
        values = self._values([features])
        length = float(values @ values) + 1 + _SLACK
        nothing = np.zeros_like(self.constants)
        new = Example(features.ids, values, category, length, nothing)
        self.recent.append(new)
        was_news = self._settle(new)
        for _ in range(_REPEATS if was_news else _REPEATS_AFTER_NOTHING):
            self._turn = (self._turn * 1_103_515_245 + 12_345) & 0x7FFFFFFF
            self._settle(self.recent[(self._turn >> 8) % len(self.recent)])

    def _chances(self, lines: list[Features]) -> Floats:
        """Give a row of chances for each line, a column for each category."""
        raw = np.empty((len(lines), self.weights.shape[1]), dtype=np.float32)
        for first in range(0, len(lines), _AT_ONCE):
            some = lines[first : first + _AT_ONCE]
            rows = self.weights.take(np.concatenate([each.ids for each in some]), axis=0)
            rows *= self._values(some)[:, None]
            sizes = np.array([len(each.ids) for each in some])
            starts = np.cumsum(sizes) - sizes
            np.add.reduceat(rows, starts, axis=0, out=raw[first : first + len(some)])
        raw += self.constants
        return _softmax(raw[:, : self.categories] * np.float32(_SHARPNESS))

    def _values(self, lines: list[Features]) -> Floats:
        """Weigh the rows of lines: the rare more, and each part with a length of its own."""
        ids = np.concatenate([each.ids for each in lines])
        known = self.lines_with.take(ids)
        values = np.log((1 + self.lessons) / (1 + known)) + 1
        values *= known > 0  # what no lesson had says nothing: the known rows have all the length
        sizes = np.array([each.sizes for each in lines]).ravel()
        parts = np.repeat(np.arange(len(sizes)), sizes)
        squares = np.bincount(parts, values * values, len(sizes))
        shares = np.tile(_LENGTHS, len(lines)) / np.sqrt(squares + 1e-9)
        values *= shares.take(parts)
        return values.astype(np.float32)

    def _widen(self, categories: int) -> None:
        width = self.weights.shape[1]
        if categories > width:
            more = max(8, categories + categories // 4) - width
            self.weights = _wider(self.weights, width + more)
            self.constants = _wider(self.constants, width + more)
        self.categories = categories

    def _settle(self, example: Example) -> bool:
        """Let an example hold each category as much as it must, all other examples as they are.

        Tells whether it had to hold any more or less than before.
        """
        held, constants = example.held, self.constants
        if len(held) < len(constants):
            held = _wider(held, len(constants))
        weights = self.weights.take(example.ids, axis=0)
        short = example.values @ weights
        short += constants
        short[example.category] *= -1
        short += 1 - _SLACK * held
        short /= example.length
        now = np.maximum(held + short, 0)
        now[self.categories :] = 0
        change = held - now
        if np.abs(change).max() < _SETTLED:
            return False
        change[example.category] *= -1
        self.weights[example.ids] = weights + example.values[:, None] * change
        self.constants = constants + change
        example.held = now
        return True


def _wider(array: Floats, width: int) -> Floats:
    """Give a copy with so many columns, the new ones of zeros."""
    wider: Floats = np.zeros((*array.shape[:-1], width), dtype=np.float32)
    wider[..., : array.shape[-1]] = array
    return wider


def _softmax(raw: Floats) -> Floats:
    raised = np.exp(raw - raw.max(axis=1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=1, keepdims=True)
    return shares
