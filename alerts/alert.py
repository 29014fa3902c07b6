"""An alert: a finding with what became of it."""

import datetime as dt
import enum
from dataclasses import dataclass

from alerts.finding import Finding


class AlertState(enum.StrEnum):
    """Where an alert stands."""

    WAITING = "waiting"
    """It was found, or got worse, and is not told yet: by night, or above the day's cap."""
    TOLD = "told"
    SNOOZED = "snoozed"
    """Nobody wants to hear of it before a day."""
    ANSWERED = "answered"
    """Somebody has explained it, or said that it was of no use; only a worse one is told."""
    CLOSED = "closed"
    """It is so no more, or so old that nobody asks."""


class AlertHappened(enum.StrEnum):
    """What became of an alert."""

    FOUND = "found"
    TOLD = "told"
    WORSE = "worse"
    SEEN = "seen"
    EXPLAINED = "explained"
    SNOOZED = "snoozed"
    WOKEN = "woken"
    ASSIGNED = "assigned"
    ACCEPTED = "accepted"
    WANTED_BACK = "wanted_back"
    USELESS = "useless"
    ESCALATED = "escalated"
    CLOSED = "closed"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Alert:
    """Something that leaders are told, or are to be told."""

    finding: Finding
    """As it was found last."""
    state: AlertState
    found_at: dt.datetime
    told_at: dt.datetime | None = None
    """When it was told last."""
    told_level: int = 0
    """How bad it was when it was told last; nought is never."""
    tellings: int = 0
    """How often it was told."""
    seen_at: dt.datetime | None = None
    """When somebody reacted first since it was told last."""
    useful: bool | None = None
    """What whoever reacted made of it; None while nobody did."""
    snoozed_until: dt.date | None = None
    assignee_id: int | None = None
    escalated_at: dt.datetime | None = None
    closed_at: dt.datetime | None = None
    id: int = 0
    revision: int = 1

    @property
    def is_open(self) -> bool:
        """Say whether it is still looked at again."""
        return self.state in {AlertState.WAITING, AlertState.TOLD, AlertState.SNOOZED}


@dataclass(frozen=True, slots=True)
class AlertEvent:
    """Something that became of an alert, and who did it."""

    what: AlertHappened
    by: str
    at: dt.datetime
    note: str | None = None
