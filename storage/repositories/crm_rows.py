"""How a CRM's own words and ours stand in the tables."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import TypeAlias

from services.crm.crm_ports import CrmVersion
from services.crm.crm_types import (
    CrmConnection,
    CrmDirectory,
    CrmFeed,
    CrmField,
    CrmMapping,
    CrmRecord,
    CrmStage,
    StageMeaning,
    SweepOutcome,
)
from services.source_trouble import Trouble
from storage.prepared import AnyRow

Values: TypeAlias = dict[str, object]

_CONNECTION = (
    "scheme",
    "key_print",
    "next_at",
    "directory_at",
    "last_ok_at",
    "failing_since",
    "detail",
    "failures",
    "failed_entity",
    "called_on",
    "calls",
)
_FEED = ("next_at", "through", "done", "total", "swept_at")


def connection_values(connection: CrmConnection) -> Values:
    """Write a connection."""
    values: Values = {name: getattr(connection, name) for name in _CONNECTION}
    trouble = connection.trouble
    values["trouble"] = None if trouble is None else trouble.value
    return values | {"directory": _directory_values(connection.directory)}


def connection_of(row: AnyRow) -> CrmConnection:
    """Read a connection."""
    return CrmConnection(
        name=row.name,
        revision=row.revision,
        trouble=None if row.trouble is None else Trouble(row.trouble),
        directory=_directory_of(row.directory),
        **{name: getattr(row, name) for name in _CONNECTION},
    )


def feed_values(feed: CrmFeed) -> Values:
    """Write how far a kind of record is read."""
    values: Values = {name: getattr(feed, name) for name in _FEED}
    sweep = None
    if feed.sweep is not None:
        sweep = asdict(feed.sweep) | {"at": feed.sweep.at.isoformat()}
    return values | {"cursor": dict(feed.cursor), "sweep": sweep}


def feed_of(row: AnyRow) -> CrmFeed:
    """Read how far a kind of record is read."""
    sweep = None
    if row.sweep is not None:
        sweep = SweepOutcome(**row.sweep | {"at": dt.datetime.fromisoformat(row.sweep["at"])})
    return CrmFeed(
        connection=row.connection,
        entity=row.entity,
        cursor=row.cursor,
        sweep=sweep,
        revision=row.revision,
        **{name: getattr(row, name) for name in _FEED},
    )


def version_of(row: AnyRow) -> CrmVersion:
    """Read a version of a record."""
    record = CrmRecord(
        row.entity,
        row.remote_id,
        row.raw,
        row.digest,
        row.changed_at,
        row.changed_by,
        is_deleted=row.is_deleted,
    )
    return CrmVersion(row.version, record, row.seen_at)


def mapping_values(mapping: CrmMapping) -> Values:
    """Write a mapping."""
    said = {name: dict(getattr(mapping, name)) for name in ("expressions", "stages", "ways")}
    made: Values = {"made_at": mapping.made_at, "made_by": mapping.made_by}
    return made | {"entity": mapping.entity, "version": mapping.version, "said": said}


def mapping_of(row: AnyRow) -> CrmMapping:
    """Read a mapping."""
    return CrmMapping(
        row.entity,
        version=row.version,
        made_at=row.made_at,
        made_by=row.made_by,
        **row.said,
    )


def _directory_values(directory: CrmDirectory) -> Values:
    """Write what a CRM says of itself; it is kept with each call, and asdict copies all of it."""
    return _values_of(directory) | {
        kind: {entity: list(map(_values_of, each)) for entity, each in told.items()}
        for kind, told in (("fields", directory.fields), ("stages", directory.stages))
    }


def _values_of(told: CrmDirectory | CrmField | CrmStage) -> Values:
    return {each.name: getattr(told, each.name) for each in fields(told)}


def _directory_of(said: Mapping[str, Mapping[str, Sequence[Mapping[str, str]]]]) -> CrmDirectory:
    rest = {name: each for name, each in said.items() if name not in {"fields", "stages"}}
    return CrmDirectory(
        {entity: tuple(map(_field_of, each)) for entity, each in said["fields"].items()},
        {entity: tuple(map(_stage_of, each)) for entity, each in said["stages"].items()},
        **rest,  # type: ignore[arg-type]  # as asdict wrote them
    )


def _field_of(said: Mapping[str, str]) -> CrmField:
    return CrmField(**said)  # type: ignore[arg-type]  # as asdict wrote it


def _stage_of(said: Mapping[str, str]) -> CrmStage:
    return CrmStage(said["code"], said["name"], StageMeaning(said["meaning"]))
