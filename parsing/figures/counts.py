"""Take figures that count, number or name something for what they are, not for money."""

from dataclasses import replace
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.line import Line, is_bare_whole
from parsing.figures.money_after_names import is_off_by, is_paid_for_brand
from parsing.figures.sizes import is_size_before_count
from parsing.figures.tips_on_top import is_tip

_PAIR = 2
_MANY = 5_000
_COUNTLESS = frozenset(
    {"cash_surplus", "cash_shortage", "salary", "salary_advance", "customer_prepayment"}
)
_FEW = 20
_SPOKEN_FEW = 12
_COUNTED = frozenset(
    {SpanKind.WORD, SpanKind.GOODS, SpanKind.THING, SpanKind.PURPOSE, SpanKind.ROLE}
)
_ORDER_LENGTHS = frozenset({4, 5, 6})
_DAYS = 31
_OF_THEM = frozenset({"of them", "of those", "of these", "штук", "штуки"})


@woken_by(kinds=(SpanKind.AMOUNT,))
def drop_models(line: Line) -> None:
    """Take the number after a maker's name, or after "till", for a part of the name."""
    for at in line.amounts():
        before = line.at(at - 1)
        span = line.spans[at]
        if before is None or span.value or span.sign or len(line.amounts()) < _PAIR:
            continue
        is_name = before.kind is SpanKind.BRAND and not is_paid_for_brand(line, at)
        is_latin_word = (
            before.kind is SpanKind.WORD
            and before.text[0].isupper()
            and before.text.isascii()
            and (before_that := line.at(at - 2)) is not None
            and before_that.kind in {SpanKind.BRAND, SpanKind.GOODS}
        )
        is_size = _is_size_before_price(line, at)
        is_size = is_size or is_size_before_count(line, at)
        is_till = before.value in {"till", "desk_transfer"} and is_bare_whole(span)
        is_till = is_till and not is_off_by(line, at)
        if is_name or is_latin_word or is_size or is_till:
            line.drop(at, SpanKind.MODEL)


def _is_size_before_price(line: Line, at: int) -> bool:
    """Tell whether a figure between counted things and a price is a size: "3 tyres 27.5 at"."""
    noun, by, price = line.at(at - 1), line.at(at + 1), line.at(at + 2)
    count = line.at(at - 2)
    is_priced = by is not None and (by.value in {"by", "at_time"} or by.text == "@")
    is_counted = count is not None and count.number is not None
    if noun is None or noun.kind not in _COUNTED or not is_priced or price is None:
        return False
    return price.kind is SpanKind.AMOUNT and (is_counted or line.number(at) % 1 != 0)


@woken_by(kinds=(SpanKind.AMOUNT,))
def take_orders(line: Line) -> None:
    """Read "по 8812" as an order where another figure is the money and nothing is counted."""
    for at in line.amounts():
        before, span = line.at(at - 1), line.spans[at]
        is_by = before is not None and before.value == "by" and not span.value and not span.sign
        number = line.number(at)
        is_like_order = (
            number % 1 == 0 and span.text.isdecimal() and len(span.text) in _ORDER_LENGTHS
        )
        is_counted = any(
            other != at and is_bare_whole(line.spans[other]) for other in line.amounts()
        ) or any(
            line.spans[other].number is not None
            for other in line.where(SpanKind.QUANTITY)
            if other < at
        )
        after = line.at(at + 1)
        is_counted = is_counted and not (after is not None and after.text == ":")
        if is_by and is_like_order and not is_counted and len(line.amounts()) >= _PAIR:
            line.set(at, replace(span, kind=SpanKind.ORDER, value=span.text))


