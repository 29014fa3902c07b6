"""When a job is due: by its plan, what it did last, and how often it has failed in a row."""

import datetime as dt
from zoneinfo import ZoneInfo

from services.running.job_types import Daily, Every, JobPlan, JobRun

BACKOFF_MAX = dt.timedelta(hours=1)
"""One that fails is tried again after a minute, two, four … and this at most."""
LOST_AFTER = dt.timedelta(minutes=2)
"""A run that has not ended by then is looked after: its turn says whether it still runs."""

_MINUTE = dt.timedelta(minutes=1)
_DAY = dt.timedelta(days=1)
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_CLOCK_ERROR_MAX = dt.timedelta(hours=1)
"""A run that stands further in the future was dated by a clock that went wrong."""
_DOUBLINGS_MAX = 6


def slot_before(rhythm: Daily | Every, now: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """Give the last time of a plan up to now.

    A time of day that the change of the clock leaves out is an hour later by the clock that day;
    one that comes twice counts the first time.
    """
    if isinstance(rhythm, Every):
        step = rhythm.minutes * _MINUTE
        return now - (now - _EPOCH) % step
    today = now.astimezone(zone).date()
    slot = _at(today, rhythm.at, zone)
    return slot if slot <= now else _at(today - _DAY, rhythm.at, zone)


def slot_after(rhythm: Daily | Every, now: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """Give the next time of a plan after now."""
    if isinstance(rhythm, Every):
        return slot_before(rhythm, now, zone) + rhythm.minutes * _MINUTE
    today = now.astimezone(zone).date()
    slot = _at(today, rhythm.at, zone)
    return slot if slot > now else _at(today + _DAY, rhythm.at, zone)


def due_slot(
    plan: JobPlan, last: JobRun | None, since: dt.datetime, now: dt.datetime, zone: ZoneInfo
) -> dt.datetime | None:
    """Give the time of the plan that a run would stand for now; None when none is due.

    Args:
        plan: the job's.
        last: its newest run.
        since: from when on a job that never ran is missed.
        now: the moment.
        zone: the shop's.
    """
    slot = slot_before(plan.rhythm, now, zone)
    if now - slot > plan.late_max:
        return None
    return slot if _is_wanting(slot, last, since, now) else None


def next_at(plan: JobPlan, last: JobRun | None, now: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """Say when a job runs next, if nothing comes between."""
    slot = slot_after(plan.rhythm, now, zone)
    if last is None or not last.failures:
        return slot
    again = max(again_at(last), now)
    missed = slot_before(plan.rhythm, again, zone)
    return again if again - missed <= plan.late_max else slot


def again_at(last: JobRun) -> dt.datetime:
    """Say when a job that has failed is tried again."""
    doublings = min(max(last.failures - 1, 0), _DOUBLINGS_MAX)
    return (last.ended_at or last.began_at) + min(_MINUTE * (1 << doublings), BACKOFF_MAX)


def _is_wanting(
    slot: dt.datetime, last: JobRun | None, since: dt.datetime, now: dt.datetime
) -> bool:
    """Say whether a time of the plan has no run that stands for it, and may have one now."""
    if last is None:
        return slot >= since
    if last.began_at - now > _CLOCK_ERROR_MAX:
        return True
    if last.ended_at is None:
        return now - last.began_at >= LOST_AFTER
    return now >= again_at(last) if last.failures else last.due_at < slot


def _at(day: dt.date, at: dt.time, zone: ZoneInfo) -> dt.datetime:
    return dt.datetime.combine(day, at, tzinfo=zone).astimezone(dt.UTC)
