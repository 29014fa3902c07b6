"""Statements that run for every message: compiled once, then handed to the driver as they are.

SQLAlchemy looks a statement up in its cache and builds a context, processors and a result for
each run. For the dozen small statements of one message that costs several times what the driver
itself takes, so a prepared statement goes to the driver directly (docs/decisions/0006).
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from itertools import repeat
from operator import itemgetter
from typing import TypeAlias, cast

from sqlalchemy import BindParameter, Connection, Date, Dialect, Insert, Row, Select, Update
from sqlalchemy.sql.dml import ReturningInsert
from sqlalchemy.types import TypeEngine

from storage.columns import UtcTime
from storage.drivers import Driver, SqliteDriver, driver_of, told_by_sqlalchemy

Values: TypeAlias = Mapping[str, object]
AnyRow: TypeAlias = Row[*tuple[object, ...]]
Statement: TypeAlias = Select[*tuple[object, ...]] | Insert | Update
_Convert: TypeAlias = Callable[[object], object]
_Column: TypeAlias = Callable[[Sequence[Values]], Iterable[object]]

_NOTHING: Values = {}
_ALIKE = 512


class Prepared:
    """A statement of Core whose values are all given by name on every run."""

    def __init__(
        self,
        statement: Statement,
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
        self._forms: dict[str, _Form] = {}

    def rows(self, connection: Connection, values: Values = _NOTHING) -> Sequence[AnyRow]:
        """Give the rows that are found."""
        driver = driver_of(connection)
        form = self._form(driver)
        read = form.read
        return [read(row) for row in driver.rows(form.text, form.take(values))]

    def first(self, connection: Connection, values: Values = _NOTHING) -> AnyRow | None:
        """Give the first row that is found."""
        found = self.rows(connection, values)
        return found[0] if found else None

    def run(self, connection: Connection, values: Values = _NOTHING) -> int:
        """Run it once; an insert gives the number of its new row."""
        driver = driver_of(connection)
        form = self._form(driver)
        run = driver.insert if self._statement.is_insert else driver.change
        return run(form.text, form.take(values))

    def run_counting(self, connection: Connection, values: Values = _NOTHING) -> int:
        """Run it once; give how many rows it changed."""
        driver = driver_of(connection)
        form = self._form(driver)
        return driver.change(form.text, form.take(values))

    def run_each(self, connection: Connection, many: Sequence[Values]) -> None:
        """Run it once for each of many values."""
        driver = driver_of(connection)
        if isinstance(driver, SqliteDriver):
            form = self._form(driver)
            rows = zip(*[column(many) for column in form.columns], strict=True)
            with told_by_sqlalchemy:
                driver.connection.executemany(form.text, rows)
        elif len(many) == 1:
            self.run(connection, many[0])
        elif many:
            connection.execute(self._together, [dict(values) for values in many])

    def _form(self, driver: Driver) -> "_Form":
        name = driver.dialect.name
        if (known := self._forms.get(name)) is None:
            known = self._forms[name] = _Form(
                _asking_for_its_number(self._statement, driver), driver.dialect, self._fills
            )
        return known


class _Form:
    """A statement as one driver takes it."""

    def __init__(self, statement: Statement, dialect: Dialect, fills: Sequence[str]) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(fills) or None)
        self._statement = statement
        self._dialect = dialect
        self._places = [(name, compiled.binds[name]) for name in compiled.positiontup or ()]
        self._binds = [_taker(name, bind, dialect) for name, bind in self._places]
        self.text = compiled.string

    def take(self, values: Values) -> Sequence[object]:
        """Give for each place of the text the value for it."""
        return [bind(values) for bind in self._binds]

    @cached_property
    def columns(self) -> Sequence[_Column]:
        """Give for each of its places how to take it out of many values."""
        return [_column(name, bind, self._dialect) for name, bind in self._places]

    @cached_property
    def read(self) -> Callable[[Sequence[object]], AnyRow]:
        """Give what makes the driver's row into one with names and the books' own values."""
        columns = list(cast("Select[*tuple[object, ...]]", self._statement).selected_columns)
        row_type = namedtuple("row_type", [column.key for column in columns])  # type: ignore[misc]  # noqa: PYI024 - named at run time
        converts = [
            (place, convert)
            for place, column in enumerate(columns)
            if (convert := _result_converter(column.type, self._dialect)) is not None
        ]

        def read(found: Sequence[object]) -> AnyRow:
            values = list(found)
            for place, convert in converts:
                values[place] = convert(values[place])
            return cast("AnyRow", row_type._make(values))

        return read


def _asking_for_its_number(statement: Statement, driver: Driver) -> Statement:
    if not isinstance(statement, Insert) or not driver.asks_for_numbers:
        return statement
    numbered = statement.table.autoincrement_column  # type: ignore[attr-defined]  # it is a Table
    return statement if numbered is None else statement.returning(numbered)


def _taker(name: str, bind: BindParameter[object], dialect: Dialect) -> Callable[[Values], object]:
    convert = _bind_converter(bind.type, dialect)
    if not bind.required:
        kept = bind.value if convert is None else convert(bind.value)
        return lambda _values: kept
    if convert is None:
        return lambda values: values[name]
    processor = convert
    return lambda values: processor(values[name])


def _column(name: str, bind: BindParameter[object], dialect: Dialect) -> _Column:
    """Give what takes a place out of many values; days and moments of a file are few."""
    convert = _bind_converter(bind.type, dialect)
    if not bind.required:
        kept = bind.value if convert is None else convert(bind.value)
        return lambda many: repeat(kept, len(many))
    take = itemgetter(name)
    if convert is None:
        return partial(map, take)
    one_by_one = lru_cache(_ALIKE)(convert) if isinstance(bind.type, Date | UtcTime) else convert
    return lambda many: map(one_by_one, map(take, many))


def _bind_converter(kind: TypeEngine[object], dialect: Dialect) -> _Convert | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _result_converter(kind: TypeEngine[object], dialect: Dialect) -> _Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
