"""Settle which of a line's numbers are money that moved, and compute what must be computed.

A line comes in with every number that may be money and goes out with those only that each are one
movement: counts and models are taken for what they are, a price times a count becomes a product,
a note less its change what stays, of a sum paid partly by card the cash part.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ledger.errors import LedgerError
from ledger.money import Money
from parsing.annotation.cues import Sleepers, woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.arithmetic import (
    add_hundreds,
    add_slang_thousand,
    add_up,
    subtract,
    take_percent,
)
from parsing.figures.by_the_hour import pay_by_the_hour
from parsing.figures.card_parts import keep_cash, keep_cash_of_whole, sell_what_was_paid_by_halves
from parsing.figures.change import ask_what_was_left, drop_note_without_change, give_change
from parsing.figures.change_from_note import take_change_from_note
from parsing.figures.counts import (
    drop_counts,
    drop_models,
    drop_nth_and_few,
    take_leading_order,
    take_listed_orders,
    take_orders,
    take_orders_beside,
)
from parsing.figures.currency_apart import take_currency_apart
from parsing.figures.denials import drop_denied, drop_what_customer_lacked, take_correction
from parsing.figures.haggled import take_haggled
from parsing.figures.halves import HALVES, doubt_half, halve
from parsing.figures.houses import drop_house
from parsing.figures.leading_split import hush_leading_split
from parsing.figures.left_there import ask_what_is_not_told, drop_what_stayed
from parsing.figures.line import Line, beside, texts_of
from parsing.figures.long_numbers import drop_long_numbers
from parsing.figures.marked_down import take_marked_down
from parsing.figures.multiplied import TIMES, multiply
from parsing.figures.order_and_sum import (
    take_from_who_ordered,
    take_only_order,
    take_order_and_sum,
)
from parsing.figures.ranges import drop_day_ranges, name_ranges
from parsing.figures.rest_by_card import leave_rest_by_card
from parsing.figures.set_aside import drop_due, drop_kept, keep_told_rest, take_exchanged
from parsing.figures.settled_short import take_off_withheld, take_rounded
from parsing.figures.sizes import drop_pipe_sizes
from parsing.figures.some_unpaid import leave_out_unpaid
from parsing.figures.spent_of_taken import take_spent_of_taken
from parsing.figures.taken_off import take_off
from parsing.figures.times_told import multiply_times
from parsing.figures.tips_on_top import add_tip
from parsing.figures.wholes import (
    drop_asking_price,
    drop_note,
    drop_paid_before,
    drop_parts,
    drop_price_of_part,
    drop_spent_beside,
    drop_sum_given_before,
    drop_taken_before,
    drop_whole,
    settle_whole_and_parts,
)

AMOUNT_MAX = Decimal(10_000_000)
"""An amount from here on is a slip of the finger or a document's number."""

NUMBERS_MAX = 60
"""A line with more numbers than this is no talk about cash."""
_FORMULA = frozenset("/()÷-")
_NAMING = frozenset({SpanKind.WORD, SpanKind.BRAND, SpanKind.GOODS, SpanKind.THING})
_PAIR = 2


def to_money(span: Span, currency: str) -> Money | None:
    """Give an amount span as money above zero; none if it is absurd or finer than the coins."""
    number = span.number
    if number is None or not 0 < number < AMOUNT_MAX:
        return None
    try:
        return Money.from_decimal(number, span.value or currency)
    except LedgerError:
        return None


def settle_amounts(spans: Sequence[Span]) -> list[Span]:
    """Leave as AMOUNT only what is one movement of money each."""
    line = Line(spans)
    count = len(line.amounts())
    if count > NUMBERS_MAX:
        return list(spans)
    for step in _STEPS.awake(spans):
        if count > 1 or step in _EVEN_ALONE:
            step(line)
            count = len(line.amounts())
    return list(line.spans)


@woken_by(kinds=(SpanKind.TOTAL,))
def _keep_total(line: Line) -> None:
    """Where a total is named, it is the amount and the others are its parts."""
    if line.where(SpanKind.CARD) and (
        line.where(SpanKind.LEFTOVER) or line.where(SpanKind.CASH) or texts_of(line) & HALVES
    ):
        return  # "8 400 total, 5 000 by card, rest cash": what was cash is seen from the parts
    if any(line.spans[at].value == "bargain" for at in line.where(SpanKind.DISCOUNT)):
        return  # "3 480 for all, came down to 3 300": the last is what was taken
    for total in line.where(SpanKind.TOTAL):
        near = beside(line, total)
        rest = [at for at in line.amounts() if at != near and not _is_taken_off(line, at)]
        if near is None or not rest:
            continue
        numbers = sorted((line.number(at) for at in rest), reverse=True)
        is_rest = len(numbers) > 1 and numbers[0] - sum(numbers[1:]) == line.number(near)
        is_part = is_rest or numbers[0] <= line.number(near)
        is_prepaid = any(span.value == "customer_prepayment" for span in line.spans)
        if is_prepaid and is_part:
            line.drop(near)
        elif is_part or line.spans[total].text == "=":
            for at in (each for each in rest if not _is_summand(line, near, each)):
                line.drop(at)


