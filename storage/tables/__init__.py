"""Every table of the books; the migrations build the same ones."""

from storage.tables.approvals import approval, approval_card, payout_limit
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
    "approval",
    "approval_card",
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
    "payout_limit",
    "period_close",
    "person",
    "posting",
    "raw_record",
    "remembered",
    "shop",
    "turnover",
]
