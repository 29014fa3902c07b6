"""Give all that was told the order that ends it: "courier 150, loader 400, both for 2801"."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_ALL = (
    "both", "all", "everything", "обидва", "обоє", "обидві", "все", "усе", "всё", "оба", "обе",
)  # fmt: skip
_FOR = frozenset({"for", "on", "за", "на", "по"})
_ORDER_DIGITS, _ROUND = 4, 50
_CLAUSE = 3


@woken_by(words=_ALL)
def with_order_of_all(spans: list[Span]) -> list[Span]:
    """Write the order behind each sum, to be confirmed; what they add up to is left out."""
    start = len(spans) - _CLAUSE
    if start < 1 or spans[start - 1].kind is not SpanKind.PUNCTUATION:
        return spans
    everything, preposition, number = spans[start:]
    is_all = everything.folded in _ALL and preposition.folded in _FOR
    sums = [span.number or 0 for span in spans[: start - 1] if span.kind is SpanKind.AMOUNT]
    if is_all and len(sums) > 1 and sum(sums) == number.number:
        return spans[: start - 1]  # "water 90, coffee 60, all for 150" is a total
    if not is_all or not _is_order_like(number):
        return spans
    order = replace(number, kind=SpanKind.ORDER, value=number.text)
    told: list[Span] = []
    for span in spans[: start - 1]:
        is_sum = span.kind is SpanKind.AMOUNT
        told += [replace(span, is_sure=False), order] if is_sum else [span]
    return told


def _is_order_like(span: Span) -> bool:
    is_bare = span.text.isdecimal() and len(span.text) == _ORDER_DIGITS and not span.value
    return is_bare and (span.kind is SpanKind.ORDER or int(span.text) % _ROUND != 0)
