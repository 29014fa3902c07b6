"""What comes in and what goes out."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import Id, metadata

raw_record = Table(
    "raw_record",
    metadata,
    Column("id", Id, primary_key=True),
    Column("source", Text, nullable=False),
    Column("external_id", OutsideText, nullable=False),
    Column("version", Integer, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("received_at", UtcTime, nullable=False),
    UniqueConstraint("source", "external_id", "version"),
    CheckConstraint("version >= 1", name="counted_from_one"),
)

inbox_item = Table(
    "inbox_item",
    metadata,
    Column("raw_record_id", Id, ForeignKey("raw_record.id"), primary_key=True),
    Column("lane", OutsideText, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("reason", OutsideText),
    Column("handled_at", UtcTime),
    CheckConstraint("state IN ('pending', 'done', 'quarantined')", name="known_state"),
    CheckConstraint("(state = 'done') = (handled_at IS NOT NULL)", name="done_has_time"),
)
Index(
    "ix_inbox_item_unfinished",
    inbox_item.c.raw_record_id,
    sqlite_where=inbox_item.c.state != "done",
    postgresql_where=inbox_item.c.state != "done",
)

outbox_message = Table(
    "outbox_message",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("content", OutsideText, nullable=False),
    Column("picture", LargeBinary),
    Column("cause_record_id", Id, ForeignKey("raw_record.id")),
    Column("dedupe_key", Text, unique=True),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before", UtcTime, nullable=False),
    Column("sent_at", UtcTime),
    Column("telegram_message_id", BigInteger),
    Column("reason", OutsideText),
    CheckConstraint("state IN ('waiting', 'sent', 'failed')", name="known_state"),
    CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="sent_has_time"),
)
Index(
    "ix_outbox_message_waiting",
    outbox_message.c.id,
    sqlite_where=outbox_message.c.state == "waiting",
    postgresql_where=outbox_message.c.state == "waiting",
)
