import datetime as dt
from collections.abc import Callable, Iterable
from typing import TypeVar

from jobs.nightly_verification import verify_at_night
from jobs.sweep_sent_pictures import sweep_sent_pictures
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.people import Newcomer, Role
from services.ports import Books, Database, Finding
from services.turn_ports import Turns
from tests.conftest import StillClock

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

    async def close(self) -> None:
        """Leave it to the fixture."""


def say_in(language: str) -> Callable[..., str]:
    return lambda message_id, **arguments: f"{language} {message_id} {arguments}"


def staff(books: Books, at: dt.datetime) -> None:
    books.people.add(Newcomer(1, "Anna", "uk"), Role.OWNER, at)
    books.people.add(Newcomer(2, "Olha", "uk"), Role.CASHIER, at)


async def test_owners_hear_once_a_day_that_the_books_are_broken(
    database: Database, clock: StillClock
) -> None:
    announced: list[QueuedMessage] = []
    await database.write(lambda books: staff(books, clock.now()))
    broken = BrokenDatabase(database)
    await verify_at_night(broken, clock, say_in, announced.extend)
    await verify_at_night(broken, clock, say_in, announced.extend)
    assert [(each.message.chat_id, each.message.text) for each in announced] == [
        (1, "uk books-broken {'count': 2}")
    ]
    clock.move(dt.timedelta(days=1))
    await verify_at_night(broken, clock, say_in, announced.extend)
    assert len(announced) == 2


async def test_books_that_hold_are_no_news(database: Database, clock: StillClock) -> None:
    announced: list[QueuedMessage] = []
    await verify_at_night(database, clock, say_in, announced.extend)
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
