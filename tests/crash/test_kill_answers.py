"""Killed between a tap and what comes of it, the bot keeps each answer once."""

import asyncio
import datetime as dt
import random
import signal

import pytest

from alerts.alert import Alert, AlertHappened
from handlers.alerts.alert_news import alert_news
from handlers.exceptions.exception_news import inquiry_news, settled_news
from jobs.look_through_books import look_through_books
from jobs.ring_alerts import ring
from ledger.documents import Document
from ledger.money import Money
from sandbox.driver import SandboxDriver
from sandbox.server import SandboxServer
from services.exceptions.exception_ports import Happened
from services.exceptions.inquiry_ports import InquiryState
from services.intake.bring_documents import bring_documents
from services.messages import Cause
from services.ports import Books, Database
from services.verify_books import verify_books
from storage.database import open_database
from tests.conftest import StillClock
from tests.conversations.floor import BOT, STAFF, TOKEN, set_shop_up
from tests.crash.test_kill_conversations import LAST_SECONDS_MAX, Floor, heard
from tests.crash.victim import has_answered, zygote_over
from tests.papers import order, told, uah
from tests.thorough import times

KILLS = times(5, 24)
EDITED, CASH_ORDERS = 4, 4
ALERTS_MAX = 50
DAYS = dt.timedelta(days=1)
ANSWERS_SECONDS = 60
TAPS = (
    ("director", "was changed after it was closed", "Not useful"),
    ("cashier", "closed for cash", "It's in the till"),
)


@pytest.mark.timeout(180)
async def test_each_answer_is_kept_once_however_often_it_is_killed(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    try:
        await database.write(set_shop_up)
        await tell_alerts(database)
        await ask_the_cashier(database)
        await play(database, sqlite_url)
        assert await database.read(verify_books) == ()
        await database.read(check)
    finally:
        await database.close()


def noon() -> StillClock:
    """Give a clock that stands in the shop's hours: messages of another month bear no buttons."""
    return StillClock(dt.datetime.now(dt.UTC).replace(hour=10))


async def bring(database: Database, at: dt.datetime, *documents: Document) -> None:
    cause = Cause("system:test", None, at)
    await database.write(
        lambda books: bring_documents(books, [told(each) for each in documents], cause)
    )


async def tell_alerts(database: Database) -> None:
    """Have orders edited after they were closed, each told to the leaders by itself."""
    clock = noon()
    closed_at = clock.now() - 2 * DAYS
    await database.write(lambda books: books.documents.post_from((closed_at - DAYS).date()))
    await ring(database, clock, alert_news, lambda _: None)
    for number in range(410, 410 + EDITED):
        said = {"happened_at": closed_at, "closed_at": closed_at, "lines": (), "cost": uah(30_000)}
        await bring(database, clock.now(), order(str(number), 50_000, **said))
        clock.move(dt.timedelta(minutes=1))
        edit = {"changed_at": clock.now(), "changed_by": "Vasyl"}
        await bring(database, clock.now(), order(str(number), 42_000, **(said | edit)))
        await ring(database, clock, alert_news, lambda _: None)


async def ask_the_cashier(database: Database) -> None:
    """Have orders closed for cash that nobody entered, and the cashier asked about each."""
    clock = noon()
    at = clock.now() - DAYS
    sold = [
        order(str(number), number * 100, lines=(), paid_by="cash", happened_at=at, closed_at=at)
        for number in range(500, 500 + CASH_ORDERS)
    ]
    await bring(database, clock.now(), *sold)
    await look_through_books(database, clock, settled_news, inquiry_news, lambda _: None)


async def play(database: Database, url: str) -> None:
    """Let the director and the cashier tap while the bot is killed and started."""
    chance = random.Random(20261129)
    server = SandboxServer()
    server.sandbox.world.add_bot(BOT, token=TOKEN)
    await server.start()
    async with (
        SandboxDriver(server.base_url) as driver,
        zygote_over(url, server.base_url) as victim,
    ):
        sides = {
            name: await (await driver.person(name, user_id=STAFF[name][0])).opens(BOT)
            for name in ("director", "cashier")
        }
        floor = Floor(sides, chance)
        tapping = [asyncio.create_task(tap_all(floor, *each)) for each in TAPS]
        for _ in range(KILLS):
            await victim.start()
            is_done = await database.read(is_answered)
            await has_answered(server, 0 if is_done else chance.randrange(3))
            await asyncio.sleep(chance.uniform(0, LAST_SECONDS_MAX))
            victim.end(signal.SIGKILL)
            await victim.is_gone()
        await victim.start()
        async with asyncio.timeout(ANSWERS_SECONDS):
            while not await database.read(is_answered):
                await asyncio.sleep(0.05)
        for each in tapping:
            each.cancel()
        await asyncio.gather(*tapping, return_exceptions=True)
        victim.end(signal.SIGTERM)
        await victim.is_gone()
    await server.stop()


async def tap_all(floor: Floor, name: str, said: str, label: str) -> None:
    """Press a button of each such card, now and then twice; one that is sent again, again."""
    chat = floor.sides[name]
    while True:
        await floor.tap(chat, await heard(chat, said, label), label)


def is_answered(books: Books) -> bool:
    """Say whether nothing waits to be answered, or to be handled."""
    inquiries = (books.inquiries.find(number) for number in range(1, CASH_ORDERS + 1))
    is_waiting = any(each is None or each.state is InquiryState.WAITING for each in inquiries)
    return not (is_waiting or books.inbox.pending() or len(useless(books)) < EDITED)


def useless(books: Books) -> tuple[Alert, ...]:
    told = filter(None, map(books.alerts.find, range(1, ALERTS_MAX)))
    return tuple(alert for alert in told if alert.useful is False)


def check(books: Books) -> None:
    """Each alert has one answer, each inquiry one answer and its cash one entry."""
    for alert in useless(books):
        happened = [event.what for event in books.alerts.history(alert.id)]
        assert happened.count(AlertHappened.USELESS) == 1
    cash = books.balances.of("till.1", "UAH")
    assert cash == Money(sum(number * 100 for number in range(500, 500 + CASH_ORDERS)), "UAH")
    for number in range(1, CASH_ORDERS + 1):
        inquiry = books.inquiries.find(number)
        assert inquiry is not None
        assert inquiry.state is InquiryState.ANSWERED
        told_of = [event.what for event in books.exceptions.history(inquiry.item_id)]
        assert told_of.count(Happened.ANSWERED) == 1
