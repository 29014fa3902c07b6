"""Keeps each day as it is told once it is over, and tells once what has changed in older ones."""

import datetime as dt
from collections.abc import Callable, Sequence

from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database
from services.results.tell_day import DayRestated, changed_days, restate, tell_days_over

RestatementNews = Callable[[Books, Sequence[DayRestated]], Sequence[OutgoingMessage]]
"""Says which days were told otherwise, to whom it concerns."""


async def tell_of_restatements(
    database: Database,
    clock: Clock,
    news_of: RestatementNews,
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Restate what has changed and tell of it in the same transaction; say how many days."""
    now = clock.now()
    cause = Cause("system:tell_of_restatements", None, now)

    def look(books: Books) -> Sequence[dt.date]:
        shop = books.shop.get()
        return () if shop is None or not shop.is_ready else changed_days(books)

    changed = await database.read(look)

    def tell(books: Books) -> tuple[int, tuple[QueuedMessage, ...]]:
        shop = books.shop.get()
        if shop is None or not shop.is_ready:
            return 0, ()
        found = (restate(books, day, now) for day in changed)
        restated = [each for each in found if each is not None]
        tell_days_over(books, now)
        messages = news_of(books, restated)
        return len(restated), books.outbox.add(messages, cause) if messages else ()

    count, queued = await database.write(tell)
    announce(queued)
    return count
