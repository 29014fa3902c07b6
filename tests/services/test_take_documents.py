"""Documents are kept once however often, in whatever order and how late they are told."""

import asyncio
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.documents import DocumentKind, OrderStage, Reference, ReferenceKind
from services.documents.take_documents import DocumentsTaken, take_documents
from services.ports import Books, Database
from services.verify_books import verify_books
from storage.database import open_database
from tests.conftest import NOW
from tests.databases import SqliteTemplate
from tests.papers import CRM, at, order, payment, told, uah
from tests.shop import SYSTEM
from tests.thorough import times


async def test_a_document_comes_back_as_it_was_told(database: Database) -> None:
    documents = (order(), payment(fee=uah(2_400)))

    def play(books: Books) -> None:
        taken = take_documents(books, [told(each) for each in documents], SYSTEM)
        assert [each.document for each in taken.new] == list(documents)

    await database.write(play)

    def look(books: Books) -> None:
        found = books.documents.of_keys({each.key for each in documents})
        assert tuple(each.document for each in found) == documents
        assert books.documents.of_number("N-410")[0].document == documents[0]
        naming = books.documents.naming(ReferenceKind.ORDER, ["N-410", "N-9"])
        assert [each.document for each in naming] == [documents[1]]

    await database.read(look)
    assert await database.read(verify_books) == ()


async def test_the_same_telling_twice_changes_nothing(database: Database) -> None:
    def play(books: Books) -> DocumentsTaken:
        take_documents(books, [told(order()), told(order())], SYSTEM)
        return take_documents(books, [told(order())], SYSTEM)

    taken = await database.write(play)
    assert (taken.new, taken.changed, taken.late, taken.known) == ((), (), (), 1)


async def test_a_change_keeps_what_was_said_before_and_who_changed_it(database: Database) -> None:
    before = order(changed_at=at(1), changed_by="Ihor")
    after = order(minor=110_000, lines=(), changed_at=at(2), changed_by="Olha")

    def play(books: Books) -> None:
        take_documents(books, [told(before, b"first")], SYSTEM)
        (change,) = take_documents(books, [told(after, b"second")], SYSTEM).changed
        assert change.fields == ("money", "lines")
        mine = change.after
        (former,) = books.documents.former_tellings([mine.id])[mine.id]
        assert (former.document, mine.document, mine.version) == (before, after, 2)
        assert books.documents.raw_of(mine.id, 1) == b"first"
        assert books.documents.raw_of(mine.id, 2) == b"second"
        assert books.documents.raw_of(mine.id, 3) is None

    await database.write(play)


async def test_a_late_older_telling_is_kept_and_changes_nothing(database: Database) -> None:
    newer, older = order(minor=110_000, changed_at=at(2)), order(changed_at=at(1))

    def play(books: Books) -> None:
        take_documents(books, [told(newer)], SYSTEM)
        taken = take_documents(books, [told(older, b"old"), told(older, b"old")], SYSTEM)
        (late,) = taken.late
        assert (late.document, taken.known, taken.touched) == (newer, 1, ())
        (former,) = books.documents.former_tellings([late.id])[late.id]
        assert former.document == older
        assert books.documents.raw_of(late.id, former.version) == b"old"

    await database.write(play)
    assert await database.read(verify_books) == ()


async def test_a_reference_that_a_document_no_longer_has_finds_nothing(database: Database) -> None:
    other = payment(references=(Reference(ReferenceKind.ORDER, "N-500"),))

    def play(books: Books) -> None:
        take_documents(books, [told(payment()), told(other)], SYSTEM)
        assert books.documents.naming(ReferenceKind.ORDER, ["N-410"]) == ()
        assert len(books.documents.naming(ReferenceKind.ORDER, ["N-500"])) == 1

    await database.write(play)
    assert await database.read(verify_books) == ()


async def test_documents_are_found_by_time_and_sum(database: Database) -> None:
    is_open = order("411", 5_000, stage=OrderStage.OPEN, closed_at=None, changed_at=at(3))

    def play(books: Books) -> None:
        take_documents(books, [told(order()), told(is_open), told(payment())], SYSTEM)
        day = dt.timedelta(days=1)
        found = books.documents.between(NOW - 3 * day, NOW, kind=DocumentKind.ORDER)
        assert [each.document.external_id for each in found] == ["410", "411"]
        assert books.documents.between(NOW - day, NOW) == ()
        (total,) = books.documents.sums(CRM, DocumentKind.ORDER, NOW - 3 * day, NOW)
        assert (total.count, total.total) == (2, uah(125_000))
        assert len(books.documents.changed_after(NOW - day)) == 3
        assert books.documents.changed_after(NOW) == ()

    await database.write(play)


async def test_two_who_bring_one_document_at_once_keep_it_once(database: Database) -> None:
    def bring(books: Books) -> int:
        return len(take_documents(books, [told(order())], SYSTEM).new)

    done = await asyncio.gather(*(database.write(bring) for _ in range(4)))
    assert sorted(done) == [0, 0, 0, 1]


TELLINGS = [
    order(minor=100 + version, changed_at=at(version), changed_by=f"P{version}")
    for version in range(5)
]


@settings(max_examples=times(10, 120))
@given(st.permutations(range(5)), st.lists(st.integers(0, 4), max_size=5), st.integers(1, 4))
def test_in_any_order_and_twice_the_newest_telling_stands(
    tmp_path_factory: pytest.TempPathFactory,
    sqlite_template: SqliteTemplate,
    order_of: list[int],
    again: list[int],
    at_once: int,
) -> None:
    folder = tmp_path_factory.mktemp("books")
    arrivals = [told(TELLINGS[each]) for each in (*order_of, *again)]

    async def play() -> None:
        database = await open_database(sqlite_template.fresh(folder))
        for start in range(0, len(arrivals), at_once):
            some = arrivals[start : start + at_once]
            await database.write(lambda books, some=some: take_documents(books, some, SYSTEM))  # type: ignore[misc]  # bound now

        def look(books: Books) -> None:
            (mine,) = books.documents.of_keys({TELLINGS[0].key})
            former = books.documents.former_tellings([mine.id])[mine.id]
            assert mine.document == TELLINGS[4]
            assert mine.version == 5
            said = sorted(each.document.money.minor for each in former)
            assert said == [100, 101, 102, 103]

        await database.read(look)
        assert await database.read(verify_books) == ()
        await database.close()

    asyncio.run(play())
