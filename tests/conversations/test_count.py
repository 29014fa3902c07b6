"""The till is closed by counting it: typed or tapped, agreed or booked, after a restart too."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from ledger.cash import CashCategory
from ledger.money import Money
from sandbox.chat_side import ChatSide
from sandbox.driven import Seen
from services.tills.count_types import CountState
from services.verify_books import verify_books
from tests.conversations.floor import Floor, shop_floor

SAID = {
    "en": {
        "sale": "sale 1000",
        "agrees": "agrees",
        "less": "less than the books",
        "book": "Book it as short",
        "why": "wrong change",
        "booked": "short, “wrong change”",
        "notes": "1000x0 500x1 change 450",
        "told": "short. Cashier counted",
    },
    "uk": {
        "sale": "продаж 1000",
        "agrees": "сходиться",
        "less": "менше, ніж за записами",
        "book": "Записати нестачу",
        "why": "помилилися з рештою",
        "booked": "нестачу",
        "notes": "1 по 500, дріб'язок 450",
        "told": "нестача",
    },
    "ru": {
        "sale": "продажа 1000",
        "agrees": "сходится",
        "less": "меньше, чем по записям",
        "book": "Записать недостачу",
        "why": "ошиблись со сдачей",
        "booked": "недостачу",
        "notes": "1 по 500, мелочь 450",
        "told": "недостача",
    },
}


@pytest.fixture
async def floor(sqlite_url: str) -> AsyncIterator[Floor]:
    """A set-up shop on one database: the other one is asked by the dialogue and the services."""
    async with shop_floor(sqlite_url) as opened:
        yield opened
        found = await opened.database.read(verify_books)
    assert found == ()


async def till(floor: Floor, currency: str = "UAH") -> Money:
    return await floor.database.read(lambda books: books.balances.of("till.1", currency))


async def sold(chat: ChatSide, said: str = "sale 1000") -> None:
    await chat.types(said)
    await chat.hears()


async def off_by_fifty(chat: ChatSide) -> Seen:
    """Count 950 where the books say 1000."""
    await sold(chat)
    await chat.types("/count")
    await chat.hears()
    await chat.types("950")
    return await chat.hears()


@pytest.mark.parametrize("language", SAID)
async def test_a_till_is_counted_booked_as_short_and_agrees_then(
    database_url: str, language: str
) -> None:
    said = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        director = await floor.side("director", language)
        chat = await floor.side("cashier", language)
        await sold(chat, said["sale"])
        await chat.types("/count")
        asked = await chat.hears()
        assert "1000" not in asked.text.replace("\xa0", "")
        await chat.types(said["notes"])
        off = await chat.hears()
        assert said["less"] in off.text
        assert "50" in off.text
        await chat.presses(off, said["book"])
        why = await chat.sees_edit(off)
        await chat.presses(why, said["why"])
        booked = await chat.sees_edit(off)
        assert said["booked"] in booked.text
        assert "Cashier" in booked.text
        assert booked.labels[0].startswith("Cashier, ")
        assert said["told"] in (await director.hears()).text
        assert await till(floor) == Money(95_000, "UAH")
        await chat.types("/count")
        await chat.hears()
        await chat.types("950")
        assert said["agrees"] in (await chat.hears()).text


async def test_the_entry_of_a_difference_says_why_and_whence(floor: Floor) -> None:
    chat = await floor.side("cashier")
    off = await off_by_fifty(chat)
    await chat.presses(off, "Book it as short")
    await chat.sees_edit(off)
    await chat.types("the drawer fell down")
    await chat.hears()
    entries = await floor.database.read(lambda books: tuple(books.journal.all()))
    posted = entries[-1].entry
    assert posted.category == CashCategory.CASH_SHORTAGE
    assert posted.narration == "the drawer fell down"
    assert posted.origin.source == "count"


async def test_a_typed_cash_sentence_is_no_reason(floor: Floor) -> None:
    chat = await floor.side("cashier")
    off = await off_by_fifty(chat)
    await chat.presses(off, "Book it as short")
    why = await chat.sees_edit(off)
    await chat.types("courier 50")
    assert "Delivery" in (await chat.hears()).text
    await chat.presses(why, "not known")
    settled = await chat.sees_edit(off)
    assert "agrees" in settled.text
    assert await till(floor) == Money(95_000, "UAH")


async def test_notes_are_tapped_together_over_a_restart(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await sold(chat, "sale 3535")
    await chat.types("/count")
    card = await chat.hears()
    await chat.presses(card, "Tap notes and coins")
    card = await chat.sees_edit(card)
    await press_of(chat, card, "500", "+5")
    card = await chat.sees_edit(card)
    await floor.restart()
    await press_of(chat, card, "500", "+")
    card = await chat.sees_edit(card)
    await press_of(chat, card, "500", "+")
    card = await chat.sees_edit(card)
    assert "₴3,500" in card.text
    await chat.presses(card, "Small change")
    await chat.hears()
    await chat.types("30")
    card = await chat.hears()
    await chat.presses(card, "5×0")
    await chat.hears()
    await chat.types("1")
    card = await chat.hears()
    assert "₴3,535" in card.text
    await chat.presses(card, "More…")
    card = await chat.sees_edit(card)
    assert "0.50×0" in card.labels
    await chat.presses(card, "Done: ₴3,535")
    assert "agrees" in (await chat.sees_edit(card)).text


async def press_of(chat: ChatSide, card: Seen, note: str, sign: str) -> None:
    """Press a sign in a note's row."""
    for row in card.buttons:
        if row[0].label.startswith(f"{note}×"):
            (found,) = (each for each in row if each.label == sign)
            await chat.presses(card, found.data)
            return
    raise AssertionError(note)


