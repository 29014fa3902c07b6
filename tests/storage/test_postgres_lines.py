"""Connections to PostgreSQL are whole again, whatever happened to a unit of work on them."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator

import asyncpg
import pytest
import pytest_asyncio
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from services.ports import Books, Database, StorageError
from storage.books import SqlBooks
from storage.database import open_database
from storage.postgres import READERS
from tests.databases import PostgresTemplate, postgres_is_there

pytestmark = [
    pytest.mark.asyncio,
    pytest.mark.skipif(not postgres_is_there(), reason="there is no PostgreSQL here"),
]

OPEN = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND state LIKE 'idle in transaction%'
"""


@pytest.fixture
def url(postgresql_template: PostgresTemplate) -> Iterator[str]:
    with postgresql_template.lent() as lent:
        yield lent


@pytest_asyncio.fixture
async def database(url: str) -> AsyncIterator[Database]:
    opened = await open_database(url)
    yield opened
    await opened.close()


def saying(statement: str) -> Callable[[Books], int]:
    """Make a use case that says one statement to the server."""

    def work(books: Books) -> int:
        assert isinstance(books, SqlBooks)
        below: Connection = books._connection  # noqa: SLF001 - what the books stand on
        return int(below.execute(text(statement)).scalar_one())

    return work


async def test_readers_that_leave_take_no_connection_with_them(database: Database) -> None:
    for _ in range(2):
        left = [
            asyncio.create_task(database.read(saying("SELECT 1 FROM pg_sleep(30)")))
            for _ in range(READERS)
        ]
        await asyncio.sleep(0.3)
        for each in left:
            each.cancel()
        await asyncio.gather(*left, return_exceptions=True)
    async with asyncio.timeout(10):
        done = await asyncio.gather(*(database.read(saying("SELECT 7")) for _ in range(READERS)))
    assert done == [7] * READERS


@pytest.mark.parametrize("does", ["read", "write"])
async def test_what_fails_leaves_no_transaction_open(
    database: Database, url: str, does: str
) -> None:
    run = database.read if does == "read" else database.write
    for _ in range(3):
        with pytest.raises(DBAPIError, match="division by zero"):
            await run(saying("SELECT 1 / 0"))
    server = await asyncpg.connect(url)
    assert await server.fetchval(OPEN) == 0
    await server.close()
    assert await run(saying("SELECT 7")) == 7


@pytest.mark.parametrize("does", ["read", "write"])
async def test_a_connection_that_is_cut_in_a_unit_is_told_and_opened_anew(
    database: Database, does: str
) -> None:
    run = database.read if does == "read" else database.write
    with pytest.raises(StorageError):
        await run(saying("SELECT 1 FROM pg_terminate_backend(pg_backend_pid()), pg_sleep(5)"))
    assert await run(saying("SELECT 7")) == 7


async def test_reading_changes_nothing(database: Database) -> None:
    with pytest.raises(DBAPIError, match="read-only transaction"):
        await database.read(saying("DELETE FROM raw_record RETURNING 1"))


async def test_a_reader_sees_one_moment(database: Database) -> None:
    isolation = "SELECT (current_setting('transaction_isolation') = 'repeatable read')::int"
    assert await database.read(saying(isolation)) == 1
