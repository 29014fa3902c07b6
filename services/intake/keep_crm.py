"""Keep a CRM's records in all versions, and bring what they come to into the books."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from ledger.documents import Document, DocumentKind, OrderStage
from ledger.money import Money
from services.crm.crm_ports import CrmVersion, Hint
from services.crm.crm_types import (
    DEAL,
    SHOP_ORDER,
    STAGE_MOVE,
    Around,
    CrmConnection,
    CrmMapping,
    CrmReading,
    CrmRecord,
    Derived,
)
from services.documents.document_ports import Telling
from services.intake.bring_documents import DocumentsBrought, bring_documents
from services.messages import Cause
from services.ports import Books

AT_ONCE = 250
"""So many records are turned into documents in one unit of work: whoever types waits for it."""
_ITEMS = "item:"


@dataclass(frozen=True, slots=True)
class RecordsKept:
    """What became of some records."""

    new: int
    changed: int
    missed: int
    """Of the changed, those whose change should have been seen before."""


def comes_to_documents(entity: str) -> bool:
    """Say whether a kind of record is a sale or money."""
    return entity in {DEAL, SHOP_ORDER} or entity.startswith(_ITEMS)


def keep_records(
    books: Books,
    connection: str,
    records: Sequence[CrmRecord],
    at: dt.datetime,
    *,
    read_through: dt.datetime | None = None,
) -> RecordsKept:
    """Keep what is new of some records; an older telling than the one that is known is none.

    Args:
        books: the open books.
        connection: the CRM.
        records: of one kind, each once.
        at: when they were seen.
        read_through: up to when all changes had been read before.
    """
    if not records:
        return RecordsKept(0, 0, 0)
    entity = records[0].entity
    known = books.crm.known(connection, entity, [each.id for each in records])
    kept: list[tuple[CrmRecord, int]] = []
    missed = 0
    for each in records:
        mine = known.get(each.id)
        if mine is None:
            kept.append((each, 1))
        elif mine.digest != each.digest and not _is_older(each.changed_at, mine.changed_at):
            kept.append((each, mine.version + 1))
        else:
            continue
        missed += _was_missed(each, read_through)
    books.crm.keep(connection, kept, at, comes_to_documents=comes_to_documents(entity))
    new = sum(number == 1 for _, number in kept)
    return RecordsKept(new, len(kept) - new, missed)


def keep_deleted(
    books: Books, connection: str, entity: str, ids: Collection[int], at: dt.datetime
) -> int:
    """Keep that some records are there no more; give how many were known."""
    known = books.crm.known(connection, entity, ids)
    gone = []
    for record_id, mine in known.items():
        if not mine.is_deleted:
            last = books.crm.versions(connection, entity, record_id)[-1].record
            buried = replace(
                last,
                digest=f"deleted {last.digest}",
                changed_by=None,
                is_deleted=True,
                names=books.crm.named_by(connection, entity, [record_id]),
            )
            gone.append((buried, mine.version + 1))
    books.crm.keep(connection, gone, at, comes_to_documents=comes_to_documents(entity))
    return len(gone)


def derive_stale(
    books: Books, connection: CrmConnection, reading: CrmReading, cause: Cause
) -> DocumentsBrought | None:
    """Turn records that wait for it into documents; None where none waits.

    Whoever calls it, or keeps records, holds the documents first: all wait in one order.
    """
    if not books.crm.has_stale(connection.name):
        return None
    waiting = books.crm.stale(connection.name, AT_ONCE)
    arounds = _arounds(books, connection, reading, waiting)
    tellings: list[Telling] = []
    read: list[tuple[CrmVersion, str | None]] = []
    for each in waiting:
        derived = reading.derive(each.record, arounds[each.record.entity])
        read.append((each, derived.problem))
        tellings += [Telling(document, each.record.raw) for document in derived.documents]
        if derived.problem is None:
            tellings += _no_more(books, connection, reading, each, derived, arounds)
    brought = bring_documents(books, tellings, cause)
    books.crm.settle(connection.name, read)
    return brought


def mapping_for(
    books: Books, connection: CrmConnection, reading: CrmReading, entity: str
) -> CrmMapping:
    """Give what a kind of record's fields mean: as somebody set it, or guessed."""
    of = DEAL if entity in {SHOP_ORDER, STAGE_MOVE} else entity
    return books.crm.mapping(connection.name, of) or reading.guess(of, connection.directory)


def around_of(
    books: Books,
    connection: CrmConnection,
    mapping: CrmMapping,
    entity: str,
    ids: Collection[int],
) -> Around:
    """Gather what records of a kind are read with."""
    named = books.crm.named_by(connection.name, entity, ids)
    return Around(connection.directory, mapping, books.crm.newest(connection.name, named))


def hints_of(entity: str, ids: Collection[int]) -> tuple[Hint, ...]:
    """Give hints that some records of a kind are to be read."""
    return tuple(Hint(entity, each) for each in ids)


def _arounds(
    books: Books, connection: CrmConnection, reading: CrmReading, waiting: Sequence[CrmVersion]
) -> dict[str, Around]:
    by_entity: dict[str, list[int]] = {}
    for each in waiting:
        by_entity.setdefault(each.record.entity, []).append(each.record.id)
    return {
        entity: around_of(
            books, connection, mapping_for(books, connection, reading, entity), entity, ids
        )
        for entity, ids in by_entity.items()
    }


def _no_more(
    books: Books,
    connection: CrmConnection,
    reading: CrmReading,
    version: CrmVersion,
    derived: Derived,
    arounds: dict[str, Around],
) -> list[Telling]:
    """Tell of documents that a record came to before and doesn't now: they are taken back."""
    if version.number == 1 or version.record.entity != SHOP_ORDER:
        return []
    versions = books.crm.versions(connection.name, version.record.entity, version.record.id)
    before = next(each for each in reversed(versions) if each.number < version.number)
    told = reading.derive(before.record, arounds[version.record.entity]).documents
    now = {each.key for each in derived.documents}
    return [Telling(_taken_back(e), version.record.raw) for e in told if e.key not in now]


def _taken_back(document: Document) -> Document:
    if document.kind is DocumentKind.ORDER:
        return replace(document, stage=OrderStage.CANCELLED)
    return replace(document, money=Money.zero(document.money.currency))


def _is_older(told: dt.datetime | None, known: dt.datetime | None) -> bool:
    return told is not None and known is not None and told < known


def _was_missed(record: CrmRecord, through: dt.datetime | None) -> bool:
    changed_at = record.changed_at
    return through is not None and changed_at is not None and changed_at < through
