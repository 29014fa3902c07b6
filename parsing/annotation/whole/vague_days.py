"""See days of which only the part of a month or week is told: "in early May"."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsing.annotation.spans import Span, SpanKind

_PARTS = frozenset(
    {
        *("beginning", "start", "middle", "end", "early", "late", "mid", "around"),
        *("початку", "початком", "середині", "кінці", "наприкінці", "посеред", "напочатку"),
        *("начале", "середине", "конце", "посреди", "вначале"),
    }
)
"""What says roughly when, before a month or a week."""
_PERIODS = frozenset({"month", "week", "last_week", "last_month"})
_SPELT = frozenset("місяця місяці тижня тижні месяца месяце недели неделе month week".split())
_BETWEEN = frozenset(
    {"of", "the", "this", "that", "того", "цього", "этого", "-", "last", "минулого"}
)
_REACH = 3
_NOT_PAST = frozenset({"for", "for_price", "until", "to"})
"""Behind these a part of a month is what was paid for, or until when."""


_SOMETIME = frozenset(
    "якось колись десь как-то когда-то где-то sometime somewhere once day".split()
)
_IN = frozenset({"in", "у", "в"})


def with_days_of_a_month(spans: list[Span], today: dt.date) -> list[Span]:
    """Turn a month that passed, or "sometime in May", into a day to be asked for."""
    if not any(span.kind is SpanKind.AMOUNT for span in spans):
        return spans
    for at, span in enumerate(spans):
        if span.kind is not SpanKind.MONTH or at == 0 or spans[at - 1].folded not in _IN:
            continue
        is_past = span.value.isdecimal() and int(span.value) != today.month
        if is_past or any(it.folded in _SOMETIME for it in spans[max(0, at - _REACH) : at - 1]):
            spans[at - 1] = replace(spans[at - 1], kind=SpanKind.COMMON, value="common")
            spans[at] = replace(span, kind=SpanKind.DATE_WORD, value="vague")
    return spans


def with_vague_days(spans: list[Span]) -> list[Span]:
    """Turn a month or week of which only the part is told into a day that must be asked for."""
    for at, span in enumerate(spans):
        part = _part_before(spans, at) if _is_period(span) else None
        if part is None or _says_what_for(spans, part):
            continue
        for place in range(part, at):
            if spans[place].kind is not SpanKind.PUNCTUATION:
                spans[place] = replace(spans[place], kind=SpanKind.COMMON, value="common")
        spans[at] = replace(span, kind=SpanKind.DATE_WORD, value="vague")
    return spans


def _is_period(span: Span) -> bool:
    if span.kind is SpanKind.MONTH:
        return True
    is_named = span.value in _PERIODS and span.kind in {SpanKind.UNIT, SpanKind.DATE_WORD}
    return is_named or span.folded in _SPELT


def _part_before(spans: Sequence[Span], at: int) -> int | None:
    """Say where the word for the part stands before a month or week."""
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if spans[place].folded in _PARTS:
            return place
        if spans[place].folded not in _BETWEEN:
            return None
    return None


def _says_what_for(spans: Sequence[Span], part: int) -> bool:
    before = [span for span in spans[max(0, part - 2) : part] if span.folded != "the"]
    return bool(before) and before[-1].value in _NOT_PAST and before[-1].folded != "на"


_FEASTS = frozenset(
    "спаса великдень великодень різдво покрову миколая трійцю пасху паску рождество покров троицу"
    " купала маковія easter christmas xmas hanukkah".split()
)
_ON = frozenset({"на", "в", "у", "on", "at", "over"})


def with_feasts(spans: list[Span]) -> list[Span]:
    """Turn a feast that a message opens with into a day to be asked for: "На Спаса виплатила".

    "Presents for Easter" tells what for.
    """
    if (
        len(spans) > 2 and spans[0].folded in _ON and spans[1].folded in _FEASTS
    ):  # on, a feast, what was done
        is_done = spans[2].kind in {SpanKind.VERB, SpanKind.PERSON, SpanKind.ROLE, SpanKind.NAME}
        if is_done:
            spans[0] = replace(spans[0], kind=SpanKind.COMMON, value="common")
            spans[1] = replace(spans[1], kind=SpanKind.DATE_WORD, value="vague")
    return spans


_BACKDATED = ("backdat", "заднім числом", "задним числом")
_TO_DAY = 2


def with_backdated(spans: list[Span]) -> list[Span]:
    """Let the day be known that something is backdated to: "backdate to Oct 30: …"."""
    for at, span in enumerate(spans):
        if not span.folded.startswith(_BACKDATED):
            continue
        day = next(
            (it for it in spans[at + 1 : at + 2 + _TO_DAY] if it.kind is SpanKind.DATE), None
        )
        if day is None or not day.value:
            continue
        for place in range(at, spans.index(day)):
            spans[place] = replace(spans[place], kind=SpanKind.COMMON, value="common")
    return spans


_OR = frozenset({"or", "чи", "или", "або", "ili", "chy"})
_APART = 4
_BETWEEN_DAYS = frozenset(
    {SpanKind.COMMON, SpanKind.PUNCTUATION, SpanKind.PREPOSITION, SpanKind.VAGUE}
)


_NEXT_TO_DAY = frozenset({"the", "в", "у", "on"})
_CLEAR_DAYS = ("вч", "уч", "вр", "yest", "сьог", "сег", "tod")
"""Yesterday and today are sure, whatever the hour was: "десь учора ввечері"."""


def with_days_about(spans: list[Span]) -> list[Span]:
    """Doubt a day that is told as about so: "десь десятого", "around the 10th"."""
    for at, span in enumerate(spans):
        if span.kind is not SpanKind.DATE or span.folded.startswith(_CLEAR_DAYS):
            continue
        before = [it for it in spans[max(0, at - 2) : at] if it.folded not in _NEXT_TO_DAY]
        if before and before[-1].value == "vague" and before[-1].kind is SpanKind.VAGUE:
            spans[at] = replace(span, is_sure=False)
    return spans


def with_days_in_doubt(spans: list[Span]) -> list[Span]:
    """Leave two days open that are told with "or" between: "the 3rd I think, or the 4th"."""
    if not any(span.folded in _OR for span in spans):
        return spans
    spans = _with_weeks_in_doubt(spans)
    days = [at for at, span in enumerate(spans) if span.kind is SpanKind.DATE and span.value]
    for first, second in pairwise(days):
        between = spans[first + 1 : second]
        is_or = any(span.folded in _OR for span in between)
        if is_or and len(between) <= _APART and all(it.kind in _BETWEEN_DAYS for it in between):
            for at in range(first, second + 1):
                if spans[at].kind is SpanKind.DATE:
                    spans[at] = replace(spans[at], value="")
                elif spans[at].kind is SpanKind.VAGUE:
                    spans[at] = replace(spans[at], kind=SpanKind.COMMON, value="common")
    return spans


_PAST = ("прошл", "позапрошл", "минул", "позаминул", "позамину", "last", "this", "той", "цього")
_WEEKS = ("недел", "тиж", "месяц", "місяц", "week", "month")


def _with_weeks_in_doubt(spans: list[Span]) -> list[Span]:
    """Leave the day open where one of two weeks is meant: "на прошлой или позапрошлой неделе"."""
    for at in range(1, len(spans) - 2):
        first, or_, second, week = spans[at - 1 : at + 3]
        are_past = first.folded.startswith(_PAST) and second.folded.startswith(_PAST)
        if or_.folded in _OR and are_past and week.folded.startswith(_WEEKS):
            for place in (at - 1, at, at + 1):
                spans[place] = replace(spans[place], kind=SpanKind.COMMON, value="common")
            spans[at + 2] = replace(week, kind=SpanKind.DATE_WORD, value="vague")
    return spans
