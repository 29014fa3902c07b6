"""Keep documents, every telling of them, the links between them, and what is wrong among them.

The accounts that they are posted to are opened too.
"""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)
_IS_OPEN = sa.text("stage = 'open'")
_IS_STANDING = sa.text("state != 'closed'")
_IS_OF_ORDER = sa.text("order_reference IS NOT NULL")
_ACCOUNTS = (
    (
        "expense.payment_fees",
        9335,
        {
            "en": "Gateways', couriers' and marketplaces' fees",
            "uk": "Комісії платіжних сервісів, перевізників і маркетплейсів",
            "ru": "Комиссии платёжных сервисов, перевозчиков и маркетплейсов",
        },
    ),
    (
        "expense.chargebacks",
        9441,
        {"en": "Chargebacks", "uk": "Опротестовані платежі", "ru": "Опротестованные платежи"},
    ),
    (
        "expense.write_offs",
        9442,
        {
            "en": "Differences written off",
            "uk": "Списані розбіжності",
            "ru": "Списанные расхождения",
        },
    ),
)
_ACCOUNT = sa.table(
    "account",
    sa.column("key", sa.Text()),
    sa.column("code", sa.Text()),
    sa.column("type", sa.String()),
    sa.column("names", sa.JSON()),
    sa.column("is_open", sa.Boolean()),
)
_GUARDED = (
    ("document", "DELETE"),
    ("document_before", "DELETE"),
    ("document_before", "UPDATE"),
    ("exception_event", "DELETE"),
    ("exception_event", "UPDATE"),
    ("exception_item", "DELETE"),
    ("match_link", "DELETE"),
)


def upgrade() -> None:
    _documents()
    _before_and_references()
    _links()
    _exceptions()
    _posting()
    _open_accounts()
    for statement in _guards():
        op.execute(statement)


def downgrade() -> None:
    op.drop_index("ix_journal_entry_order_reference", "journal_entry")
    for table in (
        "exception_event",
        "exception_item",
        "match_link",
        "report_mapping",
        "document_setting",
        "document_reference",
        "document_before",
        "document",
    ):
        op.drop_table(table)


