"""Fit a softmax over sparse features, in batches, some features left out each time at random.

Alone, or with a layer of hidden units beside it.
"""

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


def fit(lessons: Lessons, *, rounds: int, left_out: float) -> Matrix:
    """Give the weights, a row for each feature and one more for what every row starts from.

    Leaving out a share of the features each time keeps a word from being relied on alone: the next
    message may be without it. The mean of the later rounds is steadier than the last.

    Args:
        lessons: the rows and their labels.
        rounds: how often all rows are gone through.
        left_out: the share of features left out, below one.
    """
    chance = np.random.default_rng(SEED)
    weights: Matrix = np.zeros((lessons.features + 1, lessons.kinds), np.float32)
    squares: Matrix = np.full_like(weights, 1e-3)
    total: Matrix = np.zeros_like(weights)
    counted = rounds - rounds // 2
    for turn in range(rounds):
        for batch in _batches(len(lessons.rows), chance):
            kept = [_some(lessons.rows[row], left_out, chance) for row in batch]
            told, columns = _told(kept, lessons.features, is_scaled=False)
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


@dataclass(frozen=True, slots=True)
class Network:
    """A softmax with hidden units beside it."""

    into: Matrix
    """A row for each feature, a column for each hidden unit."""
    out: Matrix
    """A row for each hidden unit, a column for each label."""
    direct: Matrix
    """A row for each feature, a column for each label."""
    bias: Matrix


RATE_INNER = 0.05
SPREAD = 0.1


def fit_network(lessons: Lessons, *, units: int, rounds: int, left_out: float) -> Network:
    """Give the weights of a network with so many hidden units; for the rest see fit."""
    chance = np.random.default_rng(SEED)
    net = Network(
        chance.normal(0, SPREAD, (lessons.features, units)).astype(np.float32),
        chance.normal(0, SPREAD, (units, lessons.kinds)).astype(np.float32),
        np.zeros((lessons.features, lessons.kinds), np.float32),
        np.zeros(lessons.kinds, np.float32),
    )
    squares = Network(*(np.full_like(each, 1e-3) for each in _parts(net)))
    for _ in range(rounds):
        for batch in _batches(len(lessons.rows), chance):
            kept = [_some(lessons.rows[row], left_out, chance) for row in batch]
            _learn(
                net, squares, _told(kept, lessons.features, is_scaled=True), lessons.labels[batch]
            )
    return net


def _parts(net: Network) -> tuple[Matrix, Matrix, Matrix, Matrix]:
    return net.into, net.out, net.direct, net.bias


def _learn(net: Network, squares: Network, batch: tuple[Matrix, Places], labels: Places) -> None:
    """Take one step against the slope."""
    told, columns = batch[0][:, :-1], batch[1][:-1]
    inner = told @ net.into[columns]
    awake = np.maximum(inner, 0)
    off = _off(awake @ net.out + told @ net.direct[columns] + net.bias, labels)
    back: Matrix = (off @ net.out.T) * (inner > 0)
    _step(net.out, squares.out, awake.T @ off, RATE_INNER)
    _step(net.bias, squares.bias, off.sum(axis=0), RATE_INNER)
    for part, known, slope, rate in (
        (net.into, squares.into, told.T @ back, RATE_INNER),
        (net.direct, squares.direct, told.T @ off, RATE),
    ):
        known[columns] += slope * slope
        part[columns] -= rate * slope / np.sqrt(known[columns])


def _step(part: Matrix, known: Matrix, slope: Matrix, rate: float) -> None:
    known += slope * slope
    part -= rate * slope / np.sqrt(known)
