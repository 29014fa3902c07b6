"""Who wants which digest, and for which day it was sent."""

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Integer, String, Table

from storage.tables.metadata import Id, metadata

digest_choice = Table(
    "digest_choice",
    metadata,
    Column("person_id", Id, ForeignKey("person.id"), primary_key=True, autoincrement=False),
    Column("kind", String(8), primary_key=True),
    Column("hour", Integer, nullable=False),
    Column("done_on", Date, nullable=False),
    CheckConstraint("kind IN ('morning', 'evening', 'week', 'month')", name="known_kind"),
    CheckConstraint("hour BETWEEN 0 AND 23", name="hour_of_a_day"),
)
