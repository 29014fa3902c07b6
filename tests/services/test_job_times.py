"""When jobs are due: by the shop's clock, made up once, less and less often when they fail."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.running.job_times import due_slot, next_at, slot_after, slot_before
from services.running.job_types import Daily, Every, JobOutcome, JobPlan, JobRun

KYIV = ZoneInfo("Europe/Kyiv")
NIGHTLY = JobPlan("proof", Daily(dt.time(3, 30)), dt.timedelta(days=1))
EVENING = JobPlan("question", Daily(dt.time(18, 30)), dt.timedelta(hours=3))
OFTEN = JobPlan("match", Every(5), dt.timedelta(minutes=5))
LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)

moments = st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2028, 1, 1)).map(  # noqa: DTZ001 - made aware below
    lambda at: at.replace(tzinfo=dt.UTC)
)
rhythms = st.one_of(
    st.times().map(lambda at: Daily(at.replace(microsecond=0))),
    st.sampled_from([Every(minutes) for minutes in (1, 3, 5, 15, 60)]),
)
zones = st.sampled_from(["UTC", "Europe/Kyiv", "America/New_York", "Asia/Kathmandu"]).map(ZoneInfo)


def kyiv(*parts: int) -> dt.datetime:
    """Give a moment of Kyiv's clock."""
    year, month, day, hour, minute = parts
    return dt.datetime(year, month, day, hour, minute, tzinfo=KYIV).astimezone(dt.UTC)


def done(due: dt.datetime) -> JobRun:
    return JobRun("proof", due, due, ended_at=due, outcome=JobOutcome.DONE)


def failed(due: dt.datetime, failures: int) -> JobRun:
    return replace(done(due), outcome=JobOutcome.FAILED, failures=failures)


@given(moments, rhythms, zones)
def test_any_moment_lies_between_two_times_of_the_plan(
    now: dt.datetime, rhythm: Daily | Every, zone: ZoneInfo
) -> None:
    before, after = slot_before(rhythm, now, zone), slot_after(rhythm, now, zone)
    assert before <= now < after
    assert slot_before(rhythm, after, zone) == after
    assert slot_after(rhythm, before, zone) == after


@pytest.mark.parametrize("day", [(2026, 3, 29), (2026, 10, 25), (2026, 11, 29)])
def test_a_daily_job_is_due_once_a_day_however_the_clock_is_changed(
    day: tuple[int, int, int],
) -> None:
    now, last, ran = kyiv(*day, 0, 0), done(kyiv(*day, 0, 0) - dt.timedelta(hours=12)), 0
    end = now + dt.timedelta(hours=23)
    while now < end:
        due = due_slot(NIGHTLY, last, LONG_AGO, now, KYIV)
        if due is not None:
            last, ran = replace(done(due), began_at=now, ended_at=now), ran + 1
        now += dt.timedelta(minutes=1)
    assert ran == 1


def test_what_was_missed_is_made_up_once_and_not_too_late() -> None:
    last = done(kyiv(2026, 11, 20, 3, 30))
    now = kyiv(2026, 11, 27, 11, 0)
    due = due_slot(NIGHTLY, last, LONG_AGO, now, KYIV)
    assert due == kyiv(2026, 11, 27, 3, 30)
    made_up = replace(done(due), began_at=now, ended_at=now)
    assert due_slot(NIGHTLY, made_up, LONG_AGO, now + dt.timedelta(minutes=1), KYIV) is None
    evening = kyiv(2026, 11, 27, 21, 31)
    assert due_slot(EVENING, last, LONG_AGO, evening, KYIV) is None
    assert due_slot(EVENING, last, LONG_AGO, evening - dt.timedelta(minutes=2), KYIV) is not None


def test_one_that_never_ran_has_missed_nothing_before_the_first_start() -> None:
    now = kyiv(2026, 11, 27, 11, 0)
    assert due_slot(NIGHTLY, None, now, now, KYIV) is None
    assert due_slot(NIGHTLY, None, now, now + dt.timedelta(days=1), KYIV) is not None


def test_one_that_fails_is_tried_less_and_less_often() -> None:
    slot = kyiv(2026, 11, 27, 12, 0)
    waits = []
    for failures in range(1, 9):
        last, now = failed(slot, failures), slot
        while due_slot(OFTEN, last, LONG_AGO, now, KYIV) is None:
            now += dt.timedelta(minutes=1)
        waits.append((now - slot) // dt.timedelta(minutes=1))
        assert next_at(OFTEN, last, slot, KYIV) == now
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


def test_a_failed_daily_job_is_tried_again_the_same_day() -> None:
    slot = kyiv(2026, 11, 27, 3, 30)
    last, now = failed(slot, 1), slot + dt.timedelta(minutes=1)
    assert due_slot(NIGHTLY, last, LONG_AGO, now, KYIV) == slot
    assert next_at(EVENING, failed(slot, 1), slot, KYIV) == kyiv(2026, 11, 27, 18, 30)


def test_a_clock_that_ran_ahead_does_not_silence_a_job() -> None:
    now = kyiv(2026, 11, 27, 12, 0)
    assert due_slot(OFTEN, done(kyiv(2030, 1, 1, 0, 0)), LONG_AGO, now, KYIV) == now
    a_little = done(now + dt.timedelta(seconds=2))
    assert due_slot(OFTEN, a_little, LONG_AGO, now, KYIV) is None
