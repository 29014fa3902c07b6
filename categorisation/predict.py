"""Guess a line's category: the counts of memory and the text model, weighed against each other.

Every source votes for the categories it has seen, by the logarithm of how often. What a vote
weighs depends on the source, on how much it saw and on whether it ever saw anything else; these
weights are shared by all categories and learned too, from the shipped ones on. The shares of the
candidates, one of them "something not seen yet", are the chances.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from categorisation.clues import Clues, Source
from categorisation.features import features_of
from categorisation.memory import FADES_AT, Before, Kept, Memory, counts_of
from categorisation.text_model import TextLesson, TextModel

LEVELS = 6
NOVEL = -1
"""Stands among the candidates for a category that none of the sources proposes."""
_VOTES = len(Source) * LEVELS * 2
_LATEST = _VOTES
_TEXT = _LATEST + len(Source)
_NOVEL = _TEXT + 4
WEIGHTS = _NOVEL + LEVELS * 2
"""How many weights there are."""

_STEP = 0.1
_PRIOR = 0.4
_TEXT_FLOOR = 0.01
_HABIT = 5
_MANY = 6
"""A source that saw more categories than this weighs candidates and brings none."""
_LOGS = [math.log((count + _PRIOR) / _PRIOR) for count in range(FADES_AT + 2)]
_LEVEL = [bisect_right((2, 3, 5, 10, 25), count) for count in range(FADES_AT + 2)]
_GENERAL = frozenset({Source.AMOUNT, Source.ACCOUNT_AMOUNT, Source.ACCOUNT})
"""Seen with nearly every category: they weigh candidates and bring none."""
_UNDATED = _GENERAL | {Source.EXACT}
"""Their latest category says nothing: it is the line before, whoever's it was."""

Vote = tuple[int, int, float]
"""A candidate, the weight's number, how strong."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a line seems to be, best first, with the chance of each; the rest is something else."""

    ranked: tuple[tuple[int, float], ...]
    support: int
    """How many lines of this party were confirmed."""
    is_pure: bool
    """All of them as one category."""


@dataclass(slots=True)
class Lesson:
    """What a confirmation changed, so that it can be taken back whole."""

    before: Before
    text: TextLesson
    weights: list[tuple[int, float, float]] = field(default_factory=list)


