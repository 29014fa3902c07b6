"""Keep the shop's rules for bank lines, questions about them, blind checks and caps."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "line_rule",
        sa.Column("id", _ID, nullable=False),
        sa.Column("rule", sa.JSON(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", _TIME, nullable=False),
        sa.Column("removed_by", sa.Text(), nullable=True),
        sa.Column("removed_at", _TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line_rule")),
    )
    op.create_table(
        "line_question",
        sa.Column("id", _ID, nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_by", _ID, nullable=False),
        sa.Column("asked_of", _ID, nullable=False),
        sa.Column("asked_at", _TIME, nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["person.id"], name=op.f("fk_line_question_asked_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["asked_of"], ["person.id"], name=op.f("fk_line_question_asked_of_person")
        ),
        sa.ForeignKeyConstraint(
            ["line_id"], ["bank_line.id"], name=op.f("fk_line_question_line_id_bank_line")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line_question")),
    )
    op.create_index("ix_line_question_line", "line_question", ["line_id"])
    op.create_table(
        "line_check",
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("put_on", sa.Date(), nullable=False),
        sa.Column("filed_as", sa.Text(), nullable=False),
        sa.Column("decided", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(
            ["line_id"], ["bank_line.id"], name=op.f("fk_line_check_line_id_bank_line")
        ),
        sa.PrimaryKeyConstraint("line_id", name=op.f("pk_line_check")),
    )
    op.create_index("ix_line_check_put_on", "line_check", ["put_on"])
    op.create_table(
        "filing_cap",
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("currency", name=op.f("pk_filing_cap")),
    )


def downgrade() -> None:
    """Drop them again."""
    for table in ("filing_cap", "line_check", "line_question", "line_rule"):
        op.drop_table(table)
