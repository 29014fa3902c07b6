"""Tells each morning how many bank lines wait for somebody's word, and puts the blind checks.

On Mondays it tells too how often what was filed alone proved right.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from jobs.teach_clerk import teach_clerk
from services.filing.clerk import Clerk
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.people import Person
from services.ports import Books, Clock, Database
from services.review.blind_checks import Precision, precision, put_checks
from services.review.review_lines import Review, review_of, reviewers

_MONDAY = 0
Morning = Callable[[Person, Review, int, Precision | None], OutgoingMessage]
"""Words it for a person: what is open, how many checks there are, how well it goes."""


async def tell_of_lines(
    database: Database,
    clock: Clock,
    clerk: Clerk,
    morning: Morning,
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Tell who goes through the lines, once a day, when there is something."""
    now = clock.now()
    cause = Cause("system:tell_of_lines", None, now)

    def tell(books: Books) -> tuple[QueuedMessage, ...]:
        shop = books.shop.get()
        if shop is None or not shop.is_ready:
            return ()
        put_checks(books, shop, now)
        review, checks = review_of(books, clerk), len(books.line_checks.open())
        today = shop.day_of(now)
        measured = _of_the_week(books, today)
        if not review.groups and not checks and measured is None:
            return ()
        messages = [
            replace(
                morning(each, review, checks, measured),
                dedupe_key=f"lines:{today.isoformat()}:{each.id}",
            )
            for each in reviewers(books)
        ]
        return books.outbox.add(messages, cause)

    await teach_clerk(database, clerk)
    queued = await database.write(tell)
    announce(queued)
    return len(queued)


def _of_the_week(books: Books, today: dt.date) -> Precision | None:
    """Give the measured precision on a Monday, if anything was checked."""
    if today.weekday() != _MONDAY:
        return None
    measured = precision(books, today)
    return measured if measured.answered else None
