"""A shop floor for tests: the real bot over real books, people in a sandbox around it."""

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache

from pydantic import SecretStr

from bot.app import App
from bot.clock import SystemClock
from bot.settings import Settings
from bot.wiring import equip
from ledger.money import Money
from parsing.advice.endpoint import Endpoint
from sandbox.driver import ChatSide, SandboxDriver
from sandbox.sandbox import Sandbox
from sandbox.server import SandboxServer
from services.people import Newcomer, Role
from services.ports import Books, Clock, Database
from services.shop import Shop
from services.team.set_up_shop import lay_chart
from storage.database import open_database

TOKEN = "7000001:a-bot-of-the-sandbox"  # noqa: S105 - opens nothing
BOT = "shop_bot"
STAFF = {
    "cashier": (501, Role.CASHIER),
    "director": (502, Role.DIRECTOR),
    "accountant": (503, Role.ACCOUNTANT),
    "owner": (504, Role.OWNER),
}


@dataclass(slots=True)
class Floor:
    """What a conversation test plays on."""

    server: SandboxServer
    driver: SandboxDriver
    url: str
    database: Database
    app: App
    clock: Clock
    model: Endpoint | None = None
    voice: Endpoint | None = None

    async def side(self, role: str, language: str = "en") -> ChatSide:
        """Give a member of staff's private chat with the bot, started."""
        person_id, _ = STAFF[role]
        actor = await self.driver.person(role.title(), language_code=language, user_id=person_id)
        chat = await actor.opens(BOT)
        await chat.hears()
        return chat

    async def restart(self) -> None:
        """Stop the bot as a deploy does, and start it anew over the same books."""
        await self.app.stop()
        self.database = await open_database(self.url)
        self.app = build_app(
            self.server, self.url, self.database, self.model, voice=self.voice, clock=self.clock
        )
        await self.app.start(with_http=False)


def build_app(
    server: SandboxServer,
    url: str,
    database: Database,
    model: Endpoint | None = None,
    *,
    voice: Endpoint | None = None,
    clock: Clock | None = None,
) -> App:
    """Build the real bot against a sandbox."""
    settings = _settings().model_copy(
        update={"telegram_api_url": server.base_url, "database_url": url}
    )
    return App(settings, database, clock or SystemClock(), equip(model, voice))


@cache
def _settings() -> Settings:
    """Give what every floor has in common: to look for settings takes longer than a message."""
    return Settings(
        _env_file=None,
        telegram_bot_token=SecretStr(TOKEN),
        # The sandbox takes any pace; that the bot keeps Telegram's has tests of its own.
        send_per_second=1_000,
        send_per_chat_per_second=100,
        send_chat_burst=1_000,
    )


def set_shop_up(books: Books, language: str = "en") -> None:
    """Set a shop up with one of each role."""
    books.shop.put(Shop("Teplo", "UAH", "Europe/Kyiv", language, is_ready=True))
    lay_chart(books, till_names=("Front till",))
    for name, (person_id, role) in STAFF.items():
        newcomer = Newcomer(person_id, name.title(), language)
        books.people.add(newcomer, role, dt.datetime.now(dt.UTC))


async def laid_floor(url: str) -> None:
    """Set a shop up in the books at a URL."""
    database = await open_database(url)
    await database.write(set_shop_up)
    await database.close()


async def till(floor: Floor) -> Money:
    """Give what the books have in the first till."""
    return await floor.database.read(lambda books: books.balances.of("till.1", "UAH"))


def plain(text: str) -> str:
    """Give a text with ordinary spaces, as people type it."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


@asynccontextmanager
async def shop_floor(
    url: str,
    *,
    language: str | None = "en",
    model: Endpoint | None = None,
    voice: Endpoint | None = None,
    clock: Clock | None = None,
) -> AsyncIterator[Floor]:
    """Open the floor; without a language the books stay as they are, set up or not.

    A clock of the test's own is Telegram's and the bot's alike.
    """
    clock = clock or SystemClock()
    server = SandboxServer(sandbox=Sandbox(clock=lambda: clock.now().timestamp()))
    server.sandbox.world.add_bot(BOT, token=TOKEN)
    await server.start()
    database = await open_database(url)
    if language is not None:
        await database.write(lambda books: set_shop_up(books, language))
    app = build_app(server, url, database, model, voice=voice, clock=clock)
    await app.start(with_http=False)
    async with SandboxDriver(server.base_url) as driver:
        floor = Floor(server, driver, url, database, app, clock, model, voice)
        try:
            yield floor
        finally:
            await floor.app.stop()
            await server.stop()
