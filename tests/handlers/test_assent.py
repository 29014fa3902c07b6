"""A yes, a no, a way or a purpose that is typed where a question has buttons."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from ledger.money import Money
from services.people import Role
from tests.conftest import StillClock
from tests.handlers.chat import Chat, labels, till, two_tills

OLHA, PETRO, IRYNA = 1, 2, 3


@pytest_asyncio.fixture
async def chat(sqlite_url: str, clock: StillClock) -> AsyncIterator[Chat]:
    """A shop with two tills, a cashier at each, and an accountant."""

    staff = (
        (OLHA, Role.CASHIER, "Olha", "till.1"),
        (PETRO, Role.CASHIER, "Petro", "till.2"),
        (IRYNA, Role.ACCOUNTANT, "Iryna", None),
    )
    async with two_tills(sqlite_url, clock, staff) as chat:
        yield chat


@pytest.mark.parametrize("yes", ["yes", "Так, записуй", "да", "ок!", "+", "\N{THUMBS UP SIGN}"])
async def test_a_yes_confirms_what_was_read_back_just_now(chat: Chat, yes: str) -> None:
    (asked,) = await chat.say(OLHA, "courier two fifty")
    (again,) = await chat.say(OLHA, "no")
    assert (again.text, labels(again)) == (asked.text, labels(asked))
    await chat.say(OLHA, yes)
    assert await till(chat) != Money(0, "UAH")


async def test_a_yes_of_later_only_puts_the_question_again(chat: Chat, clock: StillClock) -> None:
    (asked,) = await chat.say(OLHA, "courier two fifty")
    clock.move(dt.timedelta(hours=2))
    (again,) = await chat.say(OLHA, "ok")
    assert again.text == asked.text
    assert await till(chat) == Money(0, "UAH")


async def test_a_yes_that_may_mean_several_things_puts_them_all(chat: Chat) -> None:
    await chat.say(PETRO, "courier two fifty")
    await chat.say(OLHA, "moved 5000 to the warehouse till")
    (whom,) = await chat.say(OLHA, "/handover")
    await chat.press(OLHA, whom, "Iryna")
    coming, question = await chat.say(PETRO, "yes")
    assert labels(coming) == ["Got it", "It hasn't come", "Only a part came"]
    assert "Did I get it right" in question.text
    (offer,) = await chat.say(IRYNA, "okay")
    assert "Yes" in labels(offer)[0]
    await chat.press(IRYNA, offer, labels(offer)[0])
    (hint,) = await chat.say(IRYNA, "okay")
    assert "courier" in hint.text


async def test_a_reply_to_a_question_confirms_it(chat: Chat) -> None:
    (first,) = await chat.say(OLHA, "courier two fifty")
    await chat.say(OLHA, "500")
    await chat.say(OLHA, "yes", reply_to_message=chat.card(OLHA, first))
    assert await till(chat) != Money(0, "UAH")


@pytest.mark.parametrize(
    ("way", "what"),
    [("went out", "courier"), ("пішли", "кур'єру"), ("ушли", "курьеру")],
)
async def test_the_way_and_the_purpose_are_typed(chat: Chat, way: str, what: str) -> None:
    await chat.say(OLHA, "500")
    (asked,) = await chat.say(OLHA, way)
    assert "what was it for" in asked.text
    (card,) = await chat.say(OLHA, what)
    assert "Delivery" in card.text
    assert await till(chat) == Money(-50_000, "UAH")


async def test_what_stands_on_a_button_is_typed(chat: Chat) -> None:
    await chat.say(OLHA, "500")
    await chat.say(OLHA, "went out")
    (card,) = await chat.say(OLHA, "goods")
    assert "Goods" in card.text
    (asked,) = await chat.press(OLHA, card, "Category")
    assert "What was it" in asked.text
    changed, _ = await chat.say(OLHA, "To the bank")
    assert "To the bank" in changed.text


async def test_both_are_typed_at_once(chat: Chat) -> None:
    await chat.say(OLHA, "500")
    (card,) = await chat.say(OLHA, "пішли кур'єру")
    assert "Delivery" in card.text
    assert await till(chat) == Money(-50_000, "UAH")


async def test_a_sum_in_groups_that_cannot_be_answers_no_question(chat: Chat) -> None:
    await chat.say(OLHA, "500")
    await chat.say(OLHA, "went out")
    await chat.say(OLHA, "1 000 000 000 000 courier")
    assert await till(chat) == Money(0, "UAH")


async def test_drafts_tells_of_questions_that_are_too_young_to_be_listed(
    chat: Chat, clock: StillClock
) -> None:
    await chat.say(OLHA, "500")
    clock.move(dt.timedelta(minutes=5))
    (listed,) = await chat.say(IRYNA, "/drafts")
    assert "1 question was put just now" in listed.text


@pytest.mark.parametrize(
    ("field", "slips", "right", "says"),
    [
        ("Amount", ("0", "-5", "1 000 000 000 000"), "255", "255"),
        ("Date", ("35.13", "tomorrow"), "yesterday", "for 19"),
        ("Category", ("bread",), "petrol", "Fuel"),
    ],
)
async def test_a_slip_in_a_field_is_asked_again(
    chat: Chat, field: str, slips: tuple[str, ...], right: str, says: str
) -> None:
    (card,) = await chat.say(OLHA, "courier 250")
    await chat.press(OLHA, card, field)
    for slip in slips:
        (again,) = await chat.say(OLHA, slip)
        assert "Leave it as it is" in labels(again), slip
    changed, *_ = await chat.say(OLHA, right)
    assert says in changed.text
    assert await chat.database.read(lambda books: books.drafts.open_in(OLHA, 1)) is None
