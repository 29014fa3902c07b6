"""Answer which days were told otherwise before: from what to what, and because of what."""

from collections.abc import Iterator

from ledger.money import Money
from parsing.questions.query import Query
from reports.restatements import Restatement
from services.ports import Books
from services.posting import shop_of
from services.results.answers import Answer, AnswerRow
from services.results.tell_day import change_of, changed_days, restatements_told

TOLD, NOW = "told", "now"
"""Roles of rows that tell the result of a day as it was told, and as it is."""
CAUSES_MAX = 3
_TOLD_MAX = 60
"""So many restatements that were told are looked through."""


def restated_of(books: Books, query: Query) -> Answer:
    """Answer with the days whose result has changed since it was told, the last first.

    Of each day come what it was told as, what it is, and the largest causes. What was told of
    changes already counts as well as what waits to be.
    """
    found = _restatements(books, query)
    base = shop_of(books).base_currency
    apart = sum(each.difference.minor for each in found if each.now.currency == base)
    rows = tuple(row for each in found[: query.limit] for row in _rows(each))
    return Answer(query, (Money(apart, base),), rows, count=len(found))


def _restatements(books: Books, query: Query) -> list[Restatement]:
    days = query.days
    changes = [change_of(books, day) for day in changed_days(books, days)]
    told = restatements_told(books, _TOLD_MAX)
    found = [
        each
        for change in (*changes, *told)
        if change is not None
        for each in change.restatements
        if days.first <= each.day <= days.last
    ]
    return sorted(found, key=lambda each: each.day, reverse=True)


def _rows(each: Restatement) -> Iterator[AnswerRow]:
    yield AnswerRow(each.told.result, role=TOLD, day=each.day)
    yield AnswerRow(each.now.result, role=NOW, day=each.day)
    for cause in each.causes[:CAUSES_MAX]:
        number = cause.numbers[-1] if cause.numbers else None
        name = cause.counterparty or cause.text or None
        yield AnswerRow(cause.amount, name, role=cause.kind.value, number=number)
