"""Killed at any moment of a conversation, the bot carries each one to its one end.

People answer questions by taps, ask for payouts and approve them (two at once), count a till and
book what it differs by, send photos of receipts, move cash between tills, drop bank statements and
file their lines, while the process is killed (SIGKILL) and started anew. At the end each operation
is one standing entry, each approval one decision, each count one result, each photo one receipt
with its own bytes, each bank line posted once and filed once.
"""

import asyncio
import contextlib
import hashlib
import random
import signal
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace

import pytest
from sqlalchemy import make_url

from ledger.journal import PostedEntry
from ledger.money import Money
from sandbox.driven import SandboxRefusedError, Seen
from sandbox.driver import ChatSide, SandboxDriver
from sandbox.server import SandboxServer
from services.approvals.approvals import ApprovalState
from services.approvals.payout_limits import PayoutLimit
from services.cash.receipt_ports import ReceiptState
from services.people import Newcomer, Role
from services.ports import Books, Database
from services.verify_books import verify_books
from storage.database import open_database
from tests.conftest import NOW
from tests.conversations.floor import BOT, STAFF, TOKEN, set_shop_up
from tests.conversations.test_bank_files import camt
from tests.crash.victim import Victim, has_answered, zygote_over
from tests.sandbox.pictures import png
from tests.thorough import times

KILLS = {"sqlite": times(6, 48), "postgresql": times(4, 16)}
LONG_LIFE_EVERY = 4
LONG_LIFE_SECONDS = 1.3
"""Longer than the bot waits before it looks for receipts to fetch."""
LAST_SECONDS_MAX = 0.06
SETTLES_SECONDS = 120
TAPS_TWICE = 0.25
STAFF_AT_WORK = {
    "Drafter": (700, "till.1"),
    "Payer": (701, "till.1"),
    "Photographer": (702, "till.1"),
    "Mover": (703, "till.1"),
    "Receiver": (704, "till.2"),
    "Counter": (705, "till.3"),
}
ACCOUNTANT = ("Accountant", 706)
OPENING = 100_000_000
"""What the bank account held before anything was told of it, in minor units."""
TILLS = {"till.2": "Склад", "till.3": "Market"}


def hire(books: Books) -> None:
    """Open the tills and put each person where he works; payouts above 5,000 wait."""
    model = books.accounts.chart()["till.1"]
    for key, name in TILLS.items():
        names = dict.fromkeys(("en", "uk", "ru"), name)
        books.accounts.add(replace(model, key=key, code=f"309{key[-1]}", names=names))
    for name, (number, till) in STAFF_AT_WORK.items():
        person = books.people.add(Newcomer(number, name, "en"), Role.CASHIER, NOW)
        books.people.change(replace(person, till=till))
    books.people.add(Newcomer(ACCOUNTANT[1], ACCOUNTANT[0], "en"), Role.ACCOUNTANT, NOW)
    books.limits.put(PayoutLimit(Role.CASHIER, "UAH", Money(500_000, "UAH"), None))


@dataclass(slots=True)
class Told:
    """What people said, by the message they said it in."""

    amounts: dict[tuple[int, int], int] = field(default_factory=dict)
    """(chat, message) to the whole amount that is to stand in its one entry."""
    payouts: list[tuple[int, int]] = field(default_factory=list)
    pictures: dict[tuple[int, int], str] = field(default_factory=dict)
    moved: int = 0
    differences: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    """Minor units of the bank's lines, all of them filed as one account."""

    def note(self, chat: ChatSide, sent: Seen, amount: int) -> tuple[int, int]:
        """Note that a message is to become an entry; private chats bear the person's number."""
        key = (chat.person_id, sent.message_id)
        self.amounts[key] = amount
        return key


async def heard(chat: ChatSide, *words: str) -> Seen:
    """Wait for a message that says all of this, in its text or on its buttons."""
    return await _with(words, lambda: chat.hears(SETTLES_SECONDS))


async def seen(chat: ChatSide, card: Seen, *words: str) -> Seen:
    """Wait for a form of a message that says all of this."""
    return await _with(words, lambda: chat.sees_edit(card, SETTLES_SECONDS))


