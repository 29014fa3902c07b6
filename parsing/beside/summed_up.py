"""Read a word at the end that says what a list was: "Bondar 780, Kravets 1200, all sales"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_SUMMING = frozenset({"sale_cash"})
_ALL = frozenset(
    "all both these those are were все всі усе усі це это вот то обидва обидві оба обе".split()
)
_SALES = ("продаж", "sale")
_BORDERS = frozenset({",", ";", ".", "-", "–", "—", ":"})
_SAID = frozenset({SpanKind.VERB, SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM, SpanKind.ROLE})
_LEAST = 2


def with_sums_up(spans: list[Span]) -> list[Span]:
    """Say of each part of a list what its last words say of all, where it says nothing itself."""
    tail = _tail(spans)
    if tail is None:
        return spans
    listed, said = spans[: tail[0]], tail[1]
    amounts = [span for span in listed if span.kind is SpanKind.AMOUNT]
    if len(amounts) < _LEAST or any(span.kind in _SAID for span in listed):
        return spans
    told: list[Span] = []
    for span in listed:
        told.append(span)
        if span.kind is SpanKind.AMOUNT:
            told.insert(_beginning(told), replace(said, start=span.start, end=span.start))
    while told and (told[-1].text in _BORDERS or told[-1].kind is SpanKind.NEWLINE):
        told.pop()
    return told


def _is_noun_of_all(span: Span) -> bool:
    is_noun = span.kind is SpanKind.VERB and span.folded.startswith(_SALES)
    is_purpose = span.kind is SpanKind.PURPOSE and span.value in _SUMMING
    return is_noun or is_purpose


def _beginning(told: Sequence[Span]) -> int:
    """Give where the part begins whose amount stands last."""
    at = len(told) - 1
    while at and not _ends_part(told[at - 1]):
        at -= 1
    return at


def _ends_part(span: Span) -> bool:
    is_end = span.text in _BORDERS or span.kind in {SpanKind.NEWLINE, SpanKind.JOINER}
    return is_end or span.kind is SpanKind.AMOUNT


def _tail(spans: Sequence[Span]) -> tuple[int, Span] | None:
    """Give where the words that sum up begin, and the one that says what it was."""
    end = len(spans)
    while end and (spans[end - 1].text in {".", "!"} or spans[end - 1].kind is SpanKind.NEWLINE):
        end -= 1
    said = spans[end - 1] if end else None
    if said is None or not _is_noun_of_all(said):
        return None
    start = end - 1
    while start and spans[start - 1].folded in _ALL:
        start -= 1
    before = spans[start - 1] if start else None
    is_apart = before is not None and (before.text in _BORDERS or before.kind is SpanKind.NEWLINE)
    return (start, said) if is_apart else None
