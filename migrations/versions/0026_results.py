"""Keep plans of months, what days were told as, and how months are closed."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0024"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_IS_LATE = sa.text("belongs_on IS NOT NULL")
_TIME = sa.DateTime(timezone=True)
_GUARDED = ("plan", "told_day", "told_figure")
_TABLES = (
    "closing_rate", "closing_sign", "closing_item", "closing", "told_figure", "told_day", "plan",
)  # fmt: skip


def upgrade() -> None:
    _plans()
    _told_days()
    _closings()
    op.create_index(
        "ix_journal_entry_belongs_on",
        "journal_entry",
        ["belongs_on"],
        sqlite_where=_IS_LATE,
        postgresql_where=_IS_LATE,
    )
    for statement in _guards():
        op.execute(statement)


def downgrade() -> None:
    op.drop_index("ix_journal_entry_belongs_on", "journal_entry")
    for table in _TABLES:
        op.drop_table(table)


def _plans() -> None:
    op.create_table(
        "plan",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=True),
        sa.Column("sales_minor", sa.BigInteger(), nullable=True),
        sa.Column("margin_permille", sa.Integer(), nullable=True),
        sa.Column("set_by", sa.Text(), nullable=False),
        sa.Column("set_at", _TIME, nullable=False),
        sa.Column("raw_record_id", _ID, nullable=True),
        _check("plan", "counted_from_one", "version >= 1"),
        _check("plan", "sells_something", "sales_minor IS NULL OR sales_minor > 0"),
        _check("plan", "a_part", "margin_permille IS NULL OR margin_permille BETWEEN 1 AND 999"),
        _check("plan", "says_it", "sales_minor IS NOT NULL OR margin_permille IS NOT NULL"),
        _check("plan", "money_of_a_currency", "(currency IS NULL) = (sales_minor IS NULL)"),
        sa.ForeignKeyConstraint(
            ["raw_record_id"], ["raw_record.id"], name=op.f("fk_plan_raw_record_id_raw_record")
        ),
        sa.PrimaryKeyConstraint("month", "version", name=op.f("pk_plan")),
    )


def _told_days() -> None:
    op.create_table(
        "told_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("through_entry", sa.BigInteger(), nullable=False),
        sa.Column("told_at", _TIME, nullable=False),
        _check("told_day", "counted_from_one", "version >= 1"),
        _check("told_day", "after_some_entry", "through_entry >= 0"),
        sa.PrimaryKeyConstraint("day", "version", name=op.f("pk_told_day")),
    )
    op.create_table(
        "told_figure",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("sales_minor", sa.BigInteger(), nullable=False),
        sa.Column("refunds_minor", sa.BigInteger(), nullable=False),
        sa.Column("cost_minor", sa.BigInteger(), nullable=False),
        sa.Column("other_income_minor", sa.BigInteger(), nullable=False),
        sa.Column("expenses_minor", sa.BigInteger(), nullable=False),
        sa.Column("result_minor", sa.BigInteger(), nullable=False),
        _check(
            "told_figure",
            "adds_up",
            "result_minor = sales_minor - refunds_minor - cost_minor + other_income_minor"
            " - expenses_minor",
        ),
        sa.ForeignKeyConstraint(
            ["day", "version"],
            ["told_day.day", "told_day.version"],
            name=op.f("fk_told_figure_day_told_day"),
        ),
        sa.PrimaryKeyConstraint("day", "version", "currency", name=op.f("pk_told_figure")),
    )


def _closings() -> None:
    op.create_table(
        "closing",
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("begun_at", _TIME, nullable=False),
        sa.Column("closed_at", _TIME, nullable=True),
        sa.Column("told_at", _TIME, nullable=True),
        _check("closing", "begins_before", "first_on <= ends_on"),
        sa.PrimaryKeyConstraint("ends_on", name=op.f("pk_closing")),
    )
    op.create_table(
        "closing_item",
        _ends_on(),
        sa.Column("item", sa.String(length=24), nullable=False),
        sa.Column("done_at", _TIME, nullable=True),
        sa.Column("excuse", sa.Text(), nullable=True),
        sa.Column("excused_by", sa.Text(), nullable=True),
        sa.Column("open_count", sa.Integer(), nullable=False),
        _check("closing_item", "excused_by_somebody", "(excuse IS NULL) = (excused_by IS NULL)"),
        _check("closing_item", "counted", "open_count >= 0"),
        _of_closing("closing_item"),
        sa.PrimaryKeyConstraint("ends_on", "item", name=op.f("pk_closing_item")),
    )
    op.create_table(
        "closing_sign",
        _ends_on(),
        sa.Column("part", sa.String(length=12), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("signed_at", _TIME, nullable=False),
        sa.Column("through_entry", sa.BigInteger(), nullable=False),
        _check("closing_sign", "known_part", "part IN ('accountant', 'director')"),
        _of_closing("closing_sign"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_closing_sign_person_id_person")
        ),
        sa.PrimaryKeyConstraint("ends_on", "part", name=op.f("pk_closing_sign")),
        sa.UniqueConstraint(
            "ends_on", "person_id", name=op.f("uq_closing_sign_ends_on_person_id")
        ),
    )
    op.create_table(
        "closing_rate",
        _ends_on(),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("quote", sa.String(length=3), nullable=False),
        sa.Column("rate", sa.String(length=32), nullable=False),
        sa.Column("said_by", sa.Text(), nullable=False),
        sa.Column("said_at", _TIME, nullable=False),
        _check("closing_rate", "of_another_currency", "currency <> quote"),
        _of_closing("closing_rate"),
        sa.PrimaryKeyConstraint("ends_on", "currency", name=op.f("pk_closing_rate")),
    )


def _ends_on() -> sa.Column[object]:
    return sa.Column("ends_on", sa.Date(), nullable=False)


def _of_closing(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["ends_on"], ["closing.ends_on"], name=op.f(f"fk_{table}_ends_on_closing")
    )


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _guards() -> Iterator[str]:
    is_postgres = op.get_bind().dialect.name == "postgresql"
    for table in _GUARDED:
        for event in ("UPDATE", "DELETE"):
            opening = f"CREATE TRIGGER {table}_keeps_{event.lower()} BEFORE {event} ON {table} "
            refusal = (
                "FOR EACH ROW EXECUTE FUNCTION tilly_append_only()"
                if is_postgres
                else f"BEGIN SELECT RAISE(ABORT, 'append_only: {table} takes no {event}'); END"
            )
            yield opening + refusal
