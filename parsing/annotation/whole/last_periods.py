"""See days of the week or the month before this one: "last week on Wednesday"."""

import datetime as dt
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_WEEK_REACH = 2
_MONTH_DAYS = 62


def with_weekdays_of_last_week(spans: list[Span], today: dt.date) -> list[Span]:
    """Read "last week on Wednesday" as that day of the week before this one."""
    weeks = [at for at, span in enumerate(spans) if span.value == "last_week"]
    days = [at for at, span in enumerate(spans) if span.kind is SpanKind.DATE and span.value]
    if len(weeks) != 1 or len(days) != 1 or abs(weeks[0] - days[0]) > _WEEK_REACH:
        return spans
    named = dt.date.fromisoformat(spans[days[0]].value)
    monday = today - dt.timedelta(days=today.weekday() + 7)
    if not monday <= named <= today:
        return spans
    found = monday + dt.timedelta(days=named.weekday())
    spans[days[0]] = replace(spans[days[0]], value=found.isoformat())
    spans[weeks[0]] = replace(spans[weeks[0]], kind=SpanKind.COMMON, value="common")
    return spans


def with_days_of_last_month(spans: list[Span], today: dt.date) -> list[Span]:
    """Read "last month, on the 29th" as that day of the month before this one."""
    months = [at for at, span in enumerate(spans) if span.value == "last_month"]
    days = [at for at, span in enumerate(spans) if span.kind is SpanKind.DATE and span.value]
    if len(months) != 1 or len(days) != 1 or abs(months[0] - days[0]) > _WEEK_REACH:
        return spans
    last_day = today.replace(day=1) - dt.timedelta(days=1)
    named = dt.date.fromisoformat(spans[days[0]].value)
    if named.day <= last_day.day and (today - named).days <= _MONTH_DAYS:
        found = last_day.replace(day=named.day)
        spans[days[0]] = replace(spans[days[0]], value=found.isoformat())
        spans[months[0]] = replace(spans[months[0]], kind=SpanKind.COMMON, value="common")
    return spans
