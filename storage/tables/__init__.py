"""Every table of the books; the migrations build the same ones."""

from storage.tables.accountant import correction_proposal, entry_comment
from storage.tables.advances import advance_holder, entry_link, refund_setting, spending
from storage.tables.alerts import (
    alert,
    alert_choice,
    alert_event,
    alert_policy,
    alert_telling,
)
from storage.tables.approvals import approval, approval_card, payout_limit
from storage.tables.bank_feeds import bank_connection, bank_feed
from storage.tables.banks import (
    bank_account,
    bank_file,
    bank_line,
    bank_line_before,
    bank_said,
    bank_shape,
    bank_statement,
    bank_statement_line,
    line_answer,
    line_filing,
    spoiled_line,
)
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
from storage.tables.counts import count_sheet, handover, till_count
from storage.tables.crm import (
    crm_connection,
    crm_feed,
    crm_hint,
    crm_mapping,
    crm_name,
    crm_record,
    crm_version,
)
from storage.tables.digests import digest_choice
from storage.tables.documents import (
    document,
    document_before,
    document_reference,
    document_setting,
    report_mapping,
)
from storage.tables.inquiries import inquiry
from storage.tables.jobs import job_call, job_run
from storage.tables.mail import inbox_item, outbox_message, raw_record
from storage.tables.matches import exception_event, exception_item, match_link
from storage.tables.metadata import metadata
from storage.tables.papers import receipt, stored_file
from storage.tables.people import chat, invitation, person, remembered
from storage.tables.questions import last_question
from storage.tables.results import (
    closing,
    closing_item,
    closing_rate,
    closing_sign,
    plan,
    told_day,
    told_figure,
)
from storage.tables.review import filing_cap, line_check, line_question, line_rule
from storage.tables.tills import transfer
from storage.tables.watch import missing_question

__all__ = [
    "account",
    "advance_holder",
    "alert",
    "alert_choice",
    "alert_event",
    "alert_policy",
    "alert_telling",
    "approval",
    "approval_card",
    "audit_record",
    "balance",
    "bank_account",
    "bank_connection",
    "bank_feed",
    "bank_file",
    "bank_line",
    "bank_line_before",
    "bank_said",
    "bank_shape",
    "bank_statement",
    "bank_statement_line",
    "book_head",
    "chat",
    "closing",
    "closing_item",
    "closing_rate",
    "closing_sign",
    "correction_proposal",
    "count_sheet",
    "crm_connection",
    "crm_feed",
    "crm_hint",
    "crm_mapping",
    "crm_name",
    "crm_record",
    "crm_version",
    "digest_choice",
    "document",
    "document_before",
    "document_reference",
    "document_setting",
    "draft",
    "entry_comment",
    "entry_link",
    "exception_event",
    "exception_item",
    "filing_cap",
    "handover",
    "inbox_item",
    "inquiry",
    "invitation",
    "job_call",
    "job_run",
    "journal_entry",
    "last_question",
    "line_answer",
    "line_check",
    "line_filing",
    "line_question",
    "line_rule",
    "match_link",
    "metadata",
    "missing_question",
    "outbox_message",
    "payout_limit",
    "period_close",
    "person",
    "plan",
    "posting",
    "raw_record",
    "receipt",
    "refund_setting",
    "remembered",
    "report_mapping",
    "shop",
    "spending",
    "spoiled_line",
    "stored_file",
    "till_count",
    "told_day",
    "told_figure",
    "transfer",
    "turnover",
]
