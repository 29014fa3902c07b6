"""The database itself refuses what would break the books, whoever asks."""

import asyncio
import datetime as dt

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, NullPool, create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from ledger.cash import CashCategory
from services.ports import Books, Database, Finding, StorageError
from storage.database import UnknownDatabaseError, is_sqlite, open_database, postgres_url
from storage.migrate import is_migrated, migrate
from storage.tables import metadata
from tests.conftest import NOW
from tests.shop import DAY, SYSTEM, lay, paid, record


async def run(url: str, *statements: str) -> None:
    """Run statements in one transaction, with foreign keys on."""
    if is_sqlite(url):
        with create_engine(url, poolclass=NullPool).begin() as connection:
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")
            for statement in statements:
                connection.exec_driver_sql(statement)
    else:
        async with create_async_engine(postgres_url(url), poolclass=NullPool).begin() as opened:
            for statement in statements:
                await opened.exec_driver_sql(statement)


def a_posted_entry(books: Books) -> None:
    lay(books)
    books.inbox.receive([record(1)], NOW)
    books.journal.add([paid("1")], SYSTEM)
    books.periods.close(DAY - dt.timedelta(days=20), SYSTEM)


@pytest.fixture
async def url(database_url: str) -> str:
    database = await open_database(database_url)
    await database.write(a_posted_entry)
    await database.close()
    return database_url


@pytest.mark.parametrize(
    "table", ["journal_entry", "posting", "audit_record", "raw_record", "period_close"]
)
@pytest.mark.parametrize("verb", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}"])
async def test_what_was_kept_cannot_be_changed(url: str, table: str, verb: str) -> None:
    column = {"posting": "leg", "raw_record": "id", "period_close": "ends_on"}.get(table, "number")
    with pytest.raises(DBAPIError, match="append_only"):
        await run(url, verb.format(table, column))


ENTRY = (
    "INSERT INTO journal_entry (number, booked_on, occurred_at, recorded_at, narration, source, "
    "external_id, version, decided_by) VALUES (2, '{day}', '2026-11-20 10:00:00', "
    "'2026-11-20 10:00:00', 'x', 'test', '2', 1, 'system')"
)
LEGS = "INSERT INTO posting (entry_number, leg, account_id, amount_minor, currency) VALUES "


async def test_an_unbalanced_entry_cannot_be_sealed(url: str) -> None:
    legs = LEGS + "(2, 1, 1, 10, 'UAH'), (2, 2, 2, -9, 'UAH')"
    with pytest.raises(DBAPIError, match="entry_unbalanced"):
        await run(url, legs, ENTRY.format(day=DAY))


async def test_an_entry_without_postings_cannot_be_sealed(url: str) -> None:
    with pytest.raises(DBAPIError, match="entry_without_postings"):
        await run(url, ENTRY.format(day=DAY))


async def test_a_posting_cannot_join_a_sealed_entry(url: str) -> None:
    with pytest.raises(DBAPIError, match="entry_sealed"):
        await run(url, LEGS + "(1, 3, 1, 10, 'UAH')")


async def test_a_posting_without_an_entry_cannot_be_committed(url: str) -> None:
    with pytest.raises(DBAPIError):
        await run(url, LEGS + "(9, 1, 1, 10, 'UAH'), (9, 2, 2, -10, 'UAH')")


async def test_a_closed_period_takes_no_posting(url: str) -> None:
    legs = LEGS + "(2, 1, 1, 10, 'UAH'), (2, 2, 2, -10, 'UAH')"
    with pytest.raises(DBAPIError, match="period_closed"):
        await run(url, legs, ENTRY.format(day=DAY - dt.timedelta(days=20)))


async def test_the_migrated_tables_are_the_mapped_ones(database_url: str) -> None:
    def differences(connection: Connection) -> object:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, metadata)

    if is_sqlite(database_url):
        with create_engine(database_url, poolclass=NullPool).connect() as connection:
            assert differences(connection) == []
    else:
        engine = create_async_engine(postgres_url(database_url), poolclass=NullPool)
        async with engine.connect() as opened:
            assert await opened.run_sync(differences) == []


