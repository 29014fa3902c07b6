"""Guess the way and the category of an operation from labelled messages; integers throughout.

A softmax regression over features of the text. Its weights are learned by
tests/parsing/train_guess.py and kept in thousandths; a label's score is the sum of the weights of
the features that are there, divided by the root of their count. How far the best label leads is
all that is made of the scores: what leads by less than MARGIN stays a question.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from math import isqrt
from typing import TypedDict

from ledger.cash import CASH_RULES, TRANSFERS, CashCategory, CashDirection
from parsing.guess.features import features_of
from parsing.spans import Span

MARGIN = 300
"""In thousandths of a natural logarithm: what leads by less is not told even as a guess."""
ASK, TALK = "ask", "talk"
"""The labels of messages that people would ask back about, and of those that are no entries."""
_NO_ENTRY = frozenset({ASK, TALK})
_SCALE = 1_000
_REASONS_MAX = 3


class Weights(TypedDict):
    """The file of weights: labels, and by feature the weight of each label it speaks on."""

    labels: list[str]
    bias: list[int]
    features: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest way and category, with what spoke for it most."""

    direction: CashDirection
    category: CashCategory
    lead: int
    """How far it is before the next, in thousandths of a natural logarithm."""
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guesser:
    """Scores labels such as "delivery out"."""

    labels: tuple[str, ...]
    bias: tuple[int, ...]
    features: Mapping[str, tuple[tuple[int, int], ...]]
    """By feature, pairs of a label's place and its weight."""

    def guess(
        self,
        spans: Sequence[Span],
        *,
        direction: CashDirection | None,
        category: CashCategory | None,
        margin: int = MARGIN,
    ) -> Guess | None:
        """Give the label that leads among those that agree with what is known.

        Returns:
            None when nothing leads by the margin, or when people would ask back, too.
        """
        known = [each for each in features_of(spans) if each in self.features]
        scores = self._scores(known)
        allowed = {
            place: outcome
            for place, label in enumerate(self.labels)
            if (outcome := _outcome(label, direction, category)) is not None
        }
        others = [
            score for score, label in zip(scores, self.labels, strict=True) if label in _NO_ENTRY
        ]
        ranked = sorted(allowed, key=lambda place: scores[place], reverse=True)
        if not ranked or not known:
            return None
        best = ranked[0]
        rivals = [scores[ranked[1]]] if len(ranked) > 1 else []
        lead = scores[best] - max([*rivals, *others], default=0)
        if lead < margin:
            return None
        way, what = allowed[best]
        return Guess(way, what, lead, self._reasons(known, best))

    def _scores(self, known: Sequence[str]) -> list[int]:
        sums = [0] * len(self.labels)
        for feature in known:
            for place, weight in self.features[feature]:
                sums[place] += weight
        # The root in thousandths, so that the division keeps the weights' own precision.
        root = max(_SCALE, isqrt(len(known) * _SCALE * _SCALE))
        return [total * _SCALE // root + bias for total, bias in zip(sums, self.bias, strict=True)]

    def _reasons(self, known: Sequence[str], label: int) -> tuple[str, ...]:
        spoke = [
            (weight, feature)
            for feature in known
            for place, weight in self.features[feature]
            if place == label and weight > 0
        ]
        top = sorted(spoke, reverse=True)[:_REASONS_MAX]
        return tuple(
            f"likely {self.labels[label]}: {feature!r} +{weight}" for weight, feature in top
        )


def _outcome(
    label: str, direction: CashDirection | None, category: CashCategory | None
) -> tuple[CashDirection, CashCategory] | None:
    """Give what a label means, when it agrees with what is known already."""
    if label in _NO_ENTRY:
        return None
    name, way = label.split()
    what = CashCategory(name)
    if category is not None and what is not category:
        return None
    if what in TRANSFERS:
        ways = CASH_RULES[what].directions
        only = next(iter(ways)) if len(ways) == 1 else direction
        return None if only is None or (direction or only) is not only else (only, what)
    meant = CashDirection(way)
    return (meant, what) if direction in {None, meant} else None


def build_guesser(weights: Weights) -> Guesser:
    """Take the weights of a file."""
    places = {label: place for place, label in enumerate(weights["labels"])}
    return Guesser(
        tuple(weights["labels"]),
        tuple(weights["bias"]),
        {
            feature: tuple((places[label], weight) for label, weight in spoken.items())
            for feature, spoken in weights["features"].items()
        },
    )


@lru_cache(maxsize=1)
def load_guesser() -> Guesser:
    """Read the weights that come with the package."""
    file = resources.files("parsing").joinpath("guess", "weights.json")
    weights: Weights = json.loads(file.read_text(encoding="utf-8"))
    return build_guesser(weights)
