"""What happened, for the page and the driver: a numbered stream."""

import asyncio
from collections import deque

from sandbox.world import JsonObject

KEPT_MAX = 20_000


class Events:
    """The newest events, each with its number."""

    def __init__(self) -> None:
        self._kept: deque[JsonObject] = deque(maxlen=KEPT_MAX)
        self.last = 0
        self._listeners: set[asyncio.Future[None]] = set()
        self.is_over = False

    def add(self, kind: str, chat: str, **content: object) -> None:
        """Tell everyone that listens."""
        self.last += 1
        self._kept.append({"seq": self.last, "type": kind, "chat": chat, **content})
        self._wake()

    def end(self) -> None:
        """Let everyone that listens go: the sandbox stops."""
        self.is_over = True
        self._wake()

    def _wake(self) -> None:
        for listener in self._listeners:
            if not listener.done():
                listener.set_result(None)
        self._listeners.clear()

    async def after(self, number: int, *, chat: str | None, seconds: float) -> list[JsonObject]:
        """Give what came after a number; wait while there is nothing."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while True:
            found = self._since(number, chat)
            left = deadline - loop.time()
            if found or left <= 0 or self.is_over:
                return found
            listener: asyncio.Future[None] = loop.create_future()
            self._listeners.add(listener)
            try:
                async with asyncio.timeout(left):
                    await listener
            except TimeoutError:
                return []
            finally:
                self._listeners.discard(listener)

    def _since(self, number: int, chat: str | None) -> list[JsonObject]:
        newer = self.last - number
        if newer <= 0:
            return []
        start = max(0, len(self._kept) - newer)
        return [
            self._kept[place]
            for place in range(start, len(self._kept))
            if chat is None or self._kept[place]["chat"] in {chat, ""}
        ]
