"""What the services need of the mail: what came in, and what waits to be sent."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from services.messages import (
    Cause,
    InboxItem,
    IncomingRecord,
    OutgoingMessage,
    QueuedMessage,
    Shown,
)


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """Something from outside as it is kept for good."""

    id: int
    source: str
    external_id: str
    received_at: dt.datetime
    digest: str
    """SHA-256 of the payload, in hexadecimal digits."""
    payload: bytes


class Inbox(Protocol):
    """What came in: kept raw first, handled after."""

    def receive(self, records: Sequence[IncomingRecord], at: dt.datetime) -> tuple[InboxItem, ...]:
        """Keep records that are new and give just those, in order."""

    def pending(self) -> tuple[InboxItem, ...]:
        """Give what was received and never finished, in order of arrival."""

    def pending_in(self, lane: str) -> tuple[InboxItem, ...]:
        """Give what was received in one lane and never finished, in order of arrival."""

    def done(self, raw_record_id: int, at: dt.datetime) -> bool:
        """Mark as handled; say whether nobody had handled it before."""

    def failed(self, raw_record_id: int, *, reason: str, is_final: bool) -> None:
        """Count a failed attempt with its reason; a final one is quarantined."""

    def record(self, raw_record_id: int) -> KeptRecord | None:
        """Give a record as it came."""

    def quarantined(self) -> tuple[tuple[InboxItem, str], ...]:
        """Give what could not be handled, with the reasons."""


class Outbox(Protocol):
    """What waits to be sent."""

    def add(self, messages: Sequence[OutgoingMessage], cause: Cause) -> tuple[QueuedMessage, ...]:
        """Queue messages; one whose dedupe key is known already is left out."""

    def waiting(self) -> tuple[QueuedMessage, ...]:
        """Give what was queued and not sent, in order."""

    def waiting_in(self, chat_id: int) -> tuple[QueuedMessage, ...]:
        """Give what was queued for one chat and not sent, in order."""

    def sent(self, results: Sequence[tuple[int, int | None]], at: dt.datetime) -> None:
        """Mark messages (id, Telegram's message id) as sent."""

    def failed(self, message_id: int, *, reason: str, is_final: bool) -> None:
        """Count a failed attempt with its reason; a final one is never tried again."""

    def shown(self, message_id: int) -> Shown | None:
        """Give what a message showed when it had buttons with data."""

    def telegram_id_of(self, dedupe_key: str) -> int | None:
        """Give Telegram's number of the message of a key; None when it was never sent."""

    def of_keys(self, dedupe_keys: Sequence[str]) -> tuple[OutgoingMessage, ...]:
        """Give the messages of some keys as they went out at first, in order."""

    def drop_old_pictures(self, before: dt.datetime) -> int:
        """Forget the pictures of messages sent before a moment; say how many."""
