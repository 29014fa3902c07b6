"""Questions that nobody answered: settled or left out by the accountant, the author told."""

import datetime as dt
from dataclasses import replace

import pytest

from ledger.money import Money
from sandbox.chat_side import ChatSide
from services.ports import Books
from tests.conversations.floor import Floor, shop_floor, till

SAID = {
    "en": ("Settle 1", "Went out", "Delivery", "Leave out 1", "recorded already"),
    "uk": ("Вирішити 1", "Пішли", "Доставка", "Не брати 1", "вже записано"),
    "ru": ("Решить 1", "Ушли", "Доставка", "Не брать 1", "уже записано"),
}


async def let_time_pass(floor: Floor, hours: int) -> None:
    """Make every open question older."""
    past = dt.timedelta(hours=hours)

    def age(books: Books) -> None:
        for each in books.drafts.unanswered(dt.datetime.now(dt.UTC) + past):
            books.drafts.change(replace(each, asked_at=each.asked_at - past))

    await floor.database.write(age)


async def open_question(floor: Floor, cashier: ChatSide, text: str = "250") -> None:
    await cashier.types(text)
    await cashier.hears()
    await let_time_pass(floor, 2)


@pytest.mark.parametrize("language", SAID)
async def test_an_accountant_settles_or_leaves_out_what_a_cashier_left_open(
    database_url: str, language: str
) -> None:
    settle, out, delivery, leave_out, recorded = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        cashier = await floor.side("cashier", language)
        accountant = await floor.side("accountant", language)
        await open_question(floor, cashier)
        await accountant.types("/drafts")
        page = await accountant.hears()
        assert "Cashier" in page.text
        await accountant.presses(page, settle)
        question = await accountant.hears()
        assert "250" in question.text
        await accountant.presses(question, out)
        question = await accountant.sees_edit(question)
        await accountant.presses(question, delivery)
        await accountant.sees_edit(question)
        assert "Accountant" in (await cashier.hears()).text
        posted = await floor.database.read(lambda books: books.journal.find(1))
        assert posted is not None
        assert posted.decided_by == "person:3"
        assert posted.entry.origin.external_id.startswith("501/")
        assert await till(floor) == Money(-25_000, "UAH")
        await open_question(floor, cashier, "300")
        await accountant.types("/drafts")
        await accountant.presses(await accountant.hears(), leave_out)
        why = await accountant.hears()
        await accountant.presses(why, recorded)
        assert "Cashier" in (await accountant.sees_edit(why)).text
        assert recorded in (await cashier.hears()).text
        await accountant.types("/drafts")
        await accountant.hears()
        assert await till(floor) == Money(-25_000, "UAH")


async def test_the_answer_and_the_reason_can_be_typed(floor: Floor) -> None:
    cashier, accountant = await floor.side("cashier"), await floor.side("accountant")
    await open_question(floor, cashier, "paid the courier")
    await accountant.types("/drafts")
    page = await accountant.hears()
    await accountant.presses(page, "Settle 1")
    assert "How much" in (await accountant.hears()).text
    await accountant.types("petrol 900")
    assert "₴900" in (await accountant.hears()).text
    await accountant.types("250")
    assert "Delivery" in (await accountant.hears()).text
    assert "₴250" in (await cashier.hears()).text
    await accountant.presses(page, "Settle 1")
    assert "settled" in (await accountant.hears()).text
    await open_question(floor, cashier, "300")
    await accountant.types("/drafts")
    await accountant.presses(await accountant.hears(), "Leave out 1")
    await accountant.hears()
    await accountant.types("he was joking")
    await accountant.hears()
    assert "he was joking" in (await cashier.hears()).text
    assert await till(floor) == Money(-115_000, "UAH")


async def test_a_cashier_answers_before_the_accountant_does(floor: Floor) -> None:
    cashier, accountant = await floor.side("cashier"), await floor.side("accountant")
    await open_question(floor, cashier, "paid the courier")
    await accountant.types("/drafts")
    page = await accountant.hears()
    await accountant.presses(page, "Settle 1")
    question = await accountant.hears()
    await cashier.types("250")
    await cashier.hears()
    await accountant.presses(question, "Not cash")
    assert "settled" in (await accountant.hears()).text
    await accountant.types("/drafts")
    assert "Nothing is waiting" in (await accountant.hears()).text
    assert await till(floor) == Money(-25_000, "UAH")


async def test_a_bare_amount_answers_no_question_of_long_ago(floor: Floor) -> None:
    cashier = await floor.side("cashier")
    await cashier.types("paid the courier")
    await cashier.hears()
    await let_time_pass(floor, 13)
    await cashier.types("250")
    assert "in or go out" in (await cashier.hears()).text
    assert await till(floor) == Money(0, "UAH")


async def test_a_sum_that_cannot_be_answers_no_question(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("paid 500")
    await chat.hears()
    await chat.types("courier 999999999999")
    assert "₴500" not in (await chat.hears()).text
    await chat.types("/till")
    assert "₴500" not in (await chat.hears()).text
