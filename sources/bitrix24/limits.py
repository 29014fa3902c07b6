"""The portal's two limits, kept from this side: calls a second, and the time that methods run.

Source: the vendor's documentation of REST limits. A bucket of 50 leaks two calls a second; a
method that has run too long within ten minutes is blocked until the oldest of them has passed.
"""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from decimal import Decimal

from services.source_trouble import SourceError, Trouble

LEAKS_PER_SECOND = 2
HOLDS = 50
_KEPT_FREE = 5
"""Others may call from this address too."""
OPERATING_SECONDS_MAX = Decimal(480)
_OPERATING_SHARE = Decimal("0.9")

Sleep = Callable[[float], Awaitable[None]]
Now = Callable[[], dt.datetime]


class Bucket:
    """Lets through what the portal lets in, and makes the rest wait."""

    def __init__(self, now: Now, sleep: Sleep = asyncio.sleep) -> None:
        self._now = now
        self._sleep = sleep
        self._level = Decimal()
        self._at: dt.datetime | None = None

    async def take(self) -> None:
        """Wait for room, and take it."""
        self._leak()
        over = self._level + 1 - (HOLDS - _KEPT_FREE)
        if over > 0:
            await self._sleep(_seconds(over / LEAKS_PER_SECOND))
            self._leak()
        self._level += 1

    def fill(self) -> None:
        """Take note that the portal says it is full."""
        self._level = Decimal(HOLDS)

    def _leak(self) -> None:
        now = self._now()
        if self._at is not None:
            passed = Decimal((now - self._at) // dt.timedelta(milliseconds=1)) / 1000
            self._level = max(Decimal(), self._level - passed * LEAKS_PER_SECOND)
        self._at = now


class Operating:
    """Knows which methods have run for so long that they must rest."""

    def __init__(self, now: Now) -> None:
        self._now = now
        self._resets_at: dict[str, dt.datetime] = {}
        self._rest_until: dict[str, dt.datetime] = {}

    def require(self, method: str) -> None:
        """Let a method be called.

        Raises:
            SourceError: it must rest; says for how long.
        """
        until = self._rest_until.get(method)
        if until is not None and until > self._now():
            raise SourceError(Trouble.LIMITED, f"{method} rests", until - self._now())

    def note(self, method: str, time: Mapping[str, object]) -> None:
        """Take note of what an answer says of its method's time."""
        ran, resets_at = time.get("operating"), time.get("operating_reset_at")
        if not isinstance(resets_at, int) or not isinstance(ran, int | Decimal):
            return
        try:
            self._resets_at[method] = dt.datetime.fromtimestamp(resets_at, dt.UTC)
        except (ValueError, OverflowError, OSError):
            return
        if ran >= OPERATING_SECONDS_MAX * _OPERATING_SHARE:
            self._rest_until[method] = self._resets_at[method]

    def blocked(self, method: str) -> SourceError:
        """Take note that the portal has blocked a method; give what to tell of it."""
        until = max(
            self._resets_at.get(method, self._now()), self._now() + dt.timedelta(minutes=1)
        )
        self._rest_until[method] = until
        return SourceError(Trouble.LIMITED, f"{method} ran too long", until - self._now())


def _seconds(exact: Decimal) -> float:
    return int(exact * 1000) / 1000
