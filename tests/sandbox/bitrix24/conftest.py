"""A portal with some deals, served; and who asks it."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass
from decimal import Decimal

import aiohttp
import pytest

from sandbox.bitrix24.portal import DEAL, Portal
from sandbox.bitrix24.server import PortalServer
from tests.conftest import StillClock


def dig(told: object, *path: str | int) -> object:
    """Give what lies at a path."""
    for step in path:
        told = told[step]  # type: ignore[index]  # JSON
    return told


def listed(told: object, *path: str | int) -> list[dict[str, object]]:
    """Give the list that lies at a path."""
    found = dig(told, *path)
    assert isinstance(found, list)
    return found


@dataclass
class Asking:
    """Calls methods and gives what came."""

    server: PortalServer
    session: aiohttp.ClientSession

    async def call(self, method: str, **params: object) -> tuple[int, dict[str, object]]:
        url = self.server.webhook_url + method
        async with self.session.post(url, json=params) as response:
            return response.status, await response.json()

    async def result(self, method: str, **params: object) -> object:
        status, told = await self.call(method, **params)
        assert status == 200, told
        return told["result"]

    async def items(self, **params: object) -> list[dict[str, object]]:
        told = await self.result("crm.item.list", **{"entityTypeId": 2} | params)
        assert isinstance(told, dict)
        found: list[dict[str, object]] = told["items"]
        return found


@pytest.fixture
def portal(clock: StillClock) -> Portal:
    portal = Portal(clock.now)
    for number in range(1, 121):
        portal.add(DEAL, TITLE=f"Order {number}", OPPORTUNITY=Decimal(number))
        clock.move(dt.timedelta(seconds=1))
    return portal


@pytest.fixture
async def asking(portal: Portal) -> AsyncIterator[Asking]:
    server = PortalServer(portal)
    await server.start()
    async with aiohttp.ClientSession() as session:
        yield Asking(server, session)
    await server.stop()
