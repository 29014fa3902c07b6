"""Lets payouts lapse that nobody decided on in time, and tells both sides."""

from collections.abc import Callable, Sequence

import structlog

from services.approvals.decide_approval import expire_approvals
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database
from services.quiet_hours import hushed

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def let_approvals_lapse(
    database: Database,
    clock: Clock,
    news_of: Callable[[Books], Sequence[OutgoingMessage]],
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Let payouts lapse; run twice, it does nothing the second time."""
    cause = Cause("system:expire_approvals", None, clock.now())
    if not any(
        each.is_due(cause.at)
        for each in await database.read(lambda books: books.approvals.waiting())
    ):
        return 0

    def lapse(books: Books) -> tuple[QueuedMessage, ...]:
        lapsed = expire_approvals(books, cause)
        _log.info("payouts lapsed", count=len(lapsed))
        return books.outbox.add(hushed(books, news_of(books), cause.at), cause)

    queued = await database.write(lapse)
    announce(queued)
    return len(queued)
