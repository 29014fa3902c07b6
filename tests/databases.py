"""Fresh, migrated databases for tests: a copied SQLite file, a washed PostgreSQL database.

To create a PostgreSQL database costs a tenth of a second and to drop one costs a checkpoint, which
everybody on the server waits for. So a test is lent one that the tests before it have used, and
what it wrote is deleted when it gives it back. Only one whose tables, constraints or triggers were
changed is thrown away.
"""

import asyncio
import itertools
import os
import uuid
from collections import defaultdict
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import asyncpg

from services.ports import Finding
from services.verify_books import verify_books
from storage.database import open_database, sqlite_path
from storage.migrate import migrate

POSTGRES_URL = os.environ.get("TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432/postgres")
PREFIX = "tilly_tests_"
_OWNER_CHARACTERS = 12
_GONE_MILLISECONDS = 5_000

Result = TypeVar("Result")
Prepare = Callable[[str], Coroutine[None, None, None]]
"""Makes the empty database at a URL what a kind of test begins with."""


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
            self._kinds = {"empty": file.read_bytes()}

    def fresh(self, folder: Path, kind: str = "empty") -> str:
        """Copy the template and give the copy's URL."""
        target = folder / "tilly.sqlite3"
        target.write_bytes(self._kinds[kind])
        return f"sqlite:///{target}"

    @contextmanager
    def lent(self, kind: str = "empty", prepare: Prepare | None = None) -> Iterator[str]:
        """Give the URL of a copy until the end of the block; see PostgresTemplate.lent."""
        with TemporaryDirectory() as folder:
            if prepare is not None and kind not in self._kinds:
                url = self.fresh(Path(folder))
                asyncio.run(prepare(url))
                self._kinds[kind] = sqlite_path(url).read_bytes()
            yield self.fresh(Path(folder), kind)

    @contextmanager
    def proved(self, kind: str = "empty", prepare: Prepare | None = None) -> Iterator[str]:
        """Lend a database, and prove its books at the end of the block."""
        with self.lent(kind, prepare) as url:
            yield url
            assert asyncio.run(_findings_in(url)) == ()


async def _findings_in(url: str) -> tuple[Finding, ...]:
    database = await open_database(url)
    try:
        return await database.read(verify_books)
    finally:
        await database.close()


@cache
def migrated_sqlite() -> SqliteTemplate:
    """Give the template that all tests of a process copy."""
    return SqliteTemplate()


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
        self._free: dict[str, list[_Copy]] = defaultdict(list)
        self._server: asyncpg.Connection = self._run(lambda: asyncpg.connect(POSTGRES_URL))
        self._run(self._sign_and_sweep)
        self._run(lambda: self._server.execute(f"CREATE DATABASE {self._name}"))
        self._run(lambda: migrate(in_postgres(self._name)))

    @contextmanager
    def lent(self, kind: str = "empty", prepare: Prepare | None = None) -> Iterator[str]:
        """Give the URL of a fresh database until the end of the block.

        Args:
            kind: the name of what it is like; one of the same kind may be given again.
            prepare: makes it so when there is none yet.
        """
        with self._lent(kind, prepare) as copy:
            yield copy.url

    @contextmanager
    def proved(self, kind: str = "empty", prepare: Prepare | None = None) -> Iterator[str]:
        """Lend a database, and prove its books at the end of the block."""
        with self._lent(kind, prepare) as copy:
            yield copy.url
            assert self._run(copy.findings) == ()

    @contextmanager
    def _lent(self, kind: str, prepare: Prepare | None) -> "Iterator[_Copy]":
        free = self._free[kind]
        copy = free.pop() if free else self._run(lambda: self._copied(prepare))
        try:
            yield copy
        finally:
            if self._run(copy.wash):
                free.append(copy)
            else:
                self._run(lambda: self._throw_away(copy))

    def drop(self) -> None:
        """Drop the template and every copy."""
        for copy in itertools.chain.from_iterable(self._free.values()):
            self._run(copy.close)
        self._run(lambda: self._drop_all_of(self._name))
        self._run(self._server.close)
        self._runner.close()

    def _run(self, work: Callable[[], Awaitable[Result]]) -> Result:
        async def run() -> Result:
            return await work()

        return self._runner.run(run())

    async def _copied(self, prepare: Prepare | None) -> "_Copy":
        name = f"{self._name}_{self._copies}"
        self._copies += 1
        await self._server.execute(
            f"CREATE DATABASE {name} TEMPLATE {self._name} STRATEGY wal_log"
        )
        # Nothing of a test outlives the server, so no commit needs to wait for the disk.
        await self._server.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")
        copy = _Copy(name)
        if prepare is not None:
            await prepare(copy.url)
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


