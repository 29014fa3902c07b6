"""See that what came "two hours later" is done: only "later" by itself is still to come."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_LENGTHS = frozenset({SpanKind.QUANTITY, SpanKind.TIME, SpanKind.UNIT})
_HOURS = frozenset({"hr"})


@woken_by(words=("later",))
def with_done_later(spans: list[Span]) -> list[Span]:
    """Let "later" behind how much later plan nothing."""
    told = list(spans)
    for at, span in enumerate(spans):
        if at == 0 or span.folded != "later" or span.kind is not SpanKind.PLAN:
            continue
        before = spans[at - 1]
        if before.kind in _LENGTHS or before.folded in _HOURS:
            told[at] = _quiet(span)
        if before.folded in _HOURS:
            told[at - 1] = _quiet(before)
    return told


def _quiet(span: Span) -> Span:
    return replace(span, kind=SpanKind.COMMON, value="common")
