"""Handovers that nobody decided about end by the clock, once, and both sides hear of it."""

import datetime as dt

from jobs.lapse_handovers import let_handovers_lapse
from locales.words import words_of
from services.messages import Cause, QueuedMessage
from services.people import Person
from services.ports import Books, Database
from services.tills.hand_over import offer_till, take_till
from services.tills.handover_types import HandoverOffered, HandoverState
from services.verify_books import verify_books
from tests.conftest import NOW, StillClock
from tests.shop import hire, lay


def offer(books: Books) -> tuple[Person, Person]:
    lay(books)
    giver, taker = hire(books), hire(books, telegram_id=101)
    offered = offer_till(books, giver, taker.id, Cause(giver.actor, None, NOW))
    assert isinstance(offered, HandoverOffered)
    return giver, taker


async def lapsed(database: Database, clock: StillClock) -> list[int]:
    announced: list[QueuedMessage] = []
    await let_handovers_lapse(database, clock, words_of, announced.extend)
    return [each.message.chat_id for each in announced]


async def test_an_offer_lapses_once_and_is_told_to_both(
    database: Database, clock: StillClock
) -> None:
    giver, taker = await database.write(offer)
    assert await lapsed(database, clock) == []
    clock.move(dt.timedelta(hours=12, minutes=1))
    assert await lapsed(database, clock) == [giver.telegram_id, taker.telegram_id]
    assert await lapsed(database, clock) == []
    found = await database.write(lambda books: books.handovers.find(1))
    assert found is not None
    assert found.state is HandoverState.EXPIRED
    assert await database.read(verify_books) == ()


async def test_what_was_taken_does_not_lapse(database: Database, clock: StillClock) -> None:
    def take(books: Books) -> None:
        _, taker = offer(books)
        take_till(books, taker, 1, 1, Cause(taker.actor, None, NOW))

    await database.write(take)
    clock.move(dt.timedelta(hours=13))
    assert await lapsed(database, clock) == []
