"""Read a list of orders with what was paid for each: "orders today: 3301 - 4200, 3307 - 1 980"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_DASHES = frozenset({"-", "–", "—", ":", "="})
_ORDER_DIGITS = 4
_PAIR = 2
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.RANGE})


@woken_by(kinds=(SpanKind.ORDER_WORD,), values=("customer_prepayment",))
def with_order_list(line: Sequence[Span]) -> list[Span]:
    """Take the first of each pair of figures behind "orders: …" or "prepaid: …" for an order."""
    opens = next((at for at, span in enumerate(line) if _heads(span)), None)
    colon = next((at for at, span in enumerate(line) if span.text == ":"), None)
    if opens is None or colon is None or colon < opens:
        return list(line)
    pairs = _pairs(line, colon + 1)
    if len(pairs) < _PAIR:
        return list(line)
    kept = list(line[: colon + 1])
    at = colon + 1
    for start, end, found in pairs:
        kept.extend(line[at:start])
        kept.extend(found)
        at = end
    return [*kept, *line[at:]]


def _heads(span: Span) -> bool:
    return span.kind is SpanKind.ORDER_WORD or span.value == "customer_prepayment"


def _pairs(line: Sequence[Span], start: int) -> list[tuple[int, int, list[Span]]]:
    """Give where each order with its sum stands, and the two spans that it is."""
    pairs = []
    for at in range(start, len(line)):
        span = line[at]
        if span.kind is SpanKind.RANGE:
            found = _split(span)
            if found:
                pairs.append((at, at + 1, found))
        elif _is_order(span) and at + _PAIR < len(line) and line[at + 1].text in _DASHES:
            money = line[at + _PAIR]
            if money.kind is SpanKind.AMOUNT:
                order = replace(span, kind=SpanKind.ORDER, value=span.text, number=None)
                pairs.append((at, at + _PAIR + 1, [order, money]))
    return pairs


def _is_order(span: Span) -> bool:
    is_figure = span.kind in _FIGURES and not span.value
    return is_figure and span.text.isdecimal() and len(span.text) == _ORDER_DIGITS


def _split(span: Span) -> list[Span]:
    """Cut "3301 - 4200" in two."""
    for dash in ("-", "–", "—"):
        first, found, second = span.text.partition(dash)
        order, money = first.strip(), second.replace(" ", "")
        if found and order.isdecimal() and len(order) == _ORDER_DIGITS and money.isdecimal():
            return [
                replace(span, kind=SpanKind.ORDER, text=order, value=order, number=None),
                replace(span, kind=SpanKind.AMOUNT, value="", number=Decimal(money)),
            ]
    return []
