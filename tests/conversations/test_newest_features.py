"""Reactions, copied sums, tables and answers for one alone, as people meet them."""

import asyncio

import pytest

from sandbox.driven import Seen
from sandbox.driver import ChatSide
from tests.conversations.floor import BOT, Floor, shop_floor

SAID = {
    "en": ("courier 220", "paid 90", "Undo", "As a table", "As text"),
    "uk": ("кур'єру 220", "заплатила 90", "Скасувати", "Таблицею", "Текстом"),
    "ru": ("курьеру 220", "заплатила 90", "Отменить", "Таблицей", "Текстом"),
}


async def stands(chat: ChatSide, said: Seen, *emoji: str) -> None:
    """Wait until just this stands under a message."""
    async with asyncio.timeout(5):
        while True:
            seen = {each.message_id: each.reactions for each in await chat.transcript()}
            if seen[said.message_id] == emoji:
                return
            await asyncio.sleep(0.01)


async def reactions_to(chat: ChatSide, said: Seen) -> tuple[str, ...]:
    """Give what stands under a message now."""
    (found,) = [each for each in await chat.transcript() if each.message_id == said.message_id]
    return tuple(found.reactions)


@pytest.mark.parametrize("language", SAID)
async def test_a_reaction_says_whether_a_message_is_filed(
    database_url: str, language: str
) -> None:
    courier, unclear, undo, *_ = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        said = await chat.types(courier)
        card = await chat.hears()
        await stands(chat, said, "👍")
        await chat.presses(card, undo)
        await stands(chat, said)
        doubtful = await chat.types(unclear)
        asked = await chat.hears()
        await stands(chat, doubtful, "🤔")
        await chat.presses(asked, asked.labels[0])
        await stands(chat, doubtful, "👍")


async def test_an_edit_and_a_correction_are_filed_too(floor: Floor) -> None:
    chat = await floor.side("cashier")
    said = await chat.types("courier 220")
    await chat.hears()
    correction = await chat.types("no, 350")
    await chat.hears()
    await stands(chat, correction, "👍")
    await chat.edits(said, "courier 400")
    assert "₴400" in (await chat.hears()).text
    await stands(chat, said, "👍")
    assert await reactions_to(chat, correction) == ("👍",)


async def test_chatter_gets_no_reaction(floor: Floor) -> None:
    chat = await floor.side("cashier")
    said = await chat.types("good morning")
    await chat.hears()
    later = await chat.types("courier 220")
    await chat.hears()
    await stands(chat, later, "👍")  # so what was to stand under the first would stand by now
    assert await reactions_to(chat, said) == ()


async def test_a_reaction_that_telegram_refuses_changes_nothing(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await floor.driver.fault("setMessageReaction", "server_error")
    said = await chat.types("courier 220")
    assert "₴220" in (await chat.hears()).text
    again = await chat.types("courier 230")
    await chat.hears()
    await stands(chat, again, "👍")
    await stands(chat, said)


async def test_sums_and_numbers_are_copied(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("sold a boiler 12400.50")
    await chat.hears()
    await chat.types("/till")
    assert (await chat.hears()).button("Copy ₴12,400.50").copies == "12400.50"
    await chat.types("/deposit 12000")
    assert (await chat.hears()).button("Copy ₴12,000").copies == "12000"
    await chat.types("/entry 1")
    assert (await chat.hears()).button("📋 No. 1").copies == "1"


@pytest.mark.parametrize("language", SAID)
async def test_the_cash_book_is_a_table_on_request(database_url: str, language: str) -> None:
    courier, _, _, as_table, as_text = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat, office = (
            await floor.side("cashier", language),
            await floor.side("accountant", language),
        )
        await chat.types(courier)
        await chat.hears()
        await office.types("/cash")
        page = await office.hears()
        assert page.tables == ()
        await office.presses(page, as_table)
        shown = await office.sees_edit(page)
        ((head, row),) = shown.tables
        assert row[0] == "1"
        assert row[1].startswith("−")
        assert "220" in row[1]
        assert len(head) == 4
        await office.presses(shown, as_text)
        again = await office.sees_edit(page)
        assert (again.text, again.tables) == (page.text, ())


async def test_a_refusal_in_a_group_bothers_nobody_else(floor: Floor) -> None:
    await floor.side("cashier")
    await floor.side("owner")
    olha = await floor.driver.person("Cashier", user_id=501)
    ann = await floor.driver.person("Owner", user_id=504)
    group = await floor.driver.group("Talk", members=[ann, olha], bots=[BOT])
    await group.as_(olha).types("/today")
    assert "can't do that" in (await group.as_(olha).hears()).text
    await group.as_(ann).types("/today")
    assert "leadership chat" in (await group.as_(ann).hears()).text
    assert len([each for each in await group.as_(ann).transcript() if each.sender == BOT]) == 1
