"""Days that are weighed: how many had more or less than an amount, weekends, what is usual."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from ledger.days import Days, month_later
from ledger.money import Money
from parsing.questions.query import Ask, Group, Measure, Per, Query
from reports.norm import norm_of
from services.answers.answer_figures import divided, figure_of, of_rows, weekdays_in
from services.answers.answer_totals import each_day, series_of
from services.ports import Books
from services.posting import shop_of
from services.results.answers import Answer, AnswerRow
from services.results.question_facts import with_days

WEEKEND, WORKDAYS = "weekend", "workdays"
"""The names of rows that tell of Saturdays and Sundays, and of all other days."""
USUAL = "usual"
"""The role of a row that tells what such days usually come to, and of how many that is said."""
EMPTY, OF_ALL = "empty", "of_all"
"""The roles of rows that count days: those with nothing at all, and all that were looked at."""
_PARTS = {WEEKEND: (5, 6), WORKDAYS: (0, 1, 2, 3, 4)}
_PERS = {Group.DAY: Per.DAY, Group.WEEK: Per.WEEK, Group.MONTH: Per.MONTH}
_MADE = frozenset({Measure.RESULT, Measure.MARGIN})
"""What is a loss below nought, and none at it."""
_WEEK, _WEEKS_BACK, _MONTHS_BACK = 7, 4, 3


def days_of(books: Books, query: Query) -> Answer:
    """Answer on how many days, weeks or months a figure came to so much, or no more."""
    per = _PERS[query.group or Group.DAY]
    all_ = [
        row
        for row in series_of(books, replace(query, ask=Ask.SERIES, per=per, group=None)).rows
        if row.amount.currency == shop_of(books).base_currency
    ]
    found = [row for row in all_ if _is_of_size(row.amount, query)]
    zero = Money.zero(shop_of(books).base_currency)
    rows = [AnswerRow(zero, role=OF_ALL, count=len(all_))]
    empty = sum(not row.amount for row in found)
    if empty and query.at_most:
        rows.append(AnswerRow(zero, role=EMPTY, count=empty))
    return replace(of_rows(books, query, found), rows=tuple(rows), count=len(found))


def _is_of_size(amount: Money, query: Query) -> bool:
    """Tell whether it is under what is asked, or over; of nought, whether it is a loss or none."""
    told = amount.to_decimal()
    if query.at_most is not None:
        is_none = not query.at_most and query.measure not in _MADE and not amount
        return told < query.at_most or is_none
    return told >= query.at_least


def weekend_rows(books: Books, query: Query) -> list[AnswerRow]:
    """Give what a day of a weekend comes to, and another one; or a sale on such days."""
    base = shop_of(books).base_currency
    if query.compared is Ask.AVERAGE:
        asked = replace(query, ask=Ask.AVERAGE, group=None, compared=Ask.TOTAL)
        singles = ((name, replace(asked, weekdays=days)) for name, days in _PARTS.items())
        return [
            AnswerRow(figure_of(books, one).amount, name, role=WEEKEND) for name, one in singles
        ]
    by_day = each_day(books, replace(query, group=None))
    found = []
    for name, weekdays in _PARTS.items():
        told = (each.get(base, 0) for day, each in by_day.items() if day.weekday() in weekdays)
        average = divided(Money(sum(told), base), weekdays_in(query.days, weekdays))
        found.append(AnswerRow(average, name, role=WEEKEND))
    return found


def usual_of(books: Books, query: Query, until: dt.time | None) -> AnswerRow | None:
    """Give what such days usually come to: the middle of those before; None of too few.

    Args:
        books: the open books.
        query: what is asked, of the days that are held against it.
        until: the time that the running day has come to.
    """
    asked = replace(query, ask=query.compared, is_usual=False)
    told = [figure_of(books, with_days(asked, days), _moment(books, days, until))
            for days in days_like(query.days)]  # fmt: skip
    if query.compared is Ask.COUNT:
        counts = sorted(each.count or 0 for each in told if each.count)
        middle = counts[len(counts) // 2] if counts else 0
        amount = divided(Money(sum(each.amount.minor for each in told), told[0].amount.currency),
                         len(counts))  # fmt: skip
        return AnswerRow(amount, role=USUAL, count=middle) if counts else None
    norm = norm_of([each.amount for each in told if each.amount])
    return None if norm is None else AnswerRow(norm.usual, role=USUAL, count=norm.day_count)


def days_like(days: Days) -> Sequence[Days]:
    """Give the days before that are like these: the same weekdays, or the same part of a month."""
    if days.count <= _WEEK:
        weeks = (dt.timedelta(weeks=back) for back in range(1, _WEEKS_BACK + 1))
        return [Days(days.first - each, days.last - each) for each in weeks]
    found = []
    for back in range(1, _MONTHS_BACK + 1):
        first = month_later(days.first, -back)
        whole = (
            Days.months(first.year, first.month, days.whole_months) if days.whole_months else None
        )
        found.append(whole or Days(first, month_later(days.last, -back)))
    return found


def _moment(books: Books, days: Days, until: dt.time | None) -> dt.datetime | None:
    if until is None:
        return None
    return dt.datetime.combine(days.first, until, shop_of(books).begin_of(days.first).tzinfo)
