"""Says who writes and in which shop: one look into the books for all who ask at once."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

from parsing.memory.memory import ShopMemory
from services.people import Person
from services.ports import Books, Database
from services.shop import Shop


@dataclass(frozen=True, slots=True)
class Known:
    """What the books know of whoever writes."""

    person: Person | None
    """None for somebody who does not work here."""
    shop: Shop | None
    """None before anybody has begun to set it up."""
    memory: ShopMemory
    """What the shop has taught."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one look into the books saw."""

    people: dict[int, Person | None]
    shop: Shop | None
    stamp: int
    memory: ShopMemory


class Directory:
    """Looks people up; questions that come while it looks are answered together by the next look.

    Neither people nor the shop are kept between looks, so a changed role counts from the next
    update on. What the shop has taught is kept, and read again when its stamp is another one:
    somebody taught, be it in another process.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._stamp, self._memory = 0, ShopMemory()
        self._waiting: dict[int, list[asyncio.Future[Known]]] = {}
        self._looking: asyncio.Task[None] | None = None

    async def find(self, telegram_id: int) -> Known:
        """Give the person, the shop, and what it has taught, as the books have them now.

        Raises:
            StorageError: the books cannot be read.
        """
        answer: asyncio.Future[Known] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(telegram_id, []).append(answer)
        if self._looking is None:
            self._looking = asyncio.get_running_loop().create_task(self._look())
        return await answer

    async def _look(self) -> None:
        try:
            while self._waiting:
                asked, self._waiting = self._waiting, {}
                await self._answer(asked)
        finally:
            self._looking = None

    async def _answer(self, asked: dict[int, list[asyncio.Future[Known]]]) -> None:
        try:
            seen = await self._database.read(lambda books: self._see(books, asked))
        except Exception as error:  # noqa: BLE001 - whoever asked must hear of it
            for answer in _open(asked):
                answer.set_exception(error)
            return
        self._stamp, self._memory = seen.stamp, seen.memory
        for telegram_id, answers in asked.items():
            known = Known(seen.people[telegram_id], seen.shop, seen.memory)
            for answer in answers:
                if not answer.done():
                    answer.set_result(known)

    def _see(self, books: Books, asked: Iterable[int]) -> _Seen:
        stamp = books.memory.stamp()
        return _Seen(
            people={each: books.people.by_telegram_id(each) for each in asked},
            shop=books.shop.get(),
            stamp=stamp,
            memory=self._memory if stamp == self._stamp else books.memory.recall(),
        )


def _open(asked: dict[int, list[asyncio.Future[Known]]]) -> list[asyncio.Future[Known]]:
    return [each for answers in asked.values() for each in answers if not each.done()]
