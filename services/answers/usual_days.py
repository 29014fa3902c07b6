"""Days that nobody named: a name or a list is looked for in more, months before all left out."""

import datetime as dt
from dataclasses import replace

from ledger.days import Days
from parsing.questions.figures_said import LISTED, NAMES
from parsing.questions.periods import BEGIN, ever
from parsing.questions.query import Ask, Per, Query, parts_of
from services.ports import Books
from services.results.answers import Answer

_OF_RESULT = ("income.", "expense.")
_WIDENED = frozenset({Ask.TOTAL, Ask.COUNT, Ask.TOP, Ask.BIGGEST, Ask.LAST})
"""What is asked of a name in days long enough to know it."""
_LISTS = frozenset({Ask.TOP, Ask.BIGGEST, Ask.LAST})
_OF_NAMES = frozenset({None, *NAMES})
"""Lists of which no row is better than one of earlier days: whom wages were paid to."""


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
    """Give the days that a name, or a list, may be looked for in besides the usual ones: all."""
    is_list = query.ask in _LISTS and query.group in _OF_NAMES and query.measure in LISTED
    is_narrow = query.is_usual_days and query.days.first > BEGIN
    is_narrow = is_narrow and (query.about is not None or is_list)
    if not is_narrow or query.ask not in _WIDENED:
        return ()
    last = query.days.last
    return Days(dt.date(last.year, 1, 1), last), ever(last)


def is_empty(answer: Answer) -> bool:
    """Tell whether an answer has nothing but noughts."""
    return not (answer.count or any(answer.amounts) or any(row.amount for row in answer.rows))
