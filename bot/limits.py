"""How fast Telegram lets a bot speak: overall, in a chat, in a group."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

_CHATS_REMEMBERED_MAX = 2_000


@dataclass(frozen=True, slots=True)
class SendLimits:
    """What Telegram's documentation asks of a bot."""

    per_second: int = 25
    per_chat_per_second: float = 1.0
    chat_burst: int = 10
    """How many messages a chat may get at once before its pace is kept."""
    per_group_per_minute: int = 20


@dataclass(slots=True)
class _Window:
    """So many in any stretch of so many seconds."""

    limit: int
    period_seconds: float
    _taken: deque[float] = field(default_factory=deque)

    def reserve(self, now: float) -> float:
        """Take the next free moment and give it."""
        moment = now
        if len(self._taken) >= self.limit:
            moment = max(now, self._taken.popleft() + self.period_seconds)
        self._taken.append(moment)
        return moment

    def is_idle(self, now: float) -> bool:
        """Say whether nothing of it matters any more."""
        return not self._taken or self._taken[-1] + self.period_seconds < now


@dataclass(slots=True)
class _Pace:
    """A steady pace with some freedom at the start."""

    interval_seconds: float
    burst: int
    _free_at: float = float("-inf")

    def reserve(self, now: float) -> float:
        """Take the next free moment and give it."""
        free_at = max(self._free_at, now)
        moment = max(now, free_at - self.interval_seconds * (self.burst - 1))
        self._free_at = free_at + self.interval_seconds
        return moment

    def is_idle(self, now: float) -> bool:
        """Say whether nothing of it matters any more."""
        return self._free_at < now


class Throttle:
    """Holds every message back until Telegram would take it."""

    def __init__(
        self,
        limits: SendLimits,
        *,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._limits = limits
        self._now = now
        self._sleep = sleep
        self._overall = _Window(limits.per_second, 1.0)
        self._chats: dict[int, _Pace | _Window] = {}
        self._paused_until = float("-inf")

    async def wait(self, chat_id: int) -> None:
        """Return when a message to this chat may go out."""
        await self._until(self._of(chat_id).reserve(self._now()))
        await self._until(self._overall.reserve(self._now()))
        while (left := self._paused_until - self._now()) > 0:
            await self._sleep(left)

    def pause(self, seconds: float) -> None:
        """Stop everything for as long as Telegram told."""
        self._paused_until = max(self._paused_until, self._now() + seconds)

    async def _until(self, moment: float) -> None:
        if (left := moment - self._now()) > 0:
            await self._sleep(left)

    def _of(self, chat_id: int) -> "_Pace | _Window":
        found = self._chats.get(chat_id)
        if found is None:
            self._forget_idle()
            found = self._chats[chat_id] = self._fresh(chat_id)
        return found

    def _fresh(self, chat_id: int) -> "_Pace | _Window":
        # Telegram gives groups negative ids.
        if chat_id < 0:
            return _Window(self._limits.per_group_per_minute, 60.0)
        return _Pace(1.0 / self._limits.per_chat_per_second, self._limits.chat_burst)

    def _forget_idle(self) -> None:
        if len(self._chats) < _CHATS_REMEMBERED_MAX:
            return
        now = self._now()
        self._chats = {key: kept for key, kept in self._chats.items() if not kept.is_idle(now)}
