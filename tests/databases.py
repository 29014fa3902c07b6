"""Fresh, migrated databases for tests: a copied SQLite file, a washed PostgreSQL database.

To create a PostgreSQL database costs a tenth of a second and to drop one costs a checkpoint, which
everybody on the server waits for. So a test is lent one that the tests before it have used, and
what it wrote is deleted when it gives it back. Only one whose tables, constraints or triggers were
changed is thrown away.
"""

import asyncio
import os
import uuid
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import asyncpg

from storage.migrate import migrate

POSTGRES_URL = os.environ.get("TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432/postgres")
PREFIX = "tilly_tests_"
_OWNER_CHARACTERS = 12
_GONE_MILLISECONDS = 5_000

Result = TypeVar("Result")


def postgres_is_there() -> bool:
    """Say whether a PostgreSQL server answers."""

    async def ask() -> bool:
        try:
            connection = await asyncpg.connect(POSTGRES_URL, timeout=2)
        except (OSError, asyncpg.PostgresError, TimeoutError):
            return False
        await connection.close()
        return True

    return asyncio.run(ask())


def in_postgres(name: str) -> str:
    """Give the URL of a database on the server."""
    return POSTGRES_URL.rsplit("/", 1)[0] + f"/{name}"


class SqliteTemplate:
    """One migrated file that each test copies."""

    def __init__(self) -> None:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "template.sqlite3"
            asyncio.run(migrate(f"sqlite:///{file}"))
            self._content = file.read_bytes()

    def fresh(self, folder: Path) -> str:
        """Copy the template and give the copy's URL."""
        target = folder / "tilly.sqlite3"
        target.write_bytes(self._content)
        return f"sqlite:///{target}"

    @contextmanager
    def lent(self) -> Iterator[str]:
        """Give the URL of a copy until the end of the block."""
        with TemporaryDirectory() as folder:
            yield self.fresh(Path(folder))


class PostgresTemplate:
    """One migrated database, and copies of it that are lent to one test after another.

    Its owner holds a lock on the server while it lives: what a killed run has left behind bears
    the name of an owner whose lock is free, and is dropped by the next run.
    """

    def __init__(self) -> None:
        # A loop of its own keeps its connections; no test's loop is taken for it.
        self._runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self._name = f"{PREFIX}{uuid.uuid4().hex[:_OWNER_CHARACTERS]}"
        self._copies = 0
        self._free: list[_Copy] = []
        self._server: asyncpg.Connection = self._run(lambda: asyncpg.connect(POSTGRES_URL))
        self._run(self._sign_and_sweep)
        self._run(lambda: self._server.execute(f"CREATE DATABASE {self._name}"))
        self._run(lambda: migrate(in_postgres(self._name)))
        self._seeds: _Seeds = self._run(lambda: _seeds_of(self._name))

    @contextmanager
    def lent(self) -> Iterator[str]:
        """Give the URL of a fresh database until the end of the block."""
        copy = self._free.pop() if self._free else self._run(self._copied)
        try:
            yield copy.url
        finally:
            if self._run(copy.wash):
                self._free.append(copy)
            else:
                self._run(lambda: self._throw_away(copy))

    def drop(self) -> None:
        """Drop the template and every copy."""
        for copy in self._free:
            self._run(copy.close)
        self._run(lambda: self._drop_all_of(self._name))
        self._run(self._server.close)
        self._runner.close()

    def _run(self, work: Callable[[], Awaitable[Result]]) -> Result:
        async def run() -> Result:
            return await work()

        return self._runner.run(run())

    async def _copied(self) -> "_Copy":
        name = f"{self._name}_{self._copies}"
        self._copies += 1
        await self._server.execute(
            f"CREATE DATABASE {name} TEMPLATE {self._name} STRATEGY wal_log"
        )
        # Nothing of a test outlives the server, so no commit needs to wait for the disk.
        await self._server.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")
        copy = _Copy(name, self._seeds)
        await copy.open()
        return copy

    async def _throw_away(self, copy: "_Copy") -> None:
        """Drop it before a checkpoint has written all of its files."""
        await copy.close()
        await self._server.execute(f"DROP DATABASE {copy.name} WITH (FORCE)")

    async def _sign_and_sweep(self) -> None:
        await self._server.execute("SELECT pg_advisory_lock(hashtext($1))", self._name)
        names = await self._names_like(PREFIX)
        owners = {name[: len(self._name)] for name in names} - {self._name}
        for owner in owners:
            key = "hashtext($1)"
            if await self._server.fetchval(f"SELECT pg_try_advisory_lock({key})", owner):
                await self._drop_all_of(owner)
                await self._server.fetchval(f"SELECT pg_advisory_unlock({key})", owner)

    async def _names_like(self, beginning: str) -> list[str]:
        found = await self._server.fetch(
            "SELECT datname FROM pg_database WHERE starts_with(datname, $1)", beginning
        )
        return [each["datname"] for each in found]

    async def _drop_all_of(self, owner: str) -> None:
        for name in await self._names_like(owner):
            await self._server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


