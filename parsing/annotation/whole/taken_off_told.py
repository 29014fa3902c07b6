"""See what was taken off, where both prices prove it: "скинула 300, за 4 500 вместо 4 800"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.spans import Span, SpanKind

_INSTEAD = frozenset({"instead", "замість", "вместо", "instead of"})


def without_proved_discount(spans: list[Span]) -> list[Span]:
    """Let a figure that is one price less the other be no money of its own."""
    instead = next((at for at, span in enumerate(spans) if span.folded in _INSTEAD), -1)
    before = [at for at in range(instead) if spans[at].kind is SpanKind.AMOUNT]
    was = _number_behind(spans, instead) if instead > 0 else None
    if was is None or len(before) < _PAIR:
        return spans
    *_, off, paid = before
    if any(span.value == "cash_shortage" for span in spans[:paid]):
        return spans  # who was short by it is read with what he paid
    if (spans[off].number or 0) + (spans[paid].number or 0) != was:
        return spans
    quiet = replace(spans[off], kind=SpanKind.COMMON, value="common", number=None)
    return [*spans[:off], quiet, *spans[off + 1 :]]


_PAIR = 2


def _number_behind(spans: Sequence[Span], at: int) -> Decimal | None:
    return next((span.number for span in spans[at + 1 : at + 1 + _PAIR] if span.number), None)
