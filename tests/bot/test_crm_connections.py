"""Which CRM is read follows from the settings; its key shows nowhere."""

from pathlib import Path

import pytest

from bot.check_up import Health, check_up
from bot.clock import SystemClock
from bot.crm_connections import crms_of, event_token
from bot.scrubbing import scrub
from bot.settings import Settings
from sandbox.bitrix24.events import Handler
from sandbox.bitrix24.portal import DEAL, Portal
from services.crm.crm_ports import Hint
from services.ports import Database
from sources.bitrix24.events import hint_of
from storage.database import open_database
from storage.migrate import migrate
from tests.conftest import StillClock
from tests.crm_desk import crm_desk_at
from web.crm_hook import crm_hook_route
from web.server import WebServer

URL = "https://shop.bitrix24.com/rest/1/5tx1q0f8a1b2c3d4/"
TOKEN = "letters-of-events"  # noqa: S105 - of a play


def settings(**said: object) -> Settings:
    return Settings.model_validate(said)


async def test_a_webhook_is_a_connection() -> None:
    assert crms_of(settings(), SystemClock()) == ()
    (one,) = crms_of(
        settings(bitrix24_webhook_url=URL, bitrix24_processes="1036, 31"), SystemClock()
    )
    assert one.name == "bitrix24"
    assert list(one.api.entities) == [
        "company", "contact", "deal", "item:1036", "item:31", "shop_order", "stage_move"
    ]  # fmt: skip
    assert "5tx1q0f8a1b2c3d4" not in f"{one.key_print}{settings(bitrix24_webhook_url=URL)!r}"
    assert "5tx1q0f8a1b2c3d4" not in scrub(f"cannot reach {URL}batch.json")
    assert scrub("https://other.bitrix24.eu/rest/7/abcdefgh12345/profile").endswith(
        "/rest/7/[key]/profile"
    )
    await one.api.close()


def test_events_are_taken_only_with_their_token() -> None:
    assert event_token(settings(bitrix24_webhook_url=URL)) is None
    made = settings(bitrix24_webhook_url=URL, bitrix24_application_token=TOKEN)
    assert event_token(made) == TOKEN


@pytest.mark.parametrize(
    "said",
    [
        {"bitrix24_webhook_url": "https://shop.bitrix24.com/"},
        {"bitrix24_webhook_url": "shop.bitrix24.com/rest/1/abc/"},
        {"bitrix24_webhook_url": URL, "bitrix24_processes": "deals"},
        {"bitrix24_webhook_url": URL, "bitrix24_processes": "3"},
        {"bitrix24_application_token": "token"},
    ],
)
def test_settings_that_can_not_be_are_refused(said: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"BITRIX24_WEBHOOK_URL|looks like|smart processes"):
        settings(**said)


async def test_an_event_of_the_portal_reaches_the_books(
    database: Database, clock: StillClock
) -> None:
    async with crm_desk_at(database, clock, Portal(clock.now)) as desk:
        heard: list[Hint] = []

        async def take(form: object) -> None:
            assert isinstance(form, dict)
            found = hint_of(form)
            assert found is not None
            heard.append(found)
            await desk.puller.hint(found)

        hook = WebServer("127.0.0.1", 0, [crm_hook_route("/crm", "secret", take)])
        await hook.start()
        url = f"http://127.0.0.1:{hook.port}/crm"
        desk.server.events.handlers.append(Handler(url, "secret", {"ONCRMDEALADD"}))
        await desk.turn(2)
        desk.portal.add(DEAL, TITLE="A pump")
        assert await desk.server.events.deliver() == 1
        assert heard == [Hint("deal", 1)]
        await desk.puller.pull_due()
        assert await desk.differs() == {}
        await hook.stop()


async def test_the_doctor_looks_at_the_crm(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/books.sqlite3"
    await migrate(url)
    database = await open_database(url)
    clock = StillClock()
    portal = Portal(clock.now)
    portal.add(DEAL)
    portal.spoils[DEAL, 1] = {"opportunity": "many"}

    async def found() -> tuple[Health, str]:
        told = await check_up(settings(database_url=url))
        (crm,) = (each for each in told if each.name == "crm")
        return crm.health, crm.found

    async with crm_desk_at(database, clock, portal) as desk:
        assert await found() == (Health.OK, "none is read")
        await desk.turn()
        assert await found() == (Health.WARN, "1 records can't be read")
        portal.spoils.clear()
        portal.edit(DEAL, 1, TITLE="mended")
        await desk.turn()
        assert (await found())[0] is Health.OK
        desk.server.secret = "another"  # noqa: S105 - of a stand-in
        await desk.turn()
        assert "refused, 1 times in a row" in (await found())[1]
    await database.close()
