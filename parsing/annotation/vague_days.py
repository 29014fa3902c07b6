"""See days of which only the part of a month or week is told: "in early May"."""

from collections.abc import Sequence
from dataclasses import replace

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
