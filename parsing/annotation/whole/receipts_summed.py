"""Read what a receipt came to, where each has its clause: "чек 640 продажа, чек 1 215 продажа"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_RECEIPTS = ("чек", "receipt", "chek")
_SOLD = frozenset({"sell", "sale_cash"})
_BORDERS = frozenset({",", ";", "."})
_ENDS = frozenset({SpanKind.NEWLINE, SpanKind.JOINER})
_SAYING = frozenset({SpanKind.VERB, SpanKind.PURPOSE, SpanKind.ROLE, SpanKind.THING})
_LONGEST = 5


@woken_by(*_RECEIPTS)
def with_receipts_summed(spans: list[Span]) -> list[Span]:
    """Let the one figure of a receipt that was a sale be its sum, to be confirmed.

    A clause that is a bare sum may be of the receipt before it, which then was numbered.
    """
    clauses = _clauses(spans)
    if not all(map(_says_what_for, clauses)):
        return spans
    told = list(spans)
    for clause in clauses:
        at = next((it for it in clause if _is_of_receipt(spans, it)), None)
        figures = sum(spans[it].number is not None for it in clause)
        if at is not None and not figures and any(spans[it].value in _SOLD for it in clause):
            number = Decimal(spans[at].text)
            told[at] = replace(spans[at], kind=SpanKind.AMOUNT, number=number, is_sure=False)
    return told


def _clauses(spans: Sequence[Span]) -> list[dict[int, Span]]:
    """Give what stands between signs, by its places in the message."""
    clauses: list[dict[int, Span]] = [{}]
    for at, span in enumerate(spans):
        if span.text in _BORDERS or span.kind in _ENDS:
            clauses.append({})
        else:
            clauses[-1][at] = span
    return [clause for clause in clauses if clause]


def _says_what_for(clause: dict[int, Span]) -> bool:
    has_sum = any(span.kind is SpanKind.AMOUNT for span in clause.values())
    return not has_sum or any(span.kind in _SAYING for span in clause.values())


def _is_of_receipt(spans: Sequence[Span], at: int) -> bool:
    """Tell whether a figure stands right behind "receipt", and could be a sum."""
    span = spans[at]
    is_figure = span.kind is SpanKind.MODEL and span.text.isdecimal() and span.text[0] != "0"
    is_short = len(span.text) <= _LONGEST
    return is_figure and is_short and at > 0 and spans[at - 1].folded.startswith(_RECEIPTS)
