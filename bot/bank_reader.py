"""Reads bank files that people dropped in: each is in the books first, its statements follow."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, assert_never

import structlog

from bot.downloads import Downloads, GivenUp, Later, Paused
from bot.looking import Looking
from bot.telegram import TelegramClient
from jobs.teach_clerk import teach_clerk
from services.bank.bank_types import FileRead, TableAsked
from services.filing.clerk import Clerk
from services.intake.bank_file_ports import BankFile
from services.intake.report_types import KnownTables, ReportRead
from services.intake.take_bank_file import (
    FileNews,
    FileRefused,
    ask_about_table,
    count_failure,
    import_file,
    import_report,
    refuse_file,
)
from services.intake.take_report import known_tables
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database
from sources.bank_files.errors import UnreadableFileError

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

AT_ONCE = 5

BankFileNews: TypeAlias = Callable[[Books, FileNews], Sequence[OutgoingMessage]]
"""Says what became of a file to whoever sent it."""
ReadFile: TypeAlias = Callable[
    [bytes, Mapping[str, str], KnownTables], FileRead | TableAsked | ReportRead
]
"""Reads a file by what was said of it and by what is known of tables.

Raises:
    UnreadableFileError: it is none, or is damaged.
"""


class BankReader(Looking):
    """Works through files that wait; what a crash leaves is found again by looking."""

    def __init__(  # noqa: PLR0913 - its surroundings, given by name
        self,
        *,
        client: TelegramClient,
        database: Database,
        clock: Clock,
        clerk: Clerk,
        read: ReadFile,
        news_of: BankFileNews,
        announce: Callable[[Sequence[QueuedMessage]], None],
        megabytes_max: int,
    ) -> None:
        super().__init__("read bank files", self._read_waiting)
        self._database = database
        self._clock = clock
        self._clerk = clerk
        self._read = read
        self._news_of = news_of
        self._announce = announce
        self._downloads = Downloads(client, megabytes_max=megabytes_max)

    async def _read_waiting(self) -> bool:
        """Read what waits; say whether all of it came."""
        waiting = await self._database.read(lambda books: books.bank_files.to_read(AT_ONCE))
        is_well = True
        for file in waiting:
            async with self._database.turns.take(f"bank file:{file.id}"):
                is_well = await self._take(file) and is_well
        return is_well

    async def _take(self, file: BankFile) -> bool:
        digest = file.digest
        if digest is not None:  # it is here, and its sender has answered a question about it
            kept = await self._database.read(lambda books: books.bank_files.content(digest))
            await self._import(file, kept or b"")
            return True
        got = await self._downloads.get(file.file_id, file.attempts)
        match got:
            case bytes():
                await self._import(file, got)
            case Paused(seconds):
                await self.stops_within(seconds)
                return False
            case Later():
                await self._database.write(lambda books: count_failure(books, file))
                return False
            case GivenUp(_, is_too_large):
                large = self._downloads.megabytes_max if is_too_large else None
                refused = FileRefused("too-large" if is_too_large else "lost", large)
                await self._tell(lambda books: refuse_file(books, file, refused))
            case _:
                assert_never(got)
        return True

    async def _import(self, file: BankFile, content: bytes) -> None:
        at = self._clock.now()
        cause = Cause(f"person:{file.person_id}", None, at)
        try:
            known = await self._database.read(known_tables)
            read = await asyncio.to_thread(self._read, content, file.answers or {}, known)
        except UnreadableFileError as error:
            _log.info("a bank file is refused", file=file.id, reason=error.detail)
            refused = FileRefused(error.reason.value)
            await self._tell(lambda books: refuse_file(books, file, refused))
            return

        def put(books: Books) -> FileNews | None:
            here = replace(file, digest=books.bank_files.keep(content, at))
            if isinstance(read, TableAsked):
                return ask_about_table(books, here, read)
            if isinstance(read, ReportRead):
                return import_report(books, here, read, cause)
            for fingerprint, shape in read.learned.items():
                books.bank_shapes.put(fingerprint, shape, cause)
            return import_file(books, self._clerk, here, read.statements, cause)

        await asyncio.to_thread(self._clerk.get_ready)  # the first file of a shop may be this one
        await teach_clerk(self._database, self._clerk)
        await self._tell(put)

    async def _tell(self, change: Callable[[Books], FileNews | None]) -> None:
        """Change the books, and queue what there is to say of it, in one go."""
        cause = Cause("system:bank_reader", None, self._clock.now())

        def both(books: Books) -> tuple[QueuedMessage, ...]:
            news = change(books)
            return () if news is None else books.outbox.add(self._news_of(books, news), cause)

        self._announce(await self._database.write(both))
