"""Questions about what was not told, and what people answered."""

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, String, Table

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import Id, metadata

missing_question = Table(
    "missing_question",
    metadata,
    Column("id", Id, primary_key=True),
    Column("asked_on", Date, nullable=False, unique=True),
    Column("habit", OutsideText, nullable=False),
    Column("category", OutsideText, nullable=False),
    Column("counterparty", OutsideText),
    Column("person_id", Id, ForeignKey("person.id"), nullable=False),
    Column("state", String(8), nullable=False),
    Column("answered_by", Id, ForeignKey("person.id")),
    Column("answered_at", UtcTime),
    CheckConstraint("state IN ('asked', 'none', 'muted', 'told')", name="known_state"),
    CheckConstraint("(state = 'asked') = (answered_at IS NULL)", name="answered_has_time"),
)
Index("ix_missing_question_habit", missing_question.c.habit)
