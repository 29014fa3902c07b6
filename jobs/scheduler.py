"""The clock that runs jobs: each minute it looks at what is due by the books, and has it run.

The books say what is due, what runs and what is done, so a run that was missed is made up once,
and several processes run each job one at a time: whoever runs one has its turn.
"""

import asyncio
import contextlib
import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from jobs.job_news import job_news
from locales.words import Words
from services.messages import Cause, QueuedMessage
from services.ports import Books, Clock, Database, StorageError
from services.running.job_types import JobBoard, JobPlan, JobRun
from services.running.run_jobs import begin_run, due_jobs, end_run, news_of

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

Work = Callable[[], Awaitable[int]]
"""Does it, and says how many things it did."""


@dataclass(frozen=True, slots=True)
class Job:
    """A plan and what is done by it."""

    plan: JobPlan
    work: Work


@dataclass(frozen=True, slots=True)
class Around:
    """What runs of jobs need of the process."""

    database: Database
    clock: Clock
    words_of: Callable[[str], Words]
    announce: Callable[[Sequence[QueuedMessage]], None]


class Scheduler:
    """Runs each job when it is due; one that fails is kept with its reason and tried again."""

    def __init__(self, jobs: Sequence[Job], around: Around) -> None:
        self.board = JobBoard(tuple(each.plan for each in jobs), self._wake)
        self._jobs = {each.plan.name: each for each in jobs}
        self._around = around
        self._since = around.clock.now()
        self._running: dict[str, asyncio.Task[None]] = {}
        self._looking: set[asyncio.Task[None]] = set()
        self._is_stopped = False
        self._clock = AsyncIOScheduler(timezone=dt.UTC)

    def start(self) -> None:
        """Start the clock in the running event loop, and look at once what was missed."""
        self._clock.add_job(
            self.look,
            CronTrigger(second=0, timezone=dt.UTC),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
        self._clock.start()
        self._wake()

    async def stop(self, seconds: float = 0) -> None:
        """Begin nothing more; what runs may end in some seconds, the rest is made up later."""
        self._is_stopped = True
        if self._clock.running:
            self._clock.shutdown(wait=False)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.settle()
        for each in (*self._looking, *self._running.values()):
            each.cancel()
        await asyncio.gather(*self._looking, *self._running.values(), return_exceptions=True)

    async def look(self) -> None:
        """Begin all that is due; what runs already goes on."""
        around, plans = self._around, self.board.plans
        now = around.clock.now()
        try:
            due = await around.database.read(
                lambda books: due_jobs(books, plans, self._since, now)
            )
        except StorageError as error:
            _log.warning("what is due can't be read", reason=error.reason)
            return
        for name in due:
            if name not in self._running and not self._is_stopped:
                self._running[name] = asyncio.create_task(self._run(self._jobs[name]))

    async def settle(self) -> None:
        """Wait until nothing runs."""
        while tasks := [*self._looking, *self._running.values()]:
            await asyncio.gather(*tasks, return_exceptions=True)

    def _wake(self) -> None:
        """Look at once."""
        if self._is_stopped:
            return
        task = asyncio.create_task(self.look())
        self._looking.add(task)
        task.add_done_callback(self._looking.discard)

    async def _run(self, job: Job) -> None:
        name = job.plan.name
        try:
            async with self._around.database.turns.take(f"job:{name}"):
                if (run := await self._begin(job.plan)) is not None:
                    await self._work(job, run)
        except StorageError as error:
            _log.warning("a run of a job can't be kept", job=name, reason=error.reason)
        finally:
            self._running.pop(name, None)

    async def _begin(self, plan: JobPlan) -> JobRun | None:
        now = self._around.clock.now()

        def begin(books: Books) -> tuple[JobRun | None, tuple[QueuedMessage, ...]]:
            run, lost = begin_run(books, plan, self._since, now)
            return run, () if lost is None else self._tell(books, lost, lost.failures - 1)

        run, queued = await self._around.database.write(begin)
        self._around.announce(queued)
        return run

    async def _work(self, job: Job, run: JobRun) -> None:
        did, reason = 0, None
        try:
            did = await job.work()
        except Exception as error:  # noqa: BLE001 - the clock must outlive any job
            _log.exception("a job failed", job=run.name)
            reason = _reason(error)
        else:
            _log.info("a job is done", job=run.name, did=did)
        now = self._around.clock.now()

        def end(books: Books) -> tuple[QueuedMessage, ...]:
            ended = end_run(books, run, now, did=did, reason=reason)
            return self._tell(books, ended, run.failures)

        self._around.announce(await self._around.database.write(end))

    def _tell(self, books: Books, ended: JobRun, before: int) -> tuple[QueuedMessage, ...]:
        """Queue what people are to hear of a run."""
        at = ended.ended_at or ended.began_at
        news = news_of(before, ended)
        messages = job_news(books, ended, news, self._around.words_of)
        return books.outbox.add(messages, Cause("system:jobs", None, at)) if messages else ()


def _reason(error: Exception) -> str:
    """Name a failure without its text, in which secrets may stand; the log has it scrubbed."""
    kind = type(error).__name__
    return f"{kind}: {error.reason}" if isinstance(error, StorageError) else kind