@woken_by(kinds=(SpanKind.AMOUNT,))
def take_orders_beside(line: Line) -> None:
    """Read four bare digits as an order's beside money that is written as money.

    "7k for 9014", "монтаж 7781 — 1 200": to be confirmed.
    """
    amounts = line.amounts()
    if len(amounts) > _PAIR:
        _take_orders_after_sums(line)
    if len(amounts) != _PAIR:
        return
    for at, other in (amounts, amounts[::-1]):
        span, before, after = line.spans[at], line.at(at - 1), line.at(at + 1)
        is_bare = span.text.isdecimal() and len(span.text) == _ORDER_LENGTH and not span.value
        is_odd = is_bare and not span.sign and line.number(at) % _ROUND
        is_money = not line.spans[other].text.isdecimal() or bool(line.spans[other].value)
        is_for = before is not None and _is_for_an_order(before)
        is_before_dash = after is not None and after.text in _DASHES and other == at + 2
        is_named = before is not None and before.kind in _NUMBERED_KINDS
        if is_odd and ((is_for and is_money) or (is_before_dash and is_named)):
            line.set(at, replace(span, kind=SpanKind.ORDER, value=span.text))
            line.doubt(other)
            return


def _is_for_an_order(span: Span) -> bool:
    """Tell whether a word, or the end of a phrase such as "deposit for", leads to an order."""
    return span.value in _FOR_ORDER or span.folded.rpartition(" ")[2] in _FOR_WORDS


def _take_orders_after_sums(line: Line) -> None:
    """Read "1800 за 4401, 2200 за 4402" as sums for orders, to be confirmed."""
    for other, at in pairwise(line.amounts()):
        span, before = line.spans[at], line.at(at - 1)
        is_odd = span.text.isdecimal() and len(span.text) == _ORDER_LENGTH and not span.value
        is_odd = is_odd and not span.sign and bool(line.number(at) % _ROUND)
        if is_odd and at == other + _PAIR and before is not None and before.value in _FOR_ORDER:
            line.set(at, replace(span, kind=SpanKind.ORDER, value=span.text))
            line.doubt(other)


_FOR_ORDER = frozenset({"for", "for_price", "by"})
_FOR_WORDS = frozenset({"for", "on", "за", "по"})
_DASHES = frozenset({"-", "–", "—", ":", "="})
_NUMBERED_KINDS = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.NAME, SpanKind.WORD})


@woken_by(kinds=(SpanKind.AMOUNT,))
def take_listed_orders(line: Line) -> None:
    """Read "заказ 918 и 922" as two orders: the second is written as the first."""
    for at in line.amounts():
        joiner, first, span = line.at(at - 1), line.at(at - 2), line.spans[at]
        is_joined = joiner is not None and (joiner.kind is SpanKind.JOINER or joiner.text == ",")
        is_like = (
            first is not None
            and first.kind is SpanKind.ORDER
            and span.text.isdecimal()
            and len(span.text) == len(first.value)
        )
        is_next = _is_next_order(line, at)
        after = line.at(at + 1)
        if after is not None and after.kind in _TO_WHOM:
            continue  # "3 450 for order 612 and 180 to the courier"
        if _is_paid_so(line, at):
            continue  # "order 3312, 4000 in cash and 9 600 by terminal"
        if (
            is_joined and is_like and len(line.amounts()) > 1 and not span.value and not span.sign
        ) or is_next:
            line.set(at, replace(span, kind=SpanKind.ORDER, value=span.text))


def _is_paid_so(line: Line, at: int) -> bool:
    """Tell whether it is told how a figure was paid: "4000 in cash", "4000 готівкою"."""
    return any(
        span is not None and span.kind in {SpanKind.CASH, SpanKind.CARD}
        for span in (line.at(at + 1), line.at(at + 2))
    )


def _is_next_order(line: Line, at: int) -> bool:
    """Tell whether digits that open a part are near an order named before, and money follows.

    "Заказ 4401 — 2 000 задаток, 4402 — доплата 5 600".
    """
    border, span = line.at(at - 1), line.spans[at]
    opens = border is not None and border.text in {",", ";", "."}
    others = [other for other in line.amounts() if other > at]
    orders = [line.spans[each].value for each in line.where(SpanKind.ORDER) if each < at]
    if not (opens and others and orders) or span.value or span.sign or not span.text.isdecimal():
        return False
    return any(
        each.isdecimal()
        and len(each) == len(span.text)
        and abs(int(each) - int(span.text)) <= _NEAR_ORDERS
        for each in orders
    )


_TO_WHOM = frozenset({SpanKind.PREPOSITION, SpanKind.ROLE, SpanKind.NAME, SpanKind.PURPOSE})
_NEAR_ORDERS = 300
"""Orders of one day are no further apart."""


