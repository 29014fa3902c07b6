"""The audit log: each record carries the hash of the one before."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ledger.text import keepable

GENESIS_HASH = "0" * 64
"""What the first record names as the hash before it."""

ChangeValue: TypeAlias = "str | int | bool | Sequence[ChangeValue] | None"
"""What one field of a change may be: amounts are minor units, dates ISO text."""

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """Who changed what, because of which message, and when; sealed by the hash."""

    number: int
    recorded_at: dt.datetime
    actor: str
    raw_record_id: int | None
    """The chat message or document that caused it."""
    cause: str
    """What was done, by the use case's name: "record_cash"."""
    subject: str
    """What was changed: "entry:12", "person:3"."""
    change: str
    """The change itself, as canonical JSON."""
    previous_hash: str
    hash: str


def canonical_change(change: Mapping[str, ChangeValue]) -> str:
    """Write a change as JSON that is the same for the same content."""
    return keepable(_CANONICAL.encode(change))


def seal(record: AuditRecord) -> str:
    """Compute the hash that a record must carry: SHA-256 over all of it and the hash before."""
    sealed = "\x1f".join(
        (
            record.previous_hash,
            str(record.number),
            record.recorded_at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
            record.actor,
            str(record.raw_record_id),
            record.cause,
            record.subject,
            record.change,
        )
    )
    return hashlib.sha256(sealed.encode()).hexdigest()
