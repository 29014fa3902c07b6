"""A figure of some days held against that of others, and what made the difference."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from ledger.days import Days
from ledger.money import Money, sum_money
from parsing.questions.query import Ask, Group, Measure, Query
from services.answers.answer_days import usual_of
from services.answers.answer_figures import figure_of
from services.answers.answer_money import money_moved
from services.answers.answer_orders import orders_of
from services.answers.answer_totals import permille_of
from services.ports import Books
from services.posting import shop_of
from services.results.answers import Answer, AnswerRow
from services.results.explain_change import OTHER, causes_of
from services.results.figure_ports import By
from services.results.question_facts import scope_of, with_days

_HUNDRED = 100
_TELLING_MAX = 9_990
"""A change of more thousandths than these says nothing: a large figure after a small one."""


def change_of(books: Books, query: Query, now: dt.datetime) -> Answer:
    """Answer with the difference between two stretches of days.

    A day that is not over is held against another one only as far as the clock has come.

    Args:
        books: the open books.
        query: what is asked.
        now: the moment, aware.
    """
    if query.measure is Measure.MONEY:
        return money_moved(books, query)
    if query.is_usual and query.ask is Ask.COMPARE:
        return _beside_usual(books, query, now)
    against = query.against or query.days.before()
    until = _until(books, query.days, against, now)
    ours = _single(books, replace(with_days(query, query.days), ask=query.compared))
    theirs = _single(books, replace(with_days(query, against), ask=query.compared), until)
    rows: tuple[AnswerRow, ...] = (
        AnswerRow(ours.amount, role="now", count=ours.count or 0),
        AnswerRow(theirs.amount, role="before", count=theirs.count or 0),
    )
    difference = ours.amount - theirs.amount
    if query.ask is Ask.WHY and query.least_percent is not None:
        rows += _moved_by(books, query, against, query.least_percent)
    elif query.ask is Ask.WHY:
        rows += _largest(causes_of(books, query, against, difference, until), query.limit)
    if query.is_usual:
        usual = usual_of(books, query, None if until is None else until.time())
        rows += () if usual is None else (usual,)
    return replace(
        Answer(query, (difference,), rows, names=ours.names, words=ours.words),
        count=None if ours.count is None else ours.count - (theirs.count or 0),
        permille=_changed_by(difference, theirs, query),
        until=None if until is None else shop_of(books).local(until).time(),
    )


def _moved_by(books: Books, query: Query, against: Days, percent: int) -> tuple[AnswerRow, ...]:
    """Give the categories that grew by so many per cent at least, or fell, the most first."""
    now, before = (_by_account(books, with_days(query, days)) for days in (query.days, against))
    sign = -1 if query.is_least else 1
    rows = []
    for key in {*now, *before}:
        ours, theirs = now.get(key, 0), before.get(key, 0)
        moved = sign * (ours - theirs)
        if moved > 0 and moved * _HUNDRED >= percent * theirs:
            change = Money(ours - theirs, shop_of(books).base_currency)
            rows.append(
                AnswerRow(change, account=key, permille=permille_of(ours - theirs, theirs))
            )
    return tuple(sorted(rows, key=lambda row: (-abs(row.amount.minor), row.account or "")))


def _by_account(books: Books, query: Query) -> dict[str, int]:
    """Give what each account of a figure came to, in minor units of the shop's currency."""
    base = shop_of(books).base_currency
    sums = books.figures.sums(scope_of(books, query).wanted, By.ACCOUNT)
    return {
        each.key: each.amount.minor for each in sums if each.key and each.amount.currency == base
    }


def _single(books: Books, query: Query, until: dt.datetime | None = None) -> Answer:
    return (
        orders_of(books, query) if query.group is Group.ORDER else figure_of(books, query, until)
    )


def _largest(causes: Sequence[AnswerRow], limit: int) -> tuple[AnswerRow, ...]:
    """Give the largest causes, and what all others come to, so that they still add up."""
    named = [row for row in causes if row.role != OTHER]
    rest = [row.amount for row in causes if row not in named[:limit]]
    if len(named) <= limit or not rest:
        return tuple(causes)
    other = sum_money(rest, rest[0].currency)
    return (*named[:limit], *([AnswerRow(other, role=OTHER)] if other else []))


def _beside_usual(books: Books, query: Query, now: dt.datetime) -> Answer:
    """Hold days against what such days usually come to; without a second row nothing is usual."""
    until = _until(books, query.days, query.days, now)
    time = None if until is None else until.time()
    ours = figure_of(books, replace(with_days(query, query.days), ask=query.compared))
    usual = usual_of(books, query, time)
    now_row = AnswerRow(ours.amount, role="now", count=ours.count or 0)
    if usual is None:
        return Answer(query, (ours.amount,), (now_row,))
    difference = ours.amount - usual.amount
    is_counted = query.compared is Ask.COUNT
    return Answer(
        query,
        (difference,),
        (now_row, usual),
        count=(ours.count or 0) - usual.count if is_counted else None,
        permille=None if is_counted else permille_of(difference.minor, usual.amount.minor),
        until=time,
    )


def _changed_by(difference: Money, theirs: Answer, query: Query) -> int | None:
    """Give a change in thousandths of what was before, where it says something or was asked."""
    if query.compared is Ask.COUNT:
        return None
    changed = permille_of(difference.minor, theirs.amount.minor)
    return (
        changed if changed is None or query.is_in_percent or abs(changed) <= _TELLING_MAX else None
    )


def _until(books: Books, days: Days, against: Days, now: dt.datetime) -> dt.datetime | None:
    """Give the moment of the other day that the running one has come to."""
    shop = shop_of(books)
    if not (days.is_one and against.is_one) or days.first != shop.day_of(now):
        return None
    local = shop.local(now)
    return dt.datetime.combine(against.first, local.time(), local.tzinfo)
