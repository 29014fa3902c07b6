"""Read what was hired and paid for: "прокат перфоратора 2 дня по 300, отдал"."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_HIRE = ("прокат", "напрокат", "hire", "rented", "rental", "в прокат", "оренд", "аренд")
_TENANT = ("орендар", "орендат", "арендат")
"""Who hires of us is no hire."""
_PAYING = frozenset({"give", "pay", "spend"})
_RENTED = frozenset({"sale_cash", "other_income"})
"""What hire is called where it is the shop that lets things out."""


@woken_by(*_HIRE)
def with_hire_paid(line: list[Span]) -> list[Span]:
    """Let hire that nobody but we paid for be an expense, to be confirmed: no customer is told."""
    at = next((it for it, span in enumerate(line) if _is_hire(span)), -1)
    if at < 0 or any(_is_somebody(span) for span in line):
        return line
    paid = [it for it, span in enumerate(line) if span.kind is SpanKind.VERB]
    if not paid or any(line[it].value not in _PAYING for it in paid):
        return line
    return [
        replace(span, kind=SpanKind.PURPOSE, value="other_expense")
        if place == at
        else replace(span, is_sure=False)
        if span.kind is SpanKind.AMOUNT
        else replace(span, kind=SpanKind.COMMON, value="common")
        if span.kind is SpanKind.GOODS
        else replace(span, value="spend", folded="spent")
        if place in paid
        else span
        for place, span in enumerate(line)
    ]


def _is_hire(span: Span) -> bool:
    is_let = span.kind is SpanKind.PURPOSE and span.value in _RENTED
    is_open = is_let or span.kind is SpanKind.WORD
    return is_open and span.folded.startswith(_HIRE) and not span.folded.startswith(_TENANT)


def _is_somebody(span: Span) -> bool:
    is_customer = span.kind is SpanKind.ROLE and span.value != "till"
    return is_customer or span.kind is SpanKind.NAME or span.value == "to_us"
