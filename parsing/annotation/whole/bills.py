"""Read a list of bills as such: water between gas and light is a bill, and no bottle."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_WATER = frozenset({"вода", "воду", "води", "воды", "water", "voda", "vodu", "за воду", "за води"})
_NAMED = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_BILL = "utilities"


def with_water_among_bills(spans: list[Span]) -> list[Span]:
    """Let water that is told beside other bills be one: "газ 1 870, вода 402, світло 2 955"."""
    at = [place for place, span in enumerate(spans) if span.folded in _WATER]
    if not at or not _tells_bill(spans):
        return spans
    return [
        replace(span, value=_BILL) if place in at and span.kind in _NAMED else span
        for place, span in enumerate(spans)
    ]


def _tells_bill(spans: Sequence[Span]) -> bool:
    return any(span.value == _BILL and span.kind in _NAMED for span in spans)
