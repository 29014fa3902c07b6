"""Give each of two what is said of both at the end: "Ann 900 for taps, Bob 460, both paid"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_BOTH = frozenset("both обоє обидва обидві оба обе oboie obydva oba".split())
_PAYING = frozenset({"pay", "give"})
_NAMES = frozenset({SpanKind.NAME, SpanKind.WORD})
_BORDERS = frozenset({",", ";"})
_PAIR = 2


@woken_by(words=_BOTH)
def with_both_paying(spans: list[Span]) -> list[Span]:
    """Let two who are told with their sums be customers, if "both paid" closes the message."""
    both = next((at for at, span in enumerate(spans) if span.folded in _BOTH), 0)
    closing = spans[both:]
    said = closing[1] if len(closing) > 1 else None
    is_paid = said is not None and (said.kind is SpanKind.CASH or said.value in _PAYING)
    names = [at for at in range(both) if _is_payer(spans, at)]
    sums = sum(span.kind is SpanKind.AMOUNT for span in spans)
    is_told = any(span.kind is SpanKind.VERB for span in spans[:both])
    if not is_paid or is_told or len(names) != _PAIR or sums != _PAIR:
        return spans
    told: list[Span] = []
    for at, span in enumerate(spans[:both]):
        if at in names:
            paid = replace(span, kind=SpanKind.VERB, value="pay", text="paid", folded="paid")
            told.extend((span, replace(paid, start=span.end)))
        else:
            told.append(_as_sold(span))
    while told and told[-1].kind in {SpanKind.PUNCTUATION, SpanKind.JOINER}:
        told.pop()
    return told


def _as_sold(span: Span) -> Span:
    """Read what a shop may buy for itself, too, as what was sold."""
    is_thing = span.kind in {SpanKind.PURPOSE, SpanKind.THING} and span.value in _FOR_ITSELF
    return replace(span, kind=SpanKind.GOODS, value="goods") if is_thing else span


_FOR_ITSELF = frozenset({"packaging_supplies", "office_household", "other_expense"})


def _is_payer(spans: Sequence[Span], at: int) -> bool:
    """Tell whether a name stands right before its sum, at the beginning of its part."""
    span = spans[at]
    is_first = at == 0 or spans[at - 1].text in _BORDERS or spans[at - 1].kind is SpanKind.JOINER
    is_named = is_first and span.kind in _NAMES and span.text[0].isupper()
    return is_named and at + 1 < len(spans) and spans[at + 1].kind is SpanKind.AMOUNT
