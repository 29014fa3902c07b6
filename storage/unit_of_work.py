"""One unit of work: a use case over the open books, then all of it or nothing.

The connection it is given is inside a transaction that commits when the function returns and
rolls back when it raises; nothing else in the house commits.
"""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection

from services.ports import Books
from storage.books import SqlBooks
from storage.repositories.accounts import AccountIds

Result = TypeVar("Result")
Work = Callable[[Connection], Result]


def writing(use_case: Callable[[Books], Result], account_ids: AccountIds) -> Work[Result]:
    """Make a use case that changes the books runnable on a connection."""

    def unit(connection: Connection) -> Result:
        books = SqlBooks(connection, account_ids)
        try:
            result = use_case(books)
            books.flush()
        except BaseException:  # the ids may be of accounts that are taken back with the unit
            account_ids.forget()
            raise
        return result

    return unit


def reading(use_case: Callable[[Books], Result]) -> Work[Result]:
    """Make a use case that only looks runnable on a connection."""
    return lambda connection: use_case(SqlBooks(connection, AccountIds()))
