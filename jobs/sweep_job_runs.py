"""Forgets runs of jobs that ended long ago: those that failed are kept longer."""

import datetime as dt

from services.ports import Clock, Database

KEPT_DAYS = 14
FAILED_KEPT_DAYS = 90


async def sweep_job_runs(database: Database, clock: Clock) -> int:
    """Drop old runs; the newest of each job stays."""
    now = clock.now()
    done, failed = (now - dt.timedelta(days=days) for days in (KEPT_DAYS, FAILED_KEPT_DAYS))
    return await database.write(lambda books: books.jobs.sweep(done, failed))
