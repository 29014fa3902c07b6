"""A day once told is kept; what changes it later is told with causes that add up exactly."""

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobs.tell_of_restatements import tell_of_restatements
from ledger.accounts import AccountType
from ledger.cash import CashCategory, CashDirection
from ledger.days import Days
from ledger.journal import JournalEntry, Origin, PostedEntry, Posting, reversal_of
from ledger.money import Money
from reports.restatements import LateLeg, ResultLines, restatements_of
from services.ports import Books, Database
from services.results.report_results import turnover_results
from services.results.tell_day import (
    DayRestated,
    change_of,
    changed_days,
    restate,
    restatements_told,
    tell_day,
)
from services.verify_books import verify_books
from storage.database import open_database
from tests.conftest import NOW, StillClock
from tests.databases import SqliteTemplate
from tests.shop import DAY, SYSTEM, hire, lay, paid
from tests.thorough import times

YESTERDAY = DAY - dt.timedelta(days=1)
ACCOUNTS = {
    "income.sales": AccountType.INCOME,
    "income.sales_returns": AccountType.INCOME,
    "income.other": AccountType.INCOME,
    "expense.cost_of_goods": AccountType.EXPENSE,
    "expense.delivery": AccountType.EXPENSE,
}
LEGS = st.lists(
    st.builds(
        LateLeg,
        number=st.integers(1, 40),
        source=st.sampled_from(["telegram", "document"]),
        external_id=st.sampled_from(["1", "2", "3"]),
        is_reversal=st.booleans(),
        account=st.sampled_from(list(ACCOUNTS)),
        type=st.just(AccountType.EXPENSE),
        amount=st.builds(Money, st.integers(-(10**9), 10**9), st.sampled_from(["UAH", "USD"])),
    ),
    max_size=20,
)


Step = tuple[str, int, int, str]


@given(st.integers(-(10**9), 10**9), LEGS)
def test_causes_add_up_to_the_difference(sales: int, legs: list[LateLeg]) -> None:
    told = replace(ResultLines.none("UAH"), sales=Money(sales, "UAH"))
    late = [replace(each, type=ACCOUNTS[each.account]) for each in legs]
    for found in restatements_of(DAY, [told], late):
        causes = sum(each.amount.minor for each in found.causes)
        assert found.told.result.minor + causes == found.now.result.minor
        assert found.difference.minor == causes


@settings(max_examples=times(12, 200), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["post", "undo", "tell", "restate"]),
            st.integers(0, 2),
            st.integers(1, 10**6),
            st.sampled_from(["UAH", "USD"]),
        ),
        max_size=25,
    )
)
def test_whatever_comes_later_is_accounted_for(
    sqlite_template: SqliteTemplate, steps: list[Step]
) -> None:
    with sqlite_template.lent() as url:
        asyncio.run(_lives(url, steps))


async def _lives(url: str, steps: list[Step]) -> None:
    database = await open_database(url)
    await database.write(lay)
    first: dict[dt.date, dict[str, int]] = {}
    for at, step in enumerate(steps):
        await database.write(partial(_do, at=at, step=step, first=first))
    await database.read(partial(_all_is_accounted_for, first=first))
    assert await database.read(verify_books) == ()
    await database.close()


def _do(books: Books, at: int, step: Step, first: dict[dt.date, dict[str, int]]) -> None:
    what, back, minor, currency = step
    day = YESTERDAY - dt.timedelta(days=back)
    if what == "post":
        _post(books, at, minor, currency, day)
    elif what == "undo":
        _undo(books, minor)
    elif what == "tell":
        if not books.told_days.newest(Days.one(day)):
            first[day] = _results(books, day)
        tell_day(books, day, NOW)
    else:
        restate(books, day, NOW)


def _post(books: Books, at: int, minor: int, currency: str, day: dt.date) -> None:
    is_sale = minor % 2 == 0
    entry = paid(
        str(at), minor, booked_on=day, currency=currency,
        category=CashCategory.SALE_CASH if is_sale else CashCategory.DELIVERY,
        direction=CashDirection.IN if is_sale else CashDirection.OUT,
    )  # fmt: skip
    books.journal.add([entry], SYSTEM)


def _undo(books: Books, which: int) -> None:
    told = [each for each in books.journal.all() if each.entry.reverses is None]
    standing = [each for each in told if each.reversed_by is None]
    if standing:
        books.journal.add([_back(standing[which % len(standing)])], SYSTEM)


def _all_is_accounted_for(books: Books, first: dict[dt.date, dict[str, int]]) -> None:
    told, changed = restatements_told(books, 100), set(changed_days(books))
    for day, before in first.items():
        waiting = change_of(books, day)
        assert (waiting is not None) == (day in changed)
        every = [each for each in told if each.before.day == day]
        every += [waiting] if waiting is not None else []
        now = _results(books, day)
        for currency in {*before, *now}:
            moved = sum(_moved(each, currency) for each in every)
            assert before.get(currency, 0) + moved == now.get(currency, 0)


def _back(posted: PostedEntry) -> JournalEntry:
    return reversal_of(
        posted,
        booked_on=posted.entry.booked_on,
        occurred_at=NOW,
        origin=Origin("reversal", str(posted.number)),
        narration="back",
    )


def _results(books: Books, day: dt.date) -> dict[str, int]:
    found = turnover_results(books, Days.one(day)).currencies
    return {each.currency: each.net_result.minor for each in found}


def _moved(each: DayRestated, currency: str) -> int:
    return sum(
        cause.amount.minor
        for found in each.restatements
        if found.told.currency == currency
        for cause in found.causes
    )


async def test_the_clock_keeps_each_day_once_and_tells_a_change_once(database: Database) -> None:
    told: list[int] = []
    clock = StillClock()

    def news(_books: Books, restated: Sequence[DayRestated]) -> tuple[()]:
        told.append(len(restated))
        return ()

    async def run() -> int:
        return await tell_of_restatements(database, clock, news, lambda _queued: None)

    def begin(books: Books) -> None:
        lay(books)
        hire(books)
        books.journal.add([paid("1", booked_on=YESTERDAY)], SYSTEM)

    await database.write(begin)
    assert await run() == 0
    clock.move(dt.timedelta(days=3))
    assert await run() == 0
    days = Days(YESTERDAY, DAY + dt.timedelta(days=2))
    kept = await database.read(lambda books: books.told_days.newest(days))
    assert [each.version for each in kept] == [1, 1, 1, 1]
    await database.write(
        lambda books: books.journal.add(
            [paid("2", booked_on=DAY), paid("3", booked_on=YESTERDAY)], SYSTEM
        )
    )
    assert await run() == 2
    assert await run() == 0
    assert told == [0, 0, 2, 0]
    (last, _) = await database.read(lambda books: restatements_told(books, 5))
    assert last.before.day == DAY
    assert last.restatements[0].difference == Money(-25_000, "UAH")
    assert await database.read(verify_books) == ()


async def test_what_moves_no_result_restates_nothing(database: Database) -> None:
    def play(books: Books) -> DayRestated | None:
        lay(books)
        tell_day(books, YESTERDAY, NOW)
        tell_day(books, DAY, NOW)
        deposit = JournalEntry(
            YESTERDAY,
            NOW,
            "between tills",
            (Posting("till.1", Money(-5, "UAH")), Posting("till.2", Money(5, "UAH"))),
            Origin("test", "1"),
        )
        books.journal.add([deposit], SYSTEM)
        return change_of(books, YESTERDAY)

    assert await database.write(play) is None
    assert await database.read(lambda books: books.told_days.newest(Days.one(DAY))) == ()
