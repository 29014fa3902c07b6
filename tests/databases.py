"""Fresh, migrated databases for tests: a copied SQLite file, a cloned PostgreSQL database."""

import asyncio
import os
import shutil
import uuid
from pathlib import Path

import asyncpg

from storage.migrate import migrate

POSTGRES_URL = os.environ.get("TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432/postgres")


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


async def execute(*statements: str) -> None:
    """Run statements on the server, outside any transaction."""
    connection = await asyncpg.connect(POSTGRES_URL)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


class SqliteTemplate:
    """One migrated file that each test copies."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "template.sqlite3"
        asyncio.run(migrate(f"sqlite:///{self._file}"))

    def fresh(self, folder: Path) -> str:
        """Copy the template and give the copy's URL."""
        target = folder / "tilly.sqlite3"
        shutil.copy(self._file, target)
        return f"sqlite:///{target}"


class PostgresTemplate:
    """One migrated database that each test clones; all of it is dropped at the end."""

    def __init__(self) -> None:
        self._name = f"tilly_test_{uuid.uuid4().hex[:12]}"
        self._clones: list[str] = []
        asyncio.run(execute(f"CREATE DATABASE {self._name}"))
        asyncio.run(migrate(in_postgres(self._name)))

    def fresh(self) -> str:
        """Clone the template and give the clone's URL."""
        clone = f"{self._name}_{len(self._clones)}"
        asyncio.run(execute(f"CREATE DATABASE {clone} TEMPLATE {self._name} STRATEGY wal_log"))
        self._clones.append(clone)
        return in_postgres(clone)

    def drop(self) -> None:
        """Drop the template and every clone."""
        statements = [
            f"DROP DATABASE IF EXISTS {name} WITH (FORCE)" for name in (*self._clones, self._name)
        ]
        asyncio.run(execute(*statements))
