"""Runs of what the clock calls, and who wants one at once."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, Table

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import Id, metadata

job_run = Table(
    "job_run",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(40), nullable=False),
    Column("due_at", UtcTime, nullable=False),
    Column("began_at", UtcTime, nullable=False),
    Column("ended_at", UtcTime),
    Column("outcome", String(8)),
    Column("did", Integer, nullable=False),
    Column("reason", OutsideText),
    Column("failures", Integer, nullable=False),
    Column("asked_by", Id, ForeignKey("person.id")),
    CheckConstraint("outcome IN ('done', 'failed', 'lost')", name="known_outcome"),
    CheckConstraint("(outcome IS NULL) = (ended_at IS NULL)", name="ended_has_outcome"),
    CheckConstraint("(reason IS NULL) OR (outcome = 'failed')", name="failed_has_reason"),
    CheckConstraint("outcome IS NULL OR (outcome = 'done') = (failures = 0)", name="counted"),
)
Index("ix_job_run_name", job_run.c.name, job_run.c.id)

job_call = Table(
    "job_call",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("asked_by", Id, ForeignKey("person.id"), nullable=False),
    Column("asked_at", UtcTime, nullable=False),
)
