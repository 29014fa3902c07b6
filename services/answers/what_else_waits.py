"""What waits for somebody beside messages about cash, where these are asked for alone."""

import datetime as dt

from parsing.questions.periods import BEGIN
from parsing.questions.query import Ask, Measure, Query
from services.answers.open_lines import unfiled_rows
from services.cash.what_waits import what_waits
from services.ports import Books
from services.posting import shop_of

APPROVALS, EXCEPTIONS, LINES = "approvals", "exceptions", "lines"
"""Kinds of what waits."""


def else_waiting(books: Books, query: Query, now: dt.datetime) -> tuple[tuple[str, int], ...]:
    """Give how many payouts, exceptions and bank lines wait, each kind of which there are any.

    Args:
        books: the open books.
        query: what is asked; of some messages alone nothing else is told.
        now: the moment, aware.
    """
    is_of_all = query.ask is Ask.OWED and query.measure is Measure.DRAFTS
    is_narrow = query.is_aged or query.at_least or query.at_most is not None
    if not is_of_all or is_narrow or query.days.first > BEGIN:
        return ()
    waits = what_waits(books, shop_of(books).day_of(now), now)
    lines = sum(each.count for each in unfiled_rows(books, query))
    kinds = ((APPROVALS, waits.approvals), (EXCEPTIONS, waits.exceptions), (LINES, lines))
    return tuple((kind, count) for kind, count in kinds if count)
