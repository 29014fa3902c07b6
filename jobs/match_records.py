"""Matches what came since the last look: a minute after it came at most, and each new day."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence

from services.exceptions.exception_ports import ExceptionItem
from services.exceptions.match_books import Matched, is_untidy, match_portion, tidy_up
from services.matching.matcher import Look, Matcher
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database

READ_AT_ONCE = 400
"""Records that are read in one go."""
PATIENCE = 2
"""So many times as long as a portion took is the pause after it."""

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
        if shop is None or not shop.is_ready:
            return None
        return matcher.look(books, cause.at, READ_AT_ONCE)

    async def keep(change: Callable[[Books], Matched | None]) -> Matched | None:
        def work(books: Books) -> tuple[Matched | None, tuple[QueuedMessage, ...]]:
            matched = change(books)
            messages = news_of(books, matched.closed) if matched is not None else ()
            return matched, books.outbox.add(messages, cause) if messages else ()

        matched, queued = await database.write(work)
        announce(queued)
        return matched

    try:
        is_new = await _take_in_all(lambda: database.read(look_at), matcher)
        if is_new is None:
            return 0
        done = await _keep_all(lambda: keep(lambda books: match_portion(books, matcher, cause)))
    except BaseException:  # cancelled too: what it has worked out is not in the books
        matcher.forget()
        raise
    is_new = is_new or bool(done.touched)
    if await database.read(lambda books: is_untidy(books, cause, is_new=is_new)):
        await keep(lambda books: tidy_up(books, cause, is_new=is_new))
    return done.made + done.dropped


async def _take_in_all(
    look: Callable[[], Awaitable[Look | None]], matcher: Matcher
) -> bool | None:
    """Read portion after portion until all is taken in; say whether anything was new.

    After a start there are years of records: between two portions people are answered. Where no
    shop is ready there is nothing to say.
    """
    began = time.monotonic()
    while (some := await look()) is not None:
        is_new = await asyncio.to_thread(matcher.take_in, some)
        if some.is_all:
            return is_new
        await asyncio.sleep(PATIENCE * (time.monotonic() - began))
        began = time.monotonic()
    return None


async def _keep_all(keep: Callable[[], Awaitable[Matched | None]]) -> Matched:
    """Keep portion after portion until none is left.

    Each is followed by a pause, so that people, whose writes wait while one is kept, are answered
    in between.
    """
    done, began = Matched(), time.monotonic()
    while (some := await keep()) is not None:
        done += some
        await asyncio.sleep(PATIENCE * (time.monotonic() - began))
        began = time.monotonic()
    return done
