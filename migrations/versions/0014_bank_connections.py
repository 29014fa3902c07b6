"""Keep how banks' interfaces are read: connections, their health, how far each account is."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "bank_connection",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("scheme", sa.Text(), nullable=False),
        sa.Column("key_print", sa.String(length=16), nullable=False),
        sa.Column("next_at", _TIME, nullable=False),
        sa.Column("accounts_at", _TIME, nullable=True),
        sa.Column("last_ok_at", _TIME, nullable=True),
        sa.Column("failing_since", _TIME, nullable=True),
        sa.Column("trouble", sa.String(length=16), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failed_feed", sa.Text(), nullable=True),
        sa.Column("called_on", sa.Date(), nullable=True),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("consent_until", _TIME, nullable=True),
        sa.CheckConstraint(
            "(trouble IS NULL) = (failures = 0)",
            name=op.f("ck_bank_connection_failures_have_a_reason"),
        ),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_bank_connection")),
    )
    op.create_table(
        "bank_feed",
        sa.Column("connection", sa.Text(), nullable=False),
        sa.Column("remote_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("bank", sa.Text(), nullable=False),
        sa.Column("remote_balance_minor", sa.BigInteger(), nullable=True),
        sa.Column("credit_minor", sa.BigInteger(), nullable=True),
        sa.Column("cursor", sa.JSON(), nullable=False),
        sa.Column("next_at", _TIME, nullable=True),
        sa.Column("read_at", sa.JSON(), nullable=False),
        sa.Column("account_id", _ID, nullable=True),
        sa.Column("through", _TIME, nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("balance_minor", sa.BigInteger(), nullable=True),
        sa.Column("balance_at", _TIME, nullable=True),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["bank_account.id"], name=op.f("fk_bank_feed_account_id_bank_account")
        ),
        sa.ForeignKeyConstraint(
            ["connection"],
            ["bank_connection.name"],
            name=op.f("fk_bank_feed_connection_bank_connection"),
        ),
        sa.PrimaryKeyConstraint("connection", "remote_id", name=op.f("pk_bank_feed")),
    )


def downgrade() -> None:
    op.drop_table("bank_feed")
    op.drop_table("bank_connection")
