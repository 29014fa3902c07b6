"""Hear in Latin letters, too, that it was written down for another: "ta ni, ne tomu zapysala"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

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


@woken_by(words=(*_WRITTEN, "other"))
def with_wrong_places(spans: list[Span]) -> list[Span]:
    """Take "not for him" before "I wrote it down" for putting an entry right."""
    if any(span.number is not None for span in spans):
        return spans
    if _is_meant_of_other(spans):
        return [_corrected(it) if it.folded.startswith("other") else it for it in spans]
    for at in range(_REACH, len(spans)):
        there = at - 2 if at > _REACH and spans[at - 1].value == "customer" else at - 1
        is_denied = spans[there - 1].kind is SpanKind.NEGATION
        is_denied = is_denied and spans[there].text.lower() in _NOT_THERE
        if spans[at].text.lower() in _WRITTEN and is_denied:
            spans[at] = _corrected(spans[at])
            return [*spans[: there - 1], *spans[at:]]
    return spans


_NOT = frozenset({"not", "no", "nope"})


def _is_meant_of_other(spans: Sequence[Span]) -> bool:
    """Tell whether somebody else was meant: "not Koval, the other one"."""
    first = spans[0].first_word
    others = [at for at, (one, two) in enumerate(pairwise(spans)) if _is_other(one, two)]
    after = spans[others[0] + 2 :] if others else ()
    is_bare = not after or after[0].folded == "one" or after[0].kind is SpanKind.PUNCTUATION
    return first in _NOT and bool(others) and is_bare


def _is_other(article: Span, other: Span) -> bool:
    return article.folded == "the" and other.folded == "other"


def _corrected(span: Span) -> Span:
    return replace(span, kind=SpanKind.CORRECTION, value="correction")
