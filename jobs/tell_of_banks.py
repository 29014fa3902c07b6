"""Tells of banks that wait for a person: a refused key, an agreement that ends, a long silence."""

import datetime as dt
from collections.abc import Callable, Sequence

from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database
from services.shop import Shop

_FROM, _TO = dt.time(9), dt.time(20)
"""In these hours of the shop's day; what happens at night is told in the morning."""


async def tell_of_banks(
    database: Database,
    clock: Clock,
    alerts: Callable[[Books, Shop, dt.datetime], Sequence[OutgoingMessage]],
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Tell whom it concerns, once a day.

    Raises:
        StorageError: nobody was told.
    """
    cause = Cause("system:tell_of_banks", None, clock.now())

    def look(books: Books) -> Sequence[OutgoingMessage]:
        shop = books.shop.get()
        if shop is None or not _FROM <= shop.local(cause.at).time() < _TO:
            return ()
        return alerts(books, shop, cause.at)

    if not await database.read(look):
        return 0
    queued = await database.write(lambda books: books.outbox.add(look(books), cause))
    announce(queued)
    return len(queued)
