"""Says who writes and in which shop: one look into the books for all who ask at once."""

import asyncio

from services.people import Person
from services.ports import Books, Database
from services.shop import Shop

Known = tuple[Person | None, Shop | None]


class Directory:
    """Looks people up; questions that come while it looks are answered together by the next look.

    Nothing is remembered between looks, so a changed role counts from the next update on.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: dict[int, list[asyncio.Future[Known]]] = {}
        self._looking: asyncio.Task[None] | None = None

    async def find(self, telegram_id: int) -> Known:
        """Give the person, if the shop knows him, and the shop, if there is one.

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
        def look(books: Books) -> tuple[dict[int, Person | None], Shop | None]:
            return {each: books.people.by_telegram_id(each) for each in asked}, books.shop.get()

        try:
            people, shop = await self._database.read(look)
        except Exception as error:  # noqa: BLE001 - whoever asked must hear of it
            for answer in _open(asked):
                answer.set_exception(error)
            return
        for telegram_id, answers in asked.items():
            for answer in answers:
                if not answer.done():
                    answer.set_result((people[telegram_id], shop))


def _open(asked: dict[int, list[asyncio.Future[Known]]]) -> list[asyncio.Future[Known]]:
    return [each for answers in asked.values() for each in answers if not each.done()]
