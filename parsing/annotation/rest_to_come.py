"""See in "the remaining 900 later" a sum that did not move yet: nobody has paid the rest."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

LATER = frozenset(
    "потім потом later next after після после позже пізніше завтра tomorrow тижні тижня"
    " неделе недели week month місяця месяце then afterwards післязавтра послезавтра potim potom"
    " zavtra".split()
)
_ENDS = frozenset({",", ".", ";", "!", "(", ")", "—", "–", "-"})
_BESIDE = frozenset(
    {
        SpanKind.AMOUNT,
        SpanKind.CASH,
        SpanKind.COMMON,
        SpanKind.CURRENCY,
        SpanKind.DATE,
        SpanKind.DATE_WORD,
        SpanKind.JOINER,
        SpanKind.LEFTOVER,
        SpanKind.PLAN,
        SpanKind.PREPOSITION,
        SpanKind.WEEKDAY,
    }
)


@woken_by(kinds=(SpanKind.LEFTOVER,))
def without_rest_to_come(spans: list[Span]) -> list[Span]:
    """Let the sum of a clause that says only that the rest comes later be no money."""
    told = spans
    start = 0
    for end in range(len(spans) + 1):
        if end < len(spans) and not _is_end(spans[end]):
            continue
        if _is_rest_later(spans[start:end]):
            rest = [_unpaid(span) for span in spans[start:end]]
            told = [*told[:start], *rest, *told[end:]]
        start = end + 1
    return told


def _is_end(span: Span) -> bool:
    return span.text in _ENDS or span.kind is SpanKind.NEWLINE


def _is_rest_later(clause: Sequence[Span]) -> bool:
    rest = next((at for at, span in enumerate(clause) if span.kind is SpanKind.LEFTOVER), None)
    sums = [span for span in clause if span.kind is SpanKind.AMOUNT]
    if rest is None or len(sums) != 1:
        return False
    if not all(span.kind in _BESIDE or _is_then(clause, at) for at, span in enumerate(clause)):
        return False
    is_first = all(span.kind not in _BEFORE_NO_REST for span in clause[:rest])
    is_bare = all(_is_later(span) for span in clause if span.kind is SpanKind.PLAN)
    return is_first and is_bare and any(map(_is_later, clause))


_BEFORE_NO_REST = frozenset({SpanKind.PREPOSITION, SpanKind.DATE})


def _is_then(clause: Sequence[Span], at: int) -> bool:
    """Tell whether a word says after what: "после праздников", "after New Year"."""
    is_thing = clause[at].kind in {SpanKind.WORD, SpanKind.PURPOSE, SpanKind.THING}
    return _is_later(clause[at]) or (is_thing and any(map(_is_later, clause[max(0, at - 2) : at])))


def _is_later(span: Span) -> bool:
    return not LATER.isdisjoint(span.folded.split())


def _unpaid(span: Span) -> Span:
    is_sum = span.kind is SpanKind.AMOUNT
    return replace(span, kind=SpanKind.QUANTITY, value="", sign="") if is_sum else span
