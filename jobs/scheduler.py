"""The clock that calls jobs; what is due and done stays in the books."""

import datetime as dt
from collections.abc import Awaitable, Callable
from zoneinfo import ZoneInfo

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

_LATE_SECONDS_MAX = 3_600
"""A job whose hour passed while the machine slept still runs when it is this late."""

Job = Callable[[], Awaitable[None]]


class Scheduler:
    """Calls each job when it is due; one that fails is logged and called again the next time."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._scheduler = AsyncIOScheduler(timezone=zone)

    def daily(self, name: str, at: dt.time, job: Job) -> None:
        """Have a job called every day at a time of the shop's clock."""
        self._scheduler.add_job(
            _guarded,
            CronTrigger(hour=at.hour, minute=at.minute, timezone=self._zone),
            args=(name, job),
            id=name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=_LATE_SECONDS_MAX,
        )

    def every(self, name: str, minutes: int, job: Job) -> None:
        """Have a job called again and again, so many minutes apart."""
        self._scheduler.add_job(
            _guarded,
            IntervalTrigger(minutes=minutes, timezone=self._zone),
            args=(name, job),
            id=name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=_LATE_SECONDS_MAX,
        )

    def next_call(self, name: str) -> dt.datetime | None:
        """Say when a job is called next."""
        job = self._scheduler.get_job(name)
        found = None if job is None else job.next_run_time
        return found if isinstance(found, dt.datetime) else None

    def start(self) -> None:
        """Start the clock in the running event loop."""
        self._scheduler.start()

    def stop(self) -> None:
        """Stop the clock."""
        self._scheduler.shutdown(wait=False)


async def _guarded(name: str, job: Job) -> None:
    try:
        await job()
    except Exception:  # noqa: BLE001 - the clock must outlive any job
        _log.exception("a job failed", job=name)
    else:
        _log.info("a job is done", job=name)
