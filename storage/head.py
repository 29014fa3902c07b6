"""The head of the books: how many entries and audit records there are, and the last hash.

Whoever appends takes the head first. On PostgreSQL its row is locked until the commit, so that
entries are numbered without gaps and the audit chain has one tip, however many processes write;
on SQLite the write transaction itself does that.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, insert, select, update

from ledger.audit import GENESIS_HASH, AuditRecord, ChangeValue, canonical_change, seal
from services.messages import Cause
from storage.prepared import Prepared
from storage.tables import audit_record, book_head

_TAKE = Prepared(
    select(book_head.c.entry_count, book_head.c.audit_count, book_head.c.audit_hash)
    .where(book_head.c.id == 1)
    .with_for_update()
)
_KEEP = Prepared(
    update(book_head)
    .where(book_head.c.id == 1)
    .values(
        entry_count=bindparam("entries"),
        audit_count=bindparam("audits"),
        audit_hash=bindparam("tip"),
    )
)
_APPEND = Prepared(insert(audit_record), fills=[column.key for column in audit_record.columns])


@dataclass(slots=True)
class Change:
    """One thing to be told to the audit log."""

    what: str
    subject: str
    change: dict[str, ChangeValue]


class Head:
    """The head as one unit of work sees and moves it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._taken = False
        self._moved = False
        self._entry_count = 0
        self._audit_count = 0
        self._audit_hash = GENESIS_HASH

    def take(self) -> None:
        """Wait for whoever appends now; until the commit nobody else does."""
        if not self._taken:
            (row,) = _TAKE.rows(self._connection)
            self._entry_count = row.entry_count
            self._audit_count = row.audit_count
            self._audit_hash = row.audit_hash
            self._taken = True

    def hold(self) -> int:
        """Take the head; give how many entries there are."""
        self.take()
        return self._entry_count

    def next_entry_numbers(self, count: int) -> range:
        """Take the next entry numbers."""
        self.take()
        first = self._entry_count + 1
        self._entry_count += count
        self._moved = True
        return range(first, first + count)

    def append(self, changes: Sequence[Change], cause: Cause) -> None:
        """Append audit records, each sealed with the hash before it."""
        self.take()
        rows = [self._sealed(change, cause) for change in changes]
        _APPEND.run_each(self._connection, rows)
        self._moved = True

    def flush(self) -> None:
        """Keep the head as it is now; called once, before the commit."""
        if self._moved:
            _KEEP.run(
                self._connection,
                {
                    "entries": self._entry_count,
                    "audits": self._audit_count,
                    "tip": self._audit_hash,
                },
            )
            self._moved = False

    def _sealed(self, change: Change, cause: Cause) -> dict[str, object]:
        unsealed = AuditRecord(
            number=self._audit_count + 1,
            recorded_at=cause.at,
            actor=cause.actor,
            raw_record_id=cause.raw_record_id,
            cause=change.what,
            subject=change.subject,
            change=canonical_change(change.change),
            previous_hash=self._audit_hash,
            hash="",
        )
        self._audit_count, self._audit_hash = unsealed.number, seal(unsealed)
        return {
            "number": unsealed.number,
            "recorded_at": unsealed.recorded_at,
            "actor": unsealed.actor,
            "raw_record_id": unsealed.raw_record_id,
            "cause": unsealed.cause,
            "subject": unsealed.subject,
            "change": unsealed.change,
            "previous_hash": unsealed.previous_hash,
            "hash": self._audit_hash,
        }
