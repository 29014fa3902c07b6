"""Posting an entry with all its checks, beside SQLAlchemy async Core inserting the same rows."""

import asyncio
import datetime as dt
import tempfile
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from sqlalchemy import event, insert
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bench.figures import Figure, percentile
from ledger.accounts import Account, AccountType
from ledger.cash import CASH_RULES, CashCategory, CashDirection, CashOperation
from ledger.journal import JournalEntry, Origin
from ledger.money import Money
from services.messages import Cause, OutgoingMessage
from services.ports import Books, Database
from storage.database import open_database
from storage.migrate import migrate
from storage.tables import audit_record, journal_entry, metadata, outbox_message, posting

NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
CAUSE = Cause("system:bench", None, NOW)
ROUNDS = 400
TASKS = 8
BULK_ENTRIES = 10_000
TRIAL_ENTRIES = 100_000


def entry_on(name: str, day: int = 0) -> JournalEntry:
    """Make an entry so many days back."""
    category = list(CashCategory)[hash(name) % len(CashCategory)]
    way = min(CASH_RULES[category].directions)
    operation = CashOperation(CashDirection(way), Money(25_000, "UAH"), category)
    return JournalEntry(
        NOW.date() - dt.timedelta(days=day),
        NOW,
        "gave the installer 250 for a callout",
        operation.postings("till.1"),
        Origin("bench", name),
        category=category.value,
    )


def _lay(books: Books) -> None:
    books.accounts.add(Account("till.1", "3011", AccountType.ASSET, {"en": "Till"}))
    for number, key in enumerate(sorted({rule.account for rule in CASH_RULES.values()})):
        books.accounts.add(Account(key, str(4_000 + number), AccountType.EXPENSE, {"en": key}))


def _post(books: Books, name: str) -> None:
    posted = books.journal.add([entry_on(name)], CAUSE)
    left = books.balances.of("till.1", "UAH")
    books.outbox.add([OutgoingMessage(7, f"{posted[0].number}: {left}")], CAUSE)


async def _timed(work: Awaitable[object]) -> float:
    began = time.perf_counter()
    await work
    return time.perf_counter() - began


async def _peer_engine(path: Path) -> AsyncEngine:
    engine = create_async_engine(f"sqlite+aiosqlite:///{path}")

    def durable(connection: object, _: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]  # a driver chosen at run time
        for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = OFF"):
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    event.listen(engine.sync_engine, "connect", durable)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    return engine


async def _peer_posts(engine: AsyncEngine, number: int) -> None:
    """Insert the rows that one of our entries makes, without a check."""
    async with engine.begin() as connection:
        await connection.execute(
            insert(posting),
            [
                {"entry_number": number, "leg": leg, "account_id": leg, "amount_minor": sign * 100,
                 "currency": "UAH"}
                for leg, sign in ((1, 1), (2, -1))
            ],
        )  # fmt: skip
        await connection.execute(
            insert(journal_entry).values(
                number=number, booked_on=NOW.date(), occurred_at=NOW, recorded_at=NOW,
                narration="gave the installer 250 for a callout", source="bench",
                external_id=str(number), version=1, decided_by="system",
            )
        )  # fmt: skip
        await connection.execute(
            insert(audit_record).values(
                number=number, recorded_at=NOW, actor="system", cause="post", subject="entry",
                change="x" * 300, previous_hash="0" * 64, hash=f"{number:064}",
            )
        )  # fmt: skip
        await connection.execute(
            insert(outbox_message).values(
                chat_id=7, content="x" * 120, state="waiting", attempts=0, not_before=NOW
            )
        )


async def _in_turn(
    tilly: Callable[[int], Awaitable[object]], peer: Callable[[int], Awaitable[object]]
) -> tuple[list[float], list[float]]:
    """Time both in turn, so that a slow moment of the machine meets both."""
    ours, theirs = [], []
    for number in range(1, ROUNDS + 1):
        ours.append(await _timed(tilly(number)))
        theirs.append(await _timed(peer(number)))
    return ours[ROUNDS // 10 :], theirs[ROUNDS // 10 :]


async def _at_once(tilly: Callable[[str], Awaitable[object]]) -> list[float]:
    async def writer(task: int) -> list[float]:
        return [await _timed(tilly(f"{task}/{number}")) for number in range(ROUNDS // 2)]

    return [each for times in await asyncio.gather(*map(writer, range(TASKS))) for each in times]


async def measure() -> list[Figure]:
    """Measure posting, alone and in a crowd, in bulk, and the trial balance."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/tilly.sqlite3"
        await migrate(url)
        database = await open_database(url)
        await database.write(_lay)
        engine = await _peer_engine(Path(folder) / "peer.sqlite3")
        ours, theirs = await _in_turn(
            lambda number: database.write(lambda books: _post(books, str(number))),
            lambda number: _peer_posts(engine, number),
        )
        crowd = await _at_once(lambda name: database.write(lambda books: _post(books, name)))
        figures = [_alone(ours, theirs), _crowded(crowd), await _bulk(database)]
        figures.append(await _trial_balance(database))
        await database.close()
        await engine.dispose()
    return figures


def _alone(ours: list[float], theirs: list[float]) -> Figure:
    ratio = percentile(ours, 0.5) / percentile(theirs, 0.5)
    return Figure(
        "post an entry: checks, audit, outbox (p50)",
        f"{percentile(ours, 0.5):.2f} ms",
        f"{percentile(theirs, 0.5):.2f} ms async Core, same rows",
        f"ratio ≤ 1.5 (is {ratio:.2f})",
        ratio <= 1.5,
    )


def _crowded(crowd: list[float]) -> Figure:
    slowest = percentile(crowd, 0.99)
    return Figure(
        f"post with {TASKS} tasks at once (p50 / p99)",
        f"{percentile(crowd, 0.5):.1f} / {slowest:.1f} ms",
        "—",
        "p99 < 15 ms",
        slowest < 15,
    )


def _add(books: Books, entries: list[JournalEntry]) -> int:
    return len(books.journal.add(entries, CAUSE))


async def _bulk(database: Database) -> Figure:
    entries = [entry_on(f"bulk {number}") for number in range(BULK_ENTRIES)]
    seconds = await _timed(database.write(partial(_add, entries=entries)))
    speed = 2 * BULK_ENTRIES / seconds
    return Figure("bulk import", f"{speed:,.0f} postings/s", "—", "≥ 20,000/s", speed >= 20_000)


async def _trial_balance(database: Database) -> Figure:
    for start in range(0, TRIAL_ENTRIES, BULK_ENTRIES):
        entries = [
            entry_on(f"trial {start + number}", number % 700) for number in range(BULK_ENTRIES)
        ]
        await database.write(partial(_add, entries=entries))
    times = [
        await _timed(database.read(lambda books: books.balances.trial_balance()))
        for _ in range(20)
    ]
    return Figure(
        f"trial balance of {TRIAL_ENTRIES:,} entries (p50)",
        f"{percentile(times, 0.5):.2f} ms",
        "—",
        "< 20 ms",
        percentile(times, 0.5) < 20,
    )
