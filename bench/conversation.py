"""A typed message to its answer over HTTP, beside a bare aiogram bot that writes one row."""

import asyncio
import contextlib
import datetime as dt
import random
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from bench.bots import TOKEN
from bench.figures import Figure, percentile
from sandbox.acting import Acting
from sandbox.sandbox import Sandbox
from sandbox.server import SandboxServer
from services.people import Newcomer, Role
from services.ports import Books
from services.shop import Shop
from services.team.set_up_shop import lay_chart
from storage.database import open_database
from storage.migrate import migrate

if TYPE_CHECKING:
    from sandbox.world import Chat

CASHIERS = 20
WARM_UP, ROUNDS = 5, 40
TURNS = 3
"""How often the two are measured in turn."""


def _set_up(books: Books) -> None:
    books.shop.put(Shop("Bench", "UAH", "Europe/Kyiv", "en", is_ready=True))
    lay_chart(books, till_names=("Till",))
    for number in range(CASHIERS):
        newcomer = Newcomer(100 + number, f"C{number}", "en")
        books.people.add(newcomer, Role.CASHIER, dt.datetime.now(dt.UTC))


class Room:
    """The cashiers in a sandbox of this process."""

    def __init__(self, sandbox: Sandbox, cashiers: int = CASHIERS) -> None:
        self._sandbox = sandbox
        bot = sandbox.world.add_bot("bench_bot", token=TOKEN)
        self.hands: list[tuple[Acting, Chat]] = []
        for number in range(cashiers):
            person = sandbox.world.add_person(f"C{number}", person_id=100 + number)
            chat = sandbox.world.private_chat(bot.id, person.id)
            self.hands.append((Acting(sandbox, person, chat), chat))

    async def ask(self, number: int, text: str) -> float:
        """Type a message and wait for the answer; give the seconds."""
        hands, chat = self.hands[number]
        began, last = time.perf_counter(), self._sandbox.events.last
        hands.type(text, reply_to=None, thread_id=None)
        while True:
            events = await self._sandbox.events.after(last, chat=chat.key, seconds=60)
            last = self._sandbox.events.last
            messages = [event["message"] for event in events if event["type"] == "message"]
            if any(isinstance(each, dict) and each["from"]["is_bot"] for each in messages):
                return time.perf_counter() - began

    async def everybody(self, rounds: int, *, pause: float = 0.0) -> tuple[list[float], float]:
        """Let all cashiers type at once; give each message's seconds, and messages a second.

        Args:
            rounds: how many messages each of them types.
            pause: seconds that each of them rests, more or less, between an answer and the next.
        """

        async def one(number: int) -> list[float]:
            times = []
            for turn in range(rounds):
                await asyncio.sleep(random.uniform(0, 2 * pause))  # noqa: S311 - a rest
                times.append(await self.ask(number, f"courier {100 + turn}"))
            return times

        began = time.perf_counter()
        found = await asyncio.gather(*(one(number) for number in range(len(self.hands))))
        times = [seconds for each in found for seconds in each]
        return times, len(times) / (time.perf_counter() - began)


@contextlib.asynccontextmanager
async def _running(kind: str, api_url: str, database: str) -> AsyncIterator[psutil.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.bots", kind, api_url, database
    )
    try:
        yield psutil.Process(process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        await process.wait()


async def _measure(kind: str, folder: Path) -> tuple[list[float], float, float, float]:
    """Give seconds a message, messages a second, seconds to the first answer, idle megabytes."""
    database = str(folder / f"{kind}.sqlite3")
    if kind == "tilly":
        await migrate(f"sqlite:///{database}")
        opened = await open_database(f"sqlite:///{database}")
        await opened.write(_set_up)
        await opened.close()
    server = SandboxServer()
    room = Room(server.sandbox)
    await server.start()
    began = time.perf_counter()
    async with _running(kind, server.base_url, database) as process:
        await room.ask(0, "courier 220")
        first = time.perf_counter() - began
        await asyncio.sleep(1)
        idle = process.memory_info().rss / 1e6
        await room.everybody(WARM_UP)
        times, speed = await room.everybody(ROUNDS)
    await server.stop()
    return times, speed, first, idle


async def measure() -> list[Figure]:
    """Measure both in turn."""
    ours, theirs = [], []
    for _ in range(TURNS):
        with tempfile.TemporaryDirectory() as folder:
            ours.append(await _measure("tilly", Path(folder)))
            theirs.append(await _measure("bare", Path(folder)))
    times = [seconds for each in ours for seconds in each[0]]
    peers = [seconds for each in theirs for seconds in each[0]]
    speed, peer_speed = (sorted(each[1] for each in runs)[TURNS // 2] for runs in (ours, theirs))
    first, idle = max(each[2] for each in ours), max(each[3] for each in ours)
    median, slowest = percentile(times, 0.5), percentile(times, 0.99)
    return [
        Figure(
            f"typed message to answer, {CASHIERS} cashiers at once (p50 / p99)",
            f"{median:.1f} / {slowest:.1f} ms",
            f"{percentile(peers, 0.5):.1f} / {percentile(peers, 0.99):.1f} ms bare aiogram",
            "p50 < 50 ms, p99 < 200 ms",
            median < 50 and slowest < 200,
        ),
        Figure(
            "updates a second",
            f"{speed:.0f}",
            f"{peer_speed:.0f} bare aiogram, one durable row",
            f"ratio ≥ 0.8 (is {speed / peer_speed:.2f})",
            speed / peer_speed >= 0.8,
        ),
        Figure("start to first answer", f"{first:.1f} s", "—", "< 4 s", first < 4),
        Figure("idle memory", f"{idle:.0f} MB", "—", "< 190 MB", idle < 190),
    ]
