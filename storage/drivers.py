"""The drivers that stand under SQLAlchemy, told directly what it has compiled.

Values go in and come out as the driver knows them; errors come out as SQLAlchemy's own, so that
the rest of the house knows one kind (docs/decisions/0006).
"""

import sqlite3
from collections.abc import Coroutine, Sequence
from typing import Protocol, TypeVar

import asyncpg
from sqlalchemy import Connection, Dialect
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql.asyncpg import dialect as asyncpg_dialect
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError
from sqlalchemy.util import await_

Given = TypeVar("Given")
Row = Sequence[object]

ASYNCPG_ERRORS = (asyncpg.PostgresError, asyncpg.InterfaceError)
_OURS = "tilly_driver"


class Driver(Protocol):
    """What a compiled statement is told to."""

    dialect: Dialect
    """What SQLAlchemy compiles for."""
    asks_for_numbers: bool
    """An insert gives the number of its row only when its text asks for it."""

    def rows(self, text: str, values: Sequence[object]) -> Sequence[Row]:
        """Give the rows that are found."""
        ...

    def insert(self, text: str, values: Sequence[object]) -> int:
        """Add a row; give its number, or 0 where it has none."""
        ...

    def change(self, text: str, values: Sequence[object]) -> int:
        """Give how many rows were changed."""
        ...

    def say(self, *texts: str) -> None:
        """Say what is about the transaction."""
        ...

    @property
    def is_in_transaction(self) -> bool:
        """Say whether what was begun still stands."""
        ...


class SqliteDriver:
    """Python's own sqlite3."""

    dialect: Dialect = sqlite.dialect()
    asks_for_numbers = False

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def rows(self, text: str, values: Sequence[object]) -> Sequence[Row]:
        """Give the rows that are found."""
        with told_by_sqlalchemy:
            return self.connection.execute(text, values).fetchall()

    def insert(self, text: str, values: Sequence[object]) -> int:
        """Add a row; give its number."""
        with told_by_sqlalchemy:
            return self.connection.execute(text, values).lastrowid or 0

    def change(self, text: str, values: Sequence[object]) -> int:
        """Give how many rows were changed."""
        with told_by_sqlalchemy:
            return self.connection.execute(text, values).rowcount

    def say(self, *texts: str) -> None:
        """Say what is about the transaction."""
        with told_by_sqlalchemy:
            for text in texts:
                self.connection.execute(text)

    @property
    def is_in_transaction(self) -> bool:
        """Say whether what was begun stands; SQLite gives all up when the disk is full."""
        return self.connection.in_transaction


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


def driver_of(connection: Connection) -> Driver:
    """Give the driver under a connection.

    Raises:
        LookupError: it is not one of the books' own, so that nobody has begun a transaction on it.
    """
    known: Driver | None = connection.info.get(_OURS)
    if known is None:
        raw = connection.connection.driver_connection
        if not isinstance(raw, sqlite3.Connection):
            raise LookupError(f"{raw!r} was not opened by the books: see storage/postgres.py")
        known = connection.info[_OURS] = SqliteDriver(raw)
    return known


def make_known(connection: Connection, driver: AsyncpgDriver) -> None:
    """Keep a driver with the connection that it stands under."""
    connection.info[_OURS] = driver


class _ToldBySqlalchemy:
    """Raise sqlite3's errors as SQLAlchemy's."""

    __slots__ = ()

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _traceback: object) -> None:
        if isinstance(error, sqlite3.Error):
            raise DBAPIError.instance(
                None, None, error, sqlite3.Error, dialect=SqliteDriver.dialect
            ) from error


told_by_sqlalchemy = _ToldBySqlalchemy()


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
