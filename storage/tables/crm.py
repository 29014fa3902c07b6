"""CRMs: connections, how far each kind of record is read, every version, what fields mean."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from storage.columns import OutsideText, UtcTime
from storage.tables.metadata import metadata

_ENTITY = String(24)

crm_connection = Table(
    "crm_connection",
    metadata,
    Column("name", Text, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("scheme", Text, nullable=False),
    Column("key_print", String(16), nullable=False),
    Column("next_at", UtcTime, nullable=False),
    Column("directory_at", UtcTime),
    Column("last_ok_at", UtcTime),
    Column("failing_since", UtcTime),
    Column("trouble", String(16)),
    Column("detail", OutsideText),
    Column("failures", Integer, nullable=False),
    Column("failed_entity", _ENTITY),
    Column("called_on", Date),
    Column("calls", Integer, nullable=False),
    Column("directory", JSON, nullable=False),
    CheckConstraint("(trouble IS NULL) = (failures = 0)", name="failures_have_a_reason"),
)

crm_feed = Table(
    "crm_feed",
    metadata,
    Column("connection", Text, ForeignKey("crm_connection.name"), primary_key=True),
    Column("entity", _ENTITY, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("cursor", JSON, nullable=False),
    Column("next_at", UtcTime),
    Column("through", UtcTime),
    Column("done", Integer, nullable=False),
    Column("total", Integer),
    Column("swept_at", UtcTime),
    Column("sweep", JSON),
)

crm_record = Table(
    "crm_record",
    metadata,
    Column("connection", Text, ForeignKey("crm_connection.name"), primary_key=True),
    Column("entity", _ENTITY, primary_key=True),
    Column("remote_id", BigInteger, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
    Column("digest", String(80), nullable=False),
    Column("changed_at", UtcTime),
    Column("is_deleted", Boolean, nullable=False),
    Column("is_stale", Boolean, nullable=False),
    Column("problem", OutsideText),
)
"""The newest version of each record, and whether its documents follow from it yet."""
Index(
    "ix_crm_record_stale",
    crm_record.c.connection,
    crm_record.c.entity,
    crm_record.c.remote_id,
    sqlite_where=crm_record.c.is_stale,
    postgresql_where=crm_record.c.is_stale,
)
Index(
    "ix_crm_record_odd",
    crm_record.c.connection,
    sqlite_where=crm_record.c.problem.is_not(None),
    postgresql_where=crm_record.c.problem.is_not(None),
)

crm_version = Table(
    "crm_version",
    metadata,
    Column("connection", Text, primary_key=True),
    Column("entity", _ENTITY, primary_key=True),
    Column("remote_id", BigInteger, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("raw", LargeBinary, nullable=False),
    Column("digest", String(80), nullable=False),
    Column("changed_at", UtcTime),
    Column("changed_by", OutsideText),
    Column("is_deleted", Boolean, nullable=False),
    Column("seen_at", UtcTime, nullable=False),
    ForeignKeyConstraint(
        ["connection", "entity", "remote_id"],
        ["crm_record.connection", "crm_record.entity", "crm_record.remote_id"],
        name="fk_crm_version_record",
    ),
    CheckConstraint("version >= 1", name="told_once"),
)
Index("ix_crm_version_seen_at", crm_version.c.seen_at)

crm_name = Table(
    "crm_name",
    metadata,
    Column("connection", Text, primary_key=True),
    Column("entity", _ENTITY, primary_key=True),
    Column("remote_id", BigInteger, primary_key=True, autoincrement=False),
    Column("named_entity", _ENTITY, primary_key=True),
    Column("named_id", BigInteger, primary_key=True, autoincrement=False),
    ForeignKeyConstraint(
        ["connection", "entity", "remote_id"],
        ["crm_record.connection", "crm_record.entity", "crm_record.remote_id"],
        name="fk_crm_name_record",
    ),
)
"""Whom each record names, so that it is read anew when that one changes."""
Index("ix_crm_name_named", crm_name.c.connection, crm_name.c.named_entity, crm_name.c.named_id)

crm_hint = Table(
    "crm_hint",
    metadata,
    Column("connection", Text, ForeignKey("crm_connection.name"), primary_key=True),
    Column("entity", _ENTITY, primary_key=True),
    Column("remote_id", BigInteger, primary_key=True, autoincrement=False),
    Column("hinted_at", UtcTime, nullable=False),
)

crm_mapping = Table(
    "crm_mapping",
    metadata,
    Column("connection", Text, ForeignKey("crm_connection.name"), primary_key=True),
    Column("entity", _ENTITY, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("said", JSON, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("made_by", Text, nullable=False),
)
