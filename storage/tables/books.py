"""The books themselves: accounts, entries, what is summed and closed, the audit log."""

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
    UniqueConstraint,
)

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import Id, metadata

shop = Table(
    "shop",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", OutsideText, nullable=False),
    Column("base_currency", String(3), nullable=False),
    Column("zone", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("is_ready", Boolean, nullable=False),
    CheckConstraint("id = 1", name="only_one"),
)

book_head = Table(
    "book_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("entry_count", BigInteger, nullable=False),
    Column("audit_count", BigInteger, nullable=False),
    Column("audit_hash", String(64), nullable=False),
    CheckConstraint("id = 1", name="only_one"),
)

account = Table(
    "account",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("code", OutsideText, nullable=False, unique=True),
    Column("type", String(16), nullable=False),
    Column("names", JSON, nullable=False),
    Column("is_open", Boolean, nullable=False),
    CheckConstraint(
        "type IN ('asset', 'liability', 'equity', 'income', 'expense')", name="known_type"
    ),
)

journal_entry = Table(
    "journal_entry",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("booked_on", Date, nullable=False),
    Column("belongs_on", Date),
    Column("occurred_at", UtcTime, nullable=False),
    Column("recorded_at", UtcTime, nullable=False),
    Column("narration", OutsideText, nullable=False),
    Column("category", Text),
    Column("counterparty", OutsideText),
    Column("order_reference", OutsideText),
    Column("source", Text, nullable=False),
    Column("external_id", OutsideText, nullable=False),
    Column("version", Integer, nullable=False),
    Column("raw_record_id", Id, ForeignKey("raw_record.id")),
    Column("decided_by", Text, nullable=False),
    Column("reverses", BigInteger, ForeignKey("journal_entry.number"), unique=True),
    Column("replaces", BigInteger, ForeignKey("journal_entry.number")),
    UniqueConstraint("source", "external_id", "version"),
    CheckConstraint("number >= 1", name="counted_from_one"),
    CheckConstraint("reverses < number", name="reverses_earlier"),
    CheckConstraint("replaces < number", name="replaces_earlier"),
)
Index("ix_journal_entry_booked_on", journal_entry.c.booked_on)
Index(
    "ix_journal_entry_belongs_on",
    journal_entry.c.belongs_on,
    sqlite_where=journal_entry.c.belongs_on.is_not(None),
    postgresql_where=journal_entry.c.belongs_on.is_not(None),
)
Index(
    "ix_journal_entry_counterparty",
    journal_entry.c.counterparty,
    journal_entry.c.booked_on,
    sqlite_where=journal_entry.c.counterparty.is_not(None),
    postgresql_where=journal_entry.c.counterparty.is_not(None),
)
Index(
    "ix_journal_entry_category",
    journal_entry.c.category,
    journal_entry.c.booked_on,
    sqlite_where=journal_entry.c.category.is_not(None),
    postgresql_where=journal_entry.c.category.is_not(None),
)
Index(
    "ix_journal_entry_order_reference",
    journal_entry.c.order_reference,
    sqlite_where=journal_entry.c.order_reference.is_not(None),
    postgresql_where=journal_entry.c.order_reference.is_not(None),
)

posting = Table(
    "posting",
    metadata,
    Column(
        "entry_number",
        BigInteger,
        ForeignKey("journal_entry.number", deferrable=True, initially="DEFERRED"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("leg", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Id, ForeignKey("account.id"), nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    CheckConstraint("amount_minor <> 0", name="moves_something"),
    CheckConstraint("leg >= 1", name="counted_from_one"),
    CheckConstraint("length(currency) = 3", name="iso_currency"),
)
Index("ix_posting_account_id", posting.c.account_id, posting.c.entry_number)

balance = Table(
    "balance",
    metadata,
    Column("account_id", Id, ForeignKey("account.id"), primary_key=True),
    Column("currency", String(3), primary_key=True),
    Column("debit_minor", BigInteger, nullable=False),
    Column("credit_minor", BigInteger, nullable=False),
)

turnover = Table(
    "turnover",
    metadata,
    Column("account_id", Id, ForeignKey("account.id"), primary_key=True),
    Column("currency", String(3), primary_key=True),
    Column("booked_on", Date, primary_key=True),
    Column("debit_minor", BigInteger, nullable=False),
    Column("credit_minor", BigInteger, nullable=False),
)

period_close = Table(
    "period_close",
    metadata,
    Column("ends_on", Date, primary_key=True),
    Column("closed_at", UtcTime, nullable=False),
    Column("closed_by", Text, nullable=False),
    Column("entry_count", BigInteger, nullable=False),
)

audit_record = Table(
    "audit_record",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("recorded_at", UtcTime, nullable=False),
    Column("actor", Text, nullable=False),
    Column("raw_record_id", Id, ForeignKey("raw_record.id")),
    Column("cause", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("change", OutsideText, nullable=False),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
)
Index("ix_audit_record_subject", audit_record.c.subject)
