"""How long to wait before trying again."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Backoff:
    """Delays that grow with every failure, each a little different from anybody else's."""

    first_seconds: float = 0.5
    seconds_max: float = 30.0
    chance: Callable[[], float] = random.random
    failures: int = field(default=0, init=False)

    def next_seconds(self) -> float:
        """Count a failure and say how long to wait."""
        whole = min(self.first_seconds * 2.0 ** min(self.failures, 20), self.seconds_max)
        self.failures += 1
        return whole * (0.5 + self.chance() / 2)

    def reset(self) -> None:
        """Forget the failures: it went well."""
        self.failures = 0


async def happens_within(event: asyncio.Event, seconds: float) -> bool:
    """Wait for an event for so long at most; say whether it happened."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    return True
