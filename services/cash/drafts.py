"""Cash messages that wait for an answer before they can be posted."""

import datetime as dt
import enum
from dataclasses import dataclass

from parsing.reading import CashDraft, Missing


class DraftState(enum.StrEnum):
    """Where a draft stands."""

    OPEN = "open"
    POSTED = "posted"
    DROPPED = "dropped"
    """It was no cash entry, or the accountant left it out."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One doubtful message: what is known, what is asked now, and where it came from."""

    id: int
    revision: int
    """Grows with every answer: a button of an older revision is stale."""
    chat_id: int
    person_id: int
    message_id: int
    """The Telegram message that it came from."""
    raw_record_id: int | None
    text: str
    known: CashDraft
    missing: tuple[Missing, ...]
    state: DraftState
    asked_at: dt.datetime
    """When the present question was asked."""
    reminded_at: dt.datetime | None = None
    """When the person was asked again, which happens once."""
    told: tuple[Missing, ...] = ()
    """What the person said himself since: answered, corrected or confirmed."""
    place: int | None = None
    """Which of several operations of the message it is, from nought; None is the whole message."""

    @property
    def put_at(self) -> dt.datetime:
        """Say when the person last had the question before him."""
        return self.asked_at if self.reminded_at is None else max(self.asked_at, self.reminded_at)
