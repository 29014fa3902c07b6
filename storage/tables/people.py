"""Who works here, the chats, and what the shop has taught."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
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

person = Table(
    "person",
    metadata,
    Column("id", Id, primary_key=True),
    Column("telegram_id", BigInteger, nullable=False, unique=True),
    Column("name", OutsideText, nullable=False),
    Column("role", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    Column("till", Text, ForeignKey("account.key")),
    Column("likes_dark", Boolean, nullable=False, server_default=false()),
    Column("is_active", Boolean, nullable=False),
    Column("joined_at", UtcTime, nullable=False),
    Column("expects", OutsideText),
    Column("expects_after", UtcTime),
    CheckConstraint("role IN ('cashier', 'accountant', 'director', 'owner')", name="known_role"),
)

invitation = Table(
    "invitation",
    metadata,
    Column("id", Id, primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("invited_by", Id, ForeignKey("person.id")),
    Column("expires_at", UtcTime, nullable=False),
    Column("used_by", Id, ForeignKey("person.id")),
)

chat = Table(
    "chat",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("title", OutsideText, nullable=False, server_default=""),
    Column("is_leadership", Boolean, nullable=False),
    Column("is_reachable", Boolean, nullable=False),
    Column("stranger_told_at", UtcTime),
)

remembered = Table(
    "remembered",
    metadata,
    Column("id", Id, primary_key=True),
    Column("word", OutsideText, nullable=False, unique=True),
    Column("category", Text),
    Column("direction", String(8)),
    Column("counterparty", OutsideText),
    Column("times", Integer, nullable=False),
    Column("is_shared", Boolean, nullable=False),
    Column("amounts", JSON, nullable=False),
    Column("revision", BigInteger, nullable=False),
    Column("is_forgotten", Boolean, nullable=False),
    CheckConstraint("direction IN ('in', 'out')", name="known_direction"),
    CheckConstraint("times >= 1", name="counted_from_one"),
)
Index("ix_remembered_revision", remembered.c.revision)
