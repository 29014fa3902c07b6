"""The way in: an update is kept raw and committed before anybody says that it arrived."""

import json
from collections.abc import Callable, Sequence

from bot.outage import Outage
from bot.updates import RawUpdate, UnreadableUpdateError, lane_of
from services.messages import InboxItem, IncomingRecord
from services.ports import Books, Clock, Database, StorageError


class Intake:
    """Keeps updates in the inbox and hands over those that are new."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        source: str,
        hand_over: Callable[[Sequence[InboxItem]], None],
        outage: Outage,
    ) -> None:
        self._database = database
        self._clock = clock
        self._source = source
        self._hand_over = hand_over
        self._outage = outage

    async def receive(self, updates: Sequence[RawUpdate]) -> None:
        """Commit updates, then hand the new ones over; tell the writers when that fails.

        Raises:
            StorageError: nothing was kept.
            UnreadableUpdateError: nothing was kept, one has no number.
        """
        records = [self._record(update) for update in updates]
        at = self._clock.now()

        def keep(books: Books) -> tuple[InboxItem, ...]:
            return books.inbox.receive(records, at)

        try:
            items = await self._database.write(keep)
        except StorageError as error:
            await self._outage.tell(updates, error.reason)
            raise
        self._outage.is_over()
        self._hand_over(items)

    async def receive_bytes(self, body: bytes) -> None:
        """Commit one update as a webhook brings it."""
        try:
            update = json.loads(body)
        except ValueError:
            raise UnreadableUpdateError from None
        if not isinstance(update, dict):
            raise UnreadableUpdateError
        await self.receive((update,))

    def _record(self, update: RawUpdate) -> IncomingRecord:
        update_id = update.get("update_id")
        if not isinstance(update_id, int):
            raise UnreadableUpdateError
        payload = json.dumps(update, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        return IncomingRecord(
            source=self._source,
            external_id=str(update_id),
            payload=payload.encode("utf-8", "surrogatepass"),
            lane=lane_of(update),
        )
