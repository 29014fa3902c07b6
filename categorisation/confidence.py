"""How sure is sure: chances are held against what people answered, with a lower bound.

A chance is only a score. What it is worth is read from the answered proposals: the lowest score is
looked for, above which the share that was right is at least the target, and that even at the lower
end of its interval (Wilson's, one-sided). With too few answers nobody is sure of anything.
"""

import math
from collections import deque
from collections.abc import Iterable

ANSWERS_KEPT = 4_000
"""Older answers are about another year's habits."""
DOUBT = 1.0
"""Standard errors between the share that was right and the lower bound: five of six hold it."""
_BEGINNERS_ANSWERS = 400
_BEGINNERS_SCORE = 0.98
_BEGINNERS_UNTIL = 1_000
"""Until a thousand own answers, the shop borrows others': 400 right ones at 0.98, ever fewer.

So much in a row was right above that score on the synthetic shops that the weights came from.
"""
_RECOUNT_AFTER = 25


def lower_bound(right: float, answered: float, doubt: float = DOUBT) -> float:
    """Give the share that was right at the lower end of its interval (Wilson, 1927)."""
    if answered <= 0:
        return 0.0
    share, square = right / answered, doubt * doubt
    centre = share + square / (2 * answered)
    spread = math.sqrt(share * (1 - share) / answered + square / (4 * answered * answered))
    return (centre - doubt * spread) / (1 + square / answered)


class Confidence:
    """Answered proposals: the score of each and whether it was right, in order of time."""

    def __init__(self, target: float, answers: Iterable[tuple[float, bool]] = ()) -> None:
        self.target = target
        self.answers: deque[tuple[float, bool]] = deque(answers, maxlen=ANSWERS_KEPT)
        self.answered = len(self.answers)
        self._threshold: float | None = None
        self._counted = 0

    def record(self, score: float, *, is_right: bool) -> None:
        """Note an answer to a proposal."""
        self.answers.append((score, is_right))
        self.answered += 1

    def take_back(self) -> None:
        """Drop the newest answer."""
        if self.answers:
            self.answers.pop()
            self.answered -= 1
            self._threshold = None

    @property
    def threshold(self) -> float:
        """Give the score from which one may be sure; above one when never."""
        if self._threshold is None or self.answered - self._counted >= _RECOUNT_AFTER:
            self._threshold = self._find()
            self._counted = self.answered
        return self._threshold

    def precision_above(self, score: float) -> tuple[int, int]:
        """Give how many answers with at least this score were right, of how many."""
        above = [is_right for each, is_right in self.answers if each >= score]
        return sum(above), len(above)

    def _find(self) -> float:
        borrowed = _BEGINNERS_ANSWERS * max(0.0, 1 - self.answered / _BEGINNERS_UNTIL)
        right = answered = 0.0
        found = 2.0
        has_borrowed = False
        ordered = sorted(self.answers, key=lambda answer: -answer[0])
        for place, (score, is_right) in enumerate(ordered):
            if score < _BEGINNERS_SCORE and not has_borrowed:
                right, answered, has_borrowed = right + borrowed, answered + borrowed, True
                if lower_bound(right, answered) >= self.target:
                    found = _BEGINNERS_SCORE
            right, answered = right + is_right, answered + 1
            is_last = place + 1 == len(ordered) or ordered[place + 1][0] < score
            if is_last and lower_bound(right, answered) >= self.target:
                found = score
        if not has_borrowed and lower_bound(right + borrowed, answered + borrowed) >= self.target:
            found = _BEGINNERS_SCORE
        return found
