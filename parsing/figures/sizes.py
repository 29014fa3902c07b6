"""See that a bare figure behind goods is their size, and how many there are is told after it."""

from decimal import Decimal

from parsing.annotation.spans import SpanKind
from parsing.figures.line import Line

_SIZES = frozenset(
    map(
        Decimal, (10, 12, 15, 16, 18, 20, 22, 25, 26, 28, 32, 35, 40, 50, 63, 75, 80, 90, 100, 110)
    )
)
"""Millimetres that pipes and what joins them come in."""
_PRICED = frozenset({"by", "at_time"})


def is_size_before_count(line: Line, at: int) -> bool:
    """Tell whether "муфти 32, 50 шт по 18" names couplings of 32 mm."""
    span, before = line.spans[at], line.at(at - 1)
    is_bare = not span.value and not span.sign and line.number(at) in _SIZES
    if not is_bare or before is None or before.kind not in {SpanKind.GOODS, SpanKind.WORD}:
        return False
    after = line.spans[at + 1 :]
    count = next((it for it, each in enumerate(after) if each.kind is SpanKind.QUANTITY), None)
    if count is None or any(each.kind is SpanKind.AMOUNT for each in after[:count]):
        return False
    return any(each.value in _PRICED for each in after[count + 1 : count + 3])
