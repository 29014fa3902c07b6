"""What people hear where a conversation takes an unusual turn."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from handlers.callbacks import DraftCallback, SetUpCallback, TeamCallback
from handlers.cash.draft_replies import asked_again
from jobs.draft_reminders import remind_of_drafts
from ledger.cash import CashCategory
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.word_lists import load_lexicon
from services.messages import OutgoingMessage
from services.people import Newcomer, Role
from services.ports import Books
from services.shop import Shop
from services.team.claim_ownership import issue_owner_code
from services.team.set_up_shop import lay_chart
from storage.database import open_database
from tests.conftest import NOW, StillClock
from tests.handlers.chat import Chat

CASHIER, OWNER, NEW = 1, 4, 7
PEOPLE = ((CASHIER, Role.CASHIER), (2, Role.ACCOUNTANT), (3, Role.DIRECTOR), (OWNER, Role.OWNER))
MAY: dict[str, set[int]] = {
    "/today": {1, 2, 3, 4},
    "/till": {1, 2, 3, 4},
    "/cash": {2, 3, 4},
    "/cash xlsx": {2, 3, 4},
    "/drafts": {2, 3, 4},
    "/memory": {1, 2, 3, 4},
    "/help": {1, 2, 3, 4},
    "/language": {1, 2, 3, 4},
    "/accounts": {2, 4},
    "/close": {2, 3, 4},
    "/team": {4},
    "/invite": {4},
}


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest_asyncio.fixture
async def new_chat(sqlite_url: str, clock: StillClock, lexicon: Lexicon) -> AsyncIterator[Chat]:
    """A bot whose shop nobody has claimed."""
    database = await open_database(sqlite_url)
    yield Chat(database, clock, lexicon)
    await database.close()


@pytest_asyncio.fixture
async def chat(new_chat: Chat) -> Chat:
    """A bot of a shop with two tills and one person of each role."""

    def staff(books: Books) -> None:
        books.shop.put(Shop("Teplo", "UAH", "Europe/Kyiv", "en", is_ready=True))
        lay_chart(books, till_names=("Hall", "Store"))
        for user, role in PEOPLE:
            books.people.add(Newcomer(user, role.value.title(), "en"), role, NOW)

    await new_chat.database.write(staff)
    return new_chat


async def at_first_till(chat: Chat) -> OutgoingMessage:
    """Lead set-up to the question what the first of two tills holds."""
    code = await chat.database.write(lambda books: issue_owner_code(books, NOW))
    _, asked = await chat.say(NEW, f"/start {code}")
    (asked,) = await chat.press(NEW, asked, "English")
    for said in ("Teplo", "EUR", "Kyiv", "2", "Hall", "Store"):
        (asked,) = await chat.say(NEW, said)
    return asked


@pytest.mark.parametrize("command", sorted(MAY))
async def test_each_role_may_what_it_may(chat: Chat, command: str) -> None:
    for user, _ in PEOPLE:
        (said,) = await chat.say(user, command)
        assert ("You can't do that here" in said.text) is (user not in MAY[command])


async def test_a_double_tap_in_set_up_does_not_empty_the_next_till(new_chat: Chat) -> None:
    asked = await at_first_till(new_chat)
    (second,) = await new_chat.press(NEW, asked, "0")
    (again,) = await new_chat.press(NEW, asked, "0")
    assert "Store" in second.text
    assert again.text == second.text


async def test_a_language_that_was_typed_is_asked_again(new_chat: Chat) -> None:
    code = await new_chat.database.write(lambda books: issue_owner_code(books, NOW))
    _, asked = await new_chat.say(NEW, str(code))
    (again,) = await new_chat.say(NEW, "hello")
    assert again.text == "Please tap one of the languages."
    assert again.buttons == asked.buttons


async def test_before_there_is_an_owner_a_stranger_is_asked_for_the_code(new_chat: Chat) -> None:
    (line,) = await new_chat.say(NEW, "hi", language="uk-UA")
    assert "ще немає власника" in line.text
    assert await new_chat.say(NEW, "hi") == []


async def test_a_word_that_becomes_cash_when_edited_is_filed(chat: Chat) -> None:
    await chat.say(CASHIER, "hello")
    (card,) = await chat.edit(CASHIER, chat.last_message_id, "gave the courier 250")
    assert "Delivery" in card.text


async def test_an_edit_that_changes_nothing_is_passed_over(chat: Chat) -> None:
    await chat.say(CASHIER, "gave the courier 250")
    message_id = chat.last_message_id
    assert await chat.edit(CASHIER, message_id, "gave the courier 250!") == []
    (kept,) = await chat.edit(CASHIER, message_id, "hello")
    assert "stays as it was" in kept.text


async def test_words_under_a_picture_are_cash_talk(chat: Chat) -> None:
    photo = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
    (card,) = await chat.say(CASHIER, "", photo=photo, caption="gave the courier 250")
    assert "Delivery" in card.text
    (said,) = await chat.say(CASHIER, "", photo=photo)
    assert said.text.startswith("Which entry")


@pytest.mark.parametrize(
    ("told", "fixed", "changed"),
    [
        ("water 90, tea 140, stationery 310", "no, stationery 350", "<s>−⁠₴310"),
        ("вода 90, чай 140, канцелярія 310", "ні, канцелярія 350", "<s>−⁠₴310"),
        ("вода 90\nканцелярия 1 310", "нет, вода 95", "<s>−⁠₴90"),
        ("stationery 310, stationery 90", "no, stationery 350", "Which"),
    ],
)
async def test_of_several_things_told_at_once_the_one_that_is_named_is_put_right(
    chat: Chat, told: str, fixed: str, changed: str
) -> None:
    (card,) = await chat.say(CASHIER, told)
    said, *_ = await chat.say(CASHIER, fixed, reply_to_message=chat.card(CASHIER, card))
    assert changed in said.text


async def test_whoever_left_a_refund_open_is_asked_for_its_sale_again(chat: Chat) -> None:
    (asked,) = await chat.say(CASHIER, "Kovalenko returned a pump, gave him 2 450 back")
    later = StillClock(NOW + dt.timedelta(hours=2))
    (again,) = await chat.run(
        lambda announce: remind_of_drafts(chat.database, later, asked_again, announce)
    )
    assert asked.text in again.text
    assert again.buttons == asked.buttons


async def test_whoever_gets_a_role_or_a_till_hears_it(chat: Chat) -> None:
    (team,) = await chat.say(OWNER, "/team")
    (person,) = await chat.press(OWNER, team, "Cashier")
    _, told = await chat.press(OWNER, person, "Role: director")
    assert (told.chat_id, told.text) == (CASHIER, "Your role has changed. It is now: director.")
    _, told = await chat.press(OWNER, person, "Till: Store")
    assert told.text == "You answer for “Store” now."


async def test_whoever_is_removed_hears_it_and_becomes_a_stranger(chat: Chat) -> None:
    (team,) = await chat.say(OWNER, "/team")
    (person,) = await chat.press(OWNER, team, "Cashier")
    _, told = await chat.press(OWNER, person, "Remove")
    assert "no longer in this shop's team" in told.text
    (again,) = await chat.press(OWNER, person, "Remove")
    assert "isn't in the team" in again.text
    (line,) = await chat.say(CASHIER, "gave the courier 250")
    assert "invitation" in line.text


def test_no_button_carries_more_than_telegram_takes() -> None:
    longest = max((each.value for each in CashCategory), key=len)
    packed = (
        DraftCallback(draft_id=10**12, revision=999, field="category", value=longest).pack(),
        SetUpCallback(step="till_name", about="till.5", value="Europe/Warsaw").pack(),
        TeamCallback(person_id=10**12, action="remove", value="accountant").pack(),
    )
    assert all(len(each.encode()) <= 64 for each in packed)
