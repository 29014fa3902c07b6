"""The clock and the books together, on each database: due once, by one process, told once."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from jobs.scheduler import Around, Job, Scheduler
from jobs.sweep_job_runs import sweep_job_runs
from locales.words import words_of
from services.messages import Cause, QueuedMessage
from services.people import Newcomer, Role
from services.ports import Books, Database
from services.running.job_types import Daily, Every, JobOutcome, JobPlan, JobRun
from services.running.run_jobs import call_job
from storage.database import open_database
from tests.conftest import StillClock

MINUTE = dt.timedelta(minutes=1)
NAME = "match_records"


class Shop:
    """One process over the books, or the other one, with a job that does as it is told."""

    def __init__(self, database: Database, clock: StillClock, plan: JobPlan) -> None:
        self.database, self.clock = database, clock
        self.told: list[QueuedMessage] = []
        self.ran = 0
        self.error: Exception | None = None
        self.wait: Callable[[], Awaitable[object]] | None = None
        around = Around(database, clock, words_of, self.told.extend)
        self.scheduler = Scheduler((Job(plan, self._work),), around)

    async def _work(self) -> int:
        self.ran += 1
        if self.wait is not None:
            await self.wait()
        if self.error is not None:
            raise self.error
        return 3

    async def passes(self, minutes: int = 1) -> None:
        """Let minutes pass, with a look at what is due at each."""
        for _ in range(minutes):
            self.clock.move(MINUTE)
            await self.scheduler.look()
            await self.scheduler.settle()

    async def last(self) -> JobRun:
        run = await self.database.read(lambda books: books.jobs.newest_of(NAME))
        assert run is not None
        return run


EVERY_MINUTE = JobPlan(NAME, Every(1), MINUTE)


@pytest.fixture
async def shop(database: Database, clock: StillClock) -> Shop:
    def staff(books: Books) -> None:
        books.people.add(Newcomer(1, "Anna", "en"), Role.OWNER, clock.now())
        books.people.add(Newcomer(2, "Olha", "en"), Role.CASHIER, clock.now())

    await database.write(staff)
    return Shop(database, clock, EVERY_MINUTE)


@pytest.fixture
async def beside(shop: Shop, database_url: str) -> AsyncIterator[Shop]:
    """Another process over the same books."""
    database = await open_database(database_url)
    yield Shop(database, shop.clock, EVERY_MINUTE)
    await database.close()


async def test_a_run_is_kept_with_what_it_did(shop: Shop) -> None:
    await shop.passes(2)
    run = await shop.last()
    assert (run.outcome, run.did, run.failures) == (JobOutcome.DONE, 3, 0)
    assert shop.ran == 2
    assert shop.told == []


async def test_failures_are_told_once_and_so_is_that_it_works_again(shop: Shop) -> None:
    shop.error = ValueError("a secret key")
    await shop.passes(10)
    assert shop.ran == 4
    run = await shop.last()
    assert (run.outcome, run.reason, run.failures) == (JobOutcome.FAILED, "ValueError", 4)
    assert [each.message.chat_id for each in shop.told] == [1]
    assert "ValueError" in shop.told[0].message.text
    shop.error = None
    await shop.passes(10)
    assert len(shop.told) == 2
    assert "works again" in shop.told[1].message.text
    assert (await shop.last()).failures == 0


async def test_a_job_that_still_runs_is_not_begun_again(shop: Shop) -> None:
    goes_on = asyncio.Event()
    shop.wait = goes_on.wait
    for _ in range(5):
        shop.clock.move(MINUTE)
        await shop.scheduler.look()
        await asyncio.sleep(0)
    goes_on.set()
    await shop.scheduler.settle()
    assert shop.ran == 1
    assert (await shop.last()).outcome is JobOutcome.DONE


async def test_two_processes_run_what_is_due_once(shop: Shop, beside: Shop) -> None:
    for _ in range(5):
        shop.clock.move(MINUTE)
        await asyncio.gather(shop.scheduler.look(), beside.scheduler.look())
        await asyncio.gather(shop.scheduler.settle(), beside.scheduler.settle())
    assert shop.ran + beside.ran == 5


async def test_a_run_that_a_kill_cut_off_is_made_up(shop: Shop, beside: Shop) -> None:
    shop.wait = asyncio.Event().wait
    shop.clock.move(MINUTE)
    await shop.scheduler.look()
    while not shop.ran:
        await asyncio.sleep(0)
    await shop.scheduler.stop()
    assert (await shop.last()).outcome is None
    await beside.passes(2)
    assert (await shop.last()).outcome is JobOutcome.LOST
    await beside.passes()
    assert beside.ran == 1
    assert (await beside.last()).outcome is JobOutcome.DONE
    assert beside.told == []


async def test_the_machine_slept_and_the_run_is_made_up_once(
    database: Database, clock: StillClock, shop: Shop
) -> None:
    plan = JobPlan(NAME, Daily(clock.now().time().replace(microsecond=0)), dt.timedelta(days=1))
    nightly = Shop(database, clock, plan)
    await nightly.passes(1)
    assert nightly.ran == 1
    clock.move(dt.timedelta(days=5, hours=7))
    await nightly.passes(30)
    assert nightly.ran == 2
    assert shop.ran == 0


async def test_whoever_wants_a_job_at_once_hears_what_it_did(shop: Shop) -> None:
    await shop.passes()

    def want(books: Books) -> None:
        owner = next(each for each in books.people.all() if each.role is Role.OWNER)
        cause = Cause(owner.actor, None, shop.clock.now())
        call_job(books, shop.scheduler.board.plans, NAME, owner, cause)
        call_job(books, shop.scheduler.board.plans, NAME, owner, cause)

    await shop.database.write(want)
    shop.scheduler.board.wake()
    await shop.scheduler.settle()
    await shop.scheduler.look()
    await shop.scheduler.settle()
    assert shop.ran == 2
    assert [each.message.text for each in shop.told] == [
        "✅ Matching sales, bank and till: done. It did 3."
    ]


async def test_old_runs_are_swept_but_the_newest_of_each_job(shop: Shop) -> None:
    shop.error = ValueError()
    await shop.passes()
    shop.error = None
    await shop.passes(5)
    shop.clock.move(dt.timedelta(days=15))
    assert await sweep_job_runs(shop.database, shop.clock) == 4
    shop.clock.move(dt.timedelta(days=90))
    assert await sweep_job_runs(shop.database, shop.clock) == 1
    assert (await shop.last()).outcome is JobOutcome.DONE
