"""Read the hours of a day as no money: "2614 is being delivered thursday between 10 and 12"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_BETWEEN = ("between", "між", "поміж", "между")
_FROM = frozenset({"з", "із", "с", "from"})
_TO = frozenset({"до", "to", "till", "until"})
_DAYS = frozenset({SpanKind.DATE, SpanKind.WEEKDAY, SpanKind.PLAN})
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.TIME, SpanKind.QUANTITY})
_TELLING = frozenset({SpanKind.VERB, SpanKind.PURPOSE, SpanKind.CASH})
_HOURS = 24
_LENGTH, _ORDER_DIGITS, _ROUND = 4, 4, 50


@woken_by(words=(*_BETWEEN, *_FROM))
def with_hours_between(spans: list[Span]) -> list[Span]:
    """Let two figures up to 24 behind a day be the hours between which something is."""
    told = list(spans)
    for at in range(1, len(spans) - _LENGTH + 1):
        if spans[at - 1].kind in _DAYS and _are_hours(spans[at : at + _LENGTH]):
            for hour in (at + 1, at + 3):
                told[hour] = replace(spans[hour], kind=SpanKind.TIME, number=None)
            told[at] = replace(spans[at], kind=SpanKind.COMMON, value="common")
            return _as_appointment(told, at)
    return told


def _are_hours(window: Sequence[Span]) -> bool:
    opening, first, middle, last = window
    is_between = opening.folded in _BETWEEN and middle.kind is SpanKind.JOINER
    is_from = opening.folded in _FROM and middle.folded in _TO
    return (is_between or is_from) and 0 < _hour(first) < _hour(last) <= _HOURS


def _hour(span: Span) -> int:
    """Give the hour that a bare figure may be; 0 if it is none."""
    is_bare = span.kind in _FIGURES and span.text.isdecimal() and len(span.text) < _ORDER_DIGITS
    return int(span.text) if is_bare and not span.value and not span.sign else 0


def _as_appointment(spans: list[Span], at: int) -> list[Span]:
    """Let an order's number with hours and nothing that was done be something to come."""
    sums = [place for place, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    number = spans[0].text
    is_order = sums == [0] and number.isdecimal() and len(number) == _ORDER_DIGITS
    if not is_order or int(number) % _ROUND == 0:
        return spans
    if any(span.kind in _TELLING for span in spans):
        spans[0] = replace(spans[0], is_sure=False)  # "2614 доставка": what it cost, or an order
        return spans
    spans[0] = replace(spans[0], kind=SpanKind.ORDER, value=number)
    spans[at] = replace(spans[at], kind=SpanKind.PLAN, value="future")
    return spans
