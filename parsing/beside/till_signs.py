"""Read a sum with a sign beside the till as what it is over or short: "-120 в касі"."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_TILL = ("till", "drawer", "register", "касі", "кассе", "кас", "шухляд", "ящик")
_BESIDE = frozenset(
    {
        *(SpanKind.AMOUNT, SpanKind.BALANCE, SpanKind.COMMON, SpanKind.CURRENCY, SpanKind.DATE),
        *(SpanKind.PREPOSITION, SpanKind.PUNCTUATION, SpanKind.ROLE, SpanKind.TIME),
    }
)
_SAID = {"-": "cash_shortage", "+": "cash_surplus"}


@woken_by(*_TILL)
def with_till_signs(line: list[Span]) -> list[Span]:
    """Let the till be short of what stands with a minus beside it, and over with a plus."""
    sums = [span for span in line if span.kind is SpanKind.AMOUNT]
    if len(sums) != 1 or sums[0].sign not in _SAID:
        return line
    if not all(span.kind in _BESIDE and _is_no_party(span) for span in line):
        return line
    tills = [at for at, span in enumerate(line) if _is_till(span)]
    if not tills or line.index(sums[0]) > tills[0]:
        return line
    value = _SAID[sums[0].sign]
    return [
        replace(span, kind=SpanKind.PURPOSE, value=value)
        if at == tills[0]
        else replace(span, kind=SpanKind.COMMON, value="common")
        if span.kind in {SpanKind.BALANCE, SpanKind.ROLE}
        else span
        for at, span in enumerate(line)
    ]


def _is_no_party(span: Span) -> bool:
    return span.kind is not SpanKind.ROLE or span.value == "till"


def _is_till(span: Span) -> bool:
    is_named = span.kind in {SpanKind.BALANCE, SpanKind.ROLE}
    return is_named and any(word.startswith(_TILL) for word in span.folded.split())
