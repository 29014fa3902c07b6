"""The floor on each database that is here."""

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.conftest import StillClock
from tests.conversations.floor import Floor, laid_floor, shop_floor
from tests.databases import PostgresTemplate, SqliteTemplate
from tests.known_book import lay_known_book

ON_POSTGRESQL = "uk"
"""Words come from the same files whatever database there is: there one language is enough."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what would only say the same in another language over PostgreSQL."""
    spared = [each for each in items if _is_said_elsewhere(each)]
    config.hook.pytest_deselected(items=spared)
    items[:] = [each for each in items if each not in set(spared)]


def _is_said_elsewhere(item: pytest.Item) -> bool:
    given = (
        item.callspec.params
        if isinstance(item, pytest.Function) and hasattr(item, "callspec")
        else {}
    )
    is_other = given.get("language", ON_POSTGRESQL) != ON_POSTGRESQL
    return is_other and given.get("template") == "postgresql"


@pytest.fixture
def floor_url(template: SqliteTemplate | PostgresTemplate) -> Iterator[str]:
    """A set-up shop; the books are proved when the conversation is over."""
    with template.proved("floor", laid_floor) as url:
        yield url


@pytest.fixture
async def floor(floor_url: str) -> AsyncIterator[Floor]:
    """The floor of a set-up shop."""
    async with shop_floor(floor_url, language=None) as opened:
        yield opened


@pytest.fixture
async def known(sqlite_url: str) -> AsyncIterator[Floor]:
    """The floor of a shop whose book is known to the last entry, its clock standing still."""
    async with shop_floor(sqlite_url, clock=StillClock()) as opened:
        await opened.database.write(lay_known_book)
        yield opened
