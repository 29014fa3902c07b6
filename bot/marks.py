"""Writes down what became of messages, in groups: one commit for all that ended meanwhile."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from bot.backoff import Backoff, happens_within
from services.ports import Books, Clock, Database, StorageError

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

_GROUP_MAX = 500


@dataclass(frozen=True, slots=True)
class SentMark:
    """A message that Telegram took."""

    queued_id: int
    telegram_id: int | None


@dataclass(frozen=True, slots=True)
class FailedMark:
    """A message that Telegram did not take."""

    queued_id: int
    reason: str
    is_final: bool
    unreachable_chat: int | None = None


Mark = SentMark | FailedMark


class MarkWriter:
    """Writes marks as soon as the ones before are written."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._waiting: list[Mark] = []
        self._put = self._written = 0
        self._progress = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._stopping = asyncio.Event()

    def put(self, mark: Mark) -> None:
        """Have a mark written."""
        self._waiting.append(mark)
        self._put += 1
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._write_all())

    async def settle(self) -> None:
        """Wait until every mark there is now is written, not those that come meanwhile."""
        last = self._put
        while self._task is not None and self._written < last:
            await self._progress.wait()

    async def flush(self) -> None:
        """Write what is left; what cannot be written now is sent again after the next start."""
        self._stopping.set()
        if self._task is not None:
            await self._task

    async def _write_all(self) -> None:
        backoff = Backoff()
        try:
            while self._waiting:
                group = self._waiting[:_GROUP_MAX]
                try:
                    await self._write(group)
                except StorageError as error:
                    _log.warning("marks of sent messages wait", reason=error.reason)
                    if await happens_within(self._stopping, backoff.next_seconds()):
                        return
                    continue
                backoff.reset()
                del self._waiting[: len(group)]
                self._written += len(group)
                self._tell_of_progress()
        finally:
            self._task = None
            self._tell_of_progress()

    def _tell_of_progress(self) -> None:
        told, self._progress = self._progress, asyncio.Event()
        told.set()

    async def _write(self, group: Sequence[Mark]) -> None:
        at = self._clock.now()
        sent = [(each.queued_id, each.telegram_id) for each in group if isinstance(each, SentMark)]
        failed = [each for each in group if isinstance(each, FailedMark)]

        def note(books: Books) -> None:
            for each in failed:
                books.outbox.failed(each.queued_id, reason=each.reason, is_final=each.is_final)
                if each.unreachable_chat is not None:
                    books.chats.set_reachable(each.unreachable_chat, reachable=False)
            # Last, since a message that failed may have gone out at the next try.
            books.outbox.sent(sent, at)

        await self._database.write(note)
