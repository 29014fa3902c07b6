"""What every test may ask for: fresh books on each database that is here, a clock, a shop."""

import datetime as dt
import gc
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.lean_aiogram import import_aiogram
from services.ports import Database
from storage.database import open_database
from tests.databases import (
    PostgresTemplate,
    SqliteTemplate,
    migrated_sqlite,
    postgres_is_there,
)
from tests.thorough import IS_THOROUGH, times

settings.register_profile(
    "ci", deadline=None, derandomize=not IS_THOROUGH, max_examples=times(25, 600)
)
settings.load_profile("ci")
import_aiogram()  # as the bot does: every worker would build what no test uses

_MEMORY = Path("/dev/shm")  # noqa: S108 - its files are made by tempfile as anywhere
_ENOUGH_BYTES = 1 << 30
if (
    "TMPDIR" not in os.environ
    and _MEMORY.is_dir()
    and shutil.disk_usage(_MEMORY).free > _ENOUGH_BYTES
):
    # Nothing of a test outlives the machine, so no commit of SQLite needs to wait for the disk.
    tempfile.tempdir = str(_MEMORY)

NOW = dt.datetime(2026, 11, 20, 12, 30, tzinfo=dt.UTC)


def pytest_collection_finish() -> None:
    """Take thousands of collected tests out of the garbage collector's sight."""
    gc.collect()
    gc.freeze()


class StillClock:
    """A clock that stands until it is moved."""

    def __init__(self, now: dt.datetime = NOW) -> None:
        self._now = now

    def now(self) -> dt.datetime:
        """Give the moment."""
        return self._now

    def move(self, by: dt.timedelta) -> None:
        """Move the clock."""
        self._now += by


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture(scope="session")
def sqlite_template() -> SqliteTemplate:
    return migrated_sqlite()


@pytest.fixture(scope="session")
def postgresql_template() -> Iterator[PostgresTemplate]:
    template = PostgresTemplate()
    yield template
    template.drop()


DATABASES = ["sqlite", *(["postgresql"] if postgres_is_there() else [])]


@pytest.fixture(params=DATABASES)
def template(request: pytest.FixtureRequest) -> SqliteTemplate | PostgresTemplate:
    """What lends databases, of each kind that is here."""
    found: SqliteTemplate | PostgresTemplate = request.getfixturevalue(f"{request.param}_template")
    return found


@pytest.fixture
def database_url(template: SqliteTemplate | PostgresTemplate) -> Iterator[str]:
    """A migrated, empty database of each kind that is here."""
    with template.lent() as url:
        yield url


@pytest.fixture
def sqlite_url(sqlite_template: SqliteTemplate, tmp_path: Path) -> str:
    """A migrated, empty SQLite database."""
    return sqlite_template.fresh(tmp_path)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = await open_database(database_url)
    yield opened
    await opened.close()
