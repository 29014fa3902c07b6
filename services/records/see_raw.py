"""The raw record behind an entry: what came from outside, when, how, and as what bytes."""

import datetime as dt
from dataclasses import dataclass

from ledger.journal import PostedEntry
from services.bank.import_statement import BANK
from services.documents.post_documents import DOCUMENT
from services.filing.file_lines import FILING
from services.mail_ports import KeptRecord
from services.ports import Books
from services.records.see_record import raw_of_record


@dataclass(frozen=True, slots=True)
class RawSeen:
    """What an entry was made from, as it came."""

    source: str
    """Who sent it: "telegram:<bot>", "document", "bank"."""
    external_id: str
    received_at: dt.datetime
    payload: bytes
    record: KeptRecord | None = None
    """The record in the inbox; None where a statement or a source's telling is it."""


def see_raw(books: Books, posted: PostedEntry) -> RawSeen | None:
    """Give the raw record of an entry; None where it was made by the books themselves.

    What a reversal or a filing was made of is its cause: the tap, else what the entry before
    it tells of.
    """
    told = raw_telling(books, posted)
    if told is not None:
        origin = posted.entry.origin
        return RawSeen(origin.source, origin.external_id, posted.recorded_at, told)
    if posted.raw_record_id is None:
        return None
    record = books.inbox.record(posted.raw_record_id)
    if record is None:
        return None
    return RawSeen(record.source, record.external_id, record.received_at, record.payload, record)


def raw_telling(books: Books, posted: PostedEntry) -> bytes | None:
    """Give a document or a bank line that an entry tells of, as its source told it."""
    origin = posted.entry.origin
    if origin.source == DOCUMENT:
        return raw_of_record(books, origin.external_id)
    if origin.source in {BANK, FILING} and origin.external_id.isdecimal():
        return raw_of_record(books, f"bank:{origin.external_id}")
    return None
