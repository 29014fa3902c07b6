"""The counts of tills, currency by currency, and the handovers of tills."""

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
    Text,
)

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import Id, metadata

handover = Table(
    "handover",
    metadata,
    Column("id", Id, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("till", Text, ForeignKey("account.key"), nullable=False),
    Column("giver_id", Id, ForeignKey("person.id"), nullable=False),
    Column("taker_id", Id, ForeignKey("person.id"), nullable=False),
    Column("state", String(16), nullable=False),
    Column("balances", JSON, nullable=False),
    Column("offered_at", UtcTime, nullable=False),
    Column("settled_at", UtcTime),
    CheckConstraint(
        "state IN ('offered', 'counting', 'taken', 'withdrawn', 'expired')", name="known_state"
    ),
    CheckConstraint(
        "(state IN ('offered', 'counting')) = (settled_at IS NULL)", name="settled_has_time"
    ),
)
_is_open = handover.c.settled_at.is_(None)
Index(
    "uq_handover_open",
    handover.c.till,
    unique=True,
    sqlite_where=_is_open,
    postgresql_where=_is_open,
)

till_count = Table(
    "till_count",
    metadata,
    Column("id", Id, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("till", Text, ForeignKey("account.key"), nullable=False),
    Column("person_id", Id, ForeignKey("person.id"), nullable=False),
    Column("answerable_id", Id, ForeignKey("person.id"), nullable=False),
    Column("handover_id", Id, ForeignKey("handover.id")),
    Column("state", String(16), nullable=False),
    Column("started_at", UtcTime, nullable=False),
    Column("finished_at", UtcTime),
    CheckConstraint("state IN ('open', 'done', 'dropped')", name="known_state"),
    CheckConstraint("(state = 'open') = (finished_at IS NULL)", name="finished_has_time"),
)
_is_being_made = till_count.c.finished_at.is_(None)
Index(
    "uq_till_count_open",
    till_count.c.person_id,
    till_count.c.till,
    unique=True,
    sqlite_where=_is_being_made,
    postgresql_where=_is_being_made,
)

count_sheet = Table(
    "count_sheet",
    metadata,
    Column("count_id", Id, ForeignKey("till_count.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("currency", String(3), nullable=False),
    Column("state", String(16), nullable=False),
    Column("pieces", JSON, nullable=False),
    Column("loose_minor", BigInteger, nullable=False),
    Column("counted_minor", BigInteger),
    Column("expected_minor", BigInteger),
    Column("reason", OutsideText),
    Column("entry_number", BigInteger, ForeignKey("journal_entry.number"), unique=True),
    Column("settled_at", UtcTime),
    CheckConstraint(
        "state IN ('waiting', 'doubted', 'off', 'agreed', 'booked', 'skipped')",
        name="known_state",
    ),
    CheckConstraint(
        "(state IN ('agreed', 'booked', 'skipped')) = (settled_at IS NOT NULL)",
        name="settled_has_time",
    ),
    CheckConstraint("state <> 'agreed' OR counted_minor = expected_minor", name="agreed_is_equal"),
    CheckConstraint(
        "state <> 'booked' OR (counted_minor <> expected_minor AND entry_number IS NOT NULL)",
        name="booked_is_off",
    ),
)
Index("ix_count_sheet_settled_at", count_sheet.c.settled_at)
