"""Keep CRMs: how they are read, every version of their records, what their fields mean."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)
_IS_STALE = sa.text("is_stale")
_IS_STALE_SQLITE = sa.text("is_stale = 1")
_IS_ODD = sa.text("problem IS NOT NULL")
_GUARDED = (
    ("crm_record", "DELETE"),
    ("crm_version", "UPDATE"),
    ("crm_version", "DELETE"),
    ("crm_mapping", "UPDATE"),
    ("crm_mapping", "DELETE"),
)
_TABLES = ("crm_mapping", "crm_hint", "crm_name", "crm_version", "crm_record", "crm_feed")


def upgrade() -> None:
    _connections()
    _records()
    _versions()
    _beside_them()
    for statement in _guards():
        op.execute(statement)


def downgrade() -> None:
    for table in (*_TABLES, "crm_connection"):
        op.drop_table(table)


def _connections() -> None:
    op.create_table(
        "crm_connection",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("scheme", sa.Text(), nullable=False),
        sa.Column("key_print", sa.String(length=16), nullable=False),
        sa.Column("next_at", _TIME, nullable=False),
        sa.Column("directory_at", _TIME, nullable=True),
        sa.Column("last_ok_at", _TIME, nullable=True),
        sa.Column("failing_since", _TIME, nullable=True),
        sa.Column("trouble", sa.String(length=16), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failed_entity", sa.String(length=24), nullable=True),
        sa.Column("called_on", sa.Date(), nullable=True),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("directory", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "(trouble IS NULL) = (failures = 0)",
            name=op.f("ck_crm_connection_failures_have_a_reason"),
        ),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_crm_connection")),
    )
    op.create_table(
        "crm_feed",
        *_key("crm_feed"),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("cursor", sa.JSON(), nullable=False),
        sa.Column("next_at", _TIME, nullable=True),
        sa.Column("through", _TIME, nullable=True),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("swept_at", _TIME, nullable=True),
        sa.Column("sweep", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("connection", "entity", name=op.f("pk_crm_feed")),
    )


def _records() -> None:
    op.create_table(
        "crm_record",
        *_key("crm_record"),
        _remote_id(),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=80), nullable=False),
        sa.Column("changed_at", _TIME, nullable=True),
        sa.Column("is_deleted", sa.Boolean(), nullable=False),
        sa.Column("is_stale", sa.Boolean(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("connection", "entity", "remote_id", name=op.f("pk_crm_record")),
    )
    op.create_index(
        "ix_crm_record_stale",
        "crm_record",
        ["connection", "entity", "remote_id"],
        sqlite_where=_IS_STALE_SQLITE,
        postgresql_where=_IS_STALE,
    )
    op.create_index(
        "ix_crm_record_odd",
        "crm_record",
        ["connection"],
        sqlite_where=_IS_ODD,
        postgresql_where=_IS_ODD,
    )


def _versions() -> None:
    op.create_table(
        "crm_version",
        sa.Column("connection", sa.Text(), nullable=False),
        sa.Column("entity", sa.String(length=24), nullable=False),
        _remote_id(),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.String(length=80), nullable=False),
        sa.Column("changed_at", _TIME, nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.Column("is_deleted", sa.Boolean(), nullable=False),
        sa.Column("seen_at", _TIME, nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_crm_version_told_once")),
        _of_record("fk_crm_version_record"),
        sa.PrimaryKeyConstraint(
            "connection", "entity", "remote_id", "version", name=op.f("pk_crm_version")
        ),
    )
    op.create_index("ix_crm_version_seen_at", "crm_version", ["seen_at"])


def _beside_them() -> None:
    op.create_table(
        "crm_name",
        sa.Column("connection", sa.Text(), nullable=False),
        sa.Column("entity", sa.String(length=24), nullable=False),
        _remote_id(),
        sa.Column("named_entity", sa.String(length=24), nullable=False),
        sa.Column("named_id", sa.BigInteger(), autoincrement=False, nullable=False),
        _of_record("fk_crm_name_record"),
        sa.PrimaryKeyConstraint(
            "connection",
            "entity",
            "remote_id",
            "named_entity",
            "named_id",
            name=op.f("pk_crm_name"),
        ),
    )
    op.create_index("ix_crm_name_named", "crm_name", ["connection", "named_entity", "named_id"])
    op.create_table(
        "crm_hint",
        *_key("crm_hint"),
        _remote_id(),
        sa.Column("hinted_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("connection", "entity", "remote_id", name=op.f("pk_crm_hint")),
    )
    op.create_table(
        "crm_mapping",
        *_key("crm_mapping"),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("made_at", _TIME, nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "entity", "version", name=op.f("pk_crm_mapping")),
    )


def _key(table: str) -> tuple[sa.Column[str], sa.Column[str], sa.ForeignKeyConstraint]:
    return (
        sa.Column("connection", sa.Text(), nullable=False),
        sa.Column("entity", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["connection"],
            ["crm_connection.name"],
            name=op.f(f"fk_{table}_connection_crm_connection"),
        ),
    )


def _remote_id() -> sa.Column[int]:
    return sa.Column("remote_id", sa.BigInteger(), autoincrement=False, nullable=False)


def _of_record(name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["connection", "entity", "remote_id"],
        ["crm_record.connection", "crm_record.entity", "crm_record.remote_id"],
        name=name,
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