class Predictor:
    """Guesses and learns; the same lessons in the same order give the same guesses."""

    def __init__(self, weights: Sequence[float]) -> None:
        self.memory = Memory()
        self.text = TextModel()
        self.weights = list(weights)
        self.sums = [1.0] * WEIGHTS

    def guess(self, lines: Sequence[Clues]) -> list[Guess]:
        """Guess many lines at once, none of which is known yet."""
        return [self._guess(clues, votes) for clues, votes in self._votes(lines)]

    def learn(self, clues: Clues, category: int) -> Lesson:
        """Learn one confirmation; a category's number is at most one above those known."""
        weights = self._weigh(clues, category) if self.text.categories else []
        text = self.text.learn(features_of(clues), category)
        before = self.memory.learn((key for _, key in clues.keys), category)
        return Lesson(before, text, weights)

    def restore(self, lesson: Lesson) -> None:
        """Take back the newest lesson: everything is as it was before it."""
        self.memory.restore(lesson.before)
        self.text.restore(lesson.text)
        for number, weight, total in reversed(lesson.weights):
            self.weights[number], self.sums[number] = weight, total

    def _votes(self, lines: Sequence[Clues]) -> list[tuple[Clues, list[Vote]]]:
        if not self.text.categories:
            return [(clues, []) for clues in lines]
        unsure = [at for at, clues in enumerate(lines) if not self._is_habit(clues)]
        said = iter(self.text.likeliest([features_of(lines[at]) for at in unsure]))
        chosen = set(unsure)
        return [
            (clues, self._votes_of(clues, next(said) if at in chosen else {}))
            for at, clues in enumerate(lines)
        ]

    def _is_habit(self, clues: Clues) -> bool:
        """Tell whether a party has had one category so often that its letters add nothing."""
        known = self.memory.kept.get(clues.party)
        return isinstance(known, int) and known >> 12 >= _HABIT

    def _votes_of(self, clues: Clues, said: dict[int, float]) -> list[Vote]:
        votes: list[Vote] = []
        general: list[tuple[Source, Kept]] = []
        get = self.memory.kept.get
        party = 0
        for source, key in clues.keys:
            known = get(key)
            if known is None:
                continue
            if source in _GENERAL or (type(known) is dict and len(known) > _MANY):
                if source is Source.PARTY:
                    party = _LEVEL[min(FADES_AT, sum(counts_of(known).values()))] * 2 + 1
                general.append((source, known))
                continue
            base = _vote_by_counts(votes, source, known)
            if source is Source.PARTY:
                party = base % (LEVELS * 2) + 1
        text = _TEXT + (0 if not party else 1 + min(2, (party - 1) // 4))
        votes.extend(
            (category, text, math.log1p(share / _TEXT_FLOOR)) for category, share in said.items()
        )
        candidates = {vote[0] for vote in votes}
        for source, known in general:
            _weigh_candidates(votes, source, known, candidates)
        votes.append((NOVEL, _NOVEL + max(0, party - 1), 1.0))
        return votes

    def _shares(self, votes: list[Vote]) -> dict[int, float]:
        raw: dict[int, float] = {}
        weights, get = self.weights, raw.get
        for category, number, strength in votes:
            raw[category] = get(category, 0.0) + weights[number] * strength
        highest = max(raw.values())
        total = 0.0
        exp = math.exp
        for category, score in raw.items():
            raw[category] = share = exp(score - highest)
            total += share
        return {category: share / total for category, share in raw.items()}

    def _guess(self, clues: Clues, votes: list[Vote]) -> Guess:
        if not votes:
            return Guess((), 0, is_pure=False)
        shares = self._shares(votes)
        shares.pop(NOVEL)
        known = self.memory.counts(clues.party)
        ranked = sorted(shares.items(), key=lambda pair: (-pair[1], pair[0]))[:4]
        return Guess(tuple(ranked), sum(known.values()), is_pure=len(known) == 1)

    def _weigh(self, clues: Clues, category: int) -> list[tuple[int, float, float]]:
        """Move the weights towards those that would have said the right category."""
        ((_, votes),) = self._votes([clues])
        shares = self._shares(votes)
        truth = category if category in shares else NOVEL
        slopes: dict[int, float] = {}
        for candidate, number, strength in votes:
            wrong = shares[candidate] - (candidate == truth)
            slopes[number] = slopes.get(number, 0.0) + wrong * strength
        before = []
        for number, slope in slopes.items():
            before.append((number, self.weights[number], self.sums[number]))
            self.sums[number] += slope * slope
            self.weights[number] -= _STEP * slope / math.sqrt(self.sums[number])
        return before


def _vote_by_counts(votes: list[Vote], source: Source, known: Kept) -> int:
    """Let a source vote for what it has seen; give the number of its first weight."""
    if isinstance(known, int):
        category, count = known & 4095, known >> 12
        base = (source * LEVELS + _LEVEL[count]) * 2 + 1
        votes.append((category, base, _LOGS[count]))
        if source not in _UNDATED:
            votes.append((category, _LATEST + source, 1.0))
        return base
    base = (source * LEVELS + _LEVEL[sum(known.values())]) * 2
    latest = next(reversed(known))
    votes.extend((category, base, _LOGS[count]) for category, count in known.items())
    if source not in _UNDATED:
        votes.append((latest, _LATEST + source, 1.0))
    return base


def _weigh_candidates(
    votes: list[Vote], source: Source, known: Kept, candidates: set[int]
) -> None:
    counts = {known & 4095: known >> 12} if isinstance(known, int) else known
    base = (source * LEVELS + _LEVEL[min(FADES_AT, sum(counts.values()))]) * 2 + (len(counts) == 1)
    votes.extend(
        (category, base, _LOGS[counts[category]])
        for category in sorted(candidates)
        if category in counts
    )
