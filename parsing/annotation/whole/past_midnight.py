"""Read what is told past midnight for the day before: "past twelve, but for yesterday: …"."""

import datetime as dt
from dataclasses import replace

from parsing.annotation.dates import relative_date
from parsing.annotation.spans import Span, SpanKind

_LATE = (
    "midnight", "past twelve", "past 12", "after twelve", "after 12", "new day", "by the clock",
    "clock says", "technically", "officially", "the date has changed", "date already changed",
    "already tomorrow", "already the next day", "past the hour", "північ", "півноч", "опівноч",
    "за годинником", "по годиннику", "новий день", "перша ночі", "по даті вже",
    "вже завтра", "дата вже", "формально", "календар", "полноч", "полуноч", "новый день",
    "по часам", "первый час", "час ночи", "уже завтра", "дата уже", "за полноч", "година ночі",
    "calendar", "уже за 12", "вже за 12", "після 12", "после 12", "вже по 12", "ночі", "ночи",
)  # fmt: skip
"""What says that the clock has gone on to another day than the one that is told of."""
_OPENING_MAX = 16
_YESTERDAY = ("вчор", "учор", "вчер", "yester")
_MOST_OF_NIGHT = 4
"""Until so many hours it is still the night of the day before."""
_QUIETENED = frozenset(
    {
        SpanKind.COMMON,
        SpanKind.CORRECTION,
        SpanKind.GOODS,
        SpanKind.JOINER,
        SpanKind.PERSON,
        SpanKind.PREPOSITION,
        SpanKind.THING,
        SpanKind.TIME,
        SpanKind.UNIT,
        SpanKind.WORD,
        SpanKind.HARMLESS,
        SpanKind.QUESTION,
    }
)
"""What tells only of the clock and of where to write it; who was paid, and what for, stays."""


def with_day_before_midnight(spans: list[Span], today: dt.date) -> list[Span]:
    """Let an opening that tells of the clock and of a day say nothing but that day."""
    spans = _without_writing_down(spans)
    opening = spans[:_OPENING_MAX]
    days = [at for at, span in enumerate(opening) if _is_day(span, today)]
    if not days or not _tells_of_clock(opening[: days[0]]):
        return spans
    first = next(
        (at for at, it in enumerate(spans) if it.kind is SpanKind.AMOUNT and not _is_hour(it)),
        len(spans),
    )
    if days[0] > first:
        return spans
    at, day = days[0], spans[days[0]]
    if day.kind is SpanKind.DATE_WORD:
        found = relative_date("yesterday", today)
        day = replace(day, kind=SpanKind.DATE, value="" if found is None else found.isoformat())
    said = [span for place, span in enumerate(spans[:at]) if not _is_of_clock(spans, place, today)]
    return [*said, day, *spans[at + 1 :]]


def _without_writing_down(spans: list[Span]) -> list[Span]:
    """Let "put 600 down for yesterday's guard" be no money put down."""
    at = next((it for it, span in enumerate(spans) if span.folded in _DOWN), -1)
    after = spans[at + 1 : at + 2]
    is_day = bool(after) and after[0].kind in {SpanKind.DATE, SpanKind.DATE_WORD}
    if at < 0 or not is_day:
        return spans
    return [
        replace(span, kind=SpanKind.COMMON, value="common")
        if place == at or (place < at and span.value == "put_in")
        else span
        for place, span in enumerate(spans)
    ]


def _is_of_clock(spans: list[Span], at: int, today: dt.date) -> bool:
    """Tell whether a word of the opening tells of the clock, or of where to write it."""
    span = spans[at]
    if span.folded.startswith(_COUNTING):
        return False
    is_quiet = span.kind in _QUIETENED or span.kind is SpanKind.PUNCTUATION
    return is_quiet or _is_writing(spans, at) or _is_today(span, today) or _is_hour(span)


_COUNTING = ("count", "порах", "дорах", "перерах", "посчит", "досчит", "пересчит")
"""What was counted may be over or short, so that it says more than where to write it."""


def _is_hour(span: Span) -> bool:
    """Tell whether a figure is the hour of "past 12": who is paid gets more."""
    return span.kind is SpanKind.AMOUNT and span.text == "12"


def _is_day(span: Span, today: dt.date) -> bool:
    """Tell whether another day than today is named, be it as "yesterday's"."""
    if span.kind is SpanKind.DATE:
        return bool(span.value) and span.value != today.isoformat()
    is_of_day = span.kind is SpanKind.DATE_WORD and span.value == "attributive"
    return is_of_day and span.folded.startswith(_YESTERDAY)


def _is_today(span: Span, today: dt.date) -> bool:
    return span.kind is SpanKind.DATE and span.value == today.isoformat()


def _is_writing(spans: list[Span], at: int) -> bool:
    """Tell whether "put" only says where to write it: "put it on yesterday", "put it down for"."""
    if spans[at].folded in _DOWN:
        return any(span.value == "put_in" for span in spans[max(0, at - 2) : at])
    after = spans[at + 1] if at + 1 < len(spans) else None
    is_put = spans[at].kind is SpanKind.VERB and spans[at].value == "put_in"
    return is_put and after is not None and after.folded in {"it", "this", "цe", "це", "это"}


def _tells_of_clock(opening: list[Span]) -> bool:
    said = " ".join(span.folded for span in opening)
    is_late = any(phrase in said for phrase in _LATE)
    return is_late or any(
        span.kind is SpanKind.TIME and span.text[:2].strip(":. ") in _NIGHT for span in opening
    )


_DOWN = frozenset({"down for", "down", "down on"})
_NIGHT = frozenset(
    {*map(str, range(_MOST_OF_NIGHT)), *(f"0{hour}" for hour in range(_MOST_OF_NIGHT))}
)
