"""What digests need of the books: who wants which, when, and what was sent."""

import datetime as dt
import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class DigestKind(enum.StrEnum):
    """What a person may have sent by the clock."""

    MORNING = "morning"
    """Each day, of the day before."""
    EVENING = "evening"
    """Each day, of that day."""
    WEEK = "week"
    """On Mondays, of the week before."""
    MONTH = "month"
    """On the first, of the month before."""


@dataclass(frozen=True, slots=True)
class DigestChoice:
    """Somebody wants a digest at an hour of the shop's clock."""

    person_id: int
    kind: DigestKind
    hour: int
    """From 0 to 23."""
    done_on: dt.date
    """The newest day on which it was due and sent, or from which on it is wanted."""


class Digests(Protocol):
    """Who wants what."""

    def of_person(self, person_id: int) -> Sequence[DigestChoice]:
        """Give what a person wants."""

    def all(self) -> Sequence[DigestChoice]:
        """Give what everybody wants, by person and kind."""

    def keep(self, choice: DigestChoice) -> None:
        """Keep a wish, in place of another one of its kind."""

    def drop(self, person_id: int, kind: DigestKind) -> None:
        """Let go of a wish."""

    def done(self, choice: DigestChoice, day: dt.date) -> bool:
        """Keep that it is sent for a day; False where the wish is another one by now."""
