"""Guess a line's category: the counts of memory and the text model, weighed against each other.

Every source votes for the categories it has seen, by the logarithm of how often. What a vote
weighs depends on the source, on how much it saw and on whether it ever saw anything else; these
weights are shared by all categories and learned too, from the shipped ones on. The shares of the
candidates, one of them "something not seen yet", are the chances.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from categorisation.clues import Clues, Source
from categorisation.features import features_of
from categorisation.memory import FADES_AT, Kept, Memory, counts_of
from categorisation.text_model import TextModel

LEVELS = 6
NOVEL = -1
"""Stands among the candidates for a category that none of the sources proposes."""
_VOTES = len(Source) * LEVELS * 2
_LATEST = _VOTES
_TEXT = _LATEST + len(Source) * 3
_NOVEL = _TEXT + 4
WEIGHTS = _NOVEL + LEVELS * 2
"""How many weights there are."""

_STEP = 0.1
_PRIOR = 0.4
_TEXT_FLOOR = 0.01
_HABIT = 5
_WAVERS = 10
"""What of several categories was seen last says less of a source that saw so many lines."""
_MANY = 6
"""A source that saw more categories than this weighs candidates and brings none."""
_LOGS = [math.log((count + _PRIOR) / _PRIOR) for count in range(FADES_AT + 2)]
_LEVEL = [bisect_right((2, 3, 5, 10, 25), count) for count in range(FADES_AT + 2)]
_PARTY = int(Source.PARTY)
_GENERAL = frozenset(map(int, (Source.AMOUNT, Source.ACCOUNT_AMOUNT, Source.ACCOUNT)))
"""Seen with nearly every category: they weigh candidates and bring none."""
_UNDATED = _GENERAL | {int(Source.EXACT)}
"""Their latest category says nothing: it is the line before, whoever's it was."""

_COUNT_BITS = 7
"""Enough for `FADES_AT`."""

Seen = dict[int, Kept]
"""What memory has under a line's keys, by source."""

Ranked = tuple[tuple[int, float], ...]
"""What a line seems to be, best first, with the chance of each; the rest is something else."""


class Predictor:
    """Guesses and learns; the same lessons in the same order give the same guesses."""

    def __init__(self, weights: Sequence[float]) -> None:
        self.memory = Memory()
        self.text = TextModel()
        self.weights = list(weights)
        self.sums = [1.0] * WEIGHTS
        self._alone: dict[int, float] = {}
        """What sources that saw one category say, until the weights change."""

    def seen(self, lines: Sequence[Clues]) -> list[Seen]:
        """Give what memory has under each line's keys."""
        return [self.memory.seen(clues.keys) for clues in lines]

    def guess(
        self, lines: Sequence[Clues], seen: Sequence[Seen], decided: Sequence[int | None]
    ) -> list[Ranked]:
        """Guess many lines at once, none of which is known yet.

        Args:
            lines: their clues.
            seen: what memory has under them.
            decided: the category that each line has without a guess, if any. Its letters are not
                read then, and where memory knows no other, there is nothing to guess.
        """
        if not self.text.categories:
            return [() for _ in lines]
        said = self._said(lines, seen, [each is None for each in decided])
        return [
            () if _is_all(each, category) else _ranked(shares_of(self.scores(each, texts)))
            for each, texts, category in zip(seen, said, decided, strict=True)
        ]

    def learn(self, clues: Clues, seen: Seen, category: int) -> Ranked:
        """Learn one confirmation and give what was guessed just before it.

        Args:
            clues: of the line.
            seen: what memory has under them.
            category: its number is at most one above those known.
        """
        ranked: Ranked = ()
        if self.text.categories:
            (said,) = self._said([clues], [seen], [True])
            shares = shares_of(self.scores(seen, said))
            self._weigh(self.slopes(seen, said, shares, category))
            ranked = _ranked(shares)
        self.text.learn(features_of(clues), category)
        self.memory.learn(clues.keys.values(), category)
        self._alone.clear()
        return ranked

    def _said(
        self, lines: Sequence[Clues], seen: Sequence[Seen], is_open: Sequence[bool]
    ) -> list[dict[int, float]]:
        """Give what the text model says of lines, and nothing where it is not asked."""
        unsure = [at for at, each in enumerate(seen) if is_open[at] and not _is_habit(each)]
        said: list[dict[int, float]] = [{} for _ in lines]
        told = self.text.likeliest([features_of(lines[at]) for at in unsure])
        for at, each in zip(unsure, told, strict=True):
            said[at] = each
        return said

    def scores(self, seen: Seen, said: dict[int, float]) -> dict[int, float]:
        """Add up what the sources say for each candidate."""
        raw: dict[int, float] = {}
        general: list[tuple[int, Kept]] = []
        alone = self._alone
        for source, known in seen.items():
            if source in _GENERAL or (not isinstance(known, int) and len(known) > _MANY):
                general.append((source, known))
            elif isinstance(known, int):
                category, spot = known & 4095, source << _COUNT_BITS | known >> 12
                vote = alone.get(spot)
                if vote is None:
                    vote = alone[spot] = self._alone_for(source, known)
                raw[category] = raw[category] + vote if category in raw else vote
            else:
                self._add(raw, source, known)
        party = _party_of(seen)
        weight = self.weights[_text_of(party)]
        for category, share in said.items():
            raw[category] = raw.get(category, 0.0) + weight * _said(share)
        for source, known in general:
            self._weigh_candidates(raw, source, known)
        raw[NOVEL] = self.weights[_NOVEL + max(0, party - 1)]
        return raw

    def _weigh_candidates(self, raw: dict[int, float], source: int, known: Kept) -> None:
        """Add what a general source says for those that others brought."""
        weight = self.weights[_first(source, known)]
        counts = counts_of(known) if isinstance(known, int) else known
        for category in raw:
            if category in counts:
                raw[category] += weight * _LOGS[counts[category]]

    def _alone_for(self, source: int, known: int) -> float:
        """Give what a source that saw one category says for it."""
        weight = self.weights[_first(source, known)] * _LOGS[known >> 12]
        return weight if source in _UNDATED else weight + self.weights[_latest_of(source, known)]

    def _add(self, raw: dict[int, float], source: int, known: dict[int, int]) -> None:
        weight = self.weights[_first(source, known)]
        for latest, count in known.items():
            raw[latest] = raw.get(latest, 0.0) + weight * _LOGS[count]
        if source not in _UNDATED:
            raw[latest] += self.weights[_latest_of(source, known)]

    def slopes(
        self, seen: Seen, said: dict[int, float], shares: dict[int, float], category: int
    ) -> dict[int, float]:
        """Give how fast the surprise at a category grows with each weight that has a say in it."""
        wrong = dict(shares)
        wrong[category if category in shares else NOVEL] -= 1
        slopes: dict[int, float] = {}
        for source, known in seen.items():
            counts = _items_of(known)
            slope, latest = 0.0, NOVEL
            for latest, count in counts:
                if latest in wrong:
                    slope += wrong[latest] * _LOGS[count]
            slopes[_first(source, known)] = slope
            if source not in _UNDATED and not _is_general(source, known):
                slopes[_latest_of(source, known)] = wrong[latest]
        party = _party_of(seen)
        slopes[_text_of(party)] = sum([wrong[each] * _said(share) for each, share in said.items()])
        slopes[_NOVEL + max(0, party - 1)] = wrong[NOVEL]
        return slopes

    def _weigh(self, slopes: dict[int, float]) -> None:
        """Move the weights towards those that would have said the right category."""
        for number, slope in slopes.items():
            self.sums[number] += slope * slope
            self.weights[number] -= _STEP * slope / math.sqrt(self.sums[number])


