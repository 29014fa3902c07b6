"""Fifty cashiers at once over a month of entries: SQLite, then PostgreSQL with two processes."""

import asyncio
import contextlib
import datetime as dt
import os
import signal
import sys
import tempfile
import uuid
from collections.abc import AsyncIterator
from functools import partial

import asyncpg

from bench.conversation import Room
from bench.figures import Figure, percentile
from bench.posting import BULK_ENTRIES, entry_on
from ledger.journal import JournalEntry
from sandbox.balancer import Balancer
from sandbox.server import SandboxServer
from services.messages import Cause
from services.people import Newcomer, Role
from services.ports import Books
from services.shop import Shop
from services.team.set_up_shop import lay_chart
from storage.database import open_database
from storage.migrate import migrate

CASHIERS, ENTRIES = 50, 20_000
WARM_UP, ROUNDS = 4, 20
PAUSE = 1.0
"""Seconds between an answer and the next message: fifty messages a second in all."""
FIRST_PORT = 18_431
START_MAX = 60
"""Seconds within which every process listens."""
POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432/postgres")


async def _fill(url: str) -> None:
    """Lay a shop with a month behind it."""
    await migrate(url)
    database = await open_database(url)
    now = dt.datetime.now(dt.UTC)

    def lay(books: Books) -> None:
        books.shop.put(Shop("Bench", "UAH", "Europe/Kyiv", "en", is_ready=True))
        lay_chart(books, till_names=("Till",))
        for number in range(CASHIERS):
            newcomer = Newcomer(100 + number, f"C{number}", "en")
            books.people.add(newcomer, Role.CASHIER, now)

    def add(books: Books, entries: list[JournalEntry]) -> int:
        return len(books.journal.add(entries, Cause("system:bench", None, now)))

    await database.write(lay)
    for start in range(0, ENTRIES, BULK_ENTRIES):
        entries = [entry_on(f"m{start + each}", each % 30) for each in range(BULK_ENTRIES)]
        await database.write(partial(add, entries=entries))
    await database.close()


@contextlib.asynccontextmanager
async def _processes(api_url: str, url: str, count: int, public: str) -> AsyncIterator[list[str]]:
    """Run the bot in processes of its own; give where they listen."""
    ports = [FIRST_PORT + number for number in range(count)]
    running = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bench.bots", "desk", api_url, url, public, str(port)
        )
        for port in ports
    ]
    try:
        yield [f"http://127.0.0.1:{port}" for port in ports]
    finally:
        for each in running:
            each.send_signal(signal.SIGTERM)
        for each in running:
            await each.wait()


async def _listens(port: int) -> None:
    """Wait until a process can be called."""
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            writer.close()
            return


async def _times(url: str, processes: int) -> list[float]:
    server, balancer = SandboxServer(), Balancer()
    room = Room(server.sandbox, CASHIERS)
    await server.start()
    await balancer.start()
    public = balancer.url if processes > 1 else "-"
    async with _processes(server.base_url, url, processes, public) as targets:
        balancer.point_at(targets)
        if processes > 1:
            async with asyncio.timeout(START_MAX):
                for port in map(int, (each.rpartition(":")[2] for each in targets)):
                    await _listens(port)
        await room.ask(0, "courier 220")
        await room.everybody(WARM_UP)
        times, _ = await room.everybody(ROUNDS, pause=PAUSE)
    await balancer.stop()
    await server.stop()
    return times


def _figure(what: str, times: list[float]) -> Figure:
    median, slowest = percentile(times, 0.5), percentile(times, 0.99)
    return Figure(
        f"{CASHIERS} cashiers, a message a second each, {ENTRIES:,} entries, {what} (p50 / p99)",
        f"{median:.1f} / {slowest:.1f} ms",
        "—",
        "p50 < 60 ms, p99 < 250 ms",
        median < 60 and slowest < 250,
    )


async def measure() -> list[Figure]:
    """Measure SQLite with one process, PostgreSQL with one and with two."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/desk.sqlite3"
        await _fill(url)
        figures = [_figure("SQLite", await _times(url, 1))]
    try:
        figures.append(_figure("PostgreSQL", await _on_postgres(1)))
        figures.append(_figure("PostgreSQL, two processes", await _on_postgres(2)))
    except (OSError, asyncpg.PostgresError):
        return figures
    return figures


async def _on_postgres(processes: int) -> list[float]:
    """Measure over books of their own: the stand-in numbers its messages anew each time."""
    name = f"tilly_bench_{uuid.uuid4().hex[:8]}"
    admin = await asyncpg.connect(POSTGRES)
    try:
        await admin.execute(f"CREATE DATABASE {name}")
        url = POSTGRES.rsplit("/", 1)[0] + f"/{name}"
        await _fill(url)
        return await _times(url, processes)
    finally:
        await admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        await admin.close()


if __name__ == "__main__":
    from bench.figures import as_table

    print(as_table(asyncio.run(measure())))
