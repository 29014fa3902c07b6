"""Documents: what sources tell of sales and their money, and what they told before."""

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import metadata

document = Table(
    "document",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("key", OutsideText, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("source", Text, nullable=False),
    Column("external_id", OutsideText, nullable=False),
    Column("number", OutsideText),
    Column("happened_at", UtcTime, nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("stage", String(9)),
    Column("changed_at", UtcTime),
    Column("said", JSON, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("told_at", UtcTime, nullable=False),
    CheckConstraint("id >= 1", name="counted_from_one"),
    CheckConstraint("version >= 1", name="told_once"),
    CheckConstraint(
        "kind IN ('order', 'payment', 'refund', 'chargeback', 'payout')", name="known_kind"
    ),
)
Index("ix_document_number", document.c.number)
Index("ix_document_external_id", document.c.external_id)
Index("ix_document_happened_at", document.c.happened_at)
Index("ix_document_told_at", document.c.told_at)
Index("ix_document_source", document.c.source, document.c.kind, document.c.changed_at)
Index(
    "ix_document_open",
    document.c.happened_at,
    sqlite_where=document.c.stage == "open",
    postgresql_where=document.c.stage == "open",
)

document_before = Table(
    "document_before",
    metadata,
    Column("document_id", BigInteger, ForeignKey("document.id"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("said", JSON, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("told_at", UtcTime, nullable=False),
)

document_reference = Table(
    "document_reference",
    metadata,
    Column("document_id", BigInteger, ForeignKey("document.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(8), nullable=False),
    Column("value", OutsideText, nullable=False),
)
"""The references of each document's newest telling, to be looked up."""
Index("ix_document_reference_value", document_reference.c.value, document_reference.c.kind)

report_mapping = Table(
    "report_mapping",
    metadata,
    Column("name", Text, primary_key=True),
    Column("mapping", JSON, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", UtcTime, nullable=False),
)

document_setting = Table(
    "document_setting",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("posted_from", Date, nullable=False),
    CheckConstraint("id = 1", name="only_one"),
)
