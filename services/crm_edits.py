"""Edits of closed orders as facts: what was said before and after, by whom, how late."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledger.documents import Document, DocumentKind, OrderStage, differences
from services.crm_ports import CrmVersion
from services.crm_types import Around, CrmConnection, CrmReading
from services.keep_crm import around_of, comes_to_documents, mapping_for
from services.ports import Books


@dataclass(frozen=True, slots=True)
class ClosedOrderEdit:
    """An order that was closed, or cancelled, and said something else afterwards."""

    connection: str
    entity: str
    record_id: int
    version: int
    """The version of the record that said it first."""
    before: Document
    after: Document
    fields: tuple[str, ...]
    """What of the order says otherwise; "stage" alone where it was only opened again."""
    edited_at: dt.datetime
    """When the CRM changed it; of a deletion, when it was missed."""
    edited_by: str | None
    """Whoever changed it last by the CRM's word: an edit by a machine behind his hides him."""
    seen_at: dt.datetime
    is_deletion: bool

    @property
    def after_closing(self) -> dt.timedelta | None:
        """Say how long after closing it was edited; None where it isn't known."""
        closed_at = self.before.closed_at
        return None if closed_at is None else max(dt.timedelta(), self.edited_at - closed_at)


def closed_order_edits(
    books: Books, reading: CrmReading, since: dt.datetime
) -> tuple[ClosedOrderEdit, ...]:
    """Give the edits of closed orders that were seen from a moment on, in the order of that.

    All versions are read by the mapping of today, so that a changed mapping is no edit.
    """
    found = [
        edit
        for connection in books.crm.connections()
        for feed in books.crm.feeds(connection.name)
        if comes_to_documents(feed.entity)
        for record_id in books.crm.changed_since(connection.name, feed.entity, since)
        for edit in edits_of(books, reading, connection, (feed.entity, record_id))
        if edit.seen_at >= since
    ]
    return tuple(sorted(found, key=lambda each: (each.seen_at, each.entity, each.record_id)))


def edits_of(
    books: Books, reading: CrmReading, connection: CrmConnection, key: tuple[str, int]
) -> tuple[ClosedOrderEdit, ...]:
    """Give every edit of one order after it was closed, the first one first."""
    entity, record_id = key
    versions = books.crm.versions(connection.name, entity, record_id)
    mapping = mapping_for(books, connection, reading, entity)
    around = around_of(books, connection, mapping, entity, [record_id])
    told = [(each, _order_of(reading, each, around)) for each in versions]
    return tuple(_edits(connection.name, told))


def _edits(
    connection: str, told: Sequence[tuple[CrmVersion, Document | None]]
) -> Iterator[ClosedOrderEdit]:
    before: Document | None = None
    for version, after in told:
        if after is None:
            continue
        if before is not None and before.stage is not OrderStage.OPEN:
            fields = differences(before, after)
            record = version.record
            if fields or record.is_deleted:
                yield ClosedOrderEdit(
                    connection,
                    record.entity,
                    record.id,
                    version.number,
                    before,
                    after,
                    fields,
                    version.seen_at if record.is_deleted else record.changed_at or version.seen_at,
                    None if record.is_deleted else after.changed_by,
                    version.seen_at,
                    record.is_deleted,
                )
        before = after


def _order_of(reading: CrmReading, version: CrmVersion, around: Around) -> Document | None:
    documents = reading.derive(version.record, around).documents
    return next((each for each in documents if each.kind is DocumentKind.ORDER), None)
