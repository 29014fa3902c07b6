"""Of two figures one is an order's number: "забрав 2419, дав 5 150", "5200 for 2477"."""

from dataclasses import replace
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.line import Line

_PAIR = 2
_ORDER_LENGTH = 4
_ROUND = 50
"""Prices end in round tens more often than orders do, so an order is known by an odd end."""
_OVERPAID = 1000
"""Who pays in notes gives less than this too much: "за 2477 дав 3000" may be a price and notes."""
_FETCHED = (
    "забра", "викуп", "выкуп", "видав", "видал", "выдал", "відвантаж", "отгруз", "отримав замовл",
    "picked up", "collected", "pick up", "issued", "handed out", "gave out", "released",
)  # fmt: skip
_PAID = frozenset({"give", "pay", "receive", "bring"})
_FOR = frozenset({"for", "for_price", "by"})
_ENDS = frozenset({",", ".", ";", "-", "–", "—"})
_NO_ORDER = frozenset({SpanKind.ORDER, SpanKind.CHANGE, SpanKind.DISCOUNT})


@woken_by(kinds=(SpanKind.AMOUNT,))
def take_order_and_sum(line: Line) -> None:
    """Read the order's number beside the one sum that was paid for it; the sum is confirmed."""
    amounts = _sums_and_order(line)
    if len(amounts) > _PAIR:
        _take_orders_before_sums(line, amounts)
    if len(amounts) != _PAIR or line.where(*_NO_ORDER):
        return
    for at, other in (amounts, amounts[::-1]):
        if not _is_order_like(line, at) or not _is_sum(line, other):
            continue
        is_fetched = at < other and _is_fetched(line, at) and _is_paid_after(line, at, other)
        if is_fetched:
            _say_who_paid(line, at, other)
        elif not (
            _is_for(line, at, other)
            or _is_of_customer(line, at, other)
            or _is_by_prepayment(line, at, other)
            or _is_paid_ahead(line, at)
            or _is_right_before(line, at, other)
        ):
            continue
        span = line.spans[at]
        line.set(at, replace(span, kind=SpanKind.ORDER, value=span.text))
        line.doubt(other)
        return


def _take_orders_before_sums(line: Line, amounts: tuple[int, ...]) -> None:
    """Read the order of each "монтаж 2711 Степану 1600", where more is told."""
    for at, other in pairwise(amounts):
        is_told = _is_order_like(line, at) and _is_sum(line, other)
        if is_told and _is_right_before(line, at, other):
            span = line.spans[at]
            line.set(at, replace(span, kind=SpanKind.ORDER, value=span.text))
            line.doubt(other)


def _sums_and_order(line: Line) -> tuple[int, ...]:
    """Give the figures but the last, where that is left to pay: "за 2801 дали 2700, решту 100"."""
    amounts = line.amounts()
    left = line.where(SpanKind.LEFTOVER)
    is_left = bool(left and amounts) and amounts[-1] > left[-1]
    return amounts[:-1] if is_left else amounts


@woken_by(kinds=(SpanKind.ORDER,))
def take_from_who_ordered(line: Line) -> None:
    """Read "order 2746 gave 5 200" as what the one who ordered paid, to be confirmed."""
    told = [span for span in line.spans if span.kind not in _BESIDE_ORDER]
    if [span.kind for span in told] != _PAID_FOR_ORDER or told[1].text.lower() not in _HE_GAVE:
        return
    (gave,) = line.where(SpanKind.VERB)
    line.set(gave, replace(line.spans[gave], value="receive"))
    line.doubt(line.amounts()[0])


_PAID_FOR_ORDER = [SpanKind.ORDER, SpanKind.VERB, SpanKind.AMOUNT]
_BESIDE_ORDER = frozenset(
    {
        *(SpanKind.ORDER_WORD, SpanKind.PUNCTUATION, SpanKind.COMMON, SpanKind.DATE),
        *(SpanKind.CURRENCY, SpanKind.NEWLINE),
    }
)
_HE_GAVE = frozenset(
    "gave дав дал дали віддав віддали отдал отдали заніс занес занесли занёс заплатив"
    " заплатил".split()
)
"""Forms of giving that she who writes would hardly use of herself."""


def _is_order_like(line: Line, at: int) -> bool:
    span = line.spans[at]
    is_bare = span.text.isdecimal() and len(span.text) == _ORDER_LENGTH
    return is_bare and not span.value and not span.sign and bool(line.number(at) % _ROUND)


def _is_sum(line: Line, other: int) -> bool:
    """Tell whether the other figure is money: it is written as money, or is round."""
    span = line.spans[other]
    return not span.text.isdecimal() or bool(span.value) or line.number(other) % _ROUND == 0


def _is_fetched(line: Line, at: int) -> bool:
    """Tell whether the figure stands right behind what is done with orders, with no goods."""
    before = line.at(at - 1)
    after = line.at(at + 1)
    is_followed = after is None or after.text in _ENDS or after.kind is SpanKind.JOINER
    return before is not None and before.text.lower().startswith(_FETCHED) and is_followed


def _is_paid_after(line: Line, at: int, other: int) -> bool:
    between = line.spans[at + 1 : other]
    verbs = [span.value for span in between if span.kind is SpanKind.VERB]
    return bool(verbs) and set(verbs) <= _PAID and not any(_names_ware(it) for it in between)


