"""Turns as locks of PostgreSQL that a crash frees; where there is one process there is no wait."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext

import asyncpg

from services.ports import StorageError

_PAUSE_FIRST, _PAUSE_MAX = 2, 50
"""Milliseconds between two looks at a turn that another process has."""
_TAKE = "SELECT pg_try_advisory_lock(hashtextextended($1, 0))"
_GIVE = "SELECT pg_advisory_unlock(hashtextextended($1, 0))"


class AloneTurns:
    """Fulfils services.turn_ports.Turns where one process has the books to itself."""

    is_shared = False

    def take(self, key: str) -> AbstractAsyncContextManager[None]:
        """Give the turn at once."""
        del key
        return nullcontext()

    async def close(self) -> None:
        """Let go of nothing."""


class PostgresTurns:
    """Fulfils services.turn_ports.Turns over one connection of its own.

    The server frees the locks of a connection that ends, whatever ended the process. A turn lost
    that way does no harm: whoever finishes an update second finds it finished.
    """

    is_shared = True

    def __init__(self, url: str) -> None:
        """Take the database's plain URL; nothing is opened before the first turn."""
        self._url = url
        self._connection: asyncpg.Connection[asyncpg.Record] | None = None
        self._one_at_a_time = asyncio.Lock()
        self._is_over = False

    @asynccontextmanager
    async def take(self, key: str) -> AsyncIterator[None]:
        """Wait for a turn and keep it as long as the context lasts."""
        pause = _PAUSE_FIRST
        while not await self._ask(_TAKE, key):
            await asyncio.sleep(pause / 1_000)
            pause = min(_PAUSE_MAX, pause * 2)
        try:
            yield
        finally:
            await asyncio.shield(self._give(key))

    async def close(self) -> None:
        """Let go of every turn; none is given any more."""
        self._is_over = True
        async with self._one_at_a_time:  # whoever opens a connection just now has opened it then
            connection, self._connection = self._connection, None
            if connection is not None:
                await connection.close()

    async def _give(self, key: str) -> None:
        if self._connection is None:
            return  # with the connection every turn on it has ended
        try:
            await self._ask(_GIVE, key)
        except StorageError:
            return

    async def _ask(self, statement: str, key: str) -> bool:
        async with self._one_at_a_time:
            if self._is_over:
                raise StorageError("unreachable")
            try:
                if self._connection is None or self._connection.is_closed():
                    self._connection = await asyncpg.connect(self._url)
                return bool(await self._connection.fetchval(statement, key))
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                if self._connection is not None:
                    self._connection.terminate()
                self._connection = None
                raise StorageError("unreachable") from error
