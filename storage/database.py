"""Where the books live, chosen by URL."""

from pathlib import Path

from sqlalchemy import make_url

from services.ports import Database
from storage.sqlite import SqliteDatabase


class UnknownDatabaseError(ValueError):
    """A URL of a kind that the books cannot live in."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(
            f"the books live in sqlite:///… or postgresql://…, not in {kind!r}; "
            "see DATABASE_URL in .env.example"
        )


def is_sqlite(url: str) -> bool:
    """Say whether a URL is of SQLite.

    Raises:
        UnknownDatabaseError: it is of neither database.
    """
    kind = make_url(url).get_backend_name()
    if kind not in {"sqlite", "postgresql"}:
        raise UnknownDatabaseError(kind)
    return kind == "sqlite"


def sqlite_path(url: str) -> Path:
    """Give the file that an SQLite URL names."""
    return Path(make_url(url).database or "tilly.sqlite3")


def postgres_url(url: str) -> str:
    """Give a PostgreSQL URL the driver that the books use."""
    return make_url(url).set(drivername="postgresql+asyncpg").render_as_string(hide_password=False)


async def open_database(url: str) -> Database:
    """Open the books at a URL.

    Raises:
        UnknownDatabaseError: a URL of another kind of database.
        StorageError: the database cannot be reached.
    """
    if not is_sqlite(url):
        # asyncpg, which a shop on SQLite never needs.
        from storage.postgres import PostgresDatabase  # noqa: PLC0415 - heavy

        return PostgresDatabase(postgres_url(url))
    database = SqliteDatabase(sqlite_path(url))
    await database.open()
    return database
