"""The books on PostgreSQL, over asyncpg."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection, PoolProxiedConnection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from services.ports import Books, Database
from storage.accounts import AccountIds
from storage.aside import Aside
from storage.errors import told_apart
from storage.grouped_writes import GroupedWrites, WaitingWork
from storage.turns import PostgresTurns
from storage.unit_of_work import reading, writing

Result = TypeVar("Result")

CONNECTIONS = 8
WRITERS = 3
"""So many units of work are written at once by one process; the head of the books orders those
that post, as it does those of several processes."""


def _refuse_closed(
    connection: DBAPIConnection, record: ConnectionPoolEntry, proxy: PoolProxiedConnection
) -> None:
    """Make the pool open anew what the server has closed.

    asyncpg hears of the end of a socket by itself, so a look costs no round trip: asking the
    server before each use was a quarter of all that was asked.
    """
    del connection, proxy
    if record.driver_connection is None or record.driver_connection.is_closed():
        raise DisconnectionError


_IDLE: defaultdict[str, list[AsyncEngine]] = defaultdict(list)
"""Engines of books that were closed, without a connection, by URL.

An engine compiles each statement once, several hundred of them: books that are opened again, as by
every test, have it done.
"""


def _engine_over(url: str) -> AsyncEngine:
    if idle := _IDLE[url]:
        return idle.pop()
    engine = create_async_engine(url, pool_size=CONNECTIONS)
    event.listen(engine.sync_engine, "checkout", _refuse_closed)
    return engine


class _Writer:
    """A way to write: units in the order they came, committed in groups."""

    def __init__(self, engine: AsyncEngine, forget: Callable[[], None]) -> None:
        self._engine = engine
        self._forget = forget
        self.writes = GroupedWrites(self._run_group)

    async def _run_group(self, group: Sequence[WaitingWork]) -> None:
        """Run a group; a unit that fails is taken back alone, a failed commit takes all back."""
        try:
            async with self._engine.begin() as connection:
                await connection.run_sync(_run_each, group)
        except Exception as error:  # noqa: BLE001 - whoever waits must hear of anything
            self._forget()
            for waiting in group:
                waiting.error = waiting.error or error


def _run_each(connection: Connection, group: Sequence[WaitingWork]) -> None:
    if len(group) == 1:
        group[0].result = group[0].work(connection)
        return
    for waiting in group:
        try:
            with connection.begin_nested():
                waiting.result = waiting.work(connection)
        except Exception as error:  # kept for whoever waits; the other units go on
            waiting.error = error
            if connection.invalidated:
                raise


class PostgresDatabase:
    """Fulfils services.ports.Database over a PostgreSQL database."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._engine = _engine_over(url)
        self._is_open = True
        self._account_ids = AccountIds()
        self._writers = [_Writer(self._engine, self._account_ids.forget) for _ in range(WRITERS)]
        self.turns = PostgresTurns(url.replace("+asyncpg", "", 1))
        self._aside = Aside(partial(PostgresDatabase, url), self.turns)

    @property
    def aside(self) -> Database:
        """Give the same books in a thread beside."""
        return self._aside

    async def write(self, use_case: Callable[[Books], Result]) -> Result:
        """Run a use case in one transaction and commit it."""
        with told_apart():
            idlest = min((each.writes for each in self._writers), key=lambda each: each.count)
            return await idlest.run(writing(use_case, self._account_ids))

    async def read(self, use_case: Callable[[Books], Result]) -> Result:
        """Run a use case that changes nothing, on one snapshot."""
        with told_apart():
            async with self._engine.connect() as opened:
                connection = await opened.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
                return await connection.run_sync(reading(use_case))

    async def close(self) -> None:
        """Let go of every connection."""
        await self._aside.close()
        await self.turns.close()
        await self._engine.dispose()
        if self._is_open:
            self._is_open = False
            _IDLE[self._url].append(self._engine)
