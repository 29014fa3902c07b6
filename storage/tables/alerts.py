"""What leaders are told by itself: alerts, their history, and how the shop wants to hear them."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import Id, metadata

alert_telling = Table(
    "alert_telling",
    metadata,
    Column("id", Id, primary_key=True),
    Column("told_at", UtcTime, nullable=False),
    Column("is_critical", Boolean, nullable=False),
    Column("alerts", Integer, nullable=False),
    CheckConstraint("alerts >= 1", name="tells_something"),
)
"""Each is one message, whoever got it."""
Index("ix_alert_telling_told_at", alert_telling.c.told_at)

alert = Table(
    "alert",
    metadata,
    Column("id", Id, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("trigger", String(32), nullable=False),
    Column("key", OutsideText, nullable=False),
    Column("subject", OutsideText, nullable=False),
    Column("severity", Integer, nullable=False),
    Column("level", BigInteger, nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("records", JSON, nullable=False),
    Column("reason", String(48), nullable=False),
    Column("day", Date, nullable=False),
    Column("known_on", Date, nullable=False),
    Column("said", JSON, nullable=False),
    Column("state", String(8), nullable=False),
    Column("found_at", UtcTime, nullable=False),
    Column("told_at", UtcTime),
    Column("told_level", BigInteger, nullable=False),
    Column("tellings", Integer, nullable=False),
    Column("telling_id", Id, ForeignKey("alert_telling.id")),
    Column("seen_at", UtcTime),
    Column("useful", Boolean),
    Column("snoozed_until", Date),
    Column("assignee_id", Id, ForeignKey("person.id")),
    Column("escalated_at", UtcTime),
    Column("closed_at", UtcTime),
    CheckConstraint(
        "state IN ('waiting', 'told', 'snoozed', 'answered', 'closed')", name="known_state"
    ),
    CheckConstraint("severity BETWEEN 1 AND 4", name="known_severity"),
    CheckConstraint("(state = 'snoozed') = (snoozed_until IS NOT NULL)", name="snoozed_until"),
    CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="closed_when"),
    CheckConstraint("(tellings = 0) = (told_at IS NULL)", name="told_when"),
)
Index(
    "uq_alert_standing",
    alert.c.trigger,
    alert.c.key,
    unique=True,
    sqlite_where=alert.c.state != "closed",
    postgresql_where=alert.c.state != "closed",
)
Index("ix_alert_state", alert.c.state, alert.c.found_at)
Index("ix_alert_subject", alert.c.trigger, alert.c.subject)
Index("ix_alert_telling_id", alert.c.telling_id)

alert_event = Table(
    "alert_event",
    metadata,
    Column("alert_id", Id, ForeignKey("alert.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("what", String(16), nullable=False),
    Column("by", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("note", OutsideText),
)
Index("ix_alert_event_at", alert_event.c.at)

alert_choice = Table(
    "alert_choice",
    metadata,
    Column("trigger", String(32), primary_key=True),
    Column("is_on", Boolean, nullable=False),
    Column("since_on", Date, nullable=False),
    Column("chosen", JSON, nullable=False),
)
"""What the shop has set of a trigger; one that is not here is as it comes."""

alert_policy = Table(
    "alert_policy",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("begun_on", Date, nullable=False),
    Column("quiet_from", Integer, nullable=False),
    Column("quiet_until", Integer, nullable=False),
    Column("cap", Integer, nullable=False),
    Column("chat_id", BigInteger),
    Column("thread_id", BigInteger),
    Column("last_entry", BigInteger, nullable=False),
    Column("last_line", BigInteger, nullable=False),
    Column("read_through", UtcTime, nullable=False),
    Column("daily_on", Date),
    CheckConstraint("id = 1", name="only_one"),
    CheckConstraint("cap >= 1", name="tells_something"),
)
"""Minutes of the shop's day; how far new records were gone through."""
