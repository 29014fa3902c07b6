"""What is closed is proposed to the accountant, who books it today or leaves it."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from ledger.money import Money
from services.messages import Cause
from tests.conversations.floor import Floor, shop_floor, till

ZONE = ZoneInfo("Europe/Kyiv")
"""The shop's: its day begins before that of UTC."""
SAID = {
    "en": ("yesterday courier 250", "Undo", "today", "Book it today", "Leave it"),
    "uk": ("вчора кур'єру 250", "Скасувати", "сьогодні", "Записати сьогодні", "Лишити"),
    "ru": ("вчера курьеру 250", "Отменить", "сегодня", "Записать сегодня", "Оставить"),
}


async def close(floor: Floor) -> None:
    now = dt.datetime.now(dt.UTC)

    await floor.database.write(
        lambda books: books.periods.close(
            now.astimezone(ZONE).date() - dt.timedelta(days=1), Cause("system:test", None, now)
        )
    )


@pytest.mark.parametrize("language", SAID)
async def test_an_undo_in_a_closed_day_is_booked_today_by_the_accountant(
    database_url: str, language: str
) -> None:
    said, undo, _, book, leave = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        cashier = await floor.side("cashier", language)
        accountant = await floor.side("accountant", language)
        await cashier.types(said)
        card = await cashier.hears()
        await close(floor)
        await cashier.presses(card, undo)
        await cashier.hears()
        ask = await accountant.hears()
        assert leave in " ".join(ask.labels)
        await floor.restart()
        await cashier.presses(card, undo)
        await cashier.hears()
        await accountant.hears_nothing(0.1)
        await accountant.presses(ask, book)
        done = await accountant.sees_edit(ask)
        assert "Accountant" in done.text
        assert len(done.labels) == 1
        assert "Accountant" in (await cashier.hears()).text
        assert await till(floor) == Money(0, "UAH")
        reversal = await floor.database.read(lambda books: books.journal.find(2))
        assert reversal is not None
        assert reversal.entry.reverses == 1
        assert reversal.entry.belongs_on is not None
        assert reversal.entry.belongs_on < reversal.entry.booked_on


async def test_a_changed_field_is_proposed_and_can_be_left(floor: Floor) -> None:
    cashier, accountant = await floor.side("cashier"), await floor.side("accountant")
    await cashier.types("yesterday courier 250")
    card = await cashier.hears()
    await close(floor)
    await cashier.presses(card, "Amount")
    await cashier.hears()
    await cashier.types("350")
    assert "are closed" in (await cashier.hears()).text
    ask = await accountant.hears()
    assert "₴350" in ask.text
    await cashier.replies(card, "no, 360")
    await cashier.hears()
    second = await accountant.hears()
    await accountant.presses(ask, "Book it today")
    assert "something else" in (await accountant.sees_edit(ask)).text
    await accountant.types("/drafts")
    waiting = await accountant.hears()
    assert waiting.labels == ("Look at 1",)
    await accountant.presses(second, "Leave it as it is")
    await accountant.sees_edit(second)
    assert "leaves the entry" in (await cashier.hears()).text
    await accountant.presses(waiting, "Look at 1")
    assert "Left as it is by" in (await accountant.hears()).labels[0]
    assert await till(floor) == Money(-25_000, "UAH")


async def test_an_accountant_has_the_choice_at_once_and_it_is_taken_once(floor: Floor) -> None:
    accountant, owner = await floor.side("accountant"), await floor.side("owner")
    await accountant.types("yesterday courier 250")
    card = await accountant.hears()
    await close(floor)
    await accountant.presses(card, "Split")
    await accountant.hears()
    await accountant.types("100 fuel")
    ask = await accountant.hears()
    await owner.hears_nothing(0.1)
    await owner.types("/drafts")
    await owner.presses(await owner.hears(), "Look at 1")
    other = await owner.hears()
    await accountant.presses(ask, "Book it today")
    await accountant.sees_edit(ask)
    await owner.hears_nothing(0.1)
    await owner.presses(other, "Leave it as it is")
    assert "Booked by Accountant" in (await owner.sees_edit(other)).text
    entries = await floor.database.read(lambda books: tuple(books.journal.all()))
    assert [each.entry.category for each in entries if not each.entry.reverses] == [
        "delivery",
        "delivery",
        "fuel_transport",
    ]
    assert await till(floor) == Money(-25_000, "UAH")


async def test_what_was_put_right_otherwise_meanwhile_is_not_booked(floor: Floor) -> None:
    cashier, accountant = await floor.side("cashier"), await floor.side("accountant")
    await cashier.types("yesterday courier 250")
    card = await cashier.hears()
    await close(floor)
    await cashier.presses(card, "Undo")
    await cashier.hears()
    first = await accountant.hears()
    await cashier.replies(card, "no, 300")
    await cashier.hears()
    second = await accountant.hears()
    assert first.text != second.text
    await accountant.types("/cash yesterday")
    await accountant.presses(await accountant.hears(), "No. 1")
    await accountant.presses(await accountant.hears(), "Undo")
    own = await accountant.hears()
    await accountant.presses(own, "Book it today")
    await accountant.sees_edit(own)
    await cashier.hears()
    await accountant.presses(second, "Book it today")
    assert "some other way" in (await accountant.sees_edit(second)).text
    assert "some other way" in (await cashier.hears()).text
    assert await till(floor) == Money(0, "UAH")
