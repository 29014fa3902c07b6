"""Matches what came since the last look: a minute after it came at most, and each new day."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence

from services.exception_ports import ExceptionItem
from services.match_books import Matched, is_untidy, match_portion, tidy_up
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

    async def keep(change: Callable[[Books], Matched | None]) -> Matched | None:
        def work(books: Books) -> tuple[Matched | None, tuple[QueuedMessage, ...]]:
            matched = change(books)
            messages = news_of(books, matched.closed) if matched is not None else ()
            return matched, books.outbox.add(messages, cause) if messages else ()

        matched, queued = await database.write(work)
        announce(queued)
        return matched

    try:
        look = await database.read(look_at)
        if look is None:
            return 0
        await asyncio.to_thread(matcher.take_in, look)
        done = await _keep_all(lambda: keep(lambda books: match_portion(books, matcher, cause)))
    except BaseException:  # cancelled too: what it has worked out is not in the books
        matcher.forget()
        raise
    if await database.read(lambda books: is_untidy(books, cause, done.touched)):
        await keep(lambda books: tidy_up(books, cause, done.touched))
    return done.made + done.dropped


async def _keep_all(keep: Callable[[], Awaitable[Matched | None]]) -> Matched:
    """Keep portion after portion until none is left.

    After a start there are years of them. Each is followed by as long a pause, so that people,
    whose writes wait while one is kept, are answered in between.
    """
    done, began = Matched(), time.monotonic()
    while (some := await keep()) is not None:
        done += some
        await asyncio.sleep(time.monotonic() - began)
        began = time.monotonic()
    return done
