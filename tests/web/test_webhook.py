from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from services.ports import StorageError
from web.health import Vitals, health_routes
from web.server import AddressInUseError, WebServer
from web.webhook import BODY_BYTES_MAX, webhook_route

SECRET = "long-and-random"  # noqa: S105 - opens nothing
HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Inbox:
    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.error: Exception | None = None

    async def receive(self, body: bytes) -> None:
        if self.error is not None:
            raise self.error
        self.bodies.append(body)


@asynccontextmanager
async def posting(
    inbox: Inbox, body: bytes, secret: str | None = SECRET
) -> AsyncIterator[aiohttp.ClientResponse]:
    server = WebServer("127.0.0.1", 0, [webhook_route("/telegram", SECRET, inbox.receive)])
    await server.start()
    headers = {} if secret is None else {HEADER: secret}
    url = f"http://127.0.0.1:{server.port}/telegram"
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers=headers) as response,
    ):
        yield response
    await server.stop()


async def test_an_update_is_kept_before_it_is_confirmed() -> None:
    inbox = Inbox()
    async with posting(inbox, b"{}") as response:
        assert response.status == 200
    assert inbox.bodies == [b"{}"]


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "ї"])
async def test_without_the_secret_nothing_is_kept(secret: str | None) -> None:
    inbox = Inbox()
    async with posting(inbox, b"{}", secret) as response:
        assert response.status == 401
    assert inbox.bodies == []


async def test_what_could_not_be_kept_is_to_be_sent_again() -> None:
    inbox = Inbox()
    inbox.error = StorageError("full")
    async with posting(inbox, b"{}") as response:
        assert response.status == 503


async def test_what_cannot_be_read_is_refused() -> None:
    inbox = Inbox()
    inbox.error = ValueError()
    async with posting(inbox, b"nonsense") as response:
        assert response.status == 400


async def test_a_body_has_a_limit() -> None:
    inbox = Inbox()
    async with posting(inbox, b"x" * (BODY_BYTES_MAX + 1)) as response:
        assert response.status == 413
    assert inbox.bodies == []


def test_a_webhook_without_a_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="secret"):
        webhook_route("/telegram", "", Inbox().receive)


WELL = Vitals(
    is_database_up=True,
    last_poll_seconds=1.0,
    has_ever_polled=True,
    has_rival=False,
    inbox_count=0,
    inbox_lag_seconds=0.0,
    outbox_count=0,
    outbox_lag_seconds=0.0,
)
ILL = Vitals(
    is_database_up=False,
    last_poll_seconds=900.0,
    has_ever_polled=True,
    has_rival=True,
    inbox_count=3,
    inbox_lag_seconds=61.0,
    outbox_count=4,
    outbox_lag_seconds=61.0,
)


@pytest.mark.parametrize(
    ("vitals", "status", "troubles"),
    [(WELL, 200, []), (ILL, 503, ["database", "polling", "rival", "inbox", "outbox"])],
)
async def test_readiness_names_what_is_wrong(
    vitals: Vitals, status: int, troubles: list[str]
) -> None:
    async def take() -> Vitals:
        return vitals

    server = WebServer("127.0.0.1", 0, health_routes(take))
    await server.start()
    base = f"http://127.0.0.1:{server.port}"
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{base}/healthz") as live,
        session.get(f"{base}/readyz") as ready,
    ):
        assert (live.status, ready.status) == (200, status)
        assert (await ready.json())["troubles"] == troubles
    await server.stop()


async def test_a_taken_port_is_told() -> None:
    first = WebServer("127.0.0.1", 0, [])
    await first.start()
    with pytest.raises(AddressInUseError):
        await WebServer("127.0.0.1", first.port, []).start()
    await first.stop()
