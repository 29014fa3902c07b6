"""Money to account for: given, spent, brought back, by typed words and by buttons."""

import pytest

from ledger.advances import ADVANCES
from ledger.money import Money
from tests.conversations.floor import Floor, shop_floor
from tests.sandbox.pictures import png

SAID = {
    "en": {
        "give": "gave Petro 2000 to account for, materials",
        "bought with": "gave Petro 2000 to spend on pipes",
        "held": "2,000 to account for",
        "receipts": "Receipts",
        "spent": "1500 materials, 150 fuel",
        "change": "Petro brought back 200 change",
        "back": "Back from what",
        "all": "Spent all",
        "even": "accounted for everything",
        "whole": "Petro bought pipes for 1600 and brought back 400 change",
        "came": "Back in the till: ₴400",
    },
    "uk": {
        "give": "дав Петру 2000 під звіт на матеріали",
        "bought with": "дав Петру 2000 купити труби",
        "held": "під звітом 2",
        "receipts": "Чеки",
        "spent": "1500 матеріали, 150 бензин",
        "change": "Петро повернув 200 здачі",
        "back": "Повернуто з підзвітних",
        "all": "Витрачено все",
        "even": "за все відзвітовано",
        "whole": "Петро купив труби на 1600, решту 400 повернув",
        "came": "Повернулося в касу: 400",
    },
    "ru": {
        "give": "дал Петру 2000 под отчёт на материалы",
        "bought with": "дал Петру 2000 на покупку труб",
        "held": "под отчётом 2",
        "receipts": "Чеки",
        "spent": "1500 материалы и 150 бензин",
        "change": "Пётр вернул сдачу 200",
        "back": "Возвращено из подотчётных",
        "all": "Потрачено всё",
        "even": "за всё отчитались",
        "whole": "Пётр купил трубы на 1600, сдачу 400 вернул",
        "came": "Вернулось в кассу: 400",
    },
}


async def balance(floor: Floor, account: str) -> Money:
    return await floor.database.read(lambda books: books.balances.of(account, "UAH"))


async def count(floor: Floor) -> int:
    return await floor.database.read(lambda books: books.journal.count())


@pytest.mark.parametrize("language", SAID)
async def test_money_is_given_accounted_for_and_brought_back(
    database_url: str, language: str
) -> None:
    said = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await chat.types(said["give"])
        assert said["held"] in (await chat.hears()).text.replace("\xa0", " ")
        assert await balance(floor, ADVANCES) == Money(200_000, "UAH")
        await chat.types("/advances")
        listed = await chat.hears()
        await chat.presses(listed, "П" if language != "en" else "Petro")
        card = await chat.hears()
        await chat.presses(card, said["receipts"])
        await chat.hears()
        await chat.types(said["spent"])
        await chat.hears()
        assert await balance(floor, ADVANCES) == Money(35_000, "UAH")
        assert await balance(floor, "expense.fuel_transport") == Money(15_000, "UAH")
        await chat.types(said["change"])
        assert said["back"] in (await chat.hears()).text
        assert await balance(floor, ADVANCES) == Money(15_000, "UAH")
        assert await balance(floor, "till.1") == Money(-180_000, "UAH")
        await chat.types("/advances")
        listed = await chat.hears()
        await chat.presses(listed, "П" if language != "en" else "Petro")
        card = await chat.hears()
        await chat.presses(card, said["all"])
        assert said["even"] in (await chat.sees_edit(card)).text
        assert await balance(floor, ADVANCES) == Money(0, "UAH")


@pytest.mark.parametrize("language", SAID)
async def test_what_is_told_of_all_that_was_given_is_filed_at_once(
    database_url: str, language: str
) -> None:
    said = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await chat.types(said["bought with"])
        assert said["held"] in (await chat.hears()).text.replace("\xa0", " ")
        await chat.types(said["whole"])
        card = await chat.hears()
        assert said["even"] in card.text
        assert said["came"] in card.text.replace("\xa0", " ")
        assert await balance(floor, ADVANCES) == Money(0, "UAH")
        assert await balance(floor, "till.1") == Money(-160_000, "UAH")
        await chat.presses(card, "3")
        await chat.hears()
        assert await balance(floor, ADVANCES) == Money(40_000, "UAH")
        await chat.types(said["whole"])
        await chat.hears()
        assert await balance(floor, ADVANCES) == Money(40_000, "UAH"), "it comes to something else"


