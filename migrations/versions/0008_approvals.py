"""Limit payouts, and let those above a limit wait for another person's yes."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _create_payout_limit()
    _create_approval()
    _create_approval_card()


def downgrade() -> None:
    op.drop_table("approval_card")
    op.drop_table("approval")
    op.drop_table("payout_limit")


def _create_payout_limit() -> None:
    op.create_table(
        "payout_limit",
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("per_payout_minor", sa.BigInteger(), nullable=True),
        sa.Column("per_day_minor", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "role IN ('cashier', 'accountant', 'director', 'owner')",
            name=op.f("ck_payout_limit_known_role"),
        ),
        sa.CheckConstraint(
            "per_payout_minor >= 0 AND per_day_minor >= 0",
            name=op.f("ck_payout_limit_not_below_zero"),
        ),
        sa.PrimaryKeyConstraint("role", "currency", name=op.f("pk_payout_limit")),
    )


def _create_approval() -> None:
    op.create_table(
        "approval",
        sa.Column("id", _ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("asked_by", _ID, nullable=False),
        sa.Column("asked_at", _TIME, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("raw_record_id", _ID, nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("told_at", _TIME, nullable=False),
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("booked_on", sa.Date(), nullable=True),
        sa.Column("counterparty", sa.Text(), nullable=True),
        sa.Column("order_reference", sa.Text(), nullable=True),
        sa.Column("remembered", sa.JSON(), nullable=False),
        sa.Column("replaces", sa.BigInteger(), nullable=True),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("decided_by", _ID, nullable=True),
        sa.Column("decided_at", _TIME, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("delegated_to", _ID, nullable=True),
        sa.Column("entry_number", sa.BigInteger(), nullable=True),
        *_approval_checks(),
        *_approval_keys(),
    )
    op.create_index(
        "uq_approval_waiting",
        "approval",
        ["source", "external_id"],
        unique=True,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )


def _approval_checks() -> tuple[sa.CheckConstraint, ...]:
    checks = {
        "known_state": "state IN ('waiting', 'approved', 'refused', 'expired', 'withdrawn')",
        "above_zero": "amount_minor > 0",
        "not_decided_by_who_asked": "decided_by <> asked_by",
        "not_delegated_to_who_asked": "delegated_to <> asked_by",
        "decided_by_somebody": "(state IN ('approved', 'refused')) = (decided_by IS NOT NULL)",
        "settled_has_time": "(state = 'waiting') = (decided_at IS NULL)",
        "approved_has_entry": "(state = 'approved') = (entry_number IS NOT NULL)",
    }
    return tuple(
        sa.CheckConstraint(rule, name=op.f(f"ck_approval_{name}")) for name, rule in checks.items()
    )


def _approval_keys() -> tuple[sa.Constraint, ...]:
    leads_to = {
        "asked_by": "person.id",
        "raw_record_id": "raw_record.id",
        "till": "account.key",
        "replaces": "journal_entry.number",
        "decided_by": "person.id",
        "delegated_to": "person.id",
        "entry_number": "journal_entry.number",
    }
    return (
        *(
            sa.ForeignKeyConstraint(
                [column], [target], name=op.f(f"fk_approval_{column}_{target.partition('.')[0]}")
            )
            for column, target in leads_to.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
        sa.UniqueConstraint("entry_number", name=op.f("uq_approval_entry_number")),
    )


def _create_approval_card() -> None:
    op.create_table(
        "approval_card",
        sa.Column("id", _ID, nullable=False),
        sa.Column("approval_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["approval_id"], ["approval.id"], name=op.f("fk_approval_card_approval_id_approval")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_approval_card_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval_card")),
    )
    op.create_index("ix_approval_card_approval_id", "approval_card", ["approval_id"], unique=False)
