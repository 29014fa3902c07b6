"""What a shop teaches is kept, found again and forgotten, on both databases."""

import asyncio
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.memory.memory import Remembered, ShopMemory
from services.ports import Books, Database
from services.verify_books import verify_books
from storage.database import open_database
from tests.shop import SYSTEM

BOAR = Remembered(
    "кабанчик",
    CashCategory.DELIVERY,
    CashDirection.OUT,
    times=3,
    amounts=(Money(15_000, "UAH"), Money(700, "USD")),
)
IHOR = Remembered("ігор", counterparty="Ігор Петренко", is_shared=True)


async def keep(database: Database, *facts: Remembered) -> None:
    await database.write(lambda books: books.memory.keep(facts, SYSTEM))


async def recall(database: Database) -> list[Remembered]:
    memory = await database.read(lambda books: books.memory.recall())
    return list(memory.facts.values())


async def stamp(database: Database) -> int:
    return await database.read(lambda books: books.memory.stamp())


async def test_a_shop_that_taught_nothing_remembers_nothing(database: Database) -> None:
    assert await database.read(lambda books: books.memory.recall()) == ShopMemory()
    assert await stamp(database) == 0


async def test_a_fact_comes_back_as_it_was_taught(database: Database) -> None:
    await keep(database, BOAR, IHOR)
    assert await recall(database) == [BOAR, IHOR]
    memory = await database.read(lambda books: books.memory.recall())
    assert memory.find("кабанчику") == BOAR


async def test_a_later_fact_takes_the_place_of_the_earlier(database: Database) -> None:
    await keep(database, BOAR)
    later = Remembered("кабанчик", CashCategory.SUPPLIER_GOODS)
    await keep(database, later)
    assert await recall(database) == [later]


async def test_a_forgotten_word_is_gone_until_it_is_taught_afresh(database: Database) -> None:
    await keep(database, BOAR, IHOR)
    assert await database.write(lambda books: books.memory.forget("кабанчик", SYSTEM))
    assert not await database.write(lambda books: books.memory.forget("кабанчик", SYSTEM))
    assert not await database.write(lambda books: books.memory.forget("хтось", SYSTEM))
    assert await recall(database) == [IHOR]
    afresh = Remembered("кабанчик", CashCategory.FUEL_TRANSPORT)
    await keep(database, afresh)
    assert await recall(database) == [afresh, IHOR]


async def test_every_change_and_nothing_else_moves_the_stamp(database: Database) -> None:
    seen = [await stamp(database)]
    for change in (
        lambda books: books.memory.keep([BOAR, IHOR], SYSTEM),
        lambda books: books.memory.keep([BOAR], SYSTEM),
        lambda books: books.memory.forget("кабанчик", SYSTEM),
        lambda books: books.memory.keep([BOAR], SYSTEM),
    ):
        await database.write(change)
        seen.append(await stamp(database))
    assert seen == sorted(set(seen))
    await database.write(lambda books: books.memory.forget("хтось", SYSTEM))
    await keep(database)
    assert await stamp(database) == seen[-1]


async def test_many_writers_leave_a_stamp_each(database: Database) -> None:
    words = ("буфер", "вентиль", "гілка", "дюбель", "ексцентрик", "жиклер", "засувка", "кран")
    await asyncio.gather(*(keep(database, Remembered(each, CashCategory.RENT)) for each in words))
    assert await stamp(database) == len(words)
    assert {each.word for each in await recall(database)} == set(words)
    assert await database.read(verify_books) == ()


async def test_a_unit_that_fails_teaches_nothing(database: Database) -> None:
    def teach_and_fail(books: Books) -> None:
        books.memory.keep([BOAR], SYSTEM)
        raise KeyError

    with pytest.raises(KeyError):
        await database.write(teach_and_fail)
    assert await recall(database) == []
    assert await stamp(database) == 0


async def test_the_audit_log_hears_what_was_taught_and_forgotten(database: Database) -> None:
    await keep(database, BOAR)
    await database.write(lambda books: books.memory.forget("кабанчик", SYSTEM))
    told = await database.read(lambda books: books.audit.about("word:кабанчик"))
    assert [(each.cause, each.actor) for each in told] == [
        ("remember_word", "system:test"),
        ("forget_word", "system:test"),
    ]
    assert json.loads(told[0].change)["amounts"] == [[15_000, "UAH"], [700, "USD"]]
    assert await database.read(verify_books) == ()


async def test_words_that_no_database_keeps_are_made_keepable(database: Database) -> None:
    await keep(database, Remembered("\ud83d\x00", counterparty="\x00"))
    (fact,) = await recall(database)
    assert "\x00" not in f"{fact.word}{fact.counterparty}"
    assert await database.read(verify_books) == ()
    assert await database.write(lambda books: books.memory.forget(fact.word, SYSTEM))


facts = st.builds(
    Remembered,
    word=st.text(st.characters(exclude_characters="\x00", codec="utf-8"), max_size=12),
    category=st.none() | st.sampled_from(CashCategory),
    direction=st.none() | st.sampled_from(CashDirection),
    counterparty=st.none() | st.text("абвіїєґ'", max_size=12),
    times=st.integers(1, 2**31 - 1),
    is_shared=st.booleans(),
    amounts=st.lists(
        st.builds(Money, st.integers(1, 10**17), st.sampled_from(["UAH", "USD", "JPY"])),
        max_size=8,
    ).map(tuple),
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fact=facts)
def test_any_fact_survives_the_way(sqlite_url: str, fact: Remembered) -> None:
    async def there_and_back() -> Remembered | None:
        database = await open_database(sqlite_url)
        await keep(database, fact)
        memory = await database.read(lambda books: books.memory.recall())
        await database.close()
        return memory.find(fact.word)

    assert asyncio.run(there_and_back()) == fact
