"""The shop's own facts and how far its books are closed."""

import datetime as dt

from sqlalchemy import Connection, func, insert, select

from ledger.periods import OpenBooks
from services.messages import Cause
from services.shop import Shop
from storage.prepared import Prepared
from storage.tables import journal_entry, period_close, shop
from storage.upsert import upsert

_SHOP = Prepared(select(shop))
_CLOSED_THROUGH = Prepared(select(func.max(period_close.c.ends_on).label("ends_on")))


class SqlShopSettings:
    """Fulfils services.ports.ShopSettings."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._shop: Shop | None = None

    def get(self) -> Shop | None:
        """Give the shop, if there is one yet; read once a unit of work."""
        if self._shop is None:
            row = _SHOP.first(self._connection)
            if row is None:
                return None
            self._shop = Shop(
                row.name, row.base_currency, row.zone, row.language, is_ready=row.is_ready
            )
        return self._shop

    def put(self, kept: Shop) -> None:
        """Keep what the shop is now."""
        self._shop = None
        facts = {
            "name": kept.name,
            "base_currency": kept.base_currency,
            "zone": kept.zone,
            "language": kept.language,
            "is_ready": kept.is_ready,
        }
        self._connection.execute(
            upsert(self._connection, shop)
            .values(id=1, **facts)
            .on_conflict_do_update(index_elements=["id"], set_=facts)
        )


class SqlPeriods:
    """Fulfils services.ports.Periods."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def open_books(self) -> OpenBooks:
        """Give what is open."""
        (row,) = _CLOSED_THROUGH.rows(self._connection)
        return OpenBooks(row.ends_on)

    def close(self, ends_on: dt.date, cause: Cause) -> None:
        """Close everything through a day, for good."""
        entries = select(func.count()).select_from(journal_entry).scalar_subquery()
        self._connection.execute(
            insert(period_close).values(
                ends_on=ends_on, closed_at=cause.at, closed_by=cause.actor, entry_count=entries
            )
        )
