"""Join two numbers with a dash between them into a range: "5-6 тисяч", "дві-три тисячі"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_DASHES = frozenset({"-", "–", "—"})
_RANGE_FACTOR = 10
_RANGE_THOUSANDS = 1_000
_RANGE_KINDS = frozenset({SpanKind.AMOUNT, SpanKind.NUMBER})


def with_ranges_joined(spans: list[Span]) -> list[Span]:
    """Join two numbers with a dash between them into a range."""
    joined: list[Span] = []
    for span in spans:
        is_range = (
            len(joined) > 1
            and span.kind in _RANGE_KINDS
            and joined[-1].text in _DASHES
            and joined[-2].kind in _RANGE_KINDS
            and not span.sign
            and not _is_order_before_dash(joined)
            and (
                _is_between(joined[-2], span)
                or _is_spoken(joined[-2], joined[-1], span)
                or _is_between_thousands(joined[-2], joined[-1], span)
            )
        )
        if is_range:
            first = joined[-2]
            del joined[-2:]
            text = f"{first.text}-{span.text}"
            span = replace(first, kind=SpanKind.RANGE, end=span.end, text=text)  # noqa: PLW2901 - the span goes on as what it is now
        joined.append(span)
    return joined


def _is_order_before_dash(spans: Sequence[Span]) -> bool:
    """Tell whether "по 2377 -" names an order: four odd digits, with blanks around the dash."""
    if len(spans) < 3:  # "по", digits, a dash
        return False
    before = spans[-3]
    if before.value not in _FOR_ORDER and before.folded.rpartition(" ")[2] not in _FOR_ORDER:
        return False
    low, dash = spans[-2:]
    is_bare = low.text.isdecimal() and len(low.text) == _ORDER_DIGITS and not low.value
    is_odd = is_bare and low.number is not None and bool(low.number % _ROUND)
    return is_odd and low.end < dash.start


_FOR_ORDER = frozenset({"by", "for", "for_price", "on", "за", "по"})
_ORDER_DIGITS, _ROUND = 4, 50


def _is_between_thousands(low: Span, dash: Span, high: Span) -> bool:
    """Tell whether "5-6 тисяч" is written as one: the thousand is of both."""
    is_glued = low.end == dash.start and dash.end == high.start and low.text.isdecimal()
    if not is_glued or low.number is None or high.number is None or high.text.isdecimal():
        return False
    return low.number < high.number / _RANGE_THOUSANDS <= low.number * _RANGE_FACTOR


def _is_spoken(low: Span, dash: Span, high: Span) -> bool:
    """Tell whether bounds are told in one word: "тисячу-півтори", "дві-три тисячі"."""
    is_glued = low.end == dash.start and dash.end == high.start
    return is_glued and low.text[0].isalpha() and high.text[0].isalpha()


def _is_between(low: Span, high: Span) -> bool:
    """Tell whether two figures may bound one: the second is higher, but not out of all reason."""
    if low.number is None or high.number is None:
        return True
    if low.number >= _RANGE_THOUSANDS and low.text.isdecimal() and high.text[-1].isalpha():
        return False  # "order 3318 — 9 thousand"
    return low.number < high.number <= low.number * _RANGE_FACTOR
