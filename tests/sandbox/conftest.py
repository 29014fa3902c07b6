import os
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import ClientSession

from sandbox.driver import Actor, ChatSide, SandboxDriver
from sandbox.sandbox import Sandbox
from sandbox.server import SandboxServer
from tests.sandbox import stage as stages
from tests.sandbox.stage import Stage, StillTime

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


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    """A sandbox whose bot is called by hand, and Olga who pressed start."""
    time = StillTime()
    server = SandboxServer(sandbox=Sandbox(clock=time), webhook_pause_seconds=0.01)
    await server.start()
    try:
        async with SandboxDriver(server.base_url) as driver, ClientSession() as http:
            account = await driver.bot(stages.BOT, token=stages.TOKEN, first_name="Shop")
            olga = await driver.person("Olga", language_code="uk", username="olga_shop")
            chat = await olga.opens(stages.BOT)
            stage = Stage(server, driver, http, time, account, olga, chat)
            await stage.updates()
            await stage.updates()
            yield stage
    finally:
        await server.stop()
