"""Leave out what was let off where what was taken is told: "скидку дали 300, взяли 4 400"."""

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_TAKING = frozenset({"take", "receive", "pay", "sell"})
_PAIR = 2


@woken_by(kinds=(SpanKind.DISCOUNT,))
def without_discount_given(spans: list[Span]) -> list[Span]:
    """Drop that a discount was given, and how much, before what was then taken."""
    if sum(span.kind is SpanKind.AMOUNT for span in spans) != _PAIR:
        return spans
    for at in range(1, len(spans) - 1):
        cut, given, much = spans[at - 1 : at + 2]
        is_given = given.kind is SpanKind.VERB and given.value == "give"
        is_cut = cut.kind is SpanKind.DISCOUNT and much.kind is SpanKind.AMOUNT
        is_taken = any(it.kind is SpanKind.VERB and it.value in _TAKING for it in spans[at + 2 :])
        if is_given and is_cut and is_taken:
            return [*spans[:at], *spans[at + 2 :]]
    return spans
