"""See that something told before was otherwise, no sum being said: "це не аванс, а зарплата"."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_NAMED = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.QUANTITY, SpanKind.RANGE, SpanKind.PERCENT})
_INSTEAD = "instead"
_WAS = frozenset("was wasnt were був була було були был была было были".split())


@woken_by(kinds=(SpanKind.NEGATION,), values=(_INSTEAD,))
def was_otherwise(spans: Sequence[Span]) -> bool:
    """Tell whether a message says only what an entry was for, or of which day, and what not."""
    kinds = {span.kind for span in spans}
    if kinds & _FIGURES or SpanKind.VERB in kinds:
        return False
    return _is_for_another(spans) or _is_of_another_day(spans)


def _is_for_another(spans: Sequence[Span]) -> bool:
    """Tell whether one purpose is denied and another told: "у Риты вместо зарплаты … аванс"."""
    named = {span.value for span in spans if span.kind in _NAMED}
    return len(named) > 1 and any(
        _denies(span) and _next(spans, at).kind in _NAMED for at, span in enumerate(spans[:-1])
    )


def _is_of_another_day(spans: Sequence[Span]) -> bool:
    """Tell whether a day is denied and another told, or only denied of something that was paid."""
    said = {word for span in spans for word in span.folded.split()}
    if _WAS.isdisjoint(said):
        return False
    days = {span.value for span in spans if span.kind is SpanKind.DATE}
    is_denied = any(
        _denies(span) and _next(spans, at).kind is SpanKind.DATE
        for at, span in enumerate(spans[:-1])
    )
    is_named = any(span.kind in _NAMED or span.kind is SpanKind.CASH for span in spans)
    return is_denied and (len(days) > 1 or is_named)


def _denies(span: Span) -> bool:
    return span.kind is SpanKind.NEGATION or span.value == _INSTEAD


def _next(spans: Sequence[Span], at: int) -> Span:
    """Give the span behind a place, "of" and "a" passed over."""
    after = spans[at + 1]
    is_passed = after.kind in {SpanKind.COMMON, SpanKind.PREPOSITION} and at + 2 < len(spans)
    return spans[at + 2] if is_passed else after
