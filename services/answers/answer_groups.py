"""Rows of a top that no account or name puts together: orders, weekdays, people, channels."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from ledger.money import Money
from parsing.questions.query import TILLS, Ask, Group, Measure, Query
from services.answers.answer_days import weekend_rows
from services.answers.answer_figures import (
    COUNTED,
    TIMES,
    divided,
    figure_of,
    of_rows,
    weekdays_in,
)
from services.answers.answer_orders import order_rows
from services.answers.answer_totals import each_day, permille_of
from services.ports import Books
from services.posting import shop_of
from services.results.answers import Answer, AnswerRow
from services.results.explain_change import CHANNEL
from services.results.figure_ports import By
from services.results.question_facts import scope_of

WEEKDAY = "weekday"
"""The role of rows whose names are days of the week."""
_WEEK = 7


def grouped(books: Books, query: Query) -> Answer:
    """Answer with the largest, or the smallest, of such a group."""
    rows = _ROWS[query.group or Group.ORDER](books, query)
    sign = 1 if query.is_least else -1
    is_counted, is_rated = query.compared is Ask.COUNT, query.share_of not in {None, query.measure}
    rows.sort(key=lambda row: (sign * row.amount.minor, row.name or ""))
    rows.sort(key=lambda row: sign * _first(row, is_counted=is_counted, is_rated=is_rated))
    whole = of_rows(books, query, rows)
    return replace(whole, rows=tuple(rows[: query.limit]))


def _first(row: AnswerRow, *, is_counted: bool, is_rated: bool) -> int:
    """Give by what rows are ranked before their sums: how often, or which part of sales."""
    if row.role == TIMES or is_counted:
        return row.count
    return (row.permille or 0) if is_rated else 0


def _weekdays(books: Books, query: Query) -> list[AnswerRow]:
    """Give what one Monday, one Tuesday comes to on average."""
    base = shop_of(books).base_currency
    sums: dict[int, int] = defaultdict(int)
    for day, totals in each_day(books, query).items():
        sums[day.weekday()] += totals.get(base, 0)
    found = []
    for weekday in query.weekdays or range(_WEEK):
        count = weekdays_in(query.days, (weekday,))
        if count:
            amount = divided(Money(sums[weekday], base), count)
            found.append(AnswerRow(amount, str(weekday), role=WEEKDAY))
    return found


def _recorders(books: Books, query: Query) -> list[AnswerRow]:
    """Give what each of the team put into the tills, or what his counts of them came to."""
    is_of_counts = query.measure is Measure.CATEGORY and set(query.categories) <= COUNTED
    ask, role = (Ask.COUNT, TIMES) if is_of_counts else (Ask.TOTAL, "")
    found = []
    for person in books.people.all():
        part = replace(query, ask=ask, group=None, told_by=person.actor)
        told = figure_of(books, replace(part, place=part.place or TILLS))
        if told.amount:
            found.append(AnswerRow(told.amount, person.name, count=told.count or 0, role=role))
    return found


def short_by_till(books: Books, query: Query) -> Answer:
    """Tell how often, and by how much, counts of each till came out short or over."""
    rows = []
    for till in books.accounts.tills():
        part = replace(query, ask=Ask.COUNT, group=None, place=till.key)
        told = figure_of(books, part)
        if told.count:
            rows.append(AnswerRow(told.amount, account=till.key, count=told.count, role=TIMES))
    rows.sort(key=lambda row: (-row.count, -row.amount.minor))
    return replace(of_rows(books, query, rows), rows=tuple(rows[: query.limit]))


def _channels(books: Books, query: Query) -> list[AnswerRow]:
    """Give sales, or what was given back of them, by where documents say that they came from."""
    scope = scope_of(books, query)
    sums = books.figures.sums(scope.wanted, By.CHANNEL)
    base = shop_of(books).base_currency
    rows = [
        AnswerRow(
            -each.amount if scope.grows_by_credit else each.amount,
            each.key,
            count=each.count,
            role=CHANNEL,
        )
        for each in sums
        if each.amount.currency == base and each.amount
    ]
    return rows if query.share_of in {None, query.measure} else _rated(books, query, rows)


def _rated(books: Books, query: Query, rows: Iterable[AnswerRow]) -> list[AnswerRow]:
    """Say of each channel what part of its own sales a figure is: a rate of refunds, of margin."""
    wholes = _channels(books, replace(query, measure=Measure.SALES, share_of=None))
    sold = {each.name: each.amount.minor for each in wholes}
    told = ((row, sold.get(row.name, 0)) for row in rows)
    return [replace(row, permille=permille_of(row.amount.minor, whole)) for row, whole in told]


_ROWS: dict[Group, Callable[[Books, Query], list[AnswerRow]]] = {
    Group.ORDER: order_rows,
    Group.WEEKDAY: _weekdays,
    Group.RECORDER: _recorders,
    Group.CHANNEL: _channels,
    Group.WEEKEND: weekend_rows,
}
GROUPED = frozenset(_ROWS)
