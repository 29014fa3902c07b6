"""What runs by the clock in a dialogue: two jobs, which go well or do not."""

from jobs.scheduler import Around, Job, Scheduler
from locales.words import words_of
from services.ports import Clock, Database
from tests.dialogues.bank_jobs import Announce
from tests.handlers.chat import PLANS


async def due_runs(database: Database, clock: Clock, announce: Announce) -> None:
    """Run what is due, as well as ever."""
    await _look(database, clock, announce, None)


async def due_fails(database: Database, clock: Clock, announce: Announce) -> None:
    """Run what is due, in vain."""
    await _look(database, clock, announce, TimeoutError())


async def _look(
    database: Database, clock: Clock, announce: Announce, error: Exception | None
) -> None:
    async def work() -> int:
        if error is not None:
            raise error
        return 2

    jobs = tuple(Job(each, work) for each in PLANS)
    scheduler = Scheduler(jobs, Around(database, clock, words_of, announce))
    await scheduler.look()
    await scheduler.settle()
