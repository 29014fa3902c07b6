"""The desk a handler works at: one update, one transaction, the reply written with it."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from handlers.tills.transfer_notices import with_transfer_notices
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Database

Result = TypeVar("Result")
Replies = OutgoingMessage | Sequence[OutgoingMessage]


class AlreadyHandledError(Exception):
    """Another process has handled this very update: all of this try is taken back."""


class Reads(Protocol):
    """What the books can be asked through, be it a desk or the database itself."""

    async def read(self, use_case: Callable[[Books], Result]) -> Result:
        """Ask the books without changing them."""


class Desk:
    """What one update may do to the books and say to people.

    The change, the replies and the mark that the update is handled are one transaction: a crash
    leaves all of them or none, and an update that comes again finds itself done.
    """

    def __init__(
        self,
        database: Database,
        cause: Cause,
        raw_record_id: int,
        announce: Callable[[Sequence[QueuedMessage]], None],
    ) -> None:
        self.cause = cause
        self._database = database
        self._raw_record_id = raw_record_id
        self._announce = announce
        self.is_finished = False

    async def read(self, use_case: Callable[[Books], Result]) -> Result:
        """Ask the books without changing them."""
        return await self._database.read(use_case)

    async def finish(self, use_case: Callable[[Books], Replies]) -> None:
        """Change the books and queue what to say about it, then mark the update as handled."""
        if self.is_finished:
            message = "an update is one transaction: finish() was called twice"
            raise RuntimeError(message)

        def unit(books: Books) -> tuple[QueuedMessage, ...]:
            replies = use_case(books)
            messages = (replies,) if isinstance(replies, OutgoingMessage) else tuple(replies)
            messages = with_transfer_notices(books, messages, self.cause)
            queued = books.outbox.add(messages, self.cause) if messages else ()
            if not books.inbox.done(self._raw_record_id, self.cause.at):
                raise AlreadyHandledError
            return queued

        queued = await self._database.write(unit)
        self.is_finished = True
        self._announce(queued)

    async def reply(self, *messages: OutgoingMessage) -> None:
        """Say something without changing the books."""
        await self.finish(lambda _: messages)