def _is_summand(line: Line, near: int, at: int) -> bool:
    """Tell whether what "=" leads to goes on with a plus: "toll + parking = 35 + 40"."""
    between = line.spans[near + 1 : at]
    return [span.text for span in between] == ["+"]


def _is_taken_off(line: Line, at: int) -> bool:
    """Tell whether a discount is told after the total: "= 900, minus 100 discount"."""
    before, after = line.at(at - 1), line.at(at + 1)
    is_discount = after is not None and after.kind is SpanKind.DISCOUNT
    return is_discount and before is not None and before.value == "-"


@woken_by(kinds=(SpanKind.DISCOUNT,))
def _doubt_only_discount(line: Line) -> None:
    """Doubt the only figure beside "off": it may be what was left off and not what was paid."""
    amounts = line.amounts()
    words = [at for at in line.where(SpanKind.DISCOUNT) if line.spans[at].value != "bargain"]
    if len(amounts) == 1 and any(beside(line, at) == amounts[0] for at in words):
        line.doubt(amounts[0])


@woken_by(kinds=(SpanKind.DISCOUNT,))
def _take_discount(line: Line) -> None:
    """Leave the discount itself out; what is left is the price after it if arithmetic says so."""
    for word in line.where(SpanKind.DISCOUNT):
        near = beside(line, word)
        amounts = line.amounts()
        if near is None or len(amounts) < _PAIR or line.spans[word].value == "bargain":
            continue
        others = [at for at in amounts if at != near]
        computed = {
            at
            for at in others
            if (before := line.at(at - 1))
            and (before.value in _COMPUTED or before.folded in TIMES)
        }
        line.drop(near)
        if len(others) == _PAIR:
            higher, lower = sorted(others, key=line.number, reverse=True)
            if line.number(higher) - line.number(near) == line.number(lower):
                line.drop(higher)
        else:
            left = line.number(others[-1]) - line.number(near)
            is_taken_off = others[-1] < near and line.number(near) * _SMALL_PART <= line.number(
                others[-1]
            )
            is_minus = any(
                span.value == "-" or span.folded == "less"
                for span in line.spans[others[-1] + 1 : near]
            )
            if is_taken_off and (is_minus or others[-1] in computed):
                line.put(others[-1], left)
            line.doubt(others[-1])


_SMALL_PART = 2
_COMPUTED = frozenset({"total", "by"})


@woken_by(values=("cash_shortage", "cash_surplus"))
def _keep_difference(line: Line) -> None:
    """Where a count of the till is told, only what it is short or over by is the amount."""
    for at, span in enumerate(line.spans):
        near = beside(line, at) if span.value in {"cash_shortage", "cash_surplus"} else None
        if near is not None and len(line.amounts()) > 1:
            others = [other for other in line.amounts() if other != near]
            others = [other for other in others if not _is_told_apart(line, other, near)]
            if all(line.number(other) > line.number(near) for other in others):
                for other in others:
                    line.drop(other)
        elif span.value in {"cash_shortage", "cash_surplus"}:
            _take_difference(line)


_APART = frozenset({",", ".", ";", "!", "і", "и", "й", "та", "and", "а"})
_DONE = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS, SpanKind.FIRM, SpanKind.ROLE})
_OF_THE_TILL = frozenset({"till", "cash_shortage", "cash_surplus", "sale_cash", "desk_transfer"})


def _is_told_apart(line: Line, other: int, near: int) -> bool:
    """Tell whether a figure is of something else: "diesel 1 725, the till is 40 short"."""
    start = next((at for at in range(other, -1, -1) if line.spans[at].folded in _APART), -1)
    ends = (at for at in range(other, len(line.spans)) if line.spans[at].folded in _APART)
    end = next(ends, len(line.spans))
    is_apart = not start < near < end
    named = (span for span in line.spans[start + 1 : end] if span.kind in _DONE)
    return is_apart and any(span.value not in _OF_THE_TILL for span in named)


def _take_difference(line: Line) -> None:
    """Of "short: 9 410 in the book, 9 390 in the till" the difference, to be confirmed."""
    amounts = line.amounts()
    if len(amounts) != _PAIR:
        return
    lower, higher = sorted(amounts, key=line.number)
    off = line.number(higher) - line.number(lower)
    if 0 < off < line.number(lower) / 10:
        line.put(higher, off, is_sure=False)
        line.drop(lower)


