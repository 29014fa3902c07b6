import datetime as dt
from collections.abc import Callable, Iterable
from typing import TypeVar

from handlers.alerts.alert_news import alert_news
from jobs.nightly_verification import verify_at_night
from jobs.sweep_sent_pictures import sweep_sent_pictures
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.people import Newcomer, Role
from services.ports import Books, Database, Finding
from services.turn_ports import Turns
from tests.conftest import StillClock
from tests.shop import SHOP

Result = TypeVar("Result")


class BrokenBooks:
    """Books whose proof finds something; the rest of them is real."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self.verification = self

    def run(self) -> Iterable[Finding]:
        return (Finding("balances", "entry 1"), Finding("chain", "record 2"))

    def __getattr__(self, name: str) -> object:
        return getattr(self._books, name)


class BrokenDatabase:
    def __init__(self, inner: Database) -> None:
        self._inner = inner

    async def read(self, use_case: Callable[[Books], Result]) -> Result:
        return await self._inner.read(lambda books: use_case(BrokenBooks(books)))  # type: ignore[arg-type] # the rest is real

    async def write(self, use_case: Callable[[Books], Result]) -> Result:
        return await self._inner.write(use_case)

    @property
    def turns(self) -> Turns:
        return self._inner.turns

    @property
    def aside(self) -> Database:
        return self

    async def close(self) -> None:
        """Leave it to the fixture."""


def staff(books: Books, at: dt.datetime) -> None:
    books.shop.put(SHOP)
    books.people.add(Newcomer(1, "Anna", "uk"), Role.OWNER, at)
    books.people.add(Newcomer(2, "Olha", "uk"), Role.CASHIER, at)


async def test_leaders_hear_at_once_that_the_books_are_broken_and_that_they_hold_again(
    database: Database, clock: StillClock
) -> None:
    announced: list[QueuedMessage] = []
    await database.write(lambda books: staff(books, clock.now()))
    broken = BrokenDatabase(database)
    clock.move(dt.timedelta(hours=13))
    assert await verify_at_night(broken, clock, alert_news, announced.extend) == 2
    assert await verify_at_night(broken, clock, alert_news, announced.extend) == 2
    (told,) = announced
    assert told.message.chat_id == 1
    assert "Облік не сходиться у 2 місцях, перше: balances" in told.message.text
    assert await verify_at_night(database, clock, alert_news, announced.extend) == 0
    assert "Залагоджено" in announced[-1].message.text


async def test_books_that_hold_are_no_news(database: Database, clock: StillClock) -> None:
    announced: list[QueuedMessage] = []
    await verify_at_night(database, clock, alert_news, announced.extend)
    assert announced == []


async def test_old_pictures_are_forgotten(database: Database, clock: StillClock) -> None:
    def send(books: Books) -> None:
        cause = Cause("system:test", None, clock.now())
        queued = books.outbox.add((OutgoingMessage(1, "x", picture=b"png"),), cause)
        books.outbox.sent([(queued[0].id, 5)], clock.now())

    await database.write(send)
    clock.move(dt.timedelta(days=4))
    await sweep_sent_pictures(database, clock)
    before = clock.now()
    assert await database.write(lambda books: books.outbox.drop_old_pictures(before)) == 0
