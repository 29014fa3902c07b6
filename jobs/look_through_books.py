"""Looks through the books for what is wrong by itself, and asks whoever may know, twice."""

from collections.abc import Callable, Iterable, Sequence

from jobs.match_records import ExceptionNews
from services.exceptions.ask_cashiers import ask_cashiers
from services.exceptions.find_in_books import find_in_books
from services.exceptions.inquire import Inquired
from services.exceptions.remind_inquiries import remind_inquiries
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database
from services.posting import is_set_up
from services.quiet_hours import is_by_day

InquiryNews = Callable[[Books, Sequence[Inquired]], Iterable[OutgoingMessage]]
"""Puts inquiries to whoever is asked."""


async def look_through_books(
    database: Database,
    clock: Clock,
    settled: ExceptionNews,
    put: InquiryNews,
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Keep what the books find in step with them; ask by day only; give how many were asked.

    Raises:
        StorageError: nothing was kept.
    """
    cause = Cause("system:look_through_books", None, clock.now())

    def look(books: Books) -> tuple[int, tuple[QueuedMessage, ...]]:
        if not is_set_up(books):
            return 0, ()
        books.documents.hold()
        closed = find_in_books(books, cause)
        asked: tuple[Inquired, ...] = ()
        if is_by_day(books, cause.at):
            asked = (*ask_cashiers(books, cause), *remind_inquiries(books, cause))
        messages = (*settled(books, closed), *put(books, asked))
        return len(asked), books.outbox.add(messages, cause) if messages else ()

    count, queued = await database.write(look)
    announce(queued)
    return count
