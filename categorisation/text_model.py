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

from categorisation.features import ROWS, Features

Floats = NDArray[np.float32]
Ids = NDArray[np.int32]

RECENT = 2_000
"""Lessons that are looked at again: about 2 MB of rows and numbers."""
LIKELIEST = 5
REPEATS = 8
_SLACK = 1.7
"""One half of what an error costs, inverted: labels that people gave in haste bend little."""
_SHARPNESS = 5.0
"""What turns distances from the borders, about -1 to 1, into chances."""
_PARTS = (0.7, 0.7, 0.4)
"""How long the vectors of letters, of words, and of amount and account are."""


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


@dataclass(frozen=True, slots=True)
class Rows:
    """What a look at an example changed, as it was before."""

    example: Example
    weights: Floats
    constants: Floats
    held: Floats


@dataclass(frozen=True, slots=True)
class TextLesson:
    """What a lesson changed, so that it can be taken back whole."""

    categories: int
    turn: int
    seen: Ids
    dropped: Example | None
    rows: list[Rows]


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

    def learn(self, features: Features, category: int, repeats: int = REPEATS) -> TextLesson:
        """Take a lesson and look at recent ones again; a new category's number is the next."""
        known, turn = self.categories, self._turn
        if category >= known:
            self._widen(category + 1)
        self.lines_with[features.ids] += 1
        self.lessons += 1
        values = self._values(features)
        length = float(values @ values) + 1 + _SLACK
        nothing = np.zeros_like(self.constants)
        new = Example(features.ids, values, category, length, nothing)
        dropped = self.recent[0] if len(self.recent) == RECENT else None
        self.recent.append(new)
        before = [self._settle(new)]
        for _ in range(repeats):
            self._turn = (self._turn * 1_103_515_245 + 12_345) & 0x7FFFFFFF
            before.append(self._settle(self.recent[(self._turn >> 8) % len(self.recent)]))
        return TextLesson(known, turn, features.ids, dropped, before)

    def restore(self, lesson: TextLesson) -> None:
        """Take back the newest lesson."""
        for rows in reversed(lesson.rows):
            width = rows.weights.shape[1]
            self.weights[rows.example.ids, :width] = rows.weights
            self.constants = _wider(rows.constants, self.weights.shape[1])
            rows.example.held = rows.held
        self.lines_with[lesson.seen] -= 1
        self.lessons -= 1
        self.recent.pop()
        if lesson.dropped is not None:
            self.recent.appendleft(lesson.dropped)
        self.categories, self._turn = lesson.categories, lesson.turn

    def _chances(self, lines: list[Features]) -> Floats:
        """Give a row of chances for each line, a column for each category."""
        raw = np.empty((len(lines), self.weights.shape[1]), dtype=np.float32)
        for at, features in enumerate(lines):
            np.dot(self._values(features), self.weights.take(features.ids, axis=0), out=raw[at])
        raw += self.constants
        return _softmax(raw[:, : self.categories] * np.float32(_SHARPNESS))

    def _values(self, features: Features) -> Floats:
        """Weigh what a line has: the rare more, and each part with a length of its own."""
        rarity = np.log((1 + self.lessons) / (1 + self.lines_with[features.ids])) + 1
        values: Floats = (features.often * rarity).astype(np.float32)
        words = features.letters + features.words
        parts = values[: features.letters], values[features.letters : words], values[words:]
        for part, length in zip(parts, _PARTS, strict=True):
            part /= np.sqrt(part @ part + np.float32(1e-9)) / np.float32(length)  # noqa: PLW2901 - a view
        return values

    def _widen(self, categories: int) -> None:
        width = self.weights.shape[1]
        if categories > width:
            more = max(8, categories + categories // 4) - width
            self.weights = _wider(self.weights, width + more)
            self.constants = _wider(self.constants, width + more)
        self.categories = categories

    def _settle(self, example: Example) -> Rows:
        """Let an example hold each category as much as it must, all other examples as they are."""
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
        change[example.category] *= -1
        before = Rows(example, weights, constants, example.held)
        self.weights[example.ids] = weights + example.values[:, None] * change
        self.constants = constants + change
        example.held = now
        return before


def _wider(array: Floats, width: int) -> Floats:
    """Give a copy with so many columns, the new ones of zeros."""
    wider: Floats = np.zeros((*array.shape[:-1], width), dtype=np.float32)
    wider[..., : array.shape[-1]] = array
    return wider


def _softmax(raw: Floats) -> Floats:
    raised = np.exp(raw - raw.max(axis=1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=1, keepdims=True)
    return shares
