"""What stands between an update and its handler: who writes, in which words, at which desk."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog
from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject, User

from bot.directory import Directory
from bot.outage import WordsOf
from bot.telegram import TelegramClient, TelegramError, TelegramRefusedError
from handlers.desk import Desk
from services.messages import Cause, InboxItem, QueuedMessage
from services.people import Person
from services.ports import Books, Clock, Database
from services.press_button import TooOld, meaning_of
from services.shop import Shop

INBOX_ITEM = "inbox_item"
TAKEN_DESK = "taken_desk"
TOO_OLD = "-"
"""What a button means whose token is not good: no conversation takes it."""

Data = dict[str, Any]
Next = Callable[[TelegramObject, Data], Awaitable[Any]]
# Any stands in these two because aiogram's own signature has it.

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


@dataclass(slots=True)
class DeskHolder:
    """Brings the desk back to whoever fed the update."""

    desk: Desk | None = field(default=None)


class DeskMiddleware(BaseMiddleware):
    """Gives the handler its desk, the person, the shop, its memory and the words, for one read."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        words_of: WordsOf,
        announce: Callable[[tuple[QueuedMessage, ...]], None],
    ) -> None:
        self._database = database
        self._directory = Directory(database)
        self._clock = clock
        self._words_of = words_of
        self._announce = announce

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> object:
        """Set the desk up, then let the handler work."""
        item: InboxItem = data[INBOX_ITEM]
        user: User | None = data.get("event_from_user")
        # An update without a writer still needs the shop; nobody has the number nought.
        known = await self._directory.find(0 if user is None else user.id)
        person, shop = known.person, known.shop
        actor = "system:stranger" if person is None else person.actor
        cause = Cause(actor, item.raw_record_id, self._clock.now())
        desk = Desk(
            self._database,
            cause,
            item.raw_record_id,
            lambda queued: self._announce(tuple(queued)),
        )
        holder: DeskHolder = data[TAKEN_DESK]
        holder.desk = desk
        data |= {
            "desk": desk,
            "person": person,
            "shop": shop,
            "memory": known.memory,
            "words": self._words_of(_language(person, user, shop)),
        }
        return await handler(event, data)


class PressMiddleware(BaseMiddleware):
    """Tells Telegram at once that a press was seen, while the handler works on what it means.

    An answer that comes late ("query is too old") changes nothing: the press is still carried
    out. This is the only place that answers presses.
    """

    def __init__(self, client: TelegramClient) -> None:
        self._client = client

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> object:
        """Answer the press and let the handler work."""
        if not isinstance(event, CallbackQuery):
            return await handler(event, data)
        answering = asyncio.create_task(self._answer(event.id))
        try:
            return await handler(await _with_meaning(event, data["desk"]), data)
        finally:
            await answering

    async def _answer(self, press_id: str) -> None:
        try:
            await self._client.call("answerCallbackQuery", {"callback_query_id": press_id})
        except TelegramRefusedError as error:
            _log.debug("a press was answered too late", description=error.description)
        except TelegramError as error:
            _log.info("a press could not be answered", error=type(error).__name__)


class ReplyMiddleware(BaseMiddleware):
    """Lets a handler see what the buttons mean on a card of the bot that is replied to."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> object:
        """Put the meanings in place of the tokens, where there are any."""
        card = event.reply_to_message if isinstance(event, Message) else None
        if not isinstance(event, Message) or card is None or card.reply_markup is None:
            return await handler(event, data)
        keyboard = card.reply_markup.inline_keyboard
        tokens = [each.callback_data for row in keyboard for each in row if each.callback_data]
        meanings = await _meanings(data["desk"], tokens, card.chat.id)
        rows = [
            [
                each.model_copy(update={"callback_data": meanings.get(each.callback_data or "")})
                for each in row
            ]
            for row in keyboard
        ]
        markup = card.reply_markup.model_copy(update={"inline_keyboard": rows})
        shown = card.model_copy(update={"reply_markup": markup})
        return await handler(event.model_copy(update={"reply_to_message": shown}), data)


async def _with_meaning(press: CallbackQuery, desk: Desk) -> CallbackQuery:
    """Put what a button means in place of its token; one too old means nothing any more."""
    chat_id = press.from_user.id if press.message is None else press.message.chat.id
    token = press.data or ""
    meanings = await _meanings(desk, (token,), chat_id)
    return press.model_copy(update={"data": meanings.get(token, TOO_OLD)})


async def _meanings(desk: Desk, tokens: Sequence[str], chat_id: int) -> dict[str, str]:
    at = desk.cause.at

    def look(books: Books) -> dict[str, str]:
        found = {token: meaning_of(books, token, chat_id=chat_id, at=at) for token in tokens}
        return {token: what for token, what in found.items() if not isinstance(what, TooOld)}

    return await desk.read(look)


def _language(person: Person | None, user: User | None, shop: Shop | None) -> str:
    """Choose whose language an answer is in: the person's, his Telegram's, the shop's."""
    if person is not None:
        return person.language
    if user is not None and user.language_code:
        return user.language_code
    return shop.language if shop is not None else "en"
