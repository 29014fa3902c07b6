"""The books on SQLite: one writer, a few readers, each on its own aiosqlite thread.

A unit of work crosses into the connection's thread once and runs there whole, since crossing for
every statement costs several times the statements themselves. Units that wait for the writer are
committed together: each in its own savepoint, all with one flush to the disk, and nobody hears
that his unit is kept before that flush (docs/decisions/0002).
"""

import itertools
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, contextmanager, nullcontext
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

import aiosqlite
from sqlalchemy import Connection, Engine, NullPool, create_engine

from services.ports import Books, Database
from services.turn_ports import Turns
from storage.drivers import told_by_sqlalchemy
from storage.errors import told_apart
from storage.grouped_writes import GroupedWrites, WaitingWork, run_together
from storage.repositories.accounts import AccountIds
from storage.unit_of_work import Work, reading, writing

Result = TypeVar("Result")

READERS = 2
STATEMENTS = 1_000
"""So many statements are kept compiled: all that the books say."""
BUSY_TIMEOUT_MILLISECONDS = 5_000

_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MILLISECONDS}",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA cache_size = -16000",
)

_OF_WRITER = "PRAGMA temp_store = MEMORY"
"""Each entry may be refused by a trigger, so that SQLite notes the pages it is about to change: a
file of 20,000 lines would write 700 MB to a temporary file. In memory it takes a few pages."""

_HERE = threading.local()
"""What the one connection of each thread is: `_HERE.connection`."""


@cache
def _engine() -> Engine:
    """Give the engine over the connection of whichever thread asks.

    An engine compiles each statement once, several hundred of them. With one for all threads and
    files the readers need not compile what the writer has, nor books that are opened again.
    """
    return create_engine(
        "sqlite://",
        creator=lambda: _HERE.connection,
        poolclass=NullPool,
        pool_reset_on_return=None,
        query_cache_size=STATEMENTS,
    )


class _Thread(aiosqlite.Connection):
    """An aiosqlite connection whose thread runs whole functions over SQLAlchemy."""

    def __init__(self, path: Path, *, begin: str, is_reader: bool) -> None:
        def connect() -> sqlite3.Connection:
            connection = sqlite3.connect(path, isolation_level=None)
            for setting in _SETTINGS:
                connection.execute(setting)
            connection.execute("PRAGMA query_only = ON" if is_reader else _OF_WRITER)
            return connection

        super().__init__(connect, iter_chunk_size=64)
        self._begin = begin
        self._over: Connection | None = None
        """SQLAlchemy's connection over this one; it is never told to begin or commit."""

    async def run(self, work: Work[Result]) -> Result:
        """Run a function in one transaction, in this connection's thread."""
        return await self._in_thread(partial(self._alone, work))

    async def close(self) -> None:
        """Let go of the file."""
        if self._over is not None:
            await self._in_thread(self._over.close)
        await super().close()

    async def _in_thread(self, function: Callable[[], Result]) -> Result:
        result: Result = await self._execute(function)  # type: ignore[no-untyped-call]  # the driver types it loosely
        return result

    def _alone(self, work: Work[Result]) -> Result:
        with self._transaction() as connection:
            return work(connection)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """Begin and commit; what SQLAlchemy would say for each, said to the driver directly."""
        with told_by_sqlalchemy:
            connection = self._over = self._over or self._overlaid()
            self._conn.execute(self._begin)
            try:
                yield connection
                self._conn.execute("COMMIT")
            except BaseException:  # cancelled too: nothing may stay half done
                if self._conn.in_transaction:
                    self._conn.execute("ROLLBACK")
                raise

    def _overlaid(self) -> Connection:
        _HERE.connection = self._conn
        return _engine().connect()


class _Writer(_Thread):
    """The one connection that writes: units in the order they came, committed in groups."""

    def __init__(self, path: Path, forget: Callable[[], None]) -> None:
        super().__init__(path, begin="BEGIN IMMEDIATE", is_reader=False)
        self._forget = forget
        self._writes = GroupedWrites(self._run_group)

    async def run(self, work: Work[Result]) -> Result:
        """Run a function in its turn; it is kept when this returns."""
        return await self._writes.run(work)

    async def _run_group(self, group: Sequence[WaitingWork]) -> None:
        await self._in_thread(partial(self._together, group))

    def _together(self, group: Sequence[WaitingWork]) -> None:
        """Run a group; a unit that fails is taken back alone, a failed commit takes all back."""
        try:
            with self._transaction() as connection:
                run_together(group, connection)
        except BaseException as error:  # noqa: BLE001 - whoever waits must hear of anything
            self._forget()
            for waiting in group:
                waiting.error = waiting.error or error


class _SqliteAside:
    """The same books with a reader of its own: a long look keeps none of the others waiting."""

    def __init__(self, database: "SqliteDatabase", reader: _Thread) -> None:
        self._database = database
        self._reader = reader

    @property
    def turns(self) -> Turns:
        return self._database.turns

    @property
    def aside(self) -> Database:
        return self

    async def write(self, use_case: Callable[[Books], Result]) -> Result:
        return await self._database.write(use_case)

    async def read(self, use_case: Callable[[Books], Result]) -> Result:
        with told_apart():
            return await self._reader.run(reading(use_case))

    async def close(self) -> None:
        """Leave it to the books."""


class _AloneTurns:
    """Fulfils services.turn_ports.Turns where one process has the books to itself."""

    is_shared = False

    def take(self, key: str) -> AbstractAsyncContextManager[None]:
        """Give the turn at once."""
        del key
        return nullcontext()

    async def close(self) -> None:
        """Let go of nothing."""


class SqliteDatabase:
    """Fulfils services.ports.Database over one SQLite file."""

    def __init__(self, path: Path) -> None:
        self._account_ids = AccountIds()
        self.turns = _AloneTurns()
        self._writer = _Writer(path, self._account_ids.forget)
        self._readers = [_Thread(path, begin="BEGIN", is_reader=True) for _ in range(READERS)]
        self._next_reader = itertools.cycle(self._readers)
        self._leisurely = _Thread(path, begin="BEGIN", is_reader=True)
        self.aside: Database = _SqliteAside(self, self._leisurely)

    async def open(self) -> None:
        """Open every connection."""
        with told_apart():
            for thread in (self._writer, *self._readers, self._leisurely):
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
        for thread in (*self._readers, self._leisurely, self._writer):
            await thread.close()
