"""Leave out the total of a list of different things: "courier 200, fuel 300, total 500"."""

from collections.abc import Sequence
from decimal import Decimal

from parsing.annotation.segments import Piece, split_clauses
from parsing.annotation.spans import Span, SpanKind

_LEAST = 3
_NAMING = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.ROLE})
_WARES = frozenset(
    {"office_household", "other_expense", "packaging_supplies", "repairs_maintenance"}
)
"""What may be bought in one shop, so that its total is what was paid."""
_BESIDE_TOTAL = frozenset(
    {SpanKind.AMOUNT, SpanKind.TOTAL, SpanKind.COMMON, SpanKind.PUNCTUATION, SpanKind.CURRENCY}
)


def without_total_of_list(spans: list[Span]) -> list[Span]:
    """Take off a last clause that is only the total of parts that cannot be one payment."""
    at = _start_of_total(spans)
    parts = [part for part in _parts(spans[:at]) if _sums(part)]
    if at == 0 or len(parts) + 1 < _LEAST or not _are_different(parts):
        return spans
    if _sums(spans[at:]) != [sum(number for part in parts for number in _sums(part))]:
        return spans
    while spans[at - 1].kind is SpanKind.PUNCTUATION:
        at -= 1
    return spans[:at]


def _start_of_total(spans: Sequence[Span]) -> int:
    """Say where the end begins that is only a total; nought where there is none."""
    totals = [at for at, span in enumerate(spans) if span.kind is SpanKind.TOTAL]
    if not totals:
        return 0
    last = split_clauses(spans)[-1]
    start = min(totals[-1], spans.index(last[0]))
    for at in (start, totals[-1]):
        told = {span.kind for span in spans[at:]}
        if {SpanKind.TOTAL, SpanKind.AMOUNT} <= told <= _BESIDE_TOTAL:
            return at
    return 0


def _parts(spans: Sequence[Span]) -> list[Piece]:
    """Cut at every sign that ends a thought, and at "plus" and "and"."""
    parts: list[Piece] = [[]]
    for clause in split_clauses(spans):
        parts.append([])
        for span in clause:
            if span.kind is SpanKind.JOINER or span.text == "+":
                parts.append([])
            else:
                parts[-1].append(span)
    return parts


def _sums(piece: Sequence[Span]) -> list[Decimal]:
    return [it.number for it in piece if it.kind is SpanKind.AMOUNT and it.number is not None]


def _are_different(parts: Sequence[Piece]) -> bool:
    """Tell whether each part names something, and they are not all wares, or all the same."""
    named = [{span.value for span in part if span.kind in _NAMING} for part in parts]
    values = set().union(*named)
    return all(named) and len(values) > 1 and not values <= _WARES
