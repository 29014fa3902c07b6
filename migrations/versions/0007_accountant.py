"""Keep comments, proposed corrections, and when a draft was asked."""

import datetime as dt

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)
_IS_OPEN = sa.text("state = 'open'")


def upgrade() -> None:
    op.add_column("draft", sa.Column("asked_at", _TIME, nullable=True))
    op.add_column("draft", sa.Column("reminded_at", _TIME, nullable=True))
    _date_drafts()
    # SQLite changes a column only by building its table anew; nothing points to drafts.
    with op.batch_alter_table("draft") as draft:
        draft.alter_column("asked_at", existing_type=_TIME, nullable=False)
    op.create_index(
        "ix_draft_open",
        "draft",
        ["asked_at"],
        unique=False,
        sqlite_where=_IS_OPEN,
        postgresql_where=_IS_OPEN,
    )
    _create_comments()
    _create_proposals()


def _date_drafts() -> None:
    """When older drafts were asked nobody kept: their time counts from now."""
    table = sa.table("draft", sa.column("asked_at", _TIME))
    now = dt.datetime.now(dt.UTC)
    if op.get_bind().dialect.name == "sqlite":
        now = now.replace(tzinfo=None)
    op.execute(sa.update(table).values(asked_at=now))


def _create_comments() -> None:
    op.create_table(
        "entry_comment",
        sa.Column("id", _ID, nullable=False),
        sa.Column("entry_number", sa.BigInteger(), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("commented_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_number"],
            ["journal_entry.number"],
            name=op.f("fk_entry_comment_entry_number_journal_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_entry_comment_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_comment")),
    )
    op.create_index(
        "ix_entry_comment_entry_number", "entry_comment", ["entry_number"], unique=False
    )


def _create_proposals() -> None:
    table = "correction_proposal"
    op.create_table(
        table,
        sa.Column("id", _ID, nullable=False),
        sa.Column("entry_number", sa.BigInteger(), nullable=False),
        sa.Column("entries", sa.JSON(), nullable=False),
        sa.Column("should_say", sa.JSON(), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("narration", sa.Text(), nullable=False),
        sa.Column("asked_by", _ID, nullable=False),
        sa.Column("asked_at", _TIME, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("decided_by", _ID, nullable=True),
        sa.Column("decided_at", _TIME, nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'booked', 'left', 'replaced')", name=op.f(f"ck_{table}_known_state")
        ),
        sa.CheckConstraint(
            "(state = 'open') = (decided_at IS NULL)", name=op.f(f"ck_{table}_decided_has_time")
        ),
        sa.ForeignKeyConstraint(
            ["entry_number"],
            ["journal_entry.number"],
            name=op.f(f"fk_{table}_entry_number_journal_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["person.id"], name=op.f(f"fk_{table}_asked_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f(f"fk_{table}_decided_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(f"ix_{table}_entry_number", table, ["entry_number"], unique=False)
    op.create_index(
        f"ix_{table}_open",
        table,
        ["id"],
        unique=False,
        sqlite_where=_IS_OPEN,
        postgresql_where=_IS_OPEN,
    )


def downgrade() -> None:
    op.drop_table("correction_proposal")
    op.drop_table("entry_comment")
    op.drop_index("ix_draft_open", table_name="draft")
    with op.batch_alter_table("draft") as draft:
        draft.drop_column("reminded_at")
        draft.drop_column("asked_at")
