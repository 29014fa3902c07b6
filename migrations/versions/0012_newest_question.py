"""Keep what was asked before a question, the sale of a refund that waits, and reminders."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the columns."""
    op.add_column("person", sa.Column("expects_after", _TIME, nullable=True))
    op.add_column("approval", sa.Column("sale_number", sa.BigInteger(), nullable=True))
    op.add_column(
        "approval",
        sa.Column("is_sale_told", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("transfer", sa.Column("reminded_at", _TIME, nullable=True))


def downgrade() -> None:
    """Drop them again."""
    op.drop_column("transfer", "reminded_at")
    op.drop_column("approval", "is_sale_told")
    op.drop_column("approval", "sale_number")
    op.drop_column("person", "expects_after")
