"""Leave out what is still to come: "half the rent 7 000, the rest next week"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.whole.rest_to_come import LATER

_HALVES = ("half", "полов")
_OTHER = frozenset(
    "second other друга другу друге вторая вторую второе інша іншу другая остання останню".split()
)
_ENDS = frozenset({",", ".", ";", "!", "(", ")", "—", "–"})
_DAYS = frozenset({SpanKind.DATE, SpanKind.DATE_WORD, SpanKind.WEEKDAY, SpanKind.PLAN})
_TELLING = frozenset(
    {SpanKind.AMOUNT, SpanKind.VERB, SpanKind.CARD, SpanKind.CASH, SpanKind.RANGE, SpanKind.NUMBER}
)
_TRADED = frozenset({SpanKind.GOODS, SpanKind.ORDER, SpanKind.BRAND})


@woken_by(*_HALVES, kinds=(SpanKind.LEFTOVER,))
def without_still_to_come(line: Sequence[Span]) -> list[Span]:
    """Quieten a clause that says only when the rest follows; of goods it is a part payment."""
    kept = list(line)
    start = 0
    for end in range(len(kept) + 1):
        if end < len(kept) and kept[end].text not in _ENDS:
            continue
        _quieten(kept, start, end)
        start = end + 1
    return kept


def _quieten(line: list[Span], start: int, end: int) -> None:
    clause = line[start:end]
    is_first = not any(span.kind is SpanKind.AMOUNT for span in line[:start])
    if is_first or not _is_rest(clause) or any(span.kind in _TELLING for span in clause):
        return
    is_later = any(span.kind in _DAYS or LATER & set(span.folded.split()) for span in clause)
    if not is_later:
        return
    is_traded = any(span.kind in _TRADED for span in line)
    for at in range(start, end):
        line[at] = replace(line[at], kind=SpanKind.COMMON, value="common", number=None)
    if is_traded:
        line[start] = replace(line[start], kind=SpanKind.PURPOSE, value="customer_prepayment")


def _is_rest(clause: Sequence[Span]) -> bool:
    """Tell whether a clause opens with the rest, or with the other half."""
    told = [span for span in clause if span.kind is not SpanKind.JOINER][:3]
    if not told:
        return False
    if told[0].kind is SpanKind.LEFTOVER:
        return True
    is_half = any(word.startswith(_HALVES) for span in told for word in span.folded.split())
    return is_half and any(_OTHER & set(span.folded.split()) for span in told)