@woken_by(kinds=(SpanKind.AMOUNT,))
def take_leading_order(line: Line) -> None:
    """Read "3318 picked up, paid nine thousand" as an order: four digits that open and act."""
    amounts = line.amounts()
    if len(amounts) < _PAIR or amounts[0] != 0:
        return
    span, after = line.spans[0], line.at(1)
    is_bare = span.text.isdecimal() and len(span.text) == _ORDER_LENGTH
    acts = after is not None and (after.kind in _ACTING or after.value in _OF_ORDERS)
    if is_bare and acts and not span.value and not span.sign and line.number(0) % _ROUND:
        line.set(0, replace(span, kind=SpanKind.ORDER, value=span.text))
        for at in amounts[1:]:
            line.doubt(at)


_ORDER_LENGTH = 4
_ROUND = 50
_ACTING = frozenset({SpanKind.VERB, SpanKind.DATE})
_OF_ORDERS = frozenset({"customer_prepayment", "sale_cash"})


@woken_by(kinds=(SpanKind.AMOUNT,))
def drop_counts(line: Line) -> None:
    """Take a small number directly before a thing for a count of it."""
    if _is_price_list(line):
        return
    for at in line.amounts():
        after = line.at(at + 1)
        if len(line.amounts()) < _PAIR and not _is_few_goods(line, at):
            continue
        is_many = _is_many_for_a_price(line, at) or _is_print_run(line, at)
        is_many = is_many or (after is not None and after.folded in _OF_THEM)
        if not is_bare_whole(line.spans[at]) and not is_many:
            continue
        is_spoken = line.spans[at].text[0].isalpha() and line.number(at) <= _SPOKEN_FEW
        if (before := line.at(at - 1)) is not None and before.kind is SpanKind.SIGN_WORD:
            continue  # "220 plus 30 tip"
        if (beyond := line.at(at + 2)) is not None and beyond.kind is SpanKind.CARD:
            continue  # "14 500, 4 500 of them by card"
        is_counted = after is not None and (
            after.kind in _COUNTED | {SpanKind.BRAND} or after.folded in _OF_THEM
        )
        is_counted = is_counted and not _tells_why(after) and not is_tip(line, at)
        is_counted = is_counted and not _is_paid_for_service(line, at)
        if is_spoken or (is_counted and after is not None and after.value not in _COUNTLESS):
            line.drop(at)


def _is_paid_for_service(line: Line, at: int) -> bool:
    """Tell whether a part is a sum and what nobody counts by dozens: "…, and 60 parking"."""
    before, service, after = line.at(at - 1), line.at(at + 1), line.at(at + 2)
    is_opening = before is not None and (before.kind is SpanKind.JOINER or before.text in _ENDS)
    is_closing = after is None or after.kind is SpanKind.NEWLINE or after.text in _ENDS
    is_service = service is not None and service.value in _UNCOUNTED
    return is_opening and is_closing and is_service and line.number(at) > _SPOKEN_FEW


_UNCOUNTED = frozenset({"bank_fees", "fuel_transport", "phone_internet", "rent", "utilities"})


@woken_by(kinds=(SpanKind.AMOUNT,))
def drop_nth_and_few(line: Line) -> None:
    """Leave out figures that say which or to how many: "3-й полиці", "тим двом", "three calls"."""
    for at in line.amounts():
        if _is_nth(line, at) or _is_spoken_few(line, at):
            line.drop(at)


_NTH = frozenset({"й", "я", "ю", "ій", "ої", "ой", "ей", "е", "му", "м"})


def _is_nth(line: Line, at: int) -> bool:
    """Tell whether a figure says which: "на 3-й полиці"."""
    dash, ending = line.at(at + 1), line.at(at + 2)
    if dash is None or ending is None or dash.text != "-" or dash.start != line.spans[at].end:
        return False
    return ending.folded in _NTH and ending.start == dash.end and line.number(at) <= _DAYS


_TO_SO_MANY = frozenset(
    "двом трьом чотирьом пятьом обом двум трем четырем пятерым обоим двоим троим".split()
)
"""Numbers in a case that no sum of money stands in: "дала тим двом за підйом"."""


