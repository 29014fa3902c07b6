"""Days that nobody named: a name is looked for in more, months before the books are left out."""

import datetime as dt
from dataclasses import replace

from ledger.days import Days
from parsing.questions.periods import BEGIN, ever
from parsing.questions.query import Ask, Per, Query, parts_of
from services.ports import Books
from services.results.answers import Answer

_OF_RESULT = ("income.", "expense.")
_WIDENED = frozenset({Ask.TOTAL, Ask.COUNT, Ask.TOP, Ask.BIGGEST, Ask.LAST})
"""What is asked of a name in days long enough to know it."""


def since_begun(books: Books, query: Query) -> Query:
    """Leave out the months before the books had anything; rows only where no days were named."""
    is_rows = query.ask is Ask.SERIES and query.is_usual_days
    if query.per is not Per.MONTH or not (is_rows or query.ask is Ask.AVERAGE):
        return query
    for month in parts_of(query.days, Per.MONTH):
        if any(each.account.startswith(_OF_RESULT) for each in books.figures.turnovers(month)):
            return replace(query, days=Days(month.first, query.days.last))
    return query


def wider_days(query: Query) -> tuple[Days, ...]:
    """Give the days that a name may be looked for in besides the usual ones: the year, all."""
    is_narrow = query.is_usual_days and query.about is not None and query.days.first > BEGIN
    if not is_narrow or query.ask not in _WIDENED:
        return ()
    last = query.days.last
    return Days(dt.date(last.year, 1, 1), last), ever(last)


def is_empty(answer: Answer) -> bool:
    """Tell whether an answer has nothing but noughts."""
    return not (answer.count or any(answer.amounts) or any(row.amount for row in answer.rows))
