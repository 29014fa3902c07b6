"""Proves the books every night; what does not hold is told like any other alert, at once."""

from collections.abc import Callable, Sequence

import structlog

from jobs.ring_alerts import AlertNews
from services.alerts.ring_alerts import ring_of_books
from services.messages import Cause, QueuedMessage
from services.ports import Books, Clock, Database
from services.verify_books import verify_books

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def verify_at_night(
    database: Database,
    clock: Clock,
    news: AlertNews,
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Verify the books; tell once that they don't hold, and that they do again."""
    findings = await database.read(verify_books)
    for finding in findings:
        _log.error("the books do not hold", invariant=finding.invariant)
    now = clock.now()
    cause = Cause("system:nightly_verification", None, now)

    def tell(books: Books) -> tuple[QueuedMessage, ...]:
        if books.shop.get() is None:
            return ()
        messages = news(books, ring_of_books(books, findings, cause), now)
        return books.outbox.add(messages, cause) if messages else ()

    queued = await database.write(tell)
    announce(queued)
    return len(findings)
