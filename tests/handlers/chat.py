"""Talk to the real handlers over real books, without a network: what is queued is the answer."""

import contextlib
import datetime as dt
import itertools
import json
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.methods import GetMe, TelegramMethod
from aiogram.types import Update, User

from bot.middlewares import INBOX_ITEM, TAKEN_DESK, DeskHolder, DeskMiddleware
from bot.wiring import new_clerk
from handlers.cash.voice import Listener, NoListener
from handlers.desk import AlreadyHandledError
from handlers.results.question_reader import NoQuestionAdviser, QuestionReader
from handlers.routers import build_routers
from handlers.second_opinion import NoAdviser
from ledger.money import Money
from locales.words import words_of
from parsing.annotation.lexicon import Lexicon
from parsing.questions.lexicon import load_question_words
from services.messages import InboxItem, IncomingRecord, OutgoingMessage, QueuedMessage
from services.people import Newcomer, Role
from services.ports import Books, Database
from services.running.job_types import Daily, Every, JobBoard, JobPlan
from services.team.set_up_shop import lay_chart
from services.verify_books import verify_books
from sources.bitrix24.reading import Bitrix24Reading
from storage.database import open_database
from tests.conftest import NOW, StillClock
from tests.shop import SHOP, lexicon

PLANS = (
    JobPlan("match_records", Every(1), dt.timedelta(minutes=1)),
    JobPlan("nightly_verification", Daily(dt.time(3, 30)), dt.timedelta(days=1)),
)
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

    def __init__(
        self,
        database: Database,
        clock: StillClock,
        lexicon: Lexicon,
        listener: Listener | None = None,
    ) -> None:
        self.database, self.clock, self.last_message_id = database, clock, 0
        self._lexicon = lexicon
        self._last: tuple[IncomingRecord, InboxItem] | None = None
        self._bot = Bot(TOKEN, session=DeafSession())
        self._queued: list[OutgoingMessage] = []
        self._numbers = itertools.count(1)
        self._listener = listener or NoListener()
        self._dispatcher = self._begin()

    def restart(self, database: Database) -> None:
        """Forget all but the books, as a process that is started anew over them."""
        self.database = database
        self._dispatcher = self._begin()

    async def say(
        self, user: int, text: str, *, language: str = "en", **more: object
    ) -> list[OutgoingMessage]:
        """Write a message, or send what has other content; give what it leads to."""
        message = self._message(user, language) | ({"text": text} if text else {}) | more
        return await self._feed({"message": message})

    async def edit(self, user: int, message_id: int, text: str) -> list[OutgoingMessage]:
        """Change a message that was written before."""
        message = self.message_of(user, message_id) | {"text": text}
        return await self._feed({"edited_message": message | {"edit_date": message["date"]}})

    async def press(self, user: int, shown: OutgoingMessage, label: str) -> list[OutgoingMessage]:
        """Press a button by its label."""
        buttons = {each.label: each.data for row in shown.buttons for each in row}
        assert label in buttons, f"{label!r} is not among {list(buttons)}"
        return await self.tap(user, buttons[label])

    async def tap(self, user: int, data: str | None) -> list[OutgoingMessage]:
        """Press a button by what it carries."""
        card = self._message(user, "en") | {"text": "card"}
        press = {"id": "1", "from": card["from"], "chat_instance": "1", "data": data}
        return await self._feed({"callback_query": press | {"message": card}})

    async def redeliver(self) -> None:
        """Have the last update come once more: from Telegram, and to another process's handler.

        Raises:
            AssertionError: it is taken for a new one, or something is said to it again.
        """
        if self._last is None:
            return
        record, item = self._last
        now = self.clock.now()
        again = await self.database.write(lambda books: books.inbox.receive([record], now))
        assert again == ()
        with contextlib.suppress(AlreadyHandledError):
            await self._handle(item)
        assert self._queued == []

    def message_of(self, user: int, message_id: int) -> dict[str, object]:
        """Give a message that was written before, to be replied to or changed."""
        last = self.last_message_id
        message = self._message(user, "en") | {"message_id": message_id}
        self.last_message_id = last
        return message

    async def run(self, job: Callable[[Announce], Awaitable[object]]) -> list[OutgoingMessage]:
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
        self._last = record, item
        await self._handle(item)
        return self._queued

    async def _handle(self, item: InboxItem) -> None:
        self._queued = []
        update = Update.model_validate_json(item.payload, context={"bot": self._bot})
        await self._dispatcher.feed_update(
            self._bot, update, **{INBOX_ITEM: item, TAKEN_DESK: DeskHolder()}
        )

    def _begin(self) -> Dispatcher:
        dispatcher = Dispatcher(disable_fsm=True)
        dispatcher.workflow_data |= {
            "clock": self.clock,
            "lexicon": self._lexicon,
            "adviser": NoAdviser(),
            "question_reader": QuestionReader(
                self._lexicon, load_question_words(), NoQuestionAdviser()
            ),
            "crm_reading": Bitrix24Reading(),
            "clerk": new_clerk(),
            "taught": _taught,
            "listener": self._listener,
            "job_board": JobBoard(PLANS, lambda: None),
        }
        dispatcher.update.outer_middleware(
            DeskMiddleware(self.database, self.clock, words_of, self._take)
        )
        dispatcher.include_router(build_routers())
        return dispatcher

    def _take(self, queued: Sequence[QueuedMessage]) -> None:
        self._queued.extend(each.message for each in queued)


async def _taught() -> None:
    """The clerk of a new shop has nothing to learn."""


Staff = tuple[int, Role, str, str | None]
"""Somebody's Telegram id, role and name, and the till that he answers for."""


@contextlib.asynccontextmanager
async def two_tills(url: str, clock: StillClock, staff: Sequence[Staff]) -> AsyncIterator[Chat]:
    """Play a shop with a till in the hall and one in the warehouse; its books hold at the end."""

    def open_up(books: Books) -> None:
        books.shop.put(SHOP)
        lay_chart(books, till_names=("Hall", "Warehouse"))
        for user, role, name, key in staff:
            person = books.people.add(Newcomer(user, name, "en"), role, NOW)
            books.people.change(replace(person, till=key))

    database = await open_database(url)
    await database.write(open_up)
    yield Chat(database, clock, lexicon())
    assert await database.read(verify_books) == ()
    await database.close()


def labels(message: OutgoingMessage) -> list[str]:
    """Give what stands on a message's buttons."""
    return [button.label for row in message.buttons for button in row]


async def till(chat: Chat) -> Money:
    """Give what the books have in the first till."""
    return await chat.database.read(lambda books: books.balances.of("till.1", "UAH"))
