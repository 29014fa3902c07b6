"""Every table of the books; the migrations build the same ones."""

from storage.tables.advances import advance_holder, entry_link, refund_setting, spending
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

__all__ = [
    "account",
    "advance_holder",
    "audit_record",
    "balance",
    "book_head",
    "chat",
    "draft",
    "entry_link",
    "inbox_item",
    "invitation",
    "journal_entry",
    "metadata",
    "outbox_message",
    "period_close",
    "person",
    "posting",
    "raw_record",
    "refund_setting",
    "remembered",
    "shop",
    "spending",
    "turnover",
]
