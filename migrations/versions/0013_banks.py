"""Keep bank accounts, the files and statements that were read, and their lines."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)
_IS_TO_DO = sa.text("state IN ('waiting', 'answered')")
_KEPT = ("bank_line", "bank_line_before", "bank_statement", "line_answer", "spoiled_line")
"""Nothing is ever deleted from these."""


def upgrade() -> None:
    _accounts_and_lines()
    _statements()
    _files()
    _filings()
    for statement in _guards():
        op.execute(statement)


def downgrade() -> None:
    for table in (
        "line_answer",
        "line_filing",
        "bank_shape",
        "bank_file",
        "spoiled_line",
        "bank_statement_line",
        "bank_statement",
        "bank_line_before",
        "bank_line",
        "bank_account",
    ):
        op.drop_table(table)


def _accounts_and_lines() -> None:
    op.create_table(
        "bank_account",
        sa.Column("id", _ID, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("bank", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["key"], ["account.key"], name=op.f("fk_bank_account_key_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_account")),
        sa.UniqueConstraint("key", name=op.f("uq_bank_account_key")),
        sa.UniqueConstraint("number", "currency", name=op.f("uq_bank_account_number_currency")),
    )
    op.create_table(
        "bank_line",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("account_id", _ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("scheme", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("booked_on", sa.Date(), nullable=False),
        sa.Column("valued_on", sa.Date(), nullable=True),
        sa.Column("occurred_at", _TIME, nullable=True),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("counterparty", sa.Text(), nullable=True),
        sa.Column("counterparty_account", sa.Text(), nullable=True),
        sa.Column("counterparty_tax_id", sa.Text(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("is_pending", sa.Boolean(), nullable=False),
        sa.Column("balance_minor", sa.BigInteger(), nullable=True),
        sa.Column("parts", sa.JSON(), nullable=True),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("told_at", _TIME, nullable=False),
        sa.CheckConstraint("id >= 1", name=op.f("ck_bank_line_counted_from_one")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_bank_line_told_once")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["bank_account.id"], name=op.f("fk_bank_line_account_id_bank_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_line")),
    )
    op.create_index("ix_bank_line_day", "bank_line", ["account_id", "booked_on"])
    op.create_index("ix_bank_line_external", "bank_line", ["account_id", "scheme", "external_id"])
    op.create_table(
        "bank_line_before",
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("told_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["line_id"], ["bank_line.id"], name=op.f("fk_bank_line_before_line_id_bank_line")
        ),
        sa.PrimaryKeyConstraint("line_id", "version", name=op.f("pk_bank_line_before")),
    )


def _statements() -> None:
    op.create_table(
        "bank_statement",
        sa.Column("id", _ID, nullable=False),
        sa.Column("account_id", _ID, nullable=False),
        sa.Column("scheme", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("opening_minor", sa.BigInteger(), nullable=True),
        sa.Column("closing_minor", sa.BigInteger(), nullable=True),
        sa.Column("file_digest", sa.String(length=64), nullable=True),
        sa.Column("new_count", sa.Integer(), nullable=False),
        sa.Column("known_count", sa.Integer(), nullable=False),
        sa.Column("changed_count", sa.Integer(), nullable=False),
        sa.Column("spoiled_count", sa.Integer(), nullable=False),
        sa.Column("read_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["bank_account.id"],
            name=op.f("fk_bank_statement_account_id_bank_account"),
        ),
        sa.ForeignKeyConstraint(
            ["file_digest"],
            ["stored_file.digest"],
            name=op.f("fk_bank_statement_file_digest_stored_file"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_statement")),
    )
    op.create_index("ix_bank_statement_account_id", "bank_statement", ["account_id"])
    op.create_index("ix_bank_statement_file_digest", "bank_statement", ["file_digest"])
    op.create_table(
        "bank_statement_line",
        sa.Column("statement_id", _ID, nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["line_id"], ["bank_line.id"], name=op.f("fk_bank_statement_line_line_id_bank_line")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["bank_statement.id"],
            name=op.f("fk_bank_statement_line_statement_id_bank_statement"),
        ),
        sa.PrimaryKeyConstraint("statement_id", "line_id", name=op.f("pk_bank_statement_line")),
    )
    op.create_table(
        "spoiled_line",
        sa.Column("statement_id", _ID, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["bank_statement.id"],
            name=op.f("fk_spoiled_line_statement_id_bank_statement"),
        ),
        sa.PrimaryKeyConstraint("statement_id", "place", name=op.f("pk_spoiled_line")),
    )


def _files() -> None:
    op.create_table(
        "bank_file",
        sa.Column("id", _ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("sent_at", _TIME, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("account_id", _ID, nullable=True),
        sa.Column("answers", sa.JSON(), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'asked', 'answered', 'imported', 'refused')",
            name=op.f("ck_bank_file_known_state"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["bank_account.id"], name=op.f("fk_bank_file_account_id_bank_account")
        ),
        sa.ForeignKeyConstraint(
            ["digest"], ["stored_file.digest"], name=op.f("fk_bank_file_digest_stored_file")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_bank_file_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_file")),
        sa.UniqueConstraint("chat_id", "message_id", name=op.f("uq_bank_file_chat_id_message_id")),
    )
    op.create_index(
        "ix_bank_file_waiting",
        "bank_file",
        ["id"],
        sqlite_where=_IS_TO_DO,
        postgresql_where=_IS_TO_DO,
    )
    op.create_table(
        "bank_shape",
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("shape", sa.JSON(), nullable=False),
        sa.Column("taught_by", sa.Text(), nullable=False),
        sa.Column("taught_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_bank_shape")),
    )


def _filings() -> None:
    op.create_table(
        "line_filing",
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("proposals", sa.JSON(), nullable=False),
        sa.Column("reason", sa.JSON(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("is_auto", sa.Boolean(), nullable=False),
        sa.Column("entry_number", sa.BigInteger(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_at", _TIME, nullable=True),
        sa.Column("times_put_off", sa.Integer(), nullable=False),
        sa.Column("is_apart", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'filed', 'left')", name=op.f("ck_line_filing_known_state")
        ),
        sa.CheckConstraint(
            "(state = 'filed') = (entry_number IS NOT NULL)",
            name=op.f("ck_line_filing_filed_by_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["entry_number"],
            ["journal_entry.number"],
            name=op.f("fk_line_filing_entry_number_journal_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["line_id"], ["bank_line.id"], name=op.f("fk_line_filing_line_id_bank_line")
        ),
        sa.PrimaryKeyConstraint("line_id", name=op.f("pk_line_filing")),
    )
    op.create_index("ix_line_filing_state", "line_filing", ["state", "decided_at"])
    op.create_table(
        "line_answer",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("proposed", sa.Text(), nullable=True),
        sa.Column("decided", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["line_id"], ["bank_line.id"], name=op.f("fk_line_answer_line_id_bank_line")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line_answer")),
    )


def _guards() -> Iterator[str]:
    is_postgres = op.get_bind().dialect.name == "postgresql"
    for table in _KEPT:
        name = f"{table}_keeps_delete"
        if is_postgres:
            yield (
                f"CREATE TRIGGER {name} BEFORE DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION tilly_append_only()"
            )
        else:
            yield (
                f"CREATE TRIGGER {name} BEFORE DELETE ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'append_only: {table} takes no DELETE'); END"
            )
