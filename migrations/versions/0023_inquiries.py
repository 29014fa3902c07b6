"""Keep exceptions that were put to somebody, and what he answered."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)
_IS_WAITING = sa.text("state = 'waiting'")


def upgrade() -> None:
    op.create_table(
        "inquiry",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.String(length=8), nullable=False),
        sa.Column("to_id", _ID, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("order_key", sa.Text(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("asked_at", _TIME, nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("answer", sa.String(length=16), nullable=True),
        sa.Column("answer_record", sa.Text(), nullable=True),
        sa.Column("answer_text", sa.Text(), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.Column("answered_at", _TIME, nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("looked_at", _TIME, nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'answered', 'gone', 'failed')",
            name=op.f("ck_inquiry_known_state"),
        ),
        sa.CheckConstraint(
            "(state = 'answered') = (answer IS NOT NULL)", name=op.f("ck_inquiry_answered_what")
        ),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_at IS NULL)", name=op.f("ck_inquiry_answered_when")
        ),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_by IS NULL)", name=op.f("ck_inquiry_answered_by_whom")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["exception_item.id"], name=op.f("fk_inquiry_item_id_exception_item")
        ),
        sa.ForeignKeyConstraint(["to_id"], ["person.id"], name=op.f("fk_inquiry_to_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inquiry")),
    )
    op.create_index("ix_inquiry_item_id", "inquiry", ["item_id"])
    op.create_index("ix_inquiry_state", "inquiry", ["state"])
    op.create_index(
        "uq_inquiry_waiting",
        "inquiry",
        ["item_id"],
        unique=True,
        sqlite_where=_IS_WAITING,
        postgresql_where=_IS_WAITING,
    )
    op.execute(_guard())


def downgrade() -> None:
    op.drop_table("inquiry")


def _guard() -> str:
    if op.get_bind().dialect.name == "postgresql":
        return (
            "CREATE TRIGGER inquiry_keeps_delete BEFORE DELETE ON inquiry "
            "FOR EACH ROW EXECUTE FUNCTION tilly_append_only()"
        )
    return (
        "CREATE TRIGGER inquiry_keeps_delete BEFORE DELETE ON inquiry "
        "BEGIN SELECT RAISE(ABORT, 'append_only: inquiry takes no DELETE'); END"
    )
