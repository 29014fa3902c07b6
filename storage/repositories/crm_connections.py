"""Connections to CRMs, how far they are read, and what their fields mean, in the database."""

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import Connection, delete, insert, select, tuple_, update

from services.crm.crm_ports import Hint
from services.crm.crm_types import CrmConnection, CrmFeed, CrmMapping
from services.ports import StorageError
from storage.portions import portions
from storage.repositories.crm_rows import (
    connection_of,
    connection_values,
    feed_of,
    feed_values,
    mapping_of,
    mapping_values,
)
from storage.tables import crm_connection, crm_feed, crm_hint, crm_mapping
from storage.upsert import upsert


class SqlCrmConnections:
    """The part of services.crm.crm_ports.Crm that is not records."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def connections(self) -> tuple[CrmConnection, ...]:
        """Give all connections, by name."""
        rows = self._connection.execute(select(crm_connection).order_by(crm_connection.c.name))
        return tuple(connection_of(row) for row in rows)

    def find(self, name: str) -> CrmConnection | None:
        """Give a connection, held for a change."""
        row = self._connection.execute(
            select(crm_connection).where(crm_connection.c.name == name).with_for_update()
        ).first()
        return None if row is None else connection_of(row)

    def add(self, connection: CrmConnection) -> CrmConnection:
        """Keep a new connection; one that another process kept meanwhile is given as it is."""
        self._connection.execute(
            upsert(self._connection, crm_connection)
            .values(name=connection.name, revision=1, **connection_values(connection))
            .on_conflict_do_nothing()
        )
        return self.find(connection.name) or replace(connection, revision=1)

    def change(self, connection: CrmConnection) -> CrmConnection:
        """Keep what a connection is now; its revision grows by one."""
        done = self._connection.execute(
            update(crm_connection)
            .where(
                crm_connection.c.name == connection.name,
                crm_connection.c.revision == connection.revision,
            )
            .values(revision=connection.revision + 1, **connection_values(connection))
        )
        if done.rowcount != 1:
            raise StorageError("busy")
        return replace(connection, revision=connection.revision + 1)

    def feeds(self, connection: str) -> tuple[CrmFeed, ...]:
        """Give the kinds of records of a connection."""
        rows = self._connection.execute(
            select(crm_feed).where(crm_feed.c.connection == connection).order_by(crm_feed.c.entity)
        )
        return tuple(feed_of(row) for row in rows)

    def add_feed(self, feed: CrmFeed) -> CrmFeed:
        """Keep a new kind of record."""
        self._connection.execute(
            insert(crm_feed).values(
                connection=feed.connection, entity=feed.entity, revision=1, **feed_values(feed)
            )
        )
        return replace(feed, revision=1)

    def change_feed(self, feed: CrmFeed) -> CrmFeed:
        """Keep how far a kind of record is read; its revision grows by one."""
        done = self._connection.execute(
            update(crm_feed)
            .where(
                crm_feed.c.connection == feed.connection,
                crm_feed.c.entity == feed.entity,
                crm_feed.c.revision == feed.revision,
            )
            .values(revision=feed.revision + 1, **feed_values(feed))
        )
        if done.rowcount != 1:
            raise StorageError("busy")
        return replace(feed, revision=feed.revision + 1)

    def add_hints(self, connection: str, hints: Collection[Hint], at: dt.datetime) -> None:
        """Keep what is to be read soon; what is kept already stays."""
        rows = [
            {"connection": connection, "entity": e.entity, "remote_id": e.id, "hinted_at": at}
            for e in hints
        ]
        if rows:
            self._connection.execute(
                upsert(self._connection, crm_hint).on_conflict_do_nothing(), rows
            )

    def hints(self, connection: str, limit: int) -> tuple[Hint, ...]:
        """Give what is to be read soon, all of one kind, the oldest first."""
        mine = crm_hint.c.connection == connection
        oldest_first = (crm_hint.c.hinted_at, crm_hint.c.entity, crm_hint.c.remote_id)
        first = select(crm_hint.c.entity).where(mine).order_by(*oldest_first).limit(1)
        entity = self._connection.scalar(first)
        rows = self._connection.execute(
            select(crm_hint.c.entity, crm_hint.c.remote_id)
            .where(mine, crm_hint.c.entity == entity)
            .order_by(*oldest_first)
            .limit(limit)
        )
        return tuple(Hint(row.entity, row.remote_id) for row in rows)

    def drop_hints(self, connection: str, hints: Collection[Hint]) -> None:
        """Let go of what was read."""
        for some in portions([(each.entity, each.id) for each in hints]):
            self._connection.execute(
                delete(crm_hint).where(
                    crm_hint.c.connection == connection,
                    tuple_(crm_hint.c.entity, crm_hint.c.remote_id).in_(some),
                )
            )

    def mapping(self, connection: str, entity: str) -> CrmMapping | None:
        """Give the newest mapping of a kind of record; None while nobody has set any."""
        row = self._connection.execute(
            select(crm_mapping)
            .where(crm_mapping.c.connection == connection, crm_mapping.c.entity == entity)
            .order_by(crm_mapping.c.version.desc())
            .limit(1)
        ).first()
        return None if row is None else mapping_of(row)

    def add_mapping(self, connection: str, mapping: CrmMapping) -> None:
        """Keep a mapping; those before it stay beside it."""
        done = self._connection.execute(
            upsert(self._connection, crm_mapping)
            .values(connection=connection, **mapping_values(mapping))
            .on_conflict_do_nothing()
        )
        if done.rowcount != 1:
            raise StorageError("busy")
