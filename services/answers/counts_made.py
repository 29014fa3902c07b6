"""The counts of tills that were made on some days, whether they agreed or not."""

from collections.abc import Iterator

from ledger.money import Money
from parsing.questions.query import TILLS, Query
from services.ports import Books
from services.posting import shop_of
from services.results.answers import AnswerRow
from services.tills.count_types import SettledSheet

COUNTED_AS, NEVER_COUNTED = "counted_as", "never_counted"
"""The roles of a count that was made, with by how much it was off, and of there being none."""
_SEEN_MAX = 200
_ROWS_MAX = 20


def made_counts(books: Books, query: Query) -> tuple[AnswerRow, ...]:
    """Give the counts of the days, the newest first; one row says it where none was made."""
    rows = [row for till in _tills(books, query) for row in _of_till(books, query, till)]
    rows.sort(key=lambda row: row.day or query.days.first, reverse=True)
    none = AnswerRow(Money.zero(shop_of(books).base_currency), role=NEVER_COUNTED)
    return tuple(rows[: 1 if query.limit == 1 else _ROWS_MAX]) or (none,)


def _tills(books: Books, query: Query) -> Iterator[str]:
    place = query.place
    for till in books.accounts.tills():
        if place in {None, TILLS} or till.key in (place or "").split():
            yield till.key


def _of_till(books: Books, query: Query, till: str) -> Iterator[AnswerRow]:
    shop = shop_of(books)
    for each in books.counts.settled(till, answerable_id=None, limit=_SEEN_MAX, offset=0):
        day = shop.day_of(each.settled_at)
        if query.days.first <= day <= query.days.last and _is_his(each, query):
            yield AnswerRow(each.difference, account=till, day=day, role=COUNTED_AS)


def _is_his(sheet: SettledSheet, query: Query) -> bool:
    return query.told_by is None or query.told_by == f"person:{sheet.answerable_id}"
