import asyncio
from collections.abc import AsyncIterator, Iterator

import asyncpg
import pytest
import pytest_asyncio

from services.ports import StorageError
from storage.database import open_database
from storage.turns import PostgresTurns
from tests.databases import PostgresTemplate
from tests.here import needs_postgres

pytestmark = [pytest.mark.asyncio, needs_postgres]


@pytest.fixture
def url(postgresql_template: PostgresTemplate) -> Iterator[str]:
    with postgresql_template.lent() as lent:
        yield lent


@pytest_asyncio.fixture
async def processes(url: str) -> AsyncIterator[tuple[PostgresTurns, PostgresTurns]]:
    one, other = PostgresTurns(url), PostgresTurns(url)
    yield one, other
    await one.close()
    await other.close()


async def test_a_turn_is_one_process_s_until_it_gives_it(
    processes: tuple[PostgresTurns, PostgresTurns],
) -> None:
    one, other = processes
    had: list[str] = []

    async def later() -> None:
        async with other.take("chat:1"):
            had.append("other")

    async with one.take("chat:1"):
        waiting = asyncio.create_task(later())
        await asyncio.sleep(0.1)
        had.append("one")
    await waiting
    assert had == ["one", "other"]


async def test_many_turns_at_once_are_each_taken_and_given(
    processes: tuple[PostgresTurns, PostgresTurns],
) -> None:
    held: dict[int, int] = {}
    most: dict[int, int] = {}

    async def take(turns: PostgresTurns, chat: int) -> None:
        async with turns.take(f"chat:{chat}"):
            held[chat] = held.get(chat, 0) + 1
            most[chat] = max(most.get(chat, 0), held[chat])
            await asyncio.sleep(0.002)
            held[chat] -= 1

    async with asyncio.timeout(20):
        await asyncio.gather(*(take(turns, chat) for chat in range(60) for turns in processes))
    assert most == dict.fromkeys(range(60), 1)


async def test_who_is_cancelled_while_he_asks_holds_no_turn(
    processes: tuple[PostgresTurns, PostgresTurns],
) -> None:
    one, other = processes
    async with one.take("warm"):
        pass

    async def hold() -> None:
        async with one.take("chat:1"):
            await asyncio.sleep(60)

    for steps in range(8):
        asking = asyncio.create_task(hold())
        for _ in range(steps):
            await asyncio.sleep(0)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        async with asyncio.timeout(5), other.take("chat:1"):
            pass


async def test_after_the_end_no_turn_is_given(
    processes: tuple[PostgresTurns, PostgresTurns],
) -> None:
    one, _ = processes
    await one.close()
    with pytest.raises(StorageError):
        async with one.take("chat:1"):
            pass


async def test_connections_that_the_server_closed_are_opened_anew(url: str) -> None:
    server = await asyncpg.connect(url)
    there = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
    before = [each["pid"] for each in await server.fetch(there)]
    database = await open_database(url)
    await database.read(lambda books: books.shop.get())
    closed = await server.fetch(
        f"SELECT pg_terminate_backend(pid, 5000) FROM ({there}) x WHERE pid <> ALL($1)",
        before,
    )
    await server.close()
    assert closed
    await asyncio.sleep(0.1)  # the end of a socket is heard in the next round of the loop
    assert await database.read(lambda books: books.shop.get()) is None
    await database.write(lambda books: books.shop.get())
    await database.close()
