"""The demo's CRM on loopback: read before anybody looks, and agreed with the money."""

import datetime as dt

from bot.crm_connections import crms_of
from bot.crm_puller import CrmPuller
from bot.demo_portal import demo_portal
from bot.settings import Settings
from reconciliation.terms import read_terms
from sandbox.bitrix24.server import PortalServer
from services.crm.crm_ports import Hint
from services.crm.crm_types import DEAL
from services.demo.demo_month import MONTH
from services.exceptions.match_books import match_books
from services.matching.matcher import Matcher
from services.messages import Cause
from services.ports import Books, Clock, Database
from services.posting import shop_of

_SYSTEM = "system:demo"


class DemoCrm:
    """The shop's portal."""

    def __init__(self, today: dt.date, clock: Clock) -> None:
        """Build it with the month that ended on a day."""
        self._clock = clock
        made = demo_portal(today, clock.now)
        self._edit_late = made.edit_late
        self._server = PortalServer(made.portal)

    @property
    def webhook_url(self) -> str:
        """Give the address that is the key to it."""
        return self._server.webhook_url

    async def start(self) -> None:
        """Begin to listen."""
        await self._server.start()

    async def stop(self) -> None:
        """Stop listening."""
        await self._server.stop()

    async def read_into(self, database: Database, settings: Settings) -> None:
        """Read the portal before and after somebody's late edit, and match what there is."""
        puller = CrmPuller(crms_of(settings, self._clock), database, self._clock)
        try:
            await puller.pull_due()
            await database.write(self._match)
            for each in self._edit_late():
                await puller.hint(Hint(DEAL, each))
            await puller.pull_due()
        finally:
            await puller.close()
        await database.write(self._match)

    def _match(self, books: Books) -> None:
        match_books(books, Matcher(read_terms), Cause(_SYSTEM, None, self._clock.now()))


def month_ends_on(books: Books, now: dt.datetime) -> dt.date:
    """Give the day on which the books' month ended: kept ones stay where they began."""
    today = shop_of(books).day_of(now)
    begun = books.journal.begun_on()
    return today if begun is None else begun + dt.timedelta(days=MONTH)
