"""Guess the way and the category of an operation from labelled messages; integers throughout.

A softmax regression over features of the text. Its weights are learned by
tests/parsing/train_guess.py and kept a byte each; a label's score is the sum of the weights of
the features that are there, divided by the root of their count, in thousandths. How far the best
label leads is all that is made of the scores: what leads by little stays a question.
"""

import binascii
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from math import isqrt
from typing import TypedDict

from ledger.cash import CASH_RULES, TRANSFERS, CashCategory, CashDirection

ASK, TALK = "ask", "talk"
"""The labels of messages that people would ask back about, and of those that are no entries."""
_NO_ENTRY = frozenset({ASK, TALK})
WORD = "word "
"""How the feature of a word itself begins."""
_SCALE = 1_000
_REASONS_MAX = 3


UNIT = 50
"""What one step of a packed weight is worth, in thousandths of a natural logarithm."""
_STEP = UNIT * _SCALE
_EVEN, _MOST = 128, 255
"""The byte of a weight of nothing, and the largest."""


class Weights(TypedDict):
    """Labels, and by feature the weight of each label it speaks on, in thousandths."""

    labels: list[str]
    bias: list[int]
    features: dict[str, dict[str, int]]


class PackedWeights(TypedDict):
    """The file of weights: for each feature a byte for each label, in base64."""

    labels: list[str]
    bias: list[int]
    features: dict[str, str]


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest way and category."""

    direction: CashDirection
    category: CashCategory
    lead: int
    """How far it is before the next, in thousandths of a natural logarithm."""
    place: int
    """Of its label."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a label means."""

    place: int
    """Of the label among all."""
    category: CashCategory
    direction: CashDirection


@dataclass(frozen=True, slots=True)
class Weighed:
    """A message, or a part of it, with how much speaks for each label."""

    guesser: "Guesser"
    features: Sequence[str]
    """Those that the guess knows."""
    scores: Sequence[int]

    def guess(self, *, is_entry: bool = False) -> Guess | None:
        """Give the likeliest entry.

        Args:
            is_entry: whether it is known to be one.

        Returns:
            None when nothing is known of the message, or when it is rather no entry.
        """
        if not self.features:
            return None
        scores, outcomes = self.scores, self.guesser.outcomes
        found = [scores[outcome.place] for outcome in outcomes]
        best = outcomes[found.index(max(found))]
        passed = {best.place, *(self.guesser.no_entries if is_entry else ())}
        rest = [score for place, score in enumerate(scores) if place not in passed]
        others = max(rest, default=0)
        lead = scores[best.place] - others
        return Guess(best.direction, best.category, lead, best.place) if lead >= 0 else None

    @property
    def knows_a_word(self) -> bool:
        """Tell whether any word of the message was met before: of none nothing can be said."""
        return any(each.startswith(WORD) and " > " not in each for each in self.features)

    @property
    def no_entry_lead(self) -> int:
        """How far what is no entry leads the likeliest entry; below zero: not."""
        if not self.features or not self.guesser.no_entries:
            return 0
        entries = max(self.scores[outcome.place] for outcome in self.guesser.outcomes)
        return max(self.scores[place] for place in self.guesser.no_entries) - entries

    @property
    def talk_lead(self) -> int:
        """How far talk leads what a bookkeeper would file or ask about; below zero: not."""
        if not self.features or TALK not in self.guesser.labels:
            return 0
        talk = self.guesser.labels.index(TALK)
        return self.scores[talk] - max((*self.scores[:talk], *self.scores[talk + 1 :]))

    def speaks_for(self, feature: str, guess: Guess) -> bool:
        """Tell whether a feature is known and speaks for a guess."""
        weights = self.guesser.features.get(feature)
        return weights is not None and weights[guess.place] > _EVEN

    def reasons(self, guess: Guess) -> tuple[str, ...]:
        """Say what spoke for a guess most."""
        spoke = [
            ((self.guesser.features[each][guess.place] - _EVEN) * UNIT, each)
            for each in self.features
        ]
        label = self.guesser.labels[guess.place]
        top = sorted((each for each in spoke if each[0] > 0), reverse=True)[:_REASONS_MAX]
        return tuple(f"likely {label}: {feature!r} +{weight}" for weight, feature in top)


@dataclass(frozen=True, slots=True)
class Guesser:
    """Scores labels such as "delivery out"."""

    labels: tuple[str, ...]
    bias: tuple[int, ...]
    features: Mapping[str, bytes]
    """By feature, its weight for each label: a byte, so that thousands of features stay small."""
    outcomes: tuple[Outcome, ...]
    no_entries: tuple[int, ...]
    """Places of the labels that are no entry."""

    def weigh(self, features: Iterable[str]) -> Weighed:
        """Say how much the features of a message speak for each label."""
        known = [each for each in features if each in self.features]
        sums = map(sum, zip(*map(self.features.__getitem__, known), strict=True))
        # The root in thousandths, so that the division keeps the weights' own precision.
        root = max(_SCALE, isqrt(len(known) * _SCALE * _SCALE))
        none = len(known) * _EVEN
        totals = [
            (total - none) * _STEP // root + bias
            for total, bias in zip(sums, self.bias, strict=False)
        ]
        return Weighed(self, known, totals or self.bias)


def _outcomes(labels: Sequence[str]) -> Iterator[Outcome]:
    """Read labels; what may go both ways, as cash between tills, is one outcome for each."""
    for place, label in enumerate(labels):
        if label in _NO_ENTRY:
            continue
        name, way = label.split()
        category = CashCategory(name)
        if category not in TRANSFERS:
            yield Outcome(place, category, CashDirection(way))
            continue
        ways = CASH_RULES[category].directions
        for each in sorted(ways):
            yield Outcome(place, category, each)


def pack(weights: Weights) -> PackedWeights:
    """Pack the weights for a file; what is beyond a byte's reach is as large as can be."""
    labels = weights["labels"]
    packed = {
        feature: bytes(_byte(spoken.get(label, 0)) for label in labels)
        for feature, spoken in weights["features"].items()
    }
    told = {
        feature: binascii.b2a_base64(each, newline=False).decode()
        for feature, each in packed.items()
    }
    return {"labels": labels, "bias": weights["bias"], "features": told}


def _byte(weight: int) -> int:
    return min(max((2 * weight + UNIT) // (2 * UNIT) + _EVEN, 0), _MOST)


def build_guesser(packed: PackedWeights) -> Guesser:
    """Take the weights of a file."""
    labels = tuple(packed["labels"])
    return Guesser(
        labels,
        tuple(packed["bias"]),
        {name: binascii.a2b_base64(weights) for name, weights in packed["features"].items()},
        tuple(_outcomes(labels)),
        tuple(place for place, label in enumerate(labels) if label in _NO_ENTRY),
    )


@lru_cache(maxsize=1)
def load_guesser() -> Guesser:
    """Read the weights that come with the package."""
    file = resources.files("parsing").joinpath("guess", "weights.json")
    packed: PackedWeights = json.loads(file.read_text(encoding="utf-8"))
    return build_guesser(packed)
