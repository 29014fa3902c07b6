import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable
from typing import TypeVar

import pytest
import pytest_asyncio

from bot.settings import Settings
from sandbox.server import SandboxServer
from services.demo.demo_shop import seed_demo
from services.ports import Books, Database, StorageError
from services.turn_ports import Turns
from storage.database import open_database
from tests.bot.fake_telegram import TOKEN, FakeTelegram
from tests.bot.scene import Scene

Result = TypeVar("Result")


class TroubledDatabase:
    """Real books that fail or wait when a test says so."""

    def __init__(self, inner: Database) -> None:
        self.inner = inner
        self.trouble: str | None = None
        self.gate = asyncio.Event()
        self.gate.set()
        self.is_waiting = asyncio.Event()

    async def write(self, use_case: Callable[[Books], Result]) -> Result:
        if not self.gate.is_set():
            self.is_waiting.set()
            await self.gate.wait()
        if self.trouble is not None:
            raise StorageError(self.trouble)
        return await self.inner.write(use_case)

    async def read(self, use_case: Callable[[Books], Result]) -> Result:
        return await self.inner.read(use_case)

    @property
    def turns(self) -> Turns:
        return self.inner.turns

    @property
    def aside(self) -> Database:
        return self

    async def close(self) -> None:
        """Leave closing to the fixture, so that a test can look at the books afterwards."""


@pytest_asyncio.fixture
async def database(sqlite_url: str) -> AsyncIterator[TroubledDatabase]:
    inner = await open_database(sqlite_url)
    yield TroubledDatabase(inner)
    await inner.close()


@pytest_asyncio.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    fake = FakeTelegram()
    await fake.start()
    yield fake
    await fake.stop()


@pytest.fixture
def settings(telegram: FakeTelegram) -> Settings:
    return Settings(
        _env_file=None,
        TELEGRAM_BOT_TOKEN=TOKEN,
        TELEGRAM_API_URL=telegram.url,
        STOP_SECONDS=5,
        HTTP_PORT=0,
    )


@pytest_asyncio.fixture
async def scene() -> AsyncIterator[Scene]:
    server = SandboxServer(webhook_pause_seconds=0.05)
    await server.start()
    yield Scene(server)
    await server.stop()


@pytest.fixture
def shop_url(sqlite_url: str) -> str:
    """The demo's shop with its cash, and nobody at work in it."""

    async def seed() -> None:
        database = await open_database(sqlite_url)
        now = dt.datetime.now(dt.UTC)
        await database.write(lambda books: seed_demo(books, now))
        await database.close()

    asyncio.run(seed())
    return sqlite_url
