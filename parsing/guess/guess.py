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
    """The file of weights: features, one a line, and for each a byte a label, in base64."""

    labels: list[str]
    bias: list[int]
    features: str
    weights: str


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

    def guess(self) -> Guess | None:
        """Give the likeliest entry, be it likelier than talk or not; None of unknown words."""
        if not self.features:
            return None
        scores, outcomes = self.scores, self.guesser.outcomes
        found = [scores[outcome.place] for outcome in outcomes]
        best = outcomes[found.index(max(found))]
        passed = {best.place, *self.guesser.no_entries}
        others = max((it for place, it in enumerate(scores) if place not in passed), default=0)
        return Guess(best.direction, best.category, scores[best.place] - others, best.place)

    def lead_over(self, guess: Guess, category: CashCategory, direction: CashDirection) -> int:
        """Say how far a guess leads another way and category."""
        wanted = (category, direction)
        others = (
            self.scores[it.place]
            for it in self.guesser.outcomes
            if (it.category, it.direction) == wanted
        )
        return self.scores[guess.place] - next(others, min(self.scores))

    @property
    def knows_a_word(self) -> bool:
        """Tell whether any word of the message was met before: of none nothing can be said."""
        return any(each.startswith(WORD) and " > " not in each for each in self.features)

    @property
    def talk_lead(self) -> int:
        """How far talk leads the likeliest entry; below zero: not."""
        return self._lead(TALK)

    @property
    def ask_lead(self) -> int:
        """How far what people would ask back about leads the likeliest entry; below zero: not."""
        return self._lead(ASK)

    @property
    def entry_lead(self) -> int:
        """How far the likeliest entry leads all that is none."""
        return -max(self.talk_lead, self.ask_lead)

    def _lead(self, label: str) -> int:
        if not self.features or label not in self.guesser.labels:
            return 0
        entries = max(self.scores[outcome.place] for outcome in self.guesser.outcomes)
        return self.scores[self.guesser.labels.index(label)] - entries

    def reasons(self, guess: Guess) -> tuple[str, ...]:
        """Say what spoke for a guess most."""
        spoke = [
            ((self.guesser.weights_of(each)[guess.place] - _EVEN) * UNIT, each)
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
    places: Mapping[str, int]
    """Where the weights of a feature begin."""
    weights: bytes
    """A byte for each label of each feature, so that tens of thousands of features stay small."""
    outcomes: tuple[Outcome, ...]
    no_entries: tuple[int, ...]
    """Places of the labels that are no entry."""

    def weigh(self, features: Iterable[str]) -> Weighed:
        """Say how much the features of a message speak for each label."""
        known = [each for each in features if each in self.places]
        sums = map(sum, zip(*map(self.weights_of, known), strict=True))
        # The root in thousandths, so that the division keeps the weights' own precision.
        root = max(_SCALE, isqrt(len(known) * _SCALE * _SCALE))
        none = len(known) * _EVEN
        totals = [
            (total - none) * _STEP // root + bias
            for total, bias in zip(sums, self.bias, strict=False)
        ]
        return Weighed(self, known, totals or self.bias)

    def weights_of(self, feature: str) -> bytes:
        """Give the weight of a known feature for each label."""
        start = self.places[feature]
        return self.weights[start : start + len(self.labels)]


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
    names = sorted(weights["features"])
    told = bytes(
        _byte(weights["features"][name].get(label, 0)) for name in names for label in labels
    )
    return {
        "labels": labels,
        "bias": weights["bias"],
        "features": "\n".join(names),
        "weights": binascii.b2a_base64(told, newline=False).decode(),
    }


def _byte(weight: int) -> int:
    return min(max((2 * weight + UNIT) // (2 * UNIT) + _EVEN, 0), _MOST)


def build_guesser(packed: PackedWeights) -> Guesser:
    """Take the weights of a file."""
    labels = tuple(packed["labels"])
    return Guesser(
        labels,
        tuple(packed["bias"]),
        {name: at * len(labels) for at, name in enumerate(packed["features"].split("\n"))},
        binascii.a2b_base64(packed["weights"]),
        tuple(_outcomes(labels)),
        tuple(place for place, label in enumerate(labels) if label in _NO_ENTRY),
    )


@lru_cache(maxsize=1)
def load_guesser() -> Guesser:
    """Read the weights that come with the package."""
    file = resources.files("parsing").joinpath("guess", "weights.json")
    packed: PackedWeights = json.loads(file.read_text(encoding="utf-8"))
    return build_guesser(packed)
