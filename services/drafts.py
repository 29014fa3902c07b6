"""Cash messages that wait for an answer before they can be posted."""

import enum
from dataclasses import dataclass

from parsing.reading import CashDraft, Missing


class DraftState(enum.StrEnum):
    """Where a draft stands."""

    OPEN = "open"
    POSTED = "posted"
    DROPPED = "dropped"
    """The person said it was no cash entry."""


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
    told: tuple[Missing, ...] = ()
    """What the person said himself since: answered, corrected or confirmed."""
    place: int | None = None
    """Which of several operations of the message it is, from nought; None is the whole message."""
