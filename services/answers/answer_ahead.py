"""Answer how much money there will be: from payments that are due and what usually happens."""

import datetime as dt
from decimal import Decimal

from alerts.money_short import forecast
from ledger.money import Money
from parsing.questions.query import Query
from services.ports import Books
from services.posting import shop_of
from services.results.answers import Answer, AnswerRow
from services.results.money_on_hand import on_hand_on
from services.results.question_facts import PAYABLES

_DIGITS = 2
"""Digits that a band is told with; nobody knows more of them, nor any minor units."""
DAYS_MIN = 28
"""Of fewer days nothing is usual, and nothing is said."""


def ahead_of(books: Books, query: Query, now: dt.datetime) -> Answer:
    """Answer with the likely money when a day ahead is over, its band and what makes it.

    The rows are told apart by their roles; "held" and what is due and usual add up to the figure.
    Without enough days behind there are none.

    Args:
        books: the open books.
        query: what is asked, of a day ahead.
        now: the moment, aware.
    """
    shop = shop_of(books)
    today, currency = shop.day_of(now), shop.base_currency
    on_hand = on_hand_on(books, currency, today)
    path = forecast(on_hand, today, (query.days.last - today).days)
    if len(on_hand.days) < DAYS_MIN or not path:
        return Answer(query, (on_hand.held,))
    end = path[-1]
    due = sum(each.amount for each in on_hand.due if today < each.day <= end.day)
    step = _step_of(end.high - end.low)
    likely = _rounded(end.likely, step)
    usual = likely - on_hand.held.minor + due
    short = next((each for each in path if each.likely < 0), None)
    made = {"held": on_hand.held.minor, "due": -due, "usual": usual}
    made |= {"low": _rounded(end.low, step), "high": _rounded(end.high, step)}
    made["owed"] = _owed(books, currency)
    rows = [AnswerRow(Money(minor, currency), role=role) for role, minor in made.items()]
    lowest = min(path, key=lambda each: each.likely)
    rows.append(
        AnswerRow(Money(_rounded(lowest.likely, step), currency), role="lowest", day=lowest.day)
    )
    if query.at_least:
        left = Money(likely, currency) - Money.from_decimal(Decimal(query.at_least), currency)
        rows.append(AnswerRow(left, role="after"))
    if short is not None:
        rows.append(
            AnswerRow(Money(_rounded(short.likely, step), currency), role="short", day=short.day)
        )
    return Answer(query, (Money(likely, currency),), tuple(rows))


def _step_of(band: int) -> int:
    """Give how exact a forecast is told: to a hundredth or so of its band."""
    step: int = 10 ** max(_DIGITS, len(str(band)) - _DIGITS)
    return step


def _rounded(minor: int, step: int) -> int:
    return (minor + step // 2) // step * step


def _owed(books: Books, currency: str) -> int:
    """Give what suppliers are owed, of which no day to pay it is known."""
    return max(0, -books.balances.of(PAYABLES, currency).minor) if _has_payables(books) else 0


def _has_payables(books: Books) -> bool:
    return PAYABLES in books.accounts.chart()
