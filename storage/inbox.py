"""What came in: the raw record for good, and whether it is handled."""

import datetime as dt
import hashlib
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, insert, select, update

from services.messages import InboxItem, IncomingRecord
from storage.tables import inbox_item, raw_record

_KEEP = insert(raw_record).returning(raw_record.c.id, sort_by_parameter_order=True)
_KNOWN = select(
    raw_record.c.source, raw_record.c.external_id, raw_record.c.version, raw_record.c.digest
)
_UNFINISHED = (
    select(inbox_item, raw_record.c.payload)
    .join(raw_record, raw_record.c.id == inbox_item.c.raw_record_id)
    .order_by(inbox_item.c.raw_record_id)
)
_DONE = (
    update(inbox_item)
    .where(inbox_item.c.raw_record_id == bindparam("item"))
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
        fresh = self._fresh(records)
        if not fresh:
            return ()
        ids = self._connection.scalars(
            _KEEP,
            [
                {
                    "source": record.source,
                    "external_id": record.external_id,
                    "version": version,
                    "payload": record.payload,
                    "digest": digest,
                    "received_at": at,
                }
                for record, version, digest in fresh
            ],
        ).all()
        items = tuple(
            InboxItem(number, record.lane, record.payload, 0)
            for number, (record, _, _) in zip(ids, fresh, strict=True)
        )
        self._connection.execute(
            insert(inbox_item),
            [
                {
                    "raw_record_id": item.raw_record_id,
                    "lane": item.lane,
                    "state": "pending",
                    "attempts": 0,
                }
                for item in items
            ],
        )
        return items

    def pending(self) -> tuple[InboxItem, ...]:
        """Give what was received and never finished, in order of arrival."""
        rows = self._connection.execute(_UNFINISHED.where(inbox_item.c.state == "pending"))
        return tuple(
            InboxItem(row.raw_record_id, row.lane, row.payload, row.attempts) for row in rows
        )

    def done(self, raw_record_id: int, at: dt.datetime) -> None:
        """Mark as handled."""
        self._connection.execute(_DONE, {"item": raw_record_id, "at": at})

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

    def quarantined(self) -> tuple[tuple[InboxItem, str], ...]:
        """Give what could not be handled, with the reasons."""
        rows = self._connection.execute(_UNFINISHED.where(inbox_item.c.state == "quarantined"))
        return tuple(
            (InboxItem(row.raw_record_id, row.lane, row.payload, row.attempts), row.reason or "")
            for row in rows
        )

    def _fresh(
        self, records: Sequence[IncomingRecord]
    ) -> tuple[tuple[IncomingRecord, int, str], ...]:
        known: dict[tuple[str, str], dict[str, int]] = {}
        rows = self._connection.execute(
            _KNOWN.where(
                raw_record.c.source.in_({record.source for record in records}),
                raw_record.c.external_id.in_({record.external_id for record in records}),
            )
        )
        for source, external_id, version, digest in rows:
            known.setdefault((source, external_id), {})[digest] = version
        fresh = []
        for record in records:
            versions = known.setdefault((record.source, record.external_id), {})
            digest = hashlib.sha256(record.payload).hexdigest()
            if digest not in versions:
                versions[digest] = max(versions.values(), default=0) + 1
                fresh.append((record, versions[digest], digest))
        return tuple(fresh)
