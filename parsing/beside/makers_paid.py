"""Know a maker who was paid himself for a supplier: "paid Purmo 8,350", "to Grundfos 12 500"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_PAYING = frozenset({"pay", "give"})
_FOLLOWING = frozenset({SpanKind.AMOUNT, SpanKind.PREPOSITION, SpanKind.PUNCTUATION})


@woken_by(kinds=(SpanKind.BRAND,))
def with_makers_paid(line: Sequence[Span]) -> list[Span]:
    """Take a maker right behind "paid" or "to", with the sum or nothing after it, for a firm."""
    return [
        replace(span, kind=SpanKind.FIRM, value="supplier_goods") if _is_paid(line, at) else span
        for at, span in enumerate(line)
    ]


def _is_paid(line: Sequence[Span], at: int) -> bool:
    if line[at].kind is not SpanKind.BRAND:
        return False
    if at == 0:  # "Rehau waybill 4471, paid 22,600"
        return len(line) > 1 and line[1].kind is SpanKind.DOCUMENT_WORD
    before = line[at - 1]
    is_to = before.value == "to" or (before.kind is SpanKind.VERB and before.value in _PAYING)
    return is_to and (at + 1 == len(line) or line[at + 1].kind in _FOLLOWING)
