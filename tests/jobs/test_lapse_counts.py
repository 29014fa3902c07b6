"""Counts that were left end by the clock, once, and whoever counted hears of it."""

import datetime as dt

import pytest

from jobs.lapse_counts import let_counts_lapse
from locales.words import words_of
from services.messages import Cause, QueuedMessage
from services.ports import Books, Database
from services.tills.count_till import begin
from services.tills.count_types import CountState
from services.verify_books import verify_books
from tests.conftest import NOW, StillClock
from tests.shop import hire, lay


def count(books: Books) -> int:
    lay(books)
    person = hire(books)
    begin(books, person, "till.1", Cause(person.actor, None, NOW))
    return person.telegram_id


async def news(database: Database, clock: StillClock) -> list[QueuedMessage]:
    announced: list[QueuedMessage] = []
    await let_counts_lapse(database, clock, words_of, announced.extend)
    return announced


async def lapsed(database: Database, clock: StillClock) -> list[int]:
    return [each.message.chat_id for each in await news(database, clock)]


async def test_a_count_that_was_left_ends_once_and_says_so(
    database: Database, clock: StillClock
) -> None:
    counter = await database.write(count)
    assert await lapsed(database, clock) == []
    clock.move(dt.timedelta(hours=12))
    assert await lapsed(database, clock) == [counter]
    assert await lapsed(database, clock) == []
    found = await database.write(lambda books: books.counts.find(1))
    assert found is not None
    assert found.state is CountState.DROPPED
    assert await database.read(verify_books) == ()


@pytest.mark.parametrize(("hours", "is_silent"), [(12, True), (18, False)])
async def test_what_the_clock_tells_by_night_makes_no_sound(
    database: Database, clock: StillClock, *, hours: int, is_silent: bool
) -> None:
    await database.write(count)
    clock.move(dt.timedelta(hours=hours))
    (told,) = await news(database, clock)
    assert told.message.is_silent is is_silent
