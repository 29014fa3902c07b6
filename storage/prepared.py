"""Statements that run for every message: compiled once, then handed to the driver as they are.

SQLAlchemy looks a statement up in its cache and builds a context, processors and a result for
each run. For the dozen small statements of one message that costs several times what SQLite
itself takes, so there a prepared statement goes to the connection directly; elsewhere SQLAlchemy
runs it (docs/decisions/0006).
"""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias, cast

from sqlalchemy import BindParameter, Connection, Dialect, Insert, Row, Select, Update
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine

Values: TypeAlias = Mapping[str, object]
AnyRow: TypeAlias = Row[*tuple[object, ...]]
_Convert: TypeAlias = Callable[[object], object]

_SQLITE: Dialect = sqlite.dialect()
_NOTHING: Values = {}


class Prepared:
    """A statement of Core whose values are all given by name on every run."""

    def __init__(
        self,
        statement: Select[*tuple[object, ...]] | Insert | Update,
        *,
        fills: Iterable[str] = (),
    ) -> None:
        """Take a statement; an insert also says which columns it fills."""
        self._statement = statement
        self._fills = list(fills)

    def rows(self, connection: Connection, values: Values = _NOTHING) -> Sequence[AnyRow]:
        """Give the rows that are found."""
        if (driver := _sqlite(connection)) is None:
            return connection.execute(self._statement, dict(values)).all()
        text, binds = self._compiled
        with told_by_sqlalchemy:
            found = driver.execute(text, [bind(values) for bind in binds]).fetchall()
        read = self._read
        return [read(row) for row in found]

    def first(self, connection: Connection, values: Values = _NOTHING) -> AnyRow | None:
        """Give the first row that is found."""
        found = self.rows(connection, values)
        return found[0] if found else None

    def run(self, connection: Connection, values: Values = _NOTHING) -> int:
        """Run it once; an insert gives the number of its new row."""
        if (driver := _sqlite(connection)) is None:
            done = connection.execute(self._statement, dict(values))
            key = done.inserted_primary_key if done.is_insert else None
            return int(key[0]) if key else 0
        text, binds = self._compiled
        with told_by_sqlalchemy:
            return driver.execute(text, [bind(values) for bind in binds]).lastrowid or 0

    def run_counting(self, connection: Connection, values: Values = _NOTHING) -> int:
        """Run it once; give how many rows it changed."""
        if (driver := _sqlite(connection)) is None:
            return connection.execute(self._statement, dict(values)).rowcount
        text, binds = self._compiled
        with told_by_sqlalchemy:
            return driver.execute(text, [bind(values) for bind in binds]).rowcount

    def run_each(self, connection: Connection, many: Sequence[Values]) -> None:
        """Run it once for each of many values."""
        if (driver := _sqlite(connection)) is None:
            connection.execute(self._statement, [dict(values) for values in many])
            return
        text, binds = self._compiled
        with told_by_sqlalchemy:
            driver.executemany(text, [[bind(values) for bind in binds] for values in many])

    @cached_property
    def _compiled(self) -> tuple[str, Sequence[Callable[[Values], object]]]:
        """Give the SQL, and for each of its places how to take the value for it."""
        compiled = self._statement.compile(dialect=_SQLITE, column_keys=self._fills or None)
        places = compiled.positiontup or ()
        return compiled.string, [_taker(name, compiled.binds[name]) for name in places]

    @cached_property
    def _read(self) -> Callable[[Sequence[object]], AnyRow]:
        """Give what makes the driver's row into one with names and the books' own values."""
        columns = list(cast("Select[*tuple[object, ...]]", self._statement).selected_columns)
        row_type = namedtuple("row_type", [column.key for column in columns])  # type: ignore[misc]  # noqa: PYI024 - named at run time
        converts = [
            (place, convert)
            for place, column in enumerate(columns)
            if (convert := _result_converter(column.type)) is not None
        ]

        def read(found: Sequence[object]) -> AnyRow:
            values = list(found)
            for place, convert in converts:
                values[place] = convert(values[place])
            return cast("AnyRow", row_type._make(values))

        return read


class _ToldBySqlalchemy:
    """Raise the driver's errors as SQLAlchemy's, so that the rest knows one kind only."""

    __slots__ = ()

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _traceback: object) -> None:
        if isinstance(error, sqlite3.Error):
            raise DBAPIError.instance(None, None, error, sqlite3.Error, dialect=_SQLITE) from error


told_by_sqlalchemy = _ToldBySqlalchemy()


def _sqlite(connection: Connection) -> sqlite3.Connection | None:
    driver = connection.connection.driver_connection
    return driver if isinstance(driver, sqlite3.Connection) else None


def _taker(name: str, bind: BindParameter[object]) -> Callable[[Values], object]:
    convert: _Convert | None = bind.type.dialect_impl(_SQLITE).bind_processor(_SQLITE)
    if not bind.required:
        kept = bind.value if convert is None else convert(bind.value)
        return lambda _values: kept
    if convert is None:
        return lambda values: values[name]
    processor = convert
    return lambda values: processor(values[name])


def _result_converter(kind: TypeEngine[object]) -> _Convert | None:
    return kind.dialect_impl(_SQLITE).result_processor(_SQLITE, None)
