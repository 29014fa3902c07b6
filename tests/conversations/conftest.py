"""The floor on each database that is here."""

from collections.abc import AsyncIterator

import pytest

from services.verify_books import verify_books
from storage.database import open_database
from tests.conversations.floor import Floor, shop_floor


@pytest.fixture
async def floor(database_url: str) -> AsyncIterator[Floor]:
    """A set-up shop; the books are proved when the conversation is over."""
    async with shop_floor(database_url) as opened:
        yield opened
    database = await open_database(database_url)
    found = await database.read(verify_books)
    await database.close()
    assert found == ()
