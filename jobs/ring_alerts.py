"""Tells leaders what matters, a minute after it is in the books at most, within their hours."""

import datetime as dt
from collections.abc import Callable, Sequence

from services.alerts.ring_alerts import Rung, ring_alerts
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database

AlertNews = Callable[[Books, Rung, dt.datetime], Sequence[OutgoingMessage]]
"""Words it, for whom it concerns."""


async def ring(
    database: Database,
    clock: Clock,
    news: AlertNews,
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Look at what came, and tell it; what is told is kept with the messages, in one write."""
    cause = Cause("system:alerts", None, clock.now())

    def look(books: Books) -> tuple[int, tuple[QueuedMessage, ...]]:
        shop = books.shop.get()
        if shop is None or not shop.is_ready:
            return 0, ()
        rung = ring_alerts(books, cause)
        messages = news(books, rung, cause.at)
        queued = books.outbox.add(messages, cause) if messages else ()
        return len(rung.tellings), queued

    told, queued = await database.write(look)
    announce(queued)
    return told
