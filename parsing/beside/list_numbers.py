"""Lists that number what they tell: "1. courier 120 2. fuel 900"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_MARKS = frozenset({".", ")"})


def without_list_numbers(spans: Sequence[Span]) -> list[Span]:
    """Read "1. courier 120 2. fuel 900" as lines of their own."""
    marks = [
        at
        for at, span in enumerate(spans[:-1])
        if span.kind is SpanKind.AMOUNT
        and spans[at + 1].text in _MARKS
        and spans[at + 1].start == span.end
    ]
    counted: list[int] = []
    for at in marks:
        if spans[at].number == len(counted) + 1 and (counted or _begins_line(spans, at)):
            counted.append(at)
    if len(counted) < 2:  # one number is no list
        return list(spans)
    kept: list[Span] = []
    for at, span in enumerate(spans):
        if at in counted:
            if at:
                kept.append(replace(span, kind=SpanKind.NEWLINE, text="\n", number=None))
        elif at - 1 not in counted:
            kept.append(span)
    return kept


def _begins_line(spans: Sequence[Span], at: int) -> bool:
    return at == 0 or spans[at - 1].kind is SpanKind.NEWLINE or spans[at - 1].text == ":"
