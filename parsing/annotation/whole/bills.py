"""Read a list of bills as such: water between gas and light is a bill, and no bottle."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_WATER = frozenset({"вода", "воду", "води", "воды", "water", "voda", "vodu", "за воду", "за води"})
_NAMED = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_GAS = "gas"
"""It heats, or is burnt in a van."""
_BILL = "utilities"
_OF_HOUSE = frozenset({"phone_internet", "rent", _BILL})


def with_water_among_bills(spans: list[Span]) -> list[Span]:
    """Let water that is told beside other bills be one: "газ 1 870, вода 402, світло 2 955"."""
    spans = _with_gas_among_bills(spans)
    at = [place for place, span in enumerate(spans) if span.folded in _WATER]
    if not at or not _tells_bill(spans):
        return spans
    return [
        replace(span, value=_BILL) if place in at and span.kind in _NAMED else span
        for place, span in enumerate(spans)
    ]


def _tells_bill(spans: Sequence[Span]) -> bool:
    return any(span.value == _BILL and span.kind in _NAMED for span in spans)


def _with_gas_among_bills(spans: list[Span]) -> list[Span]:
    """Let "gas" be a bill beside another of the house: "water 612, gas 1 340, internet 280"."""
    is_of_house = any(span.value in _OF_HOUSE and span.kind in _NAMED for span in spans)
    return [
        replace(span, kind=SpanKind.PURPOSE, value=_BILL)
        if is_of_house and span.folded == _GAS and span.kind is SpanKind.WORD
        else span
        for span in spans
    ]
