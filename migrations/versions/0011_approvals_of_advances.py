"""Keep of a payout that waits that it is money to account for."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the account."""
    op.add_column("approval", sa.Column("against", sa.Text(), nullable=True))


def downgrade() -> None:
    """Drop it again."""
    op.drop_column("approval", "against")
