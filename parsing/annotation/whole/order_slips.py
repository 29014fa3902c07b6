"""Put an order's number right where it was mended at once: "2 400 on order 3418, sorry, 3481"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_SLIPS = frozenset({"slip", "that_is", "interjection"})
_NO = frozenset({"no", "ні", "нет", "нє"})
_BESIDE_SLIP = frozenset(
    {SpanKind.PUNCTUATION, SpanKind.COMMON, SpanKind.CORRECTION, SpanKind.ORDER_WORD}
)
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.ORDER})
_REACH = 8
"""So many words and signs may take something back."""
_DIGITS_MIN = 3
_ROUND = 50
_OTHER_DIGITS = 2
"""A slip leaves all but so many digits where they were."""


def with_orders_put_right(spans: list[Span]) -> list[Span]:
    """Let digits behind "sorry" be the order told before, where they are like it.

    The sum is confirmed, unless it is said that the digits are an order's.
    """
    if not any(span.kind is SpanKind.ORDER for span in spans):
        return spans
    spans = _without_denied(spans)
    for at in range(len(spans) - 1, 0, -1):
        slip = _slip_before(spans, at) if _is_figure(spans[at]) else None
        if slip is None:
            continue
        order = _order_mended(spans[:slip], spans[at])
        told = [*spans[:slip], *spans[at + 1 :]]
        if order is None or not any(span.kind is SpanKind.AMOUNT for span in told):
            continue
        told[order] = replace(told[order], value=spans[at].text)
        if spans[at].kind is SpanKind.ORDER:
            return told
        return [_in_doubt(span) for span in told]
    return spans


def _without_denied(spans: list[Span]) -> list[Span]:
    """Leave out what the order is not: "on order 2418, not 2481"."""
    for at in range(1, len(spans) - _DENIED + 2):
        order, sign, denial, digits = spans[at - 1 : at - 1 + _DENIED]
        if (
            order.kind is SpanKind.ORDER
            and sign.text == ","
            and denial.kind is SpanKind.NEGATION
            and digits.kind in _FIGURES
            and len(digits.text) == len(order.text)
            and sorted(digits.text) == sorted(order.text)
        ):
            return [*spans[:at], *spans[at - 1 + _DENIED :]]
    return spans


_DENIED = 4
"""The order, a comma, "not" and what it is not."""


def _slip_before(spans: Sequence[Span], at: int) -> int | None:
    """Find where what takes something back begins, right before a figure."""
    start, first = at, max(0, at - _REACH)
    while start > first and (spans[start - 1].kind in _BESIDE_SLIP or _says_no(spans[start - 1])):
        start -= 1
    while start < at and spans[start].kind is not SpanKind.PUNCTUATION:
        start += 1
    is_slip = any(_is_slip(span) for span in spans[start:at])
    return start if is_slip else None


def _is_slip(span: Span) -> bool:
    return span.value in _SLIPS or span.kind is SpanKind.CORRECTION or _says_no(span)


def _says_no(span: Span) -> bool:
    return span.kind is SpanKind.NEGATION and span.folded in _NO


def _is_figure(span: Span) -> bool:
    """Tell whether digits are an order's or may be: sums end in round tens more often."""
    if span.kind is not SpanKind.AMOUNT or span.number is None:
        return span.kind is SpanKind.ORDER
    is_odd = bool(span.number % _ROUND)
    return is_odd and span.text.isdecimal() and not span.sign and not span.value


def _order_mended(before: Sequence[Span], figure: Span) -> int | None:
    """Find the order that digits are like; none where a sum is as much like them."""
    like = [
        at
        for at, span in enumerate(before)
        if span.kind in _FIGURES and _is_like(_digits(span), figure.text)
    ]
    is_order = len(like) == 1 and before[like[0]].kind is SpanKind.ORDER
    return like[0] if is_order else None


def _digits(span: Span) -> str:
    return span.text.replace(" ", "")


def _is_like(first: str, second: str) -> bool:
    """Tell whether digits may be a slip of others: as many, in another order or nearly all."""
    if len(first) != len(second) or len(second) < _DIGITS_MIN or first == second:
        return False
    others = sum(one != other for one, other in zip(first, second, strict=True))
    return (
        others == 1
        or (others == _OTHER_DIGITS and len(second) > _DIGITS_MIN)
        or (sorted(first) == sorted(second))
    )


def _in_doubt(span: Span) -> Span:
    return replace(span, is_sure=False) if span.kind is SpanKind.AMOUNT else span
