"""Asks once more about cash between tills that nobody has confirmed."""

from collections.abc import Callable, Sequence

from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database
from services.tills.remind_transfers import TransferReminder, take_transfer_reminders


async def remind_of_transfers(
    database: Database,
    clock: Clock,
    ask_again: Callable[[Books, TransferReminder], OutgoingMessage],
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Ask who has not said whether cash has come; of each transfer once."""
    now = clock.now()
    cause = Cause("system:remind_of_transfers", None, now)

    def remind(books: Books) -> tuple[QueuedMessage, ...]:
        asked = [ask_again(books, each) for each in take_transfer_reminders(books, now)]
        return books.outbox.add(asked, cause) if asked else ()

    queued = await database.write(remind)
    announce(queued)
    return len(queued)
