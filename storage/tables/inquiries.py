"""Exceptions that were put to somebody, and what he answered."""

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import Id, metadata

inquiry = Table(
    "inquiry",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("revision", Integer, nullable=False),
    Column("item_id", BigInteger, ForeignKey("exception_item.id"), nullable=False),
    Column("topic", String(8), nullable=False),
    Column("to_id", Id, ForeignKey("person.id")),
    Column("name", OutsideText, nullable=False),
    Column("order_key", OutsideText, nullable=False),
    Column("choices", JSON, nullable=False),
    Column("asked_by", Text, nullable=False),
    Column("asked_at", UtcTime, nullable=False),
    Column("state", String(8), nullable=False),
    Column("answer", String(16)),
    Column("answer_record", OutsideText),
    Column("answer_text", OutsideText),
    Column("answered_by", OutsideText),
    Column("answered_at", UtcTime),
    Column("comment", OutsideText),
    Column("looked_at", UtcTime),
    Column("failures", Integer, nullable=False),
    CheckConstraint("state IN ('waiting', 'answered', 'gone', 'failed')", name="known_state"),
    CheckConstraint("(state = 'answered') = (answer IS NOT NULL)", name="answered_what"),
    CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answered_when"),
    CheckConstraint("(answer IS NULL) = (answered_by IS NULL)", name="answered_by_whom"),
)
Index("ix_inquiry_item_id", inquiry.c.item_id)
Index("ix_inquiry_state", inquiry.c.state)
Index(
    "uq_inquiry_waiting",
    inquiry.c.item_id,
    unique=True,
    sqlite_where=inquiry.c.state == "waiting",
    postgresql_where=inquiry.c.state == "waiting",
)
