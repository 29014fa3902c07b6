"""What the watch over missing entries needs of the books."""

import datetime as dt
import enum
from dataclasses import dataclass
from typing import Protocol

from alerts.missing_entries import Answers, Habit


class WatchState(enum.StrEnum):
    """What became of a question."""

    ASKED = "asked"
    NONE = "none"
    """There was none that day."""
    MUTED = "muted"
    """Nobody wants to be asked about it."""
    TOLD = "told"
    """It was told after the question."""


@dataclass(frozen=True, slots=True)
class MissingQuestion:
    """A question about what was not told on a day: at most one a day."""

    id: int
    asked_on: dt.date
    habit: Habit
    person_id: int
    state: WatchState


class Watch(Protocol):
    """Questions about missing entries, and their answers."""

    def was_asked(self, day: dt.date) -> bool:
        """Tell whether a question was put on a day already."""

    def ask(self, day: dt.date, habit: Habit, person_id: int) -> MissingQuestion:
        """Keep a question that is put to a person."""

    def find(self, question_id: int) -> MissingQuestion | None:
        """Give a question."""

    def answer(self, question_id: int, state: WatchState, person_id: int, at: dt.datetime) -> bool:
        """Keep an answer; say whether the question was still open."""

    def answers(self) -> Answers:
        """Give what all answers so far teach."""
