"""Asks people once more what they left open, so that nothing they told is lost."""

from collections.abc import Callable, Sequence

import structlog

from services.cash.open_questions import Reminder, take_reminders
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def remind_of_drafts(
    database: Database,
    clock: Clock,
    ask_again: Callable[[Books, Reminder], OutgoingMessage],
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Put each overdue question once more, in the shop's hours.

    Args:
        database: where the books live.
        clock: says how late it is.
        ask_again: builds the message to a person.
        announce: has queued messages sent.
    """
    now = clock.now()
    cause = Cause("system:draft_reminders", None, now)

    def remind(books: Books) -> tuple[QueuedMessage, ...]:
        reminders = take_reminders(books, now)
        return books.outbox.add([ask_again(books, each) for each in reminders], cause)

    queued = await database.write(remind)
    if queued:
        _log.info("people were asked once more", count=len(queued))
        announce(queued)
    return len(queued)
