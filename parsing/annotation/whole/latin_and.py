"""Read "i" and "ta" of Ukrainian in Latin letters as "and": "Olegu 300 i Mykoli 400"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_AND = frozenset({"i", "ta"})
_ALSO = frozenset({"shche", "sche", "she"})
_JOINED = frozenset(
    {
        SpanKind.AMOUNT,
        SpanKind.FIRM,
        SpanKind.GOODS,
        SpanKind.NAME,
        SpanKind.PURPOSE,
        SpanKind.ROLE,
        SpanKind.THING,
    }
)


def with_latin_and(spans: list[Span]) -> list[Span]:
    """Join what nobody says "I" or "thanks" between: something named before, something after."""
    return [
        replace(span, kind=SpanKind.JOINER, value="and") if _is_and(spans, at) else span
        for at, span in enumerate(spans)
    ]


def _is_and(spans: Sequence[Span], at: int) -> bool:
    if spans[at].text not in _AND or spans[at].kind is SpanKind.JOINER:
        return False
    beside = [*spans[max(0, at - 1) : at], *spans[at + 1 : at + 2]]
    if len(beside) == 2 and beside[1].text in _ALSO:  # both
        beside = [beside[0], *spans[at + 2 : at + 3]]  # "i shche 120"
    return len(beside) == 2 and all(span.kind in _JOINED for span in beside)  # both
