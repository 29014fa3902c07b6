"""Keep who holds money to account for, and which sale a refund is of."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_KEY = "asset.advances_to_account"
_FIRST_CODE = 3722
_NAMES = {"en": "Advances to account for", "uk": "Видано під звіт", "ru": "Выдано под отчёт"}
_ACCOUNT = sa.table(
    "account",
    sa.column("key", sa.Text()),
    sa.column("code", sa.Text()),
    sa.column("type", sa.String()),
    sa.column("names", sa.JSON()),
    sa.column("is_open", sa.Boolean()),
)


def upgrade() -> None:
    op.create_table(
        "advance_holder",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("person_id", _ID, nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_advance_holder_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advance_holder")),
        sa.UniqueConstraint("name", name=op.f("uq_advance_holder_name")),
    )
    _create_spending()
    op.create_table(
        "entry_link",
        sa.Column("id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("entry_number", sa.BigInteger(), nullable=False),
        sa.Column("other_number", sa.BigInteger(), nullable=True),
        sa.Column("evidence", sa.String(length=16), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("kind IN ('refund')", name=op.f("ck_entry_link_known_kind")),
        sa.ForeignKeyConstraint(
            ["entry_number"],
            ["journal_entry.number"],
            name=op.f("fk_entry_link_entry_number_journal_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["other_number"],
            ["journal_entry.number"],
            name=op.f("fk_entry_link_other_number_journal_entry"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_link")),
        sa.UniqueConstraint("kind", "entry_number", name=op.f("uq_entry_link_kind_entry_number")),
    )
    op.create_index("ix_entry_link_other_number", "entry_link", ["other_number"], unique=False)
    op.create_table(
        "refund_setting",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ask_from_minor", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_refund_setting_only_one")),
        sa.CheckConstraint("ask_from_minor >= 0", name=op.f("ck_refund_setting_not_below_nought")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refund_setting")),
    )
    _open_account()


def downgrade() -> None:
    for table in ("refund_setting", "entry_link", "spending", "advance_holder"):
        op.drop_table(table)


def _create_spending() -> None:
    op.create_table(
        "spending",
        sa.Column("id", _ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("raw_record_id", _ID, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.CheckConstraint("kind IN ('receipts', 'told')", name=op.f("ck_spending_known_kind")),
        sa.CheckConstraint(
            "state IN ('open', 'posted', 'dropped')", name=op.f("ck_spending_known_state")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_spending_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["raw_record_id"], ["raw_record.id"], name=op.f("fk_spending_raw_record_id_raw_record")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spending")),
    )


def _open_account() -> None:
    """Open the account in a shop that has its chart already, under the first code that is free."""
    books = op.get_bind()
    rows = books.execute(sa.select(_ACCOUNT.c.key, _ACCOUNT.c.code)).all()
    if not rows or any(row.key == _KEY for row in rows):
        return
    taken, code = {row.code for row in rows}, _FIRST_CODE
    while str(code) in taken:
        code += 1
    books.execute(
        sa.insert(_ACCOUNT).values(
            key=_KEY, code=str(code), type="asset", names=_NAMES, is_open=True
        )
    )
