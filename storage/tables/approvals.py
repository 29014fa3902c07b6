"""Limits of payouts, and payouts that wait for another person's yes."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    false,
)

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import Id, metadata

payout_limit = Table(
    "payout_limit",
    metadata,
    Column("role", String(16), primary_key=True),
    Column("currency", String(3), primary_key=True),
    Column("per_payout_minor", BigInteger),
    Column("per_day_minor", BigInteger),
    CheckConstraint("role IN ('cashier', 'accountant', 'director', 'owner')", name="known_role"),
    CheckConstraint("per_payout_minor >= 0 AND per_day_minor >= 0", name="not_below_zero"),
)

approval = Table(
    "approval",
    metadata,
    Column("id", Id, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("asked_by", Id, ForeignKey("person.id"), nullable=False),
    Column("asked_at", UtcTime, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("raw_record_id", Id, ForeignKey("raw_record.id")),
    Column("source", Text, nullable=False),
    Column("external_id", OutsideText, nullable=False),
    Column("text", OutsideText, nullable=False),
    Column("told_at", UtcTime, nullable=False),
    Column("till", Text, ForeignKey("account.key"), nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("category", Text, nullable=False),
    Column("booked_on", Date),
    Column("counterparty", OutsideText),
    Column("order_reference", OutsideText),
    Column("remembered", JSON, nullable=False),
    Column("against", Text),
    Column("sale_number", BigInteger),
    Column("is_sale_told", Boolean, nullable=False, server_default=false()),
    Column("replaces", BigInteger, ForeignKey("journal_entry.number")),
    Column("expires_at", UtcTime, nullable=False),
    Column("state", String(16), nullable=False),
    Column("decided_by", Id, ForeignKey("person.id")),
    Column("decided_at", UtcTime),
    Column("reason", OutsideText),
    Column("delegated_to", Id, ForeignKey("person.id")),
    Column("entry_number", BigInteger, ForeignKey("journal_entry.number"), unique=True),
    CheckConstraint(
        "state IN ('waiting', 'approved', 'refused', 'expired', 'withdrawn')", name="known_state"
    ),
    CheckConstraint("amount_minor > 0", name="above_zero"),
    CheckConstraint("decided_by <> asked_by", name="not_decided_by_who_asked"),
    CheckConstraint("delegated_to <> asked_by", name="not_delegated_to_who_asked"),
    CheckConstraint(
        "(state IN ('approved', 'refused')) = (decided_by IS NOT NULL)", name="decided_by_somebody"
    ),
    CheckConstraint("(state = 'waiting') = (decided_at IS NULL)", name="settled_has_time"),
    CheckConstraint(
        "(state = 'approved') = (entry_number IS NOT NULL)", name="approved_has_entry"
    ),
)
Index(
    "uq_approval_waiting",
    approval.c.source,
    approval.c.external_id,
    unique=True,
    sqlite_where=approval.c.state == "waiting",
    postgresql_where=approval.c.state == "waiting",
)

approval_card = Table(
    "approval_card",
    metadata,
    Column("id", Id, primary_key=True),
    Column("approval_id", Id, ForeignKey("approval.id"), nullable=False),
    Column("person_id", Id, ForeignKey("person.id"), nullable=False),
)
Index("ix_approval_card_approval_id", approval_card.c.approval_id)
