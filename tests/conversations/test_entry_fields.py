"""A posted entry is put right by the buttons of its card, in three languages."""

import pytest

from ledger.money import Money
from tests.conversations.floor import Floor, shop_floor

SAID = {
    "en": ("courier 250", "Amount", "Category", "Fuel", "Who", "Date", "Yesterday"),
    "uk": ("кур'єру 250", "Сума", "Категорія", "Пальне", "Хто", "Дата", "Вчора"),
    "ru": ("курьеру 250", "Сумма", "Категория", "Топливо", "Кто", "Дата", "Вчера"),
}


async def till(floor: Floor) -> Money:
    return await floor.database.read(lambda books: books.balances.of("till.1", "UAH"))


@pytest.mark.parametrize("language", SAID)
async def test_each_field_is_put_right_from_the_card(database_url: str, language: str) -> None:
    said, amount, category, fuel, who, date, yesterday = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await chat.types(said)
        card = await chat.hears()
        await chat.presses(card, amount)
        await chat.hears()
        await chat.types("205")
        card = await chat.hears()
        assert "205" in card.text
        await chat.presses(card, who)
        await chat.hears()
        await chat.types("Петро")
        card = await chat.hears()
        assert "Петро" in card.text
        await chat.presses(card, category)
        question = await chat.hears()
        await chat.presses(question, fuel)
        card = await chat.hears()
        assert fuel in card.text
        await chat.presses(card, date)
        question = await chat.hears()
        await chat.presses(question, yesterday)
        card = await chat.hears()
        assert await till(floor) == Money(-20_500, "UAH")
        entries = await floor.database.read(lambda books: tuple(books.journal.all()))
        (left,) = (each for each in entries if not each.reversed_by and not each.entry.reverses)
        assert left.entry.counterparty == "Петро"
        assert left.entry.origin.version == 5


async def test_what_is_no_answer_is_filed_as_cash(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 250")
    card = await chat.hears()
    await chat.presses(card, "Amount")
    await chat.hears()
    await chat.types("petrol 900")
    assert "₴900" in (await chat.hears()).text
    assert await till(floor) == Money(-115_000, "UAH")
    await chat.types("205")
    await chat.hears()
    assert await till(floor) == Money(-110_500, "UAH")


async def test_an_asked_field_can_be_left(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 250")
    card = await chat.hears()
    await chat.presses(card, "Who")
    question = await chat.hears()
    await chat.presses(question, "Leave it")
    await chat.sees_edit(question)
    await chat.types("205")
    await chat.hears()
    assert await till(floor) == Money(-25_000, "UAH")


async def test_one_of_several_entries_is_changed_from_their_card(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 100\nfuel 200")
    card = await chat.hears()
    await chat.presses(card, "Change No. 2")
    single = await chat.hears()
    await chat.presses(single, "Amount")
    await chat.hears()
    await chat.types("300")
    await chat.hears()
    assert await till(floor) == Money(-40_000, "UAH")


async def test_a_button_on_an_undone_card_says_so(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 100")
    card = await chat.hears()
    await chat.types("no, 120")
    await chat.hears()
    await chat.presses(card, "Amount")
    assert "settled" in (await chat.hears()).text
    assert await till(floor) == Money(-12_000, "UAH")
