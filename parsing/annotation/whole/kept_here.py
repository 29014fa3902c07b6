"""Leave out what stayed in the till when the rest was moved: "9k to the main till, kept 500"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_LEFT = ("залиш", "остав", "лишил", "left", "kept", "keep", "stayed", "остал", "zalysh", "ostav")
_MOVING = frozenset({"move", "deposit", "bank_deposit", "desk_transfer"})
_PLACES = frozenset({"till", "safe", "bank", "bank_deposit", "desk_transfer"})
_HANDING = frozenset({"give", "take", "carry", "put_in"})
_HERE = frozenset({"here", "тут", "себе", "собі", "мене", "меня", "sebe", "sobi"})
_SAYING_NOTHING = frozenset(
    {
        SpanKind.AMOUNT,
        SpanKind.COMMON,
        SpanKind.CURRENCY,
        SpanKind.PREPOSITION,
        SpanKind.VERB,
        SpanKind.WORD,
        SpanKind.PERSON,
        SpanKind.BALANCE,
    }
)
_BORDERS = frozenset({",", ".", ";", "-", "–", "—"})
_PAIR = 2
_WORDS_MAX = 2
"""A clause with more words that nobody knows tells of something else."""


def without_what_was_kept_here(spans: list[Span]) -> list[Span]:
    """Cut off a last clause that says what stayed here and nothing else, to be confirmed."""
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    borders = [at for at, span in enumerate(spans) if span.text in _BORDERS]
    if len(sums) != _PAIR or not borders:
        return spans
    start = next((at for at in borders if sums[0] < at < sums[1]), len(spans))
    told, clause = spans[:start], spans[start + 1 :]
    if not _is_moved(told) or not _stays_here(clause):
        return spans
    return [replace(it, is_sure=False) if it.kind is SpanKind.AMOUNT else it for it in told]


def _is_moved(told: Sequence[Span]) -> bool:
    """Tell whether money went to a bank or to another till."""
    values = {span.value for span in told}
    is_placed = bool(values & _PLACES)
    return is_placed and bool(values & (_MOVING | _HANDING))


def _stays_here(clause: Sequence[Span]) -> bool:
    """Tell whether a clause says that a sum was left in the till, and names nobody."""
    words = {word for span in clause for word in span.folded.split()}
    is_left = any(word.startswith(_LEFT) for word in words)
    is_here = bool(words & _HERE)
    others = [span for span in clause if not _words_of(span) & _HERE]
    unknown = [span for span in others if span.kind is SpanKind.WORD]
    return (
        is_left
        and is_here
        and len(unknown) <= _WORDS_MAX
        and all(span.kind in _SAYING_NOTHING for span in others)
    )


def _words_of(span: Span) -> set[str]:
    return set(span.folded.split())
