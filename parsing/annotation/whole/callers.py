"""Read "the owner dropped in, took 7k" as a coming: only with what he brought is it a giving."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_CAME_BY = frozenset({"dropped in", "popped in"})
_GOES_ON = frozenset({SpanKind.PUNCTUATION, SpanKind.JOINER, SpanKind.NEWLINE})


@woken_by(words=_CAME_BY)
def with_callers(spans: list[Span]) -> list[Span]:
    """Let "dropped in" say that somebody came, where what he did there is told next."""
    told = list(spans)
    for at, span in enumerate(spans[:-2]):
        is_next = spans[at + 1].kind in _GOES_ON and spans[at + 2].kind is SpanKind.VERB
        if span.folded in _CAME_BY and is_next:
            told[at] = replace(span, kind=SpanKind.COMMON, value="common")
    return told