async def _with(words: tuple[str, ...], give: Callable[[], Awaitable[Seen]]) -> Seen:
    while True:
        found = await give()
        whole = "\n".join((found.text, *found.labels)).replace("\xa0", " ")
        if all(each in whole for each in words):
            return found


@dataclass(slots=True)
class Floor:
    """Who works, and what they said."""

    sides: dict[str, ChatSide]
    chance: random.Random
    told: Told = field(default_factory=Told)
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    async def tap(self, chat: ChatSide, card: Seen, label: str) -> None:
        """Press a button without waiting for the bot, now and then twice.

        What is pressed is what the card shows at this moment; it may be shown anew, or decided.
        """
        for _ in range(1 + (self.chance.random() < TAPS_TWICE)):
            with contextlib.suppress(SandboxRefusedError):
                await chat.presses(card, label, wait_seconds=0.01)
                continue
            forms = (
                each for each in await chat.transcript() if each.message_id == card.message_id
            )
            now = next(forms, None)
            if now is not None and label in now.labels:
                card = now
                with contextlib.suppress(SandboxRefusedError):
                    await chat.presses(now, label, wait_seconds=0.01)

    async def rest(self) -> None:
        """Leave the others some room."""
        await asyncio.sleep(self.chance.uniform(0.01, 0.05))

    def amounts(self, first: int) -> "AsyncAmounts":
        """Give one amount after another until it is time to stop."""
        return AsyncAmounts(self, iter(range(first, first + 900)))


@dataclass(slots=True)
class AsyncAmounts:
    """Amounts that nobody else says, with a rest between."""

    floor: Floor
    numbers: Iterator[int]

    def __aiter__(self) -> "AsyncAmounts":
        """Give itself."""
        return self

    async def __anext__(self) -> int:
        """Give the next one, unless it is time to stop."""
        await self.floor.rest()
        if self.floor.stop.is_set():
            raise StopAsyncIteration
        return next(self.numbers)


async def answer_questions(floor: Floor) -> None:
    """Say a bare amount, and answer by taps what it was."""
    chat = floor.sides["Drafter"]
    async for amount in floor.amounts(1_000):
        floor.told.note(chat, await chat.types(str(amount)), -amount)
        question = await heard(chat, f"₴{amount:,}", "Went out")
        await floor.tap(chat, question, "Went out")
        question = await seen(chat, question, "Delivery")
        await floor.tap(chat, question, "Delivery")
        await seen(chat, question, "No. ")


async def ask_for_payouts(floor: Floor) -> None:
    """Say what is above the limit, and wait for a yes."""
    chat = floor.sides["Payer"]
    async for amount in floor.amounts(9_000):
        sent = await chat.types(f"paid the courier {amount}")
        floor.told.payouts.append(floor.told.note(chat, sent, -amount))
        await heard(chat, f"₴{amount:,}", "Approved")


async def approve(floor: Floor, name: str) -> None:
    """Say yes to everything."""
    chat = floor.sides[name]
    while True:
        await floor.tap(chat, await heard(chat, "Approve\n"), "Approve")


async def send_photos(floor: Floor) -> None:
    """Send a receipt with its words."""
    chat = floor.sides["Photographer"]
    async for amount in floor.amounts(2_000):
        picture = png(amount - 1_990, 10)
        sent = await chat.sends_photo(picture, caption=f"courier {amount}")
        key = floor.told.note(chat, sent, -amount)
        floor.told.pictures[key] = hashlib.sha256(picture).hexdigest()
        await heard(chat, f"₴{amount:,}", "No. ")


async def move_cash(floor: Floor) -> None:
    """Send cash, and say by a tap to which till."""
    chat = floor.sides["Mover"]
    async for amount in floor.amounts(3_000):
        floor.told.note(chat, await chat.types(f"moved {amount} to the warehouse till"), -amount)
        floor.told.moved += amount
        question = await heard(chat, f"₴{amount:,}", "Which till", TILLS["till.2"])
        await floor.tap(chat, question, TILLS["till.2"])


async def receive_cash(floor: Floor) -> None:
    """Say that it has come."""
    chat = floor.sides["Receiver"]
    while True:
        await floor.tap(chat, await heard(chat, "Got it"), "Got it")


