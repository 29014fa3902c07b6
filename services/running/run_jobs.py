"""Begin and end runs of jobs in the books, each once; have one run at once."""

import datetime as dt
import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.running.job_times import LOST_AFTER, due_slot, next_at, slot_before
from services.running.job_types import JobCall, JobOutcome, JobPlan, JobRun

TOLD_AFTER = 2
"""So many failures in a row are told; one alone is put right by the next run."""


class JobNews(enum.StrEnum):
    """What a run's end tells the owners."""

    FAILING = "failing"
    AGAIN = "again"
    """It works again after its failures were told."""


@dataclass(frozen=True, slots=True)
class JobSeen:
    """A job as the owner sees it."""

    plan: JobPlan
    last: JobRun | None
    next_at: dt.datetime
    is_called: bool


def due_jobs(
    books: Books, plans: Sequence[JobPlan], since: dt.datetime, now: dt.datetime
) -> tuple[str, ...]:
    """Give the names of the jobs that are due, or wanted at once."""
    newest, calls = books.jobs.newest(), books.jobs.calls()
    known_since = min(books.jobs.first_at() or since, since)
    zone = zone_of(books)
    return tuple(
        each.name
        for each in plans
        if each.name in calls
        or due_slot(each, newest.get(each.name), known_since, now, zone) is not None
    )


def begin_run(
    books: Books, plan: JobPlan, since: dt.datetime, now: dt.datetime
) -> tuple[JobRun | None, JobRun | None]:
    """Begin a run if one is due or wanted still; whoever calls it has the job's turn.

    Returns:
        The run that begins, and the one before it if nobody ended it: it is ended as lost, and
        the next one waits as after any failure.
    """
    last, call = books.jobs.newest_of(plan.name), books.jobs.calls().get(plan.name)
    lost = None
    if last is not None and last.ended_at is None:
        if call is None and now - last.began_at < LOST_AFTER:
            return None, None
        lost = last = _ended(last, JobOutcome.LOST, now)
        books.jobs.end(last)
    zone = zone_of(books)
    known_since = min(books.jobs.first_at() or since, since)
    due = due_slot(plan, last, known_since, now, zone)
    if call is not None:
        books.jobs.answer(call)
        due = slot_before(plan.rhythm, now, zone)
    if due is None:
        return None, lost
    run = JobRun(
        name=plan.name,
        due_at=due,
        began_at=now,
        failures=0 if last is None else last.failures,
        asked_by=None if call is None else call.asked_by,
    )
    return books.jobs.begin(run), lost


def end_run(
    books: Books, run: JobRun, now: dt.datetime, *, did: int = 0, reason: str | None = None
) -> JobRun:
    """Keep how a run ended: with what it did, or with why it failed."""
    outcome = JobOutcome.DONE if reason is None else JobOutcome.FAILED
    ended = replace(_ended(run, outcome, now), did=did, reason=reason)
    books.jobs.end(ended)
    return ended


def news_of(before: int, ended: JobRun) -> JobNews | None:
    """Say what the owners are to hear, once for a row of failures.

    Args:
        before: how many runs in a row had failed before it.
        ended: the run.
    """
    if ended.failures == TOLD_AFTER:
        return JobNews.FAILING
    return JobNews.AGAIN if not ended.failures and before >= TOLD_AFTER else None


def see_jobs(
    books: Books, plans: Sequence[JobPlan], person: Person, now: dt.datetime
) -> tuple[JobSeen, ...] | NotAllowed:
    """Give all jobs with their last run and the next one."""
    if not person.may(Permission.SEE_JOBS):
        return NotAllowed()
    return tuple(_seen(books, plans, now))


def call_job(
    books: Books, plans: Sequence[JobPlan], name: str, person: Person, cause: Cause
) -> JobCall | NotAllowed | StaleAnswer:
    """Want a job at once."""
    if not person.may(Permission.SEE_JOBS):
        return NotAllowed()
    if name not in {each.name for each in plans}:
        return StaleAnswer()
    call = JobCall(name, person.id, cause.at)
    books.jobs.call(call)
    return call


def zone_of(books: Books) -> ZoneInfo:
    """Give the zone whose clock jobs go by."""
    shop = books.shop.get()
    return ZoneInfo("UTC" if shop is None else shop.zone)


def _seen(books: Books, plans: Sequence[JobPlan], now: dt.datetime) -> Iterator[JobSeen]:
    newest, calls, zone = books.jobs.newest(), books.jobs.calls(), zone_of(books)
    for plan in plans:
        last = newest.get(plan.name)
        yield JobSeen(plan, last, next_at(plan, last, now, zone), plan.name in calls)


def _ended(run: JobRun, outcome: JobOutcome, now: dt.datetime) -> JobRun:
    failures = 0 if outcome is JobOutcome.DONE else run.failures + 1
    return replace(run, ended_at=max(now, run.began_at), outcome=outcome, failures=failures)
