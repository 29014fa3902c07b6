"""Books with a past whose guards are off, so that a test can plant what they would refuse.

Playing the past and taking off every constraint costs a hundred times what is planted then; so it
is done once for each past, and the tests are lent copies of what came of it.
"""

import asyncio
from collections.abc import Callable, Sequence

from sqlalchemy import NullPool, create_engine, text
from sqlalchemy.ext.asyncio import create_async_engine

from services.ports import Books
from services.verify_books import verify_books
from storage.database import is_sqlite, open_database, postgres_url
from tests.databases import PostgresTemplate, Prepare, SqliteTemplate

Past = Callable[[Books], None]


def findings_after(
    template: SqliteTemplate | PostgresTemplate, past: Past, statements: Sequence[str]
) -> set[str]:
    """Play a past, plant a corruption, prove the books."""
    guards: list[str] = _GUARDS.setdefault((template, past), [])
    with template.lent(f"{past.__module__}.{past.__name__}", _unguarded(past, guards)) as url:
        return asyncio.run(_findings_after(url, statements, guards))


async def _findings_after(url: str, statements: Sequence[str], guards: Sequence[str]) -> set[str]:
    if is_sqlite(url):
        _plant_in_sqlite(url, statements, guards)
    else:
        await _plant_in_postgres(url, statements)
    database = await open_database(url)
    found = await database.read(verify_books)
    await database.close()
    return {finding.invariant for finding in found}


_GUARDS: dict[tuple[SqliteTemplate | PostgresTemplate, Past], list[str]] = {}
"""The triggers that SQLite needs back before the proof: it cannot switch them off."""


def _unguarded(past: Past, guards: list[str]) -> Prepare:
    async def prepare(url: str) -> None:
        database = await open_database(url)
        await database.write(past)
        await database.close()
        if is_sqlite(url):
            guards.extend(_unguard_sqlite(url))
        else:
            await _unguard_postgres(url)

    return prepare


def _unguard_sqlite(url: str) -> Sequence[str]:
    """Rebuild every table without its constraints; give the triggers that were there."""
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        guards = connection.scalars(
            text("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
        ).all()
        tables = connection.scalars(
            text("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        ).all()
        for guard in guards:
            connection.exec_driver_sql(f"DROP TRIGGER {_name_of(guard)}")
        for table in tables:
            connection.exec_driver_sql(f"CREATE TABLE copied AS SELECT * FROM {table}")
            connection.exec_driver_sql(f"DROP TABLE {table}")
            connection.exec_driver_sql(f"ALTER TABLE copied RENAME TO {table}")
    return guards


def _plant_in_sqlite(url: str, statements: Sequence[str], guards: Sequence[str]) -> None:
    """Run the statements, put the guards back that none of them drops."""
    with create_engine(url, poolclass=NullPool).begin() as connection:
        for statement in statements:
            if not statement.startswith("DROP TRIGGER"):
                connection.exec_driver_sql(statement)
        for guard in guards:
            if not any(_name_of(guard) in statement for statement in statements):
                connection.exec_driver_sql(guard)


def _name_of(guard: str) -> str:
    return guard.split()[2]


async def _unguard_postgres(url: str) -> None:
    """Drop every constraint."""
    constraints = (
        "SELECT conrelid::regclass || ' DROP CONSTRAINT IF EXISTS ' || conname || ' CASCADE' "
        "FROM pg_constraint WHERE contype IN ('u', 'c', 'f') AND connamespace = "
        "current_schema()::regnamespace ORDER BY contype = 'f' DESC"
    )
    async with create_async_engine(postgres_url(url), poolclass=NullPool).begin() as connection:
        for constraint in (await connection.scalars(text(constraints))).all():
            await connection.exec_driver_sql(f"ALTER TABLE {constraint}")


async def _plant_in_postgres(url: str, statements: Sequence[str]) -> None:
    """Switch the triggers off, run the statements."""
    async with create_async_engine(postgres_url(url), poolclass=NullPool).begin() as connection:
        await connection.exec_driver_sql("SET session_replication_role = replica")
        for statement in statements:
            on = " ON posting" if statement.startswith("DROP TRIGGER") else ""
            await connection.exec_driver_sql(statement + on)
