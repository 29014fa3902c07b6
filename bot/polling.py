"""Asks Telegram for updates, and acknowledges only what is committed."""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable

import structlog

from bot.backoff import Backoff, happens_within
from bot.intake import Intake
from bot.outage import Outage
from bot.rivalry import Rivalry
from bot.telegram import (
    TelegramClient,
    TelegramConflictError,
    TelegramError,
    TelegramPausedError,
    TelegramTokenError,
)
from bot.updates import ALLOWED_UPDATES, RawUpdate
from services.ports import StorageError

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

LONG_POLL_SECONDS = 25


class Polling:
    """The loop over getUpdates.

    The next getUpdates is what acknowledges the updates before it, so it goes out only after
    they are in the inbox. Whatever goes wrong, the offset stays and Telegram gives them again.
    """

    def __init__(
        self,
        client: TelegramClient,
        intake: Intake,
        outage: Outage,
        rivalry: Rivalry,
        *,
        long_poll_seconds: int = LONG_POLL_SECONDS,
        new_backoff: Callable[[], Backoff] = Backoff,
    ) -> None:
        self._client = client
        self._intake = intake
        self._outage = outage
        self._rivalry = rivalry
        self._long_poll_seconds = long_poll_seconds
        self._backoff = new_backoff()
        self._stopping = asyncio.Event()
        self._offset: int | None = None
        self._polled_at: float | None = None

    @property
    def seconds_since_success(self) -> float | None:
        """Say how long ago Telegram last answered; None when it never did."""
        return None if self._polled_at is None else time.monotonic() - self._polled_at

    @property
    def has_rival(self) -> bool:
        """Say whether another program takes the same updates."""
        return self._rivalry.is_on

    async def run(self) -> None:
        """Take updates in until told to stop.

        Raises:
            TelegramTokenError: the token is not, or not any more, a bot's.
        """
        await self._retried(self._forget_webhook)
        while not self._stopping.is_set():
            await self._retried(self._take_batch)

    def stop(self) -> None:
        """Ask for nothing more; a batch that is here is still kept."""
        self._stopping.set()

    async def _retried(self, step: Callable[[], Awaitable[None]]) -> None:
        """Take a step, again and again with growing pauses while the world is in its way."""
        while not self._stopping.is_set():
            try:
                await step()
            except TelegramTokenError:
                raise
            except TelegramConflictError as error:
                await self._rivalry.met(error.description)
                pause = 0.0
            except TelegramError as error:
                _tell(error)
                pause = error.seconds if isinstance(error, TelegramPausedError) else 0.0
            except StorageError:
                pause = 0.0  # the intake has told
            else:
                self._backoff.reset()
                return
            await happens_within(self._stopping, max(pause, self._backoff.next_seconds()))

    async def _forget_webhook(self) -> None:
        # A webhook and getUpdates exclude each other. What waits at Telegram must not be dropped.
        await self._client.call("deleteWebhook", {"drop_pending_updates": False})

    async def _take_batch(self) -> None:
        updates = await self._ask()
        self._polled_at = time.monotonic()
        self._rivalry.answered()
        if not updates:
            return
        await self._intake.receive(updates)
        self._offset = 1 + max(_number(update) for update in updates)

    async def _ask(self) -> list[RawUpdate]:
        """Hold a getUpdates open; stopping breaks it off, which acknowledges nothing."""
        asking = asyncio.ensure_future(self._get_updates())
        stopping = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait((asking, stopping), return_when=asyncio.FIRST_COMPLETED)
            return asking.result() if asking.done() else []
        finally:
            for task in (asking, stopping):
                task.cancel()
            with contextlib.suppress(asyncio.CancelledError, TelegramError):
                await asking

    async def _get_updates(self) -> list[RawUpdate]:
        seconds = 0 if self._outage.is_on else self._long_poll_seconds
        answer = await self._client.call(
            "getUpdates",
            {"offset": self._offset, "timeout": seconds, "allowed_updates": ALLOWED_UPDATES},
            patience=seconds,
        )
        found = answer if isinstance(answer, list) else []
        return [update for update in found if isinstance(update, dict) and _number(update)]


def _number(update: RawUpdate) -> int:
    number = update.get("update_id")
    return number if isinstance(number, int) else 0


def _tell(error: TelegramError) -> None:
    _log.warning(
        "telegram did not answer; trying again",
        error=type(error).__name__,
        description=error.description,
    )
