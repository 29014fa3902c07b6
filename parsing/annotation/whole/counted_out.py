"""See a count and its price written as a size is: "7 фитингов, 7х65" is 455."""

from dataclasses import replace
from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_TIMES = frozenset({"x", "х", "×"})
_THINGS = frozenset({SpanKind.GOODS, SpanKind.THING, SpanKind.PURPOSE, SpanKind.WORD})


@woken_by(words=_TIMES)
def with_price_by_count(spans: list[Span]) -> list[Span]:
    """Read it as the sum, to be confirmed, where so many are told and no other figure is."""
    told = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    at = next((it for it in range(1, len(spans) - 1) if _is_product(spans[it - 1 : it + 2])), 0)
    if len(told) != 1 or not at or told[0] > at - 2 or spans[told[0] + 1].kind not in _THINGS:
        return spans
    count, first, price = spans[told[0]], spans[at - 1], spans[at + 1]
    if count.number != int(first.text):
        return spans
    product = replace(
        first,
        kind=SpanKind.AMOUNT,
        end=price.end,
        text=f"{first.text} × {price.text}",
        folded=f"{first.text} × {price.text}",
        value="",
        number=Decimal(first.text) * Decimal(price.text),
        is_sure=False,
    )
    before = [*spans[: told[0]], replace(count, kind=SpanKind.QUANTITY)]
    return [*before, *spans[told[0] + 1 : at - 1], product, *spans[at + 2 :]]


def _is_product(spans: list[Span]) -> bool:
    first, times, price = spans
    is_size = first.kind is price.kind is SpanKind.MODEL
    return is_size and times.folded in _TIMES and first.text.isdecimal() and price.text.isdecimal()
