"""Add notes with a plus between them that were given for a price: "дав 500+200, клапан 655"."""

from dataclasses import replace
from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_GIVEN = frozenset({"give", "pay"})
_BANKNOTES = frozenset({1, 2, 5, 10, 20, 50, 100, 200, 500, 1000})


@woken_by(kinds=(SpanKind.CHANGE,))
def with_notes_added(spans: list[Span]) -> list[Span]:
    """Let banknotes with plus signs, right behind who gave them, be one note with its change."""
    start = next((at for at, it in enumerate(spans) if it.value in _GIVEN), len(spans))
    start = next(
        (at for at in range(start, len(spans)) if spans[at].kind is SpanKind.AMOUNT), len(spans)
    )
    end = start
    while end + 2 < len(spans) and spans[end + 1].text == "+" and _is_note(spans[end + 2]):
        end += 2
    others = [it for it in spans[end + 1 :] if it.kind is SpanKind.AMOUNT]
    if end == start or not _is_note(spans[start]) or len(others) != 1:
        return spans
    notes = spans[start : end + 1 : 2]
    price = others[0].number or Decimal(0)
    total = sum((it.number for it in notes if it.number is not None), start=Decimal(0))
    if total < price:
        return spans
    note = replace(
        spans[start], number=total, end=spans[end].end, text=f"{total}", folded=f"{total}"
    )
    return [*spans[:start], note, *spans[end + 1 :]]


def _is_note(span: Span) -> bool:
    return span.kind is SpanKind.AMOUNT and span.number in _BANKNOTES
