"""Cash on its way into the books."""

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
)

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import Id, metadata

draft = Table(
    "draft",
    metadata,
    Column("id", Id, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("person_id", Id, ForeignKey("person.id"), nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("raw_record_id", Id, ForeignKey("raw_record.id")),
    Column("text", OutsideText, nullable=False),
    Column("known", JSON, nullable=False),
    Column("missing", JSON, nullable=False),
    Column("state", String(16), nullable=False),
    Column("asked_at", UtcTime, nullable=False),
    Column("reminded_at", UtcTime),
    CheckConstraint("state IN ('open', 'posted', 'dropped')", name="known_state"),
)
Index("ix_draft_chat_id_person_id_state", draft.c.chat_id, draft.c.person_id, draft.c.state)
Index(
    "ix_draft_open",
    draft.c.asked_at,
    sqlite_where=draft.c.state == "open",
    postgresql_where=draft.c.state == "open",
)
