"""Keep what came of cash between tills in parts, went back, or was booked as a shortage."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0017"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STATES = "'sent', 'received', 'refused', 'withdrawn'"
_IS_FIRST = sa.text("rest_of IS NULL")


def upgrade() -> None:
    """Let several transfers be of one sending, and end in more ways."""
    with op.batch_alter_table("transfer") as transfer:
        transfer.add_column(sa.Column("rest_of", _ID, nullable=True))
        transfer.create_foreign_key(
            op.f("fk_transfer_rest_of_transfer"), "transfer", ["rest_of"], ["id"]
        )
        transfer.drop_constraint(op.f("uq_transfer_entry_number"), type_="unique")
        transfer.drop_constraint(op.f("ck_transfer_known_state"), type_="check")
        transfer.drop_constraint(op.f("ck_transfer_received_has_arrival"), type_="check")
        transfer.create_check_constraint(
            op.f("ck_transfer_known_state"), f"state IN ({_STATES}, 'returned', 'short')"
        )
        transfer.create_check_constraint(
            op.f("ck_transfer_settled_has_entry"),
            "(state IN ('received', 'returned', 'short')) = (arrival_number IS NOT NULL)",
        )
    op.create_index(
        "uq_transfer_sent",
        "transfer",
        ["entry_number"],
        unique=True,
        sqlite_where=_IS_FIRST,
        postgresql_where=_IS_FIRST,
    )
    op.create_index("ix_transfer_entry_number", "transfer", ["entry_number"])


def downgrade() -> None:
    """Know only whole transfers again; fails where there are parts."""
    op.drop_index("ix_transfer_entry_number", "transfer")
    op.drop_index("uq_transfer_sent", "transfer")
    with op.batch_alter_table("transfer") as transfer:
        transfer.drop_constraint(op.f("ck_transfer_settled_has_entry"), type_="check")
        transfer.drop_constraint(op.f("ck_transfer_known_state"), type_="check")
        transfer.create_check_constraint(
            op.f("ck_transfer_received_has_arrival"),
            "(state = 'received') = (arrival_number IS NOT NULL)",
        )
        transfer.create_check_constraint(op.f("ck_transfer_known_state"), f"state IN ({_STATES})")
        transfer.drop_constraint(op.f("fk_transfer_rest_of_transfer"), type_="foreignkey")
        transfer.create_unique_constraint(op.f("uq_transfer_entry_number"), ["entry_number"])
        transfer.drop_column("rest_of")
