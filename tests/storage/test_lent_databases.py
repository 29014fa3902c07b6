"""A database that is lent again is as good as a new one."""

import asyncio
import uuid

import asyncpg
import pytest

from services.ports import Books
from storage.database import open_database
from tests.conftest import NOW
from tests.databases import (
    POSTGRES_URL,
    PREFIX,
    PostgresTemplate,
    SqliteTemplate,
)
from tests.here import needs_postgres
from tests.shop import SYSTEM, hire, lay, paid, record


def numbers_of_a_first_day(books: Books) -> tuple[int, ...]:
    """Post, hire and receive, and give every number that the database gave out for it."""
    assert books.journal.count() == 0
    lay(books)
    item = books.inbox.receive([record(1)], NOW)[0]
    return (books.journal.add([paid("1")], SYSTEM)[0].number, hire(books).id, item.raw_record_id)


async def first_day(url: str) -> tuple[int, ...]:
    database = await open_database(url)
    try:
        return await database.write(numbers_of_a_first_day)
    finally:
        await database.close()


def test_what_one_wrote_is_not_there_for_the_next(
    template: SqliteTemplate | PostgresTemplate,
) -> None:
    given = []
    for _ in range(3):
        with template.lent() as url:
            given.append(asyncio.run(first_day(url)))
    assert given == [given[0]] * 3


async def ask(statement: str, url: str = POSTGRES_URL) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(statement)
    finally:
        await connection.close()


@needs_postgres
@pytest.mark.parametrize(
    "change",
    ["ALTER TABLE posting DISABLE TRIGGER ALL", "ALTER TABLE shop ADD COLUMN more integer",
     "DROP INDEX uq_approval_waiting"],
)  # fmt: skip
def test_one_whose_tables_were_changed_is_not_lent_again(
    postgresql_template: PostgresTemplate, change: str
) -> None:
    with postgresql_template.lent() as url:
        asyncio.run(ask(change, url))
    name = url.rpartition("/")[2]
    there = f"SELECT count(*) FROM pg_database WHERE datname = '{name}'"
    assert asyncio.run(ask(there)) == 0


@needs_postgres
def test_what_a_killed_run_left_is_dropped_and_what_lives_is_not(
    postgresql_template: PostgresTemplate,
) -> None:
    left = f"{PREFIX}{uuid.uuid4().hex[:12]}_7"
    asyncio.run(ask(f"CREATE DATABASE {left}"))
    with postgresql_template.lent() as url:
        PostgresTemplate().drop()
        assert asyncio.run(first_day(url))
    there = f"SELECT count(*) FROM pg_database WHERE datname = '{left}'"
    assert asyncio.run(ask(there)) == 0
