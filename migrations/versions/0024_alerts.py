"""Keep what leaders are told by itself, what became of it, and how they want to hear it."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0022"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_IS_STANDING = sa.text("state != 'closed'")


def upgrade() -> None:
    _tellings()
    _alerts()
    _settings()
    op.create_index(
        "ix_journal_entry_category",
        "journal_entry",
        ["category", "booked_on"],
        sqlite_where=sa.text("category IS NOT NULL"),
        postgresql_where=sa.text("category IS NOT NULL"),
    )
    op.create_index(
        "ix_journal_entry_counterparty",
        "journal_entry",
        ["counterparty"],
        sqlite_where=sa.text("counterparty IS NOT NULL"),
        postgresql_where=sa.text("counterparty IS NOT NULL"),
    )
    op.create_index("ix_line_filing_category", "line_filing", ["category", "line_id"])
    op.create_index("ix_bank_line_counterparty", "bank_line", ["counterparty"])


def _tellings() -> None:
    op.create_table(
        "alert_telling",
        sa.Column("id", _ID, nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_critical", sa.Boolean(), nullable=False),
        sa.Column("alerts", sa.Integer(), nullable=False),
        sa.CheckConstraint("alerts >= 1", name=op.f("ck_alert_telling_tells_something")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert_telling")),
    )
    op.create_index("ix_alert_telling_told_at", "alert_telling", ["told_at"])


def _alerts() -> None:
    op.create_table(
        "alert",
        sa.Column("id", _ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("trigger", sa.String(length=32), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False),
        sa.Column("level", sa.BigInteger(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("records", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(length=48), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_level", sa.BigInteger(), nullable=False),
        sa.Column("tellings", sa.Integer(), nullable=False),
        sa.Column("telling_id", _ID, nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("useful", sa.Boolean(), nullable=True),
        sa.Column("snoozed_until", sa.Date(), nullable=True),
        sa.Column("assignee_id", _ID, nullable=True),
        sa.Column("escalated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'told', 'snoozed', 'answered', 'closed')",
            name=op.f("ck_alert_known_state"),
        ),
        sa.CheckConstraint("severity BETWEEN 1 AND 4", name=op.f("ck_alert_known_severity")),
        sa.CheckConstraint(
            "(state = 'snoozed') = (snoozed_until IS NOT NULL)",
            name=op.f("ck_alert_snoozed_until"),
        ),
        sa.CheckConstraint(
            "(state = 'closed') = (closed_at IS NOT NULL)", name=op.f("ck_alert_closed_when")
        ),
        sa.CheckConstraint("(tellings = 0) = (told_at IS NULL)", name=op.f("ck_alert_told_when")),
        sa.ForeignKeyConstraint(
            ["telling_id"],
            ["alert_telling.id"],
            name=op.f("fk_alert_telling_id_alert_telling"),
        ),
        sa.ForeignKeyConstraint(
            ["assignee_id"], ["person.id"], name=op.f("fk_alert_assignee_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert")),
    )
    op.create_index(
        "uq_alert_standing",
        "alert",
        ["trigger", "key"],
        unique=True,
        sqlite_where=_IS_STANDING,
        postgresql_where=_IS_STANDING,
    )
    op.create_index("ix_alert_state", "alert", ["state", "found_at"])
    op.create_index("ix_alert_subject", "alert", ["trigger", "subject"])
    op.create_index("ix_alert_telling_id", "alert", ["telling_id"])
    op.create_table(
        "alert_event",
        sa.Column("alert_id", _ID, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["alert_id"], ["alert.id"], name=op.f("fk_alert_event_alert_id_alert")
        ),
        sa.PrimaryKeyConstraint("alert_id", "place", name=op.f("pk_alert_event")),
    )
    op.create_index("ix_alert_event_at", "alert_event", ["at"])


def _settings() -> None:
    op.create_table(
        "alert_choice",
        sa.Column("trigger", sa.String(length=32), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("trigger", name=op.f("pk_alert_choice")),
    )
    op.create_table(
        "alert_policy",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("quiet_from", sa.Integer(), nullable=False),
        sa.Column("quiet_until", sa.Integer(), nullable=False),
        sa.Column("cap", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("last_entry", sa.BigInteger(), nullable=False),
        sa.Column("last_line", sa.BigInteger(), nullable=False),
        sa.Column("read_through", sa.DateTime(timezone=True), nullable=False),
        sa.Column("daily_on", sa.Date(), nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_alert_policy_only_one")),
        sa.CheckConstraint("cap >= 1", name=op.f("ck_alert_policy_tells_something")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert_policy")),
    )


def downgrade() -> None:
    op.drop_index("ix_bank_line_counterparty", "bank_line")
    op.drop_index("ix_line_filing_category", "line_filing")
    op.drop_index("ix_journal_entry_counterparty", "journal_entry")
    op.drop_index("ix_journal_entry_category", "journal_entry")
    for table in ("alert_policy", "alert_choice", "alert_event", "alert", "alert_telling"):
        op.drop_table(table)
