import os
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from sandbox.driver import Actor, ChatSide, SandboxDriver
from sandbox.sandbox import Sandbox
from sandbox.server import SandboxServer

# The other library announces a change of types by a warning unless it is asked for.
os.environ["PTB_TIMEDELTA"] = "true"

TOKEN = "7:abc"  # noqa: S105 - opens nothing
NAME = "echo_bot"


class Hours:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1_795_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass(slots=True)
class Scene:
    """A sandbox with one bot and one person who has started it."""

    server: SandboxServer
    driver: SandboxDriver
    hours: Hours
    ann: Actor
    chat: ChatSide
    bot: Bot

    @property
    def sandbox(self) -> Sandbox:
        return self.server.sandbox


def client(server: SandboxServer, token: str = TOKEN) -> Bot:
    """Give aiogram's own client of a sandbox."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.base_url))
    return Bot(token, session=session)


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    hours = Hours()
    server = SandboxServer(sandbox=Sandbox(clock=hours), webhook_pause_seconds=0.02)
    server.sandbox.world.add_bot(NAME, token=TOKEN)
    await server.start()
    bot = client(server)
    async with SandboxDriver(server.base_url) as driver:
        ann = await driver.person("Ann", language_code="en")
        chat = await ann.opens(NAME)
        yield Scene(server, driver, hours, ann, chat, bot)
    await bot.session.close()
    await server.stop()
