"""What Telegram, a clock or a person may do wrong: one entry is in the books, people are told."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable

import pytest

from bot.clock import SystemClock
from ledger.money import Money
from sandbox.driven import Seen
from sandbox.driver import ChatSide
from sandbox.faults import Fault
from services.approvals.approvals import ApprovalState
from services.approvals.payout_limits import PayoutLimit
from services.cash.receipt_ports import Receipt, ReceiptState
from services.people import Role
from services.ports import Books
from services.verify_books import verify_books
from tests.conversations.floor import STAFF, Floor, shop_floor, till
from tests.sandbox.pictures import png

HOUR = dt.timedelta(hours=1)


@pytest.fixture
async def floor(sqlite_url: str) -> AsyncIterator[Floor]:
    """A set-up shop on one database; what may differ on the other has tests of its own."""
    async with shop_floor(sqlite_url) as opened:
        yield opened
        found = await opened.database.read(verify_books)
    assert found == ()


@pytest.fixture
def clock_back(monkeypatch: pytest.MonkeyPatch) -> Callable[[dt.timedelta], None]:
    """Set the machine's clock back while everything runs; Telegram's own is right."""
    now, behind = SystemClock.now, [dt.timedelta()]
    monkeypatch.setattr(SystemClock, "now", lambda clock: now(clock) - behind[0])

    def set_back(by: dt.timedelta) -> None:
        behind[0] += by

    return set_back


ClockBack = Callable[[dt.timedelta], None]


async def entry_count(floor: Floor) -> int:
    return await floor.database.read(lambda books: books.journal.count())


async def happens(floor: Floor, look: Callable[[Books], bool]) -> None:
    """Wait until the books say so."""
    async with asyncio.timeout(15):
        while not await floor.database.read(look):
            await asyncio.sleep(0.05)


async def limited(floor: Floor) -> None:
    limit = PayoutLimit(Role.CASHIER, "UAH", Money(500_000, "UAH"), None)
    await floor.database.write(lambda books: books.limits.put(limit))


# Telegram


@pytest.mark.parametrize("kind", ["retry_after", "server_error", "bad_gateway", "drop_before"])
async def test_an_answer_that_telegram_would_not_take_comes_later(floor: Floor, kind: str) -> None:
    chat = await floor.side("cashier")
    await floor.driver.fault("sendMessage", kind, times=2, retry_after=1)
    await chat.types("courier 250")
    assert "₴250" in (await chat.hears(10)).text
    await chat.hears_nothing()
    assert await till(floor) == Money(-25_000, "UAH")


@pytest.mark.parametrize("copy", [0, 1])
async def test_a_card_that_came_twice_is_one_entry_and_either_undoes_it(
    floor: Floor, copy: int
) -> None:
    chat = await floor.side("cashier")
    await floor.driver.fault("sendMessage", "drop_after")
    await chat.types("courier 250")
    cards = [await chat.hears(), await chat.hears()]
    assert cards[0].text == cards[1].text
    assert await entry_count(floor) == 1
    await chat.presses(cards[copy], "Undo")
    await chat.sees_edit(cards[copy])
    assert await till(floor) == Money(0, "UAH")
    if copy == 0:
        # The second is the one that the bot knows of: it is told there, too, and its Undo goes.
        other = await chat.sees_edit(cards[1])
        assert "Undo" not in other.labels
    else:
        await chat.presses(cards[0], "Undo")
        await asyncio.sleep(0.3)
    assert await entry_count(floor) == 2


@pytest.mark.parametrize("copy", [0, 1])
async def test_a_question_that_came_twice_is_answered_on_either(floor: Floor, copy: int) -> None:
    chat = await floor.side("cashier")
    await floor.driver.fault("sendMessage", "drop_after")
    await chat.types("250")
    questions = [await chat.hears(), await chat.hears()]
    await chat.presses(questions[copy], "Went out")
    asked = await chat.sees_edit(questions[copy])
    await chat.presses(asked, "Delivery")
    await chat.sees_edit(asked)
    await chat.presses(questions[1 - copy], "Came in")
    await asyncio.sleep(0.3)
    assert await entry_count(floor) == 1
    assert await till(floor) == Money(-25_000, "UAH")


async def test_an_approval_card_that_came_twice_is_decided_once(floor: Floor) -> None:
    cashier, director = await floor.side("cashier"), await floor.side("director")
    await limited(floor)
    await floor.driver.fault("sendMessage", "drop_after", times=2)
    await cashier.types("paid the courier 9000")
    cards = [await director.hears(10), *await whatever_comes(director, 1.5)]
    await asyncio.gather(*(director.presses(card, "Approve") for card in cards))
    await happens(floor, lambda books: books.journal.count() == 1)
    (settled,) = await floor.database.read(
        lambda books: books.approvals.settled(asked_by=None, limit=9)
    )
    assert settled.state is ApprovalState.APPROVED
    assert await till(floor) == Money(-900_000, "UAH")


async def whatever_comes(chat: ChatSide, seconds: float) -> list[Seen]:
    """Give what is heard within a while."""
    found = []
    async with asyncio.timeout(seconds + 5):
        while True:
            try:
                found.append(await chat.hears(seconds))
            except AssertionError:
                return found


async def test_an_edit_that_telegram_would_not_take_comes_later(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 250")
    card = await chat.hears()
    for kind in ("server_error", "drop_after"):
        await floor.driver.fault("editMessageText", kind)
    await chat.presses(card, "Undo")
    await chat.sees_edit(card, 10)
    assert await entry_count(floor) == 2


async def test_who_blocks_the_bot_and_comes_back_is_served_again(floor: Floor) -> None:
    cashier, director = await floor.side("cashier"), await floor.side("director")
    await limited(floor)
    await director.blocks()
    await cashier.types("paid the courier 9000")
    assert "Waits for approval" in (await cashier.hears()).text
    await director.unblocks()
    await director.types("/approvals")
    listed = await director.hears()
    assert "₴9,000" in listed.text
    await director.presses(listed, listed.labels[0])
    await director.presses(await director.hears(), "Approve")
    assert "Approved: Director" in (await cashier.hears()).text
    assert await till(floor) == Money(-900_000, "UAH")


async def test_a_chat_that_is_gone_stops_nobody_else(floor: Floor) -> None:
    cashier, owner = await floor.side("cashier"), await floor.side("owner")
    await limited(floor)
    gone = Fault("refused", reason="chat not found")
    floor.server.sandbox.faults.order("sendMessage", gone)
    await cashier.types("courier 250")
    await happens(floor, lambda books: books.journal.count() == 1)
    await happens(floor, lambda books: not books.outbox.waiting())
    await cashier.types("petrol 900")
    assert "₴900" in (await cashier.hears()).text
    await cashier.types("paid the courier 9000")
    assert "₴9,000" in (await owner.hears()).text


async def test_an_unreadable_update_is_put_aside_and_told(floor: Floor) -> None:
    chat = await floor.side("cashier")
    sandbox = floor.server.sandbox
    (bot,) = sandbox.world.bots.values()
    number = STAFF["cashier"][0]
    broken = {"chat": {"id": number, "type": "private"}, "date": "never", "text": "courier 90"}
    sandbox.desk(bot).queue.add("message", broken)
    sandbox.desk(bot).queue.add("callback_query", {"id": 7})
    assert "too much for me" in (await chat.hears()).text
    await chat.types("courier 250")
    assert "₴250" in (await chat.hears()).text
    assert await entry_count(floor) == 1
    aside = await floor.database.read(lambda books: books.inbox.quarantined())
    assert len(aside) == 2


# Receipts


async def settled_receipts(floor: Floor, count: int) -> list[Receipt]:
    """Wait until nothing is left to be fetched, and give all receipts."""

    def look(books: Books) -> list[Receipt]:
        found = (books.receipts.find(number) for number in range(1, count + 1))
        return [each for each in found if each is not None]

    await happens(
        floor,
        lambda books: len(look(books)) == count and not books.receipts.waiting(1),
    )
    return await floor.database.read(look)


async def test_a_receipt_that_telegram_refuses_is_asked_for_once_more(floor: Floor) -> None:
    chat = await floor.side("cashier")
    floor.server.sandbox.faults.order("getFile", Fault("refused", reason="file is unavailable"))
    sent = await chat.sends_photo(png(20, 20), caption="courier 250")
    await chat.hears()
    assert "couldn't fetch" in (await chat.hears()).text
    assert await till(floor) == Money(-25_000, "UAH")
    await chat.sends_photo(png(20, 20), reply_to=sent)
    assert "The receipt is with" in (await chat.hears()).text
    states = [each.state for each in await settled_receipts(floor, 2)]
    assert states == [ReceiptState.REFUSED, ReceiptState.KEPT]
    await chat.hears_nothing()


async def test_a_file_that_lies_about_its_type_comes_back_as_it_was(floor: Floor) -> None:
    chat = await floor.side("cashier")
    content = b"%PDF-1.7 not a picture"
    await chat.sends_document(content, name="receipt.jpg", caption="courier 250")
    await chat.hears()
    (kept,) = await settled_receipts(floor, 1)
    assert kept.state is ReceiptState.KEPT
    await chat.types("/entry 1")
    await chat.presses(await chat.hears(), "Receipt 1")
    served = await chat.hears()
    assert await floor.driver.download(served.document or "") == content


async def test_empty_files_are_no_receipts_and_not_the_same_one(floor: Floor) -> None:
    chat = await floor.side("cashier")
    for number, said in enumerate(("courier 250", "petrol 900"), start=1):
        await floor.driver.fault("getFile", "server_error")
        sent = await chat.sends_document(b"%d" % number, name="empty.pdf", caption=said)
        file = floor.server.sandbox.files.find(sent.document or "")
        object.__setattr__(file, "data", b"")
        await chat.hears()
        assert "couldn't fetch" in (await chat.hears(10)).text
    states = [each.state for each in await settled_receipts(floor, 2)]
    assert states == [ReceiptState.REFUSED] * 2
    await chat.hears_nothing()


# The clock


async def test_a_clock_that_steps_back_between_messages_keeps_their_order(
    floor: Floor, clock_back: ClockBack
) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 250")
    await chat.hears()
    clock_back(HOUR)
    await chat.types("petrol 900")
    await chat.hears()
    await chat.types("no, 950")
    assert "₴950" in (await chat.hears()).text
    assert await till(floor) == Money(-120_000, "UAH")


async def test_what_waits_to_be_sent_does_not_wait_for_the_clock_to_catch_up(
    floor: Floor, clock_back: ClockBack
) -> None:
    chat = await floor.side("cashier")
    await floor.driver.fault("sendMessage", "server_error", times=50)
    await chat.types("courier 250")
    await happens(floor, lambda books: bool(books.outbox.waiting()))
    clock_back(HOUR)
    await floor.driver.clear_faults()
    await floor.restart()
    assert "₴250" in (await chat.hears()).text
    await chat.types("petrol 900")
    assert "₴900" in (await chat.hears()).text


async def test_a_card_and_a_question_outlive_a_clock_that_steps_back(
    floor: Floor, clock_back: ClockBack
) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 250")
    card = await chat.hears()
    await chat.types("300")
    question = await chat.hears()
    clock_back(HOUR)
    await chat.presses(card, "Undo")
    await chat.sees_edit(card)
    await chat.presses(question, "Went out")
    question = await chat.sees_edit(question)
    await chat.presses(question, "Delivery")
    await chat.sees_edit(question)
    await chat.types("paid the courier")
    assert "How much" in (await chat.hears()).text
    clock_back(HOUR)
    await chat.types("40")
    assert "₴40" in (await chat.hears()).text
    assert await till(floor) == Money(-34_000, "UAH")


async def test_an_approval_outlives_a_clock_that_steps_back(
    floor: Floor, clock_back: ClockBack
) -> None:
    cashier, director = await floor.side("cashier"), await floor.side("director")
    await limited(floor)
    await cashier.types("paid the courier 9000")
    await cashier.hears()
    card = await director.hears()
    clock_back(HOUR)
    await director.presses(card, "Approve")
    assert "Approved: Director" in (await cashier.hears()).text
    assert await till(floor) == Money(-900_000, "UAH")


async def test_a_count_outlives_a_clock_that_steps_back(
    floor: Floor, clock_back: ClockBack
) -> None:
    chat = await floor.side("cashier")
    await chat.types("sale 1000")
    await chat.hears()
    await chat.types("/count")
    await chat.hears()
    clock_back(HOUR)
    await chat.types("950")
    off = await chat.hears()
    assert "₴50" in off.text
    clock_back(HOUR)
    await chat.presses(off, "Book it as short")
    why = await chat.sees_edit(off)
    await chat.presses(why, "wrong change")
    assert "wrong change" in (await chat.sees_edit(off)).text
    assert await till(floor) == Money(95_000, "UAH")
