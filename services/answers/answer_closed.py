"""Answer whether the books are closed through some days, and through which day they are."""

from ledger.money import Money
from parsing.questions.query import Query
from services.ports import Books
from services.posting import shop_of
from services.results.answers import Answer, AnswerRow

CLOSED, OPEN = "closed", "open"
"""Roles of the row that tells it; its day is the last one that is closed, if there is any."""


def closed_of(books: Books, query: Query) -> Answer:
    """Answer with the last day that is closed, and whether all that was asked about is."""
    open_books = books.periods.open_books()
    nothing = Money.zero(shop_of(books).base_currency)
    role = OPEN if open_books.is_open(query.days.last) else CLOSED
    row = AnswerRow(nothing, role=role, day=open_books.closed_through)
    return Answer(query, (nothing,), (row,))