_Seeds = dict[str, str]
"""The rows that a migrated database begins with, as JSON, by their table."""

_TABLES = (
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND "
    "relnamespace = current_schema()::regnamespace"
)
_SHAPE = " UNION ALL ".join(
    f"SELECT md5(string_agg(x.oid::text || x.xmin, ',' ORDER BY x.oid)) FROM {catalogue} x"
    for catalogue in ("pg_class", "pg_constraint", "pg_trigger", "pg_proc")
) + (
    " UNION ALL SELECT md5(string_agg(attrelid::text || attnum || xmin, ',' "
    "ORDER BY attrelid, attnum)) FROM pg_attribute"
)
"""Who wrote each row of the catalogues last: whatever changes the tables changes this."""
_LET_GO = (
    f"SELECT pg_terminate_backend(pid, {_GONE_MILLISECONDS}) FROM pg_stat_activity WHERE "
    "datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
)
_COUNT_ANEW = (
    "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) "
    "FROM pg_sequences WHERE last_value IS NOT NULL"
)


async def _seeds_of(name: str) -> _Seeds:
    connection = await asyncpg.connect(in_postgres(name))
    try:
        tables = [each["relname"] for each in await connection.fetch(_TABLES)]
        rows = {
            table: await connection.fetchval(f"SELECT json_agg(x)::text FROM {table} x")
            for table in tables
        }
        counted = "SELECT count(*) FROM pg_sequences WHERE last_value IS NOT NULL"
        assert await connection.fetchval(counted) == 0  # else they would have to be set back so
    finally:
        await connection.close()
    return {table: found for table, found in rows.items() if found is not None}


class _Copy:
    """A copy of the template, with a connection that makes it as it was."""

    def __init__(self, name: str, seeds: _Seeds) -> None:
        self.name = name
        self.url = in_postgres(name)
        self._seeds = seeds

    async def open(self) -> None:
        """Connect, and note how its tables are."""
        self._connection = await asyncpg.connect(self.url)
        # Guards against deleting are of the books; here it is the test that is over.
        await self._connection.execute("SET session_replication_role = replica")
        tables = [each["relname"] for each in await self._connection.fetch(_TABLES)]
        self._empty = ";".join(f"DELETE FROM {table}" for table in tables)
        self._shape = await self._connection.fetch(_SHAPE)

    async def wash(self) -> bool:
        """Make it as it was; say no if it cannot be."""
        connection = self._connection
        await connection.execute(_LET_GO)
        if await connection.fetch(_SHAPE) != self._shape:
            return False
        await connection.execute(f"{self._empty};{_COUNT_ANEW}")
        for table, rows in self._seeds.items():
            await connection.execute(
                f"INSERT INTO {table} SELECT * FROM json_populate_recordset(NULL::{table}, $1)",
                rows,
            )
        return True

    async def close(self) -> None:
        """Let go of it."""
        await self._connection.close()
