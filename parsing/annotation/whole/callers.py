"""Read "the owner dropped in, took 7k" as a coming: only with what he brought is it a giving."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_CAME_BY = frozenset({"dropped in", "popped in"})
_GOES_ON = frozenset({SpanKind.PUNCTUATION, SpanKind.JOINER, SpanKind.NEWLINE})


@woken_by(words=_CAME_BY)
def with_callers(spans: list[Span]) -> list[Span]:
    """Let "dropped in" say that somebody came, where what he did there is told next, or no sum."""
    told = list(spans)
    is_call = not any(span.kind is SpanKind.AMOUNT for span in spans)
    for at, span in enumerate(spans):
        kinds = [each.kind for each in spans[at + 1 : at + 3]]
        is_next = len(kinds) > 1 and kinds[0] in _GOES_ON and kinds[1] is SpanKind.VERB
        if span.folded in _CAME_BY and (is_next or is_call):
            told[at] = replace(span, kind=SpanKind.COMMON, value="common")
    return told