@woken_by(kinds=(SpanKind.AMOUNT,))
def _doubt_adjacent(line: Line) -> None:
    """Of two figures with nothing between the first may be of a name: "iphone 15 75000".

    Or both are one, or one was typed twice ("1 99,00"): so it is asked.
    """
    for first, second in pairwise(line.amounts()):
        between = {span.text for span in line.spans[first + 1 : second]}
        if between and between <= _FORMULA:
            line.doubt(first)
            line.doubt(second)
        if second != first + 1:
            continue
        before = line.at(first - 1)
        if before is not None and before.kind in _NAMING and not line.spans[first].value:
            line.drop(first, SpanKind.MODEL)
        else:
            line.doubt(first)
        line.doubt(second)


_PEOPLE = frozenset({SpanKind.NAME, SpanKind.ROLE, SpanKind.FIRM})
_JOINED = frozenset({SpanKind.JOINER})


@woken_by(kinds=(SpanKind.AMOUNT,))
def _drop_same(line: Line) -> None:
    """Take a figure that is told twice, in words and in digits, once.

    As in "500 (пʼятсот)" and "півтори тисячі 1,5 тис".
    """
    amounts = line.amounts()
    for first, second in pairwise(amounts):
        between = [span.text for span in line.spans[first + 1 : second]]
        if line.number(first) != line.number(second):
            continue
        told = [line.spans[at].text[0].isalpha() for at in (first, second)]
        people = {span.kind for span in line.spans[first + 1 : second]} & _PEOPLE
        people |= {span.kind for span in line.spans[max(first, second - _PAIR) : second]} & _JOINED
        if (between and set(between) <= {"("}) or (any(told) and not all(told) and not people):
            # "Фальшива сотка, списала 100" tells of one.
            kept, dropped = (second, first) if told[0] else (first, second)
            line.drop(dropped)
            _take_currency_behind(line, kept, dropped)


def _take_currency_behind(line: Line, kept: int, dropped: int) -> None:
    """Give the currency of "5300 (five thousand three hundred) UAH" to the figure."""
    bracket, money = line.at(dropped + 1), line.at(dropped + 2)
    if bracket is None or bracket.text != ")" or money is None:
        return
    if money.kind is SpanKind.CURRENCY and not line.spans[kept].value:
        line.set(kept, replace(line.spans[kept], value=money.value))
        line.hush(dropped + 2)


_STEPS = Sleepers(
    drop_long_numbers,
    drop_what_customer_lacked,
    _keep_difference,
    add_hundreds,
    add_slang_thousand,
    name_ranges,
    drop_day_ranges,
    halve,
    doubt_half,
    drop_pipe_sizes,
    drop_models,
    take_orders,
    take_leading_order,
    take_listed_orders,
    take_order_and_sum,
    take_from_who_ordered,
    take_only_order,
    take_haggled,
    take_marked_down,
    take_exchanged,
    take_rounded,
    take_off_withheld,
    leave_out_unpaid,
    pay_by_the_hour,
    multiply_times,
    multiply,
    drop_nth_and_few,
    drop_counts,
    add_tip,
    take_off,
    drop_house,
    take_orders_beside,
    _drop_same,
    _doubt_adjacent,
    drop_what_stayed,
    drop_kept,
    drop_due,
    keep_told_rest,
    take_correction,
    drop_denied,
    _keep_total,
    take_change_from_note,
    take_spent_of_taken,
    give_change,
    ask_what_was_left,
    ask_what_is_not_told,
    drop_note_without_change,
    drop_parts,
    settle_whole_and_parts,
    drop_paid_before,
    drop_asking_price,
    drop_sum_given_before,
    drop_spent_beside,
    drop_taken_before,
    drop_note,
    drop_whole,
    drop_price_of_part,
    _doubt_only_discount,
    _take_discount,
    hush_leading_split,
    sell_what_was_paid_by_halves,
    leave_rest_by_card,
    keep_cash_of_whole,
    keep_cash,
    take_percent,
    subtract,
    add_up,
    take_currency_apart,
)
_EVEN_ALONE = frozenset(
    step.follow
    for step in (
        take_from_who_ordered,
        take_only_order,
        take_off,
        drop_nth_and_few,
        _doubt_only_discount,
        add_slang_thousand,
        ask_what_was_left,
        ask_what_is_not_told,
        keep_cash,
        leave_rest_by_card,
        name_ranges,
        halve,
        doubt_half,
        leave_out_unpaid,
        pay_by_the_hour,
        multiply_times,
        multiply,
        drop_counts,
        take_percent,
        take_currency_apart,
    )
)
