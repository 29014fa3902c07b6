"""A work bench: the whole bot around handlers that do as they are told."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.app import App
from bot.clock import SystemClock
from bot.equipment import Equipment
from bot.outage import Say
from bot.settings import Settings
from handlers.desk import Desk
from services.messages import OutgoingMessage
from services.ports import Database


class Bench:
    """Handlers that answer "got …", and hold, break or ignore when the text says so."""

    def __init__(self) -> None:
        self.handled: list[str] = []
        self.started = asyncio.Event()
        self.held = asyncio.Event()

    def router(self) -> Router:
        router = Router()
        router.message(F.text != "ignore")(self._take)
        router.callback_query()(self._press)
        return router

    async def _take(self, message: Message, desk: Desk) -> None:
        text = message.text or ""
        if text == "hold":
            self.started.set()
            await self.held.wait()
        self.handled.append(text)
        if text == "break":
            message_of_error = "on purpose"
            raise RuntimeError(message_of_error)
        await desk.reply(OutgoingMessage(message.chat.id, f"got {text}"))

    async def _press(self, callback: CallbackQuery, desk: Desk) -> None:
        await desk.reply(OutgoingMessage(callback.from_user.id, f"pressed {callback.data}"))


def words_of(language: str) -> Say:
    """Say a message as its language, id and arguments."""

    def say(message_id: str, /, **arguments: int) -> str:
        return f"{language}:{message_id}:{','.join(map(str, arguments.values()))}"

    return say


@asynccontextmanager
async def running(settings: Settings, database: Database, bench: Bench) -> AsyncIterator[App]:
    """Run the whole bot around a bench."""
    equipment = Equipment(router=bench.router(), words_of=words_of)
    app = App(settings, database, SystemClock(), equipment)
    await app.start(with_http=settings.public_url is not None)
    try:
        yield app
    finally:
        await app.stop()
