"""What an inquiry offers as answers, and what the accountant may do with each at one tap."""

import enum
import re
from collections.abc import Iterator, Mapping

from ledger.documents import DocumentKind
from reconciliation.findings import Kind
from services.exceptions.exception_kinds import CASH_NOT_ENTERED, ORDER_EDITED
from services.exceptions.exception_ports import ExceptionItem
from services.exceptions.inquiry_ports import Answer, Choice, Inquiry
from services.exceptions.resolve_exception import may_write_off, pair_of
from services.ports import Books

WORDS = "words"
"""He only wrote something."""
HOLDER = "holder"
"""Somebody else has the money; the text names him."""
IN_TILL = "till"
PAID, MINE, NOT_MINE, UNKNOWN = "paid", "mine", "not_mine", "unknown"
_NUMBER = re.compile(r"[^\W_]*\d[^\W_]*(?:[-/][^\W_]+)*")
"""What may be an order's number in a sentence."""
_PAYMENTS_MAX = 3
_MONEY = Kind.PAYMENT_WITHOUT_ORDER.value
_CARRIED = Kind.CASH_DEPOSIT_MISSING.value


class Act(enum.StrEnum):
    """What makes an answer good in the books."""

    LINK = "link"
    WRITE_OFF = "off"
    LATER = "later"
    """Put it off for a week: what was promised takes time."""
    EXPLAIN = "explain"
    CASH = "cash"
    """File the order's cash into the till."""
    HELD = "held"
    """File it, and that somebody has it to account for."""


CODES = frozenset(
    {
        PAID,
        MINE,
        NOT_MINE,
        UNKNOWN,
        "cash",
        HOLDER,
        IN_TILL,
        "not_cash",
        "discount",
        "keep",
        "later",
    }
    | {"give_back", "mistake", "agreed", "delivered", "carried", "not_carried"}
)
"""All answers but words."""
_ACTS: Mapping[str, Act] = {
    PAID: Act.LINK,
    MINE: Act.LINK,
    "cash": Act.CASH,
    HOLDER: Act.HELD,
    "discount": Act.WRITE_OFF,
    "keep": Act.WRITE_OFF,
    "later": Act.LATER,
    "give_back": Act.LATER,
    "mistake": Act.LATER,
    "carried": Act.LATER,
    "not_carried": Act.LATER,
    "agreed": Act.EXPLAIN,
    "delivered": Act.EXPLAIN,
    WORDS: Act.EXPLAIN,
}
_OFFERED: Mapping[str, tuple[str, ...]] = {
    Kind.ORDER_UNPAID.value: ("cash", "discount", "later"),
    Kind.AMOUNT_MISMATCH.value: ("cash", "discount", "later"),
    Kind.ORDER_OVERPAID.value: ("give_back", "keep"),
    Kind.DUPLICATE_PAYMENT.value: ("give_back",),
    Kind.REFUND_ONE_SIDED.value: ("give_back", "mistake"),
    Kind.CHARGEBACK.value: ("delivered", "agreed"),
    ORDER_EDITED: ("agreed", "mistake"),
    CASH_NOT_ENTERED: ("cash", "discount", "later"),
    _MONEY: (NOT_MINE, UNKNOWN),
    _CARRIED: ("carried", "not_carried"),
}


def choices_of(books: Books, item: ExceptionItem) -> tuple[Choice, ...]:
    """Give the answers that whoever may know can give; none where nobody is asked."""
    codes = _OFFERED.get(item.kind)
    if codes is None:
        return ()
    if item.kind == _MONEY:
        mine = [Choice(MINE, key) for key in item.candidates[:_PAYMENTS_MAX]]
        return (*mine, Choice(NOT_MINE if mine else UNKNOWN))
    if item.kind == _CARRIED:
        return tuple(map(Choice, codes))
    if not any(key.startswith("order:") for key in item.records):
        return ()
    return (*_payments_for(books, item), *map(Choice, codes))


def choices_of_cashier() -> tuple[Choice, ...]:
    """Give the answers about cash that nobody entered."""
    return (Choice(IN_TILL), Choice(HOLDER), Choice("not_cash"))


def act_of(books: Books, item: ExceptionItem, inquiry: Inquiry) -> Act | None:
    """Give what makes an answer good; None where there is nothing to do but to read it."""
    answer = inquiry.answer
    if answer is None:
        return None
    if answer.code == WORDS and record_of(books, item, answer):
        return Act.LINK
    act = _ACTS.get(answer.code)
    if act is Act.WRITE_OFF and not may_write_off(item):
        return Act.EXPLAIN
    return act


def record_of(books: Books, item: ExceptionItem, answer: Answer) -> str:
    """Give the record an answer leads to: money without an order goes by the number of one."""
    if answer.record or item.kind != _MONEY:
        return answer.record
    said = {answer.text.lstrip("№# ").strip(), *_NUMBER.findall(answer.text)}
    orders = {
        each.document.key
        for number in said
        for each in books.documents.of_number(number)
        if each.document.kind is DocumentKind.ORDER
    }
    return orders.pop() if len(orders) == 1 else ""


def _payments_for(books: Books, item: ExceptionItem) -> Iterator[Choice]:
    """Offer money of the same amount for which no order is known."""
    if item.kind not in {Kind.ORDER_UNPAID, Kind.AMOUNT_MISMATCH, CASH_NOT_ENTERED}:
        return
    order, count = order_of(item), 0
    for each in books.exceptions.standing():
        fits = each.kind == _MONEY and each.amount == item.amount
        if fits and pair_of(order, each.about) is not None and count < _PAYMENTS_MAX:
            count += 1
            yield Choice(PAID, each.about)


def order_of(item: ExceptionItem) -> str:
    """Give the order that an exception is about, or may be; empty where there is none."""
    of_orders = (e for e in (*item.records, *item.candidates) if e.startswith("order:"))
    return next(of_orders, "")
