"""Turns as locks of PostgreSQL that a crash frees."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg

from services.ports import StorageError

_PAUSE_FIRST, _PAUSE_MAX = 2, 50
"""Milliseconds between two looks at a turn that another process has."""
_ASK = """
SELECT CASE WHEN is_given
    THEN pg_advisory_unlock(hashtextextended(key, 0))
    ELSE pg_try_advisory_lock(hashtextextended(key, 0))
END
FROM unnest($1::text[], $2::boolean[]) WITH ORDINALITY AS asked (key, is_given, place)
"""
"""Takes and gives several turns at once, in the order asked."""


@dataclass(eq=False, slots=True)
class _Asked:
    """A turn to take or to give, and who waits to hear of it."""

    key: str
    is_given: bool
    answer: asyncio.Future[bool]


class PostgresTurns:
    """Fulfils services.turn_ports.Turns over one connection of its own.

    The server frees the locks of a connection that ends, whatever ended the process. A turn lost
    that way does no harm: whoever finishes an update second finds it finished. What is asked while
    the connection is busy goes together in the next statement, so that many chats at once do not
    stand in line for a round trip each.
    """

    is_shared = True

    def __init__(self, url: str) -> None:
        """Take the database's plain URL; nothing is opened before the first turn."""
        self._url = url
        self._connection: asyncpg.Connection[asyncpg.Record] | None = None
        self._asked: list[_Asked] = []
        self._one_at_a_time = asyncio.Lock()
        self._serving: asyncio.Task[None] | None = None
        self._is_over = False

    @asynccontextmanager
    async def take(self, key: str) -> AsyncIterator[None]:
        """Wait for a turn and keep it as long as the context lasts."""
        pause = _PAUSE_FIRST
        while not await self._ask(key, is_given=False):
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
            await self._ask(key, is_given=True)
        except StorageError:
            return

    async def _ask(self, key: str, *, is_given: bool) -> bool:
        asked = self._put(key, is_given=is_given)
        try:
            return await asked.answer
        except asyncio.CancelledError:
            answer = asked.answer
            if not answer.cancelled() and answer.exception() is None:
                # It was there already, and who asked went away before he heard it.
                self._give_back(asked, is_taken=answer.result())
            raise

    def _put(self, key: str, *, is_given: bool) -> _Asked:
        asked = _Asked(key, is_given, asyncio.get_running_loop().create_future())
        self._asked.append(asked)
        if self._serving is None:
            self._serving = asyncio.get_running_loop().create_task(self._serve())
        return asked

    def _give_back(self, asked: _Asked, *, is_taken: bool) -> None:
        """Give a turn that nobody has: its taker was cancelled while he asked."""
        if is_taken and not asked.is_given:
            self._put(asked.key, is_given=True)

    async def _serve(self) -> None:
        try:
            while self._asked:
                together, self._asked = self._asked, []
                await self._answer(together)
        finally:
            self._serving = None

    async def _answer(self, together: Sequence[_Asked]) -> None:
        """Ask the server for all; each hears how it went, whoever still listens."""
        try:
            rows = await self._rows(together)
        except StorageError as error:
            for asked in together:
                if not asked.answer.done():
                    asked.answer.set_exception(error)
            return
        for asked, (is_so,) in zip(together, rows, strict=True):
            if not asked.answer.done():
                asked.answer.set_result(bool(is_so))
            else:
                self._give_back(asked, is_taken=bool(is_so))

    async def _rows(self, together: Sequence[_Asked]) -> list[asyncpg.Record]:
        async with self._one_at_a_time:
            if self._is_over:
                raise StorageError("unreachable")
            keys = [each.key for each in together]
            given = [each.is_given for each in together]
            try:
                if self._connection is None or self._connection.is_closed():
                    self._connection = await asyncpg.connect(self._url)
                rows: list[asyncpg.Record] = await self._connection.fetch(_ASK, keys, given)
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                if self._connection is not None:
                    self._connection.terminate()
                self._connection = None
                raise StorageError("unreachable") from error
            return rows
