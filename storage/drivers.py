"""The drivers that stand under SQLAlchemy, told directly what it has compiled.

Values go in and come out as the driver knows them; errors come out as SQLAlchemy's own, so that
the rest of the house knows one kind (docs/decisions/0006).
"""

import sqlite3
from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import Connection, Dialect
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError

Row = Sequence[object]

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


def make_known(connection: Connection, driver: Driver) -> None:
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
