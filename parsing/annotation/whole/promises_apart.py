"""Hear a sign before a promise behind "and": "left a deposit of 6,500 and will pay the rest"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_PAID = frozenset({"give", "pay", "receive", "customer_prepayment"})
_PAYING = ("pay", "settl", "плат", "плач", "рахує", "рассчит", "розрах", "віддас", "отдас")
"""What was sold may still have to be paid for: "sold him a tap 640 and he will pay on Friday"."""
_MONEY = frozenset({SpanKind.AMOUNT, SpanKind.RANGE})
_REACH = 3
"""So many spans behind "and" the promise begins: "and he will", "и остальное заплатит"."""
_BEFORE_PROMISE = frozenset({SpanKind.PERSON, SpanKind.LEFTOVER, SpanKind.COMMON, SpanKind.ROLE})
_ENDS = frozenset({",", ".", ";", "!", "(", ")", "—", "–"})


def with_promises_apart(spans: list[Span]) -> list[Span]:
    """Part what is still to come from what was paid, so that it takes nothing back."""
    if not any(span.kind is SpanKind.PLAN for span in spans):
        return spans
    return [
        replace(span, kind=SpanKind.PUNCTUATION, text=",", folded=",", value="")
        if span.kind is SpanKind.JOINER and _is_promise_apart(spans, at)
        else span
        for at, span in enumerate(spans)
    ]


def _is_promise_apart(spans: Sequence[Span], joiner: int) -> bool:
    after = _clause(spans[joiner + 1 :])
    return _is_promised(after) and _is_paid(_clause(spans[:joiner][::-1]), after)


def _clause(spans: Sequence[Span]) -> Sequence[Span]:
    """Give the spans up to the first sign."""
    end = next((at for at, span in enumerate(spans) if _is_end(span)), len(spans))
    return spans[:end]


def _is_end(span: Span) -> bool:
    return span.kind is SpanKind.NEWLINE or span.text in _ENDS


def _is_promised(after: Sequence[Span]) -> bool:
    """Tell whether something is to come, and no money is told with it."""
    plan = next((at for at, span in enumerate(after) if span.kind is SpanKind.PLAN), _REACH)
    return (
        plan < _REACH
        and not any(span.kind in _MONEY for span in after)
        and all(span.kind in _BEFORE_PROMISE for span in after[:plan])
    )


def _is_paid(before: Sequence[Span], after: Sequence[Span]) -> bool:
    """Tell whether a sum is told as paid, and nothing as planned or denied."""
    kinds, values = {span.kind for span in before}, {span.value for span in before}
    if SpanKind.PLAN in kinds or SpanKind.NEGATION in kinds or not kinds & _MONEY:
        return False
    return bool(values & _PAID) or ("sell" in values and not any(map(_is_paying, after)))


def _is_paying(span: Span) -> bool:
    return any(each in span.folded for each in _PAYING)
