"""What alerts need of the books: where each stands, how the shop wants them, and the facts."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from alerts.alert import Alert, AlertEvent
from alerts.engine import Policy
from alerts.facts import Counted, Payment
from alerts.finding import Finding
from alerts.parameters import Chosen


@dataclass(frozen=True, slots=True)
class Choice:
    """What the shop has set of a trigger."""

    is_on: bool
    since_on: dt.date
    """What became so before that day is not told."""
    chosen: Chosen = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mark:
    """How far new records were gone through."""

    entry: int
    line: int
    through: dt.datetime
    """Documents and counts up to then."""


@dataclass(frozen=True, slots=True)
class AlertSettings:
    """How leaders are told, and how far the books were looked through."""

    begun_on: dt.date
    policy: Policy
    mark: Mark
    chat_id: int | None = None
    """The group that was bound for alerts; None is the leadership chat, or else each leader."""
    thread_id: int | None = None
    """The group's topic, if it has them."""
    daily_on: dt.date | None = None
    """The day on which the daily triggers were run last."""


@dataclass(frozen=True, slots=True)
class AlertCount:
    """How many alerts were told in some days, and what was made of them."""

    trigger: str
    told: int
    useful: int
    useless: int

    @property
    def unanswered(self) -> int:
        """Say of how many nobody has said anything."""
        return self.told - self.useful - self.useless


class Alerts(Protocol):
    """Alerts and their history; none is ever deleted."""

    def settings(self) -> AlertSettings | None:
        """Give how leaders are told; None before the first look."""

    def set(self, settings: AlertSettings) -> None:
        """Keep how leaders are told."""

    def choices(self) -> Mapping[str, Choice]:
        """Give what the shop has set, by trigger."""

    def choose(self, trigger: str, choice: Choice) -> None:
        """Keep what the shop has set of a trigger."""

    def open(self) -> tuple[Alert, ...]:
        """Give those that wait, are told or put off, the oldest first."""

    def standing(self, names: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], Alert]:
        """Give those of some triggers and keys that are not closed, answered ones too."""

    def find(self, alert_id: int) -> Alert | None:
        """Give one."""

    def history(self, alert_id: int) -> tuple[AlertEvent, ...]:
        """Give what became of one, the oldest first."""

    def floors(self, subjects: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
        """Give, by trigger and subject, the money of the last one that was of no use.

        What was of use since lets it count no more.
        """

    def add(self, findings: Sequence[Finding], event: AlertEvent) -> None:
        """Keep new ones, which wait to be told."""

    def change(self, alert: Alert, event: AlertEvent | None = None) -> Alert:
        """Keep where one stands now, and what happened; its revision grows by one.

        Raises:
            StorageError: somebody changed it in this very moment.
        """

    def tell(self, alerts: Sequence[Alert], at: dt.datetime, *, is_critical: bool) -> int:
        """Keep that some were told in one message; give the message's number."""

    def told_since(self, at: dt.datetime) -> int:
        """Say how many messages were told since a moment, critical ones left out."""

    def telling_of(self, alert_id: int) -> tuple[int, int] | None:
        """Give the message that told one last, and how many it told; None before."""

    def told_with(self, alert_id: int) -> tuple[Alert, ...]:
        """Give all that were told by the same message as one, the gravest first."""

    def counts(self, first: dt.datetime, until: dt.datetime) -> tuple[AlertCount, ...]:
        """Count what was told from a moment on and before another one, by trigger."""


class AlertFacts(Protocol):
    """What triggers look at that no other part of the books tells."""

    def newest(self) -> tuple[int, int]:
        """Give the newest entry's number and the newest bank line's id."""

    def new_payments(self, entry: int, line: int, since: dt.datetime) -> tuple[Payment, ...]:
        """Give what was paid by entries and lines after some numbers, or was filed since."""

    def payments(self, keys: Collection[str]) -> tuple[Payment, ...]:
        """Give what was paid by some records, those that stand."""

    def payments_of(self, parties: Collection[str]) -> tuple[Payment, ...]:
        """Give all that was ever paid to parties that are written so."""

    def payments_for(self, kind: str, since: dt.date, limit: int) -> tuple[Payment, ...]:
        """Give the newest payments for something, since a day, so many of each way to pay."""

    def payments_since(self, day: dt.date) -> tuple[Payment, ...]:
        """Give all that was paid since a day, the oldest first."""

    def parties(self) -> tuple[str, ...]:
        """Give every name that anything was ever paid to or came from, as it is written."""

    def photos_of(self, keys: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give the other typed messages that the same photo proves, by each cash record."""

    def told_in(self, messages: Collection[str]) -> tuple[Payment, ...]:
        """Give what was paid by the operations of some typed messages."""

    def counted(self, since: dt.datetime) -> tuple[Counted, ...]:
        """Give the counts that were settled since a moment."""
