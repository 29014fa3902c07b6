"""Leave out what there was none of: "takings 5 400, refunds zero", "готівка 1200, повернень 0"."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.segments import split_clauses
from parsing.annotation.spans import Span, SpanKind

NOUGHTS = frozenset({"нуль", "ноль", "zero", "none", "0"})
_NAMED = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_SAID = _NAMED | {
    SpanKind.AMOUNT,
    SpanKind.COMMON,
    SpanKind.DATE,
    SpanKind.JOINER,
    SpanKind.NEGATION,
    SpanKind.PREPOSITION,
    SpanKind.PUNCTUATION,
}
_DIFFERENCES = frozenset({"cash_shortage", "cash_surplus"})
"""That a till was not off is told of the whole message."""


@woken_by(words=NOUGHTS)
def without_noughts(line: list[Span]) -> list[Span]:
    """Quieten a clause that names something and nought, beside a sum of something else."""
    if not any(span.kind is SpanKind.AMOUNT and span.number for span in line):
        return line
    quiet = {
        span.start for clause in split_clauses(line) if _is_of_none(clause) for span in clause
    }
    return [
        replace(span, kind=SpanKind.COMMON, value="common", number=None)
        if span.start in quiet and span.kind is not SpanKind.PUNCTUATION
        else span
        for span in line
    ]


def _is_of_none(clause: list[Span]) -> bool:
    """Tell whether a clause says that there was none of what it names."""
    is_none = any(span.text.casefold() in NOUGHTS for span in clause)
    is_sum = any(span.kind is SpanKind.AMOUNT and span.number for span in clause)
    is_named = any(it.kind in _NAMED and it.value not in _DIFFERENCES for it in clause)
    return is_none and is_named and not is_sum and {span.kind for span in clause} <= _SAID
