"""The director's day: the picture on either ground, what is usual, what was not told."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.clock import SystemClock
from handlers.cash.missing import missing_question
from jobs.ask_about_missing import ask_what_is_missing
from ledger.cash import CashCategory, CashDirection, CashOperation
from ledger.journal import JournalEntry, Origin
from ledger.money import Money
from services.messages import Cause
from services.ports import Books
from tests.conversations.floor import Floor, shop_floor

SAID = {
    "en": ("Usually by this time", "Dark picture", "Light picture", "There was none", "none."),
    "uk": ("Зазвичай на цю годину", "Темна", "Світла", "Не було", "не було"),
    "ru": ("Обычно к этому часу", "Тёмная", "Светлая", "Не было", "не было"),
}


def tell_weekly(books: Books) -> None:
    """Tell of a courier on this weekday of each of the last weeks, just after midnight."""
    shop = books.shop.get()
    assert shop is not None
    now = SystemClock().now()
    cashier = next(each for each in books.people.all() if each.name == "Cashier")
    entries = []
    for back in (1, 2, 3, 4):
        day = shop.day_of(now) - dt.timedelta(weeks=back)
        at = dt.datetime.combine(day, dt.time(0, 0, 1), ZoneInfo(shop.zone))
        operation = CashOperation(
            CashDirection.IN, Money(100_000 * back, "UAH"), CashCategory.OTHER_INCOME
        )
        entries.append(
            JournalEntry(
                booked_on=day,
                occurred_at=at,
                narration="scrap",
                postings=operation.postings("till.1"),
                origin=Origin("demo", str(back)),
                category=CashCategory.OTHER_INCOME.value,
                counterparty="Scrap Ltd",
            )
        )
    books.journal.add(entries, Cause(cashier.actor, None, now))


@pytest.mark.parametrize("language", SAID)
async def test_today_tells_what_is_usual_on_a_light_or_dark_ground(
    database_url: str, language: str
) -> None:
    usually, dark, light, *_ = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        await floor.database.write(tell_weekly)
        chat = await floor.side("director", language)
        await chat.types("/today")
        told = await chat.hears()
        assert usually in told.text
        await chat.presses(told, dark)
        told = await chat.sees_edit(told)
        assert usually in told.text
        await chat.types("/today")
        again = await chat.hears()
        await chat.presses(again, light)
        await chat.sees_edit(again)


@pytest.mark.parametrize("language", SAID)
async def test_what_was_not_told_is_asked_once_and_answered(
    database_url: str, language: str
) -> None:
    *_, none, answered = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await floor.database.write(tell_weekly)
        for _ in range(2):
            await ask_what_is_missing(
                floor.database, SystemClock(), missing_question, floor.app.announce
            )
        question = await chat.hears()
        assert "Scrap Ltd" in question.text
        await chat.presses(question, none)
        assert answered in (await chat.sees_edit(question)).text
        await chat.hears_nothing()


async def test_an_amount_in_reply_to_what_was_not_told_is_that(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await floor.database.write(tell_weekly)
    await ask_what_is_missing(floor.database, SystemClock(), missing_question, floor.app.announce)
    question = await chat.hears()
    await chat.replies(question, "300")
    told = await chat.hears()
    assert "₴300" in told.text
    assert "Scrap Ltd" in told.text


async def test_a_cashier_sees_only_the_own_till(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/today")
    assert (await chat.hears()).buttons == ()


async def test_today_leads_to_what_waits_and_tells_what_did_not_agree(floor: Floor) -> None:
    cashier, director = await floor.side("cashier"), await floor.side("director")
    await director.types("/limits cashier 5000")
    await director.hears()
    await cashier.types("sold a boiler 12 400")
    await cashier.hears()
    await cashier.types("gave the installer 9000 for a callout")
    await cashier.hears()
    card = await director.hears()
    await cashier.types("/count 12350")
    off = await cashier.hears()
    await cashier.presses(off, "short")
    why = await cashier.sees_edit(off)
    await cashier.presses(why, "wrong change")
    await cashier.sees_edit(why)
    assert "short" in (await director.hears()).text
    await director.types("/today")
    told = await director.hears()
    assert "₴50 short · Cashier" in told.text
    assert "1 payout waits: /approvals" in told.text
    assert "/cash" in told.text
    assert card.buttons
