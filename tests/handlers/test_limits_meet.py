"""Limits, advances, splits, transfers and corrections of closed days, where they meet."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest_asyncio

from ledger.advances import ADVANCES
from ledger.cash import CashCategory
from ledger.money import Money
from parsing.answers.parts import Part
from services.approvals.payout_limits import PayoutLimit
from services.closing.close_period import close_period
from services.corrections.split_entry import NotSplit, WhyNotSplit, split_entry
from services.messages import Cause
from services.people import Newcomer, Person, Role
from services.ports import Books
from services.team.set_up_shop import lay_chart
from services.tills.transfers import TransferState
from services.verify_books import verify_books
from storage.database import open_database
from tests.conftest import NOW, StillClock
from tests.handlers.chat import Chat, labels
from tests.shop import DAY, SHOP, lexicon

CASHIER, ACCOUNTANT, DIRECTOR, OWNER = 1, 2, 3, 4
MADE = Cause("person:2", None, NOW)


@pytest_asyncio.fixture
async def chat(sqlite_url: str, clock: StillClock) -> AsyncIterator[Chat]:
    """A shop with two tills, whose cashiers and accountants may pay out 5000 at once."""

    def staff(books: Books) -> None:
        books.shop.put(SHOP)
        lay_chart(books, till_names=("Hall", "Yard"))
        for user, role in enumerate(Role, start=1):
            books.people.add(Newcomer(user, role.value.title(), "en"), role, NOW)
        for role in (Role.CASHIER, Role.ACCOUNTANT):
            books.limits.put(PayoutLimit(role, "UAH", Money(500_000, "UAH")))

    database = await open_database(sqlite_url)
    await database.write(staff)
    yield Chat(database, clock, lexicon())
    assert await database.read(verify_books) == ()
    await database.close()


def person(books: Books, number: int) -> Person:
    found = books.people.find(number)
    assert found is not None
    return found


async def close(chat: Chat) -> None:
    chat.clock.move(dt.timedelta(days=1))
    made = replace(MADE, at=chat.clock.now())
    await chat.database.write(
        lambda books: close_period(books, DAY, person(books, ACCOUNTANT), made)
    )


async def test_a_tapped_answer_above_the_limit_asks_and_leaves_nothing_blank(chat: Chat) -> None:
    (asked,) = await chat.say(CASHIER, "paid 9000")
    said = await chat.press(CASHIER, asked, "Delivery")
    assert {each.chat_id for each in said} == {CASHIER, DIRECTOR, OWNER}
    assert all(each.text for each in said)
    card = next(each for each in said if each.chat_id == DIRECTOR)
    assert "Approve" in labels(card)


async def test_a_question_settled_by_another_waits_in_its_authors_name(chat: Chat) -> None:
    (asked,) = await chat.say(CASHIER, "paid 9000")
    said = await chat.press(ACCOUNTANT, asked, "Delivery")
    own = next(each for each in said if each.chat_id == CASHIER)
    assert "Withdraw" in labels(own)
    assert own.edits is None
    (seen,) = (each for each in said if each.chat_id == ACCOUNTANT)
    assert seen.text
    assert not seen.buttons


async def test_own_money_above_the_limit_is_asked_for_once(chat: Chat) -> None:
    await chat.say(CASHIER, "/advance Vasyl 1000 paint")
    (found,) = await chat.say(CASHIER, "/advances")
    (holder,) = await chat.press(CASHIER, found, labels(found)[0])
    receipts = next(each for each in labels(holder) if "eceipt" in each)
    await chat.press(CASHIER, holder, receipts)
    (question,) = await chat.say(CASHIER, "paint 9000")
    await chat.press(CASHIER, question, labels(question)[1])
    (found,) = await chat.say(CASHIER, "/advances")
    (holder,) = await chat.press(CASHIER, found, labels(found)[0])
    said = await chat.press(CASHIER, holder, labels(holder)[0])
    assert {each.chat_id for each in said} == {CASHIER, DIRECTOR, OWNER}
    assert all(each.text for each in said)
    await chat.press(CASHIER, holder, labels(holder)[0])
    waiting = await chat.database.read(lambda books: books.approvals.waiting())
    assert [each.amount for each in waiting] == [Money(800_000, "UAH")]


async def test_money_to_account_for_above_the_limit_is_that_when_it_is_approved(
    chat: Chat,
) -> None:
    said = await chat.say(CASHIER, "/advance Vasyl 9000 paint")
    card = next(each for each in said if each.chat_id == DIRECTOR)
    await chat.press(DIRECTOR, card, "Approve")
    held = await chat.database.read(lambda books: books.balances.of(ADVANCES, "UAH"))
    assert held == Money(900_000, "UAH")


async def test_what_was_a_transfer_is_not_split_into_what_is_above_the_limit(chat: Chat) -> None:
    await chat.say(ACCOUNTANT, "/deposit 9000")
    part = Part(Money(900_000, "UAH"), CashCategory.RENT)

    def split(books: Books) -> object:
        return split_entry(books, 1, [part], person(books, ACCOUNTANT), MADE)

    assert await chat.database.write(split) == NotSplit(WhyNotSplit.LIMIT)


async def test_a_closed_days_larger_payout_is_booked_by_who_may_approve_it(chat: Chat) -> None:
    (card,) = await chat.say(CASHIER, "paid rent 400")
    await close(chat)
    await chat.press(CASHIER, card, "Amount")
    said = await chat.say(CASHIER, "9000")
    asked = next(each for each in said if each.chat_id == ACCOUNTANT)
    passed = await chat.press(ACCOUNTANT, asked, "Book it today")
    assert {each.chat_id for each in passed} == {ACCOUNTANT, DIRECTOR, OWNER}
    balance = await chat.database.read(lambda books: books.balances.of("till.1", "UAH"))
    assert balance == Money(-40_000, "UAH")
    theirs = next(each for each in passed if each.chat_id == DIRECTOR)
    await chat.press(DIRECTOR, theirs, "Book it today")
    balance = await chat.database.read(lambda books: books.balances.of("till.1", "UAH"))
    assert balance == Money(-900_000, "UAH")


async def test_a_closed_days_transfer_that_is_taken_back_is_on_its_way_no_more(chat: Chat) -> None:
    (card, *_) = await chat.say(CASHIER, "handed 3000 to the second till")
    await close(chat)
    said = await chat.press(CASHIER, card, "Undo")
    asked = next(each for each in said if each.chat_id == ACCOUNTANT)
    await chat.press(ACCOUNTANT, asked, "Book it today")
    sent = await chat.database.read(lambda books: books.transfers.find(1))
    assert sent is not None
    assert sent.state is TransferState.WITHDRAWN
