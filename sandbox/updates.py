"""A bot's updates: kept until they are acknowledged, given by long poll or webhook."""

import asyncio
import contextlib
import copy
import itertools
from collections import deque

from sandbox.errors import ConflictError
from sandbox.world import JsonObject

UPDATES_MAX = 100_000
"""Unacknowledged updates past this are forgotten, the oldest first."""

TAKEN_KEPT = 100
"""Acknowledged updates that are kept for delivering them once more."""

ASKED_FOR_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that a bot gets only when it names them in allowed_updates."""

_TERMINATED = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


class UpdateQueue:
    """What one bot is to be told."""

    def __init__(self, first_number: int = 1) -> None:
        self._waiting: deque[JsonObject] = deque(maxlen=UPDATES_MAX)
        self._taken: deque[JsonObject] = deque(maxlen=TAKEN_KEPT)
        self._numbers = itertools.count(first_number)
        self._changed = asyncio.Event()
        self._poller: asyncio.Future[None] | None = None
        self.allowed: frozenset[str] = frozenset()
        self.next_twice = False
        self.next_reversed = False
        self.next_again = 0
        """How many updates that were acknowledged already come once more."""

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, kind: str, content: object) -> None:
        """Queue an update of a kind, if the bot wants it."""
        if self.allowed:
            if kind not in self.allowed:
                return
        elif kind in ASKED_FOR_ONLY:
            return
        update: JsonObject = {"update_id": next(self._numbers), kind: copy.copy(content)}
        self._waiting.append(update)
        self.wake()

    def wake(self) -> None:
        """Let whoever waits look again."""
        self._changed.set()
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def first(self) -> JsonObject | None:
        """Give the oldest update, still waiting."""
        return self._waiting[0] if self._waiting else None

    def delivered(self, update: JsonObject) -> None:
        """Forget the oldest update, if it is still that one: it was delivered."""
        if self._waiting and self._waiting[0] is update:
            self._taken.append(self._waiting.popleft())

    def clear(self) -> None:
        """Forget everything that waits."""
        self._waiting.clear()

    def terminate(self, reason: str) -> None:
        """Refuse the poll that waits now."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(ConflictError(reason))

    async def changed(self, seconds: float) -> None:
        """Wait until something is added, or the time is over."""
        self._changed.clear()
        # Not wait_for: on Python 3.11 it swallows a cancellation that meets the event.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._changed.wait()

    async def poll(self, *, offset: int, limit: int, seconds: float) -> list[JsonObject]:
        """Acknowledge everything before the offset and give what waits, sooner or later.

        Raises:
            ConflictError: another poll came while this one waited.
        """
        self._acknowledge(offset)
        self.terminate(_TERMINATED)
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poller = mine
        if not self._waiting and not self.next_again and seconds > 0:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await mine
        if self._poller is mine:
            self._poller = None
        return self._given(limit)

    def _acknowledge(self, offset: int) -> None:
        if offset < 0:
            while len(self._waiting) > -offset:
                self._taken.append(self._waiting.popleft())
            return
        while self._waiting and _number(self._waiting[0]) < offset:
            self._taken.append(self._waiting.popleft())

    def _given(self, limit: int) -> list[JsonObject]:
        given = list(itertools.islice(self._waiting, limit))
        if given and self.next_twice:
            self.next_twice = False
            given = [*given, given[-1]]
        if len(given) > 1 and self.next_reversed:
            self.next_reversed = False
            given.reverse()
        if self.next_again:
            given = [*list(self._taken)[-self.next_again :], *given]
            self.next_again = 0
        return given


def _number(update: JsonObject) -> int:
    number = update["update_id"]
    assert isinstance(number, int)  # noqa: S101 - updates are numbered here
    return number
