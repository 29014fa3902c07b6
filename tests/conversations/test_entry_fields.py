"""A posted entry is put right by the buttons of its card, in three languages."""

import datetime as dt
from dataclasses import replace

import pytest

from ledger.money import Money
from sandbox.driver import ChatSide
from services.people import Newcomer, Role
from services.ports import Books
from tests.conversations.floor import BOT, Floor, shop_floor, till

SAID = {
    "en": ("courier 250", "Amount", "Category", "Fuel", "Who", "Date", "Yesterday"),
    "uk": ("кур'єру 250", "Сума", "Категорія", "Пальне", "Хто", "Дата", "Вчора"),
    "ru": ("курьеру 250", "Сумма", "Категория", "Топливо", "Кто", "Дата", "Вчера"),
}


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
    await chat.presses(card, "Date")
    asked = await chat.hears()
    await chat.types("cancel")
    await chat.hears()
    await chat.presses(asked, "Yesterday")
    assert "settled" in (await chat.hears()).text
    assert await till(floor) == Money(0, "UAH")


async def test_a_figure_answers_the_newest_question_then_the_older_one(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 250")
    card = await chat.hears()
    await chat.presses(card, "Amount")
    await chat.hears()
    await chat.types("paid for petrol")
    assert "How much" in (await chat.hears()).text
    await chat.types("900")
    assert "Fuel" in (await chat.hears()).text
    await chat.types("205")
    assert "Delivery" in (await chat.hears()).text
    assert await till(floor) == Money(-110_500, "UAH")


async def test_a_figure_is_nobodys_name(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 250")
    card = await chat.hears()
    await chat.presses(card, "Who")
    await chat.hears()
    await chat.types("950")
    assert "Who: 950" not in (await chat.hears()).text
    entries = await floor.database.read(lambda books: tuple(books.journal.all()))
    assert [each.entry.counterparty for each in entries] == [None]


NATALKA = 601


def hire_natalka(books: Books) -> None:
    """Have a second cashier at the front till, beside a till that nobody has yet."""
    model = books.accounts.chart()["till.1"]
    told = dict.fromkeys(("en", "uk", "ru"), "Warehouse")
    books.accounts.add(replace(model, key="till.2", code="3092", names=told))
    now = dt.datetime.now(dt.UTC)
    person = books.people.add(Newcomer(NATALKA, "Natalka", "en"), Role.CASHIER, now)
    books.people.change(replace(person, till="till.1"))


def move_natalka(books: Books) -> None:
    """Give her the other till."""
    person = books.people.by_telegram_id(NATALKA)
    assert person is not None
    books.people.change(replace(person, till="till.2"))


async def natalka_of(floor: Floor) -> ChatSide:
    actor = await floor.driver.person("Natalka", language_code="en", user_id=NATALKA)
    chat = await actor.opens(BOT)
    await chat.hears()
    return chat


async def test_an_entry_of_another_till_is_neither_shown_nor_asked_about(floor: Floor) -> None:
    await floor.database.write(hire_natalka)
    olha, natalka = await floor.side("cashier"), await natalka_of(floor)
    await olha.types("courier 250")
    card = await olha.hears()
    await natalka.types("/entry 1")
    seen = await natalka.hears()
    await natalka.presses(seen, "Amount")
    question = await natalka.hears()
    assert "250" in question.text
    await floor.database.write(move_natalka)
    for label in ("Amount", "Date", "Category"):
        await natalka.presses(seen, label)
        refused = await natalka.hears()
        assert "250" not in refused.text
        assert "can't do that" in refused.text
    await olha.presses(card, "Amount")
    assert "250" in (await olha.hears()).text
