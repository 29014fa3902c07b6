"""Leave out a deposit that is told again beside the rest: "аванс 3000 брали 28.08, решту 8400"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_DEPOSITS = frozenset({"customer_prepayment", "salary_advance"})
_TAKEN = frozenset({"take", "receive", "give", "pay", "bring"})
_WERE = frozenset("був була було були был была было были was were".split())
_FOR = frozenset({"for", "for_price", "by"})
_DAYS = frozenset({SpanKind.DATE, SpanKind.DATE_WORD, SpanKind.MONTH})
_BORDERS = frozenset({",", ".", ";", "-", "–", "—"})
_DIGITS = 4
_PAIR = 2


def without_deposit_retold(spans: list[Span]) -> list[Span]:
    """Cut off a first clause that tells of a deposit of another day; what came is confirmed."""
    start = next((at for at, span in enumerate(spans) if span.text in _BORDERS), 0)
    before, after = spans[:start], spans[start + 1 :]
    sums = [at for at, span in enumerate(before) if span.kind is SpanKind.AMOUNT]
    rest = [at for at, span in enumerate(after) if span.kind is SpanKind.AMOUNT]
    if not sums or len(rest) != 1 or not _is_retold(before) or not _is_rest(after[: rest[0]]):
        return spans
    orders = [_as_order(span) for at, span in enumerate(before) if _is_order(before, at)]
    if sum(not _is_order(before, at) for at in sums) != 1:
        return spans
    after[rest[0]] = replace(after[rest[0]], is_sure=False)
    return [*orders, *after]


def _is_retold(clause: Sequence[Span]) -> bool:
    """Tell whether a clause says that a deposit was taken, and on a day of its own."""
    is_deposit = any(span.value in _DEPOSITS for span in clause[:_PAIR])
    is_told = any(span.value in _TAKEN or span.folded in _WERE for span in clause)
    return is_deposit and is_told and any(span.kind in _DAYS for span in clause)


def _is_rest(clause: Sequence[Span]) -> bool:
    return any(span.kind is SpanKind.LEFTOVER for span in clause)


def _is_order(clause: Sequence[Span], at: int) -> bool:
    """Tell whether a figure is an order's, be it said or bare behind "for"."""
    span = clause[at]
    is_bare = span.kind is SpanKind.AMOUNT and span.text.isdecimal() and len(span.text) == _DIGITS
    is_for = at > 0 and clause[at - 1].value in _FOR
    return span.kind is SpanKind.ORDER or (is_bare and is_for)


def _as_order(span: Span) -> Span:
    return replace(span, kind=SpanKind.ORDER, value=span.value or span.text, number=None)
