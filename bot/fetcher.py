"""Fetches what people sent as receipts: each is in the books first, its content follows."""

import asyncio
from collections.abc import Callable, Sequence
from typing import assert_never

import structlog

from bot.downloads import Downloads, GivenUp, Later, Paused
from bot.looking import Looking
from bot.telegram import TelegramClient
from services.cash.keep_receipt import ReceiptRefused, ReceiptStored, store_receipt
from services.cash.receipt_ports import Receipt, ReceiptState
from services.intake.take_bank_file import take_mislabelled
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

AT_ONCE = 20


IsStatement = Callable[[bytes], bool]
"""Tells by its content whether a file is a bank's."""
ReceiptNews = Callable[[Books, ReceiptStored | ReceiptRefused], Sequence[OutgoingMessage]]
"""Says what became of a receipt, to whom it concerns; often nothing."""


class Fetcher(Looking):
    """Works through receipts that wait; what a crash leaves is found again by looking."""

    def __init__(  # noqa: PLR0913 - its surroundings, given by name
        self,
        client: TelegramClient,
        database: Database,
        clock: Clock,
        news_of: ReceiptNews,
        announce: Callable[[Sequence[QueuedMessage]], None],
        *,
        megabytes_max: int,
        is_statement: IsStatement = lambda _content: False,
        call_reader: Callable[[], None] = lambda: None,
    ) -> None:
        """Take its surroundings, and who reads what a name alone had made a receipt of."""
        super().__init__("fetch receipts", self._fetch_waiting)
        self._is_statement = is_statement
        self._call_reader = call_reader
        self._database = database
        self._clock = clock
        self._news_of = news_of
        self._announce = announce
        self._downloads = Downloads(client, megabytes_max=megabytes_max)

    async def _fetch_waiting(self) -> bool:
        """Fetch what waits; say whether Telegram gave all of it."""
        waiting = await self._database.read(lambda books: books.receipts.waiting(AT_ONCE))
        is_well = True
        for receipt in waiting:
            async with self._database.turns.take(f"receipt:{receipt.id}"):
                is_well = await self._fetch(receipt) and is_well
        return is_well

    async def _fetch(self, receipt: Receipt) -> bool:
        got = await self._downloads.get(receipt.file_id, receipt.attempts)
        match got:
            case bytes():
                await self._store(receipt, got)
            case Paused(seconds):
                await self.stops_within(seconds)
                return False
            case Later(reason):
                await self._count(receipt, reason)
                return False
            case GivenUp(reason, is_too_large):
                await self._give_up(receipt, reason, is_too_large=is_too_large)
            case _:
                assert_never(got)
        return True

    async def _store(self, receipt: Receipt, content: bytes) -> None:
        at = self._clock.now()
        is_statement = await asyncio.to_thread(self._is_statement, content)

        def keep(books: Books) -> tuple[QueuedMessage, ...]:
            stored = store_receipt(books, receipt, content, at)
            if stored is None:
                return ()
            if is_statement and take_mislabelled(books, stored.receipt) is not None:
                return ()
            return self._tell(books, stored)

        self._announce(await self._database.write(keep))
        if is_statement:
            self._call_reader()

    async def _give_up(self, receipt: Receipt, reason: str, *, is_too_large: bool) -> None:
        def give_up(books: Books) -> tuple[QueuedMessage, ...]:
            now = books.receipts.find(receipt.id)
            if now is None or now.state is not ReceiptState.WAITING:
                return ()  # another process was quicker
            books.receipts.failed(receipt.id, reason=reason, is_final=True)
            larger_than = self._downloads.megabytes_max if is_too_large else None
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
