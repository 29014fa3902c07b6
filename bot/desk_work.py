"""Handles one inbox item: reads the update, feeds the handlers, answers for how it ends."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Update
from pydantic import ValidationError
from structlog.contextvars import bound_contextvars

from bot.backoff import Backoff
from bot.lanes import Again
from bot.middlewares import INBOX_ITEM, TAKEN_DESK, DeskHolder
from bot.outage import Outage, WordsOf
from bot.trouble import where_of
from bot.updates import RawUpdate, Writer, writer_of
from handlers.desk import AlreadyHandledError
from services.messages import Cause, InboxItem, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database, StorageError

ATTEMPTS_MAX = 3

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

Announce = Callable[[Sequence[QueuedMessage]], None]


class MalformedUpdateError(Exception):
    """An update that cannot be one, however often it is tried."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What handling an item needs around it."""

    database: Database
    clock: Clock
    outage: Outage
    words_of: WordsOf
    announce: Announce


class DeskWork:
    """Feeds inbox items to the handlers and answers for every way that may end."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, surroundings: Surroundings) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._around = surroundings

    async def handle(self, item: InboxItem) -> Again | None:
        """Handle an item; say whether to come again."""
        with bound_contextvars(chat=item.lane, record=item.raw_record_id):
            try:
                await self._feed(item)
            except StorageError as error:
                return await self._put_off(item, error)
            except AlreadyHandledError:
                return None
            except MalformedUpdateError as error:
                return await self._count_failure(item, error, is_final=True)
            except Exception as error:  # noqa: BLE001 - a lane must outlive any handler
                is_final = item.attempts + 1 >= ATTEMPTS_MAX
                return await self._count_failure(item, error, is_final=is_final)
        self._around.outage.is_over()
        return None

    async def _feed(self, item: InboxItem) -> None:
        try:
            update = Update.model_validate_json(item.payload, context={"bot": self._bot})
        except ValidationError as error:
            raise MalformedUpdateError from error
        holder = DeskHolder()
        try:
            await self._dispatcher.feed_update(
                self._bot, update, **{INBOX_ITEM: item, TAKEN_DESK: holder}
            )
        except Exception as error:  # whatever it is, what was kept stays kept
            if holder.desk is None or not holder.desk.is_finished:
                raise
            _log.error(
                "a handler failed after its work was kept",
                error=type(error).__name__,
                where=where_of(error),
            )
        if holder.desk is None or not holder.desk.is_finished:
            at = self._around.clock.now()
            await self._around.database.write(
                lambda books: books.inbox.done(item.raw_record_id, at)
            )

    async def _put_off(self, item: InboxItem, error: StorageError) -> Again:
        """Wait for the books; attempts are not counted, since the update is not to blame."""
        await self._around.outage.tell((_raw(item),), error.reason)
        return Again(item, self._around.outage.next_pause())

    async def _count_failure(
        self, item: InboxItem, error: Exception, *, is_final: bool
    ) -> Again | None:
        reason = f"{type(error).__name__} at {where_of(error)}"
        _log.error(
            "an update was put aside" if is_final else "an update failed; trying again",
            reason=reason,
            attempt=item.attempts + 1,
        )
        try:
            queued = await self._around.database.write(
                lambda books: self._note(books, item, reason, is_final=is_final)
            )
        except StorageError as away:
            return await self._put_off(item, away)
        self._around.announce(queued)
        if is_final:
            return None
        tried = replace(item, attempts=item.attempts + 1)
        return Again(tried, Backoff().next_seconds())

    def _note(
        self, books: Books, item: InboxItem, reason: str, *, is_final: bool
    ) -> tuple[QueuedMessage, ...]:
        """Count a failure; of the last one the person hears, in the same transaction."""
        books.inbox.failed(item.raw_record_id, reason=reason, is_final=is_final)
        writer = writer_of(_raw(item))
        if not is_final or writer is None:
            return ()
        cause = Cause("system:inbox", item.raw_record_id, self._around.clock.now())
        return books.outbox.add((self._apology(item, writer),), cause)

    def _apology(self, item: InboxItem, writer: Writer) -> OutgoingMessage:
        say = self._around.words_of(writer.language)
        return OutgoingMessage(
            chat_id=writer.chat_id,
            text=say("update-quarantined", number=item.raw_record_id),
            dedupe_key=f"quarantined:{item.raw_record_id}",
        )


def _raw(item: InboxItem) -> RawUpdate:
    try:
        found = json.loads(item.payload)
    except ValueError:
        return {}
    return found if isinstance(found, Mapping) else {}
