"""Put right the price or the count of several: "3 taps at 640, no, at 650", "…, wait, 4 taps"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.spans import Span, SpanKind

_BY = frozenset({"by", "at_time"})
_SLIPS = frozenset({"slip", "that_is"})
_NO = frozenset({"no", "ні", "нет", "нє"})
_QUIET = frozenset({SpanKind.PUNCTUATION, SpanKind.COMMON})
_COUNTS = frozenset({SpanKind.AMOUNT, SpanKind.QUANTITY})
_THINGS = frozenset({SpanKind.GOODS, SpanKind.THING, SpanKind.UNIT, SpanKind.WORD})
_COUNT_MAX = 100
_NEAR = Decimal("1.5")
"""A bare figure that puts a price right is no further from it."""


def with_price_put_right(spans: list[Span]) -> list[Span]:
    """Let the last price, or the last count, stand where the first was told."""
    for price in range(2, len(spans) - 2):
        if spans[price].kind is not SpanKind.AMOUNT or not _is_of_one(spans, price):
            continue
        count = _count_before(spans, price)
        start = price + 2 if _is_each(spans, price + 1) else price + 1
        told = None if count is None else _figure_after_slip(spans, start)
        if count is None or told is None:
            continue
        if _is_price_again(spans, price, told):
            is_sure = _is_of_one(spans, told)
            right = replace(spans[price], number=spans[told].number, is_sure=is_sure)
            return [*spans[:price], right, *spans[price + 1 : start], *spans[told + 1 :]]
        if _is_count_again(spans, told):
            right = replace(spans[count], number=spans[told].number)
            return [*spans[:count], right, *spans[count + 1 : start], *spans[told + 2 :]]
    return spans


def _is_of_one(spans: Sequence[Span], at: int) -> bool:
    """Tell whether a figure is the price of one: "по 640", "at 640", "640 each"."""
    return spans[at - 1].value in _BY or _is_each(spans, at + 1)


def _is_each(spans: Sequence[Span], at: int) -> bool:
    return at < len(spans) and spans[at].kind is SpanKind.EACH


def _count_before(spans: Sequence[Span], price: int) -> int | None:
    """Find how many there are, with nothing but what is counted between."""
    for at in range(price - 1, -1, -1):
        span = spans[at]
        if span.kind in _COUNTS:
            return at if _is_count(span) else None
        if span.kind is SpanKind.NEWLINE or span.text in {";", ".", ","}:
            return None
    return None


def _is_count(span: Span) -> bool:
    number = span.number
    return number is not None and not span.value and number % 1 == 0 and 1 < number <= _COUNT_MAX


def _figure_after_slip(spans: Sequence[Span], start: int) -> int | None:
    """Find the figure behind "ой", "вернее" or "no,"; none where anything else is told between."""
    is_slip = False
    for at in range(start, len(spans)):
        span = spans[at]
        if span.kind is SpanKind.AMOUNT:
            return at if is_slip else None
        is_taken_back = span.kind is SpanKind.NEGATION and span.folded in _NO
        is_here = span.kind is SpanKind.CORRECTION or span.value in _SLIPS or is_taken_back
        is_slip = is_slip or is_here
        if not is_here and span.kind not in _QUIET and span.value not in _BY:
            return None
    return None


def _is_price_again(spans: Sequence[Span], price: int, at: int) -> bool:
    """Tell whether a figure is told as the price of one, or near to the price and bare."""
    if _is_of_one(spans, at):
        return True
    before, after = spans[price].number or Decimal(0), spans[at].number or Decimal(0)
    is_near = before <= after * _NEAR and after <= before * _NEAR
    is_last = at + 1 == len(spans) or spans[at + 1].kind in _QUIET
    return is_near and is_last


def _is_count_again(spans: Sequence[Span], at: int) -> bool:
    """Tell whether a small figure counts things anew and nothing goes on behind them."""
    is_counting = at + 1 < len(spans) and spans[at + 1].kind in _THINGS
    is_last = at + 2 >= len(spans) or spans[at + 2].kind in _QUIET
    return _is_count(spans[at]) and is_counting and is_last
