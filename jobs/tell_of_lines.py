"""Tells each morning how many bank lines wait for somebody's word, and puts the blind checks."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from services.blind_checks import put_checks
from services.clerk import Clerk
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.people import Person
from services.ports import Books, Clock, Database
from services.review_lines import Review, review_of, reviewers

Morning = Callable[[Person, Review, int], OutgoingMessage]
"""Words it for a person: what is open, and how many checks there are."""


async def tell_of_lines(
    database: Database,
    clock: Clock,
    clerk: Clerk,
    morning: Morning,
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> None:
    """Tell who goes through the lines, once a day, when there is something."""
    now = clock.now()
    cause = Cause("system:tell_of_lines", None, now)

    def tell(books: Books) -> tuple[QueuedMessage, ...]:
        shop = books.shop.get()
        if shop is None or not shop.is_ready:
            return ()
        put_checks(books, shop, now)
        review, checks = review_of(books, clerk), len(books.line_checks.open())
        if not review.groups and not checks:
            return ()
        day = shop.day_of(now).isoformat()
        messages = [
            replace(morning(each, review, checks), dedupe_key=f"lines:{day}:{each.id}")
            for each in reviewers(books)
        ]
        return books.outbox.add(messages, cause)

    announce(await database.write(tell))
