"""The floor on each database that is here."""

from collections.abc import AsyncIterator

import pytest

from services.verify_books import verify_books
from storage.database import open_database
from tests.conversations.floor import Floor, shop_floor

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
async def floor(database_url: str) -> AsyncIterator[Floor]:
    """A set-up shop; the books are proved when the conversation is over."""
    async with shop_floor(database_url) as opened:
        yield opened
    database = await open_database(database_url)
    found = await database.read(verify_books)
    await database.close()
    assert found == ()
