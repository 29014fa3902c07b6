"""Links between documents, bank lines and cash, and what is wrong among them."""

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import Id, metadata

match_link = Table(
    "match_link",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("revision", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("left_key", OutsideText, nullable=False),
    Column("right_key", OutsideText, nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("grounds", JSON, nullable=False),
    Column("permille", Integer, nullable=False),
    Column("state", String(9), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("decided_by", Text),
    Column("decided_at", UtcTime),
    UniqueConstraint("left_key", "right_key"),
    CheckConstraint("state IN ('made', 'confirmed', 'refused', 'dropped')", name="known_state"),
    CheckConstraint(
        "state NOT IN ('confirmed', 'refused') OR decided_by IS NOT NULL", name="decided_by_whom"
    ),
)
Index("ix_match_link_right_key", match_link.c.right_key)
Index("ix_match_link_state", match_link.c.state)

exception_item = Table(
    "exception_item",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("revision", Integer, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("about", OutsideText, nullable=False),
    Column("records", JSON, nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("since", Date, nullable=False),
    Column("likely", String(32), nullable=False),
    Column("step", String(32), nullable=False),
    Column("candidates", JSON, nullable=False),
    Column("state", String(9), nullable=False),
    Column("snoozed_until", Date),
    Column("assignee_id", Id, ForeignKey("person.id")),
    Column("opened_at", UtcTime, nullable=False),
    Column("closed_at", UtcTime),
    CheckConstraint("state IN ('open', 'snoozed', 'explained', 'closed')", name="known_state"),
    CheckConstraint("(state = 'snoozed') = (snoozed_until IS NOT NULL)", name="snoozed_until"),
    CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="closed_when"),
)
Index(
    "uq_exception_item_standing",
    exception_item.c.kind,
    exception_item.c.about,
    unique=True,
    sqlite_where=exception_item.c.state != "closed",
    postgresql_where=exception_item.c.state != "closed",
)
Index("ix_exception_item_about", exception_item.c.about)
Index("ix_exception_item_state", exception_item.c.state, exception_item.c.closed_at)

exception_event = Table(
    "exception_event",
    metadata,
    Column("item_id", BigInteger, ForeignKey("exception_item.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("what", String(16), nullable=False),
    Column("by", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("note", OutsideText),
)
