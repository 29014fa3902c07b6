"""A stand-in portal that is served, and the client that reads it; waiting moves the clock."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from sandbox.bitrix24.portal import Portal
from sandbox.bitrix24.server import PortalServer
from sources.bitrix24.client import Client
from sources.bitrix24.portal import Bitrix24
from tests.conftest import StillClock


@pytest.fixture
def portal(clock: StillClock) -> Portal:
    return Portal(clock.now)


@pytest.fixture
async def server(portal: Portal) -> AsyncIterator[PortalServer]:
    server = PortalServer(portal)
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def client(server: PortalServer, clock: StillClock) -> AsyncIterator[Client]:
    async def wait(seconds: float) -> None:
        clock.move(dt.timedelta(seconds=seconds))

    client = Client(server.webhook_url, clock.now, sleep=wait)
    yield client
    await client.close()


@pytest.fixture
def crm(client: Client) -> Bitrix24:
    return Bitrix24(client)
