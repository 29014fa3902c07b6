"""An order of a dialogue's shop that is closed, and changed three days later."""

import datetime as dt

from ledger.documents import Document
from services.intake.bring_documents import bring_documents
from services.messages import Cause
from services.ports import Books, Clock, Database
from tests.handlers.chat import Announce
from tests.papers import order, told, uah


async def closed_order_is_changed(database: Database, clock: Clock, _announce: Announce) -> None:
    """Have a CRM tell of an order that was closed three days ago, and then of its edit."""
    now = clock.now()
    closed_at = now - dt.timedelta(days=3)

    def said(minor: int, **more: object) -> Document:
        return order("2211", minor, happened_at=closed_at, closed_at=closed_at, lines=(),
                     cost=uah(3_100_000), **more)  # fmt: skip

    def bring(books: Books) -> None:
        cause = Cause("system:bitrix24", None, now)
        edited = said(4_200_000, changed_at=now, changed_by="Петро Коваль")
        for each in (said(4_825_000), edited):
            bring_documents(books, [told(each)], cause)

    await database.write(bring)
