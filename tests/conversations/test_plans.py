"""Plans typed in words, confirmed, kept in versions, and results held against them."""

import datetime as dt

import pytest

from ledger.days import Days
from services.results.report_results import tell_results
from services.verify_books import verify_books
from tests.conftest import NOW, StillClock
from tests.conversations.floor import plain, shop_floor
from tests.known_book import lay_known_book

SAID = {
    "en": ("november plan 1.2m margin 22%", "Is this the plan for November 2026?", "Yes",
           "Sales: ₴1,200,000", "november plan 900k",
           "in place of sales ₴1,200,000, margin 22%",
           "Plan for 20 days of 30, in proportion: sales ₴800,000, 3% done"),
    "uk": ("план листопада 1.2 млн, маржа 22%", "Це план на листопад 2026", "Так",
           "Продажі: 1 200 000 ₴", "план 900к",
           "замість: продажі 1 200 000 ₴, маржа 22 %",
           "План за 20 днів із 30, пропорційно: продажі 800 000 ₴, виконано на 3 %"),
    "ru": ("план на ноябрь 1,2 млн маржа 22 %", "Это план на ноябрь 2026", "Да",
           "Продажи: 1 200 000 ₴", "план 900 тыс",
           "вместо: продажи 1 200 000 ₴, маржа 22 %",
           "План за 20 дней из 30, пропорционально: продажи 800 000 ₴, выполнено на 3 %"),
}  # fmt: skip

DRAWN = {
    "en": ("📊 Plan", "Month against plan · November 2026, day 20 of 30",
           "Sold · 2% of the plan: ₴27,700", "Plan by 20 Nov: ₴800,000",
           "A day, 10 left: ₴117,230",
           "Gross margin · 80.1%, planned 22%: ₴22,200"),
    "uk": ("📊 План", "Місяць і план · листопад 2026", "20-й день із 30",
           "Продано · 2 % плану: 27 700 ₴", "План на 20 лист.: 800 000 ₴",
           "Ще 10 днів по: 117 230 ₴", "Валова маржа · 80,1 %, за планом 22 %: 22 200 ₴"),
    "ru": ("📊 План", "Месяц и план · ноябрь 2026", "20-й день из 30",
           "Продано · 2 % плана: 27 700 ₴", "План на 20 нояб.: 800 000 ₴",
           "Ещё 10 дней по: 117 230 ₴", "Валовая маржа · 80,1 %, по плану 22 %: 22 200 ₴"),
}  # fmt: skip


@pytest.mark.parametrize("language", SAID)
async def test_a_plan_is_read_back_set_and_held_against_the_result(
    database_url: str, language: str
) -> None:
    typed, asked, yes, sales, again, instead, part = SAID[language]
    async with shop_floor(database_url, language=language, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)
        chat, owner = await floor.side("director", language), await floor.side("owner", language)
        await chat.types(typed)
        first = await chat.hears()
        assert asked in plain(first.text)
        await floor.restart()
        await chat.presses(first, yes)
        assert sales in plain((await chat.sees_edit(first)).text)
        assert sales in plain((await owner.hears()).text)
        await chat.types(again)
        assert instead in plain((await chat.hears()).text)
        await chat.types("/month")
        month = await chat.hears()
        assert part in plain(month.text)
        await chat.types("/plan")
        for card in (month, await chat.hears()):
            await chat.presses(card, DRAWN[language][0])
            drawn = await chat.hears()
            assert drawn.photo
            assert [each for each in DRAWN[language][1:] if each not in plain(drawn.text)] == []
        await chat.types("/today")
        assert "67" in (await chat.hears()).text
        assert await floor.database.read(verify_books) == ()


async def test_an_older_reading_of_a_plan_cannot_be_confirmed(sqlite_url: str) -> None:
    async with shop_floor(sqlite_url, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)
        chat, owner = await floor.side("director"), await floor.side("owner")
        await chat.types("plan 1m")
        first = await chat.hears()
        await owner.types("plan 2m margin 25")
        second = await owner.hears()
        await owner.presses(second, "Yes")
        await owner.sees_edit(second)
        await chat.hears()
        await chat.presses(first, "Yes")
        assert "another plan" in (await chat.sees_edit(first)).text
        await chat.types("/plan november 1.5m")
        third = await chat.hears()
        assert "margin 25%" in third.text
        await chat.presses(third, "No")
        await chat.sees_edit(third)
        await chat.types("/plan")
        shown = (await chat.hears()).text
        assert "₴2,000,000" in shown
        assert "Owner" in shown
        await chat.types("/plan gibberish")
        assert "don't read this as a plan" in (await chat.hears()).text


async def test_versions_are_shown_and_a_plan_is_not_for_all(sqlite_url: str) -> None:
    async with shop_floor(sqlite_url, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)
        chat = await floor.side("director")
        for sales in ("1m", "2m"):
            await chat.types(f"plan for december {sales}")
            asked = await chat.hears()
            await chat.presses(asked, "Yes")
            await chat.sees_edit(asked)
        await chat.types("plan december?")
        assert "Version 1, Director" in (await chat.hears()).text
        accountant, cashier = await floor.side("accountant"), await floor.side("cashier")
        await accountant.types("plan december?")
        assert "₴2,000,000" in (await accountant.hears()).text
        await accountant.types("plan december 5m")
        assert "can't do that" in (await accountant.hears()).text
        await cashier.types("/plan")
        assert "can't do that" in (await cashier.hears()).text


async def test_today_is_held_against_what_was_usual_by_this_time(sqlite_url: str) -> None:
    async with shop_floor(sqlite_url, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)
        today = Days.one(dt.date(2026, 11, 20))

        async def usual(now: dt.datetime) -> int | None:
            told = await floor.database.read(lambda books: tell_results(books, today, now))
            return None if told.norm is None else told.norm.usual.minor

        assert await usual(NOW) == await usual(NOW + dt.timedelta(days=1))
        assert await usual(NOW.replace(hour=3)) is None
        chat = await floor.side("director")
        await chat.types("/report today")
        assert "Usually by this time on this weekday" in (await chat.hears()).text