async def count_till(floor: Floor) -> None:
    """Sell, count a little less than there should be, and book it as short."""
    chat, there = floor.sides["Counter"], 0
    async for amount in floor.amounts(4_000):
        floor.told.note(chat, await chat.types(f"sale {amount}"), amount)
        await heard(chat, f"₴{amount:,}", "No. ")
        short = 10 + len(floor.told.differences)
        there += amount - short
        await chat.types("/count")
        await heard(chat, "Never mind")
        await chat.types(str(there))
        off = await heard(chat, f"₴{there:,}", f"₴{short}", "Book it as short")
        await floor.tap(chat, off, "Book it as short")
        why = await seen(chat, off, "wrong change")
        await floor.tap(chat, why, "wrong change")
        await seen(chat, off, "“wrong change”")
        floor.told.differences.append(-short)


async def file_lines(floor: Floor) -> None:
    """Drop a statement of two lines of somebody new, and say what they were."""
    chat = floor.sides[ACCOUNTANT[0]]
    async for amount in floor.amounts(5_000):
        name = "".join(chr(ord("a") + int(digit)) for digit in str(amount)) + "ster"
        lines = [(-100 * amount, name, f"{name}-1"), (-100 * amount - 1, name, f"{name}-2")]
        opening = OPENING + sum(floor.told.lines)
        await chat.sends_document(camt(*lines, opening=opening), name="statement.xml")
        await heard(chat, "2 for you: /review")
        await chat.types("/review")
        card = await heard(chat, name, "Other…")
        await floor.tap(chat, card, "Other…")
        await seen(chat, card, "What is it?")
        await chat.types("advertising")
        found = await heard(chat, "Accounts with")
        await floor.tap(chat, found, "Advertising")
        await seen(chat, found, "All bank lines are filed")
        floor.told.lines.extend(minor for minor, _, _ in lines)


WORKERS = (answer_questions, ask_for_payouts, send_photos, move_cash, count_till, file_lines)


@pytest.mark.timeout(300)
async def test_every_conversation_comes_to_one_end_however_often_it_is_killed(
    database_url: str,
) -> None:
    database = await open_database(database_url)
    kills = KILLS[make_url(database_url).get_backend_name()]
    try:
        await database.write(set_shop_up)
        await database.write(hire)
        told = await play(database, database_url, kills)
        assert await database.read(verify_books) == ()
        await database.read(lambda books: check(books, told))
    finally:
        await database.close()


async def play(database: Database, url: str, kills: int) -> Told:
    """Let everybody work while the bot is killed and started; give what was told."""
    chance = random.Random(20261128)
    server = SandboxServer()
    server.sandbox.world.add_bot(BOT, token=TOKEN)
    await server.start()
    async with (
        SandboxDriver(server.base_url) as driver,
        zygote_over(url, server.base_url) as victim,
    ):
        floor = Floor(await sides(driver), chance)
        working = [asyncio.create_task(work(floor)) for work in WORKERS]
        deciding = [
            asyncio.create_task(approve(floor, "director")),
            asyncio.create_task(approve(floor, "owner")),
            asyncio.create_task(receive_cash(floor)),
        ]
        await kill_over_and_over(server, victim, chance, kills)
        floor.stop.set()
        await victim.start()
        async with asyncio.timeout(SETTLES_SECONDS):
            await asyncio.gather(*working)
            while not await database.read(is_settled):
                await asyncio.sleep(0.1)
        for each in deciding:
            each.cancel()
        await asyncio.gather(*deciding, return_exceptions=True)
        victim.end(signal.SIGTERM)
        await victim.is_gone()
    await server.stop()
    return floor.told


async def kill_over_and_over(
    server: SandboxServer, victim: Victim, chance: random.Random, kills: int
) -> None:
    """Start it and kill it; some lives are long enough for receipts to be fetched."""
    for life in range(kills):
        await victim.start()
        await has_answered(server, chance.randrange(6))
        if life % LONG_LIFE_EVERY == 0:
            await asyncio.sleep(LONG_LIFE_SECONDS)
        await asyncio.sleep(chance.uniform(0, LAST_SECONDS_MAX))
        victim.end(signal.SIGKILL)
        await victim.is_gone()


