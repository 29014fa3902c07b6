"""The books on PostgreSQL, over asyncpg."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import NullPool
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from services.ports import Books, Database
from storage.aside import Aside
from storage.asyncpg_driver import ASYNCPG_ERRORS, AsyncpgDriver, as_sqlalchemys
from storage.drivers import make_known
from storage.errors import told_apart
from storage.grouped_writes import GroupedWrites, WaitingWork, run_together
from storage.repositories.accounts import AccountIds
from storage.turns import PostgresTurns
from storage.unit_of_work import Work, reading, writing

if TYPE_CHECKING:
    import asyncpg

Result = TypeVar("Result")

READERS = 8
WRITERS = 3
"""So many units of work are written at once by one process; the head of the books orders those
that post, as it does those of several processes."""
STATEMENTS = 500
"""So many statements a connection keeps planned: all that the books say, not the last hundred."""

_TO_READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_TO_WRITE = "BEGIN ISOLATION LEVEL READ COMMITTED"

_IDLE: defaultdict[str, list[AsyncEngine]] = defaultdict(list)
"""Engines of books that were closed, without a connection, by URL.

An engine compiles each statement once, several hundred of them: books that are opened again, as by
every test, have it done.
"""


def _engine_over(url: str) -> AsyncEngine:
    if idle := _IDLE[url]:
        return idle.pop()
    return create_async_engine(
        url,
        poolclass=NullPool,
        # The line begins and ends each transaction, as with SQLite: said to the driver it costs a
        # fraction of what SQLAlchemy does around it.
        isolation_level="AUTOCOMMIT",
        connect_args={"statement_cache_size": STATEMENTS},
    )


class _Line:
    """A connection that is kept for one unit of work after another, and opened anew when lost."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._opened: AsyncConnection | None = None
        self._driver: asyncpg.Connection[asyncpg.Record] | None = None

    async def run(self, begin: str, work: Work[Result]) -> Result:
        """Run a function in one transaction."""
        opened, driver = await self._ready()
        try:
            await driver.execute(begin)
            result = await opened.run_sync(work)
            await driver.execute("COMMIT")
        except ASYNCPG_ERRORS as error:
            await self._take_back(driver)
            raise as_sqlalchemys(error, driver) from error
        except Exception:  # of the use case: nothing of it may stay in the open transaction
            await self._take_back(driver)
            raise
        except BaseException:  # whoever asked has gone: what was being said is cut off
            driver.terminate()
            raise
        return result

    async def close(self) -> None:
        """Let go of the connection."""
        opened, self._opened, self._driver = self._opened, None, None
        if opened is not None:
            await opened.close()

    async def _ready(self) -> "tuple[AsyncConnection, asyncpg.Connection[asyncpg.Record]]":
        if self._opened is not None and self._driver is not None:
            # asyncpg hears of the end of a socket by itself: no round trip asks the server.
            if not self._driver.is_closed():
                return self._opened, self._driver
            await self._opened.invalidate()
            await self.close()
        opened = await self._engine.connect()
        driver = (await opened.get_raw_connection()).driver_connection
        assert driver is not None  # noqa: S101 - it has just been opened
        await opened.run_sync(make_known, AsyncpgDriver(driver))
        self._opened, self._driver = opened, driver
        return opened, driver

    async def _take_back(self, driver: "asyncpg.Connection[asyncpg.Record]") -> None:
        try:
            if driver.is_in_transaction():
                await driver.execute("ROLLBACK")
        except (*ASYNCPG_ERRORS, OSError):
            driver.terminate()


class _Writer:
    """A way to write: units in the order they came, committed in groups."""

    def __init__(self, engine: AsyncEngine, forget: Callable[[], None]) -> None:
        self._line = _Line(engine)
        self._forget = forget
        self.writes = GroupedWrites(self._run_group)

    async def close(self) -> None:
        """Let go of the connection."""
        await self._line.close()

    async def _run_group(self, group: Sequence[WaitingWork]) -> None:
        """Run a group; a unit that fails is taken back alone, a failed commit takes all back."""
        try:
            await self._line.run(_TO_WRITE, partial(run_together, group))
        except Exception as error:  # noqa: BLE001 - whoever waits must hear of anything
            self._forget()
            for waiting in group:
                waiting.error = waiting.error or error


class PostgresDatabase:
    """Fulfils services.ports.Database over a PostgreSQL database."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._engine = _engine_over(url)
        self._is_open = True
        self._account_ids = AccountIds()
        self._writers = [_Writer(self._engine, self._account_ids.forget) for _ in range(WRITERS)]
        self._readers = [_Line(self._engine) for _ in range(READERS)]
        self._free: asyncio.LifoQueue[_Line] = asyncio.LifoQueue()
        for line in self._readers:
            self._free.put_nowait(line)
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
        line = await self._free.get()
        try:
            with told_apart():
                return await line.run(_TO_READ, reading(use_case))
        finally:
            self._free.put_nowait(line)

    async def close(self) -> None:
        """Let go of every connection."""
        await self._aside.close()
        await self.turns.close()
        for line in self._readers:
            await line.close()
        for writer in self._writers:
            await writer.close()
        await self._engine.dispose()
        if self._is_open:
            self._is_open = False
            _IDLE[self._url].append(self._engine)
