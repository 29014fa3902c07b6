"""What answering needs of the books besides figures: what a person asked last."""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from parsing.questions.query import Query


@dataclass(frozen=True, slots=True)
class LastQuestion:
    """What somebody asked, and when."""

    query: Query
    asked_at: dt.datetime


class Questions(Protocol):
    """What each person asked last, so that "and in September?" is understood."""

    def last_of(self, person_id: int) -> LastQuestion | None:
        """Give what a person asked last."""

    def keep(self, person_id: int, query: Query, at: dt.datetime) -> None:
        """Keep what a person asked now, in place of what he asked before."""
