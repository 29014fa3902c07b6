"""See the names of streets before houses, and fares that only look like houses."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from parsing.annotation.no_money import AT_STREET, is_capital
from parsing.annotation.spans import Span, SpanKind

_FARE_DIGITS = 3
_RANGE_KINDS = frozenset({SpanKind.AMOUNT, SpanKind.NUMBER})


def with_streets(spans: list[Span]) -> list[Span]:
    """Read the names in "at Lesi Ukrainky 14" as a place, where the number is a house."""
    for house, span in enumerate(spans):
        at = house - 1
        while span.kind is SpanKind.MODEL and at > 0 and is_capital(spans[at]):
            at -= 1
        if 0 <= at < house - 1 and spans[at].folded in AT_STREET:
            if _is_fare(spans, house):
                sure = any(it.value in _RIDES for it in spans[:house])
                spans[house] = replace(
                    span, kind=SpanKind.AMOUNT, number=Decimal(span.text), is_sure=sure
                )
            for place in range(at + 1, house):
                spans[place] = replace(spans[place], kind=SpanKind.PLACE, value="town")
    return _with_named_houses(spans)


def _with_named_houses(spans: list[Span]) -> list[Span]:
    """Read the name before "дом 14" as a street: "Бажана дом 14"."""
    for at in range(1, len(spans) - 1):
        is_house = spans[at].folded in _HOUSES and spans[at + 1].kind is SpanKind.MODEL
        if is_house and is_capital(spans[at - 1]):
            spans[at - 1] = replace(spans[at - 1], kind=SpanKind.PLACE, value="town")
    return spans


_HOUSES = frozenset({"дом", "дім", "будинок", "буд", "д", "house", "building"})


def _is_fare(spans: Sequence[Span], house: int) -> bool:
    """Tell whether what might be a house is what it cost: "taxi to Saltivska 310"."""
    is_figure = spans[house].text.isdecimal() and len(spans[house].text) == _FARE_DIGITS
    after = spans[house + 1 :]
    is_last = all(span.kind in _NOTHING for span in after)
    is_paid = any(span.kind in _PAID_FOR for span in spans[:house])
    is_only = not any(span.kind in _RANGE_KINDS for span in spans)
    clause = list(takewhile(lambda span: span.text not in _APART, reversed(spans[:house])))
    is_ride = any(span.value in _RIDES for span in clause)
    is_end = is_last or after[0].text in _APART
    return is_figure and is_paid and ((is_last and is_only) or (is_end and is_ride))


_APART = frozenset({",", ";", ".", "+"})
_NOTHING = frozenset({SpanKind.PUNCTUATION, SpanKind.COMMON, SpanKind.NEWLINE})
_RIDES = frozenset({"fuel_transport", "delivery"})
_PAID_FOR = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.VERB})
