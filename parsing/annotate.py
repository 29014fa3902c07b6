"""Turn tokens into typed spans: words by the lexicon, numbers by what stands around them."""

import datetime as dt
from dataclasses import replace

from parsing.dates import relative_date, weekday_date
from parsing.lexicon import Lexicon
from parsing.number_spans import Text, add_number, add_spoken_number
from parsing.spans import Span, SpanKind

_DASHES = frozenset({"-", "–", "—"})
_SPOKEN = frozenset({SpanKind.NUMBER_WORD, SpanKind.MULTIPLIER, SpanKind.DAY_WORD})
_RANGE_FACTOR = 10
_RANGE_KINDS = frozenset({SpanKind.AMOUNT, SpanKind.NUMBER})


def annotate(text: str, *, today: dt.date, lexicon: Lexicon) -> list[Span]:
    """Read cleaned text as typed spans, left to right."""
    message = Text(lexicon.read_tokens(text), [], lexicon, today)
    index = 0
    while index < len(message.tokens):
        step = add_number if message.tokens[index].is_digits else _add_word
        index = step(message, index)
    return _join_ranges(message.spans)


def _add_word(message: Text, index: int) -> int:
    span, count = message.word_at(index)
    if span.kind in _SPOKEN:
        end = add_spoken_number(message, index)
        if end is not None:
            return end
        span = replace(span, kind=SpanKind.COMMON)
    elif span.kind is SpanKind.DATE_WORD:
        span = _dated(span, relative_date(span.value, message.today))
    elif span.kind is SpanKind.WEEKDAY:
        span = _dated(span, weekday_date(int(span.value), message.today))
    message.spans.append(span)
    return index + count


def _dated(span: Span, found: dt.date | None) -> Span:
    if found is None:
        return span
    return replace(span, kind=SpanKind.DATE, value=found.isoformat())


def _join_ranges(spans: list[Span]) -> list[Span]:
    """Join two numbers with a dash between them into a range."""
    joined: list[Span] = []
    for span in spans:
        is_range = (
            len(joined) > 1
            and span.kind in _RANGE_KINDS
            and joined[-1].text in _DASHES
            and joined[-2].kind in _RANGE_KINDS
            and not span.sign
            and _is_between(joined[-2], span)
        )
        if is_range:
            first = joined[-2]
            del joined[-2:]
            span = replace(first, kind=SpanKind.RANGE, end=span.end)  # noqa: PLW2901
        joined.append(span)
    return joined


def _is_between(low: Span, high: Span) -> bool:
    """Tell whether two figures may bound one: the second is higher, but not out of all reason."""
    if low.number is None or high.number is None:
        return True
    return low.number < high.number <= low.number * _RANGE_FACTOR
