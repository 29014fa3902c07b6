"""A CRM's records with all versions in the database."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import (
    ColumnElement,
    Select,
    Update,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    tuple_,
    update,
)

from services.crm.crm_ports import CrmVersion, KnownRecord, OddRecord
from services.crm.crm_types import CrmRecord
from storage.portions import portions
from storage.prepared import AnyRow
from storage.repositories.crm_connections import SqlCrmConnections
from storage.repositories.crm_rows import version_of
from storage.tables import crm_name, crm_record, crm_version
from storage.upsert import upsert

_KEY = ("connection", "entity", "remote_id")
_NEWEST = select(crm_version).join(
    crm_record,
    and_(
        *(crm_version.c[name] == crm_record.c[name] for name in _KEY),
        crm_version.c.version == crm_record.c.version,
    ),
)


class SqlCrm(SqlCrmConnections):
    """Fulfils services.crm.crm_ports.Crm."""

    def known(
        self, connection: str, entity: str, ids: Collection[int]
    ) -> Mapping[int, KnownRecord]:
        """Give what is known of some records."""
        columns = crm_record.c
        wanted = select(
            columns.remote_id,
            columns.version,
            columns.digest,
            columns.changed_at,
            columns.is_deleted,
        )
        return {
            row.remote_id: KnownRecord(*row[1:])
            for some in portions(ids)
            for row in self._connection.execute(wanted.where(*_some(connection, entity, some)))
        }

    def keep(
        self,
        connection: str,
        records: Sequence[tuple[CrmRecord, int]],
        at: dt.datetime,
        *,
        comes_to_documents: bool,
    ) -> None:
        """Keep versions of records of one kind, each with its number; what they touch is stale."""
        if not records:
            return
        entity, ids = records[0][0].entity, [each.id for each, _ in records]
        heads = [_head(connection, each, number) for each, number in records]
        put = upsert(self._connection, crm_record)
        changed = ("version", "digest", "changed_at", "is_deleted", "is_stale", "problem")
        self._connection.execute(
            put.on_conflict_do_update(
                index_elements=_KEY, set_={name: put.excluded[name] for name in changed}
            ),
            [{**each, "is_stale": comes_to_documents, "problem": None} for each in heads],
        )
        self._connection.execute(
            insert(crm_version),
            [_version(connection, each, number, at) for each, number in records],
        )
        self._name(connection, [each for each, _ in records])
        for some in portions(ids):
            self._connection.execute(_those_naming(connection, entity, some))

    def alive(
        self, connection: str, entity: str, after: int = 0, until: int | None = None
    ) -> tuple[int, ...]:
        """Give the ids of the records that are there, behind one id and up to another."""
        where = [*_alive(connection, entity), crm_record.c.remote_id > after]
        if until is not None:
            where.append(crm_record.c.remote_id <= until)
        ids = select(crm_record.c.remote_id).where(*where).order_by(crm_record.c.remote_id)
        return tuple(self._connection.scalars(ids))

    def count(self, connection: str, entity: str) -> int:
        """Say how many records are there."""
        counted = select(func.count()).select_from(crm_record)
        return self._connection.scalar(counted.where(*_alive(connection, entity))) or 0

    def has_stale(self, connection: str) -> bool:
        """Say whether a record waits to be turned into documents."""
        mine = exists().where(crm_record.c.connection == connection, crm_record.c.is_stale)
        return bool(self._connection.scalar(select(mine)))

    def stale(self, connection: str, limit: int) -> tuple[CrmVersion, ...]:
        """Give records that wait to be turned into documents, in their newest version."""
        return self._versions(
            _NEWEST.where(crm_record.c.connection == connection, crm_record.c.is_stale)
            .order_by(crm_record.c.entity, crm_record.c.remote_id)
            .limit(limit)
        )

    def settle(self, connection: str, read: Sequence[tuple[CrmVersion, str | None]]) -> None:
        """Take note that versions were read, and why one could not be; newer ones wait on."""
        if not read:
            return
        self._connection.execute(
            update(crm_record)
            .where(
                crm_record.c.connection == connection,
                crm_record.c.entity == bindparam("of"),
                crm_record.c.remote_id == bindparam("at_id"),
                crm_record.c.version == bindparam("at_version"),
            )
            .values(is_stale=False, problem=bindparam("reason")),
            [
                {
                    "of": each.record.entity,
                    "at_id": each.record.id,
                    "at_version": each.number,
                    "reason": reason,
                }
                for each, reason in read
            ],
        )

    def make_stale(self, connection: str, entity: str) -> None:
        """Have all records of a kind turned into documents anew."""
        mine = (crm_record.c.connection == connection, crm_record.c.entity == entity)
        self._connection.execute(update(crm_record).where(*mine).values(is_stale=True))

    def newest(
        self, connection: str, keys: Collection[tuple[str, int]]
    ) -> Mapping[tuple[str, int], bytes]:
        """Give the newest raw form of some records."""
        name = tuple_(crm_record.c.entity, crm_record.c.remote_id)
        mine = crm_record.c.connection == connection
        return {
            (each.record.entity, each.record.id): each.record.raw
            for some in portions(keys)
            for each in self._versions(_NEWEST.where(mine, name.in_(some)))
        }

    def named_by(
        self, connection: str, entity: str, ids: Collection[int]
    ) -> tuple[tuple[str, int], ...]:
        """Give whom some records name."""
        named = select(crm_name.c.named_entity, crm_name.c.named_id).distinct()
        return tuple(
            (row.named_entity, row.named_id)
            for some in portions(ids)
            for row in self._connection.execute(
                named.where(
                    crm_name.c.connection == connection,
                    crm_name.c.entity == entity,
                    crm_name.c.remote_id.in_(some),
                )
            )
        )

    def last(self, connection: str, entity: str, limit: int) -> tuple[CrmVersion, ...]:
        """Give the newest version of the records that were made last, the newest first."""
        newest_first = crm_record.c.remote_id.desc()
        mine = _NEWEST.where(*_alive(connection, entity))
        return self._versions(mine.order_by(newest_first).limit(limit))

    def versions(self, connection: str, entity: str, record_id: int) -> tuple[CrmVersion, ...]:
        """Give all versions of a record, the first one first."""
        columns = crm_version.c
        return self._versions(
            select(crm_version)
            .where(
                columns.connection == connection,
                columns.entity == entity,
                columns.remote_id == record_id,
            )
            .order_by(columns.version)
        )

    def odd(self, connection: str, limit: int) -> tuple[OddRecord, ...]:
        """Give records that can't be read."""
        columns = crm_record.c
        rows = self._connection.execute(
            select(columns.entity, columns.remote_id, columns.problem)
            .where(columns.connection == connection, columns.problem.is_not(None))
            .order_by(columns.entity, columns.remote_id)
            .limit(limit)
        )
        return tuple(OddRecord(*row) for row in rows)

    def _versions(self, wanted: Select[tuple[AnyRow]]) -> tuple[CrmVersion, ...]:
        return tuple(version_of(row) for row in self._connection.execute(wanted))

    def _name(self, connection: str, records: Sequence[CrmRecord]) -> None:
        """Keep whom records name now."""
        for some in portions([each.id for each in records]):
            self._connection.execute(
                delete(crm_name).where(
                    crm_name.c.connection == connection,
                    crm_name.c.entity == records[0].entity,
                    crm_name.c.remote_id.in_(some),
                )
            )
        rows = [
            {
                "connection": connection,
                "entity": each.entity,
                "remote_id": each.id,
                "named_entity": entity,
                "named_id": named_id,
            }
            for each in records
            for entity, named_id in each.names
        ]
        if rows:
            self._connection.execute(insert(crm_name), rows)


