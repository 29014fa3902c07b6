"""A shop that reads a stand-in of Bitrix24 over HTTP, its clock moved by hand."""

import contextlib
import datetime as dt
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal

from bot.bank_puller import print_of
from bot.crm_puller import CrmConnected, CrmPuller
from ledger.documents import Document, DocumentKind, OrderStage
from sandbox.bitrix24.portal import DEAL, Portal
from sandbox.bitrix24.server import PortalServer
from services.crm.crm_types import CrmConnection, CrmFeed
from services.documents.document_ports import KeptDocument
from services.ports import Database, StorageError
from services.verify_books import verify_books
from sources.bitrix24.client import Client
from sources.bitrix24.portal import Bitrix24
from sources.bitrix24.reading import Bitrix24Reading
from tests.conftest import StillClock
from tests.shop import lay_shop

NAME = "bitrix24"
_EVER = (dt.datetime(2000, 1, 1, tzinfo=dt.UTC), dt.datetime(2100, 1, 1, tzinfo=dt.UTC))
_STAGES = {"P": OrderStage.OPEN, "S": OrderStage.CLOSED, "F": OrderStage.CANCELLED}


@dataclass
class CrmDesk:
    """A laid shop, its puller, the portal that it reads, and the clock of both."""

    database: Database
    clock: StillClock
    puller: CrmPuller
    portal: Portal
    server: PortalServer
    connected: CrmConnected

    async def turn(self, rounds: int = 1, every: dt.timedelta = dt.timedelta(minutes=6)) -> None:
        """Look so many times, so much later each time; what was done just now is a second old."""
        self.clock.move(dt.timedelta(seconds=1))
        for _ in range(rounds):
            with contextlib.suppress(StorageError):
                await self.puller.pull_due()
            self.clock.move(every)

    async def health(self) -> CrmConnection:
        """Give how the connection does."""
        (found,) = await self.database.read(lambda books: books.crm.connections())
        return found

    async def feed(self, entity: str = "deal") -> CrmFeed:
        """Give how far a kind of record is read."""
        feeds = await self.database.read(lambda books: books.crm.feeds(NAME))
        return next(each for each in feeds if each.entity == entity)

    async def documents(
        self, kind: DocumentKind = DocumentKind.ORDER
    ) -> Mapping[str, KeptDocument]:
        """Give the documents that the books have, by the id that their source gave them."""
        found = await self.database.read(lambda books: books.documents.between(*_EVER, kind=kind))
        return {each.document.external_id: each for each in found}

    async def order(self, external_id: str | int) -> Document:
        """Give an order as it stands."""
        return (await self.documents())[str(external_id)].document

    async def differs(self) -> dict[str, object]:
        """Give where the books differ from what the portal has now."""
        kept = {key: each.document for key, each in (await self.documents()).items()}
        found: dict[str, object] = {}
        for deal_id, deal in self.portal.deals.records.items():
            mine = kept.pop(str(deal_id), None)
            told = None if mine is None else (mine.money.to_decimal(), mine.stage, len(mine.lines))
            stage = _STAGES[str(deal["STAGE_SEMANTIC_ID"])]
            rows = len(self.portal.tables[DEAL].rows.get(deal_id, ()))
            truth = (Decimal(str(deal["OPPORTUNITY"])), stage, rows)
            if told != truth:
                found[str(deal_id)] = (told, truth)
        left = {key: each for key, each in kept.items() if each.stage is not OrderStage.CANCELLED}
        broken = await self.database.read(verify_books)
        return found | left | ({"broken": broken} if broken else {})


@asynccontextmanager
async def crm_desk_at(
    database: Database, clock: StillClock, portal: Portal
) -> AsyncIterator[CrmDesk]:
    """Serve a portal, lay a shop, read the one by the other."""
    server = PortalServer(portal)
    await server.start()

    async def wait(seconds: float) -> None:
        clock.move(dt.timedelta(seconds=seconds))

    api = Bitrix24(Client(server.webhook_url, clock.now, sleep=wait))
    connected = CrmConnected(NAME, api, print_of(server.secret), Bitrix24Reading())
    if await database.read(lambda books: books.shop.get()) is None:
        await database.write(lay_shop)
    puller = CrmPuller([connected], database, clock)
    try:
        yield CrmDesk(database, clock, puller, portal, server, connected)
    finally:
        await puller.close()
        await server.stop()
