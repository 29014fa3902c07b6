"""What /crm says of how a portal is read, and what is told without asking."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from handlers.crm.crm_cards import crm_alerts
from jobs.tell_of_banks import tell_of_banks
from sandbox.bitrix24.portal import DEAL, Portal
from services.crm.crm_types import CrmConnection, CrmFeed
from services.intake.pull_crm import CrmDue, ReadDirectory, keep_crm_trouble
from services.people import Newcomer, Role
from services.ports import Books
from services.source_trouble import SourceError, Trouble
from storage.database import open_database
from tests.conftest import NOW, StillClock
from tests.crm_desk import NAME, crm_desk_at
from tests.handlers.chat import Chat
from tests.shop import lay_shop, lexicon

ACCOUNTANT, OWNER = 2, 3
LANGUAGES = ("en", "uk", "ru")
DAY = dt.timedelta(days=1)


@pytest_asyncio.fixture
async def chat(sqlite_url: str, clock: StillClock) -> AsyncIterator[Chat]:
    def staff(books: Books) -> None:
        lay_shop(books)
        books.people.add(Newcomer(ACCOUNTANT, "Iryna", "en"), Role.ACCOUNTANT, NOW)
        for number, language in enumerate(LANGUAGES, start=OWNER):
            books.people.add(Newcomer(number, "Anna", language), Role.OWNER, NOW)

    database = await open_database(sqlite_url)
    await database.write(staff)
    yield Chat(database, clock, lexicon())
    await database.close()


async def said(chat: Chat, user: int = OWNER) -> str:
    (answer,) = await chat.say(user, "/crm")
    return answer.text


@pytest.mark.parametrize("trouble", list(Trouble))
async def test_each_trouble_is_said_in_each_language(
    chat: Chat, clock: StillClock, trouble: Trouble
) -> None:
    def fail(books: Books) -> None:
        connection = books.crm.add(CrmConnection(NAME, "bitrix24", "print", clock.now()))
        due = CrmDue(connection, ReadDirectory())
        keep_crm_trouble(books, due, SourceError(trouble, "detail"), clock.now())

    await chat.database.write(fail)
    told = [await said(chat, OWNER + place) for place in range(len(LANGUAGES))]
    assert all("⚠️" in each for each in told)
    assert len(set(told)) == len(LANGUAGES)


async def test_a_first_load_says_how_far_it_is(chat: Chat, clock: StillClock) -> None:
    def load(books: Books) -> None:
        books.crm.add(CrmConnection(NAME, "bitrix24", "print", clock.now()))
        books.crm.add_feed(CrmFeed(NAME, "deal", {"until": "…"}, done=1_200, total=40_000))

    await chat.database.write(load)
    assert "Deals: 1200 of 40000" in (await said(chat)).replace(",", "").replace("\u00a0", "")


async def test_a_night_s_comparison_and_odd_records_are_said(
    chat: Chat, clock: StillClock
) -> None:
    portal = Portal(clock.now)
    for _ in range(3):
        portal.add(DEAL)
    portal.spoils[DEAL, 2] = {"opportunity": "many"}
    async with crm_desk_at(chat.database, clock, portal) as desk:
        await desk.turn(2, dt.timedelta(hours=6))
        portal.delete(DEAL, 3)
        clock.move(dt.datetime(2026, 11, 22, 1, 0, tzinfo=dt.UTC) - clock.now())
        await desk.turn(2)
        told = await said(chat)
        assert (
            "Deals, all compared on 22\xa0November 2026: 2. Put right: 0, deleted in the CRM: 1"
            in told
        )
        assert "Deals 2 can't be read: the total is no amount" in told
        await desk.turn(1, DAY)
        await desk.turn(2)
        assert "all compared on 23\xa0November 2026: 2, nothing amiss" in await said(chat)


async def test_owners_hear_once_a_day_of_a_webhook_that_is_refused(
    chat: Chat, clock: StillClock
) -> None:
    async with crm_desk_at(chat.database, clock, Portal(clock.now)) as desk:
        await desk.turn()
        desk.server.secret = "another"  # noqa: S105 - of a stand-in
        await desk.turn()
    heard: list[str] = []
    for _ in range(3):
        await tell_of_banks(
            chat.database,
            clock,
            crm_alerts,
            lambda sent: heard.extend(e.message.text for e in sent),
        )
    assert len(heard) == len(LANGUAGES)
    assert all("BITRIX24_WEBHOOK_URL" in each for each in heard)
