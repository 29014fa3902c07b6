"""What a person says of what was told before: put right, taken back, by a message or a reply."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from ledger.money import Money
from sandbox.driven import Seen
from sandbox.driver import ChatSide
from tests.conversations.floor import Floor, plain, shop_floor, till


async def newest(floor: Floor) -> tuple[str | None, str | None, dt.date]:
    """Give the category, counterparty and day of the entry that was posted last."""

    def look(books: object) -> tuple[str | None, str | None, dt.date]:
        *_, last = books.journal.all()  # type: ignore[attr-defined]  # only tests read all
        return last.entry.category, last.entry.counterparty, last.entry.booked_on

    return await floor.database.read(look)


async def told(chat: ChatSide, text: str) -> Seen:
    await chat.types(text)
    return await chat.hears()


SAID = {
    "en": ("courier 250", "no, 350 not 250", "−\N{WORD JOINER}₴350", "cancel the last"),
    "uk": ("кур'єру 250", "ні, не 250, а 350", "−350\u00a0₴", "скасуй останній"),
    "ru": ("курьеру 250", "нет, не 250, а 350", "−350\u00a0₴", "отмени последнюю запись"),
}


@pytest.mark.parametrize("language", SAID)
async def test_the_last_entry_is_put_right_and_taken_back_by_words(
    database_url: str, language: str
) -> None:
    said, correction, amount, cancel = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await told(chat, said)
        card = await told(chat, correction)
        assert amount in card.text
        assert "250" in card.text
        assert await till(floor) == Money(-35_000, "UAH")
        undone = await told(chat, cancel)
        assert "350" in undone.text
        assert await till(floor) == Money(0, "UAH")


async def test_a_correction_finds_the_entry_by_its_old_figure(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await told(chat, "courier 250")
    await told(chat, "sold a boiler 15000")
    await told(chat, "not 250 but 350")
    assert await till(floor) == Money(1_465_000, "UAH")


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        ("actually that 900 was for petrol", "fuel_transport"),
        ("no, it was for delivery", "delivery"),
        ("my mistake, it was rent", "rent"),
    ],
)
async def test_what_it_was_for_is_put_right(floor: Floor, correction: str, expected: str) -> None:
    chat = await floor.side("cashier")
    await told(chat, "paid 900 for printer paper")
    await told(chat, correction)
    category, _, _ = await newest(floor)
    assert category == expected
    assert await till(floor) == Money(-90_000, "UAH")


@pytest.mark.parametrize(
    ("reply", "balance"), [("350", -35_000), ("no, 350", -35_000), ("cancel", 0), ("+250", 25_000)]
)
async def test_a_reply_to_the_card_corrects_its_entry(
    floor: Floor, reply: str, balance: int
) -> None:
    chat = await floor.side("cashier")
    card = await told(chat, "gave the installer 250 for a callout")
    await told(chat, "petrol 100")
    await chat.replies(card, reply)
    await chat.hears()
    assert await till(floor) == Money(balance - 10_000, "UAH")


async def test_a_reply_to_the_own_message_corrects_it_too(floor: Floor) -> None:
    chat = await floor.side("cashier")
    typed = await chat.types("gave Ihor 250 for a callout")
    await chat.hears()
    await told(chat, "petrol 100")
    await chat.replies(typed, "yesterday")
    card = await chat.hears()
    assert "₴250" in card.text
    _, name, day = await newest(floor)
    assert name == "Ihor"
    assert day < dt.datetime.now(ZoneInfo("Europe/Kyiv")).date()


async def test_a_reply_that_says_nothing_of_the_entry_changes_nothing(floor: Floor) -> None:
    chat = await floor.side("cashier")
    card = await told(chat, "courier 250")
    await chat.replies(card, "thanks!")
    await chat.hears()
    assert await till(floor) == Money(-25_000, "UAH")


async def test_one_of_several_is_asked_for_and_taken_back_by_a_tap(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await told(chat, "courier 220\npetrol 900")
    which = await told(chat, "cancel that")
    assert len(which.labels) == 2
    await chat.presses(which, which.labels[0])
    await chat.hears()
    assert await till(floor) in {Money(-22_000, "UAH"), Money(-90_000, "UAH")}
    await told(chat, "cancel the last")
    assert await till(floor) == Money(0, "UAH")


async def test_an_entry_is_named_by_a_word_it_was_told_with(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await told(chat, "courier 250")
    await told(chat, "loaders 400")
    await told(chat, "cancel the courier")
    assert await till(floor) == Money(-40_000, "UAH")


async def test_of_two_that_fit_one_is_chosen_by_a_tap(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await told(chat, "courier 250")
    await told(chat, "loaders 400")
    which = await told(chat, "cancel the delivery")
    assert len(which.labels) == 2
    assert await till(floor) == Money(-65_000, "UAH")


async def test_a_correction_of_an_open_question_settles_it(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await told(chat, "sold a boiler 15000")
    question = await told(chat, "courier 250+80")
    assert "right" in question.text
    await told(chat, "no, 230")
    assert await till(floor) == Money(1_477_000, "UAH")


async def test_without_an_entry_a_correction_asks_which(floor: Floor) -> None:
    chat = await floor.side("cashier")
    assert "which entry" in (await told(chat, "no, 350 not 250")).text
    await told(chat, "courier 250")
    assert "which entry" in (await told(chat, "that's wrong")).text
    assert "which entry" in (await told(chat, "not 900 but 90")).text
    assert "which entry" in (await told(chat, "no, 2 not 250")).text
    assert await till(floor) == Money(-25_000, "UAH")


async def test_somebody_elses_entry_is_not_meant(floor: Floor) -> None:
    cashier, accountant = await floor.side("cashier"), await floor.side("accountant")
    await told(cashier, "courier 250")
    assert "which entry" in (await told(accountant, "cancel the last")).text
    assert await till(floor) == Money(-25_000, "UAH")


async def test_what_a_correction_teaches_is_used_from_the_next_message_on(floor: Floor) -> None:
    chat = await floor.side("cashier")
    question = await told(chat, "zorbik 300")
    await chat.presses(question, "Went out")
    question = await chat.sees_edit(question)
    await chat.presses(question, "Delivery")
    await chat.sees_edit(question)
    card = await told(chat, "zorbik 310")
    assert "Delivery" in card.text
    assert "zorbik" in card.text
    await chat.replies(card, "no, it was rent")
    assert "Rent" in (await chat.hears()).text
    doubtful = await told(chat, "zorbik 320")
    assert "Rent" in doubtful.text
    await chat.presses(doubtful, "Yes, record it")
    await chat.sees_edit(doubtful)
    assert "Rent" in (await told(chat, "zorbik 330")).text
    assert await till(floor) == Money(-126_000, "UAH")


async def test_a_reply_to_an_older_card_follows_what_became_of_its_entry(floor: Floor) -> None:
    chat = await floor.side("cashier")
    card = await told(chat, "courier 250")
    await told(chat, "no, 350")
    await told(chat, "petrol 100")
    await chat.replies(card, "no, 360")
    assert "₴360" in (await chat.hears()).text
    assert await till(floor) == Money(-46_000, "UAH")


async def test_a_reply_to_what_was_taken_back_changes_nothing_else(floor: Floor) -> None:
    chat = await floor.side("cashier")
    typed = await chat.types("courier 250")
    card = await chat.hears()
    await chat.presses(card, "Undo")
    await chat.sees_edit(card)
    await told(chat, "petrol 100")
    await chat.replies(typed, "no, 360")
    assert "settled already" in (await chat.hears()).text
    assert await till(floor) == Money(-10_000, "UAH")


async def test_a_mended_letter_undoes_no_correction_and_no_undo(floor: Floor) -> None:
    chat = await floor.side("cashier")
    typed = await chat.types("courier 250")
    await chat.hears()
    await told(chat, "no, 350")
    await chat.edits(typed, "courier 250!")
    await chat.hears_nothing(0.3)
    assert await till(floor) == Money(-35_000, "UAH")
    await told(chat, "cancel the last")
    await chat.edits(typed, "the courier 250")
    await chat.hears_nothing(0.3)
    assert await till(floor) == Money(0, "UAH")
    await chat.edits(typed, "the courier 260")
    await chat.hears()
    assert await till(floor) == Money(-26_000, "UAH")


async def test_an_edit_that_names_somebody_else_is_booked_anew(floor: Floor) -> None:
    chat = await floor.side("cashier")
    typed = await chat.types("salary Petro 500")
    assert "Petro" in (await chat.hears()).text
    await chat.edits(typed, "salary petro 500")
    await chat.hears_nothing(0.3)
    await chat.edits(typed, "salary Ivan 500")
    changed = await chat.hears()
    assert "Ivan" in changed.text
    assert "No. 3" in plain(changed.text)
    assert await till(floor) == Money(-50_000, "UAH")


async def test_a_reply_answers_the_question_it_replies_to_not_the_newest(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("paid the courier")
    first = await chat.hears()
    second = await chat.types("paid for petrol")
    await chat.hears()
    await chat.replies(first, "250")
    assert "Delivery" in (await chat.hears()).text
    await chat.replies(second, "900")
    assert "Fuel" in (await chat.hears()).text
    assert await till(floor) == Money(-115_000, "UAH")


async def test_a_reply_corrects_its_card_though_a_field_of_another_is_asked(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 250")
    first = await chat.hears()
    await chat.types("petrol 900")
    second = await chat.hears()
    await chat.presses(second, "Amount")
    question = await chat.hears()
    await chat.replies(first, "350")
    assert "Delivery" in (await chat.hears()).text
    await chat.replies(question, "800")
    assert "Fuel" in (await chat.hears()).text
    assert await till(floor) == Money(-115_000, "UAH")


SAME = {
    "en": ("loader 250 for delivery", "that was for delivery", "It says so already"),
    "uk": ("кур'єру 250 за доставку", "це за доставку", "Там уже так і записано"),
    "ru": ("курьеру 250 за доставку", "это за доставку", "Там уже так и записано"),
}


@pytest.mark.parametrize("language", SAME)
async def test_who_says_what_stands_already_is_told_so(database_url: str, language: str) -> None:
    said, again, answer = SAME[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        card = await told(chat, said)
        await chat.types(again, reply_to=card)
        assert answer in (await chat.hears()).text
        assert await till(floor) == Money(-25_000, "UAH")


async def test_deleting_the_answer_changes_nothing_and_it_stays_away(floor: Floor) -> None:
    chat = await floor.side("cashier")
    said = await chat.types("courier 250")
    answer = await chat.hears()
    await chat.deletes(answer)
    assert await till(floor) == Money(-25_000, "UAH")
    await chat.edits(said, "courier 350")
    assert "350" in (await chat.hears()).text
    assert await till(floor) == Money(-35_000, "UAH")
    await chat.hears_nothing()
    await told(chat, "cancel the last")
    assert await till(floor) == Money(0, "UAH")


ALL = {
    "en": ("courier 250, parking 60", "delete everything", "Take back all 2"),
    "uk": ("кур'єру 250, парковка 60", "скасуй усе", "Скасувати все: 2"),
    "ru": ("курьеру 250, парковка 60", "удали всё", "Отменить всё: 2"),
}


@pytest.mark.parametrize("language", ALL)
async def test_everything_is_taken_back_once_it_was_shown_what_that_is(
    database_url: str, language: str
) -> None:
    said, everything, all_of_it = ALL[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await told(chat, "stationery 100")
        card = await told(chat, said)
        asked = await told(chat, everything)
        assert "250" in asked.text
        assert "60" in asked.text
        assert "100" not in asked.text
        assert await till(floor) == Money(-41_000, "UAH")
        await chat.presses(asked, all_of_it)
        done = await chat.sees_edit(asked)
        assert "250" in done.text
        struck = await chat.sees_edit(card)
        assert not {label for label in struck.labels if label in card.labels}
        assert await till(floor) == Money(-10_000, "UAH")


async def test_everything_of_one_entry_is_asked_too(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await told(chat, "parking 60")
    await told(chat, "stationery 100")
    asked = await told(chat, "delete everything")
    assert "100" in asked.text
    assert await till(floor) == Money(-16_000, "UAH")
    await chat.presses(asked, asked.labels[0])
    await chat.hears()
    assert await till(floor) == Money(-6_000, "UAH")


BY_NUMBER = {
    "en": ("courier 250", "petrol 300", "cancel No. 1", "No. 1"),
    "uk": ("кур'єру 250", "бензин 300", "скасуй № 1", "№ 1"),
    "ru": ("курьеру 250", "бензин 300", "отмени запись № 1", "№ 1"),
}


@pytest.mark.parametrize("language", BY_NUMBER)
async def test_an_entry_is_taken_back_by_the_number_on_its_card(
    database_url: str, language: str
) -> None:
    first, second, cancel, number = BY_NUMBER[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await told(chat, first)
        await told(chat, second)
        undone = await told(chat, cancel)
        assert number in plain(undone.text)
        assert await till(floor) == Money(-30_000, "UAH")


@pytest.mark.parametrize(
    ("correction", "balance"),
    [
        ("№ 1 not 250 but 350", -65_000),
        ("cancel No. 77", -55_000),
        ("cancel order № 48149", -55_000),
        ("delete order 48149", -55_000),
    ],
)
async def test_a_number_means_that_entry_and_never_the_last_one(
    floor: Floor, correction: str, balance: int
) -> None:
    chat = await floor.side("cashier")
    await told(chat, "courier 250")
    await told(chat, "petrol 300")
    await told(chat, correction)
    assert await till(floor) == Money(balance, "UAH")


async def test_who_may_take_back_any_entry_does_so_by_its_number(floor: Floor) -> None:
    cashier, director = await floor.side("cashier"), await floor.side("director")
    await told(cashier, "courier 250")
    undone = await told(director, "cancel No. 1")
    assert "250" in undone.text
    assert await till(floor) == Money(0, "UAH")


async def test_an_entry_that_was_told_anew_is_meant_as_it_stands(floor: Floor) -> None:
    chat = await floor.side("cashier")
    typed = await chat.types("courier 250")
    card = await chat.hears()
    await chat.presses(card, "Date")
    asked = await chat.hears()
    await chat.edits(typed, "courier 205")
    await chat.hears()
    await chat.presses(asked, "Yesterday")
    await chat.hears()
    category, _, day = await newest(floor)
    assert category == "delivery"
    assert day < dt.datetime.now(ZoneInfo("Europe/Kyiv")).date()
    await told(chat, "cancel No. 1")
    assert await till(floor) == Money(0, "UAH")
