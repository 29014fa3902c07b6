"""Sends what waits in the outbox: in order within a chat, at once across chats, within limits."""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace

import structlog

from bot.backoff import Backoff, happens_within
from bot.delivery import UnreachableChatError, deliver
from bot.limits import Throttle
from bot.marks import FailedMark, MarkWriter, SentMark
from bot.telegram import (
    TelegramAwayError,
    TelegramClient,
    TelegramError,
    TelegramMigratedError,
    TelegramPausedError,
    TelegramRefusedError,
    TelegramTokenError,
)
from services.messages import OutgoingMessage, QueuedMessage, Reaction
from services.ports import Clock, Database, StorageError

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

_AWAY_SECONDS = 1.0
"""So long a chat waits for a database that cannot give turns."""


class Sender:
    """Takes committed messages over in memory; what a crash leaves is loaded at the next start.

    A message whose fate is unknown is sent again: twice is better than never.
    """

    def __init__(
        self,
        client: TelegramClient,
        database: Database,
        clock: Clock,
        throttle: Throttle,
        *,
        new_backoff: Callable[[], Backoff] = Backoff,
    ) -> None:
        self._client = client
        self._database = database
        self._throttle = throttle
        self._new_backoff = new_backoff
        self._marks = MarkWriter(database, clock)
        self._queues: dict[int, deque[tuple[QueuedMessage, float]]] = {}
        self._known: set[int] = set()
        self._moved: dict[int, int] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = asyncio.Event()

    @property
    def count(self) -> int:
        """Say how many messages wait."""
        return len(self._known)

    @property
    def lag_seconds(self) -> float:
        """Say how long the oldest message has been here."""
        oldest = min((queue[0][1] for queue in self._queues.values()), default=None)
        return 0.0 if oldest is None else time.monotonic() - oldest

    async def load(self) -> None:
        """Take over what an earlier process left."""
        self.announce(await self._database.read(lambda books: books.outbox.waiting()))

    def announce(self, messages: Sequence[QueuedMessage]) -> None:
        """Take over messages that were just committed."""
        taken_at = time.monotonic()
        for queued in messages:
            if queued.id in self._known:
                continue
            self._known.add(queued.id)
            chat_id = queued.message.chat_id
            queue = self._queues.get(chat_id)
            if queue is not None:
                queue.append((queued, taken_at))
                continue
            self._queues[chat_id] = deque(((queued, taken_at),))
            self._in_background(self._run(chat_id))

    async def settle(self) -> None:
        """Wait until everything in hand is sent and written down."""
        while self._tasks:
            await asyncio.wait(self._tasks)
        await self._marks.settle()

    async def flush(self, seconds: float) -> None:
        """Send what is here for so long at most, then write the marks."""
        self._stopping.set()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._marks.flush()

    async def _run(self, chat_id: int) -> None:
        queue = self._queues[chat_id]
        try:
            while queue:
                try:
                    async with self._database.turns.take(f"chat:{chat_id}"):
                        is_over = not await self._send_all(chat_id, queue)
                except StorageError:
                    is_over = await happens_within(self._stopping, _AWAY_SECONDS)
                if is_over:
                    return
        finally:
            del self._queues[chat_id]

    async def _send_all(self, chat_id: int, queue: deque[tuple[QueuedMessage, float]]) -> bool:
        """Send what waits for a chat; say whether to go on with what came meanwhile.

        Where other processes send, too, the books say what waits, and the turn is not given away
        before they know what was sent.
        """
        if not self._database.turns.is_shared:
            while queue:
                queued = queue[0][0]
                if not await self._see_off(queued):
                    return False
                queue.popleft()
                self._known.discard(queued.id)
            return True
        seen = [queued.id for queued, _ in queue]
        waiting = await self._database.read(lambda books: books.outbox.waiting_in(chat_id))
        for queued in waiting:
            if not await self._see_off(queued):
                return False
        await self._marks.settle()
        for number in seen:
            queue.popleft()
            self._known.discard(number)
        return True

    async def _see_off(self, queued: QueuedMessage) -> bool:
        """Stay with a message to its end; False means that it waits for the next start."""
        backoff = self._new_backoff()
        while True:
            try:
                pause = await self._try(queued)
            except StorageError as error:
                _log.warning("a message waits for the books", reason=error.reason)
                pause = 0.0
            except Exception as error:  # noqa: BLE001 - one message must not stop the others
                _log.exception("a message could not be built", error=type(error).__name__)
                self._marks.put(FailedMark(queued.id, type(error).__name__, is_final=True))
                return True
            if pause is None:
                return True
            pause = pause or backoff.next_seconds()
            if await happens_within(self._stopping, pause):
                return False

    async def _try(self, queued: QueuedMessage) -> float | None:
        """Try once; give the seconds to wait before the next try (0 for as usual), or None."""
        message = await self._as_it_goes(queued.message)
        await self._throttle.wait(message.chat_id)
        try:
            telegram_id = await deliver(self._client, replace(queued, message=message))
        except TelegramPausedError as error:
            self._throttle.pause(error.seconds)
            return error.seconds
        except TelegramMigratedError as error:
            return await self._follow(message.chat_id, error.new_chat_id)
        except UnreachableChatError as error:
            reason = f"unreachable: {error.description}"
            self._marks.put(
                FailedMark(queued.id, reason, is_final=True, unreachable_chat=message.chat_id)
            )
        except (TelegramAwayError, TelegramTokenError) as error:
            self._marks.put(FailedMark(queued.id, type(error).__name__, is_final=False))
            return 0.0
        except TelegramRefusedError as error:
            _log.error("telegram refused a message", description=error.description)
            self._marks.put(FailedMark(queued.id, error.description, is_final=True))
        else:
            self._marks.put(SentMark(queued.id, telegram_id))
            self._react_to(message)
        return None

    def _react_to(self, message: OutgoingMessage) -> None:
        """Set what a message says to set, beside all else."""
        for reaction in message.reactions:
            self._in_background(self._react(message.chat_id, reaction))

    async def _react(self, chat_id: int, reaction: Reaction) -> None:
        """Set a reaction, if Telegram will: the answer has said it all already."""
        shown = [{"type": "emoji", "emoji": reaction.emoji}] if reaction.emoji else []
        try:
            await self._client.call(
                "setMessageReaction",
                {"chat_id": chat_id, "message_id": reaction.message_id, "reaction": shown},
            )
        except TelegramPausedError as error:
            self._throttle.pause(error.seconds)
        except TelegramError as error:
            _log.debug("a reaction was not set", description=error.description)

    def _in_background(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _follow(self, old_chat_id: int, new_chat_id: int) -> float:
        """Follow a group to its new id, in the books first."""
        try:
            await self._database.write(
                lambda books: books.chats.follow_upgrade(
                    old_chat_id=old_chat_id, new_chat_id=new_chat_id
                )
            )
        except StorageError:
            return 0.0
        self._moved[old_chat_id] = new_chat_id
        return 0.001

    async def _as_it_goes(self, queued: OutgoingMessage) -> OutgoingMessage:
        """Give a message as it is to be sent now: where its chat is, and what it changes.

        Raises:
            StorageError: the books cannot be read now.
        """
        message = self._as_moved(queued)
        if message.edits_key is None:
            return message
        return await self._as_found(message, message.edits_key)

    async def _as_found(self, message: OutgoingMessage, key: str) -> OutgoingMessage:
        """Find the message to change, which went out before this one.

        One that was never sent is not there to be changed: then this is a message of its own.

        Raises:
            StorageError: the books cannot be read now.
        """
        await self._marks.settle()
        number = await self._database.read(lambda books: books.outbox.telegram_id_of(key))
        return replace(message, edits=number)

    def _as_moved(self, message: OutgoingMessage) -> OutgoingMessage:
        new_chat_id = self._moved.get(message.chat_id)
        return message if new_chat_id is None else replace(message, chat_id=new_chat_id)
