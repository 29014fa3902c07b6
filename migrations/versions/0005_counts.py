"""Keep the counts of tills and their handovers."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _create_handover()
    _create_till_count()
    _create_count_sheet()


def _create_handover() -> None:
    op.create_table(
        "handover",
        sa.Column("id", _ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("giver_id", _ID, nullable=False),
        sa.Column("taker_id", _ID, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("balances", sa.JSON(), nullable=False),
        sa.Column("offered_at", _MOMENT, nullable=False),
        sa.Column("settled_at", _MOMENT, nullable=True),
        sa.CheckConstraint(
            "state IN ('offered', 'counting', 'taken', 'withdrawn', 'expired')",
            name=op.f("ck_handover_known_state"),
        ),
        sa.CheckConstraint(
            "(state IN ('offered', 'counting')) = (settled_at IS NULL)",
            name=op.f("ck_handover_settled_has_time"),
        ),
        sa.ForeignKeyConstraint(["till"], ["account.key"], name=op.f("fk_handover_till_account")),
        sa.ForeignKeyConstraint(
            ["giver_id"], ["person.id"], name=op.f("fk_handover_giver_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["taker_id"], ["person.id"], name=op.f("fk_handover_taker_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
    )
    op.create_index(
        "uq_handover_open",
        "handover",
        ["till"],
        unique=True,
        sqlite_where=sa.text("settled_at IS NULL"),
        postgresql_where=sa.text("settled_at IS NULL"),
    )


def _create_till_count() -> None:
    op.create_table(
        "till_count",
        sa.Column("id", _ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("answerable_id", _ID, nullable=False),
        sa.Column("handover_id", _ID, nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("started_at", _MOMENT, nullable=False),
        sa.Column("finished_at", _MOMENT, nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'done', 'dropped')", name=op.f("ck_till_count_known_state")
        ),
        sa.CheckConstraint(
            "(state = 'open') = (finished_at IS NULL)",
            name=op.f("ck_till_count_finished_has_time"),
        ),
        sa.ForeignKeyConstraint(
            ["till"], ["account.key"], name=op.f("fk_till_count_till_account")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_till_count_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["answerable_id"], ["person.id"], name=op.f("fk_till_count_answerable_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["handover_id"], ["handover.id"], name=op.f("fk_till_count_handover_id_handover")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_till_count")),
    )
    op.create_index(
        "uq_till_count_open",
        "till_count",
        ["person_id", "till"],
        unique=True,
        sqlite_where=sa.text("finished_at IS NULL"),
        postgresql_where=sa.text("finished_at IS NULL"),
    )


def _create_count_sheet() -> None:
    op.create_table(
        "count_sheet",
        sa.Column("count_id", _ID, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("pieces", sa.JSON(), nullable=False),
        sa.Column("loose_minor", sa.BigInteger(), nullable=False),
        sa.Column("counted_minor", sa.BigInteger(), nullable=True),
        sa.Column("expected_minor", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("entry_number", sa.BigInteger(), nullable=True),
        sa.Column("settled_at", _MOMENT, nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'doubted', 'off', 'agreed', 'booked', 'skipped')",
            name=op.f("ck_count_sheet_known_state"),
        ),
        sa.CheckConstraint(
            "(state IN ('agreed', 'booked', 'skipped')) = (settled_at IS NOT NULL)",
            name=op.f("ck_count_sheet_settled_has_time"),
        ),
        sa.CheckConstraint(
            "state <> 'agreed' OR counted_minor = expected_minor",
            name=op.f("ck_count_sheet_agreed_is_equal"),
        ),
        sa.CheckConstraint(
            "state <> 'booked' OR (counted_minor <> expected_minor AND entry_number IS NOT NULL)",
            name=op.f("ck_count_sheet_booked_is_off"),
        ),
        sa.ForeignKeyConstraint(
            ["count_id"], ["till_count.id"], name=op.f("fk_count_sheet_count_id_till_count")
        ),
        sa.ForeignKeyConstraint(
            ["entry_number"],
            ["journal_entry.number"],
            name=op.f("fk_count_sheet_entry_number_journal_entry"),
        ),
        sa.PrimaryKeyConstraint("count_id", "place", name=op.f("pk_count_sheet")),
        sa.UniqueConstraint("entry_number", name=op.f("uq_count_sheet_entry_number")),
    )
    op.create_index("ix_count_sheet_settled_at", "count_sheet", ["settled_at"], unique=False)


def downgrade() -> None:
    op.drop_table("count_sheet")
    op.drop_table("till_count")
    op.drop_table("handover")
