"""Results and answers over ten years of a busy shop: figures alone, from what is kept summed."""

import datetime as dt
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial

from bench.figures import Figure, percentile
from ledger.cash import CASH_RULES, CashCategory, CashDirection, CashOperation
from ledger.days import Days
from ledger.journal import JournalEntry, Origin
from ledger.money import Money
from parsing.questions.query import Ask, Group, Measure, Query
from services.answers.answer_question import answer_question
from services.messages import Cause
from services.people import Newcomer, Role
from services.ports import Books, Database
from services.results.report_results import tell_results, turnover_results
from services.shop import Shop
from services.team.set_up_shop import lay_chart
from storage.database import open_database
from storage.migrate import migrate

POSTINGS = int(os.environ.get("BENCH_POSTINGS", "2000000"))
ENTRIES, DAYS, AT_ONCE, TRIES = POSTINGS // 2, 3_650, 20_000, 9
TODAY = dt.date(2026, 11, 20)
NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
CAUSE = Cause("system:bench", None, NOW)
PLACES = ("till.1", "till.2", "asset.bank.1", "asset.bank.2")


def _entries(start: int, count: int, chance: random.Random) -> list[JournalEntry]:
    made = []
    for number in range(start, min(start + AT_ONCE, count)):
        category = chance.choice(list(CashCategory))
        way = CashDirection(min(CASH_RULES[category].directions))
        amount = Money(chance.randrange(1_000, 1_000_000), "UAH")
        day = TODAY - dt.timedelta(days=(count - 1 - number) * DAYS // count)
        made.append(
            JournalEntry(
                booked_on=day,
                occurred_at=dt.datetime.combine(day, dt.time(9), dt.UTC),
                narration=f"word{number % 50_000}",
                postings=CashOperation(way, amount, category).postings(chance.choice(PLACES)),
                origin=Origin("bench", str(number)),
                category=category.value,
                counterparty=f"Party {number % 997}",
                order_reference=str(number) if number % 10 == 0 else None,
            )
        )
    return made


async def filled(url: str, count: int = ENTRIES) -> Database:
    """Fill new books with so many entries over ten years."""
    await migrate(url)
    database = await open_database(url)

    def lay(books: Books) -> None:
        books.shop.put(Shop("Bench", "UAH", "Europe/Kyiv", "en", is_ready=True))
        lay_chart(books, till_names=("Till", "Till 2"))
        books.people.add(Newcomer(1, "D", "en"), Role.DIRECTOR, NOW)

    def add(books: Books, entries: list[JournalEntry]) -> int:
        return len(books.journal.add(entries, CAUSE))

    await database.write(lay)
    chance = random.Random(1)  # noqa: S311 - a benchmark's entries are no secret
    for start in range(0, count, AT_ONCE):
        await database.write(partial(add, entries=_entries(start, count, chance)))
    return database


def _looks() -> Iterator[tuple[str, int, Callable[[Books], object]]]:
    today, month = Days.one(TODAY), Days(TODAY.replace(day=1), TODAY)
    year = Days.months(2025, 1, 12)

    def asked(ask: Ask, measure: Measure, days: Days, **more: object) -> Callable[[Books], object]:
        query = Query(ask, measure, days, **more)  # type: ignore[arg-type]  # fields by their names
        return lambda books: answer_question(books, query, NOW)

    yield "the day by accrual", 50, lambda books: turnover_results(books, today)
    yield "the day, with all it is held against", 50, lambda books: tell_results(books, today, NOW)
    yield (
        "the month, with all it is held against",
        250,
        (lambda books: tell_results(books, month, NOW)),
    )
    yield (
        "a year, with all it is held against",
        1_000,
        (lambda books: tell_results(books, year, NOW)),
    )
    yield (
        "spent on a category in a year",
        50,
        asked(Ask.TOTAL, Measure.CATEGORY, year, categories=(CashCategory.ADVERTISING,)),
    )
    yield (
        "the largest suppliers of a year",
        1_000,
        asked(Ask.TOP, Measure.PAID_TO_SUPPLIERS, year, group=Group.SUPPLIER),
    )
    yield (
        "paid to a name in a month",
        250,
        asked(Ask.TOTAL, Measure.MONEY_OUT, month, about="Party 7"),
    )
    yield "the last sales", 250, asked(Ask.LAST, Measure.SALES, month)
    yield "why a month changed", 250, asked(Ask.WHY, Measure.RESULT, month)


async def measure() -> list[Figure]:
    """Measure each look on SQLite."""
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        database = await filled(f"sqlite:///{folder}/results.sqlite3")
        for what, bound, look in _looks():
            times = []
            for _ in range(TRIES):
                began = time.perf_counter()
                await database.read(look)
                times.append(time.perf_counter() - began)
            median = percentile(times, 0.5)
            figures.append(
                Figure(
                    f"{what}, {POSTINGS:,} postings (p50)",
                    f"{median:.1f} ms",
                    "—",
                    f"< {bound:,} ms",
                    median < bound,
                )
            )
        await database.close()
    return figures
