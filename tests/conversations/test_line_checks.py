"""The morning message, blind checks, /auto, questions to others: the accountant's day."""

import datetime as dt
import re

import pytest

from bot.wiring import new_clerk
from handlers.filing.review_cards import morning_card
from jobs.tell_of_lines import tell_of_lines
from ledger.money import Money
from sandbox.chat_side import ChatSide
from services.verify_books import verify_books
from tests.conftest import StillClock
from tests.conversations.floor import Floor, shop_floor
from tests.conversations.test_bank_files import camt
from tests.conversations.test_review import drops, held, zubrowka

RENT = (-250_000, "Оренда приміщення за листопад", "r1")
SAID = {
    "en": ("Good morning!", "Begin", "Quick check", "Rent", "I had filed it so, too", "1 of 1"),
    "uk": ("Доброго ранку!", "Почати", "Швидка перевірка", "Оренда", "теж так рознесла", "1 з 1"),
    "ru": ("Доброе утро!", "Начать", "Быстрая проверка", "Аренда", "тоже так разнесла", "1 из 1"),
}


async def morning(floor: Floor) -> None:
    """Have it told what waits, as on any morning; in two processes at once."""
    for _ in range(2):
        await tell_of_lines(
            floor.database, floor.clock, new_clerk(), morning_card, floor.app.announce
        )


async def begun(chat: ChatSide, begin: str = "Begin") -> str:
    """Press the morning's button and give what it shows."""
    card = await chat.hears()
    await chat.presses(card, begin)
    return (await chat.sees_edit(card)).text


@pytest.mark.parametrize("language", SAID)
async def test_a_line_filed_alone_is_shown_blind_and_counted(
    database_url: str, language: str
) -> None:
    good, begin, check, account, right, counted = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("accountant", language)
        await drops(chat, camt(RENT, opening=1_000_000))
        await morning(floor)
        card = await chat.hears()
        assert good in card.text
        await chat.presses(card, begin)
        card = await chat.sees_edit(card)
        assert check in card.text
        assert len(card.buttons) >= 3
        label = next(b.label for row in card.buttons for b in row if account in b.label)
        await chat.presses(card, label)
        assert right in (await chat.sees_edit(card)).text
        await chat.types("/auto")
        assert counted in (await chat.hears()).text


async def test_on_mondays_it_is_told_how_well_filing_alone_goes(database_url: str) -> None:
    clock = StillClock(dt.datetime(2026, 11, 21, 8, tzinfo=dt.UTC))
    async with shop_floor(database_url, clock=clock) as floor:
        chat = await floor.side("accountant")
        await drops(chat, camt(RENT, opening=1_000_000))
        await morning(floor)
        card = await chat.hears()
        await chat.presses(card, "Begin")
        card = await chat.sees_edit(card)
        await chat.presses(card, "Rent")
        await chat.sees_edit(card)
        clock.move(dt.timedelta(days=1))
        await morning(floor)
        clock.move(dt.timedelta(days=1))
        await morning(floor)
        assert "1 of 1" in (await chat.hears()).text


async def test_what_was_filed_wrongly_is_put_right_and_loses_its_autonomy(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await drops(chat, camt(RENT, opening=1_000_000))
    await morning(floor)
    card = await chat.hears()
    await chat.presses(card, "Begin")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Other…")
    await chat.sees_edit(card)
    await chat.types("advertising")
    found = await chat.hears()
    await chat.presses(found, "Advertising")
    told = (await chat.sees_edit(found)).text
    assert "I had filed it as Rent. Now it is Advertising" in told
    assert await held(floor, "expense.advertising") == Money(250_000, "UAH")
    assert await held(floor, "expense.rent") == Money(0, "UAH")
    await chat.types("/auto")
    assert "0 of 1 right" in (await chat.hears()).text
    assert await floor.database.read(verify_books) == ()


@pytest.mark.parametrize(
    ("this_month", "next_month"),
    [
        ("Оренда приміщення за листопад 2026 р.", "Оренда приміщення за грудень"),
        ("Аренда помещения за ноябрь", "Аренда помещения за декабрь 2026 г."),
        ("Office rent, November", "Office rent, Dec 2026"),
        ("Оренда приміщення за III квартал", "Оренда приміщення за 4 кв. 2026"),
    ],
)
async def test_autonomy_that_words_lost_in_a_month_is_lost_in_the_next(
    floor: Floor, this_month: str, next_month: str
) -> None:
    chat = await floor.side("accountant")
    assert "for you" not in await drops(
        chat, camt((-250_000, this_month, "r1"), opening=1_000_000)
    )
    await morning(floor)
    card = await chat.hears()
    await chat.presses(card, "Begin")
    await chat.presses(await chat.sees_edit(card), "Other…")
    await chat.sees_edit(card)
    await chat.types("advertising")
    found = await chat.hears()
    await chat.presses(found, "Advertising")
    await chat.sees_edit(found)
    later = camt((-240_000, next_month, "r2"), opening=750_000)
    assert "1 for you" in await drops(chat, later.replace(b"2026-11-20", b"2026-11-23"))


async def test_auto_shows_reasons_takes_back_and_knows_a_cap(floor: Floor) -> None:
    accountant, director = await floor.side("accountant"), await floor.side("director")
    await drops(accountant, camt(RENT, opening=1_000_000))
    await accountant.types("/auto")
    card = await accountant.hears()
    assert "Оренда" in card.text
    assert "→ Rent, as the words" in re.sub("<[^>]+>", "", card.text)
    await accountant.presses(card, "↩ 1")
    assert "it waits in /review" in (await accountant.sees_edit(card)).text
    assert await held(floor, "asset.suspense") == Money(250_000, "UAH")
    await accountant.types("/auto 100")
    assert "Above" not in (await accountant.hears()).text
    await director.types("/auto 100")
    assert "Above ₴100 I always ask" in (await director.hears()).text
    later = camt((-240_000, "Оренда за грудень", "r2"), opening=750_000)
    assert "1 for you" in await drops(accountant, later.replace(b"2026-11-20", b"2026-11-23"))


async def test_somebody_is_asked_and_his_answer_stands_at_the_line(floor: Floor) -> None:
    accountant, cashier = await floor.side("accountant"), await floor.side("cashier")
    await drops(accountant, camt(*zubrowka(0, 1), opening=1_000_000))
    await accountant.types("/review")
    card = await accountant.hears()
    await accountant.presses(card, "Ask…")
    card = await accountant.sees_edit(card)
    name = next(
        b.label for row in card.buttons for b in row if b.label.lower().startswith("cashier")
    )
    await accountant.presses(card, name)
    await accountant.sees_edit(card)
    asked = await cashier.hears()
    assert "asks what this was for" in asked.text
    assert "Zubrowka partners 0" in asked.text
    await cashier.types("banners for the Black Friday")
    assert "knows now" in (await cashier.hears()).text
    answered = await cashier.sees_edit(asked)
    assert "You answered Accountant: “banners for the Black Friday”" in answered.text
    assert answered.labels == ()
    told = await accountant.hears()
    assert "banners for the Black Friday" in told.text
    await accountant.presses(told, "Show")
    assert "banners for the Black Friday" in (await accountant.sees_edit(told)).text


async def test_why_a_line_was_filed_is_told_in_its_own_whole_words(floor: Floor) -> None:
    chat = await floor.side("accountant")
    power = (-250_000, "За електроенергію, листопад", "e1")
    await drops(chat, camt(power, opening=1_000_000))
    await chat.types("/auto")
    assert "as the words “електроенергію” say" in (await chat.hears()).text