async def test_migrating_again_changes_nothing(database_url: str) -> None:
    steps: list[str] = []
    await migrate(database_url, steps.append)
    assert steps == []
    assert await is_migrated(database_url)


async def test_sqlite_keeps_every_commit_and_every_reference(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")

    def settings(connection: Connection) -> list[object]:
        return [connection.scalar(text(f"PRAGMA {pragma}")) for pragma in pragmas]

    writer = database._writer  # type: ignore[attr-defined]  # noqa: SLF001 - only SQLite's own
    assert await writer.run(settings) == ["wal", 2, 1, 5000]
    await database.close()


async def test_a_locked_database_says_that_it_is_busy(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The time limit is a constant of the module: waiting it out would slow the suite by seconds.
    monkeypatch.setattr("storage.sqlite._SETTINGS", ("PRAGMA busy_timeout = 20",))
    database = await open_database(sqlite_url)
    with create_engine(sqlite_url, poolclass=NullPool).connect() as other:
        other.exec_driver_sql("BEGIN IMMEDIATE")
        with pytest.raises(StorageError) as caught:
            await database.write(lay)
    assert caught.value.reason == "busy"
    await database.write(lay)
    await database.close()


async def test_a_full_disk_says_so_and_changes_nothing(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    await database.write(lay)
    writer = database._writer  # type: ignore[attr-defined]  # noqa: SLF001 - only SQLite's own
    pages = await writer.run(lambda connection: connection.scalar(text("PRAGMA page_count")))

    def fill(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    await writer.run(fill)
    entries = [paid(str(number), category=CashCategory.RENT) for number in range(2_000)]
    with pytest.raises(StorageError) as caught:
        await database.write(lambda books: books.journal.add(entries, SYSTEM))
    assert caught.value.reason == "full"
    assert await database.read(lambda books: books.journal.count()) == 0
    await database.close()


async def test_a_full_disk_among_many_is_told_to_each_and_keeps_none(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    await database.write(lay)
    writer = database._writer  # type: ignore[attr-defined]  # noqa: SLF001 - only SQLite's own
    pages = await writer.run(lambda connection: connection.scalar(text("PRAGMA page_count")))
    await writer.run(lambda books: books.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}"))

    async def post(name: int) -> str:
        entries = [paid(f"{name}/{number}") for number in range(100)]
        try:
            await database.write(lambda books: books.journal.add(entries, SYSTEM))
        except StorageError as error:
            return error.reason
        return "kept"

    outcomes = await asyncio.gather(*(post(name) for name in range(8)))
    kept = await database.read(lambda books: books.journal.count())
    assert set(outcomes) <= {"kept", "full"}
    assert kept == 100 * outcomes.count("kept")
    assert "full" in outcomes
    assert await database.read(lambda books: tuple(books.verification.run())) == ()
    await database.close()


async def test_a_table_and_a_column_that_are_gone_are_told(url: str) -> None:
    await run(
        url,
        "ALTER TABLE report_mapping RENAME TO elsewhere",
        "ALTER TABLE digest_choice RENAME COLUMN done_on TO was_done_on",
    )
    database = await open_database(url)
    found = await database.read(lambda books: tuple(books.verification.run()))
    await database.close()
    assert set(found) == {
        Finding("column_missing", "digest_choice.done_on"),
        Finding("table_missing", "report_mapping"),
    }


async def test_a_database_that_is_away_says_so() -> None:
    database: Database = await open_database("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(StorageError) as caught:
        await database.write(lay)
    assert caught.value.reason == "unreachable"
    await database.close()


async def test_another_kind_of_database_is_refused_in_words() -> None:
    with pytest.raises(UnknownDatabaseError, match="mysql"):
        await open_database("mysql://root@localhost/books")
