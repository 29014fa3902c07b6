"""A refund is led to its sale, or asked for it; who may sees all of them."""

import pytest

from ledger.money import Money
from tests.conversations.floor import Floor, shop_floor, till

SAID = {
    "en": {
        "sale": "Ivanenko paid 5000 for a boiler",
        "refund": "refund 500 to Ivanenko",
        "for": "for sale No.\xa01",
        "own": "Sold and refunded by the same person",
        "other": "refund 700",
        "asked": "I find no sale",
        "without": "Without a sale",
        "none": "without a sale",
        "title": "Refunds of the last 30 days",
    },
    "uk": {
        "sale": "Іваненко заплатив 5000 за котел",
        "refund": "повернули Іваненку 500",
        "for": "за продаж №\xa01",
        "own": "Продала й повернула",
        "other": "повернули клієнту 700",
        "asked": "не знаходжу",
        "without": "Без продажу",
        "none": "без продажу",
        "title": "Повернення за 30 днів",
    },
    "ru": {
        "sale": "Иваненко заплатил 5000 за котёл",
        "refund": "вернули клиенту Иваненко 500",
        "for": "за продажу №\xa01",
        "own": "Продал и вернул",
        "other": "вернули клиенту 700",
        "asked": "не нахожу",
        "without": "Без продажи",
        "none": "без продажи",
        "title": "Возвраты за 30 дней",
    },
}


@pytest.mark.parametrize("language", SAID)
async def test_a_refund_refers_to_its_sale_or_is_asked(database_url: str, language: str) -> None:
    said = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await chat.types(said["sale"])
        await chat.hears()
        await chat.types(said["refund"])
        card = await chat.hears()
        assert said["for"] in card.text
        assert said["own"] in card.text
        await chat.types(said["other"])
        question = await chat.hears()
        assert said["asked"] in question.text
        assert await till(floor) == Money(450_000, "UAH")
        await floor.restart()
        await chat.presses(question, said["without"])
        assert said["none"] in (await chat.sees_edit(question)).text
        assert await till(floor) == Money(380_000, "UAH")
        director = await floor.side("director", language)
        await director.types("/refunds")
        listed = await director.hears()
        assert said["title"] in listed.text
        assert said["for"] in listed.text
        assert said["none"] in listed.text


async def test_several_sales_are_asked_and_the_chosen_one_is_kept(floor: Floor) -> None:
    chat = await floor.side("cashier")
    for who in ("Koval", "Bondar"):
        await chat.types(f"{who} paid 900 for a valve")
        await chat.hears()
    await chat.types("refund 900")
    question = await chat.hears()
    assert "same amount" in question.text
    await chat.presses(question, "No. 2")
    card = await chat.sees_edit(question)
    assert "for sale No.\xa02" in card.text
    await chat.types("no, 800")
    assert "for sale No.\xa02" in (await chat.hears()).text


async def test_a_wrong_amount_is_typed_anew(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("Koval paid 900 for a valve")
    await chat.hears()
    await chat.types("refund 9000 to Koval")
    question = await chat.hears()
    assert "same name" in question.text
    await chat.presses(question, "Amount is wrong")
    await chat.sees_edit(question)
    await chat.types("900")
    assert "for sale No.\xa01" in (await chat.hears()).text
    assert await till(floor) == Money(0, "UAH")


async def test_a_right_amount_may_be_typed_right_into_the_question(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("Koval paid 900 for a valve")
    await chat.hears()
    await chat.types("refund 9000 to Koval")
    await chat.hears()
    await chat.types("900")
    assert "for sale No.\xa01" in (await chat.hears()).text


async def test_an_undone_sale_shows_as_broken(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("Koval paid 900 for a valve")
    sold = await chat.hears()
    await chat.types("refund 900 to Koval")
    await chat.hears()
    await chat.presses(sold, "Undo")
    await chat.sees_edit(sold)
    director = await floor.side("director")
    await director.types("/refunds")
    assert "which was undone since" in (await director.hears()).text


async def test_the_owner_switches_the_question_off_and_on(floor: Floor) -> None:
    owner = await floor.side("owner")
    for amount in (110, 120):
        await owner.types(f"refund {amount}")
        question = await owner.hears()
        assert not any("below" in each.label for row in question.buttons for each in row)
        await owner.presses(question, "Without a sale")
        await owner.sees_edit(question)
    await owner.types("refund 130")
    question = await owner.hears()
    await owner.presses(question, "Don't ask below ₴200")
    assert "only from ₴200" in (await owner.hears()).text
    await owner.types("refund 150")
    assert "without a sale" in (await owner.hears()).text
    await owner.types("refund 200")
    assert "I find no sale" in (await owner.hears()).text
    await owner.types("/refunds")
    listed = await owner.hears()
    await owner.presses(listed, "Always ask")
    assert "every refund" in (await owner.hears()).text
    await owner.types("refund 140")
    assert "I find no sale" in (await owner.hears()).text


async def test_a_cashier_may_not_see_all_refunds(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/refunds")
    assert "can't" in (await chat.hears()).text


NAMED = {
    "en": ("Savchuk paid 1250 for a tap", "refund to the customer 900", "from Savchuk"),
    "uk": ("Савчук заплатив 1250 за змішувач", "повернули клієнту 900", "Савчук"),
    "ru": ("Савчук заплатил 1250 за смеситель", "вернули клиенту 900", "от Савчука"),
}


@pytest.mark.parametrize("language", NAMED)
async def test_a_name_is_taken_for_the_customer_whose_sale_is_asked(
    database_url: str, language: str
) -> None:
    sale, refund, name = NAMED[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await chat.types(sale)
        await chat.hears()
        await chat.types(refund)
        assert SAID[language]["asked"] in (await chat.hears()).text
        await chat.types(name)
        card = await chat.hears()
        assert SAID[language]["for"] in card.text
        assert await till(floor) == Money(35_000, "UAH")
