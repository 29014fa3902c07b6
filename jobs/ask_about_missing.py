"""Asks, near the end of the day, about what is usually told and was not."""

from collections.abc import Callable, Sequence

from services.cash.watch_entries import AskedAboutMissing, ask_about_missing
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database


async def ask_what_is_missing(
    database: Database,
    clock: Clock,
    question_of: Callable[[AskedAboutMissing], OutgoingMessage],
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Put at most one question for the day; whoever runs second on a day finds it put."""
    cause = Cause("system:ask_about_missing", None, clock.now())

    def ask(books: Books) -> tuple[QueuedMessage, ...]:
        shop = books.shop.get()
        asked = None if shop is None or not shop.is_ready else ask_about_missing(books, cause)
        return () if asked is None else books.outbox.add((question_of(asked),), cause)

    queued = await database.write(ask)
    announce(queued)
    return len(queued)
