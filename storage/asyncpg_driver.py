"""asyncpg under SQLAlchemy; imported only where the books are on PostgreSQL."""

from collections.abc import Coroutine, Sequence
from typing import TypeVar

import asyncpg
from sqlalchemy import Dialect
from sqlalchemy.dialects.postgresql.asyncpg import dialect as asyncpg_dialect
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError
from sqlalchemy.util import await_

from storage.drivers import Row

Given = TypeVar("Given")

ASYNCPG_ERRORS = (asyncpg.PostgresError, asyncpg.InterfaceError)


class AsyncpgDriver:
    """asyncpg, from within a function that SQLAlchemy runs in a greenlet."""

    dialect: Dialect = asyncpg_dialect()  # type: ignore[no-untyped-call]  # typed loosely
    asks_for_numbers = True

    def __init__(self, connection: "asyncpg.Connection[asyncpg.Record]") -> None:
        self._connection = connection

    def rows(self, text: str, values: Sequence[object]) -> Sequence[Row]:
        """Give the rows that are found."""
        return self._wait(self._connection.fetch(text, *values))

    def insert(self, text: str, values: Sequence[object]) -> int:
        """Add a row; give its number, or 0 where it has none."""
        number = self._wait(self._connection.fetchval(text, *values))
        return number if isinstance(number, int) else 0

    def change(self, text: str, values: Sequence[object]) -> int:
        """Give how many rows were changed."""
        done = self._wait(self._connection.execute(text, *values))
        return int(done.rpartition(" ")[2])

    def say(self, *texts: str) -> None:
        """Say what is about the transaction, in one round trip."""
        self._wait(self._connection.execute("; ".join(texts)))

    @property
    def is_in_transaction(self) -> bool:
        """Say whether what was begun still stands."""
        return not self._connection.is_closed() and self._connection.is_in_transaction()

    def _wait(self, asked: Coroutine[object, object, Given]) -> Given:
        try:
            return await_(asked)
        except ASYNCPG_ERRORS as error:
            raise as_sqlalchemys(error, self._connection) from error


def as_sqlalchemys(
    error: asyncpg.PostgresError | asyncpg.InterfaceError,
    connection: "asyncpg.Connection[asyncpg.Record]",
) -> DBAPIError:
    """Give asyncpg's error as SQLAlchemy's."""
    kind = DBAPIError
    if isinstance(error, asyncpg.IntegrityConstraintViolationError):
        kind = IntegrityError
    elif isinstance(error, asyncpg.InterfaceError):
        kind = InterfaceError
    return kind(None, None, error, connection_invalidated=connection.is_closed())