async def test_a_new_figure_is_typed_without_a_button(floor: Floor) -> None:
    chat = await floor.side("cashier")
    off = await off_by_fifty(chat)
    await chat.types("1000")
    assert "agrees" in (await chat.hears()).text
    await chat.presses(off, "Book it as short")
    assert "settled" in (await chat.hears()).text
    assert await till(floor) == Money(100_000, "UAH")


async def test_a_figure_answers_the_newest_question_then_the_count(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await sold(chat)
    await chat.types("/count")
    await chat.hears()
    await chat.types("paid the courier")
    assert "How much" in (await chat.hears()).text
    await chat.types("50")
    assert "Delivery" in (await chat.hears()).text
    await chat.types("950")
    assert "agrees" in (await chat.hears()).text
    assert await till(floor) == Money(95_000, "UAH")


async def test_a_figure_answers_the_count_when_a_field_was_put_right_meanwhile(
    floor: Floor,
) -> None:
    chat = await floor.side("cashier")
    await sold(chat)
    await chat.types("courier 50")
    card = await chat.hears()
    await chat.types("/count")
    await chat.hears()
    await chat.presses(card, "Amount")
    await chat.hears()
    await chat.types("60")
    assert "₴60" in (await chat.hears()).text
    await chat.types("940")
    assert "agrees" in (await chat.hears()).text


async def test_a_reply_to_the_counts_card_is_the_count(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await sold(chat)
    await chat.types("/count")
    card = await chat.hears()
    await chat.types("paid the courier")
    await chat.hears()
    await chat.replies(card, "1000")
    assert "agrees" in (await chat.hears()).text
    await chat.types("50")
    assert "Delivery" in (await chat.hears()).text


async def test_a_figure_is_no_reason_but_another_count(floor: Floor) -> None:
    chat = await floor.side("cashier")
    off = await off_by_fifty(chat)
    await chat.presses(off, "Book it as short")
    await chat.sees_edit(off)
    await chat.types("1000")
    assert "agrees" in (await chat.hears()).text


async def test_a_slip_owned_up_to_is_a_reason(floor: Floor) -> None:
    chat = await floor.side("cashier")
    off = await off_by_fifty(chat)
    await chat.presses(off, "Book it as short")
    await chat.sees_edit(off)
    await chat.types("I was wrong with the change")
    await chat.hears()
    posted = await floor.database.read(lambda books: list(books.journal.all())[-1].entry)
    assert posted.narration == "I was wrong with the change"
    assert await till(floor) == Money(95_000, "UAH")


async def test_a_reason_is_taken_before_anybody_asked_for_it(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await off_by_fifty(chat)
    await chat.types("I was wrong with the change")
    await chat.hears()
    posted = await floor.database.read(lambda books: list(books.journal.all())[-1].entry)
    assert (posted.narration, posted.category) == ("I was wrong with the change", "cash_shortage")
    assert await till(floor) == Money(95_000, "UAH")


async def test_a_count_is_newer_than_a_question_that_was_left(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await sold(chat)
    await chat.types("paid the courier")
    await chat.hears()
    await chat.types("/count")
    await chat.hears()
    await chat.types("1000")
    assert "agrees" in (await chat.hears()).text
    await chat.types("50")
    assert "Delivery" in (await chat.hears()).text
    assert await till(floor) == Money(95_000, "UAH")


async def test_what_was_forgotten_is_entered_and_compared_again(floor: Floor) -> None:
    chat = await floor.side("cashier")
    off = await off_by_fifty(chat)
    await chat.presses(off, "I forgot")
    waits = await chat.hears()
    await chat.types("courier 50")
    await chat.hears()
    await chat.presses(waits, "Compare again")
    assert "agrees" in (await chat.sees_edit(waits)).text
    assert await till(floor) == Money(95_000, "UAH")


async def test_count_compares_again_too_and_an_old_card_is_stale(floor: Floor) -> None:
    chat = await floor.side("cashier")
    off = await off_by_fifty(chat)
    await sold(chat, "sale 25")
    await chat.types("/count")
    again = await chat.hears()
    assert "₴75" in again.text
    assert "meanwhile" in again.text
    await chat.presses(off, "Book it as short")
    assert "settled" in (await chat.hears()).text
    assert await till(floor) == Money(102_500, "UAH")


async def test_an_entry_between_counting_and_booking_is_seen(floor: Floor) -> None:
    chat = await floor.side("cashier")
    director = await floor.side("director")
    off = await off_by_fifty(chat)
    await chat.presses(off, "Book it as short")
    why = await chat.sees_edit(off)
    await sold(director, "sale 100")
    await chat.presses(why, "wrong change")
    again = await chat.sees_edit(off)
    assert "₴150" in again.text
    assert await till(floor) == Money(110_000, "UAH")


async def test_a_reason_tapped_twice_books_once(floor: Floor) -> None:
    chat = await floor.side("cashier")
    off = await off_by_fifty(chat)
    await chat.presses(off, "Book it as short")
    why = await chat.sees_edit(off)
    await asyncio.gather(*(chat.presses(why, "wrong change") for _ in range(2)))
    await chat.sees_edit(off)
    assert "settled" in (await chat.hears()).text
    assert await till(floor) == Money(95_000, "UAH")


async def test_a_figure_far_off_is_asked_back_without_telling_the_books(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await sold(chat)
    await chat.types("/count")
    await chat.hears()
    await chat.types("10000")
    asked = await chat.hears()
    assert "Is that figure right?" in asked.text
    assert "1,000" not in asked.text.replace("₴10,000", "")
    await chat.presses(asked, "Count again")
    await chat.sees_edit(asked)
    await chat.types("1000")
    assert "agrees" in (await chat.hears()).text


async def test_what_is_no_count_is_cash_and_strange_notes_are_asked_back(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await sold(chat)
    await chat.types("/count")
    await chat.hears()
    await chat.types("300x2")
    assert "no 300 in UAH" in (await chat.hears()).text
    await chat.types("100 usd")
    assert "counting UAH" in (await chat.hears()).text
    await chat.types("courier 100")
    assert "Delivery" in (await chat.hears()).text
    await chat.types("900")
    assert "agrees" in (await chat.hears()).text


async def test_each_currency_is_counted_in_turn_and_one_may_be_skipped(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await sold(chat)
    await sold(chat, "sale 100 usd")
    await sold(chat, "sale 40 eur")
    await chat.types("/count 1000")
    assert "agrees" in (await chat.hears()).text
    euros = await chat.hears()
    assert "EUR" in euros.text
    await chat.presses(euros, "Skip EUR")
    assert "uncounted" in (await chat.sees_edit(euros)).text
    dollars = await chat.hears()
    assert "USD" in dollars.text
    await chat.types("20x5")
    assert "$100" in (await chat.hears()).text
    count = await floor.database.read(lambda books: books.counts.newest("till.1"))
    assert [each.counted.currency for each in count] == ["UAH", "USD"]


async def test_a_count_that_is_left_off_is_told_to_leaders(floor: Floor) -> None:
    chat = await floor.side("cashier")
    owner = await floor.side("owner")
    off = await off_by_fifty(chat)
    await chat.presses(off, "Count again")
    card = await chat.sees_edit(off)
    await chat.presses(card, "Never mind")
    assert "over" in (await chat.sees_edit(off)).text
    assert "₴50" in (await owner.hears()).text


async def test_a_director_sees_the_last_counts_and_may_count_too(floor: Floor) -> None:
    chat = await floor.side("cashier")
    director = await floor.side("director")
    await director.types("/count")
    assert "not counted yet" in (await director.hears()).text
    await sold(chat)
    await chat.types("/count 1000")
    await chat.hears()
    await director.types("/count")
    seen = await director.hears()
    assert "Cashier" in seen.text
    assert "₴1,000, agrees" in seen.text
    await director.presses(seen, "Counts of Front till")
    history = await director.sees_edit(seen)
    assert "Cashier: 1 count, 0 off" in history.text
    await director.types("/count")
    seen = await director.hears()
    await director.presses(seen, "Count my till")
    assert "Counting “Front till”" in (await director.sees_edit(seen)).text


async def test_a_cashier_sees_his_own_counts_only(floor: Floor) -> None:
    chat = await floor.side("cashier")
    director = await floor.side("director")
    await sold(chat)
    await chat.types("/count 1000")
    await chat.hears()
    await director.types("/count 1000")
    await director.hears()
    await chat.types("/count history")
    assert "Director" not in (await chat.hears()).text
    await director.types("/count history")
    seen = (await director.hears()).text
    assert seen.index("Director") < seen.index("Cashier")


async def test_a_count_waits_for_a_restart_and_ends_with_never_mind(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await sold(chat)
    await chat.types("/count")
    card = await chat.hears()
    await floor.restart()
    await chat.presses(card, "Never mind")
    await chat.sees_edit(card)
    await chat.types("950")
    await chat.hears()
    count = await floor.database.write(lambda books: books.counts.find(1))
    assert count is not None
    assert count.state is CountState.DROPPED


async def test_a_booked_difference_is_put_right_and_taken_back_while_its_day_is_open(
    floor: Floor,
) -> None:
    chat, owner = await floor.side("cashier"), await floor.side("owner")
    off = await off_by_fifty(chat)
    await chat.presses(off, "Book it as short")
    why = await chat.sees_edit(off)
    await chat.presses(why, "wrong change")
    booked = await chat.sees_edit(off)
    await owner.hears()
    await chat.replies(booked, "no, 40")
    assert "₴40" in (await chat.hears()).text
    assert "put right what a count" in (await owner.hears()).text
    assert await till(floor) == Money(96_000, "UAH")
    await chat.types("/entry 4")
    card = await chat.hears()
    await chat.presses(card, "Undo")
    await chat.sees_edit(card)
    assert "taken back what a count" in (await owner.hears()).text
    assert await till(floor) == Money(100_000, "UAH")
    entries = await floor.database.read(lambda books: tuple(books.journal.all()))
    assert [each.entry.reverses for each in entries] == [None, None, 2, None, 4]