async def sides(driver: SandboxDriver) -> dict[str, ChatSide]:
    """Open everybody's chat."""
    numbers = {name: number for name, (number, _) in STAFF_AT_WORK.items()}
    numbers |= {name: STAFF[name][0] for name in ("director", "owner")}
    numbers |= dict([ACCOUNTANT])
    return {
        name: await (await driver.person(name, user_id=number)).opens(BOT)
        for name, number in numbers.items()
    }


def is_settled(books: Books) -> bool:
    """Say whether nothing waits for anybody or anything any more."""
    return not (
        books.inbox.pending()
        or books.outbox.waiting()
        or books.approvals.waiting()
        or books.transfers.on_the_way()
        or books.receipts.waiting(1)
        or books.bank_files.to_read(1)
    )


def check(books: Books, told: Told) -> None:
    """Hold the books to what people said."""
    assert not books.inbox.quarantined()
    for (chat_id, message_id), amount in told.amounts.items():
        (posted,) = books.journal.of_message(chat_id, message_id)
        assert posted.reversed_by is None
        assert till_leg(posted) == amount * 100
    check_approvals(books, told)
    check_counts(books, told)
    check_receipts(books, told)
    arrivals = sum(1 for key in told.amounts if key[0] == STAFF_AT_WORK["Mover"][0])
    check_lines(books, told)
    of_banks = {"bank", "filing", "bank-opening"}
    entries = [each for each in books.journal.all() if each.entry.origin.source not in of_banks]
    assert len(entries) == len(told.amounts) + len(told.differences) + arrivals
    assert books.balances.of("till.2", "UAH") == Money(told.moved * 100, "UAH")
    assert books.balances.of("asset.cash_between_tills", "UAH") == Money(0, "UAH")
    assert all((told.payouts, told.pictures, told.differences, arrivals))


def till_leg(posted: PostedEntry) -> int:
    """Give what an entry did to a till."""
    (leg,) = (each for each in posted.entry.postings if each.account.startswith("till."))
    return leg.amount.minor


def check_approvals(books: Books, told: Told) -> None:
    """Each payout was asked about once, approved once, and is the entry that it became."""
    settled = books.approvals.settled(asked_by=None, limit=10_000)
    assert {(each.chat_id, each.message_id) for each in settled} == set(told.payouts)
    assert len(settled) == len(told.payouts)
    for each in settled:
        assert each.state is ApprovalState.APPROVED
        (posted,) = books.journal.of_message(each.chat_id, each.message_id)
        assert posted.number == each.entry_number
        decided = [record.cause for record in books.audit.about(each.subject)]
        assert len(decided) == 2


def check_counts(books: Books, told: Told) -> None:
    """Each count has one result, and its difference one entry."""
    found = books.counts.settled("till.3", answerable_id=None, limit=10_000, offset=0)
    assert sorted(each.difference.minor for each in found) == sorted(
        each * 100 for each in told.differences
    )
    assert len({each.count_id for each in found}) == len(told.differences)
    booked = [each for each in books.journal.all() if each.entry.origin.source == "count"]
    assert sorted(map(till_leg, booked)) == sorted(each.difference.minor for each in found)


def check_lines(books: Books, told: Told) -> None:
    """Each bank line is posted once and filed once; `verify` looks at each of them."""
    assert told.lines
    (account,) = books.banks.accounts()
    assert books.balances.of(account.key, "UAH") == Money(OPENING + sum(told.lines), "UAH")
    assert books.balances.of("expense.advertising", "UAH") == Money(-sum(told.lines), "UAH")
    assert books.balances.of("asset.suspense", "UAH") == Money(0, "UAH")
    for source in ("bank", "filing"):
        posted = [each for each in books.journal.all() if each.entry.origin.source == source]
        standing = [each for each in posted if each.reversed_by is None]
        assert len(standing) == len(told.lines)


def check_receipts(books: Books, told: Told) -> None:
    """Each photo is kept once, beside its own entry, byte for byte."""
    for (chat_id, message_id), digest in told.pictures.items():
        (kept,) = books.receipts.of_message(f"{chat_id}/{message_id}")
        assert kept.state is ReceiptState.KEPT
        assert kept.digest == digest
        content = books.receipts.content(kept.id)
        assert content is not None
        assert hashlib.sha256(content.content).hexdigest() == digest
