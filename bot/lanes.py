"""Works through the inbox: in order within a chat, at once across chats."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog

from bot.backoff import happens_within
from services.messages import InboxItem

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Again:
    """An item that could not be handled now and is to be tried again."""

    item: InboxItem
    seconds: float


Handle = Callable[[InboxItem], Awaitable[Again | None]]
"""Handles one item; failures are its own business, it only says whether to come again."""


class Lanes:
    """One queue and one task for every chat that has something to do, and none for the others."""

    def __init__(self, handle: Handle, *, workers: int = 32) -> None:
        self._handle = handle
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
                item, arrived_at = queue[0]
                async with self._free:
                    again = await self._handle(item)
                if again is None:
                    queue.popleft()
                    continue
                # Nothing in this chat overtakes what failed; other chats have the worker.
                queue[0] = (again.item, arrived_at)
                if await happens_within(self._stopping, again.seconds):
                    return
        except Exception:  # noqa: BLE001 - whatever it is, it must be seen
            _log.exception("a lane stopped; the next start takes it up", lane=lane)
        finally:
            del self._queues[lane]
