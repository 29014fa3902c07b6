"""When a digest is due: once for each of its times, made up for a while, on the shop's clock."""

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from services.results.digest_ports import DigestChoice, DigestKind
from services.results.digests import LATE_MAX, due_day, slot_of

KYIV = ZoneInfo("Europe/Kyiv")
BEGIN = dt.datetime(2026, 10, 20, tzinfo=dt.UTC)
"""Five days before the clocks of Kyiv go back."""
MINUTE = dt.timedelta(minutes=1)


def sent(choice: DigestChoice, moments: list[dt.datetime]) -> list[tuple[dt.datetime, dt.date]]:
    """Look at each moment whether a digest is due, and send it."""
    found = []
    for moment in moments:
        day = due_day(choice, moment.astimezone(KYIV))
        if day is not None:
            found.append((moment, day))
            choice = DigestChoice(choice.person_id, choice.kind, choice.hour, day)
    return found


@settings(max_examples=60)
@given(
    st.sampled_from(DigestKind),
    st.integers(0, 23),
    st.lists(st.integers(0, 60 * 24 * 60), max_size=80),
)
def test_a_digest_is_sent_once_and_never_too_late(
    kind: DigestKind, hour: int, minutes: list[int]
) -> None:
    choice = DigestChoice(1, kind, hour, slot_of(kind, hour, BEGIN.astimezone(KYIV)))
    moments = [BEGIN + each * MINUTE for each in sorted(minutes)]
    told = sent(choice, moments)
    days = [day for _, day in told]
    assert days == sorted(set(days))
    assert choice.done_on not in days
    for moment, day in told:
        at = dt.datetime.combine(day, dt.time(hour), KYIV)
        assert at <= moment <= at.astimezone(dt.UTC) + LATE_MAX[kind]


@settings(max_examples=20)
@given(st.integers(0, 23), st.sampled_from([DigestKind.MORNING, DigestKind.EVENING]))
def test_who_looks_every_hour_misses_no_day(hour: int, kind: DigestKind) -> None:
    local = BEGIN.astimezone(KYIV)
    choice = DigestChoice(1, kind, hour, slot_of(kind, hour, local))
    told = sent(choice, [BEGIN + each * 60 * MINUTE for each in range(24 * 12)])
    days = [day for _, day in told]
    assert days == [days[0] + dt.timedelta(days=place) for place in range(len(days))]
    assert len(days) >= 11


def test_letters_are_of_mondays_and_firsts() -> None:
    local = dt.datetime(2026, 11, 18, 9, tzinfo=KYIV)
    assert slot_of(DigestKind.WEEK, 8, local) == dt.date(2026, 11, 16)
    assert slot_of(DigestKind.MONTH, 8, local) == dt.date(2026, 11, 1)
    early = dt.datetime(2026, 11, 16, 7, tzinfo=KYIV)
    assert slot_of(DigestKind.WEEK, 8, early) == dt.date(2026, 11, 9)
