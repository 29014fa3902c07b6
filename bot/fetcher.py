"""Fetches what people sent as receipts: each is in the books first, its content follows."""

import asyncio
from collections.abc import Callable, Sequence

import structlog

from bot.backoff import Backoff, happens_within
from bot.telegram import (
    FileTooLargeError,
    TelegramAwayError,
    TelegramClient,
    TelegramError,
    TelegramPausedError,
    TelegramTokenError,
)
from services.keep_receipt import ReceiptRefused, ReceiptStored, store_receipt
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database, StorageError
from services.receipt_ports import Receipt, ReceiptState

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

LOOK_SECONDS = 1.0
"""So often it is looked for receipts whose content is still to come."""
AT_ONCE = 20
_MEGABYTE = 1024 * 1024
ATTEMPTS_MAX = 40
"""After so many failures, hours of them, a receipt is given up and asked for once more."""


ReceiptNews = Callable[[Books, ReceiptStored | ReceiptRefused], Sequence[OutgoingMessage]]
"""Says what became of a receipt, to whom it concerns; often nothing."""


class Fetcher:
    """Works through receipts that wait; what a crash leaves is found again by looking."""

    def __init__(
        self,
        client: TelegramClient,
        database: Database,
        clock: Clock,
        news_of: ReceiptNews,
        announce: Callable[[Sequence[QueuedMessage]], None],
        *,
        megabytes_max: int,
    ) -> None:
        self._client = client
        self._database = database
        self._clock = clock
        self._news_of = news_of
        self._announce = announce
        self._megabytes_max = megabytes_max
        self._stopping = asyncio.Event()
        self._backoff = Backoff()

    async def run(self) -> None:
        """Fetch until told to stop."""
        pause = LOOK_SECONDS
        while not await happens_within(self._stopping, pause):
            try:
                is_well = await self._fetch_waiting()
            except StorageError:
                is_well = False
            except Exception:  # noqa: BLE001 - whatever it is, it must be seen
                _log.exception("receipts could not be fetched")
                is_well = False
            if is_well:
                self._backoff.reset()
            pause = LOOK_SECONDS if is_well else self._backoff.next_seconds()

    def stop(self) -> None:
        """Begin nothing more."""
        self._stopping.set()

    async def _fetch_waiting(self) -> bool:
        """Fetch what waits; say whether Telegram gave all of it."""
        waiting = await self._database.read(lambda books: books.receipts.waiting(AT_ONCE))
        is_well = True
        for receipt in waiting:
            async with self._database.turns.take(f"receipt:{receipt.id}"):
                is_well = await self._fetch(receipt) and is_well
        return is_well

    async def _fetch(self, receipt: Receipt) -> bool:
        try:
            content = await self._client.download(
                receipt.file_id, bytes_max=self._megabytes_max * _MEGABYTE
            )
        except FileTooLargeError:
            await self._give_up(receipt, "too large", is_too_large=True)
        except TelegramPausedError as error:
            await happens_within(self._stopping, error.seconds)
            return False
        except TelegramError as error:
            is_away = isinstance(error, TelegramAwayError | TelegramTokenError)
            if is_away and receipt.attempts + 1 < ATTEMPTS_MAX:
                await self._count(receipt, type(error).__name__)
                return False
            await self._give_up(receipt, type(error).__name__, is_too_large=False)
        else:
            await self._take(receipt, content)
        return True

    async def _take(self, receipt: Receipt, content: bytes) -> None:
        """Keep what came; nothing at all is no receipt, and would be the same as any other."""
        if content:
            await self._store(receipt, content)
        else:
            await self._give_up(receipt, "empty", is_too_large=False)

    async def _store(self, receipt: Receipt, content: bytes) -> None:
        at = self._clock.now()

        def keep(books: Books) -> tuple[QueuedMessage, ...]:
            stored = store_receipt(books, receipt, content, at)
            return () if stored is None else self._tell(books, stored)

        self._announce(await self._database.write(keep))

    async def _give_up(self, receipt: Receipt, reason: str, *, is_too_large: bool) -> None:
        def give_up(books: Books) -> tuple[QueuedMessage, ...]:
            now = books.receipts.find(receipt.id)
            if now is None or now.state is not ReceiptState.WAITING:
                return ()  # another process was quicker
            books.receipts.failed(receipt.id, reason=reason, is_final=True)
            larger_than = self._megabytes_max if is_too_large else None
            return self._tell(books, ReceiptRefused(receipt, larger_than))

        _log.warning("a receipt is given up", receipt=receipt.id, reason=reason)
        self._announce(await self._database.write(give_up))

    async def _count(self, receipt: Receipt, reason: str) -> None:
        def count(books: Books) -> None:
            books.receipts.failed(receipt.id, reason=reason, is_final=False)

        await self._database.write(count)

    def _tell(
        self, books: Books, what: ReceiptStored | ReceiptRefused
    ) -> tuple[QueuedMessage, ...]:
        cause = Cause("system:fetcher", None, self._clock.now())
        return books.outbox.add(tuple(self._news_of(books, what)), cause)
