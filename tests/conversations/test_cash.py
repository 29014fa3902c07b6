"""A cashier's day by chat: over HTTP, against the sandbox, on real books."""

import pytest

from ledger.money import Money
from tests.conversations.floor import Floor, shop_floor, till

SAID = {
    "en": (
        "gave the installer 250 for a callout",
        "−\N{WORD JOINER}₴250",
        "Installer",
        "Undo",
        "−\N{WORD JOINER}₴250",
    ),
    "uk": ("дала монтажнику 250 за виїзд", "−250\u00a0₴", "Монтажник", "Скасувати", "−250\u00a0₴"),
    "ru": ("дала монтажнику 250 за выезд", "−250\u00a0₴", "Монтажник", "Отменить", "−250\u00a0₴"),
}


@pytest.mark.parametrize("language", SAID)
async def test_a_sentence_becomes_an_entry_and_can_be_undone(
    database_url: str, language: str
) -> None:
    said, amount, category, undo, balance = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await chat.types(said)
        card = await chat.hears()
        assert amount in card.text
        assert category in card.text
        assert card.text.splitlines()[-1].endswith(balance)
        assert await till(floor) == Money(-25_000, "UAH")
        await chat.presses(card, undo)
        undone = await chat.sees_edit(card)
        assert undone.buttons == ()
        assert await till(floor) == Money(0, "UAH")


