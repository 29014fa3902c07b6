"""Fit a softmax over sparse features, in batches, some features left out each time at random."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]

SEED = 7
BATCH = 64
RATE = 0.5
FEW = 3
"""A message with no more features than this is learned from whole."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What to learn: of each row the features that are there, and its label."""

    rows: Sequence[Places]
    labels: Places
    features: int
    kinds: int
    """How many labels there are."""


def fit(lessons: Lessons, *, rounds: int, left_out: float, is_scaled: bool = True) -> Matrix:
    """Give the weights, a row for each feature and one more for what every row starts from.

    Leaving out a share of the features each time keeps a word from being relied on alone: the next
    message may be without it. The mean of the later rounds is steadier than the last.

    Args:
        lessons: the rows and their labels.
        rounds: how often all rows are gone through.
        left_out: the share of features left out, below one.
        is_scaled: whether a row's features are divided by the root of their count.
    """
    chance = np.random.default_rng(SEED)
    weights: Matrix = np.zeros((lessons.features + 1, lessons.kinds), np.float32)
    squares: Matrix = np.full_like(weights, 1e-3)
    total: Matrix = np.zeros_like(weights)
    counted = rounds - rounds // 2
    for turn in range(rounds):
        for batch in _batches(len(lessons.rows), chance):
            kept = [_some(lessons.rows[row], left_out, chance) for row in batch]
            told, columns = _told(kept, lessons.features, is_scaled=is_scaled)
            slope = told.T @ _off(told @ weights[columns], lessons.labels[batch])
            squares[columns] += slope * slope
            weights[columns] -= RATE * slope / np.sqrt(squares[columns])
        if turn >= rounds - counted:
            total += weights
    return total / np.float32(counted)


def _batches(count: int, chance: np.random.Generator) -> Iterator[Places]:
    order = chance.permutation(count)
    for start in range(0, count, BATCH):
        yield order[start : start + BATCH]


def _some(row: Places, left_out: float, chance: np.random.Generator) -> Places:
    return row[chance.random(len(row)) >= left_out] if len(row) > FEW else row


def _told(kept: Sequence[Places], bias: int, *, is_scaled: bool) -> tuple[Matrix, Places]:
    """Give a batch as a matrix over those features only that are in it, the bias last."""
    joined = np.concatenate([*kept, np.array([bias])])
    columns, places = np.unique(joined, return_inverse=True)
    lengths = np.array([len(each) for each in kept])
    told: Matrix = np.zeros((len(kept), len(columns)), np.float32)
    worth = 1 / np.sqrt(np.maximum(1, lengths)) if is_scaled else np.ones(len(kept))
    told[np.repeat(np.arange(len(kept)), lengths), places[:-1]] = np.repeat(worth, lengths)
    told[:, -1] = 1
    return told, columns


def _off(scores: Matrix, labels: Places) -> Matrix:
    """Say how far each label's share is off."""
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    shares[np.arange(len(labels)), labels] -= 1
    off: Matrix = shares
    return off
