"""Tells on Mondays how many alerts there were last week, and how many were of use."""

import datetime as dt
from collections.abc import Callable, Sequence

from services.alerts.week_of_alerts import WeekOfAlerts, week_of_alerts
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database

_MONDAY = 0
AlertLetter = Callable[[Books, WeekOfAlerts, dt.date], Sequence[OutgoingMessage]]
"""Words it, for where alerts are told."""


async def tell_of_alerts(
    database: Database,
    clock: Clock,
    letter: AlertLetter,
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Tell it once a week, also that nothing rang: silence has two reasons."""
    now = clock.now()
    cause = Cause("system:tell_of_alerts", None, now)

    def tell(books: Books) -> tuple[QueuedMessage, ...]:
        shop = books.shop.get()
        if shop is None or not shop.is_ready or books.alerts.settings() is None:
            return ()
        today = shop.day_of(now)
        if today.weekday() != _MONDAY:
            return ()
        return books.outbox.add(letter(books, week_of_alerts(books, now), today), cause)

    queued = await database.write(tell)
    announce(queued)
    return len(queued)