def _is_general(source: int, known: Kept) -> bool:
    """Tell whether a source weighs candidates and brings none."""
    return source in _GENERAL or (not isinstance(known, int) and len(known) > _MANY)


def _is_all(seen: Seen, category: int | None) -> bool:
    """Tell whether a category is the only one that memory brings."""
    if category is None:
        return False
    for source, known in seen.items():
        if source not in _GENERAL:
            if isinstance(known, int):
                if known & 4095 != category:
                    return False
            elif len(known) <= _MANY:
                return False
    return True


def _items_of(known: Kept) -> Iterable[tuple[int, int]]:
    return ((known & 4095, known >> 12),) if isinstance(known, int) else known.items()


def _said(share: float) -> float:
    return math.log1p(share / _TEXT_FLOOR)


def _first(source: int, known: Kept) -> int:
    """Give the number of the weight of what a source has seen."""
    if isinstance(known, int):
        return (source * LEVELS + _LEVEL[known >> 12]) * 2 + 1
    return (source * LEVELS + _LEVEL[min(FADES_AT, sum(known.values()))]) * 2


def _latest_of(source: int, known: Kept) -> int:
    """Give the number of the weight of what a source saw last; of what wavers it says little."""
    if isinstance(known, int):
        return _LATEST + source * 3
    return _LATEST + source * 3 + (1 if sum(known.values()) < _WAVERS else 2)


def _party_of(seen: Seen) -> int:
    """Give how well the party is known, from one on; 0 for one never met."""
    known = seen.get(_PARTY)
    return 0 if known is None else _first(0, known) + 1


def _is_habit(seen: Seen) -> bool:
    """Tell whether a party has had one category so often that its letters add nothing."""
    known = seen.get(_PARTY)
    return isinstance(known, int) and known >> 12 >= _HABIT


def _text_of(party: int) -> int:
    """Give the number of the text model's weight, by how well the party is known."""
    return _TEXT + (1 + min(2, (party - 1) // 4) if party else 0)


def _ranked(shares: dict[int, float]) -> Ranked:
    """Give the four likeliest; what is equally likely stands in the categories' order."""
    del shares[NOVEL]
    best = sorted([(-share, category) for category, share in shares.items()])[:4]
    return tuple([(category, -share) for share, category in best])


def shares_of(raw: dict[int, float]) -> dict[int, float]:
    """Turn scores into shares of one."""
    highest = max(raw.values())
    raised = {category: math.exp(score - highest) for category, score in raw.items()}
    total = sum(raised.values())
    return {category: share / total for category, share in raised.items()}
