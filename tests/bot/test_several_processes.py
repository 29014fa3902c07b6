"""Two processes over one PostgreSQL: in order, each update once, nothing left behind."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager

import pytest
import pytest_asyncio
from pydantic import SecretStr

from bot.app import App
from bot.clock import SystemClock
from bot.settings import Settings
from bot.wiring import equip
from ledger.money import Money
from sandbox.balancer import Balancer
from sandbox.driver import SandboxDriver
from sandbox.server import SandboxServer
from services.messages import IncomingRecord
from services.ports import Database
from services.verify_books import verify_books
from storage.database import open_database
from tests.conversations.floor import BOT, STAFF, TOKEN, set_shop_up
from tests.databases import PostgresTemplate
from tests.here import needs_postgres

pytestmark = needs_postgres


class Firm:
    """A sandbox, a balancer, and two processes of the bot behind it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.server = SandboxServer()
        self.balancer = Balancer()
        self.apps: list[App] = []

    async def start(self) -> None:
        self.server.sandbox.world.add_bot(BOT, token=TOKEN)
        await self.server.start()
        await self.balancer.start()
        database = await open_database(self.url)
        await database.write(set_shop_up)
        await database.close()
        for _ in range(2):
            await self.add_process()

    async def add_process(self) -> None:
        settings = Settings(
            _env_file=None,
            telegram_bot_token=SecretStr(TOKEN),
            telegram_api_url=self.server.base_url,
            database_url=self.url,
            public_url=self.balancer.url,
            webhook_secret=SecretStr("only-telegram-knows"),
            http_port=0,
            stop_seconds=2,
            send_per_chat_per_second=1_000,
            send_chat_burst=1_000,
        )
        app = App(settings, await open_database(self.url), SystemClock(), equip())
        await app.start()
        self.apps.append(app)
        self.point()

    def point(self) -> None:
        self.balancer.point_at([f"http://127.0.0.1:{app.http_port}" for app in self.apps])

    async def stop(self) -> None:
        for app in self.apps:
            await app.stop()
        await self.balancer.stop()
        await self.server.stop()


@asynccontextmanager
async def firm_of(url: str) -> AsyncIterator[Firm]:
    firm = Firm(url)
    await firm.start()
    try:
        yield firm
    finally:
        await firm.stop()


@pytest.fixture
def postgres_url(postgresql_template: PostgresTemplate) -> Iterator[str]:
    with postgresql_template.lent() as url:
        yield url


@pytest_asyncio.fixture
async def firm(postgres_url: str) -> AsyncIterator[Firm]:
    async with firm_of(postgres_url) as opened:
        yield opened
    database = await open_database(postgres_url)
    assert await database.read(verify_books) == ()
    await database.close()


async def till(firm: Firm) -> Money:
    return await firm.apps[0].database.read(lambda books: books.balances.of("till.1", "UAH"))


async def test_a_burst_is_answered_in_order_by_two_processes(firm: Firm) -> None:
    async with SandboxDriver(firm.server.base_url) as driver:
        person_id, _ = STAFF["cashier"]
        actor = await driver.person("Cashier", language_code="en", user_id=person_id)
        chat = await actor.opens(BOT)
        await chat.hears()
        amounts = range(100, 130)
        for amount in amounts:
            await chat.types(f"courier {amount}")
        heard = [(await chat.hears()).text for _ in amounts]
        assert all(f"₴{amount}" in text for amount, text in zip(amounts, heard, strict=True))
        await chat.hears_nothing()
        assert await till(firm) == Money(-100 * sum(amounts), "UAH")


async def test_a_button_tapped_at_both_processes_counts_once(firm: Firm) -> None:
    async with SandboxDriver(firm.server.base_url) as driver:
        person_id, _ = STAFF["cashier"]
        actor = await driver.person("Cashier", language_code="en", user_id=person_id)
        chat = await actor.opens(BOT)
        await chat.hears()
        await chat.types("courier 220")
        card = await chat.hears()
        await asyncio.gather(*(chat.presses(card, "Undo") for _ in range(4)))
        async with asyncio.timeout(10):
            while await till(firm) != Money(0, "UAH"):
                await asyncio.sleep(0.02)
        entries = await firm.apps[0].database.read(lambda books: books.journal.count())
        assert entries == 2


async def test_what_a_stopped_process_left_is_taken_up(firm: Firm) -> None:
    async with AsyncExitStack() as stack:
        driver = await stack.enter_async_context(SandboxDriver(firm.server.base_url))
        people = [
            await driver.person(name.title(), language_code="en", user_id=STAFF[name][0])
            for name in ("cashier", "director")
        ]
        chats = [await person.opens(BOT) for person in people]
        for chat in chats:
            await chat.hears()
        leaver = firm.apps.pop()
        firm.point()
        for number in range(10):
            for chat in chats:
                await chat.types(f"courier {100 + number}")
        await leaver.stop()
        for chat in chats:
            heard = [(await chat.hears()).text for _ in range(10)]
            assert [f"₴{100 + n}" in text for n, text in enumerate(heard)] == [True] * 10


async def test_one_update_that_two_processes_are_given_at_once_is_kept_once(
    postgres_url: str,
) -> None:
    first, second = await open_database(postgres_url), await open_database(postgres_url)
    now = dt.datetime.now(dt.UTC)

    async def receives(database: Database, number: int) -> int:
        record = IncomingRecord("telegram:1", str(number), b"{}", "7")
        return len(await database.write(lambda books: books.inbox.receive([record], now)))

    for number in range(10):
        taken = await asyncio.gather(receives(first, number), receives(second, number))
        assert sum(taken) == 1
    await first.close()
    await second.close()
