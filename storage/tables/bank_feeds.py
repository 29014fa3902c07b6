"""Connections to banks' interfaces, and the accounts that are read through them."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
)

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import Id, metadata

bank_connection = Table(
    "bank_connection",
    metadata,
    Column("name", Text, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("scheme", Text, nullable=False),
    Column("key_print", String(16), nullable=False),
    Column("next_at", UtcTime, nullable=False),
    Column("accounts_at", UtcTime),
    Column("last_ok_at", UtcTime),
    Column("failing_since", UtcTime),
    Column("trouble", String(16)),
    Column("detail", OutsideText),
    Column("failures", Integer, nullable=False),
    Column("failed_feed", OutsideText),
    Column("called_on", Date),
    Column("calls", Integer, nullable=False),
    Column("consent_until", UtcTime),
    CheckConstraint("(trouble IS NULL) = (failures = 0)", name="failures_have_a_reason"),
)

bank_feed = Table(
    "bank_feed",
    metadata,
    Column("connection", Text, ForeignKey("bank_connection.name"), primary_key=True),
    Column("remote_id", OutsideText, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("number", OutsideText, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("bank", OutsideText, nullable=False),
    Column("remote_balance_minor", BigInteger),
    Column("credit_minor", BigInteger),
    Column("cursor", JSON, nullable=False),
    Column("next_at", UtcTime),
    Column("read_at", JSON, nullable=False),
    Column("account_id", Id, ForeignKey("bank_account.id")),
    Column("through", UtcTime),
    Column("digest", String(64)),
    Column("balance_minor", BigInteger),
    Column("balance_at", UtcTime),
    Column("is_open", Boolean, nullable=False),
)
