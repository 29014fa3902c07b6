"""What came in: the raw record for good, and whether it is handled."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.dialects import postgresql

from services.mail_ports import KeptRecord
from services.messages import InboxItem, IncomingRecord
from services.ports import StorageError
from storage.prepared import AnyRow, Prepared
from storage.tables import inbox_item, raw_record

_KEEP = Prepared(
    insert(raw_record),
    fills=("source", "external_id", "version", "payload", "digest", "received_at"),
)
_KEEP_ONCE = Prepared(
    postgresql.insert(raw_record).on_conflict_do_nothing(
        index_elements=["source", "external_id", "version"]
    ),
    fills=("source", "external_id", "version", "payload", "digest", "received_at"),
)
"""Two processes may be given one record at once: a webhook that is slow is called anew."""
_ADMIT = Prepared(insert(inbox_item), fills=("raw_record_id", "lane", "state", "attempts"))
_KNOWN = Prepared(
    select(raw_record.c.version, raw_record.c.digest).where(
        raw_record.c.source == bindparam("source"),
        raw_record.c.external_id == bindparam("external"),
    )
)
_UNFINISHED = (
    select(inbox_item, raw_record.c.payload)
    .join(raw_record, raw_record.c.id == inbox_item.c.raw_record_id)
    .order_by(inbox_item.c.raw_record_id)
)
_PENDING = _UNFINISHED.where(inbox_item.c.state == "pending")
_PENDING_ANYWHERE = Prepared(_PENDING)
_PENDING_IN = Prepared(_PENDING.where(inbox_item.c.lane == bindparam("in_lane")))
_QUARANTINED = Prepared(_UNFINISHED.where(inbox_item.c.state == "quarantined"))
_DONE = Prepared(
    update(inbox_item)
    .where(inbox_item.c.raw_record_id == bindparam("item"), inbox_item.c.state == "pending")
    .values(state="done", handled_at=bindparam("at"))
)


class SqlInbox:
    """Fulfils services.ports.Inbox."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def receive(self, records: Sequence[IncomingRecord], at: dt.datetime) -> tuple[InboxItem, ...]:
        """Keep records that are new and give just those, in order.

        A record that came before, byte for byte, is left out. One of the same id with other
        content is a new version: Telegram starts its update numbers anew after a silent week.
        """
        taken = (self._take(record, at) for record in records)
        return tuple(item for item in taken if item is not None)

    def pending(self) -> tuple[InboxItem, ...]:
        """Give what was received and never finished, in order of arrival."""
        return tuple(map(_item, _PENDING_ANYWHERE.rows(self._connection)))

    def pending_in(self, lane: str) -> tuple[InboxItem, ...]:
        """Give what was received in one lane and never finished, in order of arrival."""
        return tuple(map(_item, _PENDING_IN.rows(self._connection, {"in_lane": lane})))

    def done(self, raw_record_id: int, at: dt.datetime) -> bool:
        """Mark as handled; say whether nobody had handled it before."""
        return _DONE.run_counting(self._connection, {"item": raw_record_id, "at": at}) == 1

    def failed(self, raw_record_id: int, *, reason: str, is_final: bool) -> None:
        """Count a failed attempt with its reason; a final one is quarantined."""
        self._connection.execute(
            update(inbox_item)
            .where(inbox_item.c.raw_record_id == raw_record_id)
            .values(
                attempts=inbox_item.c.attempts + 1,
                reason=reason,
                state="quarantined" if is_final else "pending",
            )
        )

    def record(self, raw_record_id: int) -> KeptRecord | None:
        """Give a record as it came."""
        row = self._connection.execute(
            select(raw_record).where(raw_record.c.id == raw_record_id)
        ).first()
        if row is None:
            return None
        return KeptRecord(
            row.id, row.source, row.external_id, row.received_at, row.digest, row.payload
        )

    def quarantined(self) -> tuple[tuple[InboxItem, str], ...]:
        """Give what could not be handled, with the reasons."""
        rows = _QUARANTINED.rows(self._connection)
        return tuple((_item(row), row.reason or "") for row in rows)

    def _take(
        self, record: IncomingRecord, at: dt.datetime, *, is_last_try: bool = False
    ) -> InboxItem | None:
        """Keep one record and queue it, unless it is known already.

        Raises:
            StorageError: others keep records of the same id all the while.
        """
        known = _KNOWN.rows(
            self._connection, {"source": record.source, "external": record.external_id}
        )
        digest = hashlib.sha256(record.payload).hexdigest()
        if any(row.digest == digest for row in known):
            return None
        number = self._keep(
            {
                "source": record.source,
                "external_id": record.external_id,
                "version": max((row.version for row in known), default=0) + 1,
                "payload": record.payload,
                "digest": digest,
                "received_at": at,
            },
        )
        if number is None and is_last_try:
            raise StorageError("busy")
        if number is None:
            return self._take(record, at, is_last_try=True)
        _ADMIT.run(
            self._connection,
            {"raw_record_id": number, "lane": record.lane, "state": "pending", "attempts": 0},
        )
        return InboxItem(number, record.lane, record.payload, 0)

    def _keep(self, values: Mapping[str, object]) -> int | None:
        """Keep a record; None when another process, given the same, has just kept it."""
        if self._connection.dialect.name != "postgresql":
            return _KEEP.run(self._connection, values)
        return _KEEP_ONCE.run(self._connection, values) or None


def _item(row: AnyRow) -> InboxItem:
    return InboxItem(row.raw_record_id, row.lane, row.payload, row.attempts)
