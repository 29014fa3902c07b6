"""Messages that ask several things, in the chat: one answer, each part by itself, rights too."""

import pytest

from tests.conftest import StillClock
from tests.conversations.floor import BOT, Floor, plain, shop_floor
from tests.known_book import lay_known_book

SAID = {
    "en": (
        "Sales and ads in October? And what's in the till?",
        "① Understood as: sales · October 2026\n₴52,500",
        "② Understood as: Advertising · October 2026\n₴2,500",
        "③ Understood as: how much money there is · in the tills",
        "② What it's made of", "Google Ads", "and at the bank?", "₴50,830",
    ),
    "uk": (
        "Продажі й реклама в жовтні? А що зараз у касі?",
        "① Зрозуміла так: продажі · жовтень 2026 р.\n52 500 ₴",
        "② Зрозуміла так: Реклама · жовтень 2026 р.\n2 500 ₴",
        "③ Зрозуміла так: скільки є грошей · у касах",
        "② З чого це складається", "Google Ads", "а в банку?", "50 830 ₴",
    ),
    "ru": (
        "Продажи и реклама в октябре? А что сейчас в кассе?",
        "① Поняла так: продажи · октябрь 2026 г.\n52 500 ₴",
        "② Поняла так: Реклама · октябрь 2026 г.\n2 500 ₴",
        "③ Поняла так: сколько есть денег · в кассах",
        "② Из чего это складывается", "Google Ads", "а в банке?", "50 830 ₴",
    ),
}  # fmt: skip


def spaced(text: str) -> str:
    """Give what is read, whatever spaces a sum is grouped with."""
    return plain(text).replace("\u00a0", " ").replace("\u202f", " ").replace("\u2060", "")


@pytest.mark.parametrize("language", SAID)
async def test_each_part_is_answered_opened_and_asked_on(database_url: str, language: str) -> None:
    asked, *parts, made_of, party, then, other = SAID[language]
    async with shop_floor(database_url, language=language, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)
        chat = await floor.side("director", language)
        await chat.types(asked)
        answer = await chat.hears()
        for part in parts:
            assert part in spaced(answer.text)
        await floor.restart()
        await chat.presses(answer, made_of)
        assert party in (await chat.hears()).text
        await chat.types(then)
        assert other in spaced((await chat.hears()).text)


async def test_the_difference_is_told_where_it_is_asked(known: Floor) -> None:
    chat = await known.side("director")
    await chat.types("how much do they owe us and how much do we owe, the difference?")
    said = spaced((await chat.hears()).text)
    assert "① Understood as: what customers owe" in said
    assert "② Understood as: what we owe suppliers" in said
    assert said.endswith("Difference: ₴9,900")


async def test_a_cashier_hears_the_part_that_he_may(known: Floor) -> None:
    chat = await known.side("cashier")
    await chat.types("how much cash came in yesterday, and what is our margin in October?")
    said = spaced((await chat.hears()).text)
    assert "₴5,200" in said
    assert "② You can't do that here" in said
    await chat.types("what is our margin in October, and who owes us?")
    assert "①" not in (await chat.hears()).text


async def test_in_a_group_only_what_tells_wages_goes_to_the_private_chat(known: Floor) -> None:
    private = await known.side("owner")
    actor = await known.driver.person("Owner", user_id=504)
    group = (await known.driver.group("Leaders", members=[actor], bots=[BOT])).as_(actor)
    await group.types("/leadership")
    await group.hears()
    await group.types("/ask sales in October and how much went to salaries")
    said = spaced((await group.hears()).text)
    assert "① Understood as: sales · October 2026\n₴52,500" in said
    assert "② The answer is in our own chat." in said
    assert "16,500" not in said
    alone = spaced((await private.hears()).text)
    assert "② Understood as" in alone
    assert "₴16,500" in alone
    assert "52,500" not in alone


async def test_the_difference_is_not_told_where_a_part_is_not(known: Floor) -> None:
    chat = await known.side("cashier")
    await chat.types("how much is in the till and how much do we owe, the difference?")
    assert "Difference" not in (await chat.hears()).text
