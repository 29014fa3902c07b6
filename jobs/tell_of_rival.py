"""Tells the owners that another program takes messages that are meant for this bot."""

from collections.abc import Callable, Sequence
from typing import Protocol

from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.people import Role
from services.ports import Books, Clock, Database


class Say(Protocol):
    """The words of one language."""

    def __call__(self, message_id: str, /) -> str:
        """Give a message."""


async def tell_of_rival(
    database: Database,
    clock: Clock,
    words_of: Callable[[str], Say],
    announce: Callable[[Sequence[QueuedMessage]], None],
) -> None:
    """Tell each owner, once a day.

    Raises:
        StorageError: nobody was told.
    """
    cause = Cause("system:tell_of_rival", None, clock.now())

    def tell(books: Books) -> tuple[QueuedMessage, ...]:
        shop = books.shop.get()
        day = cause.at.date() if shop is None else shop.day_of(cause.at)
        messages = [
            OutgoingMessage(
                chat_id=owner.telegram_id,
                text=words_of(owner.language)("rival-bot"),
                dedupe_key=f"rival-bot:{day.isoformat()}:{owner.id}",
            )
            for owner in books.people.all()
            if owner.is_active and owner.role is Role.OWNER
        ]
        return books.outbox.add(messages, cause)

    announce(await database.write(tell))
