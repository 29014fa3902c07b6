"""Read a heading that says what is not entered yet: "вчорашнє ще не внесла: кур'єру 260"."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.dates import relative_date
from parsing.annotation.spans import Span, SpanKind

_HEADING_MAX = 16
_REACH = 3
_WRITING = (
    "внес", "внос", "вніс", "запис", "занес", "вбив", "вбил", "enter", "logged", "record", "wrote",
    "writ",
)  # fmt: skip
_WRITTEN = frozenset({"in", "down", "put", "log", "in yet", "put in"})
_OF_SOMETHING = frozenset(
    {
        SpanKind.AMOUNT,
        SpanKind.FIRM,
        SpanKind.GOODS,
        SpanKind.NAME,
        SpanKind.PURPOSE,
        SpanKind.ROLE,
        SpanKind.THING,
    }
)
"""Where one of these is told of, it may be a rent or a debt that nobody paid in."""
_OF_DAY = ("денн", "дневн", "сьогодніш", "сегодняш", "today")
_YESTERDAY = ("вчор", "учор", "вчер", "yester")


def with_unentered_heading(spans: list[Span], today: dt.date) -> list[Span]:
    """Let such a heading say nothing but its day; without a day it may tell of a debt."""
    colon = next((at for at, it in enumerate(spans[:_HEADING_MAX]) if it.text == ":"), 0)
    heading = spans[:colon]
    is_of_something = any(it.kind in _OF_SOMETHING or it.value == "sell" for it in heading)
    if not heading or is_of_something:
        return spans
    if not any(_is_left_undone(heading, at) for at in range(len(heading))):
        return spans
    days = [day for span in heading if (day := _day_of(span, today)) is not None]
    if len(days) == 1:
        return [*days, *spans[colon:]]
    is_of_day = any(span.folded.startswith(_OF_DAY) for span in heading)
    return spans[colon + 1 :] if is_of_day and not days else spans


def _is_left_undone(heading: Sequence[Span], at: int) -> bool:
    """Tell whether a negation is of writing it down."""
    after = heading[at + 1 : at + 1 + _REACH]
    return heading[at].kind is SpanKind.NEGATION and any(
        span.text.lower().startswith(_WRITING) or span.text.lower() in _WRITTEN for span in after
    )


def _day_of(span: Span, today: dt.date) -> Span | None:
    """Give the day that is named outright, or as "yesterday's"."""
    if span.kind is SpanKind.DATE:
        return span if span.value else None
    if span.kind is not SpanKind.DATE_WORD or not span.folded.startswith(_YESTERDAY):
        return None
    found = relative_date("yesterday", today)
    return None if found is None else replace(span, kind=SpanKind.DATE, value=found.isoformat())
