"""Lay the tables of the books."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _create_account()
    _create_book_head()
    _create_chat()
    _create_period_close()
    _create_raw_record()
    _create_shop()
    _create_audit_record()
    _create_balance()
    _create_inbox_item()
    _create_journal_entry()
    _create_outbox_message()
    _create_person()
    _create_turnover()
    _create_draft()
    _create_invitation()
    _create_posting()


def downgrade() -> None:
    for table in reversed(_TABLES):
        op.drop_table(table)


_TABLES = (
    "account",
    "book_head",
    "chat",
    "period_close",
    "raw_record",
    "shop",
    "audit_record",
    "balance",
    "inbox_item",
    "journal_entry",
    "outbox_message",
    "person",
    "turnover",
    "draft",
    "invitation",
    "posting",
)


def _create_account() -> None:
    op.create_table(
        "account",
        sa.Column("id", _ID, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "type IN ('asset', 'liability', 'equity', 'income', 'expense')",
            name=op.f("ck_account_known_type"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("code", name=op.f("uq_account_code")),
        sa.UniqueConstraint("key", name=op.f("uq_account_key")),
    )


def _create_book_head() -> None:
    op.create_table(
        "book_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entry_count", sa.BigInteger(), nullable=False),
        sa.Column("audit_count", sa.BigInteger(), nullable=False),
        sa.Column("audit_hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_book_head_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_book_head")),
    )


def _create_chat() -> None:
    op.create_table(
        "chat",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("is_leadership", sa.Boolean(), nullable=False),
        sa.Column("is_reachable", sa.Boolean(), nullable=False),
        sa.Column("stranger_told_at", _TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chat")),
    )


def _create_period_close() -> None:
    op.create_table(
        "period_close",
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("closed_at", _TIME, nullable=False),
        sa.Column("closed_by", sa.Text(), nullable=False),
        sa.Column("entry_count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("ends_on", name=op.f("pk_period_close")),
    )


def _create_raw_record() -> None:
    op.create_table(
        "raw_record",
        sa.Column("id", _ID, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("received_at", _TIME, nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_raw_record_counted_from_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_raw_record")),
        sa.UniqueConstraint(
            "source",
            "external_id",
            "version",
            name=op.f("uq_raw_record_source_external_id_version"),
        ),
    )


def _create_shop() -> None:
    op.create_table(
        "shop",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("base_currency", sa.String(length=3), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("is_ready", sa.Boolean(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_shop_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shop")),
    )


def _create_audit_record() -> None:
    op.create_table(
        "audit_record",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("recorded_at", _TIME, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("raw_record_id", _ID, nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["raw_record_id"],
            ["raw_record.id"],
            name=op.f("fk_audit_record_raw_record_id_raw_record"),
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_record")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_record_hash")),
    )
    op.create_index("ix_audit_record_subject", "audit_record", ["subject"], unique=False)


def _create_balance() -> None:
    op.create_table(
        "balance",
        sa.Column("account_id", _ID, nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("debit_minor", sa.BigInteger(), nullable=False),
        sa.Column("credit_minor", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_balance_account_id_account")
        ),
        sa.PrimaryKeyConstraint("account_id", "currency", name=op.f("pk_balance")),
    )


def _create_inbox_item() -> None:
    op.create_table(
        "inbox_item",
        sa.Column("raw_record_id", _ID, nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("handled_at", _TIME, nullable=True),
        sa.CheckConstraint(
            "(state = 'done') = (handled_at IS NOT NULL)", name=op.f("ck_inbox_item_done_has_time")
        ),
        sa.CheckConstraint(
            "state IN ('pending', 'done', 'quarantined')", name=op.f("ck_inbox_item_known_state")
        ),
        sa.ForeignKeyConstraint(
            ["raw_record_id"],
            ["raw_record.id"],
            name=op.f("fk_inbox_item_raw_record_id_raw_record"),
        ),
        sa.PrimaryKeyConstraint("raw_record_id", name=op.f("pk_inbox_item")),
    )
    op.create_index(
        "ix_inbox_item_unfinished",
        "inbox_item",
        ["raw_record_id"],
        unique=False,
        sqlite_where=sa.text("state != 'done'"),
        postgresql_where=sa.text("state != 'done'"),
    )


def _create_journal_entry() -> None:
    op.create_table(
        "journal_entry",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("booked_on", sa.Date(), nullable=False),
        sa.Column("belongs_on", sa.Date(), nullable=True),
        sa.Column("occurred_at", _TIME, nullable=False),
        sa.Column("recorded_at", _TIME, nullable=False),
        sa.Column("narration", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("counterparty", sa.Text(), nullable=True),
        sa.Column("order_reference", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("raw_record_id", _ID, nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("reverses", sa.BigInteger(), nullable=True),
        sa.Column("replaces", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("number >= 1", name=op.f("ck_journal_entry_counted_from_one")),
        sa.CheckConstraint("replaces < number", name=op.f("ck_journal_entry_replaces_earlier")),
        sa.CheckConstraint("reverses < number", name=op.f("ck_journal_entry_reverses_earlier")),
        sa.ForeignKeyConstraint(
            ["raw_record_id"],
            ["raw_record.id"],
            name=op.f("fk_journal_entry_raw_record_id_raw_record"),
        ),
        sa.ForeignKeyConstraint(
            ["replaces"],
            ["journal_entry.number"],
            name=op.f("fk_journal_entry_replaces_journal_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["reverses"],
            ["journal_entry.number"],
            name=op.f("fk_journal_entry_reverses_journal_entry"),
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_journal_entry")),
        sa.UniqueConstraint("reverses", name=op.f("uq_journal_entry_reverses")),
        sa.UniqueConstraint(
            "source",
            "external_id",
            "version",
            name=op.f("uq_journal_entry_source_external_id_version"),
        ),
    )
    op.create_index("ix_journal_entry_booked_on", "journal_entry", ["booked_on"], unique=False)


def _create_outbox_message() -> None:
    op.create_table(
        "outbox_message",
        sa.Column("id", _ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("picture", sa.LargeBinary(), nullable=True),
        sa.Column("cause_record_id", _ID, nullable=True),
        sa.Column("dedupe_key", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", _TIME, nullable=False),
        sa.Column("sent_at", _TIME, nullable=True),
        sa.Column("telegram_message_id", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(state = 'sent') = (sent_at IS NOT NULL)",
            name=op.f("ck_outbox_message_sent_has_time"),
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'sent', 'failed')", name=op.f("ck_outbox_message_known_state")
        ),
        sa.ForeignKeyConstraint(
            ["cause_record_id"],
            ["raw_record.id"],
            name=op.f("fk_outbox_message_cause_record_id_raw_record"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_message")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_outbox_message_dedupe_key")),
    )
    op.create_index(
        "ix_outbox_message_waiting",
        "outbox_message",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )


def _create_person() -> None:
    op.create_table(
        "person",
        sa.Column("id", _ID, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("till", sa.Text(), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("joined_at", _TIME, nullable=False),
        sa.Column("expects", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "role IN ('cashier', 'accountant', 'director', 'owner')",
            name=op.f("ck_person_known_role"),
        ),
        sa.ForeignKeyConstraint(["till"], ["account.key"], name=op.f("fk_person_till_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("telegram_id", name=op.f("uq_person_telegram_id")),
    )


def _create_turnover() -> None:
    op.create_table(
        "turnover",
        sa.Column("account_id", _ID, nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("booked_on", sa.Date(), nullable=False),
        sa.Column("debit_minor", sa.BigInteger(), nullable=False),
        sa.Column("credit_minor", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_turnover_account_id_account")
        ),
        sa.PrimaryKeyConstraint("account_id", "currency", "booked_on", name=op.f("pk_turnover")),
    )


def _create_draft() -> None:
    op.create_table(
        "draft",
        sa.Column("id", _ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("raw_record_id", _ID, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("known", sa.JSON(), nullable=False),
        sa.Column("missing", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'posted', 'dropped')", name=op.f("ck_draft_known_state")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_draft_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["raw_record_id"], ["raw_record.id"], name=op.f("fk_draft_raw_record_id_raw_record")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    op.create_index(
        "ix_draft_chat_id_person_id_state",
        "draft",
        ["chat_id", "person_id", "state"],
        unique=False,
    )


def _create_invitation() -> None:
    op.create_table(
        "invitation",
        sa.Column("id", _ID, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("invited_by", _ID, nullable=True),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.Column("used_by", _ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["invited_by"], ["person.id"], name=op.f("fk_invitation_invited_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["used_by"], ["person.id"], name=op.f("fk_invitation_used_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("digest", name=op.f("uq_invitation_digest")),
    )


def _create_posting() -> None:
    op.create_table(
        "posting",
        sa.Column("entry_number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("leg", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("account_id", _ID, nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.CheckConstraint("amount_minor <> 0", name=op.f("ck_posting_moves_something")),
        sa.CheckConstraint("leg >= 1", name=op.f("ck_posting_counted_from_one")),
        sa.CheckConstraint("length(currency) = 3", name=op.f("ck_posting_iso_currency")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_posting_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["entry_number"],
            ["journal_entry.number"],
            name=op.f("fk_posting_entry_number_journal_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("entry_number", "leg", name=op.f("pk_posting")),
    )
    op.create_index(
        "ix_posting_account_id", "posting", ["account_id", "entry_number"], unique=False
    )
