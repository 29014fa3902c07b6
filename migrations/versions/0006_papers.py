"""Keep receipts and what is in them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "stored_file",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("stored_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_stored_file")),
    )
    op.create_table(
        "receipt",
        sa.Column("id", _ID, nullable=False),
        sa.Column("told_in", sa.Text(), nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("album", sa.Text(), nullable=True),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("unique_id", sa.Text(), nullable=False),
        sa.Column("sent_at", _TIME, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.CheckConstraint("kind IN ('photo', 'document')", name=op.f("ck_receipt_known_kind")),
        sa.CheckConstraint(
            "state IN ('waiting', 'kept', 'refused')", name=op.f("ck_receipt_known_state")
        ),
        sa.CheckConstraint(
            "(state = 'kept') = (digest IS NOT NULL)", name=op.f("ck_receipt_kept_has_content")
        ),
        sa.ForeignKeyConstraint(
            ["digest"], ["stored_file.digest"], name=op.f("fk_receipt_digest_stored_file")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_receipt_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt")),
        sa.UniqueConstraint("chat_id", "message_id", name=op.f("uq_receipt_chat_id_message_id")),
    )
    op.create_index("ix_receipt_told_in", "receipt", ["told_in"], unique=False)
    op.create_index("ix_receipt_digest", "receipt", ["digest"], unique=False)
    is_waiting = sa.text("state = 'waiting'")
    op.create_index(
        "ix_receipt_waiting",
        "receipt",
        ["id"],
        unique=False,
        sqlite_where=is_waiting,
        postgresql_where=is_waiting,
    )


def downgrade() -> None:
    op.drop_table("receipt")
    op.drop_table("stored_file")
