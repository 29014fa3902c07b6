"""Results of any days in the chat, in three languages, as far as role and chat allow."""

import datetime as dt

import pytest

from sandbox.driven import Seen
from tests.conftest import StillClock
from tests.conversations.floor import BOT, plain, shop_floor
from tests.known_book import lay_known_book

SAID = {
    "en": (
        "/report October", "October 2026", "Net result: ₴1,770", "Wages: −\N{WORD JOINER}₴16,500",
    ),
    "uk": (
        "/report за жовтень", "Жовтень 2026", "Чистий результат: 1 770 ₴", "Зарплата: −16 500 ₴",
    ),
    "ru": (
        "/report 01.10-31.10", "Октябрь 2026", "Чистый результат: 1 770 ₴", "Зарплата: −16 500 ₴",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", SAID)
async def test_the_result_of_days_in_words(database_url: str, language: str) -> None:
    asked, title, net, wages = SAID[language]
    async with shop_floor(database_url, language=language, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)
        chat = await floor.side("director", language)
        await chat.types(asked)
        told = plain((await chat.hears()).text)
        assert title in told
        assert net in told
        assert wages in told


async def test_week_and_month_are_told_so_far_and_not_to_a_cashier(sqlite_url: str) -> None:
    async with shop_floor(sqlite_url, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)
        director, cashier = await floor.side("director"), await floor.side("cashier")
        await director.types("/week")
        assert "Sales: ₴9,200 (₴9,500 before" in (await director.hears()).text
        await director.types("/month")
        assert "Gross margin, 80%: ₴22,200" in (await director.hears()).text
        await director.types("/report nonsense")
        assert "/report last week" in (await director.hears()).text
        await cashier.types("/month")
        assert "can't do that here" in (await cashier.hears()).text


def labels_of(message: Seen) -> list[str]:
    return [button.label for row in message.buttons for button in row]


TURNED = {
    "en": ("‹ October 2026", "Net result: ₴1,770"),
    "uk": ("‹ Жовтень 2026", "Чистий результат: 1 770 ₴"),
    "ru": ("‹ Октябрь 2026", "Чистый результат: 1 770 ₴"),
}


@pytest.mark.parametrize("language", TURNED)
async def test_a_result_is_turned_to_the_month_before_and_back(
    sqlite_url: str, language: str
) -> None:
    back, net = TURNED[language]
    async with shop_floor(sqlite_url, language=language, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)
        chat = await floor.side("director", language)
        await chat.types("/month")
        now = await chat.hears()
        await chat.presses(now, back)
        before = await chat.sees_edit(now)
        assert net in plain(before.text)
        (on,) = [label for label in labels_of(before) if label.endswith("›")]
        await chat.presses(before, on)
        again = await chat.sees_edit(before)
        assert again.text.splitlines()[:4] == now.text.splitlines()[:4]
        assert not any(label.endswith("›") for label in labels_of(now))


@pytest.mark.parametrize("asked", ["/month october", "/week жовтень", "/report 1–31 октября"])
async def test_any_of_the_commands_takes_days_behind_it(sqlite_url: str, asked: str) -> None:
    async with shop_floor(sqlite_url, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)
        director = await floor.side("director")
        await director.types(asked)
        assert "Net result: ₴1,770" in (await director.hears()).text
        await director.types("/month of nothing at all")
        assert "/report last week" in (await director.hears()).text


async def test_today_takes_a_day_behind_it_and_no_other_words(sqlite_url: str) -> None:
    async with shop_floor(sqlite_url, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)
        director = await floor.side("director")
        await director.types("/today yesterday")
        assert "19 November 2026" in plain((await director.hears()).text)
        await director.types("/today last week")
        assert "/today yesterday" in (await director.hears()).text


async def test_a_group_hears_no_wages(sqlite_url: str) -> None:
    async with shop_floor(sqlite_url, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)
        actor = await floor.driver.person("Owner", user_id=504)
        group = await floor.driver.group("Leaders", members=[actor], bots=[BOT])
        chat = group.as_(actor)
        await chat.types("/leadership")
        await chat.hears()
        await chat.types("/month")
        told = (await chat.hears()).text
        assert "Net result: ₴1,650" in told
        assert "Rent" not in told


async def test_what_waits_for_an_answer_may_still_move_the_day(sqlite_url: str) -> None:
    clock = StillClock()
    async with shop_floor(sqlite_url, clock=clock) as floor:
        cashier, director = await floor.side("cashier"), await floor.side("director")
        await cashier.types("sold a boiler 12 400")
        await cashier.hears()
        await cashier.types("500")
        await cashier.hears()
        clock.move(dt.timedelta(minutes=1))
        await director.types("/report today")
        assert "1 message about cash waits for an answer: ₴500" in (await director.hears()).text
