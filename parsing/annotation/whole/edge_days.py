"""See the first or the last day of a month that is named: "on the last day of April"."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_LAST = ("last day", "last day of", "last date", "final day")
_FIRST = ("first day", "first day of")
_LAST_STEMS = ("останн", "последн")
_FIRST_STEMS = ("перш", "перв")
_DAY_STEMS = ("день", "дня", "днем", "числ")
_REACH = 6
"""So many spans before the month such words may begin."""
_MADE_OF = frozenset("on in at the of у в во на".split())
_LAST_MONTH = frozenset({"last_month"})
_SO_FAR = 2
"""A first or last day, and nothing but small words between it and the month."""


def with_edge_days(spans: list[Span], today: dt.date) -> list[Span]:
    """Read the first or last day of a month as that day: the latest that has come.

    One that is still to come is a day that must be asked for.
    """
    for at, span in enumerate(spans):
        if span.kind is not SpanKind.MONTH and span.value not in _LAST_MONTH:
            continue
        start = _begin(spans, at)
        if start is None:
            continue
        is_last = _is_last(_said(spans[start:at]))
        found = _day_of(span, today, is_last=is_last)
        day = replace(
            span,
            kind=SpanKind.DATE,
            start=spans[start].start,
            value="" if found is None else found.isoformat(),
        )
        return [*spans[:start], day, *spans[at + 1 :]]
    return spans


def _begin(spans: Sequence[Span], month: int) -> int | None:
    """Say where "on the last day of" begins before a month; none where it is not told."""
    for start in range(month - 1, max(-1, month - 1 - _REACH), -1):
        said = _said(spans[start:month])
        if _is_last(said) or _is_first(said):
            return _with_small_words(spans, start)
    return None


def _with_small_words(spans: Sequence[Span], start: int) -> int:
    while start and spans[start - 1].folded in _MADE_OF:
        start -= 1
    return start


def _said(spans: Sequence[Span]) -> str:
    return " ".join(span.folded for span in spans)


def _is_last(said: str) -> bool:
    return _opens(said, _LAST, _LAST_STEMS)


def _is_first(said: str) -> bool:
    return _opens(said, _FIRST, _FIRST_STEMS)


def _opens(said: str, english: Sequence[str], stems: tuple[str, ...]) -> bool:
    """Tell whether it is that day and small words only: "last day of the", "останній день"."""
    words = [word for word in said.split() if word not in _MADE_OF]
    if len(words) != _SO_FAR:
        return False
    is_slavic = words[0].startswith(stems) and words[1].startswith(_DAY_STEMS)
    return is_slavic or " ".join(words) in english


def _day_of(month: Span, today: dt.date, *, is_last: bool) -> dt.date | None:
    if month.kind is not SpanKind.MONTH:
        before = today.replace(day=1) - dt.timedelta(days=1)
        return before if is_last else before.replace(day=1)
    number = int(month.value)
    year = today.year if number <= today.month else today.year - 1
    after = dt.date(year + number // 12, number % 12 + 1, 1)
    found = after - dt.timedelta(days=1) if is_last else dt.date(year, number, 1)
    return found if found <= today else None
