"""What exceptions need of the books: bookkeeping that needs a person, and its history."""

import datetime as dt
import enum
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from ledger.days import Days
from ledger.money import Money


class ExceptionState(enum.StrEnum):
    """Where an exception stands."""

    OPEN = "open"
    SNOOZED = "snoozed"
    """Nobody wants to see it before a day."""
    EXPLAINED = "explained"
    """Somebody has said why it is so, or written it off; what changes opens it again."""
    CLOSED = "closed"
    """It is so no more."""


class Happened(enum.StrEnum):
    """What became of an exception."""

    OPENED = "opened"
    CHANGED = "changed"
    CLOSED = "closed"
    SNOOZED = "snoozed"
    WOKEN = "woken"
    EXPLAINED = "explained"
    WRITTEN_OFF = "written_off"
    ACCEPTED = "accepted"
    """The bank's balance was taken as it is, without a statement that explains it."""
    ASSIGNED = "assigned"
    LINKED = "linked"
    REFUSED = "refused"
    ASKED = "asked"
    """It was put to somebody."""
    REMINDED = "reminded"
    """Nobody had answered, and it was put again."""
    ANSWERED = "answered"
    FILED = "filed"
    """The cash that was missing was entered."""


@dataclass(frozen=True, slots=True)
class ExceptionItem:
    """One thing that is wrong, and needs a person."""

    kind: str
    """Of `reconciliation.findings.Kind`, or what the books find themselves."""
    records: tuple[str, ...]
    """The records that it is about; the first one names it."""
    amount: Money
    """The money at stake, above zero."""
    since: dt.date
    cause: str
    """Why it is likely so."""
    step: str
    """What is best done next."""
    candidates: tuple[str, ...] = ()
    """Records that may resolve it, the likeliest first."""
    state: ExceptionState = ExceptionState.OPEN
    snoozed_until: dt.date | None = None
    assignee_id: int | None = None
    opened_at: dt.datetime | None = None
    closed_at: dt.datetime | None = None
    id: int = 0
    revision: int = 1

    @property
    def about(self) -> str:
        """Give the record that it is about."""
        return self.records[0]


@dataclass(frozen=True, slots=True)
class ExceptionEvent:
    """Something that became of an exception."""

    what: Happened
    by: str
    at: dt.datetime
    note: str | None = None


@dataclass(frozen=True, slots=True)
class AtStake:
    """Exceptions that are not explained, in one currency, and the money they are about."""

    currency: str
    count: int
    minor: int


class Exceptions(Protocol):
    """Exceptions, those that stand and those that are closed; none is ever deleted."""

    def standing(self) -> tuple[ExceptionItem, ...]:
        """Give those that are not closed, the oldest first."""

    def standing_about(self, keys: Collection[str]) -> tuple[ExceptionItem, ...]:
        """Give those that are not closed and about some records."""

    def snoozed_until(self, day: dt.date) -> tuple[ExceptionItem, ...]:
        """Give those that are put off until a day or one before it, the oldest first."""

    def count_open(self) -> int:
        """Say how many are open."""

    def at_stake(self, days: Days) -> tuple[AtStake, ...]:
        """Sum up, by currency, those of some days that nobody has explained."""

    def closed_since(self, at: dt.datetime) -> tuple[ExceptionItem, ...]:
        """Give those that were closed since a moment, the newest first."""

    def of_kinds(
        self, kinds: Collection[str], closed_since: dt.datetime
    ) -> tuple[ExceptionItem, ...]:
        """Give those of some kinds that stand, or were closed since a moment, the oldest first."""

    def find(self, item_id: int) -> ExceptionItem | None:
        """Give one."""

    def history(self, item_id: int) -> tuple[ExceptionEvent, ...]:
        """Give what became of one, the oldest first."""

    def add(self, items: Sequence[ExceptionItem], event: ExceptionEvent) -> None:
        """Keep new ones; their ids are given here."""

    def change(self, item: ExceptionItem, event: ExceptionEvent) -> ExceptionItem:
        """Keep where one stands now, and what happened; its revision grows by one.

        Raises:
            StorageError: somebody changed it in this very moment.
        """
