"""Every table of the books; the migrations build the same ones."""

from storage.tables.books import (
    account,
    audit_record,
    balance,
    book_head,
    journal_entry,
    period_close,
    posting,
    shop,
    turnover,
)
from storage.tables.cash import draft
from storage.tables.mail import inbox_item, outbox_message, raw_record
from storage.tables.metadata import metadata
from storage.tables.people import chat, invitation, person, remembered
from storage.tables.tills import transfer

__all__ = [
    "account",
    "audit_record",
    "balance",
    "book_head",
    "chat",
    "draft",
    "inbox_item",
    "invitation",
    "journal_entry",
    "metadata",
    "outbox_message",
    "period_close",
    "person",
    "posting",
    "raw_record",
    "remembered",
    "shop",
    "transfer",
    "turnover",
]
