"""What people hear while the books cannot be written: one line, once."""

import asyncio
import datetime as dt
from collections.abc import Callable, Iterable
from typing import Protocol

import structlog

from bot.backoff import Backoff
from bot.telegram import TelegramClient, TelegramError
from bot.updates import RawUpdate, writer_of
from services.ports import Clock

_QUIET = dt.timedelta(seconds=10)
"""So long without a failure, and an outage is over."""

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Say(Protocol):
    """The words of one language."""

    def __call__(self, message_id: str, /, **arguments: int) -> str:
        """Give a message."""


WordsOf = Callable[[str], Say]
"""Gives the words of a language, by Telegram's code of it."""


class Outage:
    """Tells each private chat once that its message is safe and waits."""

    def __init__(self, client: TelegramClient, clock: Clock, words_of: WordsOf) -> None:
        self._client = client
        self._clock = clock
        self._words_of = words_of
        self._told: set[int] = set()
        self._failed_at: dt.datetime | None = None
        self._backoff = Backoff(first_seconds=0.5, seconds_max=5.0)

    @property
    def is_on(self) -> bool:
        """Say whether the books failed a moment ago."""
        return self._failed_at is not None

    async def tell(self, updates: Iterable[RawUpdate], reason: str) -> None:
        """Tell those who wrote these updates, past the outbox: it is away as well."""
        if self._failed_at is None:
            _log.error("the books cannot be written; updates wait at Telegram", reason=reason)
        self._failed_at = self._clock.now()
        writers = {
            writer.chat_id: writer
            for writer in map(writer_of, updates)
            if writer is not None and writer.is_private and writer.chat_id not in self._told
        }
        self._told.update(writers)
        await asyncio.gather(
            *(self._say(writer.chat_id, writer.language) for writer in writers.values())
        )

    def next_pause(self) -> float:
        """Say how many seconds to leave the books alone: longer while nothing succeeds."""
        return self._backoff.next_seconds()

    def is_over(self) -> None:
        """Hear that the books were written; after a quiet while, people may be told anew."""
        self._backoff.reset()
        if self._failed_at is None or self._clock.now() - self._failed_at < _QUIET:
            return
        _log.info("the books can be written again")
        self._failed_at = None
        self._told.clear()

    async def _say(self, chat_id: int, language: str) -> None:
        text = self._words_of(language)("storage-outage")
        try:
            await self._client.call("sendMessage", {"chat_id": chat_id, "text": text})
        except TelegramError as error:
            _log.warning("an outage could not be told", chat=chat_id, error=type(error).__name__)
