"""What every test may ask for: fresh books on each database that is here, a clock, a shop."""

import datetime as dt
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from services.ports import Database
from storage.database import open_database
from tests.databases import PostgresTemplate, SqliteTemplate, postgres_is_there

settings.register_profile("ci", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("ci")

NOW = dt.datetime(2026, 11, 20, 12, 30, tzinfo=dt.UTC)


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
    return SqliteTemplate()


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[PostgresTemplate]:
    template = PostgresTemplate()
    yield template
    template.drop()


DATABASES = ["sqlite", *(["postgresql"] if postgres_is_there() else [])]


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated, empty database of each kind that is here."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_template").fresh(tmp_path)
    else:
        with request.getfixturevalue("postgres_template").lent() as url:
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
