"""See what somebody only would do: "сосед взял бы за 3000", "заплатила б і тисячу"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_WOULD = frozenset({"бы", "б", "би"})
_AT_LEAST = frozenset({"хотя", "хоча", "как", "як"})
"""Before "бы" these say how much, and that it was done: "хотя бы 300 заплатил"."""
_TO_ME = frozenset({"мне", "мені", "нам"})
_SHORTENED = frozenset({"/", "."})
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.NUMBER, SpanKind.MODEL, SpanKind.QUANTITY})
_BETWEEN = frozenset(
    {SpanKind.PERSON, SpanKind.COMMON, SpanKind.JOINER, SpanKind.WORD, SpanKind.AMOUNT}
)
_REACH = 2


@woken_by(words=_WOULD)
def with_what_would_be(spans: list[Span]) -> list[Span]:
    """Read "бы" beside a verb as of what was not done; a clause with no sum says nothing then."""
    for at, span in enumerate(spans):
        verb = _verb_of(spans, at) if span.folded in _WOULD else None
        if verb is None or span.kind is not SpanKind.WORD:
            continue
        if _is_done_beside(spans, at):
            for place in {at, verb}:
                spans[place] = replace(spans[place], kind=SpanKind.COMMON, value="common")
        else:
            spans[at] = replace(span, kind=SpanKind.PLAN, value="future")
    return spans


def _verb_of(spans: Sequence[Span], at: int) -> int | None:
    """Say where the verb stands, right before or soon behind; "мені б 200" needs none."""
    before = spans[at - 1] if at else None
    if any(span.text in _SHORTENED for span in spans[at + 1 : at + 2]):
        return None  # "взяла б/у принтер"
    if before is not None and (before.kind is SpanKind.VERB or before.folded in _TO_ME):
        return at - 1
    if before is None or before.text.casefold() in _AT_LEAST or before.kind in _FIGURES:
        return None  # "вул. Садова 5 б, дала кур'єру 200"
    for place in range(at + 1, min(len(spans), at + 2 + _REACH)):
        if spans[place].kind is SpanKind.VERB:
            return place
        if spans[place].kind not in _BETWEEN:
            return None
    return None


def _is_done_beside(spans: Sequence[Span], at: int) -> bool:
    """Tell whether only another clause has a sum, and was done: "…, а так отдала 700"."""
    ends = [it for it, span in enumerate(spans) if span.kind is SpanKind.PUNCTUATION]
    start = max((it for it in ends if it < at), default=-1)
    end = min((it for it in ends if it > at), default=len(spans))
    if any(span.kind in _FIGURES for span in spans[start + 1 : end]):
        return False
    others = [*spans[: max(0, start)], *spans[end:]]
    return {SpanKind.VERB, SpanKind.AMOUNT} <= {span.kind for span in others}
