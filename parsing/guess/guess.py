"""Guess the way and the category of an operation from labelled messages; integers throughout.

A softmax regression over features of the text. Its weights are learned by
tests/parsing/train_guess.py and kept in thousandths; a label's score is the sum of the weights of
the features that are there, divided by the root of their count. How far the best label leads is
all that is made of the scores: what leads by less than MARGIN stays a question.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
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
    is_way_known: bool
    """Whether the label tells the way; if not, the message has to."""

    def agrees(self, direction: CashDirection | None, category: CashCategory | None) -> bool:
        """Tell whether it may be meant when so much is known."""
        if direction is None and not self.is_way_known:
            return False
        return direction in {None, self.direction} and category in {None, self.category}


@dataclass(frozen=True, slots=True)
class Guesser:
    """Scores labels such as "delivery out"."""

    labels: tuple[str, ...]
    bias: tuple[int, ...]
    features: Mapping[str, tuple[tuple[int, int], ...]]
    """By feature, pairs of a label's place and its weight."""
    outcomes: tuple[Outcome, ...]
    no_entries: tuple[int, ...]
    """Places of the labels that are no entry."""

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
        if not known:
            return None
        scores = self._scores(known)
        best: Outcome | None = None
        others = max((scores[place] for place in self.no_entries), default=0)
        for outcome in self.outcomes:
            if not outcome.agrees(direction, category):
                continue
            score = scores[outcome.place]
            if best is None or score > scores[best.place]:
                others = others if best is None else max(others, scores[best.place])
                best = outcome
            else:
                others = max(others, score)
        if best is None or (lead := scores[best.place] - others) < margin:
            return None
        return Guess(best.direction, best.category, lead, best.place)

    def _scores(self, known: Sequence[str]) -> list[int]:
        sums = [0] * len(self.labels)
        for feature in known:
            for place, weight in self.features[feature]:
                sums[place] += weight
        # The root in thousandths, so that the division keeps the weights' own precision.
        root = max(_SCALE, isqrt(len(known) * _SCALE * _SCALE))
        return [total * _SCALE // root + bias for total, bias in zip(sums, self.bias, strict=True)]

    def reasons(self, spans: Sequence[Span], guess: Guess) -> tuple[str, ...]:
        """Say what spoke for a guess most."""
        spoke = [
            (weight, feature)
            for feature in features_of(spans)
            for place, weight in self.features.get(feature, ())
            if place == guess.place and weight > 0
        ]
        label = self.labels[guess.place]
        top = sorted(spoke, reverse=True)[:_REASONS_MAX]
        return tuple(f"likely {label}: {feature!r} +{weight}" for weight, feature in top)


def _outcomes(labels: Sequence[str]) -> Iterator[Outcome]:
    """Read labels; what may go both ways, as cash between tills, is one outcome for each."""
    for place, label in enumerate(labels):
        if label in _NO_ENTRY:
            continue
        name, way = label.split()
        category = CashCategory(name)
        if category not in TRANSFERS:
            yield Outcome(place, category, CashDirection(way), is_way_known=True)
            continue
        ways = CASH_RULES[category].directions
        for each in sorted(ways):
            yield Outcome(place, category, each, is_way_known=len(ways) == 1)


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
        tuple(_outcomes(weights["labels"])),
        tuple(places[label] for label in weights["labels"] if label in _NO_ENTRY),
    )


@lru_cache(maxsize=1)
def load_guesser() -> Guesser:
    """Read the weights that come with the package."""
    file = resources.files("parsing").joinpath("guess", "weights.json")
    weights: Weights = json.loads(file.read_text(encoding="utf-8"))
    return build_guesser(weights)
