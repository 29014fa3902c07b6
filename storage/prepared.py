"""Statements that run for every message: compiled once, then handed to the driver as they are.

SQLAlchemy looks a statement up in its cache and builds a context, processors and a result for
each run. For the dozen small statements of one message that costs several times what SQLite
itself takes, so there a prepared statement goes to the connection directly; elsewhere SQLAlchemy
runs it (docs/decisions/0006).
"""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from itertools import repeat
from operator import itemgetter
from typing import TypeAlias, cast

from sqlalchemy import BindParameter, Connection, Date, Dialect, Insert, Row, Select, Update
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.dml import ReturningInsert
from sqlalchemy.types import TypeEngine

from storage.columns import UtcTime

Values: TypeAlias = Mapping[str, object]
AnyRow: TypeAlias = Row[*tuple[object, ...]]
_Convert: TypeAlias = Callable[[object], object]
_Column: TypeAlias = Callable[[Sequence[Values]], Iterable[object]]

_SQLITE: Dialect = sqlite.dialect()
_NOTHING: Values = {}
_ALIKE = 512


class Prepared:
    """A statement of Core whose values are all given by name on every run."""

    def __init__(
        self,
        statement: Select[*tuple[object, ...]] | Insert | Update,
        *,
        fills: Iterable[str] = (),
        together: ReturningInsert[*tuple[object, ...]] | None = None,
    ) -> None:
        """Take a statement; an insert also says which columns it fills.

        One that gives something back is sent to PostgreSQL as one statement for many rows, so that
        what a trigger does after each statement is done once for all of them.
        """
        self._statement = statement
        self._fills = list(fills)
        self._together = statement if together is None else together

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
            statement = self._together if len(many) > 1 else self._statement
            connection.execute(statement, [dict(values) for values in many])
            return
        text, _ = self._compiled
        with told_by_sqlalchemy:
            driver.executemany(text, zip(*[column(many) for column in self._columns], strict=True))

    @cached_property
    def _sql(self) -> tuple[str, Sequence[tuple[str, BindParameter[object]]]]:
        """Give the SQL, and what stands for each of its places."""
        compiled = self._statement.compile(dialect=_SQLITE, column_keys=self._fills or None)
        places = compiled.positiontup or ()
        return compiled.string, [(name, compiled.binds[name]) for name in places]

    @cached_property
    def _compiled(self) -> tuple[str, Sequence[Callable[[Values], object]]]:
        """Give the SQL, and for each of its places how to take the value for it."""
        text, places = self._sql
        return text, [_taker(name, bind) for name, bind in places]

    @cached_property
    def _columns(self) -> Sequence[_Column]:
        """Give for each of its places how to take it out of many values."""
        _, places = self._sql
        return [_column(name, bind) for name, bind in places]

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
    convert = _bind_converter(bind.type)
    if not bind.required:
        kept = bind.value if convert is None else convert(bind.value)
        return lambda _values: kept
    if convert is None:
        return lambda values: values[name]
    processor = convert
    return lambda values: processor(values[name])


def _column(name: str, bind: BindParameter[object]) -> _Column:
    """Give what takes a place out of many values; days and moments of a file are few."""
    convert = _bind_converter(bind.type)
    if not bind.required:
        kept = bind.value if convert is None else convert(bind.value)
        return lambda many: repeat(kept, len(many))
    take = itemgetter(name)
    if convert is None:
        return partial(map, take)
    one_by_one = lru_cache(_ALIKE)(convert) if isinstance(bind.type, Date | UtcTime) else convert
    return lambda many: map(one_by_one, map(take, many))


def _bind_converter(kind: TypeEngine[object]) -> _Convert | None:
    return kind.dialect_impl(_SQLITE).bind_processor(_SQLITE)


def _result_converter(kind: TypeEngine[object]) -> _Convert | None:
    return kind.dialect_impl(_SQLITE).result_processor(_SQLITE, None)
