"""Keep whose account a file is of that names none, once a person has said it."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "bank_said",
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("account_id", _ID, nullable=False),
        sa.Column("taught_by", sa.Text(), nullable=False),
        sa.Column("taught_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["bank_account.id"],
            name=op.f("fk_bank_said_account_id_bank_account"),
        ),
        sa.PrimaryKeyConstraint("said", "account_id", name=op.f("pk_bank_said")),
    )


def downgrade() -> None:
    op.drop_table("bank_said")
