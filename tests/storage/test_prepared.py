"""A prepared statement says just what SQLAlchemy says, on both databases."""

import datetime as dt

import pytest
from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError, StatementError

from services.ports import Database
from storage.books import SqlBooks
from storage.prepared import Prepared
from storage.tables import account, person

JOINED = dt.datetime(2026, 3, 29, 0, 59, 59, 123_456, tzinfo=dt.UTC)
COLUMNS = ("telegram_id", "name", "role", "language", "is_active", "joined_at")
ADD = Prepared(insert(person), fills=COLUMNS)
OF = select(person).where(person.c.telegram_id == bindparam("telegram"))
RENAME = Prepared(
    update(person)
    .where(person.c.telegram_id == bindparam("telegram"))
    .values(name=bindparam("called"), is_active=False)
)


def someone(telegram_id: int, name: str = "Оля") -> dict[str, object]:
    values = (telegram_id, name, "cashier", "uk", True, JOINED)
    return dict(zip(COLUMNS, values, strict=True))


def over(books: object) -> Connection:
    """Reach below the books: what is tested here is what they stand on."""
    assert isinstance(books, SqlBooks)
    return books._connection  # noqa: SLF001 - looked at from within


async def test_what_is_put_in_comes_out_as_the_books_own_values(database: Database) -> None:
    def work(books: object) -> None:
        connection = over(books)
        number = ADD.run(connection, someone(7, "\ud83d\x00 Ігор"))
        found = Prepared(OF).first(connection, {"telegram": 7})
        assert found is not None
        assert found._asdict() == connection.execute(OF, {"telegram": 7}).one()._asdict()
        assert (found.id, found.joined_at, found.is_active) == (number, JOINED, True)
        assert Prepared(OF).first(connection, {"telegram": 8}) is None

    await database.write(work)


async def test_many_and_fixed_values(database: Database) -> None:
    def work(books: object) -> None:
        connection = over(books)
        ADD.run_each(connection, [someone(1), someone(2)])
        RENAME.run(connection, {"telegram": 2, "called": "Rita"})
        rows = Prepared(select(person.c.name, person.c.is_active).order_by(person.c.id)).rows(
            connection
        )
        assert [tuple(row) for row in rows] == [("Оля", True), ("Rita", False)]

    await database.write(work)


async def test_moments_of_many_rows_are_each_its_own(database: Database) -> None:
    kyiv = dt.timezone(dt.timedelta(hours=2))
    moments = [JOINED, JOINED + dt.timedelta(seconds=1), JOINED.astimezone(kyiv)]

    def work(books: object) -> None:
        many = [someone(place) | {"joined_at": at} for place, at in enumerate(moments, start=1)]
        ADD.run_each(over(books), many)
        rows = Prepared(select(person.c.joined_at).order_by(person.c.id)).rows(over(books))
        assert [row.joined_at for row in rows] == moments
        with pytest.raises((TypeError, StatementError), match="without a zone"):
            ADD.run_each(over(books), [someone(9) | {"joined_at": JOINED.replace(tzinfo=None)}])

    await database.write(work)


async def test_json_and_flags_are_read(database: Database) -> None:
    def work(books: object) -> None:
        connection = over(books)
        names = {"en": "Till", "uk": "Каса"}
        connection.execute(
            insert(account).values(
                key="till.x", code="301", type="asset", names=names, is_open=False
            )
        )
        row = Prepared(select(account)).first(connection)
        assert row is not None
        assert (row.names, row.is_open) == (names, False)

    await database.write(work)


async def test_a_refusal_is_told_as_sqlalchemy_tells_it(database: Database) -> None:
    def twice(books: object) -> None:
        ADD.run(over(books), someone(5))
        ADD.run(over(books), someone(5))

    with pytest.raises(IntegrityError):
        await database.write(twice)
    assert await database.read(lambda books: books.people.by_telegram_id(5)) is None
