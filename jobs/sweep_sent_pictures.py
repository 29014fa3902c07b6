"""Forgets the pictures of messages that were sent long ago; they can be drawn again."""

import datetime as dt

import structlog

from services.ports import Clock, Database

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

KEPT_DAYS = 3


async def sweep_sent_pictures(database: Database, clock: Clock) -> int:
    """Drop old pictures from the outbox."""
    before = clock.now() - dt.timedelta(days=KEPT_DAYS)
    dropped = await database.write(lambda books: books.outbox.drop_old_pictures(before))
    _log.info("old pictures were dropped", count=dropped)
    return dropped
