"""The demo's month: its books hold, and what is wrong in it is found, whatever day it is."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from bot.demo_crm import DemoCrm, month_ends_on
from bot.demo_stage import demo_stage
from bot.settings import Settings
from bot.wiring import new_clerk
from sandbox.driver import SandboxDriver
from services.demo.demo_cash import usual_cash
from services.demo.demo_month import ORDERS, orders, payouts
from services.demo.demo_papers import seed_month
from services.demo.demo_shop import PEOPLE, seed_demo
from services.ports import Books, Database
from services.records.see_order import orders_called
from services.verify_books import verify_books
from tests.conftest import StillClock

WRONG = Counter(
    amount_mismatch=1, cash_deposit_missing=1, duplicate_payment=1, not_posted=1,
    order_edited=1,
    order_overpaid=1, order_unpaid=1, payment_without_order=1, refund_one_sided=2,
    settlement_late=1, settlement_short=1,
)  # fmt: skip
MOMENTS = ("2026-11-29T02:30", "2027-01-01T11:00", "2028-03-01T16:00", "2027-03-28T23:59")
"""A Sunday before anybody is up, the year's turn, a leap year, the night of summer time."""
HEARD = {
    "Olha": "недоступно",
    "Dmytro": "12 things need somebody",
    "Iryna": "12 дел",
    "Anna": "12 things need somebody",
}


def wrong_in(books: Books) -> Counter[str]:
    return Counter(each.kind for each in books.exceptions.standing())


async def played(database: Database, clock: StillClock) -> None:
    """Play the demo as its stage does, without Telegram."""

    def seed(books: Books) -> dt.date:
        seed_demo(books, clock.now())
        seed_month(books, new_clerk(), clock.now())
        return month_ends_on(books, clock.now())

    crm = DemoCrm(await database.write(seed), clock)
    await crm.start()
    try:
        made = Settings.model_validate({"bitrix24_webhook_url": crm.webhook_url})
        await crm.read_into(database, made)
    finally:
        await crm.stop()


def test_a_day_at_the_till_goes_by_in_order() -> None:
    now = dt.datetime(2026, 11, 29, 12, tzinfo=dt.UTC)
    told = [each.occurred_at for each in usual_cash(now.date(), 31, now)]
    assert told == sorted(told)


def test_what_is_sent_is_more_than_nothing() -> None:
    assert all(each.net > 0 for each in payouts())
    assert len(orders()) == ORDERS


@pytest.mark.parametrize("moment", MOMENTS)
async def test_what_is_wrong_is_found_whatever_day_it_is(database: Database, moment: str) -> None:
    clock = StillClock()
    clock.move(dt.datetime.fromisoformat(moment).replace(tzinfo=dt.UTC) - clock.now())
    await played(database, clock)
    assert await database.read(verify_books) == ()
    assert await database.read(wrong_in) == WRONG


async def test_kept_books_meet_the_same_portal_days_later(database: Database) -> None:
    clock = StillClock()
    await played(database, clock)
    before = await database.read(lambda books: books.documents.versions())
    clock.move(dt.timedelta(days=3))
    await played(database, clock)
    assert await database.read(lambda books: books.documents.versions()) == before
    assert await database.read(verify_books) == ()
    (edited,) = await database.read(lambda books: orders_called(books, "48149"))
    assert edited.order.version > 1
    assert edited.order.document.changed_by == "Тарас Мельник"


async def test_everybody_hears_of_it_in_his_language(tmp_path: Path) -> None:
    async with demo_stage(f"sqlite:///{tmp_path}/demo.sqlite3") as stage:
        database = stage.app.database
        assert await database.read(verify_books) == ()
        assert await database.read(wrong_in) == WRONG
        async with SandboxDriver(stage.server.base_url) as driver:
            for each in PEOPLE:
                actor = await driver.person(each.name, user_id=each.telegram_id)
                chat = await actor.chat_with("tilly_demo_bot")
                await chat.types("/exceptions")
                said = ""
                while HEARD[each.name] not in said:  # what greets him comes first
                    said = (await chat.hears()).text
