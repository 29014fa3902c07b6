"""Works through the inbox: in order within a chat, at once across chats."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog

from bot.backoff import happens_within
from services.messages import InboxItem
from services.ports import StorageError
from services.turn_ports import Turns

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Again:
    """An item that could not be handled now and is to be tried again."""

    item: InboxItem
    seconds: float


Handle = Callable[[InboxItem], Awaitable[Again | None]]
"""Handles one item; failures are its own business, it only says whether to come again."""
PendingIn = Callable[[str], Awaitable[Sequence[InboxItem]]]
"""Looks up what is left in a lane, in order."""
_AWAY_SECONDS = 1.0
"""So long a lane waits for a database that cannot give turns."""


class Lanes:
    """One queue and one task for every chat that has something to do, and none for the others."""

    def __init__(
        self, handle: Handle, turns: Turns, pending_in: PendingIn, *, workers: int = 32
    ) -> None:
        self._handle = handle
        self._turns = turns
        self._pending_in = pending_in
        self._free = asyncio.Semaphore(workers)
        self._queues: dict[str, deque[tuple[InboxItem, float]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = asyncio.Event()

    @property
    def count(self) -> int:
        """Say how many items wait or are being handled."""
        return sum(len(queue) for queue in self._queues.values())

    @property
    def lag_seconds(self) -> float:
        """Say how long the oldest item has been here."""
        oldest = min((queue[0][1] for queue in self._queues.values()), default=None)
        return 0.0 if oldest is None else time.monotonic() - oldest

    def put(self, items: Sequence[InboxItem]) -> None:
        """Queue items, each in its lane."""
        arrived_at = time.monotonic()
        for item in items:
            queue = self._queues.get(item.lane)
            if queue is not None:
                queue.append((item, arrived_at))
                continue
            self._queues[item.lane] = deque(((item, arrived_at),))
            task = asyncio.get_running_loop().create_task(self._run(item.lane))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def drain(self, seconds: float) -> bool:
        """Let the lanes finish for so long at most; say whether they did.

        What is left stays unfinished in the inbox and is handled after the next start.
        """
        self._stopping.set()
        if not self._tasks:
            return True
        _, late = await asyncio.wait(self._tasks, timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        return not late

    async def _run(self, lane: str) -> None:
        queue = self._queues[lane]
        try:
            while queue:
                try:
                    async with self._turns.take(f"lane:{lane}"):
                        is_over = not await self._work_off(lane, queue)
                except StorageError:
                    is_over = await happens_within(self._stopping, _AWAY_SECONDS)
                if is_over:
                    return
        except Exception:  # noqa: BLE001 - whatever it is, it must be seen
            _log.exception("a lane stopped; the next start takes it up", lane=lane)
        finally:
            del self._queues[lane]

    async def _work_off(self, lane: str, queue: deque[tuple[InboxItem, float]]) -> bool:
        """Handle what a lane has; say whether to go on with what came meanwhile.

        Where other processes work, too, the books say what is left and in which order.
        """
        if self._turns.is_shared:
            seen = len(queue)
            for item in await self._pending_in(lane):
                if not await self._see_through(item):
                    return False
            for _ in range(seen):
                queue.popleft()
            return True
        while queue:
            if not await self._see_through(queue[0][0]):
                return False
            queue.popleft()
        return True

    async def _see_through(self, item: InboxItem) -> bool:
        """Handle an item to its end; False means that it waits for the next start.

        Nothing in this chat overtakes what failed; other chats have the worker meanwhile.
        """
        while True:
            async with self._free:
                again = await self._handle(item)
            if again is None:
                return True
            item = again.item
            if await happens_within(self._stopping, again.seconds):
                return False
