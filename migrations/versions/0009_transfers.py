"""Keep who sent cash from till to till, and whether it has arrived."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OPEN = sa.text("state IN ('sent', 'refused')")


def _refers(column: str, target: str) -> sa.ForeignKeyConstraint:
    name = f"fk_transfer_{column}_{target.partition('.')[0]}"
    return sa.ForeignKeyConstraint([column], [target], name=op.f(name))


def upgrade() -> None:
    op.create_table(
        "transfer",
        sa.Column("id", _ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("entry_number", sa.BigInteger(), nullable=False),
        sa.Column("from_till", sa.Text(), nullable=False),
        sa.Column("to_till", sa.Text(), nullable=True),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("sent_by", _ID, nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", _ID, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("arrival_number", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("amount_minor > 0", name=op.f("ck_transfer_moves_something")),
        sa.CheckConstraint("to_till <> from_till", name=op.f("ck_transfer_goes_elsewhere")),
        sa.CheckConstraint(
            "state IN ('sent', 'received', 'refused', 'withdrawn')",
            name=op.f("ck_transfer_known_state"),
        ),
        sa.CheckConstraint(
            "(state = 'received') = (arrival_number IS NOT NULL)",
            name=op.f("ck_transfer_received_has_arrival"),
        ),
        sa.CheckConstraint(
            "(state = 'sent') = (decided_at IS NULL)", name=op.f("ck_transfer_decided_has_time")
        ),
        _refers("entry_number", "journal_entry.number"),
        _refers("arrival_number", "journal_entry.number"),
        _refers("from_till", "account.key"),
        _refers("to_till", "account.key"),
        _refers("sent_by", "person.id"),
        _refers("decided_by", "person.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer")),
        sa.UniqueConstraint("entry_number", name=op.f("uq_transfer_entry_number")),
        sa.UniqueConstraint("arrival_number", name=op.f("uq_transfer_arrival_number")),
    )
    op.create_index(
        "ix_transfer_on_the_way",
        "transfer",
        ["id"],
        unique=False,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )


def downgrade() -> None:
    op.drop_table("transfer")
