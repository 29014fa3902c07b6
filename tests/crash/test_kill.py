"""Killed at any moment under load, the bot loses nothing it acknowledged and doubles nothing.

Cashiers type without pause while the process is killed (SIGKILL) and started again, over and
over. At the end every message has exactly one standing entry and was answered, the books prove
themselves, and the till holds what a plain sum says.
"""

import asyncio
import contextlib
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import make_url

from ledger.journal import PostedEntry
from sandbox.driver import ChatSide, SandboxDriver
from sandbox.server import SandboxServer
from services.people import Newcomer, Role
from services.ports import Books, Database
from services.verify_books import verify_books
from storage.database import open_database
from tests.conftest import NOW
from tests.conversations.floor import BOT, TOKEN, set_shop_up

KILLS = {"sqlite": 200, "postgresql": 30}
CASHIERS = 6
LAST_SECONDS_MAX = 0.06
"""It is killed within this time after its last awaited answer, whatever it does then."""
LIFE_SECONDS_MAX = 5.0
SETTLES_SECONDS = 60


class Victim:
    """The bot in a process of its own, which can be killed."""

    def __init__(self, zygote: asyncio.subprocess.Process) -> None:
        self._zygote = zygote
        self._pid = 0

    async def start(self) -> None:
        """Bring it to life."""
        assert self._zygote.stdin is not None
        assert self._zygote.stdout is not None
        self._zygote.stdin.write(b"start\n")
        self._pid = int(await self._zygote.stdout.readline())

    def end(self, number: signal.Signals) -> None:
        """Kill it, or ask it to stop."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, number)

    async def is_gone(self) -> None:
        """Wait until the process is not there any more."""
        while True:
            try:
                os.kill(self._pid, 0)
            except ProcessLookupError:
                return
            await asyncio.sleep(0.01)


@contextlib.asynccontextmanager
async def zygote_over(url: str, api_url: str) -> AsyncIterator[Victim]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.crash.zygote", url, api_url,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert await process.stdout.readline() == b"ready\n"
    victim = Victim(process)
    try:
        yield victim
    finally:
        victim.end(signal.SIGKILL)
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()


async def type_on(chat: ChatSide, first: int, stop: asyncio.Event, chance: random.Random) -> int:
    """Type one entry after another, each of its own amount; give how many."""
    typed = 0
    while not stop.is_set():
        await chat.types(f"paid the courier {first + typed} for the delivery")
        typed += 1
        await asyncio.sleep(chance.uniform(0.005, 0.05))
    return typed


async def has_answered(server: SandboxServer, count: int) -> None:
    """Wait until the bot has taken updates and sent some answers, or long enough."""
    log = server.sandbox.log
    start = int(str(log[-1]["number"])) if log else 0
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(LIFE_SECONDS_MAX):
            while True:
                fresh = [each for each in reversed(log) if int(str(each["number"])) > start]
                names = [each["method"] for each in fresh]
                if "getUpdates" in names and names.count("sendMessage") >= count:
                    return
                await asyncio.sleep(0.005)


async def cashiers(driver: SandboxDriver) -> list[ChatSide]:
    sides = []
    for number in range(CASHIERS):
        actor = await driver.person(f"C{number}", user_id=700 + number)
        sides.append(await actor.opens(BOT))
    return sides


def hire_cashiers(books: Books) -> None:
    for number in range(CASHIERS):
        books.people.add(Newcomer(700 + number, f"C{number}", "en"), Role.CASHIER, NOW)


async def answered(chat: ChatSide, count: int) -> Counter[str]:
    """Wait until as many different entries were answered, and count each one's answers."""
    seen: Counter[str] = Counter()
    async with asyncio.timeout(SETTLES_SECONDS):
        while len(seen) < count:
            text = (await chat.hears(SETTLES_SECONDS)).text
            if "No. " in text:
                seen[text.splitlines()[0]] += 1
    return seen


@pytest.mark.timeout(300)
async def test_nothing_is_lost_and_nothing_doubled_however_often_it_is_killed(
    database_url: str,
) -> None:
    database = await open_database(database_url)
    try:
        await play(database, database_url, KILLS[make_url(database_url).get_backend_name()])
        assert await database.read(verify_books) == ()
    finally:
        await database.close()


async def play(database: Database, url: str, kills: int) -> None:
    """Let cashiers type while the bot is killed and started, and hold the books to account."""
    await database.write(set_shop_up)
    await database.write(hire_cashiers)
    chance = random.Random(20261120)
    server = SandboxServer()
    server.sandbox.world.add_bot(BOT, token=TOKEN)
    await server.start()
    async with (
        SandboxDriver(server.base_url) as driver,
        zygote_over(url, server.base_url) as victim,
    ):
        sides, stop = await cashiers(driver), asyncio.Event()
        typing = [
            asyncio.create_task(type_on(chat, 1_000 + 10_000 * number, stop, chance))
            for number, chat in enumerate(sides)
        ]
        for _ in range(kills):
            await victim.start()
            await has_answered(server, chance.randrange(4))
            await asyncio.sleep(chance.uniform(0, LAST_SECONDS_MAX))
            victim.end(signal.SIGKILL)
            await victim.is_gone()
        filed_meanwhile = await database.read(lambda books: books.journal.count())
        stop.set()
        typed = await asyncio.gather(*typing)
        await victim.start()
        for chat, count in zip(sides, typed, strict=True):
            await answered(chat, count)
        victim.end(signal.SIGTERM)
        await victim.is_gone()
    await server.stop()
    entries = await database.read(lambda books: tuple(books.journal.all()))
    check(entries, typed)
    assert filed_meanwhile > kills // 2  # it was killed while it worked
    expected = -100 * sum(
        sum(range(1_000 + 10_000 * number, 1_000 + 10_000 * number + count))
        for number, count in enumerate(typed)
    )
    till = await database.read(lambda books: books.balances.of("till.1", "UAH"))
    assert till.minor == expected


def check(entries: tuple[PostedEntry, ...], typed: list[int]) -> None:
    """Each message is one entry, told once, never reversed."""
    assert len(entries) == sum(typed)
    assert len({each.entry.origin.external_id for each in entries}) == sum(typed)
    assert all(each.reversed_by is None for each in entries)
