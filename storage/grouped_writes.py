"""Units of work that wait for the one writer, run in their order and committed together.

A commit costs the disk far more than the statements of a small unit; those that came while the
disk was busy share the next one. Nobody is answered before it.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar, cast

from sqlalchemy import Connection

from storage.drivers import driver_of
from storage.unit_of_work import Work

Result = TypeVar("Result")

GROUP_MAX = 64

_MARK, _KEEP, _TAKE_BACK = "SAVEPOINT unit", "RELEASE SAVEPOINT unit", "ROLLBACK TO SAVEPOINT unit"


class WaitingWork:
    """A unit of work that waits for the writer, and how it ended."""

    def __init__(self, work: Work[object]) -> None:
        self.work = work
        self.ended: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        self.result: object = None
        self.error: BaseException | None = None

    def settle(self) -> None:
        """Tell whoever waits, unless he has gone."""
        if self.ended.done():
            return
        if self.error is not None:
            self.ended.set_exception(self.error)
        else:
            self.ended.set_result(self.result)


class GroupedWrites:
    """The queue before a writer."""

    def __init__(self, run_group: Callable[[Sequence[WaitingWork]], Awaitable[None]]) -> None:
        """Take what runs a group in one transaction and notes how each unit ended."""
        self._run_group = run_group
        self._queue: deque[WaitingWork] = deque()
        self._serving: asyncio.Task[None] | None = None
        self.count = 0
        """So many units wait, or are being run."""

    async def run(self, work: Work[Result]) -> Result:
        """Run a unit in its turn; it is kept when this returns."""
        waiting = WaitingWork(work)
        self._queue.append(waiting)
        self.count += 1
        if self._serving is None:
            self._serving = asyncio.get_running_loop().create_task(self._serve())
        return cast("Result", await waiting.ended)

    async def _serve(self) -> None:
        try:
            while self._queue:
                group = [self._queue.popleft() for _ in range(min(GROUP_MAX, len(self._queue)))]
                await self._run_group(group)
                self.count -= len(group)
                for waiting in group:
                    waiting.settle()
        finally:
            self._serving = None


def run_together(group: Sequence[WaitingWork], connection: Connection) -> None:
    """Run units in one transaction that has begun: one that fails is taken back alone.

    Raises whatever a unit raised by which the whole transaction was lost.
    """
    if len(group) == 1:
        group[0].result = group[0].work(connection)
        return
    driver = driver_of(connection)
    driver.say(_MARK)
    for place, waiting in enumerate(group):
        if place:
            driver.say(_KEEP, _MARK)
        try:
            waiting.result = waiting.work(connection)
        except Exception as error:  # kept for whoever waits; the other units go on
            waiting.error = error
            if not driver.is_in_transaction:
                raise
            driver.say(_TAKE_BACK)
