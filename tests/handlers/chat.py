"""Talk to the real handlers over real books, without a network: what is queued is the answer."""

import itertools
import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.methods import GetMe, TelegramMethod
from aiogram.types import Update, User

from bot.middlewares import INBOX_ITEM, TAKEN_DESK, DeskHolder, DeskMiddleware
from handlers.routers import build_routers
from handlers.second_opinion import NoAdviser
from locales.words import words_of
from parsing.lexicon import Lexicon
from services.messages import IncomingRecord, OutgoingMessage, QueuedMessage
from services.ports import Database
from tests.conftest import StillClock

TOKEN = "123456:AAEfakefakefakefakefakefakefakefake"  # noqa: S105 - opens nothing


Announce = Callable[[Sequence[QueuedMessage]], None]


class DeafSession(BaseSession):
    """Answers what handlers ask of Telegram themselves; sends nothing anywhere."""

    async def make_request(
        self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None
    ) -> Any:  # noqa: ANN401 - aiogram has it so
        if isinstance(method, GetMe):
            return User(id=123456, is_bot=True, first_name="T", username="tilly_bot")
        return True

    async def close(self) -> None:
        """There is nothing to close."""

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:  # noqa: ANN401 - aiogram has it so
        yield b""


class Chat:
    """Everybody's chats with one bot."""

    def __init__(self, database: Database, clock: StillClock, lexicon: Lexicon) -> None:
        self.database, self.clock, self.last_message_id = database, clock, 0
        self._bot = Bot(TOKEN, session=DeafSession())
        self._queued: list[OutgoingMessage] = []
        self._numbers = itertools.count(1)
        self._dispatcher = Dispatcher(disable_fsm=True)
        self._dispatcher.workflow_data |= {
            "clock": clock,
            "lexicon": lexicon,
            "adviser": NoAdviser(),
        }
        self._dispatcher.update.outer_middleware(
            DeskMiddleware(database, clock, words_of, self._take)
        )
        self._dispatcher.include_router(build_routers())

    async def say(
        self, user: int, text: str, *, language: str = "en", **more: object
    ) -> list[OutgoingMessage]:
        """Write a message, or send what has other content; give what it leads to."""
        message = self._message(user, language) | ({"text": text} if text else {}) | more
        return await self._feed({"message": message})

    async def edit(self, user: int, message_id: int, text: str) -> list[OutgoingMessage]:
        """Change a message that was written before."""
        message = self._message(user, "en") | {"text": text, "message_id": message_id}
        return await self._feed({"edited_message": message | {"edit_date": message["date"]}})

    async def press(self, user: int, shown: OutgoingMessage, label: str) -> list[OutgoingMessage]:
        """Press a button by its label."""
        buttons = {each.label: each.data for row in shown.buttons for each in row}
        assert label in buttons, f"{label!r} is not among {list(buttons)}"
        card = self._message(user, "en") | {"text": "card"}
        press = {"id": "1", "from": card["from"], "chat_instance": "1", "data": buttons[label]}
        return await self._feed({"callback_query": press | {"message": card}})

    async def run(self, job: Callable[[Announce], Awaitable[None]]) -> list[OutgoingMessage]:
        """Have the clock call a job; give what it leads to."""
        self._queued = []
        await job(self._take)
        return self._queued

    def card(self, user: int, shown: OutgoingMessage) -> dict[str, object]:
        """Give a message of the bot as Telegram shows it to whoever replies to it."""
        rows = [
            [{"text": each.label, "callback_data": each.data} for each in row if each.data]
            for row in shown.buttons
        ]
        keyboard = {"reply_markup": {"inline_keyboard": rows}} if any(rows) else {}
        bot = {"id": 123456, "is_bot": True, "first_name": "T"}
        return self._message(user, "en") | {"from": bot, "text": shown.text or "-"} | keyboard

    def _message(self, user: int, language: str) -> dict[str, object]:
        self.last_message_id = next(self._numbers)
        who = {"id": user, "is_bot": False, "first_name": f"P{user}", "language_code": language}
        return {
            "message_id": self.last_message_id,
            "date": int(self.clock.now().timestamp()),
            "chat": {"id": user, "type": "private"},
            "from": who,
        }

    async def _feed(self, content: dict[str, object]) -> list[OutgoingMessage]:
        payload = json.dumps({"update_id": next(self._numbers), **content}).encode()
        record = IncomingRecord("telegram:1", str(next(self._numbers)), payload, "1")
        now = self.clock.now()
        (item,) = await self.database.write(lambda books: books.inbox.receive([record], now))
        self._queued = []
        update = Update.model_validate_json(payload, context={"bot": self._bot})
        await self._dispatcher.feed_update(
            self._bot, update, **{INBOX_ITEM: item, TAKEN_DESK: DeskHolder()}
        )
        return self._queued

    def _take(self, queued: Sequence[QueuedMessage]) -> None:
        self._queued.extend(each.message for each in queued)