async def test_the_command_reads_a_name_in_small_letters_and_asks_what_is_missing(
    floor: Floor,
) -> None:
    chat = await floor.side("cashier")
    await chat.types("/advance")
    assert "/advance Petro" in (await chat.hears()).text
    await chat.types("Ivan 700 fuel")
    assert "Ivan has ₴700 to account for" in (await chat.hears()).text
    await chat.types("cancel the last")
    await chat.hears()
    await chat.types("/advance")
    await chat.hears()
    await chat.types("courier 220")
    assert "Delivery" in (await chat.hears()).text
    await chat.types("cancel the last")
    assert "Undone" in (await chat.hears()).text
    await chat.types("/advance petro 2000 materials")
    assert "Petro has ₴2,000 to account for" in (await chat.hears()).text
    await chat.types("/advance 500 fuel")
    assert "who gets it" in (await chat.hears()).text
    await chat.types("Olena")
    assert "Olena has ₴500 to account for" in (await chat.hears()).text
    assert await balance(floor, ADVANCES) == Money(250_000, "UAH")


async def test_what_is_more_than_he_holds_is_asked_and_paid_from_the_till(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/advance Petro 1000 materials")
    await chat.hears()
    await chat.types("Petro spent 1300 on materials")
    question = await chat.hears()
    assert "Where did the money come from" in question.text
    await floor.restart()
    await chat.presses(question, "From that money")
    question = await chat.sees_edit(question)
    assert "₴300" in question.text
    assert await balance(floor, ADVANCES) == Money(100_000, "UAH")
    await chat.presses(question, "Yes, pay ₴300")
    card = await chat.sees_edit(question)
    assert "Paid back from the till: ₴300" in card.text
    assert await balance(floor, ADVANCES) == Money(0, "UAH")
    assert await balance(floor, "till.1") == Money(-130_000, "UAH")
    assert await balance(floor, "asset.inventory") == Money(130_000, "UAH")


async def test_what_he_spent_may_have_been_paid_by_the_till(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/advance Petro 1000 materials")
    await chat.hears()
    await chat.types("Petro spent 300 on materials")
    question = await chat.hears()
    await chat.presses(question, "From the till now")
    await chat.sees_edit(question)
    assert await balance(floor, ADVANCES) == Money(100_000, "UAH")
    assert await balance(floor, "till.1") == Money(-130_000, "UAH")


async def test_the_shop_owes_until_it_pays(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/advance Petro 1000 materials")
    await chat.hears()
    await chat.types("Petro spent 1300 on materials")
    question = await chat.hears()
    await chat.presses(question, "From that money")
    question = await chat.sees_edit(question)
    await chat.presses(question, "the shop owes it")
    assert "The shop owes Petro ₴300" in (await chat.sees_edit(question)).text
    await chat.types("/advances")
    listed = await chat.hears()
    await chat.presses(listed, "Petro")
    card = await chat.hears()
    await chat.presses(listed, "Petro")
    again = await chat.hears()
    await chat.presses(card, "Pay it from the till")
    await chat.sees_edit(card)
    assert await balance(floor, ADVANCES) == Money(0, "UAH")
    await chat.presses(again, "Pay it from the till")
    assert "changed here" in (await chat.sees_edit(again)).text
    assert await balance(floor, "till.1") == Money(-130_000, "UAH")


async def test_an_expense_is_turned_into_money_to_account_for_and_back(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("gave Petro 500 for petrol")
    card = await chat.hears()
    await chat.presses(card, "To account for")
    card = await chat.hears()
    assert "Petro has ₴500 to account for" in card.text
    assert await balance(floor, ADVANCES) == Money(50_000, "UAH")
    await chat.types("no, 450")
    card = await chat.hears()
    assert await balance(floor, ADVANCES) == Money(45_000, "UAH")
    await chat.presses(card, "An ordinary entry")
    await chat.hears()
    assert await balance(floor, ADVANCES) == Money(0, "UAH")
    assert await balance(floor, "expense.fuel_transport") == Money(45_000, "UAH")


async def test_spent_all_pressed_twice_is_spent_once(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/advance Petro 1000 materials")
    card = await chat.hears()
    await chat.presses(card, "What's still open")
    first = await chat.hears()
    await chat.presses(card, "What's still open")
    second = await chat.hears()
    await chat.presses(first, "Spent all of it")
    done = await chat.sees_edit(first)
    entries = await count(floor)
    await chat.presses(second, "Spent all of it")
    assert "changed here" in (await chat.sees_edit(second)).text
    assert await count(floor) == entries
    await chat.presses(done, "Undo No.")
    assert "Petro has ₴1,000 to account for" in (await chat.hears()).text
    await chat.presses(done, "Undo No.")
    assert "settled" in (await chat.hears()).text


async def test_change_is_typed_and_other_cash_is_no_answer(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/advance Petro 1000 materials")
    card = await chat.hears()
    await chat.presses(card, "What's still open")
    card = await chat.hears()
    await chat.presses(card, "Change came back")
    await chat.hears()
    await chat.types("1500")
    assert "more than is still open" in (await chat.hears()).text
    await chat.types("courier 220")
    assert "Delivery" in (await chat.hears()).text
    assert await balance(floor, ADVANCES) == Money(100_000, "UAH")
    await chat.types("400")
    assert "Petro has ₴600 to account for" in (await chat.hears()).text


async def test_a_bare_amount_of_receipts_asks_what_for(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/advance Petro 1000 materials")
    card = await chat.hears()
    await chat.presses(card, "What's still open")
    card = await chat.hears()
    await chat.presses(card, "Receipts")
    await chat.hears()
    await chat.types("700")
    question = await chat.hears()
    await chat.presses(question, "Fuel")
    assert "₴300" in (await chat.sees_edit(question)).text
    assert await balance(floor, "expense.fuel_transport") == Money(70_000, "UAH")


async def test_an_advance_that_is_undone_after_receipts_says_what_the_shop_owes(
    floor: Floor,
) -> None:
    chat = await floor.side("cashier")
    await chat.types("/advance Petro 1000 materials")
    given = await chat.hears()
    await chat.presses(given, "What's still open")
    card = await chat.hears()
    await chat.presses(card, "Receipts")
    await chat.hears()
    await chat.types("700 materials")
    await chat.hears()
    await chat.presses(given, "Undo")
    assert "The shop owes Petro ₴700" in (await chat.sees_edit(given)).text


async def test_only_who_may_links_a_holder_to_the_team(floor: Floor) -> None:
    cashier = await floor.side("cashier")
    await cashier.types("/advance Petro 1000 materials")
    card = await cashier.hears()
    await cashier.presses(card, "What's still open")
    card = await cashier.hears()
    assert not any("team" in button.label for row in card.buttons for button in row)
    owner = await floor.side("owner")
    await owner.types("/advances")
    listed = await owner.hears()
    await owner.presses(listed, "Petro")
    card = await owner.hears()
    await owner.presses(card, "Who in the team")
    asked = await owner.sees_edit(card)
    await owner.presses(asked, "Director")
    assert "I remind Director in private" in (await owner.sees_edit(asked)).text


async def test_an_advance_that_was_somebody_elses_says_what_the_first_one_is_owed(
    floor: Floor,
) -> None:
    chat = await floor.side("cashier")
    await chat.types("/advance Petro 1000 materials")
    given = await chat.hears()
    await chat.presses(given, "What's still open")
    card = await chat.hears()
    await chat.presses(card, "Receipts")
    await chat.hears()
    await chat.types("700 materials")
    await chat.hears()
    await chat.presses(given, "Who")
    await chat.hears()
    await chat.types("Olena")
    said = (await chat.hears()).text
    assert "Olena has ₴1,000 to account for" in said
    assert "The shop owes Petro ₴700" in said


BROUGHT = {
    "en": (
        "gave Petro 3000 to buy pipes",
        "Petro brought receipts for 2700 and 100 change",
        "receipt for 100",
        "Petro spent 50",
    ),
    "uk": (
        "дала Петру 3000 купити труби",
        "Петро приніс чеки на 2700 і 100 решти",
        "чек на 100",
        "Петро витратив 50",
    ),
    "ru": (
        "дала Петру 3000 купить трубы",
        "Пётр сдал чеки на 2700 и сдачу 100",
        "чек на 100",
        "Пётр потратил 50",
    ),
}


@pytest.mark.parametrize("language", BROUGHT)
async def test_receipts_are_told_and_sent_in_words(database_url: str, language: str) -> None:
    gives, brings, in_reply, spends = BROUGHT[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await chat.types(gives)
        card = await chat.hears()
        await chat.types(brings)
        await chat.hears()
        assert await balance(floor, ADVANCES) == Money(20_000, "UAH")
        assert await balance(floor, "till.1") == Money(-290_000, "UAH")
        await chat.sends_photo(png(22, 22), caption=in_reply, reply_to=card)
        await chat.hears()
        assert await balance(floor, ADVANCES) == Money(10_000, "UAH")
        await chat.types("/entry 4")
        assert "100" in (await chat.hears()).text.replace("\xa0", " ")
        await chat.types(spends)
        asked = await chat.hears()
        await chat.presses(asked, asked.buttons[0][0].label)
        await chat.sees_edit(asked)
        assert await balance(floor, ADVANCES) == Money(5_000, "UAH")
        assert await balance(floor, "till.1") == Money(-290_000, "UAH")


async def test_receipts_and_change_beyond_what_he_has_change_nothing(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/advance Petro 1000 materials")
    await chat.hears()
    await chat.types("Petro brought receipts for 900 and 300 change")
    said = await chat.hears()
    assert "comes to ₴1,200, of ₴1,000" in said.text
    assert await count(floor) == 1
    await chat.presses(said, "What's still open")
    assert "Petro has ₴1,000" in (await chat.hears()).text


async def test_what_he_spent_without_a_purpose_may_have_been_paid_by_the_till(
    floor: Floor,
) -> None:
    chat = await floor.side("cashier")
    await chat.types("/advance Petro 1000 materials")
    await chat.hears()
    await chat.types("Petro spent 200")
    asked = await chat.hears()
    await chat.presses(asked, "From the till")
    what_for = await chat.sees_edit(asked)
    await chat.presses(what_for, "Delivery")
    await chat.sees_edit(asked)
    assert await balance(floor, ADVANCES) == Money(100_000, "UAH")
    assert await balance(floor, "expense.delivery") == Money(20_000, "UAH")


async def test_a_correction_after_receipts_means_them_and_not_the_advance(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/advance Petro 3000 materials")
    await chat.hears()
    typed = await chat.types("Petro brought receipts for 2700")
    card = await chat.hears()
    for text in ("cancel the last", "no, 2600"):
        await chat.types(text)
        assert "Receipts are put right" in (await chat.hears()).text
    await chat.replies(card, "cancel")
    assert "Receipts are put right" in (await chat.hears()).text
    await chat.edits(typed, "Petro brought receipts for 2600")
    way = await chat.hears()
    assert "Receipts are put right" in way.text
    assert await balance(floor, ADVANCES) == Money(30_000, "UAH")
    await chat.presses(way, "Undo No. 2")
    await chat.hears()
    assert await balance(floor, ADVANCES) == Money(300_000, "UAH")
    await chat.types("cancel the last")
    await chat.hears()
    assert await balance(floor, ADVANCES) == Money(0, "UAH")


RECEIPTS_AFTER = {
    "en": ("/advance Petro 2000 materials", "Petro brought a receipt for 1500 materials"),
    "uk": ("/advance Петро 2000 матеріали", "Петро приніс чек на 1500 матеріали"),
    "ru": ("/advance Пётр 2000 материалы", "Пётр принёс чек на 1500 материалы"),
}


@pytest.mark.parametrize("language", RECEIPTS_AFTER)
async def test_a_question_who_gets_how_much_ends_with_the_command_that_says_it(
    database_url: str, language: str
) -> None:
    gives, brings = RECEIPTS_AFTER[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        for each in ("/advance", gives, brings):
            await chat.types(each)
            await chat.hears()
        assert await balance(floor, ADVANCES) == Money(50_000, "UAH")
        assert await balance(floor, "till.1") == Money(-200_000, "UAH")


async def test_receipts_are_never_a_new_advance(floor: Floor) -> None:
    chat = await floor.side("cashier")
    for each in (
        "gave Petro 2000 to account for, pipes",
        "/advance",
        "Petro brought receipts for 1500",
    ):
        await chat.types(each)
        await chat.hears()
    assert await balance(floor, "till.1") == Money(-200_000, "UAH")
