"""Matches what came since the last look: a minute after it came at most, and each new day."""

import asyncio
from collections.abc import Callable, Sequence

from services.exception_ports import ExceptionItem
from services.match_books import match_books
from services.matcher import Look, Matcher
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database

ExceptionNews = Callable[[Books, Sequence[ExceptionItem]], Sequence[OutgoingMessage]]
"""Says what has settled by itself, to whom it was given."""


async def match_records(
    database: Database,
    clock: Clock,
    matcher: Matcher,
    news_of: ExceptionNews,
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Bring all links in step with the books; a failure begins anew the next time."""
    cause = Cause("system:matcher", None, clock.now())

    def look_at(books: Books) -> Look | None:
        shop = books.shop.get()
        return matcher.look(books, cause.at) if shop is not None and shop.is_ready else None

    def match(books: Books) -> tuple[int, tuple[QueuedMessage, ...]]:
        shop = books.shop.get()
        if shop is None or not shop.is_ready:
            return 0, ()
        matched = match_books(books, matcher, cause)
        messages = news_of(books, matched.closed)
        queued = books.outbox.add(messages, cause) if messages else ()
        return matched.made + matched.dropped, queued

    try:
        # After a start there are years to match: meanwhile people are answered.
        look = await database.read(look_at)
        if look is not None:
            await asyncio.to_thread(matcher.take_in, look)
        changed, queued = await database.write(match)
    except BaseException:  # cancelled too: what it has worked out is not in the books
        matcher.forget()
        raise
    announce(queued)
    return changed
