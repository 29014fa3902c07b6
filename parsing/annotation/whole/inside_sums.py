"""Leave out what a sum holds within it: "2 050 on order 2604, including delivery 250"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_INCLUDING = ("включа", "включно", "including", "incl", "враховуючи", "учитывая")
_AMONG = frozenset({"у тому числі", "в тому числі", "в том числе", "у т. ч", "в т. ч"})
_OF_THAT = frozenset({"of that", "of which", "of it", "з них", "із них", "из них"})
_IS = frozenset({"is", "was", "це", "это"})
_BORDERS = frozenset({",", ";", "(", ".", "-", "–", "—"})
_PART = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS})
_PEOPLE = frozenset({SpanKind.NAME, SpanKind.ROLE, SpanKind.FIRM, SpanKind.VERB, SpanKind.ORDER})
_OPENING = 3
_PAIR = 2


def without_sums_inside(spans: list[Span]) -> list[Span]:
    """Cut off a last clause that says what part of the sum before is for; to be confirmed."""
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) != _PAIR or (spans[sums[0]].number or 0) <= (spans[sums[1]].number or 0):
        return spans
    borders = [at for at in range(sums[0], sums[1]) if spans[at].text in _BORDERS]
    if not borders or not _is_inside(spans[borders[-1] + 1 :]):
        return spans
    whole = replace(spans[sums[0]], is_sure=False)
    return [*spans[: sums[0]], whole, *spans[sums[0] + 1 : borders[-1]]]


def _is_inside(clause: Sequence[Span]) -> bool:
    """Tell whether a clause names a part of what was told before, and nobody."""
    opening = " ".join(span.folded for span in clause[:_OPENING])
    is_among = opening.startswith((*_INCLUDING, *_AMONG))
    is_of_that = clause[0].folded in _OF_THAT and any(span.folded in _IS for span in clause)
    named = {span.kind for span in clause}
    return (is_among or is_of_that) and bool(named & _PART) and not named & _PEOPLE