async def test_an_undo_tapped_twice_counts_once(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 220")
    card = await chat.hears()
    await chat.presses(card, "Undo")
    await chat.sees_edit(card)
    entries = await floor.database.read(lambda books: books.journal.count())
    assert entries == 2


async def test_what_is_missing_is_asked_and_answered_by_taps_and_typing(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("500")
    question = await chat.hears()
    assert question.labels == ("Came in", "Went out", "Not cash")
    await chat.presses(question, "Went out")
    question = await chat.sees_edit(question)
    assert "Delivery" in question.labels
    for turn in ("More", "More", "Back"):
        await chat.presses(question, turn)
        question = await chat.sees_edit(question)
    await chat.presses(question, "Delivery")
    card = await chat.sees_edit(question)
    assert "Delivery" in card.text
    assert card.labels == ("Undo", "Amount", "Date", "Category", "Who")
    assert await till(floor) == Money(-50_000, "UAH")


async def test_a_missing_amount_is_typed(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("paid the courier")
    assert "amount" in (await chat.hears()).text
    await chat.types("1 250,50")
    assert "1,250.50" in (await chat.hears()).text
    assert await till(floor) == Money(-125_050, "UAH")


DOUBTED = {
    "en": ("courier 250+80", "Did I get it right?", "Yes, record it", "−\N{WORD JOINER}₴330"),
    "uk": (
        "кур'єру п'ятнадцять сімсот",
        "Я правильно зрозуміла?",
        "Так, записати",
        "−15\u00a0700\u00a0₴",
    ),
    "ru": ("350 400 курьеру", "Я правильно поняла?", "Да, записать", "−350\u00a0400\u00a0₴"),
}


@pytest.mark.parametrize("language", DOUBTED)
async def test_a_doubt_is_read_back_and_confirmed_by_a_tap(
    database_url: str, language: str
) -> None:
    said, asked, right, amount = DOUBTED[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await chat.types(said)
        question = await chat.hears()
        assert asked in question.text
        assert amount in question.text
        assert "<b>" not in question.text
        assert await till(floor) == Money(0, "UAH")
        await chat.presses(question, right)
        assert amount in (await chat.sees_edit(question)).text
        assert await till(floor) != Money(0, "UAH")


async def test_a_doubtful_amount_is_put_right_by_typing_it(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier two fifty")
    assert "250" in (await chat.hears()).text
    await chat.types("2500")
    assert "₴2,500" in (await chat.hears()).text
    assert await till(floor) == Money(-250_000, "UAH")


async def test_a_doubtful_purpose_is_put_right_by_taps(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier two fifty")
    question = await chat.hears()
    await chat.presses(question, "Something else")
    question = await chat.sees_edit(question)
    await chat.presses(question, "Fuel")
    assert "Fuel" in (await chat.sees_edit(question)).text
    assert await till(floor) == Money(-25_000, "UAH")


SPOKEN = {
    "en": ("gave Petro three hundred and fifty for delivery yesterday", -35_000),
    "uk": ("віддала Петру триста п'ятдесят за доставку вчора", -35_000),
    "ru": ("vchera otdala kureru poltory tysyachi", -150_000),
}


@pytest.mark.parametrize("language", SPOKEN)
async def test_dictated_and_transliterated_words_are_filed(
    database_url: str, language: str
) -> None:
    said, minor = SPOKEN[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await chat.types(said)
        await chat.hears()
        assert await till(floor) == Money(minor, "UAH")


async def test_a_question_that_is_no_cash_is_dropped(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("500")
    question = await chat.hears()
    await chat.presses(question, "Not cash")
    assert (await chat.sees_edit(question)).buttons == ()
    assert await till(floor) == Money(0, "UAH")


async def test_an_edited_message_is_booked_anew(floor: Floor) -> None:
    chat = await floor.side("cashier")
    sent = await chat.types("courier 250")
    await chat.hears()
    await chat.edits(sent, "courier 205")
    assert "₴205" in (await chat.hears()).text
    assert await till(floor) == Money(-20_500, "UAH")


async def test_the_card_of_what_was_booked_anew_loses_its_buttons(floor: Floor) -> None:
    chat = await floor.side("cashier")
    sent = await chat.types("courier 250")
    card = await chat.hears()
    await chat.edits(sent, "courier 205")
    changed = await chat.hears()
    gone = await chat.sees_edit(card)
    assert gone.labels == ("No. 3",)
    assert gone.text.replace("\xa0", " ") == "−₴250 · Delivery · No. 1 → No. 3".replace(
        "−", "−\N{WORD JOINER}"
    )
    await chat.edits(sent, "courier 210")
    await chat.hears()
    assert (await chat.sees_edit(changed)).labels == ("No. 5",)
    await chat.presses(gone, "No. 3")
    assert "Taken back" in (await chat.hears()).text


async def test_a_reply_to_a_card_that_is_gone_means_what_stands_in_its_place(floor: Floor) -> None:
    chat = await floor.side("cashier")
    sent = await chat.types("courier 250")
    card = await chat.hears()
    await chat.edits(sent, "courier 205")
    await chat.hears()
    gone = await chat.sees_edit(card)
    await chat.types("fuel 300")
    await chat.hears()
    await chat.types("cancel", reply_to=gone)
    assert "₴205" in (await chat.hears()).text
    assert await till(floor) == Money(-30_000, "UAH")


async def test_a_card_of_several_keeps_the_buttons_of_those_that_stand(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 100\nfuel 200")
    card = await chat.hears()
    await chat.presses(card, "Undo No. 2")
    await chat.hears()
    left = await chat.sees_edit(card)
    assert left.labels == ("Undo No. 1", "Change No. 1", "No. 2")
    await chat.presses(left, "Undo No. 1")
    await chat.hears()
    assert (await chat.sees_edit(left)).labels == ("No. 1", "No. 2")
    assert await till(floor) == Money(0, "UAH")


async def test_a_card_that_came_of_a_question_loses_its_buttons_too(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("zorbik 250")
    question = await chat.hears()
    await chat.presses(question, "Went out")
    question = await chat.sees_edit(question)
    await chat.presses(question, "Delivery")
    card = await chat.sees_edit(question)
    await chat.types("not 250 but 350")
    await chat.hears()
    assert (await chat.sees_edit(card)).labels == ("No. 3",)


async def test_whoever_undoes_an_entry_on_its_own_card_sees_that_word_alone(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 250")
    card = await chat.hears()
    await chat.presses(card, "Undo")
    undone = await chat.sees_edit(card)
    assert undone.text.startswith("Undone: No.")


async def test_several_operations_get_one_card_with_an_undo_each(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 100\nfuel 200")
    card = await chat.hears()
    assert len(card.labels) == 4
    await chat.presses(card, "Undo No. 1")
    await chat.hears()
    assert await till(floor) == Money(-20_000, "UAH")


async def test_a_burst_is_answered_in_order(floor: Floor) -> None:
    chat = await floor.side("cashier")
    for amount in range(100, 110):
        await chat.types(f"courier {amount}")
    heard = [(await chat.hears()).text for _ in range(10)]
    assert [f"₴{amount}" in text for amount, text in zip(range(100, 110), heard, strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "<b>courier</b> & 220 </i>",
        "courier 220 \u202eevil\u202c",
        "courier 220 " + "😀" * 4_000,
        "courier 220 \x00\x00",
        "courier 220 {{7*7}} '; DROP TABLE posting; --",
    ],
)
async def test_text_survives_whatever_is_in_it(floor: Floor, text: str) -> None:
    chat = await floor.side("cashier")
    await chat.types(text)
    answer = await chat.hears()
    assert answer.text
    assert await till(floor) in {Money(-22_000, "UAH"), Money(0, "UAH")}


async def test_chat_talk_records_nothing(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("thanks!")
    assert "courier 220" in (await chat.hears()).text
    assert await till(floor) == Money(0, "UAH")


async def test_a_voice_note_is_answered_kindly(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.sends_voice(b"OggS")
    assert "Type it" in (await chat.hears()).text


async def test_a_restart_between_a_question_and_its_answer_loses_nothing(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("500")
    question = await chat.hears()
    await floor.restart()
    await chat.presses(question, "Went out")
    question = await chat.sees_edit(question)
    await chat.presses(question, "Fuel")
    assert "₴500" in (await chat.sees_edit(question)).text


async def test_an_update_delivered_twice_counts_once(floor: Floor) -> None:
    chat = await floor.side("cashier")
    bot_id = await floor.driver.bot_id("shop_bot")
    await floor.driver.post("/sandbox/delivery", {"bot_id": bot_id, "next": "twice"})
    await chat.types("courier 220")
    await chat.hears()
    await chat.hears_nothing()
    assert await till(floor) == Money(-22_000, "UAH")


IN_PART = {
    "en": ("courier 220\nzorbik 300\npetrol 900", "zorbik", "Went out", "Delivery"),
    "uk": ("кур'єру 220\nзюзька 300\nбензин 900", "300", "Пішли", "Доставка"),
    "ru": ("курьеру 220\nзюзька 300\nбензин 900", "300", "Ушли", "Доставка"),
}


@pytest.mark.parametrize("language", IN_PART)
async def test_of_a_list_the_clear_is_filed_and_the_rest_is_asked(
    database_url: str, language: str
) -> None:
    said, _, out, delivery = IN_PART[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await chat.types(said)
        card, question = await chat.hears(), await chat.hears()
        assert len(card.labels) == 4
        assert await till(floor) == Money(-112_000, "UAH")
        assert "300" in question.text
        await chat.presses(question, out)
        question = await chat.sees_edit(question)
        await chat.presses(question, delivery)
        await chat.sees_edit(question)
        assert await till(floor) == Money(-142_000, "UAH")


async def test_what_is_asked_of_a_list_can_be_taken_back_alone(floor: Floor) -> None:
    chat = await floor.side("cashier")
    typed = await chat.types("courier 220\nzorbik 300")
    await chat.hears()
    question = await chat.hears()
    await chat.presses(question, "Not cash")
    await chat.sees_edit(question)
    assert await till(floor) == Money(-22_000, "UAH")
    await chat.edits(typed, "courier 250")
    await chat.hears()
    assert await till(floor) == Money(-25_000, "UAH")


async def test_an_edit_settles_what_was_still_asked_of_a_list(floor: Floor) -> None:
    chat = await floor.side("cashier")
    typed = await chat.types("courier 220\nzorbik 300")
    await chat.hears()
    question = await chat.hears()
    await chat.edits(typed, "courier 220\nrent 300")
    await chat.hears()
    assert await till(floor) == Money(-52_000, "UAH")
    await chat.presses(question, "Went out")
    await chat.hears()
    assert await till(floor) == Money(-52_000, "UAH")


async def test_a_message_is_edited_to_and_fro(floor: Floor) -> None:
    chat = await floor.side("cashier")
    message = await chat.types("courier 250")
    await chat.hears()
    for said, balance in (
        ("courier 350", -35_000),
        ("courier 250", -25_000),
        ("courier 350", -35_000),
        ("courier 250", -25_000),
    ):
        await chat.edits(message, said)
        assert "Changed" in (await chat.hears()).text
        assert await till(floor) == Money(balance, "UAH")
    entries = await floor.database.read(lambda books: tuple(books.journal.all()))
    assert len(entries) == 9


async def test_a_message_is_edited_back_to_words_that_were_asked_about(floor: Floor) -> None:
    chat = await floor.side("cashier")
    message = await chat.types("250")
    question = await chat.hears()
    await chat.presses(question, "Went out")
    question = await chat.sees_edit(question)
    await chat.presses(question, "Delivery")
    assert "Delivery" in (await chat.sees_edit(question)).text
    await chat.edits(message, "petrol 300")
    assert "Fuel" in (await chat.hears()).text
    await chat.edits(message, "250")
    again = await chat.hears()
    assert "₴250 · Delivery" in again.text
    assert await till(floor) == Money(-25_000, "UAH")


@pytest.mark.parametrize(
    ("said", "shown", "kept"),
    [
        ("дала петру 250 за виїзд", "Петру", "петру"),
        ("gave petro 250 for a callout", "Petro", "petro"),
        ("выдала петру 250 за выезд", "Петру", "петру"),
    ],
)
async def test_a_name_in_small_letters_is_shown_with_a_capital_and_kept_as_typed(
    floor: Floor, said: str, shown: str, kept: str
) -> None:
    chat = await floor.side("cashier")
    await chat.types(said)
    assert shown in (await chat.hears()).text
    (posted,) = await floor.database.read(lambda books: tuple(books.journal.all()))
    assert posted.entry.counterparty == kept


BELOW = {
    "en": ("owner brought 100", "courier 250", "below zero: −\N{WORD JOINER}₴150", "courier 50"),
    "uk": ("власник вніс 100", "кур'єру 250", "у мінусі: −150\u00a0₴", "кур'єру 50"),
    "ru": ("хозяин внёс 100", "курьеру 250", "в минусе: −150\u00a0₴", "курьеру 50"),
}


@pytest.mark.parametrize("language", BELOW)
async def test_a_till_that_goes_below_zero_is_spoken_of_once(
    database_url: str, language: str
) -> None:
    brought, paid, below, more = BELOW[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await chat.types(brought)
        assert "💡" not in (await chat.hears()).text
        await chat.types(paid)
        assert below in (await chat.hears()).text
        await chat.types(more)
        assert "💡" not in (await chat.hears()).text
