import asyncio
from collections.abc import AsyncIterator, Callable
from typing import TypeVar

import pytest
import pytest_asyncio

from bot.settings import Settings
from services.ports import Books, Database, StorageError
from services.turn_ports import Turns
from storage.database import open_database
from tests.bot.fake_telegram import TOKEN, FakeTelegram

Result = TypeVar("Result")


class TroubledDatabase:
    """Real books that fail or wait when a test says so."""

    def __init__(self, inner: Database) -> None:
        self._inner = inner
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
        return await self._inner.write(use_case)

    async def read(self, use_case: Callable[[Books], Result]) -> Result:
        return await self._inner.read(use_case)

    @property
    def turns(self) -> Turns:
        return self._inner.turns

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
