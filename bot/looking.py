"""Looks for work again and again, more seldom while something is away."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.backoff import Backoff, happens_within
from services.ports import StorageError

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

LOOK_SECONDS = 1.0
"""So often it is looked while all is well."""


class Looking:
    """Does a round of work a second; what a crash leaves is found again by looking."""

    def __init__(self, what: str, work: Callable[[], Awaitable[bool]]) -> None:
        """Take what is done, for the log, and a round of it, which says whether all was well."""
        self._what = what
        self._work = work
        self._stopping = asyncio.Event()
        self._called = asyncio.Event()
        self._backoff = Backoff()

    async def run(self) -> None:
        """Work until told to stop."""
        is_well, pause = True, LOOK_SECONDS
        while not await self._stops_after(pause, may_be_called=is_well):
            try:
                is_well = await self._work()
            except StorageError:
                is_well = False
            except Exception:  # noqa: BLE001 - whatever it is, it must be seen
                _log.exception("a round of work failed", what=self._what)
                is_well = False
            if is_well:
                self._backoff.reset()
            pause = LOOK_SECONDS if is_well else self._backoff.next_seconds()

    @property
    def is_stopping(self) -> bool:
        """Say whether it was told to stop."""
        return self._stopping.is_set()

    def call(self) -> None:
        """Have it look at once, since something has come; what is away is not hurried."""
        self._called.set()

    def stop(self) -> None:
        """Begin nothing more."""
        self._stopping.set()
        self._called.set()

    async def _stops_after(self, pause: float, *, may_be_called: bool) -> bool:
        if not may_be_called:
            return await self.stops_within(pause)
        await happens_within(self._called, pause)
        self._called.clear()
        return self.is_stopping

    async def stops_within(self, seconds: float) -> bool:
        """Wait; say whether to stop."""
        return await happens_within(self._stopping, seconds)
