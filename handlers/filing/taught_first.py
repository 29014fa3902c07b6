"""Lets handlers that ask the clerk wait until he knows what was answered before the start."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

Data: TypeAlias = dict[str, Any]
Taught: TypeAlias = Callable[[], Awaitable[None]]
"""Comes back when the clerk knows all answers: nearly always at once."""


class TaughtFirst(BaseMiddleware):
    """Waits outside of any unit of work; within one, everybody else would wait too."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, Data], Awaitable[object]],
        event: TelegramObject,
        data: Data,
    ) -> object:
        """Wait, then let the handler work."""
        taught: Taught = data["taught"]
        await taught()
        return await handler(event, data)
