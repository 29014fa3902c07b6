"""Begins to close the month before, tells who closes it, and watches what holds it up."""

from collections.abc import Callable, Sequence

from services.closing.close_books import begin_closing, month_to_close, refresh_closing
from services.closing.closing_ports import ClosingSeen
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database
from services.posting import is_set_up, shop_of

ClosingNews = Callable[[Books, ClosingSeen], Sequence[OutgoingMessage]]
"""Says that a month can be closed, and what it lacks, to whom it concerns."""
TOLD_THROUGH = 10
"""After this day of a month nobody is told any more that the one before can be closed."""


async def watch_closing(database: Database, clock: Clock) -> int:
    """Keep since when the items of open closings are done; say how many are open."""
    now = clock.now()
    begun = await database.read(lambda books: bool(books.closings.open()))
    if not begun:
        return 0

    def watch(books: Books) -> int:
        found = books.closings.open()
        for each in found:
            refresh_closing(books, each, now)
        return len(found)

    return await database.write(watch)


async def tell_of_closing(
    database: Database,
    clock: Clock,
    news_of: ClosingNews,
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Begin to close the month before and tell of it once; say whether it was told."""
    now = clock.now()
    cause = Cause("system:tell_of_closing", None, now)

    def tell(books: Books) -> tuple[QueuedMessage, ...]:
        if not is_set_up(books) or shop_of(books).day_of(now).day > TOLD_THROUGH:
            return ()
        ends_on = month_to_close(books, now)
        if ends_on is None:
            return ()
        seen = begin_closing(books, ends_on, now)
        if seen.closing.told_at is not None:
            return ()
        books.closings.told(ends_on, now)
        messages = news_of(books, seen)
        return books.outbox.add(messages, cause) if messages else ()

    queued = await database.write(tell)
    announce(queued)
    return 1 if queued else 0