def _documents() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("happened_at", _TIME, nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("stage", sa.String(length=9), nullable=True),
        sa.Column("changed_at", _TIME, nullable=True),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("told_at", _TIME, nullable=False),
        sa.CheckConstraint("id >= 1", name=op.f("ck_document_counted_from_one")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_document_told_once")),
        sa.CheckConstraint(
            "kind IN ('order', 'payment', 'refund', 'chargeback', 'payout')",
            name=op.f("ck_document_known_kind"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("key", name=op.f("uq_document_key")),
    )
    op.create_index("ix_document_number", "document", ["number"])
    op.create_index("ix_document_external_id", "document", ["external_id"])
    op.create_index("ix_document_happened_at", "document", ["happened_at"])
    op.create_index("ix_document_told_at", "document", ["told_at"])
    op.create_index("ix_document_source", "document", ["source", "kind", "changed_at"])
    op.create_index(
        "ix_document_open",
        "document",
        ["happened_at"],
        sqlite_where=_IS_OPEN,
        postgresql_where=_IS_OPEN,
    )


def _before_and_references() -> None:
    op.create_table(
        "document_before",
        sa.Column("document_id", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("told_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_document_before_document_id_document"),
        ),
        sa.PrimaryKeyConstraint("document_id", "version", name=op.f("pk_document_before")),
    )
    op.create_table(
        "document_reference",
        sa.Column("document_id", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_document_reference_document_id_document"),
        ),
        sa.PrimaryKeyConstraint("document_id", "place", name=op.f("pk_document_reference")),
    )
    op.create_index("ix_document_reference_value", "document_reference", ["value", "kind"])


def _links() -> None:
    op.create_table(
        "match_link",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("left_key", sa.Text(), nullable=False),
        sa.Column("right_key", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("grounds", sa.JSON(), nullable=False),
        sa.Column("permille", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=9), nullable=False),
        sa.Column("made_at", _TIME, nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_at", _TIME, nullable=True),
        sa.CheckConstraint(
            "state IN ('made', 'confirmed', 'refused', 'dropped')",
            name=op.f("ck_match_link_known_state"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('confirmed', 'refused') OR decided_by IS NOT NULL",
            name=op.f("ck_match_link_decided_by_whom"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_link")),
        sa.UniqueConstraint(
            "left_key", "right_key", name=op.f("uq_match_link_left_key_right_key")
        ),
    )
    op.create_index("ix_match_link_right_key", "match_link", ["right_key"])
    op.create_index("ix_match_link_state", "match_link", ["state"])


def _exceptions() -> None:
    op.create_table(
        "exception_item",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("records", sa.JSON(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("likely", sa.String(length=32), nullable=False),
        sa.Column("step", sa.String(length=32), nullable=False),
        sa.Column("candidates", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=9), nullable=False),
        sa.Column("snoozed_until", sa.Date(), nullable=True),
        sa.Column("assignee_id", _ID, nullable=True),
        sa.Column("opened_at", _TIME, nullable=False),
        sa.Column("closed_at", _TIME, nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'snoozed', 'explained', 'closed')",
            name=op.f("ck_exception_item_known_state"),
        ),
        sa.CheckConstraint(
            "(state = 'snoozed') = (snoozed_until IS NOT NULL)",
            name=op.f("ck_exception_item_snoozed_until"),
        ),
        sa.CheckConstraint(
            "(state = 'closed') = (closed_at IS NOT NULL)",
            name=op.f("ck_exception_item_closed_when"),
        ),
        sa.ForeignKeyConstraint(
            ["assignee_id"], ["person.id"], name=op.f("fk_exception_item_assignee_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exception_item")),
    )
    op.create_index(
        "uq_exception_item_standing",
        "exception_item",
        ["kind", "about"],
        unique=True,
        sqlite_where=_IS_STANDING,
        postgresql_where=_IS_STANDING,
    )
    op.create_index("ix_exception_item_about", "exception_item", ["about"])
    op.create_index("ix_exception_item_state", "exception_item", ["state", "closed_at"])
    op.create_table(
        "exception_event",
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["exception_item.id"],
            name=op.f("fk_exception_event_item_id_exception_item"),
        ),
        sa.PrimaryKeyConstraint("item_id", "place", name=op.f("pk_exception_event")),
    )


def _posting() -> None:
    op.create_table(
        "document_setting",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("posted_from", sa.Date(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_document_setting_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_setting")),
    )
    op.create_table(
        "report_mapping",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_report_mapping")),
    )
    op.create_index(
        "ix_journal_entry_order_reference",
        "journal_entry",
        ["order_reference"],
        sqlite_where=_IS_OF_ORDER,
        postgresql_where=_IS_OF_ORDER,
    )


def _open_accounts() -> None:
    """Open the accounts in a shop that has its chart already, under the first codes free."""
    books = op.get_bind()
    rows = books.execute(sa.select(_ACCOUNT.c.key, _ACCOUNT.c.code)).all()
    keys, taken = {row.key for row in rows}, {row.code for row in rows}
    for key, code, names in _ACCOUNTS if rows else ():
        if key in keys:
            continue
        while str(code) in taken:
            code += 1  # noqa: PLW2901 - the next code is tried
        taken.add(str(code))
        books.execute(
            sa.insert(_ACCOUNT).values(
                key=key, code=str(code), type="expense", names=names, is_open=True
            )
        )


def _guards() -> Iterator[str]:
    is_postgres = op.get_bind().dialect.name == "postgresql"
    for table, event in _GUARDED:
        name = f"{table}_keeps_{event.lower()}"
        if is_postgres:
            yield (
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION tilly_append_only()"
            )
        else:
            yield (
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'append_only: {table} takes no {event}'); END"
            )
