"""The audit log in the database: appended through the head, read for its subject."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from ledger.audit import AuditRecord
from services.messages import Cause
from storage.head import Change, Head
from storage.tables import audit_record


class SqlAuditLog:
    """Fulfils services.ports.AuditLog."""

    def __init__(self, connection: Connection, head: Head) -> None:
        self._connection = connection
        self._head = head

    def record(
        self,
        cause: Cause,
        *,
        what: str,
        subject: str,
        change: Mapping[str, str | int | bool | None],
    ) -> None:
        """Append a record."""
        self._head.append([Change(what, subject, dict(change))], cause)

    def about(self, subject: str) -> tuple[AuditRecord, ...]:
        """Give the records about one thing, oldest first."""
        rows = self._connection.execute(
            select(audit_record)
            .where(audit_record.c.subject == subject)
            .order_by(audit_record.c.number)
        )
        return tuple(AuditRecord(*row) for row in rows)
