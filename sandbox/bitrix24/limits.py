"""The portal's two limits: a bucket that leaks, and the time that each method has run."""

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.bitrix24.errors import RestError

Clock = Callable[[], dt.datetime]
_MINUTE = 60
_WINDOW = 10


@dataclass
class Bucket:
    """Counts calls of one address; leaks all the while."""

    clock: Clock
    leaks_per_second: float = 2.0
    holds: int = 50
    _levels: dict[str, tuple[float, float]] = field(default_factory=dict)

    def count(self, address: str) -> None:
        """Count a call.

        Raises:
            RestError: the bucket is full.
        """
        now = self.clock().timestamp()
        level, at = self._levels.get(address, (0.0, now))
        level = max(0.0, level - (now - at) * self.leaks_per_second)
        if level + 1 > self.holds:
            self._levels[address] = (level, now)
            raise RestError(503, "QUERY_LIMIT_EXCEEDED", "Too many requests")
        self._levels[address] = (level + 1, now)


@dataclass
class Operating:
    """Sums how long each method has run within ten minutes, minute by minute."""

    clock: Clock
    seconds_max: float = 480.0
    _ran: dict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))

    def check(self, method: str) -> None:
        """Let a method run, unless it has run too long; the one that crosses the line still ends.

        Raises:
            RestError: it has.
        """
        if self.ran(method) >= self.seconds_max:
            raise RestError(429, "OPERATION_TIME_LIMIT", "Method is blocked due to operation time")

    def add(self, method: str, seconds: float) -> None:
        """Count what a call took."""
        minute = self._minute()
        minutes = self._kept(method)
        minutes[minute] = minutes.get(minute, 0.0) + seconds

    def ran(self, method: str) -> float:
        """Give the seconds that a method has run within the window."""
        return math.fsum(self._kept(method).values())

    def resets_at(self, method: str) -> int:
        """Give when the oldest minute falls out of the window."""
        minutes = self._kept(method)
        return (min(minutes, default=self._minute()) + _WINDOW) * _MINUTE

    def _minute(self) -> int:
        return int(self.clock().timestamp()) // _MINUTE

    def _kept(self, method: str) -> dict[int, float]:
        minutes, oldest = self._ran[method], self._minute() - _WINDOW
        for minute in [each for each in minutes if each <= oldest]:
            del minutes[minute]
        return minutes
