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


_OF_WHICH = (
    "of that", "of which", "of it", "з них", "із них", "из них", "з яких", "із яких", "из которых",
    "у тому числі", "в тому числі", "в том числе", "z nykh", "iz nykh", "iz nih",
)  # fmt: skip
_TIPS = ("чайов", "чаев", "tip", "chaiov", "chaev")
_TREATS = ("на чай", "на каву", "на кофе", "for tea", "na chai", "na kavu")


def without_tips_inside(spans: list[Span]) -> list[Span]:
    """Cut off what part of a sum was a tip: "кур'єру 260, з них 60 чайові"."""
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if (whole := _told_as_whole(spans, sums)) >= 0:
        return _without_tips_of(spans, sums, whole)
    if len(sums) != _PAIR or (spans[sums[0]].number or 0) <= (spans[sums[1]].number or 0):
        return spans
    start = sums[0] + 1
    clause = spans[start:]
    said = " ".join(span.folded for span in clause)
    is_tip = any(word.startswith(_TIPS) for word in said.split())
    is_tip = is_tip or any(map(said.__contains__, _TREATS))
    if not is_tip or not any(map(f" {said} ".__contains__, (f" {it} " for it in _OF_WHICH))):
        return spans
    borders = [at for at in range(sums[0], sums[1]) if spans[at].text in _BORDERS]
    if borders:
        start = borders[-1]
    elif not said.startswith(_OF_WHICH):
        return spans
    is_of_others = any(span.kind in _PEOPLE - {SpanKind.VERB} for span in spans[start:])
    return spans if is_of_others else spans[:start]


def _told_as_whole(spans: Sequence[Span], sums: Sequence[int]) -> int:
    """Say where a sum is told that a tip was out of: "tips 60 out of the 260"; -1 if none is."""
    if not any(span.folded.startswith(_TIPS) for span in spans):
        return -1
    for at in sums:
        near = {word for span in spans[max(0, at - _PAIR) : at] for word in span.folded.split()}
        others = [spans[it].number or 0 for it in sums if it != at]
        if near & _OUT_OF and others and min(others) < (spans[at].number or 0):
            return at
    return -1


def _without_tips_of(spans: list[Span], sums: Sequence[int], whole: int) -> list[Span]:
    """Cut off a tip out of a sum told before; where it was not, what moved is to be confirmed."""
    first = sums[0]
    borders = [at for at in range(first, whole) if spans[at].text in _BORDERS]
    is_again = first != whole and spans[first].number == spans[whole].number
    if borders and is_again and len(sums) == _PAIR + 1:
        return spans[: borders[0]]
    return [replace(span, is_sure=False) if at in sums else span for at, span in enumerate(spans)]


_OUT_OF = frozenset({"of", "from", "з", "із", "из"})


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
    is_sum_of = len(clause) > 1 and clause[1].kind is SpanKind.AMOUNT
    is_sum_of = is_sum_of and not any(span.kind is SpanKind.CARD for span in clause)
    is_of_that = is_sum_of or any(span.folded in _IS for span in clause)
    is_of_that = clause[0].folded in _OF_THAT and is_of_that
    named = {span.kind for span in clause}
    return (is_among or is_of_that) and bool(named & _PART) and not named & _PEOPLE
