"""Counting as it is shown: by another, a day later, in another process, with odd names."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest_asyncio

from ledger.denominations import DENOMINATIONS
from ledger.money import Money
from services.people import Newcomer, Role
from services.ports import Books
from services.team.set_up_shop import lay_chart
from services.verify_books import verify_books
from storage.database import open_database
from tests.conftest import NOW, StillClock
from tests.handlers.chat import Chat, labels, till
from tests.shop import SHOP, lexicon

CASHIER, DIRECTOR, ACCOUNTANT = 1, 2, 3
BUTTONS_MAX = 100
"""What Telegram takes under one message."""


@pytest_asyncio.fixture
async def chat(sqlite_url: str, clock: StillClock) -> AsyncIterator[Chat]:
    """A bot of a shop with three people; the till has \u20b41,000."""

    def staff(books: Books) -> None:
        books.shop.put(SHOP)
        lay_chart(books, till_names=("Front <till>",))
        for user, role in enumerate((Role.CASHIER, Role.DIRECTOR, Role.ACCOUNTANT), start=1):
            books.people.add(Newcomer(user, f"{role.title()} <3", "en"), role, NOW)

    database = await open_database(sqlite_url)
    await database.write(staff)
    chat = Chat(database, clock, lexicon())
    await chat.say(CASHIER, "sale 1000")
    yield chat
    assert await database.read(verify_books) == ()
    await database.close()


async def test_nobody_presses_on_anothers_count(chat: Chat) -> None:
    (asked,) = await chat.say(CASHIER, "/count")
    (tally,) = await chat.press(CASHIER, asked, "Tap notes and coins")
    for shown, label in ((asked, "Tap notes and coins"), (tally, "+5"), (tally, "Never mind")):
        (refused,) = await chat.press(DIRECTOR, shown, label)
        assert "can't do that" in refused.text
    (off,) = await chat.say(CASHIER, "950")
    for label in ("Count again", "I forgot to enter something", "Book it as short"):
        (refused,) = await chat.press(ACCOUNTANT, off, label)
        assert "can't do that" in refused.text
    (why,) = await chat.press(CASHIER, off, "Book it as short")
    (refused,) = await chat.press(DIRECTOR, why, "not known")
    assert "can't do that" in refused.text
    assert await till(chat) == Money(100_000, "UAH")


async def test_what_is_typed_a_day_later_is_no_count(chat: Chat) -> None:
    await chat.say(CASHIER, "/count")
    chat.clock.move(dt.timedelta(hours=13))
    (answer,) = await chat.say(CASHIER, "950")
    assert "come in or go out" in answer.text
    (anew,) = await chat.say(CASHIER, "/count")
    assert "Counting" in anew.text
    (agreed,) = await chat.say(CASHIER, "1000")
    assert "agrees" in agreed.text


async def test_another_process_goes_on_with_a_count(chat: Chat, sqlite_url: str) -> None:
    (asked,) = await chat.say(CASHIER, "/count")
    (tally,) = await chat.press(CASHIER, asked, "Tap notes and coins")
    await chat.press(CASHIER, tally, "500×0")
    opened = await open_database(sqlite_url)
    later = Chat(opened, chat.clock, lexicon())
    (tallied,) = await later.say(CASHIER, "2")
    assert "So far: <b>\u20b41,000</b>" in tallied.text
    (agreed,) = await later.press(CASHIER, tallied, "Done: \u20b41,000")
    assert "agrees" in agreed.text
    await opened.close()


async def test_names_from_outside_are_harmless(chat: Chat) -> None:
    await chat.say(CASHIER, "/count")
    (off,) = await chat.say(CASHIER, "950")
    assert "“Front &lt;till&gt;”, counted" in off.text
    assert "Today's last entries:" in off.text
    assert "Sale · No.\xa01" in off.text
    (why,) = await chat.press(CASHIER, off, "Book it as short")
    booked, told = await chat.say(CASHIER, "<b>wind</b>")
    assert why.edits is not None
    assert "&lt;b&gt;wind&lt;/b&gt;" in booked.text
    assert told.chat_id == DIRECTOR
    assert "Cashier &lt;3 counted \u20b4950, the books said \u20b41,000" in told.text
    (history,) = await chat.say(CASHIER, "/count history")
    assert "\u20b4950, \u20b450 short · &lt;b&gt;wind" in history.text


async def test_the_way_back_from_the_reason_leads_to_the_difference(chat: Chat) -> None:
    await chat.say(CASHIER, "/count")
    (off,) = await chat.say(CASHIER, "1050")
    (why,) = await chat.press(CASHIER, off, "Book it as over")
    assert "\u20b450 over" in why.text
    (back,) = await chat.press(CASHIER, why, "← Back")
    assert labels(back) == labels(off)
    (again,) = await chat.press(CASHIER, off, "Count again")
    assert "Counting" in again.text
    (stale,) = await chat.press(CASHIER, why, "wrong change")
    assert "settled" in stale.text


async def test_every_currencys_notes_fit_under_a_message(chat: Chat) -> None:
    for currency in sorted(set(DENOMINATIONS) - {"UAH"}):
        await chat.say(CASHIER, f"sale 100 {currency}")
    (shown,) = await chat.say(CASHIER, "/count")
    seen = []
    while "Tap notes and coins" in labels(shown):
        seen.append(shown.text)
        (tally,) = await chat.press(CASHIER, shown, "Tap notes and coins")
        assert len(labels(tally)) <= BUTTONS_MAX
        skip = next(label for label in labels(shown) if label.startswith("Skip"))
        _, *next_ = await chat.press(CASHIER, shown, skip)
        if not next_:
            break
        (shown,) = next_
    assert len(seen) >= 5


async def test_the_history_turns_its_pages(chat: Chat) -> None:
    for _ in range(12):
        await chat.say(CASHIER, "/count")
        await chat.say(CASHIER, "1000")
        chat.clock.move(dt.timedelta(minutes=1))
    (first,) = await chat.say(DIRECTOR, "/count history")
    assert first.text.count("agrees") == 10
    (second,) = await chat.press(DIRECTOR, first, "More…")
    assert second.text.count("agrees") == 2
    assert labels(second) == ["← Back"]
    (refused,) = await chat.press(CASHIER, first, "More…")
    assert refused.text.count("agrees") == 2, "his own till's history is his to see"


async def test_a_count_that_is_told_in_words_is_one(chat: Chat) -> None:
    (begun,) = await chat.say(CASHIER, "closing the till")
    assert "Counting" in begun.text
    (agreed,) = await chat.say(CASHIER, "Закрыла кассу 1000")
    assert "agrees" in agreed.text
    (off,) = await chat.say(CASHIER, "порахувала касу: 950")
    assert labels(off)[0] == "Count again"
    assert await till(chat) == Money(100_000, "UAH")
