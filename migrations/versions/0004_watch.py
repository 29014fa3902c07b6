"""Keep questions about what was not told, and who likes pictures dark."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "missing_question",
        sa.Column("id", _ID, nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("habit", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("counterparty", sa.Text(), nullable=True),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("answered_by", _ID, nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('asked', 'none', 'muted', 'told')",
            name=op.f("ck_missing_question_known_state"),
        ),
        sa.CheckConstraint(
            "(state = 'asked') = (answered_at IS NULL)",
            name=op.f("ck_missing_question_answered_has_time"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_missing_question_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["person.id"], name=op.f("fk_missing_question_answered_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_missing_question")),
        sa.UniqueConstraint("asked_on", name=op.f("uq_missing_question_asked_on")),
    )
    op.create_index("ix_missing_question_habit", "missing_question", ["habit"], unique=False)
    op.add_column(
        "person",
        sa.Column("likes_dark", sa.Boolean(), server_default=sa.false(), nullable=False),
    )


def downgrade() -> None:
    op.drop_column("person", "likes_dark")
    op.drop_table("missing_question")
