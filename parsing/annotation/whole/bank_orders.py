"""Know the number of an order that a bank transfer settled: "3155 came by transfer, 9 300"."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_ORDER_DIGITS = 4
_AUXILIARIES = frozenset({"was", "is", "got", "has", "been", "бул", "було", "был", "была"})
_SETTLED = frozenset({"pay", "receive", "bring"})
_CAME = ("came", "прийш", "пришло", "пришла", "пришел", "надійш", "поступил", "закри", "закры")


@woken_by(kinds=(SpanKind.CARD,))
def with_orders_by_bank(spans: list[Span]) -> list[Span]:
    """Take four bare digits that open a message, and were settled by bank, for an order."""
    first = spans[0]
    is_bare = first.kind is SpanKind.AMOUNT and len(first.text) == _ORDER_DIGITS
    if not is_bare or first.value or not first.text.isdecimal():
        return spans
    verb = 2 if len(spans) > 1 and spans[1].folded in _AUXILIARIES else 1
    said = spans[verb : verb + 2]
    is_settled = bool(said) and (said[0].value in _SETTLED or said[0].folded.startswith(_CAME))
    if is_settled and any(span.kind is SpanKind.CARD for span in said):
        spans[0] = replace(first, kind=SpanKind.ORDER, value=first.text, number=None)
        if said[0].kind not in {SpanKind.VERB, SpanKind.CARD}:
            spans[verb] = replace(said[0], kind=SpanKind.VERB, value="pay")
    return spans
