"""The audit chain, and that every entry is what the chain says it was when it was posted."""

import hashlib
from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import Connection, select

from ledger.audit import GENESIS_HASH, AuditRecord, canonical_change, seal
from ledger.currencies import DECIMALS
from services.ports import Finding
from storage.repositories.journal import POSTED, REVERSED, change_of
from storage.tables import account, audit_record, book_head, journal_entry, posting, raw_record

PAGE = 2_000
_ENTRY = "entry:"


def broken_chain(connection: Connection) -> Iterator[Finding]:
    """Walk the audit log beside the entries that it tells of, both by number."""
    entries = _entries_as_told(connection)
    entry = next(entries, None)
    previous_hash, expected_number = GENESIS_HASH, 1
    for record in _audit_records(connection):
        yield from _broken_link(record, previous_hash, expected_number)
        previous_hash, expected_number = record.hash, record.number + 1
        if record.cause not in {POSTED, REVERSED} or not record.subject.startswith(_ENTRY):
            continue
        told = int(record.subject.removeprefix(_ENTRY))
        while entry is not None and entry[0] < told:
            yield Finding("entry_without_audit", f"entry {entry[0]}")
            entry = next(entries, None)
        if entry is None or entry[0] > told:
            yield Finding("audit_without_entry", f"audit record {record.number}: entry {told}")
            continue
        if entry[1] != record.change:
            yield Finding("entry_changed", f"entry {told} is not what audit {record.number} says")
        entry = next(entries, None)
    while entry is not None:
        yield Finding("entry_without_audit", f"entry {entry[0]}")
        entry = next(entries, None)
    yield from _broken_head(connection, expected_number - 1, previous_hash)


def _broken_link(record: AuditRecord, previous_hash: str, expected: int) -> Iterator[Finding]:
    if record.number != expected:
        yield Finding("audit_gap", f"audit record {expected} is missing before {record.number}")
    elif record.previous_hash != previous_hash:
        yield Finding("audit_chain_broken", f"audit record {record.number} follows another one")
    if seal(record) != record.hash:
        yield Finding("audit_changed", f"audit record {record.number} does not fit its hash")


def _broken_head(connection: Connection, count: int, tip: str) -> Iterator[Finding]:
    for row in connection.execute(select(book_head)):
        if row.audit_count != count or row.audit_hash != tip:
            yield Finding(
                "audit_head_wrong",
                f"the head says {row.audit_count} records, the log has {count}",
            )


def _audit_records(connection: Connection) -> Iterator[AuditRecord]:
    last = -1
    while rows := connection.execute(
        select(audit_record)
        .where(audit_record.c.number > last)
        .order_by(audit_record.c.number)
        .limit(PAGE)
    ).all():
        for row in rows:
            yield AuditRecord(*row)
        last = rows[-1].number


def _entries_as_told(connection: Connection) -> Iterator[tuple[int, str]]:
    """Give each entry's number and its content as the audit log would tell it now."""
    last = -1
    while rows := connection.execute(
        select(journal_entry)
        .where(journal_entry.c.number > last)
        .order_by(journal_entry.c.number)
        .limit(PAGE)
    ).all():
        legs = _legs(connection, rows[0].number, rows[-1].number)
        for row in rows:
            mine = legs.get(row.number, [])
            yield row.number, canonical_change(change_of(row._asdict(), mine))
        last = rows[-1].number


def _legs(connection: Connection, first: int, last: int) -> dict[int, list[tuple[str, int, str]]]:
    rows = connection.execute(
        select(posting.c.entry_number, account.c.key, posting.c.amount_minor, posting.c.currency)
        .outerjoin(account, account.c.id == posting.c.account_id)
        .where(posting.c.entry_number.between(first, last))
        .order_by(posting.c.entry_number, posting.c.leg)
    )
    return {
        number: [(str(key), minor, currency) for _, key, minor, currency in legs]
        for number, legs in groupby(rows, key=lambda row: row[0])
    }


def broken_records(connection: Connection) -> Iterator[Finding]:
    """Check each raw record against the digest that it was received with."""
    last = -1
    while rows := connection.execute(
        select(raw_record.c.id, raw_record.c.payload, raw_record.c.digest)
        .where(raw_record.c.id > last)
        .order_by(raw_record.c.id)
        .limit(PAGE)
    ).all():
        for row in rows:
            if hashlib.sha256(row.payload).hexdigest() != row.digest:
                yield Finding("record_changed", f"raw record {row.id}")
        last = rows[-1].id


def unknown_currencies(connection: Connection) -> Iterator[Finding]:
    """Look for postings in a currency that ISO 4217 does not list."""
    for (currency,) in connection.execute(select(posting.c.currency).distinct()):
        if currency not in DECIMALS:
            yield Finding("posting_currency_unknown", currency)