_TABLES = (
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND "
    "relnamespace = current_schema()::regnamespace"
)
_OURS = 16_384
"""Objects from this number on are made by people, the others by the server itself."""
_SHAPE = " UNION ALL ".join(
    f"SELECT md5(string_agg(x.oid::text || x.xmin, ',' ORDER BY x.oid)) FROM {catalogue} x "
    f"WHERE x.oid >= {_OURS}"
    for catalogue in ("pg_class", "pg_constraint", "pg_trigger", "pg_proc")
) + (
    " UNION ALL SELECT md5(string_agg(attrelid::text || attnum || xmin, ',' "
    f"ORDER BY attrelid, attnum)) FROM pg_attribute WHERE attrelid >= {_OURS}"
)
"""Who wrote each row of the catalogues last: whatever changes the tables changes this."""
_LET_GO = (
    f"SELECT pg_terminate_backend(pid, {_GONE_MILLISECONDS}) FROM pg_stat_activity WHERE "
    "datname = current_database() AND backend_type = 'client backend' AND backend_start > $1"
)
"""Ends what a test has left connected; the copy's own connections were there before it."""
_COUNTED = (
    "SELECT format('%I.%I', schemaname, sequencename) AS name, last_value FROM pg_sequences "
    "WHERE last_value IS NOT NULL"
)
_COUNT_ANEW = (
    "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) "
    "FROM pg_sequences WHERE last_value IS NOT NULL"
)


class _Copy:
    """A copy of the template, with a connection that makes it as it was, and one that proves it.

    A server plans each statement once a connection, and the proofs are its heaviest ones: planning
    them anew for every test took as long as the test.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.url = in_postgres(name)

    async def open(self) -> None:
        """Connect, and note how it is."""
        self._books = await open_database(self.url)
        await self._books.read(lambda books: books.shop.get())
        self._connection = connection = await asyncpg.connect(self.url)
        # Guards against deleting are of the books; here it is the test that is over.
        await connection.execute("SET session_replication_role = replica")
        tables = [each["relname"] for each in await connection.fetch(_TABLES)]
        self._empty = ";".join(f"DELETE FROM {table}" for table in tables)
        self._rows: dict[str, str] = {}
        for table in tables:
            rows = await connection.fetchval(f"SELECT json_agg(x)::text FROM {table} x")
            if rows is not None:
                self._rows[table] = rows
        self._counted = await connection.fetch(_COUNTED)
        self._shape = await connection.fetch(_SHAPE)
        self._since = await connection.fetchval("SELECT clock_timestamp()")

    async def findings(self) -> tuple[Finding, ...]:
        """Prove its books."""
        return await self._books.read(verify_books)

    async def wash(self) -> bool:
        """Make it as it was; say no if it cannot be."""
        connection = self._connection
        await connection.execute(_LET_GO, self._since)
        if await connection.fetch(_SHAPE) != self._shape:
            return False
        async with connection.transaction():
            await connection.execute(f"{self._empty};{_COUNT_ANEW}")
            for table, rows in self._rows.items():
                given = f"json_populate_recordset(NULL::{table}, $1)"
                await connection.execute(f"INSERT INTO {table} SELECT * FROM {given}", rows)
            for each in self._counted:
                await connection.execute(
                    "SELECT setval($1::text::regclass, $2)", each["name"], each["last_value"]
                )
        return True

    async def close(self) -> None:
        """Let go of it."""
        await self._books.close()
        await self._connection.close()
