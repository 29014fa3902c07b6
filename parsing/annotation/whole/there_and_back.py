"""See what a way there and back was for: "таксі 120 туди і 135 назад, в податкову"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_THERE = frozenset({"туди", "туда", "there", "tudy", "tuda"})
_BACK = frozenset({"назад", "обратно", "back", "nazad", "obratno"})
_ERRAND = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS, SpanKind.ROLE})
_CARRYING = frozenset({"bring", "carry", "take", "receive", "deposit"})
_PAIR = 2


@woken_by(words=_THERE)
def with_way_there_and_back(spans: list[Span]) -> list[Span]:
    """Let what follows both fares only tell what the way was for."""
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) != _PAIR or not _is_way(spans[: sums[0]]):
        return spans
    back = next((at for at, span in enumerate(spans) if span.folded in _BACK), -1)
    there = next((at for at, span in enumerate(spans) if span.folded in _THERE), -1)
    end = max(back, sums[1]) + 1
    is_apart = end < len(spans) and spans[end].kind is SpanKind.PUNCTUATION
    if not -1 < there < back or not is_apart:
        return spans
    return [
        replace(span, kind=SpanKind.COMMON, value="common")
        if at > end and (span.kind in _ERRAND or span.value in _CARRYING)
        else span
        for at, span in enumerate(spans)
    ]


def _is_way(before: Sequence[Span]) -> bool:
    return any(span.value == "fuel_transport" for span in before)
