"""A copy of the books taken while they run, and back."""

import shutil
from pathlib import Path

import pytest

from ledger.cash import CashCategory
from parsing.memory.memory import Remembered
from services.ports import Books
from services.verify_books import verify_books
from storage.backup import BackupError, back_up, restore
from storage.database import is_sqlite, open_database
from tests.shop import SYSTEM, lay, paid


def post(books: Books, name: str) -> None:
    books.journal.add([paid(name)], SYSTEM)


def has_client_programs() -> bool:
    return shutil.which("pg_dump") is not None


async def test_a_copy_taken_while_running_comes_back_whole(
    database_url: str, tmp_path: Path
) -> None:
    if not is_sqlite(database_url) and not has_client_programs():
        pytest.skip("pg_dump is not installed here")
    database = await open_database(database_url)
    await database.write(lay)
    await database.write(lambda books: post(books, "1"))
    boar = Remembered("кабанчик", CashCategory.DELIVERY)
    await database.write(lambda books: books.memory.keep([boar], SYSTEM))
    copy = tmp_path / "copy"
    await back_up(database_url, copy)
    await database.write(lambda books: books.memory.forget("кабанчик", SYSTEM))
    await database.write(lambda books: post(books, "2"))
    await database.close()
    await restore(copy, database_url)
    database = await open_database(database_url)
    assert await database.read(lambda books: books.journal.count()) == 1
    memory = await database.read(lambda books: books.memory.recall())
    assert memory.find("кабанчик") == boar
    assert await database.read(verify_books) == ()
    await database.close()


async def test_a_copy_never_overwrites_a_file(sqlite_url: str, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("mine")
    with pytest.raises(BackupError, match="there already"):
        await back_up(sqlite_url, there)
    assert there.read_text() == "mine"


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
async def test_a_file_that_is_no_copy_is_refused(
    sqlite_url: str, tmp_path: Path, content: bytes
) -> None:
    odd = tmp_path / "odd"
    odd.write_bytes(content)
    with pytest.raises(BackupError, match=r"no .*copy"):
        await restore(odd, sqlite_url)


async def test_books_in_use_are_not_replaced(sqlite_url: str, tmp_path: Path) -> None:
    database = await open_database(sqlite_url)
    await database.write(lay)
    await back_up(sqlite_url, tmp_path / "copy")
    with pytest.raises(BackupError, match="in use"):
        await restore(tmp_path / "copy", sqlite_url)
    await database.write(lambda books: post(books, "1"))
    await database.close()
    await restore(tmp_path / "copy", sqlite_url)
    assert (tmp_path / "tilly.sqlite3.before-restore").exists()


async def test_a_missing_copy_is_told(sqlite_url: str, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="no file"):
        await restore(tmp_path / "nowhere", sqlite_url)
