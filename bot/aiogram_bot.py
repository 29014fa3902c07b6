"""aiogram's own client, which handlers use for what is not worth the outbox."""

import copy
from functools import cache

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer


class _Session(AiohttpSession):
    """Closes without the quarter of a second that aiogram waits for aiohttp to let go.

    aiohttp has waited for that itself since 3.12.
    """

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None:
            await self._session.close()


@cache
def _unopened() -> _Session:
    """Give a session to copy: reading the world's certificates takes a fifth of a start."""
    return _Session()


def aiogram_bot(token: str, api_url: str | None) -> Bot:
    """Make a client of Telegram, or of what stands in for it at a URL."""
    session = copy.copy(_unopened())
    session.api = PRODUCTION if api_url is None else TelegramAPIServer.from_base(api_url)
    return Bot(token, session=session)
