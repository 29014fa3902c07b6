"""Read which days are meant: one day, "01.11-15.11", a month by its name or number."""

import calendar
import datetime as dt
import re

from parsing.annotation.annotate import annotate
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import SpanKind
from parsing.annotation.tokens import clean_text
from parsing.answers.answer import read_date

_DASHES = re.compile(r"[-–—]")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_YEAR_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_MONTHS = 12
_AHEAD = dt.timedelta(days=31)
"""A range may end this far ahead, as "01.11-30.11" does in November."""

DayRange = tuple[dt.date, dt.date]


def read_days(text: str, *, now: dt.datetime, lexicon: Lexicon) -> DayRange | None:
    """Read the first and the last day that are meant, none of them ahead.

    Args:
        text: what was typed.
        now: the moment, on the shop's clock.
        lexicon: the words of all languages.
    """
    text = clean_text(text).strip()
    found = _month(text, now.date(), lexicon) or _range(text, now, lexicon)
    if found is not None:
        return found
    day = read_date(text, now=now, lexicon=lexicon)
    return None if day is None else (day, day)


def _range(text: str, now: dt.datetime, lexicon: Lexicon) -> DayRange | None:
    for dash in _DASHES.finditer(text):
        start, end = text[: dash.start()], text[dash.end() :]
        first = read_date(start, now=now, lexicon=lexicon)
        last = read_date(end, now=now, lexicon=lexicon) or read_date(
            end, now=now + _AHEAD, lexicon=lexicon
        )
        if first is not None and last is not None and first <= last:
            return first, min(last, now.date())
    return None


def _month(text: str, today: dt.date, lexicon: Lexicon) -> DayRange | None:
    if found := _MONTH_YEAR.fullmatch(text):
        return _days_of(int(found[2]), int(found[1]), today)
    if found := _YEAR_MONTH.fullmatch(text):
        return _days_of(int(found[1]), int(found[2]), today)
    named = _YEAR.sub("", text).strip()
    spans = annotate(named, today=today, lexicon=lexicon)
    months = [span for span in spans if span.kind is SpanKind.MONTH]
    if len(months) != 1 or len(spans) > 2:  # "for November"
        return None
    month, year = int(months[0].value), _YEAR.search(text)
    if year is not None:
        return _days_of(int(year[0]), month, today)
    return _days_of(today.year if month <= today.month else today.year - 1, month, today)


def _days_of(year: int, month: int, today: dt.date) -> DayRange | None:
    if not (1 <= month <= _MONTHS and dt.MINYEAR <= year <= dt.MAXYEAR):
        return None
    first = dt.date(year, month, 1)
    last = first.replace(day=calendar.monthrange(year, month)[1])
    return (first, min(last, today)) if first <= today else None
