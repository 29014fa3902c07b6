"""Money to account for, and what an entry has to do with another one."""

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import Id, metadata

advance_holder = Table(
    "advance_holder",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", OutsideText, nullable=False, unique=True),
    Column("person_id", Id, ForeignKey("person.id")),
    Column("reminded_at", UtcTime),
)

spending = Table(
    "spending",
    metadata,
    Column("id", Id, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("holder", OutsideText, nullable=False),
    Column("person_id", Id, ForeignKey("person.id"), nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("raw_record_id", Id, ForeignKey("raw_record.id")),
    Column("text", OutsideText, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("items", JSON, nullable=False),
    Column("asked_at", UtcTime, nullable=False),
    Column("state", String(16), nullable=False),
    CheckConstraint("kind IN ('receipts', 'told')", name="known_kind"),
    CheckConstraint("state IN ('open', 'posted', 'dropped')", name="known_state"),
)

entry_link = Table(
    "entry_link",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("entry_number", BigInteger, ForeignKey("journal_entry.number"), nullable=False),
    Column("other_number", BigInteger, ForeignKey("journal_entry.number"), index=True),
    Column("evidence", String(16), nullable=False),
    Column("told_at", UtcTime),
    UniqueConstraint("kind", "entry_number"),
    CheckConstraint("kind IN ('refund')", name="known_kind"),
)

refund_setting = Table(
    "refund_setting",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("ask_from_minor", BigInteger, nullable=False),
    CheckConstraint("id = 1", name="only_one"),
    CheckConstraint("ask_from_minor >= 0", name="not_below_nought"),
)
