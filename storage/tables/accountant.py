"""What the accountant works with: comments on entries, corrections proposed after a close."""

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    String,
    Table,
)

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import Id, metadata

entry_comment = Table(
    "entry_comment",
    metadata,
    Column("id", Id, primary_key=True),
    Column("entry_number", BigInteger, ForeignKey("journal_entry.number"), nullable=False),
    Column("person_id", Id, ForeignKey("person.id"), nullable=False),
    Column("text", OutsideText, nullable=False),
    Column("commented_at", UtcTime, nullable=False),
)
Index("ix_entry_comment_entry_number", entry_comment.c.entry_number)

correction_proposal = Table(
    "correction_proposal",
    metadata,
    Column("id", Id, primary_key=True),
    Column("entry_number", BigInteger, ForeignKey("journal_entry.number"), nullable=False),
    Column("entries", JSON, nullable=False),
    Column("should_say", JSON, nullable=False),
    Column("told", JSON, nullable=False),
    Column("narration", OutsideText, nullable=False),
    Column("asked_by", Id, ForeignKey("person.id"), nullable=False),
    Column("asked_at", UtcTime, nullable=False),
    Column("state", String(16), nullable=False),
    Column("decided_by", Id, ForeignKey("person.id")),
    Column("decided_at", UtcTime),
    CheckConstraint("state IN ('open', 'booked', 'left', 'replaced')", name="known_state"),
    CheckConstraint("(state = 'open') = (decided_at IS NULL)", name="decided_has_time"),
)
Index("ix_correction_proposal_entry_number", correction_proposal.c.entry_number)
Index(
    "ix_correction_proposal_open",
    correction_proposal.c.id,
    sqlite_where=correction_proposal.c.state == "open",
    postgresql_where=correction_proposal.c.state == "open",
)
