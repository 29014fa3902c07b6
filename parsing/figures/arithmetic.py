"""Do the sums that a line spells out: a plus, a minus, a percentage."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import SpanKind
from parsing.figures.line import Line, share_of

_PAIR = 2
_MINUS = frozenset({"-", "–", "−", "less", "minus"})
_OF = frozenset({"of", "від", "от", "з", "із", "из", "с", "на"})
_GRAND = frozenset({"штука", "штуку", "косар", "косарь", "тонна"})


@woken_by(kinds=(SpanKind.PERCENT,))
def take_percent(line: Line) -> None:
    """Of "50% of 24 000, that is 12 000" and "5200 less 7 %, took 4836" the last is what moved.

    Alone "30% of 24 000" is to be computed, and confirmed.
    """
    for at in line.where(SpanKind.PERCENT):
        share = share_of(line.spans[at])
        amounts = line.amounts()
        of = line.at(at + 1)
        if share and len(amounts) == 1 and amounts[0] == at + _PAIR and of and of.folded in _OF:
            line.put(amounts[0], line.number(amounts[0]) * share, is_sure=False)
        if share and len(amounts) == 1 and amounts[0] < at:
            _take_percent_off(line, amounts[0], at, share)
        if share is None or len(amounts) != _PAIR:
            continue
        whole, part = amounts
        taken = line.number(whole) * share
        if line.number(part) in {taken, line.number(whole) - taken}:
            line.drop(whole)
        elif _is_nearly(line.number(part), line.number(whole) - taken):
            line.drop(whole)
            line.doubt(part)  # "2 300 less 7 %, took 2 140"
        if at < part and _is_taken_off(line, at):
            _sell_what_is_named(line, part)


def _take_percent_off(line: Line, price: int, at: int, share: Decimal) -> None:
    """Take "minus 10%" off; a discount may be off the figure already: that is asked."""
    if _is_taken_off(line, at):
        line.put(price, line.number(price) * (1 - share), is_sure=False)
        line.hush(at - 1)
    elif any(span.kind is SpanKind.DISCOUNT for span in line.spans[price:]):
        line.doubt(price)


def _is_taken_off(line: Line, share: int) -> bool:
    """Tell whether "minus" stands before a percentage."""
    before = line.at(share - 1)
    return before is not None and (before.value == "-" or before.folded in _MINUS)


def _is_nearly(taken: Decimal, computed: Decimal) -> bool:
    """Tell whether what was taken is what was computed but for rounding."""
    return abs(taken - computed) <= min(_ROUNDING, computed / _PART)


def _sell_what_is_named(line: Line, taken: int) -> None:
    """Let a thing be a ware that a shop lets go for less, to be confirmed: it was not paid for."""
    if any(span.value in _PAYING for span in line.spans) or line.where(SpanKind.ROLE):
        return
    for at in line.where(SpanKind.THING):
        line.set(at, replace(line.spans[at], kind=SpanKind.GOODS, value="goods"))
        line.doubt(taken)


_ROUNDING, _PART = Decimal(50), 50
_PAYING = frozenset({"pay", "buy", "give", "spend"})


@woken_by(kinds=(SpanKind.AMOUNT,))
def add_hundreds(line: Line) -> None:
    """Read "5 thousand 60" as one figure, to be confirmed: digits do not say what they count."""
    for first, second in pairwise(line.amounts()):
        spans = line.spans
        is_beside = second == first + 1 and spans[second].text.isdecimal()
        is_thousands = spans[first].text[-1].isalpha() and line.number(first) % _THOUSAND == 0
        after = line.at(second + 1)
        is_last = after is None or after.kind not in _COUNTED
        is_plain = not (spans[first].value or spans[second].sign)
        if is_beside and is_thousands and is_last and is_plain and line.number(second) < _THOUSAND:
            total = line.number(first) + line.number(second)
            span = replace(spans[first], end=spans[second].end, value=spans[second].value)
            line.set(first, replace(span, number=total, is_sure=False))
            line.cut(second, second + 1)
            return


@woken_by(words=_GRAND)
def add_slang_thousand(line: Line) -> None:
    """Read "штука триста" as 1 300, to be confirmed: a "piece" before hundreds is a thousand."""
    for at in line.amounts():
        before, first = line.at(at - 1), line.at(at - 2)
        is_slang = before is not None and before.folded in _GRAND
        is_hundreds = line.spans[at].text[0].isalpha() and line.number(at) < _THOUSAND
        if is_slang and is_hundreds and (first is None or first.number is None):
            line.put(at, line.number(at) + _THOUSAND, is_sure=False)
            line.hush(at - 1)


_THOUSAND = 1_000
_COUNTED = frozenset({SpanKind.GOODS, SpanKind.THING, SpanKind.WORD, SpanKind.UNIT})


_SALES = frozenset({"sales", "продажі", "продажи", "продажів", "продаж и", "prodazhi"})


def _tells_of_sales(line: Line) -> bool:
    """Tell whether sales are told in the plural, or "a sale and another sale"."""
    sold = [span for span in line.spans if span.value in {"sell", "sale_cash"}]
    is_plural = any(word in _SALES for span in line.spans for word in span.folded.split())
    return is_plural or (len(sold) >= _PAIR and not line.where(SpanKind.GOODS))


@woken_by(values=("+", "-"))
def subtract(line: Line) -> None:
    """Take off what "minus" takes off: "14 300 мінус 300"."""
    for first, second in pairwise(line.amounts()):
        between = line.spans[first + 1 : second]
        left = line.number(first) - line.number(second)
        currencies = {line.spans[at].value for at in (first, second)}
        is_one_money = len(currencies) == 1 or "" in currencies
        if [span.value for span in between] == ["+"] and is_one_money:
            line.put(first, line.number(first) + line.number(second), is_sure=False)
            line.drop(second)
            line.set(first + 1, replace(between[0], kind=SpanKind.COMMON, value=""))
        if [span.value for span in between] == ["-"] and left > 0:
            line.put(first, left)
            line.drop(second)
            line.set(first + 1, replace(between[0], kind=SpanKind.COMMON, value=""))


@woken_by(words=("+",))
def add_up(line: Line) -> None:
    """Add figures with a plus between, to be confirmed: "250+80"; two sales stay two."""
    if _tells_of_sales(line):
        return
    for at in reversed(line.amounts()):
        plus, first = line.at(at - 1), line.at(at - 2)
        is_sum = plus is not None and plus.text == "+" and first is not None
        if is_sum and first is not None and first.kind is SpanKind.AMOUNT:
            if {"", first.value, line.spans[at].value} != {"", first.value}:
                line.set(at - 1, replace(line.spans[at - 1], kind=SpanKind.JOINER, value="and"))
                continue  # two kinds of money are two movements
            total = line.number(at - 2) + line.number(at)
            line.put(at - 2, total, is_sure=False)
            line.cut(at - 1, at + 1)
