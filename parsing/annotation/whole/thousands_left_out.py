"""Hear the thousands that are said once: "котел 26 тис, приніс 20" is 20,000, to be confirmed."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.spans import Span, SpanKind

_THOUSAND = Decimal(1000)
_MOST = 100
_SIGNS = frozenset({",", ".", ";", "-", "–", "—", ")"})
_GIVING = frozenset({"give", "bring", "pay", "receive", "take", "put_in"})
_WAGES = frozenset({"salary", "salary_advance"})
_REACH = 2


def with_thousands_left_out(spans: list[Span]) -> list[Span]:
    """Take a bare figure for thousands, beside a larger one that was told in thousands."""
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) == _REACH and _is_part_in_cash(spans, *sums):
        part = spans[sums[1]]
        thousands = replace(part, number=_number(part) * _THOUSAND, is_sure=False)
        return [thousands if span is part else span for span in spans]
    told = [at for at in sums if _is_in_thousands(spans[at])]
    if not told:
        return spans
    first, heard = told[0], list(spans)
    for at in sums:
        if at > first and _leaves_them_out(spans, at, _number(spans[first])):
            number = _number(spans[at]) * _THOUSAND
            heard[at] = replace(spans[at], number=number, is_sure=False)
    return heard


def _is_part_in_cash(spans: Sequence[Span], price: int, part: int) -> bool:
    """Tell whether so much of a price in round thousands was cash: "42 000: двадцать налом"."""
    whole, number = _number(spans[price]), _number(spans[part])
    is_round = whole >= _MOST * _REACH and whole % _THOUSAND == 0
    is_spoken = spans[part].text[0].isalpha() and 1 < number < _MOST
    behind = spans[part + 1 : part + 2]
    is_cash = bool(behind) and behind[0].kind is SpanKind.CASH
    is_split = any(span.kind is SpanKind.CARD for span in spans[part:])
    return is_round and is_spoken and number * _THOUSAND < whole and is_cash and is_split


def _is_in_thousands(span: Span) -> bool:
    return _number(span) >= _THOUSAND and any(each.isalpha() for each in span.text)


def _leaves_them_out(spans: Sequence[Span], at: int, told: Decimal) -> bool:
    """Tell whether a figure is small, ends its clause or names a wage, and somebody got it."""
    span, number = spans[at], _number(spans[at])
    is_bare = span.text.isdecimal() and not span.value and not span.sign and number < _MOST
    if not is_bare or not 1 < number <= told / _THOUSAND:
        return False
    before = spans[max(0, at - _REACH) : at]
    is_given = any(it.value in _GIVING or it.kind is SpanKind.NAME for it in before)
    after = next(iter(spans[at + 1 : at + 2]), None)
    ends = after is None or after.text in _SIGNS or after.value in _WAGES
    return is_given and (ends or (after is not None and after.folded in _ALREADY))


_ALREADY = frozenset({"already", "уже", "вже", "одразу", "сразу", "зараз", "сейчас", "now"})


def _number(span: Span) -> Decimal:
    return span.number or Decimal(0)
