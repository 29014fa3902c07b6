"""How updates come: asked for, or pushed; and the first words with Telegram."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

import structlog

from bot.backoff import Backoff
from bot.telegram import TelegramClient, TelegramError, TelegramPausedError, TelegramTokenError
from bot.updates import ALLOWED_UPDATES

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

WEBHOOK_PATH = "/telegram"


class Arrival(Protocol):
    """A way for updates to come."""

    @property
    def seconds_since_success(self) -> float | None:
        """Say how long ago Telegram last answered; None when it never did, or is not asked."""

    @property
    def has_rival(self) -> bool:
        """Say whether another program is seen to take the same updates."""

    async def run(self) -> None:
        """Let updates come until told to stop."""

    def stop(self) -> None:
        """Let no more come."""


class Webhook:
    """Tells Telegram where to push; the updates themselves come through the web room."""

    def __init__(self, client: TelegramClient, public_url: str, secret: str) -> None:
        self._client = client
        self._url = public_url + WEBHOOK_PATH
        self._secret = secret
        self._stopping = asyncio.Event()

    @property
    def seconds_since_success(self) -> float | None:
        """Telegram is not asked here."""
        return None

    @property
    def has_rival(self) -> bool:
        """Telegram does not say so here."""
        return False

    async def run(self) -> None:
        """Register the address, then wait."""
        await persistently(self._register)
        await self._stopping.wait()

    def stop(self) -> None:
        """Stop waiting; the address stays, and Telegram keeps what comes meanwhile."""
        self._stopping.set()

    async def _register(self) -> None:
        await self._client.call(
            "setWebhook",
            {
                "url": self._url,
                "secret_token": self._secret,
                "allowed_updates": ALLOWED_UPDATES,
                "drop_pending_updates": False,
            },
        )


async def persistently(step: Callable[[], Awaitable[None]]) -> None:
    """Take a step until Telegram lets it succeed.

    Raises:
        TelegramTokenError: the token is not a bot's.
    """
    backoff = Backoff()
    while True:
        try:
            return await step()
        except TelegramTokenError:
            raise
        except TelegramError as error:
            _log.warning(
                "telegram did not answer; trying again",
                error=type(error).__name__,
                description=error.description,
            )
            seconds = error.seconds if isinstance(error, TelegramPausedError) else 0.0
            await asyncio.sleep(max(seconds, backoff.next_seconds()))
