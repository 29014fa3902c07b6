"""Reads banks' interfaces on their schedule; what is due and done stays in the books."""

import asyncio
import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import structlog

from bot.looking import Looking
from bot.scrubbing import scrub
from bot.trouble import where_of
from jobs.teach_clerk import teach_clerk
from services.bank.bank_feed_types import BankApi
from services.bank.bank_types import FileImported
from services.bank.pull_bank import (
    Due,
    hint_at,
    is_due,
    keep_accounts,
    keep_page,
    keep_trouble,
    meet_connection,
    reserve_call,
)
from services.filing.clerk import Clerk
from services.intake.take_bank_file import take_lines
from services.messages import Cause
from services.ports import Books, Clock, Database, StorageError
from services.source_trouble import SourceError, Trouble

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

_PRINT_LETTERS = 16


@dataclass(frozen=True, slots=True)
class Connected:
    """A bank's interface, opened by one key."""

    name: str
    """Such as "monobank-2": the same after a restart, and with a new key."""
    api: BankApi
    key_print: str


def print_of(*secrets: str) -> str:
    """Give what tells one key from another, and nothing of what it is."""
    told = "\0".join(secrets).encode()
    return hashlib.sha256(b"tilly bank key\0" + told).hexdigest()[:_PRINT_LETTERS]


class BankPuller(Looking):
    """Makes the calls that are due, at most one at a time with each key.

    Which call is due is decided, and written down, by `services/bank/pull_bank.py`; so any number
    of processes may look, and one that dies loses nothing but the time of its call.
    """

    def __init__(
        self,
        connections: Sequence[Connected],
        database: Database,
        clock: Clock,
        clerk: Clerk,
        only: Collection[str] = (),
    ) -> None:
        """Take the connections, who sorts new lines, and the accounts that are wanted.

        Without any, those of business are.
        """
        super().__init__("read banks", self.pull_due)
        self._connections = connections
        self._database = database
        self._clock = clock
        self._clerk = clerk
        self._only = only
        self._met: set[str] = set()

    async def run(self) -> None:
        """Read until told to stop."""
        if self._connections:
            await super().run()

    async def close(self) -> None:
        """Let go of connections."""
        for each in self._connections:
            await each.api.close()

    async def pull_due(self) -> bool:
        """Make each call that is due now; a bank in trouble is no reason to pause others.

        Raises:
            StorageError: the books are away.
        """
        steps = (self._step(each) for each in self._connections)
        for outcome in await asyncio.gather(*steps, return_exceptions=True):
            if outcome is not None:
                raise outcome
        return True

    async def hint(self, remote_id: str) -> bool:
        """Have an account of monobank's read as soon as it may be; say whether it is ours.

        Raises:
            StorageError: the books are away.
        """
        now = self._clock.now()
        return await self._database.write(lambda books: hint_at(books, "monobank", remote_id, now))

    async def _step(self, connected: Connected) -> None:
        now = self._clock.now()
        name, api = connected.name, connected.api
        if name not in self._met:
            await self._database.write(
                lambda books: meet_connection(books, name, api.scheme, connected.key_print, now)
            )
            self._met.add(name)
        if not await self._database.read(lambda books: is_due(books, name, api.pace, now)):
            return
        due = await self._database.write(lambda books: reserve_call(books, name, api.pace, now))
        if due is not None:
            await self._call(api, due)

    async def _call(self, api: BankApi, due: Due) -> None:
        try:
            if due.feed is None:
                await self._list(api, due)
            else:
                await self._read(api, due)
        except SourceError as error:
            await self._note(api, due, error)
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever a bank makes of us, others go on
            _log.exception("a bank's answer was too much", connection=due.connection.name)
            told = SourceError(Trouble.UNKNOWN, f"{type(error).__name__} at {where_of(error)}")
            await self._note(api, due, told)

    async def _list(self, api: BankApi, due: Due) -> None:
        found = await api.accounts(self._clock.now(), due.known)
        now = self._clock.now()
        await self._database.write(
            lambda books: keep_accounts(books, due, found, self._only, api.pace, now)
        )

    async def _read(self, api: BankApi, due: Due) -> None:
        assert due.feed is not None  # noqa: S101 - asked for
        page = await api.page(due.feed.account, due.feed.cursor, self._clock.now())
        cause = Cause("system:bank_puller", None, self._clock.now())

        def keep(books: Books) -> FileImported | None:
            read = keep_page(books, due, page, api.pace, cause)
            if read is not None:
                take_lines(books, self._clerk, read.statements, cause)
            return read

        await teach_clerk(self._database, self._clerk)
        done = await self._database.write(keep)
        if done is not None:
            counts = [each.counts for each in done.statements]
            _log.info(
                "a bank was read",
                connection=due.connection.name,
                new=sum(each.new for each in counts),
                changed=sum(each.changed for each in counts),
                spoiled=sum(each.spoiled for each in counts),
            )

    async def _note(self, api: BankApi, due: Due, error: SourceError) -> None:
        now = self._clock.now()
        # A bank may quote what it was sent; what is kept of its words must not.
        clean = SourceError(error.trouble, scrub(error.detail), error.retry_after)
        _log.warning(
            "a bank gave nothing",
            connection=due.connection.name,
            trouble=error.trouble.value,
            detail=clean.detail,
        )
        await self._database.write(lambda books: keep_trouble(books, due, clean, api.pace, now))
