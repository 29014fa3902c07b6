"""Proves the books every night and tells the owners when they do not hold."""

from collections.abc import Callable, Sequence
from typing import Protocol

import structlog

from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.people import Person, Role
from services.ports import Books, Clock, Database, Finding
from services.verify_books import verify_books

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Say(Protocol):
    """The words of one language."""

    def __call__(self, message_id: str, /, **arguments: int) -> str:
        """Give a message."""


async def verify_at_night(
    database: Database,
    clock: Clock,
    words_of: Callable[[str], Say],
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> int:
    """Verify the books; what is broken is told to every owner once a day."""
    findings = await database.read(verify_books)
    if not findings:
        return 0
    for finding in findings:
        _log.error("the books do not hold", invariant=finding.invariant)
    now = clock.now()
    cause = Cause("system:nightly_verification", None, now)

    def tell(books: Books) -> tuple[QueuedMessage, ...]:
        shop = books.shop.get()
        day = now.date() if shop is None else shop.day_of(now)
        owners = [each for each in books.people.all() if _is_to_know(each)]
        messages = [
            OutgoingMessage(
                chat_id=owner.telegram_id,
                text=_text(words_of(owner.language), findings),
                dedupe_key=f"books-broken:{day.isoformat()}:{owner.id}",
            )
            for owner in owners
        ]
        return books.outbox.add(messages, cause)

    queued = await database.write(tell)
    announce(queued)
    return len(queued)


def _is_to_know(person: Person) -> bool:
    return person.is_active and person.role is Role.OWNER


def _text(say: Say, findings: Sequence[Finding]) -> str:
    return say("books-broken", count=len(findings))
