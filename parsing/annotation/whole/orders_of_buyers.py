"""Read four bare odd digits beside a buyer as his order: "7 800 Romanenko, 2533"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_ORDER_LENGTH, _ROUND, _PAIR = 4, 50, 2
_ENDS = frozenset({",", ".", ";", "-", "–", "—"})
_NOT_SOLD = frozenset(
    {SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM, SpanKind.ROLE, SpanKind.ORDER}
)
_SOLD = frozenset({"customer_prepayment", "sale_cash", "customer"})
_BEHIND = frozenset({SpanKind.PUNCTUATION, SpanKind.NEWLINE, SpanKind.DATE, SpanKind.COMMON})


@woken_by(kinds=(SpanKind.AMOUNT,))
def with_orders_of_buyers(spans: list[Span]) -> list[Span]:
    """Let the figure that opens or ends what is told of one name be his order; confirm the sum.

    The sum is written as money there, and nothing but a sale can be meant.
    """
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) != _PAIR or any(it.kind in _NOT_SOLD and it.value not in _SOLD for it in spans):
        return spans
    for at, other in (sums, sums[::-1]):
        if _is_order_like(spans[at]) and _is_written_as_money(spans[other]):
            if not _is_beside_name(spans, at):
                return spans
            spans[at] = replace(spans[at], kind=SpanKind.ORDER, value=spans[at].text)
            spans[other] = replace(spans[other], is_sure=False)
            return spans
    return spans


def _is_order_like(span: Span) -> bool:
    is_bare = span.text.isdecimal() and len(span.text) == _ORDER_LENGTH
    return is_bare and not span.value and not span.sign and bool((span.number or 0) % _ROUND)


def _is_written_as_money(span: Span) -> bool:
    return not span.text.isdecimal() or bool(span.value)


def _is_beside_name(spans: Sequence[Span], at: int) -> bool:
    """Tell whether a figure stands apart, beside the only name, at the beginning or at the end."""
    names = [
        place
        for place, span in enumerate(spans)
        if span.kind in {SpanKind.NAME, SpanKind.WORD} and span.text[0].isupper()
    ]
    beside = [place for place in (at - 1, at + 1) if 0 <= place < len(spans)]
    is_apart = all(spans[place].text in _ENDS or place in names for place in beside)
    is_last = all(span.kind in _BEHIND for span in spans[at + 1 :])
    is_last = is_last or all(spans[place].text in _ENDS for place in beside)
    is_beside = bool(names) and names[0] in beside
    return len(names) == 1 and is_apart and (is_beside or at == 0 or is_last)
