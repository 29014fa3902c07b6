"""Buttons of transfers and of a till's pages, pressed twice, late, and by somebody else."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest_asyncio

from services.messages import OutgoingMessage, Tone
from services.people import Role
from services.ports import Books
from tests.conftest import StillClock
from tests.handlers.chat import Chat, labels, two_tills

OLHA, NATALKA, DIRECTOR, OWNER, PETRO = 1, 2, 3, 4, 5
SENT = "moved 5000 to the warehouse till"


@pytest_asyncio.fixture
async def chat(sqlite_url: str, clock: StillClock) -> AsyncIterator[Chat]:
    """A bot of a shop with two tills; Petro and Natalka answer for the second one."""

    staff = (
        (OLHA, Role.CASHIER, "Olha", "till.1"),
        (NATALKA, Role.CASHIER, "Natalka", "till.2"),
        (DIRECTOR, Role.DIRECTOR, "Dmytro", None),
        (OWNER, Role.OWNER, "Anna", None),
        (PETRO, Role.CASHIER, "Petro <b>", "till.2"),
    )
    async with two_tills(sqlite_url, clock, staff) as chat:
        yield chat


def to(user: int, messages: list[OutgoingMessage]) -> OutgoingMessage:
    (found,) = [each for each in messages if each.chat_id == user]
    return found


async def between(chat: Chat) -> tuple[int, int, int]:
    keys = ("till.1", "till.2", "asset.cash_between_tills")
    first, second, third = await chat.database.read(
        lambda books: [books.balances.of(key, "UAH").minor // 100 for key in keys]
    )
    return first, second, third


async def sent(chat: Chat, text: str = SENT) -> list[OutgoingMessage]:
    return await chat.say(OLHA, text)


async def test_each_who_answers_for_the_till_is_asked_and_the_sender_hears_whom(
    chat: Chat,
) -> None:
    said = await sent(chat)
    assert [each.chat_id for each in said] == [OLHA, NATALKA, PETRO, OLHA]
    assert labels(to(NATALKA, said)) == ["Got it", "It hasn't come", "Only a part came"]
    assert [each.tone for each in to(PETRO, said).buttons[0]] == [Tone.GOOD, Tone.BAD]
    assert "Natalka, Petro &lt;b&gt;" in said[-1].text


async def test_two_taps_and_two_people_post_one_arrival(chat: Chat) -> None:
    said = await sent(chat)
    first = await chat.press(NATALKA, to(NATALKA, said), "Got it")
    again = await chat.press(NATALKA, to(NATALKA, said), "Got it")
    late = await chat.press(PETRO, to(PETRO, said), "It hasn't come")
    card = to(NATALKA, first)
    assert card.edits is not None
    assert "Natalka got it" in card.text
    assert card.buttons[0][0].tone is Tone.OFF
    assert to(NATALKA, again).text == card.text
    assert "Natalka got it" in to(PETRO, late).text
    assert len(late) == 1
    assert await between(chat) == (-5_000, 5_000, 0)


async def test_a_question_of_another_sum_is_not_answered_by_an_old_button(chat: Chat) -> None:
    said = await sent(chat)
    await chat.say(OLHA, "no, 4500")
    (shown,) = await chat.press(NATALKA, to(NATALKA, said), "Got it")
    assert "₴4,500" in shown.text
    assert await between(chat) == (-4_500, 0, 4_500)
    await chat.press(NATALKA, shown, "Got it")
    assert await between(chat) == (-4_500, 4_500, 0)


async def test_the_sender_and_a_cashier_of_another_till_cannot_settle_it(chat: Chat) -> None:
    said = await sent(chat)
    (refused,) = await chat.press(OLHA, to(NATALKA, said), "Got it")
    assert "can't do that" in refused.text
    assert await between(chat) == (-5_000, 0, 5_000)


async def test_a_no_is_told_to_the_sender_and_the_directors(chat: Chat) -> None:
    said = await sent(chat)
    told = await chat.press(NATALKA, to(NATALKA, said), "It hasn't come")
    assert {each.chat_id for each in told} == {NATALKA, OLHA, DIRECTOR, OWNER}
    assert "find out" in to(OLHA, told).text
    assert "Olha sent it" in to(DIRECTOR, told).text
    refused = to(NATALKA, told)
    assert refused.buttons[0][0].tone is Tone.OFF
    (again,) = await chat.press(PETRO, to(PETRO, said), "It hasn't come")
    assert "Natalka says it hasn't come" in again.text
    await chat.press(NATALKA, refused, "It has come after all")
    assert await between(chat) == (-5_000, 5_000, 0)


async def test_what_is_late_stands_in_both_tills_and_before_who_sees_the_shop(
    chat: Chat, clock: StillClock
) -> None:
    await sent(chat)
    (today,) = await chat.say(NATALKA, "/till")
    assert "On its way: ₴5,000, “Hall” → “Warehouse”, Olha" in today.text
    assert "⚠️" not in today.text
    clock.move(dt.timedelta(days=1, minutes=1))
    for user in (OLHA, NATALKA, DIRECTOR):
        (late,) = await chat.say(user, "/till")
        assert "⚠️ On its way: ₴5,000" in late.text
    assert "Got ₴5,000" in labels((await chat.say(NATALKA, "/till"))[0])
    assert "Got ₴5,000" not in labels((await chat.say(DIRECTOR, "/till"))[0])


async def test_an_arrival_by_a_tap_is_put_right_only_by_undoing_it(chat: Chat) -> None:
    said = await sent(chat)
    shown = await chat.press(NATALKA, to(NATALKA, said), "Got it")
    undone = await chat.press(NATALKA, to(NATALKA, shown), "Undo No. 2")
    assert {each.chat_id for each in undone} == {NATALKA, OLHA}
    (stale,) = await chat.press(NATALKA, to(NATALKA, shown), "Undo No. 2")
    assert "settled" in stale.text
    (asked,) = await chat.press(NATALKA, to(NATALKA, said), "Got it")
    assert labels(asked) == ["Got it", "It hasn't come", "Only a part came"]
    assert await between(chat) == (-5_000, 0, 5_000)


async def test_a_shop_alone_with_itself_may_say_so_itself(chat: Chat) -> None:
    def leave(books: Books) -> None:
        for person in books.people.all():
            books.people.change(replace(person, is_active=person.telegram_id == OWNER))

    await chat.database.write(leave)
    said = await chat.say(OWNER, SENT)
    assert [each.chat_id for each in said] == [OWNER, OWNER]
    await chat.press(OWNER, said[1], "Got it")
    assert await between(chat) == (-5_000, 5_000, 0)


async def test_a_till_is_looked_through_with_a_long_and_strange_question(chat: Chat) -> None:
    for number in range(12):
        await chat.say(OLHA, f"courier {100 + number}")
    (found,) = await chat.say(OLHA, "/till courier: <b>")
    assert "found nothing" in found.text
    assert "&lt;b&gt;" in found.text
    (found,) = await chat.say(OLHA, "/till delivery")
    (older,) = await chat.press(OLHA, found, "Older →")
    assert [
        line for line in older.text.splitlines() if line.startswith("<b>−\N{WORD JOINER}₴100</b>")
    ]
    (newer,) = await chat.press(OLHA, older, "← Newer")
    assert newer.text == found.text
    (refused,) = await chat.press(NATALKA, older, "← Newer")
    assert "can't do that" in refused.text
    (long,) = await chat.say(DIRECTOR, "/till " + "довге: слово " * 40)
    (other,) = await chat.press(DIRECTOR, long, "Warehouse")
    assert "Warehouse" in other.text


async def test_an_undone_entry_is_left_out_and_struck_out_by_its_number(chat: Chat) -> None:
    (card,) = await chat.say(OLHA, "courier 250")
    await chat.press(OLHA, card, "Undo")
    (today,) = await chat.say(OLHA, "/till")
    assert "₴250" not in today.text
    (found,) = await chat.say(OLHA, "/till 1")
    assert "<s>−\N{WORD JOINER}₴250 · Delivery · 20\xa0November 2026 · No.\xa01</s>" in found.text


async def test_tills_are_opened_and_closed_in_words(chat: Chat) -> None:
    for asked, said in {
        "/till + Kiosk": "“Kiosk” is open",
        "/till + kiosk": "already",
        "/till - Nowhere": "no open till “Nowhere”",
        "/till - Kiosk": "is closed",
        "/till + KIOSK ": "open again",
    }.items():
        (answer,) = await chat.say(OWNER, asked)
        assert said in answer.text, asked
    await sent(chat)
    (answer,) = await chat.say(OWNER, "/till - Warehouse")
    assert "Money is on its way" in answer.text
    (answer,) = await chat.say(OWNER, "/till - Hall")
    assert "still money" in answer.text


async def test_what_is_late_at_the_bank_is_marked(chat: Chat, clock: StillClock) -> None:
    await chat.say(OLHA, "deposited 15000 to the bank")
    clock.move(dt.timedelta(days=4))
    await chat.say(OLHA, "/deposit 500")
    (shown,) = await chat.say(DIRECTOR, "/deposit")
    assert shown.text.splitlines()[1] == "⚠️ ₴15,000 · Hall · 4 days · No.\xa01"
    assert shown.text.splitlines()[2] == "₴500 · Hall · today · No.\xa02"
    assert "Together: <b>₴15,500</b>" in shown.text
    (elsewhere,) = await chat.say(NATALKA, "/deposit")
    assert "Nothing is on its way" in elsewhere.text


async def test_the_whole_sum_that_came_without_a_purpose_is_what_is_on_its_way(
    chat: Chat,
) -> None:
    await sent(chat)
    (asked,) = await chat.say(NATALKA, "got 6000")
    assert "what was it for" in asked.text
    (read_back,) = await chat.say(NATALKA, "got 4000")
    assert "Did I get it right" in read_back.text
    assert "Between tills" in read_back.text
    said = await chat.say(NATALKA, "got 5000")
    assert "Between tills" in said[0].text
    assert await between(chat) == (-5_000, 5_000, 0)
