"""A handover with every way it may end: counted first, moved meanwhile, withdrawn, too old."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest_asyncio

from ledger.money import Money
from services.messages import OutgoingMessage
from services.people import Newcomer, Person, Role
from services.ports import Books
from services.team.set_up_shop import lay_chart
from services.verify_books import verify_books
from storage.database import open_database
from tests.conftest import NOW, StillClock
from tests.handlers.chat import Chat
from tests.shop import SHOP, lexicon

OLHA, PETRO, DIRECTOR, OWNER = 1, 2, 3, 4
STAFF = (
    ("Olha", Role.CASHIER), ("Petro", Role.CASHIER), ("Dmytro", Role.DIRECTOR),
    ("Anna", Role.OWNER),
)  # fmt: skip


@pytest_asyncio.fixture
async def chat(sqlite_url: str, clock: StillClock) -> AsyncIterator[Chat]:
    """A bot of a shop with two cashiers, a director and an owner; the till has ₴1,000."""

    def staff(books: Books) -> None:
        books.shop.put(SHOP)
        lay_chart(books, till_names=("Front till", "Warehouse till"))
        for user, (name, role) in enumerate(STAFF, start=1):
            books.people.add(Newcomer(user, name, "en"), role, NOW)

    database = await open_database(sqlite_url)
    await database.write(staff)
    chat = Chat(database, clock, lexicon())
    await chat.say(OLHA, "sale 1000")
    yield chat
    assert await database.read(verify_books) == ()
    await database.close()


async def offered(chat: Chat) -> tuple[OutgoingMessage, OutgoingMessage]:
    """Have Olha offer the till to Petro; give both their cards."""
    (whom,) = await chat.say(OLHA, "/handover")
    waits, offer = await chat.press(OLHA, whom, "Petro")
    assert (waits.chat_id, offer.chat_id) == (OLHA, PETRO)
    return waits, offer


async def person(chat: Chat, user: int) -> Person:
    found = await chat.database.read(lambda books: books.people.by_telegram_id(user))
    assert found is not None
    return found


async def audits(chat: Chat, subject: str) -> list[str]:
    return await chat.database.read(
        lambda books: [each.cause for each in books.audit.about(subject)]
    )


async def test_who_takes_a_till_gets_it_and_the_giver_is_told(chat: Chat) -> None:
    _, offer = await offered(chat)
    assert offer.text == ("Olha hands “Front till” over to you: <b>₴1,000</b>. Is that right?")
    taken, told = await chat.press(PETRO, offer, "Yes, I take it")
    assert taken.text.startswith("“Front till” is yours now: <b>₴1,000</b>.\nPetro, 20\xa0Nov")
    assert (told.chat_id, told.text) == (
        OLHA, "Petro has taken “Front till” over: <b>₴1,000</b>.",
    )  # fmt: skip
    assert (await person(chat, PETRO)).till == "till.1"
    assert await audits(chat, "handover:1") == ["handover_offered", "handover_taken"]
    assert "assign_till" in await audits(chat, "person:2")


async def test_an_answer_pressed_twice_counts_once(chat: Chat) -> None:
    waits, offer = await offered(chat)
    await chat.press(PETRO, offer, "Yes, I take it")
    (again,) = await chat.press(PETRO, offer, "Yes, I take it")
    assert "settled" in again.text
    (late,) = await chat.press(PETRO, offer, "I count it first")
    assert "settled" in late.text
    (kept,) = await chat.press(OLHA, waits, "Never mind")
    assert "settled" in kept.text


async def test_another_person_can_neither_take_nor_withdraw(chat: Chat) -> None:
    waits, offer = await offered(chat)
    for label in ("Yes, I take it", "I count it first"):
        (refused,) = await chat.press(DIRECTOR, offer, label)
        assert "can't do that" in refused.text
    (refused,) = await chat.press(DIRECTOR, waits, "Never mind")
    assert "can't do that" in refused.text
    assert (await person(chat, DIRECTOR)).till is None


async def test_an_entry_meanwhile_shows_the_taker_the_new_figure(chat: Chat) -> None:
    _, offer = await offered(chat)
    await chat.say(OLHA, "courier 100")
    (again,) = await chat.press(PETRO, offer, "Yes, I take it")
    assert "<b>₴900</b>" in again.text
    assert "meanwhile" in again.text
    (stale,) = await chat.press(PETRO, offer, "Yes, I take it")
    assert "settled" in stale.text
    taken, _ = await chat.press(PETRO, again, "Yes, I take it")
    assert "<b>₴900</b>" in taken.text


async def test_who_counts_first_takes_it_with_the_count_that_agrees(chat: Chat) -> None:
    waits, offer = await offered(chat)
    begun, card, told = await chat.press(PETRO, offer, "I count it first")
    assert "then it's yours" in begun.text
    assert "1,000" not in card.text
    assert "Petro is counting" in told.text
    agreed, yours, given = await chat.say(PETRO, "1000")
    assert "agrees" in agreed.text
    assert "yours now" in yours.text
    assert given.chat_id == OLHA
    assert (await person(chat, PETRO)).till == "till.1"
    (stale,) = await chat.press(OLHA, waits, "Never mind")
    assert "settled" in stale.text


async def test_a_difference_found_on_taking_over_is_the_givers(chat: Chat) -> None:
    _, offer = await offered(chat)
    await chat.press(PETRO, offer, "I count it first")
    (off,) = await chat.say(PETRO, "950")
    (why,) = await chat.press(PETRO, off, "Book it as short")
    _, director, owner, yours, given = await chat.press(PETRO, why, "not known")
    assert {director.chat_id, owner.chat_id} == {DIRECTOR, OWNER}
    assert "the difference is Olha's" in director.text
    assert yours.text == "“Front till” is yours now: <b>₴950</b>."
    assert given.text.splitlines()[1] == "₴50 short was booked in your name."
    (history,) = await chat.say(DIRECTOR, "/count history")
    assert "Olha: 1 count, 1 off · short ₴50 · over ₴0" in history.text
    assert "Petro:" not in history.text


async def test_who_gives_the_count_up_is_asked_about_the_offer_again(chat: Chat) -> None:
    _, offer = await offered(chat)
    _, card, _ = await chat.press(PETRO, offer, "I count it first")
    dropped, again = await chat.press(PETRO, card, "Never mind")
    assert "over" in dropped.text
    taken, _ = await chat.press(PETRO, again, "Yes, I take it")
    assert "yours now" in taken.text


async def test_a_giver_who_keeps_his_till_ends_the_count_that_was_begun(chat: Chat) -> None:
    waits, offer = await offered(chat)
    _, card, _ = await chat.press(PETRO, offer, "I count it first")
    kept, told = await chat.press(OLHA, waits, "Never mind")
    assert "stays with you" in kept.text
    assert told.chat_id == PETRO
    (stale,) = await chat.press(PETRO, card, "Tap notes and coins")
    assert "settled" in stale.text
    (over,) = await chat.press(PETRO, offer, "Yes, I take it")
    assert over.text == "This offer is over: “Front till” stays with Olha."
    assert (await person(chat, PETRO)).till is None


async def test_an_offer_of_twelve_hours_is_over(chat: Chat) -> None:
    _, offer = await offered(chat)
    chat.clock.move(dt.timedelta(hours=12))
    (over,) = await chat.press(PETRO, offer, "Yes, I take it")
    assert "offer is over" in over.text
    await offered(chat)


async def test_a_new_offer_takes_the_place_of_one_too_old(chat: Chat) -> None:
    _, offer = await offered(chat)
    chat.clock.move(dt.timedelta(hours=12))
    _, newer = await offered(chat)
    (over,) = await chat.press(PETRO, offer, "Yes, I take it")
    assert "offer is over" in over.text
    assert len(await chat.press(PETRO, newer, "Yes, I take it")) == 2


async def test_a_till_is_offered_to_one_person_at_a_time(chat: Chat) -> None:
    (whom,) = await chat.say(OLHA, "/handover")
    await chat.press(OLHA, whom, "Petro")
    (waits,) = await chat.press(OLHA, whom, "Dmytro")
    assert "Petro is asked" in waits.text
    (busy,) = await chat.say(DIRECTOR, "/handover")
    assert busy.text == "Olha is handing “Front till” over to Petro already."


async def test_only_who_has_no_other_till_is_asked(chat: Chat) -> None:
    (whom,) = await chat.say(OLHA, "/handover")
    (team,) = await chat.say(OWNER, "/team")
    (card,) = await chat.press(OWNER, team, "Petro")
    await chat.press(OWNER, card, "Till: Warehouse till")
    (choice,) = await chat.press(OLHA, whom, "Petro")
    assert [button.label for row in choice.buttons for button in row] == ["Dmytro", "Anna"]


async def test_several_currencies_are_handed_over_together(chat: Chat) -> None:
    await chat.say(OLHA, "sale 20 usd")
    _, offer = await offered(chat)
    assert "₴1,000, $20" in offer.text
    await chat.press(PETRO, offer, "I count it first")
    agreed, next_ = await chat.say(PETRO, "1000")
    assert "agrees" in agreed.text
    _, yours, _ = await chat.press(PETRO, next_, "Skip USD")
    assert "yours now" in yours.text
    kept = await chat.database.write(lambda books: books.handovers.find(1))
    assert kept is not None
    assert kept.balances == (Money(100_000, "UAH"), Money(2_000, "USD"))


async def test_a_handover_is_told_in_words(chat: Chat) -> None:
    (how,) = await chat.say(PETRO, "took over the shift")
    assert "/handover" in how.text
    (whom,) = await chat.say(OLHA, "сдаю смену Петру")
    await chat.press(OLHA, whom, "Petro")
    (offer,) = await chat.say(PETRO, "прийняв зміну")
    assert offer.chat_id == PETRO
    said = await chat.press(PETRO, offer, "Yes, I take it")
    assert "₴1,000" in said[0].text
    assert await chat.database.read(lambda books: books.drafts.open_in(PETRO, 2)) is None
