"""What the guess looks at: words, their kinds, what stands together."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from parsing.annotation.respelling import skeleton
from parsing.annotation.spans import Span, SpanKind
from parsing.guess.guess import WORD

_BEGINNINGS = (4, 5)
_ENDING = 3
_SILENT = frozenset({SpanKind.PUNCTUATION})
_OWN_WORDS = frozenset({SpanKind.WORD, SpanKind.COMMON, SpanKind.NAME})
"""Kinds whose value says nothing beyond the kind."""
_FIGURES = frozenset(
    {
        SpanKind.AMOUNT,
        SpanKind.QUANTITY,
        SpanKind.NUMBER,
        SpanKind.RANGE,
        SpanKind.DATE,
        SpanKind.TIME,
        SpanKind.PHONE,
        SpanKind.MODEL,
        SpanKind.ORDER,
        SpanKind.PERCENT,
    }
)
START = "start"
_KINDS_MAX = 24
"""Of more kinds than this only so many are paired: a long text stays quick."""
_REMEMBERED = 8_192
"""Of so many words their features are kept: the same ones come again and again."""


def features_of(spans: Sequence[Span]) -> frozenset[str]:
    """Give the features of a message, or of the part of it that tells one operation."""
    found = set(_together(spans))
    before = START
    for span in spans:
        if span.kind in _SILENT:
            continue
        if span.kind is SpanKind.NEWLINE:
            before = START
            continue
        kind = _kind(span)
        found.add(f"{before} > {kind}")
        found.update(_figure(span) if _is_figure(span) else _word(span.folded, span.kind, kind))
        before = kind
    return frozenset(found)


def _together(spans: Sequence[Span]) -> Iterator[str]:
    """Give which kinds are there together, in whatever order, and which come first and last."""
    known = [
        _kind(span)
        for span in spans
        if span.kind not in _SILENT | _OWN_WORDS
        and span.kind is not SpanKind.NEWLINE
        and not _is_figure(span)
    ]
    if known:
        yield f"first {known[0]}"
        yield f"last {known[-1]}"
    for one, other in combinations(sorted(set(known))[:_KINDS_MAX], 2):
        yield f"{one} & {other}"


def _is_figure(span: Span) -> bool:
    return span.number is not None or span.kind in _FIGURES


def _kind(span: Span) -> str:
    if _is_figure(span) or span.kind in _OWN_WORDS:
        return span.kind
    return f"{span.kind} {span.value}"


def _figure(span: Span) -> Iterator[str]:
    yield f"a {span.kind}"
    if span.kind is SpanKind.AMOUNT:
        yield f"sign {span.sign or 'none'}"
        yield f"currency {span.value or 'none'}"
        digits = 0 if span.number is None else len(str(abs(int(span.number))))
        yield f"{digits} digits"


def bones_of(folded: str) -> str:
    """Give the skeleton of a word or phrase, in which spellings fall together."""
    return skeleton(folded.replace(" ", "_")) or folded


@lru_cache(maxsize=_REMEMBERED)
def _word(folded: str, kind: SpanKind, told: str) -> tuple[str, ...]:
    """Give the features of a word: itself, what it is told to be, how it begins and ends."""
    bones = bones_of(folded)
    ending = bones[-_ENDING:] if kind is SpanKind.WORD and len(bones) > _ENDING else ""
    return (
        f"{WORD}{bones}",
        *(f"{bones[:length]}…" for length in _BEGINNINGS),
        *(() if kind in _OWN_WORDS else (told,)),
        *((f"…{ending}",) if ending else ()),
    )
