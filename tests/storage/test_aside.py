"""What nobody waits for goes on beside the answers, which it holds up not at all."""

import asyncio
import threading
from functools import partial

import pytest

from services.ports import Books, Database, StorageError
from services.team.set_up_shop import lay_chart


def _tills(books: Books) -> list[str]:
    return [each.key for each in books.accounts.tills()]


async def test_what_is_kept_here_is_there_aside_and_the_other_way_round(
    database: Database,
) -> None:
    await database.write(partial(lay_chart, till_names=("Till",)))
    assert len(await database.aside.read(_tills)) == 1
    await database.aside.write(partial(lay_chart, till_names=("Till", "Garage")))
    assert await database.read(_tills) == await database.aside.read(_tills)


async def test_an_answer_does_not_wait_for_a_long_look_aside(database: Database) -> None:
    is_looking, is_answered = threading.Event(), threading.Event()

    def look(books: Books) -> bool:
        _tills(books)
        is_looking.set()
        return is_answered.wait(10)

    looked = asyncio.create_task(database.aside.read(look))
    while not is_looking.is_set():
        await asyncio.sleep(0.001)
    await database.write(partial(lay_chart, till_names=("Till",)))
    assert len(await database.read(_tills)) == 1
    is_answered.set()
    assert await looked


async def test_an_error_aside_reaches_who_asked_and_takes_all_back(database: Database) -> None:
    def fail(books: Books) -> None:
        lay_chart(books, till_names=("Till",))
        raise StorageError("busy")

    with pytest.raises(StorageError, match="busy"):
        await database.aside.write(fail)
    assert await database.aside.read(_tills) == []


async def test_aside_of_aside_is_the_same(database: Database) -> None:
    assert database.aside.aside is database.aside
    assert database.aside.turns is database.turns
