"""Who owes the shop and whom it owes, and since when.

What was paid for an order pays that order off; all else, and what is beyond it, the oldest debt
first.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ledger.money import Money
from parsing.questions.periods import ever
from parsing.questions.query import Measure, Query
from reports.aged import OpenDebt
from services.advances.advances import open_holders, shown_name
from services.ports import Books
from services.results.answers import AnswerRow
from services.results.figure_ports import Fact, FactFilter, Order
from services.results.question_facts import PAYABLES, PREPAYMENTS, RECEIVABLES, name_key

FACTS_MAX = 50_000
_OWED = {Measure.PAYABLE: (PAYABLES, -1), Measure.PREPAID: (PREPAYMENTS, -1)}
"""What the shop owes: its account, and the sign of a debt there."""


@dataclass(frozen=True, slots=True)
class _Open:
    """What is left of one debt."""

    day: dt.date
    minor: int


def owed_rows(books: Books, query: Query) -> tuple[AnswerRow, ...]:
    """Give who owes what, the most first; only what is older where that was asked."""
    if query.measure is Measure.ADVANCES:
        return tuple(_advances(books))
    key, sign = _OWED.get(query.measure, (RECEIVABLES, 1))
    return tuple(_rows(_facts(books, key, query.days.last), query, sign=sign))


def is_of_age(since: dt.date, query: Query, day: dt.date) -> bool:
    """Tell whether what began on a day is as old, or as young, on another one as is asked."""
    age = (day - since).days
    is_young = not query.younger_than_days or age <= query.younger_than_days
    return is_young and (not query.older_than_days or age > query.older_than_days)


def unpaid_orders(books: Books, query: Query) -> tuple[AnswerRow, ...]:
    """Give what is left to be paid of each order that was sold, the most first."""
    orders: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in _facts(books, RECEIVABLES, query.days.last):
        if fact.order_reference:
            orders[fact.order_reference, fact.amount.currency].append(fact)
    parted = {
        key: each for key, each in orders.items() if not query.is_part_paid or _is_part(each)
    }
    rows = (_unpaid(order, facts) for (order, _), facts in parted.items())
    found = [
        row
        for row in rows
        if row.amount.minor > 0
        and (row.day is None or is_of_age(row.day, query, query.days.last))
        and _has_begun(row, query)
    ]
    return tuple(sorted(found, key=lambda row: (-row.amount.minor, row.order or "")))


def _is_part(facts: Sequence[Fact]) -> bool:
    """Tell whether something of an order has been paid."""
    return any(fact.amount.minor < 0 for fact in facts)


def _has_begun(row: AnswerRow, query: Query) -> bool:
    """Tell whether an order was sold in the days that it is asked to be of."""
    begun = query.begun
    return begun is None or (row.day is not None and begun.first <= row.day <= begun.last)


def _unpaid(order: str, facts: Sequence[Fact]) -> AnswerRow:
    left = sum(fact.amount.minor for fact in facts)
    name = next((fact.counterparty for fact in facts if fact.counterparty), None)
    since = min(fact.booked_on for fact in facts)
    return AnswerRow(Money(left, facts[0].amount.currency), name, count=1, day=since, order=order)


def open_debts(books: Books, day: dt.date, *, is_ours: bool = False) -> tuple[OpenDebt, ...]:
    """Give what is left of each debt of a customer's, or of the shop's, when a day is over."""
    key, sign = (PAYABLES, -1) if is_ours else (RECEIVABLES, 1)
    return tuple(
        OpenDebt(_whose(moved, sign), each.day, Money(each.minor, currency))
        for currency, moved in _by_name(_facts(books, key, day))
        for each in _left(moved, sign)
    )


def _facts(books: Books, key: str, day: dt.date) -> Sequence[Fact]:
    if key not in books.accounts.chart():
        return ()
    return books.figures.facts(FactFilter(ever(day), (key,)), Order.NEWEST, FACTS_MAX)


def _by_name(facts: Sequence[Fact]) -> Iterable[tuple[str, Sequence[Fact]]]:
    """Put postings together by who they are about, with their currency, the oldest first.

    All of an order is about whom its first posting names, whoever paid for it.
    """
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    whose: dict[str, str] = {}
    for fact in reversed(facts):
        name = name_key(fact.counterparty or "")
        if fact.order_reference:
            name = whose.setdefault(fact.order_reference, name) or name
        groups[name, fact.amount.currency].append(fact)
    return ((currency, moved) for (_, currency), moved in groups.items())


def _rows(facts: Sequence[Fact], query: Query, *, sign: int) -> Iterable[AnswerRow]:
    found, day = [], query.days.last
    for currency, moved in _by_name(facts):
        left = [each for each in _left(moved, sign) if is_of_age(each.day, query, day)]
        total = sum(each.minor for each in left)
        if total > 0:
            name, since = _whose(moved, sign), min(each.day for each in left)
            found.append(AnswerRow(Money(total, currency), name, count=len(left), day=since))
    return sorted(found, key=lambda row: (-row.amount.minor, row.name or ""))


def _whose(moved: Sequence[Fact], sign: int) -> str | None:
    """Give who owes, as the newest of the debts spells it."""
    owed = [each.counterparty for each in moved if sign * each.amount.minor > 0]
    return owed[-1] if owed else moved[-1].counterparty


def _left(moved: Sequence[Fact], sign: int) -> list[_Open]:
    """Lay what was paid over the debts: of an order over its own, what remains over the oldest."""
    paid: dict[str | None, int] = defaultdict(int)
    debts: list[tuple[Fact, int]] = []
    for each in sorted(moved, key=lambda fact: (fact.booked_on, fact.number)):
        minor = sign * each.amount.minor
        if minor > 0:
            debts.append((each, minor))
        else:
            paid[each.order_reference or None] -= minor
    own = []
    for fact, minor in debts:
        used = min(paid[fact.order_reference], minor) if fact.order_reference else 0
        paid[fact.order_reference or None] -= used
        own.append((fact, minor - used))
    rest, found = sum(paid.values()), []
    for fact, minor in own:
        used = min(rest, minor)
        rest -= used
        if minor > used:
            found.append(_Open(fact.booked_on, minor - used))
    return found


def _advances(books: Books) -> Iterable[AnswerRow]:
    for holder in open_holders(books):
        for balance in holder.balances:
            name = shown_name(books, holder)
            yield AnswerRow(balance, name, count=len(holder.open), day=holder.since)
