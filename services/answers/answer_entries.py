"""Single entries that a question asks for: the newest, the largest, all of a size."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ledger.days import Days
from ledger.places import PlaceKind, place_of
from parsing.questions.query import LIMIT_MAX, Ask, Measure, Query
from services.answers.answer_figures import of_rows
from services.answers.answer_totals import own_moves_of
from services.answers.open_lines import is_of_size
from services.ports import Books
from services.results.answers import Answer, AnswerRow
from services.results.figure_ports import Fact, FactFilter, Order, Side
from services.results.question_facts import Scope, narrowed, scope_of

PICKED_MAX, OWN_MAX = 5_000, 200
LATELY_DAYS = 60
_OF_ORDERS = frozenset({Measure.SALES, Measure.REFUNDS})
"""Entries that are told with the order that they are of."""


def entries_of(books: Books, query: Query) -> Answer:
    """Answer with entries; of those of a size, and of all, how many they are, too."""
    scope = narrowed(books, scope_of(books, query), query.about)
    is_bounded = bool(query.at_least) or query.at_most is not None
    rows = [each for each in _rows(books, query, scope) if is_of_size(each, query)]
    if query.ask is not Ask.BIGGEST:
        rows.sort(key=lambda row: (row.day or dt.date.min, row.number or 0), reverse=True)
    if not rows:
        return replace(of_rows(books, query, ()), words=scope.wanted.words)
    is_all = query.ask is Ask.LAST and query.limit == LIMIT_MAX
    are_few = len(rows) < query.limit and query.measure is not Measure.ENTRIES
    is_counted = (is_bounded and (is_all or query.ask is Ask.BIGGEST)) or (is_all and are_few)
    told = tuple(rows[: query.limit])
    if not is_counted:
        return of_rows(books, query, told)
    return replace(of_rows(books, query, rows), rows=told, count=len(rows))


def _rows(books: Books, query: Query, scope: Scope) -> Iterator[AnswerRow]:
    wanted = scope.wanted
    if wanted.side is None and query.measure is not Measure.ENTRIES:
        wanted = replace(wanted, side=Side.CREDIT if scope.grows_by_credit else Side.DEBIT)
    is_bounded = bool(query.at_least) or query.at_most is not None
    is_sized = query.ask is Ask.BIGGEST or is_bounded
    is_least = query.is_least or query.at_most is not None
    size = Order.SMALLEST if is_least else Order.LARGEST
    own = _own_facts(books, query)
    limit = PICKED_MAX if is_bounded else query.limit + len(own)
    facts = () if is_sized else _lately(books, wanted, limit)
    facts = facts or books.figures.facts(wanted, size if is_sized else Order.NEWEST, limit)
    rows = map(_entry_row, _but_own(facts, own))
    is_of_orders = query.measure in _OF_ORDERS
    return (row if is_of_orders else replace(row, order=None) for row in rows)


def count_of_size(books: Books, query: Query) -> Answer:
    """Count entries of such a size, and sum them up."""
    listed = entries_of(books, replace(query, ask=Ask.BIGGEST))
    return replace(listed, query=query, rows=(), count=listed.count or 0)


def _own_facts(books: Books, query: Query) -> tuple[Fact, ...]:
    """Give the shop's own cash that the banks' lines told of: it is no money in or out."""
    wanted = own_moves_of(books, query)
    return () if wanted is None else books.figures.facts(wanted, Order.NEWEST, OWN_MAX)


def _but_own(facts: Sequence[Fact], own: Sequence[Fact]) -> Iterator[Fact]:
    """Leave out the bank lines of own cash: as much as it, on the day that it is filed on."""
    left = Counter((each.booked_on, abs(each.amount)) for each in own)
    for each in facts:
        key = (each.booked_on, abs(each.amount))
        if left[key] and place_of(each.account) is PlaceKind.BANK:
            left[key] -= 1
        else:
            yield each


def _lately(books: Books, wanted: FactFilter, limit: int) -> tuple[Fact, ...]:
    """Give the newest postings of the last weeks if they are enough, not to go through years."""
    last = wanted.days.last
    first = max(wanted.days.first, last - dt.timedelta(days=LATELY_DAYS))
    found = books.figures.facts(
        replace(wanted, days=Days(first, last), standing=wanted.days), Order.NEWEST, limit
    )
    return found if len(found) == limit else ()


def _entry_row(fact: Fact) -> AnswerRow:
    name = fact.counterparty or fact.narration or None
    amount = abs(fact.amount)
    order = fact.order_reference or None
    return AnswerRow(
        amount, name, fact.account, number=fact.number, day=fact.booked_on, order=order
    )
