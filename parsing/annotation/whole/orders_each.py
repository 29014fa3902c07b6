"""Give each of two orders its sum: "внесли за 3019 и за 3020, по 1 600 за каждый"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_NUMBERS = frozenset({SpanKind.AMOUNT, SpanKind.ORDER})
_BESIDE = frozenset(
    {SpanKind.JOINER, SpanKind.PREPOSITION, SpanKind.ORDER_WORD, SpanKind.PUNCTUATION}
)
_PAYING = frozenset({"put_in", "pay", "customer_prepayment", "salary_advance", "give", "bring"})
_DIGITS = 4
_APART = 400
"""Two orders of the same days lie no further apart."""
_THREE = 3


def with_sum_of_each_order(spans: list[Span]) -> list[Span]:
    """Tell what is paid for two orders as two payments, to be confirmed."""
    numbers = [at for at, span in enumerate(spans) if span.kind in _NUMBERS]
    if len(numbers) != _THREE:
        return spans
    first, second, price = numbers
    if not _are_orders(spans, first, second) or not _is_each(spans, second, price):
        return spans
    before = [*spans[:first]]
    if not any(span.value in _PAYING for span in before):
        return spans
    joiner = next((it for it in spans[first:second] if it.kind is SpanKind.JOINER), None)
    end = price + 1
    while end < len(spans) and spans[end].kind is SpanKind.EACH:
        end += 1
    if joiner is None:
        return spans
    each = replace(spans[price], is_sure=False)
    one, other = (_as_order(spans[at]) for at in (first, second))
    return [*before, one, each, joiner, *before, other, each, *spans[end:]]


def _as_order(span: Span) -> Span:
    return replace(span, kind=SpanKind.ORDER, value=span.text, number=None)


def _are_orders(spans: Sequence[Span], first: int, second: int) -> bool:
    """Tell whether two figures look like numbers of orders, with nothing else between them."""
    told = [spans[at].text for at in (first, second)]
    if not all(each.isdecimal() and len(each) == _DIGITS for each in told) or told[0] == told[1]:
        return False
    is_near = abs(int(told[0]) - int(told[1])) <= _APART
    return is_near and all(span.kind in _BESIDE for span in spans[first + 1 : second])


def _is_each(spans: Sequence[Span], second: int, price: int) -> bool:
    """Tell whether the last figure is what each of them was paid with."""
    between, after = spans[second + 1 : price], spans[price + 1 : price + 2]
    is_by = bool(between) and between[-1].value == "by"
    is_each = bool(after) and after[0].kind is SpanKind.EACH
    return (is_by or is_each) and all(span.kind in _BESIDE for span in between)
