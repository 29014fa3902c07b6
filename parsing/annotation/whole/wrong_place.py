"""Hear in Latin letters, too, that it was written down for another: "ta ni, ne tomu zapysala"."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_WRITTEN = frozenset(
    "zapysala zapysav zapysaly zapisala zapisal vnesla vnis provela zanesla"
    " записала записав записали записал внесла".split()
)
_NOT_THERE = frozenset(
    "tomu te to tuda tudy tu tii toi toy tak тому те то туди туда тій той".split()
)
_REACH = 2


@woken_by(words=_WRITTEN)
def with_wrong_places(spans: list[Span]) -> list[Span]:
    """Take "not for him" before "I wrote it down" for putting an entry right."""
    if any(span.number is not None for span in spans):
        return spans
    for at in range(_REACH, len(spans)):
        there = at - 2 if at > _REACH and spans[at - 1].value == "customer" else at - 1
        is_denied = spans[there - 1].kind is SpanKind.NEGATION
        is_denied = is_denied and spans[there].text.lower() in _NOT_THERE
        if spans[at].text.lower() in _WRITTEN and is_denied:
            spans[at] = replace(spans[at], kind=SpanKind.CORRECTION, value="correction")
            return [*spans[: there - 1], *spans[at:]]
    return spans