def _names_ware(span: Span) -> bool:
    return span.kind in {SpanKind.GOODS, SpanKind.PURPOSE, SpanKind.THING}


def _say_who_paid(line: Line, at: int, other: int) -> None:
    """Let "віддав 5 150" of one who fetched his order be money that came in."""
    for place in range(at + 1, other):
        span = line.spans[place]
        if span.kind is SpanKind.VERB and span.value in _PAID:
            line.set(place, replace(span, value="receive"))


_AHEAD = frozenset({"customer_prepayment", "salary_advance"})
_OURS = (SpanKind.ROLE, SpanKind.NAME, SpanKind.FIRM)


def _is_paid_ahead(line: Line, at: int) -> bool:
    """Tell whether the figure stands beside what was paid down on it: "3018 аванс 4 тис".

    An advance on an order is no wage: nobody is named who would get it.
    """
    if line.where(*_OURS) or any(
        _names_ware(span) and span.value not in _AHEAD for span in line.spans
    ):
        return False
    for place in (at - 1, at + 1):
        word = line.at(place)
        if word is not None and word.kind is SpanKind.PURPOSE and word.value in _AHEAD:
            line.set(place, replace(word, value="customer_prepayment"))
            return True
    return False


def _is_by_prepayment(line: Line, at: int, other: int) -> bool:
    """Tell whether it is told on which prepayment more was paid: "по предоплате 2644 доплата"."""
    by, ahead = line.at(at - 2), line.at(at - 1)
    is_by = by is not None and by.value == "by"
    return at < other and is_by and ahead is not None and ahead.value in _AHEAD


@woken_by(kinds=(SpanKind.AMOUNT,))
def take_only_order(line: Line) -> None:
    """Read the one figure of "man brought the money for 3377" as an order: the sum is asked."""
    is_other = any(
        (_names_ware(span) and span.value != _REFUND) or _is_paid_by_us(span)
        for span in line.spans
    )
    if len(line.amounts()) != 1 or is_other:
        return
    (at,) = line.amounts()
    before = line.at(at - 1)
    verbs = {line.spans[place].value for place in line.where(SpanKind.VERB)}
    is_for = before is not None and before.folded.rpartition(" ")[2] in _FOR_WORDS
    is_bringing = bool(verbs) and verbs <= _BRINGING and bool(line.where(SpanKind.CASH))
    is_paid = verbs == {"pay"} and not line.where(SpanKind.CASH)
    is_refunded = is_for and not verbs and _is_refund_of(line, at)
    if (
        is_for
        and (is_bringing or is_paid or is_refunded)
        and _is_order_like(line, at)
        and _is_last(line, at)
    ):
        span = line.spans[at]
        line.set(at, replace(span, kind=SpanKind.ORDER, value=span.text))


_FOR_WORDS = frozenset({"for", "за", "по", "on"})
_REFUND = "customer_refund"
_OF_ORDER = frozenset({"по", "on"})


def _is_refund_of(line: Line, at: int) -> bool:
    """Tell whether a refund opens it, and the figure is what it is of: "возврат по 2701"."""
    before = line.spans[max(0, at - 2) : at]
    is_of = before[-1].folded.rpartition(" ")[2] in _OF_ORDER
    return is_of and any(span.value == _REFUND for span in before)


_BRINGING = frozenset({"bring", "carry", "pay", "give", "put_in"})


def _is_paid_by_us(span: Span) -> bool:
    """Tell whether somebody is named whom the shop pays."""
    return span.kind is SpanKind.FIRM or (span.kind is SpanKind.ROLE and span.value != "customer")


def _is_last(line: Line, at: int) -> bool:
    """Tell whether nothing but a day follows: "paid for 3377 bricks" counts them."""
    return all(span.kind in _BESIDE_ORDER for span in line.spans[at + 1 :])


def _is_right_before(line: Line, at: int, other: int) -> bool:
    """Tell whether a figure stands between what was paid for and the sum: "доставка 2801 150"."""
    before = line.at(at - 1)
    is_of_orders = before is not None and (
        before.value in _OF_ORDERS or before.folded.startswith(_PAYMENTS)
    )
    between = line.spans[at + 1 : other]
    is_next = at < other <= at + _PAIR and all(span.kind in _WHO for span in between)
    return is_of_orders and is_next and not line.where(SpanKind.GOODS, SpanKind.BRAND)


_WHO = frozenset({SpanKind.NAME, SpanKind.ROLE})


_OF_ORDERS = frozenset(
    {
        *("courier", "customer_prepayment", "customer_refund", "delivery", "installer"),
        *("installer_services", "loader", "sale_cash"),
    }
)
_PAYMENTS = ("доплат", "оплат", "payment", "balance")


def _is_of_customer(line: Line, at: int, other: int) -> bool:
    """Tell whether the figure stands right behind the customer: "клієнту 2719 завдаток 1000"."""
    before = line.at(at - 1)
    return at < other and before is not None and before.value == "customer"


def _is_for(line: Line, at: int, other: int) -> bool:
    """Tell whether the figure stands right behind "for": "5200 for 2477", "за 2477 дав 5200"."""
    before = line.at(at - 1)
    if before is None or before.kind is not SpanKind.PREPOSITION or before.value not in _FOR:
        return False
    over = line.number(other) - line.number(at)
    if any(_names_ware(span) for span in line.spans):
        return False  # "насос за 2477"
    return not 0 <= over < _OVERPAID
