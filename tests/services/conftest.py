"""What several tests of use cases begin with."""

import pytest

from services.ports import Database
from tests.bell import Bell, lay
from tests.conftest import StillClock
from tests.matched_shop import shop


@pytest.fixture
async def laid(database: Database) -> Database:
    """A shop whose documents are posted, with its accountant."""
    await database.write(shop)
    return database


@pytest.fixture
async def bell(database: Database, clock: StillClock) -> Bell:
    """A shop that was looked at once, so that what comes next is new."""
    await database.write(lay)
    bell = Bell(database, clock)
    await bell.look()
    return bell
