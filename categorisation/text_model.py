"""A linear model of names, purposes and amounts that takes each lesson at once.

One softmax over hashed n-grams, learned by gradient with a step of its own for each row (AdaGrad).
Each lesson repeats two of the recent ones, so that a single pass does what several would.
"""

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from categorisation.clues import FEATURES, Ids

Floats = NDArray[np.float32]

RECENT = 2_000
"""Lessons that are repeated: about 1 MB of row numbers."""
LIKELIEST = 5
_STEP = 0.5
_REPEATS = 2
_START = 0.01
"""What AdaGrad's sums begin with."""
_TEMPER = 0.5
"""Answers are flattened by this: a softmax that saw each lesson three times is too sure."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows as they were before a step."""

    ids: Ids
    weights: Floats
    sums: Floats


@dataclass(frozen=True, slots=True)
class TextLesson:
    """What a lesson changed, so that it can be taken back whole."""

    categories: int
    turn: int
    dropped: tuple[Ids, int] | None
    rows: list[Rows]


class TextModel:
    """Weights of every category for every row."""

    def __init__(self, categories: int = 0) -> None:
        self.categories = categories
        width = max(8, categories)
        self.weights: Floats = np.zeros((FEATURES, width), dtype=np.float32)
        self.sums: Floats = np.full((FEATURES, width), _START, dtype=np.float32)
        self.recent: deque[tuple[Ids, int]] = deque(maxlen=RECENT)
        self._turn = 1

    def _widen(self, categories: int) -> None:
        width = self.weights.shape[1]
        if categories > width:
            more = max(8, categories + categories // 4) - width
            nothing = np.zeros((FEATURES, more), dtype=np.float32)
            self.weights = np.concatenate([self.weights, nothing], axis=1)
            self.sums = np.concatenate([self.sums, nothing + np.float32(_START)], axis=1)
        self.categories = categories

    def chances(self, lines: list[Ids]) -> Floats:
        """Give a row of chances for each line, a column for each category."""
        raw = np.empty((len(lines), self.categories), dtype=np.float32)
        seen = self.weights[:, : self.categories]
        for at, ids in enumerate(lines):
            np.add.reduce(seen[ids], axis=0, out=raw[at])
        sizes = np.array([len(ids) for ids in lines], dtype=np.float32)
        scales = (_TEMPER / np.sqrt(sizes)).astype(np.float32)
        return _softmax(raw * scales[:, None])

    def likeliest(self, lines: list[Ids]) -> list[dict[int, float]]:
        """Give the best few categories of each line with their chances."""
        if not lines:
            return []
        chances = self.chances(lines)
        few = min(LIKELIEST, self.categories)
        best = np.argpartition(-chances, few - 1, axis=1)[:, :few]
        best.sort(axis=1)
        shares = np.take_along_axis(chances, best, axis=1)
        return [
            dict(zip(categories, each, strict=True))
            for categories, each in zip(best.tolist(), shares.tolist(), strict=True)
        ]

    def learn(self, ids: Ids, category: int) -> TextLesson:
        """Take a lesson and repeat some recent ones; a new category's number is the next."""
        known, turn = self.categories, self._turn
        if category >= known:
            self._widen(category + 1)
        before = [self._step(ids, category)]
        for _ in range(_REPEATS if self.recent else 0):
            self._turn = (self._turn * 1_103_515_245 + 12_345) & 0x7FFFFFFF
            before.append(self._step(*self.recent[(self._turn >> 8) % len(self.recent)]))
        dropped = self.recent[0] if len(self.recent) == RECENT else None
        self.recent.append((ids, category))
        return TextLesson(known, turn, dropped, before)

    def restore(self, lesson: TextLesson) -> None:
        """Take back the newest lesson."""
        for rows in reversed(lesson.rows):
            width = rows.weights.shape[1]
            self.weights[rows.ids, :width] = rows.weights
            self.sums[rows.ids, :width] = rows.sums
        self.recent.pop()
        if lesson.dropped is not None:
            self.recent.appendleft(lesson.dropped)
        self.categories, self._turn = lesson.categories, lesson.turn

    def _step(self, ids: Ids, category: int) -> Rows:
        width = self.categories
        weights, sums = self.weights[ids, :width], self.sums[ids, :width]
        scale = np.float32(1 / np.sqrt(len(ids)))
        wrong = _softmax(weights.sum(axis=0, keepdims=True) * scale)[0]
        wrong[category] -= 1
        wrong *= scale
        new_sums = sums + wrong * wrong
        self.weights[ids, :width] = weights - np.float32(_STEP) * wrong / np.sqrt(new_sums)
        self.sums[ids, :width] = new_sums
        return Rows(ids, weights, sums)


def _softmax(raw: Floats) -> Floats:
    raised = np.exp(raw - raw.max(axis=1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=1, keepdims=True)
    return shares
