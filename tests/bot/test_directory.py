"""The directory answers from the books as they are now, and keeps what the shop has taught."""

import asyncio

from bot.directory import Directory
from ledger.cash import CashCategory
from parsing.memory.memory import Remembered, ShopMemory
from services.people import Role
from services.ports import Books, Database
from storage.database import open_database
from tests.shop import SHOP, SYSTEM, hire, lay

BOAR = Remembered("кабанчик", CashCategory.DELIVERY)


async def teach(database: Database, *facts: Remembered) -> None:
    await database.write(lambda books: books.memory.keep(facts, SYSTEM))


async def test_an_empty_database_knows_nobody_and_nothing(database: Database) -> None:
    known = await Directory(database).find(100)
    assert (known.person, known.shop, known.memory) == (None, None, ShopMemory())


async def test_all_who_ask_at_once_are_answered(database: Database) -> None:
    def staff(books: Books) -> None:
        lay(books)
        hire(books, Role.CASHIER, 100)
        hire(books, Role.OWNER, 200)

    await database.write(staff)
    directory = Directory(database)
    found = await asyncio.gather(*(directory.find(each) for each in (100, 200, 300, 100)))
    roles = [known.person.role if known.person else None for known in found]
    assert roles == [Role.CASHIER, Role.OWNER, None, Role.CASHIER]
    assert {known.shop for known in found} == {SHOP}


async def test_memory_is_kept_between_looks_until_somebody_teaches(database: Database) -> None:
    directory = Directory(database)
    await teach(database, BOAR)
    first, second = await directory.find(1), await directory.find(1)
    assert first.memory.find("кабанчиком") == BOAR
    assert second.memory is first.memory
    await database.write(lambda books: books.memory.forget("кабанчик", SYSTEM))
    assert (await directory.find(1)).memory == ShopMemory()


async def test_what_another_process_teaches_is_known_at_the_next_look(database_url: str) -> None:
    ours, theirs = await open_database(database_url), await open_database(database_url)
    directory = Directory(ours)
    assert (await directory.find(1)).memory == ShopMemory()
    await teach(theirs, BOAR)
    assert (await directory.find(1)).memory.find("кабанчик") == BOAR
    await ours.close()
    await theirs.close()
