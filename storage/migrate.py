"""Bring a database to today's tables."""

from collections.abc import Callable
from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, NullPool, create_engine, make_url
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import is_sqlite, postgres_url, sqlite_path
from storage.errors import told_apart
from storage.tables import metadata


async def migrate(url: str, progress: Callable[[str], None] | None = None) -> None:
    """Bring the database at a URL to today's tables, creating it where it is a file.

    Args:
        url: as DATABASE_URL.
        progress: is told each step's name before it is taken.

    Raises:
        StorageError: the database cannot be reached.
    """
    with told_apart():
        await _over(url, lambda connection: _upgrade(connection, progress))


async def is_migrated(url: str) -> bool:
    """Say whether the database at a URL has today's tables.

    Raises:
        StorageError: the database cannot be reached.
    """
    with told_apart():
        return await _over(url, lambda connection: not _steps_left(connection))


async def _over(url: str, work: Callable[[Connection], bool]) -> bool:
    if is_sqlite(url):
        path = sqlite_path(url)
        path.parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(make_url(f"sqlite:///{path}"), poolclass=NullPool)
        with engine.begin() as connection:
            return work(connection)
    async_engine = create_async_engine(postgres_url(url), poolclass=NullPool)
    async with async_engine.begin() as opened:
        return await opened.run_sync(work)


def _config() -> Config:
    config = Config()
    with as_file(files("migrations")) as folder:
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["target_metadata"] = metadata
    return config


def _steps_left(connection: Connection) -> list[str]:
    """Name the steps that a database still needs, the first first."""
    scripts = ScriptDirectory.from_config(_config())
    current = MigrationContext.configure(connection).get_current_revision()
    steps = list(scripts.iterate_revisions("head", current or "base"))
    return [step.doc for step in reversed(steps) if step.revision != current]


def _upgrade(connection: Connection, progress: Callable[[str], None] | None) -> bool:
    steps = _steps_left(connection)
    for step in steps:
        if progress is not None:
            progress(step)
    if steps:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return True
