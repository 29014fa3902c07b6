"""Killed at any moment under load, the bot loses nothing it acknowledged and doubles nothing.

Cashiers type without pause while the process is killed (SIGKILL) and started again, over and
over. At the end every message has exactly one standing entry and was answered, the books prove
themselves, and the till holds what a plain sum says.
"""

import asyncio
import random
import signal
import time

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
from tests.crash.victim import has_answered, zygote_over
from tests.thorough import times

KILLS = {"sqlite": times(12, 200), "postgresql": times(6, 30)}
CASHIERS = 6
LAST_SECONDS_MAX = {"sqlite": 0.06, "postgresql": 0.4}
"""It is killed within this time after its last awaited answer, whatever it does then.

PostgreSQL keeps a little later what was sent: shorter lives do little but send it again.
"""
KILLING_SECONDS_MAX = 120
"""A busy machine kills less often rather than for longer."""
SETTLES_SECONDS = 60
AHEAD_MAX = 25
"""So many messages of one cashier wait at most, however slow the machine is."""


class Cashier:
    """Somebody who types without pause, and hears what is answered."""

    def __init__(self, chat: ChatSide, first: int) -> None:
        self._chat = chat
        self._first = first
        self.typed = 0
        self.answered: set[str] = set()

    async def types(self, stop: asyncio.Event, chance: random.Random) -> None:
        """Type one entry after another, each of its own amount, never too far ahead."""
        while not stop.is_set():
            if self.typed - len(self.answered) < AHEAD_MAX:
                amount = self._first + self.typed
                self.typed += 1
                await self._chat.types(f"paid the courier {amount} for the delivery")
            await asyncio.sleep(chance.uniform(0.005, 0.05))

    async def hears(self) -> None:
        """Note every entry that is answered; one may be answered twice."""
        while True:
            text = (await self._chat.hears(SETTLES_SECONDS)).text
            if "No.\N{NO-BREAK SPACE}" in text:
                self.answered.add(text.splitlines()[0])


async def cashiers(driver: SandboxDriver) -> list[Cashier]:
    staff = []
    for number in range(CASHIERS):
        actor = await driver.person(f"C{number}", user_id=700 + number)
        staff.append(Cashier(await actor.opens(BOT), 1_000 + 10_000 * number))
    return staff


def hire_cashiers(books: Books) -> None:
    for number in range(CASHIERS):
        books.people.add(Newcomer(700 + number, f"C{number}", "en"), Role.CASHIER, NOW)


@pytest.mark.timeout(300)
async def test_nothing_is_lost_and_nothing_doubled_however_often_it_is_killed(
    database_url: str,
) -> None:
    database = await open_database(database_url)
    try:
        await play(database, database_url)
        assert await database.read(verify_books) == ()
    finally:
        await database.close()


async def play(database: Database, url: str) -> None:
    """Let cashiers type while the bot is killed and started, and hold the books to account."""
    backend = make_url(url).get_backend_name()
    kills, last_seconds_max = KILLS[backend], LAST_SECONDS_MAX[backend]
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
        staff, stop = await cashiers(driver), asyncio.Event()
        typing = [asyncio.create_task(each.types(stop, chance)) for each in staff]
        hearing = [asyncio.create_task(each.hears()) for each in staff]
        killed, over_at = 0, time.monotonic() + KILLING_SECONDS_MAX
        while killed < kills and time.monotonic() < over_at:
            killed += 1
            await victim.start()
            await has_answered(server, chance.randrange(4))
            await asyncio.sleep(chance.uniform(0, last_seconds_max))
            victim.end(signal.SIGKILL)
            await victim.is_gone()
        filed_meanwhile = await database.read(lambda books: books.journal.count())
        stop.set()
        await asyncio.gather(*typing)
        await victim.start()
        async with asyncio.timeout(SETTLES_SECONDS):
            while any(len(each.answered) < each.typed for each in staff):
                await asyncio.sleep(0.02)
        for task in hearing:
            task.cancel()
        await asyncio.gather(*hearing, return_exceptions=True)
        typed = [each.typed for each in staff]
        victim.end(signal.SIGTERM)
        await victim.is_gone()
    await server.stop()
    entries = await database.read(lambda books: tuple(books.journal.all()))
    check(entries, typed)
    assert filed_meanwhile > 2  # it was killed while it worked
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
