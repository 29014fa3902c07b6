"""Keep what each person asked last of the books."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0019"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "last_question",
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("query", sa.JSON(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_last_question_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_last_question")),
    )


def downgrade() -> None:
    """Drop it again."""
    op.drop_table("last_question")
