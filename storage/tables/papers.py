"""Photos and documents that prove operations, and their content by digest."""

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

stored_file = Table(
    "stored_file",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("stored_at", UtcTime, nullable=False),
)

receipt = Table(
    "receipt",
    metadata,
    Column("id", Id, primary_key=True),
    Column("told_in", Text),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("album", OutsideText),
    Column("person_id", Id, ForeignKey("person.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("name", OutsideText, nullable=False),
    Column("file_id", OutsideText, nullable=False),
    Column("unique_id", OutsideText, nullable=False),
    Column("sent_at", UtcTime, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("reason", Text),
    Column("digest", String(64), ForeignKey("stored_file.digest")),
    UniqueConstraint("chat_id", "message_id"),
    CheckConstraint("kind IN ('photo', 'document')", name="known_kind"),
    CheckConstraint("state IN ('waiting', 'kept', 'refused')", name="known_state"),
    CheckConstraint("(state = 'kept') = (digest IS NOT NULL)", name="kept_has_content"),
)
Index("ix_receipt_told_in", receipt.c.told_in)
Index("ix_receipt_digest", receipt.c.digest)
Index(
    "ix_receipt_waiting",
    receipt.c.id,
    sqlite_where=receipt.c.state == "waiting",
    postgresql_where=receipt.c.state == "waiting",
)
