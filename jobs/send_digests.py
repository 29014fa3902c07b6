"""Sends each digest at its hour of the shop's clock, once, and makes up what was missed."""

import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial

from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database
from services.quiet_hours import hushed
from services.results.digests import DueDigest, due_digests
from services.shop import Shop

WriteDigest = Callable[
    [Database, DueDigest, Shop, dt.datetime], Awaitable[Sequence[OutgoingMessage]]
]
"""Reads and draws what a digest tells; it changes nothing."""


async def send_digests(
    database: Database,
    clock: Clock,
    write_digest: WriteDigest,
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Send what is due; that it was sent is kept with the messages, in one write each."""
    now = clock.now()
    count = 0
    for shop, each in await database.read(lambda books: _due(books, now)):
        messages = await write_digest(database, each, shop, now)
        queued = await database.write(partial(_send, due=each, messages=messages, now=now))
        announce(queued)
        count += bool(queued)
    return count


def _due(books: Books, now: dt.datetime) -> tuple[tuple[Shop, DueDigest], ...]:
    shop = books.shop.get()
    if shop is None or not shop.is_ready:
        return ()
    return tuple((shop, each) for each in due_digests(books, shop, now))


def _send(
    books: Books, due: DueDigest, messages: Sequence[OutgoingMessage], now: dt.datetime
) -> tuple[QueuedMessage, ...]:
    """Queue a digest unless its person wants another one by now."""
    if not books.digests.done(due.choice, due.day):
        return ()
    key = f"digest:{due.choice.kind.value}:{due.day.isoformat()}:{due.person.id}"
    told = [
        replace(each, dedupe_key=f"{key}:{place}")
        for place, each in enumerate(hushed(books, messages, now))
    ]
    return books.outbox.add(told, Cause("system:send_digests", None, now))
