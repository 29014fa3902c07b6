"""How sure is sure: chances are held against what people answered, with a lower bound.

A chance is only a score. What it is worth is read from the answered proposals: the lowest score is
looked for, above which the share that was right is at least the target, and not much less even at
the lower end of its interval (Wilson's, one-sided). With too few answers nobody is sure of any.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

ANSWERS_KEPT = 4_000
"""Older answers are about another year's habits."""
DOUBT = 1.645
"""Standard errors between the share that was right and the lower bound: 19 of 20 hold it."""
_ERRORS_AIMED = 0.7
"""How many of the errors that the target allows there may be: later lines differ somewhat."""
_ERRORS_AT_BOUND = 1.4
"""The same at the lower bound: what is judged are the guesses of a younger model."""
_NEWER_MIN = 60
"""Answers of newer parties, at least, that say from which score these are right often enough."""
_BEGINNERS_ANSWERS = 400
_BEGINNERS_SCORE = 0.98
_BEGINNERS_UNTIL = 1_000
"""Until a thousand own answers, the shop borrows others': 400 right ones at 0.98, ever fewer.

So much in a row was right above that score on the synthetic shops that the weights came from.
"""
_RECOUNT_AFTER = 25
SCORE_MIN = 0.93
"""Below it nobody is sure, however right the lines above were: they would carry its errors."""
NEVER = 2.0
"""A threshold that no score reaches."""

_ROWS = ANSWERS_KEPT + _RECOUNT_AFTER
"""What was learned since the last count is kept apart from what that looks at."""


def lower_bounds(right: Floats, answered: Floats, doubt: float = DOUBT) -> Floats:
    """Give the shares that were right at the lower end of their intervals (Wilson, 1927)."""
    share, square = right / answered, doubt * doubt
    centre = share + square / (2 * answered)
    spread = doubt * np.sqrt(share * (1 - share) / answered + (square / 4) / answered**2)
    bounds: Floats = (centre - spread) / (1 + square / answered)
    return bounds


def percent_at_least(right: int, answered: int) -> int:
    """Give the share that was right at the lower end of its interval, 19 times of 20.

    In whole percent, rounded down; Wilson's interval, one-sided.
    """
    bound = lower_bounds(np.array([float(right)]), np.array([float(answered)]))
    return int(100 * bound[0])


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which score one may be sure: of parties confirmed often enough, and of newer ones."""

    usual: float
    newer: float


class Confidence:
    """Answered proposals: the score of each and whether it was right, in order of time."""

    def __init__(self, target: float) -> None:
        self.target = target
        self.answered = 0
        self._told: Floats = np.zeros((_ROWS, 3))
        """Scores, whether they were right, and whether only a party's newness kept them from being
        filed; the newest answer overwrites the oldest."""
        self._found = (-1, Thresholds(NEVER, NEVER))

    def record(self, score: float, *, is_right: bool, is_newer: bool = False) -> None:
        """Note what an answer says of what would have been proposed."""
        self._told[self.answered % _ROWS] = score, is_right, is_newer
        self.answered += 1

    @property
    def thresholds(self) -> Thresholds:
        """Give the scores from which one may be sure, found anew each 25 answers."""
        counted, fresh = self.answered - self.answered % _RECOUNT_AFTER, self._found[0]
        if counted != fresh:
            self._found = (counted, self._find(counted))
        return self._found[1]

    def _find(self, counted: int) -> Thresholds:
        """Find the usual threshold, and that of newer parties where their own answers bear one."""
        places = np.arange(max(0, counted - ANSWERS_KEPT), counted) % _ROWS
        told = self._told[places]
        told = told[told[:, 0] >= SCORE_MIN]
        is_newer = told[:, 2] > 0
        of_all = self._lowest(told, counted)
        newer = _by_score(told[is_newer & (told[:, 0] >= of_all)])
        right, answered = np.cumsum(newer[:, 1]), np.arange(1, len(newer) + 1)
        is_held = (answered >= _NEWER_MIN) & (right >= self.target * answered - 1e-9)
        held: list[float] = newer[_ends(newer) & is_held, 0].tolist()
        if held:
            return Thresholds(of_all, held[-1])
        return Thresholds(self._lowest(told[~is_newer], counted), NEVER)

    def _lowest(self, told: Floats, counted: int) -> float:
        """Go down the scores as long as those above are right often enough."""
        borrowed = _BEGINNERS_ANSWERS * max(0.0, 1 - counted / _BEGINNERS_UNTIL)
        others = [(_BEGINNERS_SCORE, borrowed, borrowed)] if borrowed else []
        own = np.column_stack([told[:, :2], np.ones(len(told))])
        steps = np.vstack([own, np.array(others).reshape(-1, 3)])
        if not len(steps):
            return NEVER
        steps = _by_score(steps)
        right, answered = np.cumsum(steps[:, 1]), np.cumsum(steps[:, 2])
        ends = _ends(steps)
        held: list[float] = steps[ends, 0][self._is_held(right[ends], answered[ends])].tolist()
        return held[-1] if held else NEVER

    def _is_held(self, right: Floats, answered: Floats) -> NDArray[np.bool_]:
        allowed = 1 - self.target
        held: NDArray[np.bool_] = right >= (1 - _ERRORS_AIMED * allowed) * answered - 1e-9
        return held & (lower_bounds(right, answered) >= 1 - _ERRORS_AT_BOUND * allowed)


def _by_score(told: Floats) -> Floats:
    """Sort answers, the highest score first."""
    ordered: Floats = told[np.argsort(-told[:, 0], kind="stable")]
    return ordered


def _ends(told: Floats) -> NDArray[np.bool_]:
    """Tell which answers are the last of their score: a threshold parts no equal ones."""
    ends: NDArray[np.bool_] = np.append(np.diff(told[:, 0]) != 0, [True])[: len(told)]
    return ends
