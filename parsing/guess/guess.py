"""Guess the way and the category of an operation from labelled messages; integers throughout.

A softmax over features of the text, with a layer of hidden units beside it that sees what features
mean together. Its weights are learned by tests/parsing/train_guess.py and kept a byte each. The
score of a label, and what a unit is worth, is the sum of the weights of the features that are
there, divided by the root of their count; a unit above nothing adds to each label. How far the
best label leads is all that is made of the scores: what leads by little stays a question.

The sums are of long integers, each a row of weights side by side: a message takes microseconds.
"""

import binascii
import json
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from importlib import resources
from itertools import islice
from math import isqrt
from typing import NotRequired, TypedDict

from ledger.cash import CASH_RULES, TRANSFERS, CashCategory, CashDirection

ASK, TALK = "ask", "talk"
"""The labels of messages that people would ask back about, and of those that are no entries."""
_NO_ENTRY = frozenset({ASK, TALK})
WORD = "word "
"""How the feature of a word itself begins."""
_SCALE = 1_000
_REASONS_MAX = 3


UNIT, UNIT_INTO, UNIT_OUT = 50, 20, 30
"""What one step of a packed weight is worth, in thousandths of a natural logarithm: of a feature
for a label, of one for a hidden unit, of a unit for a label."""
_STEP = UNIT * _SCALE
_EVEN, _MOST = 128, 255
"""The byte of a weight of nothing, and the largest."""
_AT_ONCE = 256
"""So many bytes at most add up within two."""


class Weights(TypedDict):
    """Labels, and by feature the weight of each label it speaks on, in thousandths."""

    labels: list[str]
    bias: list[int]
    features: dict[str, dict[str, int]]
    hidden: NotRequired[dict[str, list[int]]]
    """By feature its weight for each hidden unit."""
    outgoing: NotRequired[list[list[int]]]
    """Of each hidden unit its weight for each label."""


class PackedWeights(TypedDict):
    """The file of weights: features, one a line, and bytes in base64.

    Of each feature a byte for each hidden unit, then one for each label; of each hidden unit a
    byte for each label.
    """

    labels: list[str]
    bias: list[int]
    features: str
    weights: str
    outgoing: str


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
    talk_lead: int = 0
    """How far talk leads the likeliest entry; below zero: not."""
    ask_lead: int = 0
    """How far what people would ask back about leads the likeliest entry; below zero: not."""

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
    def entry_lead(self) -> int:
        """How far the likeliest entry leads all that is none."""
        return -max(self.talk_lead, self.ask_lead)

    def reasons(self, guess: Guess) -> tuple[str, ...]:
        """Say what spoke for a guess most by itself."""
        spoke = [(self.guesser.direct(each, guess.place), each) for each in self.features]
        label = self.guesser.labels[guess.place]
        top = nlargest(_REASONS_MAX, (each for each in spoke if each[0] > 0))
        return tuple(f"likely {label}: {feature!r} +{weight}" for weight, feature in top)