def _some(connection: str, entity: str, ids: Sequence[int]) -> list[ColumnElement[bool]]:
    mine = [crm_record.c.connection == connection, crm_record.c.entity == entity]
    return [*mine, crm_record.c.remote_id.in_(ids)]


def _alive(connection: str, entity: str) -> list[ColumnElement[bool]]:
    mine = [crm_record.c.connection == connection, crm_record.c.entity == entity]
    return [*mine, ~crm_record.c.is_deleted]


def _those_naming(connection: str, entity: str, ids: Sequence[int]) -> Update:
    """Have records that name some others turned into documents anew."""
    theirs = select(crm_name.c.entity, crm_name.c.remote_id).where(
        crm_name.c.connection == connection,
        crm_name.c.named_entity == entity,
        crm_name.c.named_id.in_(ids),
    )
    return (
        update(crm_record)
        .where(
            crm_record.c.connection == connection,
            tuple_(crm_record.c.entity, crm_record.c.remote_id).in_(theirs),
        )
        .values(is_stale=True)
    )


def _head(connection: str, record: CrmRecord, number: int) -> dict[str, object]:
    return {
        "connection": connection,
        "entity": record.entity,
        "remote_id": record.id,
        "version": number,
        "digest": record.digest,
        "changed_at": record.changed_at,
        "is_deleted": record.is_deleted,
    }


def _version(
    connection: str, record: CrmRecord, number: int, at: dt.datetime
) -> dict[str, object]:
    rest = {"raw": record.raw, "changed_by": record.changed_by, "seen_at": at}
    return _head(connection, record, number) | rest
