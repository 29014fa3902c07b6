"""What each person asked last of the books."""

from sqlalchemy import JSON, Column, ForeignKey, Table

from storage.columns import UtcTime
from storage.tables.metadata import Id, metadata

last_question = Table(
    "last_question",
    metadata,
    Column("person_id", Id, ForeignKey("person.id"), primary_key=True),
    Column("query", JSON, nullable=False),
    Column("asked_at", UtcTime, nullable=False),
)