@dataclass(frozen=True, slots=True)
class Guesser:
    """Scores labels such as "delivery out"."""

    labels: tuple[str, ...]
    bias: tuple[int, ...]
    rows: Mapping[str, int]
    """By feature its weights: two bytes for each unit and label, so that many add up at once."""
    outgoing: Sequence[int]
    """Of each hidden unit its weights, four bytes for each label."""
    outcomes: tuple[Outcome, ...]
    no_entries: tuple[int, ...]
    """Places of the labels that are no entry."""

    def weigh(self, features: Iterable[str]) -> Weighed:
        """Say how much the features of a message speak for each label."""
        known = [each for each in features if each in self.rows]
        if not known:
            return Weighed(self, known, self.bias)
        count, inner = len(known), len(self.outgoing)
        sums = self._sums(known)
        # The root in thousandths, so that the division keeps the weights' own precision.
        root = max(_SCALE, isqrt(count * _SCALE * _SCALE))
        none = count * _EVEN
        step = UNIT_INTO * _SCALE
        units = [(total - none) * step // root if total > none else 0 for total in sums[:inner]]
        added = self._added(units)
        scores = [
            (total - none) * _STEP // root + more + bias
            for total, more, bias in zip(sums[inner:], added, self.bias, strict=True)
        ]
        return Weighed(self, known, scores, *self._leads(scores))

    def _leads(self, scores: Sequence[int]) -> Iterator[int]:
        """Give how far talk and what is asked back lead the likeliest entry."""
        most = max(scores[it.place] for it in self.outcomes)
        for label in (TALK, ASK):
            yield scores[self.labels.index(label)] - most if label in self.labels else 0

    def _sums(self, known: Sequence[str]) -> Sequence[int]:
        """Add the weights of features, for each hidden unit and each label."""
        lanes = len(self.outgoing) + len(self.labels)
        form, rows = f"<{lanes}H", map(self.rows.__getitem__, known)
        parts = (sum(islice(rows, _AT_ONCE)) for _ in range(0, len(known), _AT_ONCE))
        told = [struct.unpack(form, part.to_bytes(2 * lanes, "little")) for part in parts]
        return told[0] if len(told) == 1 else [*map(sum, zip(*told, strict=True))]

    def _added(self, units: Sequence[int]) -> list[int]:
        """Give what the hidden units add to each label, in thousandths."""
        width = len(self.labels)
        awake = zip(units, self.outgoing, strict=True)
        total = sum(worth * row for worth, row in awake if worth)
        found = struct.unpack(f"<{width}I", total.to_bytes(4 * width, "little"))
        none = sum(units) * _EVEN
        return [(each - none) * UNIT_OUT // _SCALE for each in found]

    def direct(self, feature: str, place: int) -> int:
        """Say what a known feature adds to a label by itself."""
        lane = len(self.outgoing) + place
        return ((self.rows[feature] >> 16 * lane & _MOST) - _EVEN) * UNIT


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
    labels, names = weights["labels"], sorted(weights["features"])
    hidden, outgoing = weights.get("hidden", {}), weights.get("outgoing", [])
    told = bytearray()
    for name in names:
        told += bytes(_byte(each, UNIT_INTO) for each in hidden.get(name, ()))
        told += bytes(_byte(weights["features"][name].get(label, 0), UNIT) for label in labels)
    out = bytes(_byte(each, UNIT_OUT) for row in outgoing for each in row)
    return {
        "labels": labels,
        "bias": weights["bias"],
        "features": "\n".join(names),
        "weights": binascii.b2a_base64(bytes(told), newline=False).decode(),
        "outgoing": binascii.b2a_base64(out, newline=False).decode(),
    }


def _byte(weight: int, unit: int) -> int:
    return min(max((2 * weight + unit) // (2 * unit) + _EVEN, 0), _MOST)


def build_guesser(packed: PackedWeights) -> Guesser:
    """Take the weights of a file."""
    labels = tuple(packed["labels"])
    out = binascii.a2b_base64(packed["outgoing"])
    rows = [out[at : at + len(labels)] for at in range(0, len(out), len(labels))]
    width = len(rows) + len(labels)
    told = binascii.a2b_base64(packed["weights"])
    names = packed["features"].split("\n")
    return Guesser(
        labels,
        tuple(packed["bias"]),
        {name: _row(told[at * width : (at + 1) * width], 2) for at, name in enumerate(names)},
        tuple(_row(row, 4) for row in rows),
        tuple(_outcomes(labels)),
        tuple(place for place, label in enumerate(labels) if label in _NO_ENTRY),
    )


def _row(told: bytes, width: int) -> int:
    """Give bytes as one number in which each has the room of several, for sums."""
    wide = bytearray(width * len(told))
    wide[::width] = told
    return int.from_bytes(wide, "little")


@lru_cache(maxsize=1)
def load_guesser() -> Guesser:
    """Read the weights that come with the package."""
    file = resources.files("parsing").joinpath("guess", "weights.json")
    packed: PackedWeights = json.loads(file.read_text(encoding="utf-8"))
    return build_guesser(packed)
