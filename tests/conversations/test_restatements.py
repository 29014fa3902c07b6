"""A day that was told and changed since: told once, listed, each cause a tap away."""

import datetime as dt

import pytest

from handlers.results.restatements import restatement_news
from jobs.tell_of_restatements import tell_of_restatements
from services.verify_books import verify_books
from tests.conftest import StillClock
from tests.conversations.floor import Floor, shop_floor

SAID = {
    "en": ("sold a boiler 12 400", "/report yesterday", "yesterday courier 250",
           "Fri, 20 Nov 2026: ₴12,400 → ₴12,150", "“yesterday courier 250”: −\N{WORD JOINER}₴250"),
    "uk": ("продала бойлер 12 400", "/report вчора", "вчора кур'єру 250",
           "пт, 20 лист. 2026 р.: 12 400 ₴ → 12 150 ₴", "«вчора кур'єру 250»: −250 ₴"),
    "ru": ("продала бойлер 12 400", "/report вчера", "вчера курьеру 250",
           "пт, 20 нояб. 2026 г.: 12 400 ₴ → 12 150 ₴", "«вчера курьеру 250»: −250 ₴"),
}  # fmt: skip


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


async def run_job(floor: Floor) -> int:
    return await tell_of_restatements(
        floor.database, floor.clock, restatement_news, floor.app.announce
    )


@pytest.mark.parametrize("language", SAID)
async def test_a_change_of_a_told_day_is_told_once_with_its_cause(
    database_url: str, language: str
) -> None:
    sold, report, courier, change, why = SAID[language]
    clock = StillClock()
    async with shop_floor(database_url, language=language, clock=clock) as floor:
        cashier = await floor.side("cashier", language)
        chat = await floor.side("director", language)
        await cashier.types(sold)
        await cashier.hears()
        clock.move(dt.timedelta(hours=12))
        await chat.types(report)
        await chat.hears()
        await cashier.types(courier)
        await cashier.hears()
        await chat.types(report)
        told = plain((await chat.hears()).text)
        assert change in told
        assert why in told
        await chat.types("/restatements")
        assert change in plain((await chat.hears()).text)
        assert await run_job(floor) == 1
        news = await chat.hears()
        assert change in plain(news.text)
        assert why in plain(news.text)
        assert await run_job(floor) == 0
        await chat.hears_nothing(0.1)
        await chat.presses(news, news.labels[0])
        assert courier in (await chat.hears()).text
        await cashier.types("/restatements")
        assert change not in plain((await cashier.hears()).text)
        assert await floor.database.read(verify_books) == ()