def _is_spoken_few(line: Line, at: int) -> bool:
    """Tell whether a small number in words counts what stands behind it: "three deliveries"."""
    span, after = line.spans[at], line.at(at + 1)
    if span.folded in _TO_SO_MANY and not span.value:
        return True
    is_few = span.text.isalpha() and 1 < line.number(at) <= _SPOKEN_FEW and not span.value
    is_noun = after is not None and after.kind in _COUNTED and after.text.isascii()
    return is_few and is_noun and after is not None and after.text.endswith("s")


def _is_price_list(line: Line) -> bool:
    """Tell whether every figure follows its thing: "tape 60 bags 200 pens 45"."""
    amounts = line.amounts()
    nouns = _COUNTED - {SpanKind.WORD, SpanKind.ROLE}
    follows = [at > 0 and line.spans[at - 1].kind in nouns for at in amounts]
    return len(amounts) > _PAIR and all(follows) and amounts[-1] == len(line.spans) - 1


_TELLING_OF_PAY = frozenset({SpanKind.VERB, SpanKind.COMMON, SpanKind.PUNCTUATION})


def _is_print_run(line: Line, at: int) -> bool:
    """Tell whether a line opens with how many were printed and ends with what they cost."""
    amounts, span, after = line.amounts(), line.spans[at], line.at(at + 1)
    is_opening = len(amounts) == _PAIR and amounts[0] == at == 0 and not span.value
    if not is_opening or after is None or line.number(at) % _ROUND:
        return False
    if any(it.kind not in _TELLING_OF_PAY for it in line.spans[amounts[1] + 1 :]):
        return False
    return after.value in {"advertising", "packaging_supplies"} and not span.sign


def _is_many_for_a_price(line: Line, at: int) -> bool:
    """Tell whether a larger whole number counts things that have their price: "500 … for 1250"."""
    number, span = line.number(at), line.spans[at]
    after = line.at(at + 1)
    is_thing = after is not None and after.kind in _COUNTED - {SpanKind.WORD, SpanKind.ROLE}
    is_thing = is_thing and not _tells_why(after)
    if span.value or span.sign or number % 1 or number > _MANY or not is_thing:
        return False
    return any(
        other != at
        and not _acts_between(line, other, at)
        and (
            line.spans[other].value
            or (
                (before := line.at(other - 1)) is not None and before.value in {"for", "for_price"}
            )
        )
        for other in line.amounts()
    )


_WHY = ("за ", "for ", "на ", "по ", "через ", "из-за ", "on ", "because ")


def _tells_why(after: Span | None) -> bool:
    """Tell whether a phrase says what money was for, and is nothing to be counted: "за брак"."""
    return after is not None and after.folded.startswith(_WHY)


def _acts_between(line: Line, price: int, at: int) -> bool:
    """Tell whether a price is told before, and of something else that was done."""
    between = line.spans[price + 1 : at]
    acts = any(span.kind is SpanKind.VERB for span in between)
    return acts and any(span.kind is SpanKind.JOINER or span.text in _ENDS for span in between)


_ENDS = frozenset({",", ".", ";", "–", "—"})


def _is_few_goods(line: Line, at: int) -> bool:
    """Tell whether a number that stands alone counts goods: "привезли 12 радиаторов"."""
    after = line.at(at + 1)
    is_few = is_bare_whole(line.spans[at]) and line.number(at) <= _FEW
    is_few = is_few or _is_box_of_goods(line, at)
    if not is_few or after is None:
        return False
    is_box = after.value == "packaging_supplies" or _is_box_of_goods(line, at)
    return is_box or after.kind in {SpanKind.GOODS, SpanKind.BRAND}


def _is_box_of_goods(line: Line, at: int) -> bool:
    """Tell whether goods came in so many boxes: "пришло 40 коробок плитки"."""
    box, ware = line.at(at + 1), line.at(at + 2)
    if ware is not None and ware.folded == "of":
        ware = line.at(at + 3)
    is_box = box is not None and box.value == "packaging_supplies" and " " not in box.folded
    is_ware = ware is not None and ware.kind in {SpanKind.GOODS, SpanKind.WORD, SpanKind.BRAND}
    is_count = is_bare_whole(line.spans[at]) and line.number(at) > 1
    return is_box and is_ware and is_count and not line.where(SpanKind.CURRENCY)
