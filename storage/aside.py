"""Books in a thread of their own, with an event loop of its own, for what nobody waits for.

On PostgreSQL a unit of work runs in the event loop it is asked from. A look at years of records
would hold up every answer there; in a thread beside it both go on in turn.
"""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import TypeVar

from services.ports import Books, Database
from services.turn_ports import Turns

Result = TypeVar("Result")


class Aside:
    """Fulfils services.ports.Database over the same books, opened again in a thread.

    The thread begins with the first unit of work.
    """

    def __init__(self, open_again: Callable[[], Database], turns: Turns) -> None:
        """Take what opens the books in the thread, and the turns of who works with them."""
        self._open_again = open_again
        self._opened: Database | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self.turns = turns

    @property
    def aside(self) -> Database:
        """Give itself."""
        return self

    async def write(self, use_case: Callable[[Books], Result]) -> Result:
        """Run a use case in one transaction and commit it."""
        return await self._in_thread(self._books().write(use_case))

    async def read(self, use_case: Callable[[Books], Result]) -> Result:
        """Run a use case that changes nothing, on one snapshot."""
        return await self._in_thread(self._books().read(use_case))

    async def close(self) -> None:
        """Let go of the books and end the thread."""
        opened, self._opened = self._opened, None
        loop, self._loop = self._loop, None
        if opened is None or loop is None or self._thread is None:
            return
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(opened.close(), loop))
        loop.call_soon_threadsafe(loop.stop)
        await asyncio.to_thread(self._thread.join)
        loop.close()

    def _books(self) -> Database:
        if self._opened is None:
            self._loop = asyncio.new_event_loop()
            self._thread = threading.Thread(
                target=self._loop.run_forever, name="aside", daemon=True
            )
            self._thread.start()
            self._opened = self._open_again()
        return self._opened

    async def _in_thread(self, work: Coroutine[object, object, Result]) -> Result:
        assert self._loop is not None  # noqa: S101 - its caller has opened the books
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))
