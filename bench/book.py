"""Looking through a million entries: a till's newest page, a search, a day of the cash book."""

import datetime as dt
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial

from bench.figures import Figure, percentile
from ledger.cash import CASH_RULES, CashCategory, CashDirection, CashOperation
from ledger.journal import JournalEntry, Origin
from ledger.money import Money
from services.messages import Cause
from services.people import Newcomer, Role
from services.ports import Books, Database
from services.shop import Shop
from services.team.set_up_shop import lay_chart
from services.tills.cash_book import cash_book
from services.tills.till_book import NEWEST, Wanted, WantedWord
from storage.database import open_database
from storage.migrate import migrate

ENTRIES = int(os.environ.get("BENCH_ENTRIES", "1000000"))
A_DAY, AT_ONCE, PAGE = 700, 10_000, 10
NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
CAUSE = Cause("system:bench", None, NOW)
TRIES = 7


def _entries(start: int, chance: random.Random) -> list[JournalEntry]:
    made = []
    for number in range(start, min(start + AT_ONCE, ENTRIES)):
        category = chance.choice(list(CashCategory))
        way = CashDirection(min(CASH_RULES[category].directions))
        amount = Money(chance.randrange(1_000, 1_000_000), "UAH")
        day = NOW.date() - dt.timedelta(days=(ENTRIES - number) // A_DAY)
        made.append(
            JournalEntry(
                booked_on=day,
                occurred_at=dt.datetime.combine(day, dt.time(9), dt.UTC),
                narration=f"word{chance.randrange(50_000)} for customer {number % 997}",
                postings=CashOperation(way, amount, category).postings("till.1"),
                origin=Origin("bench", str(number)),
                category=category.value,
            )
        )
    return made


async def _filled(url: str) -> Database:
    await migrate(url)
    database = await open_database(url)

    def lay(books: Books) -> None:
        books.shop.put(Shop("Bench", "UAH", "Europe/Kyiv", "en", is_ready=True))
        lay_chart(books, till_names=("Till",))
        books.people.add(Newcomer(1, "C", "en"), Role.OWNER, NOW)

    def add(books: Books, entries: list[JournalEntry]) -> int:
        return len(books.journal.add(entries, CAUSE))

    await database.write(lay)
    chance = random.Random(1)  # noqa: S311 - a benchmark's entries are no secret
    for start in range(0, ENTRIES, AT_ONCE):
        await database.write(partial(add, entries=_entries(start, chance)))
    return database


def _looks() -> Iterator[tuple[str, Callable[[Books], object]]]:
    def page(wanted: Wanted) -> Callable[[Books], object]:
        return lambda books: books.till_book.page("till.1", wanted, NEWEST, PAGE)

    today = NOW.date()
    old = today - dt.timedelta(days=min(365, ENTRIES // A_DAY // 2))
    yield "a till's entries of today", page(Wanted(day=today))
    yield "a word that is rare", page(Wanted(words=(WantedWord("word4711"),)))
    yield "a word that is nowhere", page(Wanted(words=(WantedWord("nowhere"),)))
    figure = WantedWord("123.45", Money(12_345, "UAH"), is_figure=True)
    yield "an amount", page(Wanted(words=(figure,)))
    yield f"a day of {A_DAY} entries in the cash book", lambda books: cash_book(books, old, old)


async def measure() -> list[Figure]:
    """Measure each look on SQLite."""
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        database = await _filled(f"sqlite:///{folder}/book.sqlite3")
        for what, look in _looks():
            times = []
            for _ in range(TRIES):
                began = time.perf_counter()
                await database.read(look)
                times.append(time.perf_counter() - began)
            median = percentile(times, 0.5)
            figures.append(
                Figure(
                    f"{what}, {ENTRIES:,} entries (p50)",
                    f"{median:.1f} ms",
                    "—",
                    "< 200 ms",
                    median < 200,
                )
            )
        await database.close()
    return figures
