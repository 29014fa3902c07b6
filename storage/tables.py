"""Every table of the books; the migrations build the same ones."""

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
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.columns import OutsideText, UtcTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_Id = BigInteger().with_variant(Integer(), "sqlite")
"""SQLite numbers rows by itself only under the type INTEGER."""

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
    Column("id", _Id, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("code", OutsideText, nullable=False, unique=True),
    Column("type", String(16), nullable=False),
    Column("names", JSON, nullable=False),
    Column("is_open", Boolean, nullable=False),
    CheckConstraint(
        "type IN ('asset', 'liability', 'equity', 'income', 'expense')", name="known_type"
    ),
)

person = Table(
    "person",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("telegram_id", BigInteger, nullable=False, unique=True),
    Column("name", OutsideText, nullable=False),
    Column("role", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    Column("till", Text, ForeignKey("account.key")),
    Column("is_active", Boolean, nullable=False),
    Column("joined_at", UtcTime, nullable=False),
    Column("expects", OutsideText),
    CheckConstraint("role IN ('cashier', 'accountant', 'director', 'owner')", name="known_role"),
)

invitation = Table(
    "invitation",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("invited_by", _Id, ForeignKey("person.id")),
    Column("expires_at", UtcTime, nullable=False),
    Column("used_by", _Id, ForeignKey("person.id")),
)

chat = Table(
    "chat",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("title", OutsideText, nullable=False, server_default=""),
    Column("is_leadership", Boolean, nullable=False),
    Column("is_reachable", Boolean, nullable=False),
    Column("stranger_told_at", UtcTime),
)

raw_record = Table(
    "raw_record",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("source", Text, nullable=False),
    Column("external_id", OutsideText, nullable=False),
    Column("version", Integer, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("received_at", UtcTime, nullable=False),
    UniqueConstraint("source", "external_id", "version"),
    CheckConstraint("version >= 1", name="counted_from_one"),
)

inbox_item = Table(
    "inbox_item",
    metadata,
    Column("raw_record_id", _Id, ForeignKey("raw_record.id"), primary_key=True),
    Column("lane", OutsideText, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("reason", OutsideText),
    Column("handled_at", UtcTime),
    CheckConstraint("state IN ('pending', 'done', 'quarantined')", name="known_state"),
    CheckConstraint("(state = 'done') = (handled_at IS NOT NULL)", name="done_has_time"),
)
Index(
    "ix_inbox_item_unfinished",
    inbox_item.c.raw_record_id,
    sqlite_where=inbox_item.c.state != "done",
    postgresql_where=inbox_item.c.state != "done",
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
    Column("raw_record_id", _Id, ForeignKey("raw_record.id")),
    Column("decided_by", Text, nullable=False),
    Column("reverses", BigInteger, ForeignKey("journal_entry.number"), unique=True),
    Column("replaces", BigInteger, ForeignKey("journal_entry.number")),
    UniqueConstraint("source", "external_id", "version"),
    CheckConstraint("number >= 1", name="counted_from_one"),
    CheckConstraint("reverses < number", name="reverses_earlier"),
    CheckConstraint("replaces < number", name="replaces_earlier"),
)
Index("ix_journal_entry_booked_on", journal_entry.c.booked_on)

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
    Column("account_id", _Id, ForeignKey("account.id"), nullable=False),
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
    Column("account_id", _Id, ForeignKey("account.id"), primary_key=True),
    Column("currency", String(3), primary_key=True),
    Column("debit_minor", BigInteger, nullable=False),
    Column("credit_minor", BigInteger, nullable=False),
)

turnover = Table(
    "turnover",
    metadata,
    Column("account_id", _Id, ForeignKey("account.id"), primary_key=True),
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
    Column("raw_record_id", _Id, ForeignKey("raw_record.id")),
    Column("cause", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("change", OutsideText, nullable=False),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
)
Index("ix_audit_record_subject", audit_record.c.subject)

draft = Table(
    "draft",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("person_id", _Id, ForeignKey("person.id"), nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("raw_record_id", _Id, ForeignKey("raw_record.id")),
    Column("text", OutsideText, nullable=False),
    Column("known", JSON, nullable=False),
    Column("missing", JSON, nullable=False),
    Column("state", String(16), nullable=False),
    CheckConstraint("state IN ('open', 'posted', 'dropped')", name="known_state"),
)
Index("ix_draft_chat_id_person_id_state", draft.c.chat_id, draft.c.person_id, draft.c.state)

remembered = Table(
    "remembered",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("word", OutsideText, nullable=False, unique=True),
    Column("category", Text),
    Column("direction", String(8)),
    Column("counterparty", OutsideText),
    Column("times", Integer, nullable=False),
    Column("is_shared", Boolean, nullable=False),
    Column("amounts", JSON, nullable=False),
    Column("revision", BigInteger, nullable=False),
    Column("is_forgotten", Boolean, nullable=False),
    CheckConstraint("direction IN ('in', 'out')", name="known_direction"),
    CheckConstraint("times >= 1", name="counted_from_one"),
)
Index("ix_remembered_revision", remembered.c.revision)

outbox_message = Table(
    "outbox_message",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("content", OutsideText, nullable=False),
    Column("picture", LargeBinary),
    Column("cause_record_id", _Id, ForeignKey("raw_record.id")),
    Column("dedupe_key", Text, unique=True),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before", UtcTime, nullable=False),
    Column("sent_at", UtcTime),
    Column("telegram_message_id", BigInteger),
    Column("reason", OutsideText),
    CheckConstraint("state IN ('waiting', 'sent', 'failed')", name="known_state"),
    CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="sent_has_time"),
)
Index(
    "ix_outbox_message_waiting",
    outbox_message.c.id,
    sqlite_where=outbox_message.c.state == "waiting",
    postgresql_where=outbox_message.c.state == "waiting",
)
