"""The books on SQLite: one writer, a few readers, each on its own aiosqlite thread.

A unit of work crosses into the connection's thread once and runs there whole, since crossing for
every statement costs several times the statements themselves (docs/decisions/0002). The thread
takes units in the order they came, so writers are served one at a time and fairly.
"""

import asyncio
import itertools
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import aiosqlite
from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from services.ports import Books
from storage.accounts import AccountIds
from storage.errors import told_apart
from storage.unit_of_work import reading, writing

Result = TypeVar("Result")

READERS = 2
BUSY_TIMEOUT_MILLISECONDS = 5_000

_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MILLISECONDS}",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA cache_size = -16000",
)


class _Thread(aiosqlite.Connection):
    """An aiosqlite connection whose thread runs whole functions over SQLAlchemy."""

    def __init__(self, path: Path, *, begin: str, is_reader: bool) -> None:
        def connect() -> sqlite3.Connection:
            connection = sqlite3.connect(path, isolation_level=None)
            for setting in _SETTINGS:
                connection.execute(setting)
            if is_reader:
                connection.execute("PRAGMA query_only = ON")
            return connection

        super().__init__(connect, iter_chunk_size=64)
        self._engine = _engine_over(lambda: self._conn, begin)

    async def run(self, work: Callable[[Connection], Result]) -> Result:
        """Run a function in one transaction, in this connection's thread."""

        def whole() -> Result:
            with self._engine.begin() as connection:
                return work(connection)

        result: Result = await asyncio.shield(
            self._execute(whole)  # type: ignore[no-untyped-call]  # aiosqlite leaves it untyped
        )
        return result


def _engine_over(connection: Callable[[], sqlite3.Connection], begin: str) -> Engine:
    engine = create_engine("sqlite://", creator=connection, poolclass=StaticPool)

    def start(opened: Connection) -> None:
        opened.exec_driver_sql(begin)

    event.listen(engine, "begin", start)
    return engine


class SqliteDatabase:
    """Fulfils services.ports.Database over one SQLite file."""

    def __init__(self, path: Path) -> None:
        self._writer = _Thread(path, begin="BEGIN IMMEDIATE", is_reader=False)
        self._readers = [_Thread(path, begin="BEGIN", is_reader=True) for _ in range(READERS)]
        self._next_reader = itertools.cycle(self._readers)
        self._account_ids = AccountIds()

    async def open(self) -> None:
        """Open every connection."""
        with told_apart():
            for thread in (self._writer, *self._readers):
                await thread

    async def write(self, use_case: Callable[[Books], Result]) -> Result:
        """Run a use case in one transaction and commit it."""
        with told_apart():
            return await self._writer.run(writing(use_case, self._account_ids))

    async def read(self, use_case: Callable[[Books], Result]) -> Result:
        """Run a use case that changes nothing, on one snapshot."""
        with told_apart():
            return await next(self._next_reader).run(reading(use_case))

    async def close(self) -> None:
        """Let go of the file."""
        for thread in (*self._readers, self._writer):
            await thread.close()
