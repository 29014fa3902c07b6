"""Cash that is carried from one till to another."""

from sqlalchemy import (
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

from storage.columns import UtcTime
from storage.tables.metadata import Id, metadata

transfer = Table(
    "transfer",
    metadata,
    Column("id", Id, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column(
        "entry_number",
        BigInteger,
        ForeignKey("journal_entry.number"),
        nullable=False,
    ),
    Column("from_till", Text, ForeignKey("account.key"), nullable=False),
    Column("to_till", Text, ForeignKey("account.key")),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("state", String(16), nullable=False),
    Column("sent_by", Id, ForeignKey("person.id"), nullable=False),
    Column("sent_at", UtcTime, nullable=False),
    Column("decided_by", Id, ForeignKey("person.id")),
    Column("decided_at", UtcTime),
    Column("arrival_number", BigInteger, ForeignKey("journal_entry.number"), unique=True),
    Column("reminded_at", UtcTime),
    Column("rest_of", Id, ForeignKey("transfer.id")),
    CheckConstraint("amount_minor > 0", name="moves_something"),
    CheckConstraint("to_till <> from_till", name="goes_elsewhere"),
    CheckConstraint(
        "state IN ('sent', 'received', 'refused', 'withdrawn', 'returned', 'short')",
        name="known_state",
    ),
    CheckConstraint(
        "(state IN ('received', 'returned', 'short')) = (arrival_number IS NOT NULL)",
        name="settled_has_entry",
    ),
    CheckConstraint("(state = 'sent') = (decided_at IS NULL)", name="decided_has_time"),
)
Index(
    "ix_transfer_on_the_way",
    transfer.c.id,
    sqlite_where=transfer.c.state.in_(("sent", "refused")),
    postgresql_where=transfer.c.state.in_(("sent", "refused")),
)
Index(
    "uq_transfer_sent",
    transfer.c.entry_number,
    unique=True,
    sqlite_where=transfer.c.rest_of.is_(None),
    postgresql_where=transfer.c.rest_of.is_(None),
)
Index("ix_transfer_entry_number", transfer.c.entry_number)
