"""Reads CRMs on their schedule; what is due and done stays in the books."""

from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from bot.looking import Looking
from bot.scrubbing import scrub
from bot.trouble import where_of
from services.crm.crm_ports import Hint
from services.crm.crm_types import CrmApi, CrmReading
from services.intake.keep_crm import RecordsKept, derive_stale
from services.intake.pull_crm import (
    CrmDue,
    ReadDirectory,
    ReadPage,
    hint_crm,
    is_crm_due,
    keep_crm_page,
    keep_crm_trouble,
    keep_directory,
    keep_fetched,
    meet_crm,
    reserve_crm_call,
)
from services.messages import Cause
from services.ports import Books, Clock, Database, StorageError
from services.source_trouble import SourceError, Trouble

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class CrmConnected:
    """A CRM's interface, opened by one key, and how its records are read."""

    name: str
    """The same after a restart, and with a new key."""
    api: CrmApi
    key_print: str
    reading: CrmReading


class CrmPuller(Looking):
    """Makes the calls that are due, one after another while there is more.

    Which call is due is decided, and written down, by `services/intake/pull_crm.py`; so any number
    of processes may look, and one that dies loses nothing but the time of its call.
    """

    def __init__(
        self, connections: Sequence[CrmConnected], database: Database, clock: Clock
    ) -> None:
        super().__init__("read the CRM", self.pull_due)
        self._connections = connections
        self._database = database
        self._clock = clock
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
        """Make all calls that are due now.

        Raises:
            StorageError: the books are away.
        """
        for each in self._connections:
            has_more = True
            while has_more and not self.is_stopping:
                has_more = await self.step(each)
        return True

    async def hint(self, hint: Hint) -> bool:
        """Have a record read as soon as may be; say whether it is of a kind that is read.

        Raises:
            StorageError: the books are away.
        """
        now, names = self._clock.now(), [each.name for each in self._connections]

        def hint_all(books: Books) -> bool:
            told = [hint_crm(books, name, hint, now) for name in names]
            return any(told)

        return await self._database.write(hint_all)

    async def step(self, connected: CrmConnected) -> bool:
        """Do the next thing for a connection; say whether there may be more to do.

        Raises:
            StorageError: the books are away.
        """
        now, name, api = self._clock.now(), connected.name, connected.api
        if name not in self._met:
            await self._database.write(
                lambda books: meet_crm(books, name, api.scheme, connected.key_print, now)
            )
            self._met.add(name)
        if await self._database.read(lambda books: books.crm.has_stale(name)):
            await self._database.write(lambda books: self._derive(books, connected))
            return True
        if not await self._database.read(lambda books: is_crm_due(books, name, now)):
            return False
        due = await self._database.write(lambda books: reserve_crm_call(books, name, now))
        return due is not None and await self._call(connected, due)

    async def _call(self, connected: CrmConnected, due: CrmDue) -> bool:
        try:
            kept = await self._read(connected, due)
        except SourceError as error:
            return await self._note(due, error)
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever a CRM makes of us, the bot goes on
            _log.exception("a CRM's answer was too much", connection=connected.name)
            told = SourceError(Trouble.UNKNOWN, f"{type(error).__name__} at {where_of(error)}")
            return await self._note(due, told)
        if kept is not None and (kept.new or kept.changed):
            _log.info("the CRM was read", new=kept.new, changed=kept.changed)
        return True

    async def _read(self, connected: CrmConnected, due: CrmDue) -> RecordsKept | None:
        api, job, known = connected.api, due.job, due.connection.directory
        if isinstance(job, ReadDirectory):
            found = await api.directory(known, self._clock.now())
            now, entities = self._clock.now(), api.entities
            await self._database.write(
                lambda books: keep_directory(books, due, found, entities, now)
            )
            return None
        if isinstance(job, ReadPage):
            page = await api.page(job.feed.entity, job.cursor, known, self._clock.now())

            def keep(books: Books) -> RecordsKept | None:
                return keep_crm_page(books, due, page, self._clock.now())
        else:
            fetched = await api.fetch(job.entity, job.ids)

            def keep(books: Books) -> RecordsKept | None:
                return keep_fetched(books, due, fetched, self._clock.now())

        def both(books: Books) -> RecordsKept | None:
            books.documents.hold()
            kept = keep(books)
            self._derive(books, connected)
            return kept

        return await self._database.write(both)

    def _derive(self, books: Books, connected: CrmConnected) -> None:
        """Bring what records come to into the books, as much as is good for one unit of work."""
        books.documents.hold()
        connection = books.crm.find(connected.name)
        if connection is not None:
            cause = Cause("system:crm_puller", None, self._clock.now())
            derive_stale(books, connection, connected.reading, cause)

    async def _note(self, due: CrmDue, error: SourceError) -> bool:
        """Keep what went wrong; say whether only one kind of record has to wait for it."""
        now = self._clock.now()
        # A CRM may quote what it was sent; what is kept of its words must not.
        clean = SourceError(error.trouble, scrub(error.detail), error.retry_after)
        _log.warning(
            "the CRM gave nothing",
            connection=due.connection.name,
            trouble=error.trouble.value,
            detail=clean.detail,
        )
        noted = await self._database.write(lambda books: keep_crm_trouble(books, due, clean, now))
        return noted is not None and noted.failed_entity is not None
