"""Bank accounts, the statements that were read of them, and their lines."""

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
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import Id, metadata

bank_account = Table(
    "bank_account",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", Text, ForeignKey("account.key"), nullable=False, unique=True),
    Column("number", OutsideText, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("bank", OutsideText),
    UniqueConstraint("number", "currency"),
)

bank_line = Table(
    "bank_line",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("account_id", Id, ForeignKey("bank_account.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("scheme", Text, nullable=False),
    Column("external_id", OutsideText),
    Column("booked_on", Date, nullable=False),
    Column("valued_on", Date),
    Column("occurred_at", UtcTime),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("counterparty", OutsideText),
    Column("counterparty_account", OutsideText),
    Column("counterparty_tax_id", OutsideText),
    Column("purpose", OutsideText, nullable=False),
    Column("reference", OutsideText),
    Column("code", OutsideText),
    Column("is_pending", Boolean, nullable=False),
    Column("balance_minor", BigInteger),
    Column("parts", JSON),
    Column("raw", LargeBinary, nullable=False),
    Column("told_at", UtcTime, nullable=False),
    CheckConstraint("id >= 1", name="counted_from_one"),
    CheckConstraint("version >= 1", name="told_once"),
)
Index("ix_bank_line_day", bank_line.c.account_id, bank_line.c.booked_on)
Index("ix_bank_line_counterparty", bank_line.c.counterparty)
Index(
    "ix_bank_line_external",
    bank_line.c.account_id,
    bank_line.c.scheme,
    bank_line.c.external_id,
)

bank_line_before = Table(
    "bank_line_before",
    metadata,
    Column("line_id", BigInteger, ForeignKey("bank_line.id"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("said", JSON, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("told_at", UtcTime, nullable=False),
)

bank_statement = Table(
    "bank_statement",
    metadata,
    Column("id", Id, primary_key=True),
    Column("account_id", Id, ForeignKey("bank_account.id"), nullable=False),
    Column("scheme", Text, nullable=False),
    Column("number", OutsideText),
    Column("opened_on", Date),
    Column("closed_on", Date),
    Column("opening_minor", BigInteger),
    Column("closing_minor", BigInteger),
    Column("file_digest", String(64), ForeignKey("stored_file.digest")),
    Column("new_count", Integer, nullable=False),
    Column("known_count", Integer, nullable=False),
    Column("changed_count", Integer, nullable=False),
    Column("spoiled_count", Integer, nullable=False),
    Column("read_at", UtcTime, nullable=False),
)
Index("ix_bank_statement_account_id", bank_statement.c.account_id)
Index("ix_bank_statement_file_digest", bank_statement.c.file_digest)

bank_statement_line = Table(
    "bank_statement_line",
    metadata,
    Column("statement_id", Id, ForeignKey("bank_statement.id"), primary_key=True),
    Column("line_id", BigInteger, ForeignKey("bank_line.id"), primary_key=True),
)

spoiled_line = Table(
    "spoiled_line",
    metadata,
    Column("statement_id", Id, ForeignKey("bank_statement.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("position", BigInteger, nullable=False),
    Column("reason", OutsideText, nullable=False),
    Column("raw", LargeBinary, nullable=False),
)

bank_file = Table(
    "bank_file",
    metadata,
    Column("id", Id, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("person_id", Id, ForeignKey("person.id"), nullable=False),
    Column("name", OutsideText, nullable=False),
    Column("file_id", OutsideText, nullable=False),
    Column("sent_at", UtcTime, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("digest", String(64), ForeignKey("stored_file.digest")),
    Column("account_id", Id, ForeignKey("bank_account.id")),
    Column("answers", JSON),
    UniqueConstraint("chat_id", "message_id"),
    CheckConstraint(
        "state IN ('waiting', 'asked', 'answered', 'imported', 'refused')", name="known_state"
    ),
)
Index(
    "ix_bank_file_waiting",
    bank_file.c.id,
    sqlite_where=bank_file.c.state.in_(("waiting", "answered")),
    postgresql_where=bank_file.c.state.in_(("waiting", "answered")),
)

bank_said = Table(
    "bank_said",
    metadata,
    Column("said", OutsideText, primary_key=True),
    Column("account_id", Id, ForeignKey("bank_account.id"), primary_key=True),
    Column("taught_by", Text, nullable=False),
    Column("taught_at", UtcTime, nullable=False),
)

bank_shape = Table(
    "bank_shape",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("shape", JSON, nullable=False),
    Column("taught_by", Text, nullable=False),
    Column("taught_at", UtcTime, nullable=False),
)

line_filing = Table(
    "line_filing",
    metadata,
    Column("line_id", BigInteger, ForeignKey("bank_line.id"), primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("state", String(8), nullable=False),
    Column("party", OutsideText, nullable=False),
    Column("proposals", JSON, nullable=False),
    Column("reason", JSON, nullable=False),
    Column("rule", Text),
    Column("category", Text),
    Column("is_auto", Boolean, nullable=False),
    Column("entry_number", BigInteger, ForeignKey("journal_entry.number")),
    Column("decided_by", Text),
    Column("decided_at", UtcTime),
    Column("times_put_off", Integer, nullable=False),
    Column("is_apart", Boolean, nullable=False),
    CheckConstraint("state IN ('open', 'filed', 'left')", name="known_state"),
    CheckConstraint("(state = 'filed') = (entry_number IS NOT NULL)", name="filed_by_entry"),
)
Index("ix_line_filing_state", line_filing.c.state, line_filing.c.decided_at)
Index("ix_line_filing_category", line_filing.c.category, line_filing.c.line_id)

line_answer = Table(
    "line_answer",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("line_id", BigInteger, ForeignKey("bank_line.id"), nullable=False),
    Column("proposed", Text),
    Column("decided", Text),
    Column("decided_by", Text, nullable=False),
    Column("decided_at", UtcTime, nullable=False),
)
