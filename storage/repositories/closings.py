"""Closings of the books in the database."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from ledger.days import Days
from services.closing.closing_ports import Closing, ClosingRate, Item, ItemKept, Part, Signature
from services.ports import StorageError
from storage.prepared import AnyRow
from storage.tables import closing, closing_item, closing_rate, closing_sign, journal_entry
from storage.upsert import upsert


class SqlClosings:
    """Fulfils services.closing.closing_ports.Closings."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, ends_on: dt.date) -> Closing | None:
        """Give the closing through a day."""
        row = self._connection.execute(select(closing).where(closing.c.ends_on == ends_on)).first()
        return None if row is None else _closing(row)

    def open(self) -> Sequence[Closing]:
        """Give those that are begun and not done, the oldest first."""
        rows = self._connection.execute(
            select(closing).where(closing.c.closed_at.is_(None)).order_by(closing.c.ends_on)
        )
        return tuple(map(_closing, rows))

    def done_before(self, ends_on: dt.date) -> Closing | None:
        """Give the last one that is done through an earlier day."""
        row = self._connection.execute(
            select(closing)
            .where(closing.c.closed_at.is_not(None), closing.c.ends_on < ends_on)
            .order_by(closing.c.ends_on.desc())
            .limit(1)
        ).first()
        return None if row is None else _closing(row)

    def begin(self, begun: Closing) -> None:
        """Keep a new one; somebody may have begun it in this very moment."""
        self._connection.execute(
            upsert(self._connection, closing)
            .values(ends_on=begun.days.last, first_on=begun.days.first, begun_at=begun.begun_at)
            .on_conflict_do_nothing()
        )

    def told(self, ends_on: dt.date, at: dt.datetime) -> None:
        """Keep that people were told of it."""
        self._change(ends_on, told_at=at)

    def done(self, ends_on: dt.date, at: dt.datetime) -> None:
        """Keep that it is done."""
        self._change(ends_on, closed_at=at)

    def items(self, ends_on: dt.date) -> Mapping[Item, ItemKept]:
        """Give what is kept of its items."""
        rows = self._connection.execute(
            select(closing_item).where(closing_item.c.ends_on == ends_on)
        )
        return {
            Item(row.item): ItemKept(
                Item(row.item), row.open_count, row.done_at, row.excuse, row.excused_by
            )
            for row in rows
        }

    def put_item(self, ends_on: dt.date, item: ItemKept) -> None:
        """Keep how an item stands now."""
        values = {
            "done_at": item.done_at,
            "excuse": item.excuse,
            "excused_by": item.excused_by,
            "open_count": item.open_count,
        }
        self._connection.execute(
            upsert(self._connection, closing_item)
            .values(ends_on=ends_on, item=item.item.value, **values)
            .on_conflict_do_update(index_elements=["ends_on", "item"], set_=values)
        )

    def signatures(self, ends_on: dt.date) -> tuple[Signature, ...]:
        """Give its signatures, in the order they were given."""
        rows = self._connection.execute(
            select(closing_sign)
            .where(closing_sign.c.ends_on == ends_on)
            .order_by(closing_sign.c.signed_at, closing_sign.c.part)
        )
        return tuple(
            Signature(Part(row.part), row.person_id, row.signed_at, row.through_entry)
            for row in rows
        )

    def sign(self, ends_on: dt.date, signature: Signature) -> None:
        """Keep a signature."""
        try:
            self._connection.execute(
                insert(closing_sign).values(
                    ends_on=ends_on,
                    part=signature.part.value,
                    person_id=signature.person_id,
                    signed_at=signature.signed_at,
                    through_entry=signature.through_entry,
                )
            )
        except IntegrityError as error:
            raise StorageError("busy") from error

    def unsign(self, ends_on: dt.date, part: Part) -> None:
        """Let go of a signature that no longer holds."""
        is_it = (closing_sign.c.ends_on == ends_on, closing_sign.c.part == part.value)
        self._connection.execute(delete(closing_sign).where(*is_it))

    def rates(self, ends_on: dt.date) -> tuple[ClosingRate, ...]:
        """Give its rates, by currency."""
        rows = self._connection.execute(
            select(closing_rate)
            .where(closing_rate.c.ends_on == ends_on)
            .order_by(closing_rate.c.currency)
        )
        return tuple(
            ClosingRate(row.currency, row.quote, Decimal(row.rate), row.said_by) for row in rows
        )

    def put_rate(self, ends_on: dt.date, rate: ClosingRate, at: dt.datetime) -> None:
        """Keep a rate, in place of the one before."""
        values = {
            "quote": rate.quote,
            "rate": format(rate.rate, "f"),
            "said_by": rate.said_by,
            "said_at": at,
        }
        self._connection.execute(
            upsert(self._connection, closing_rate)
            .values(ends_on=ends_on, currency=rate.currency, **values)
            .on_conflict_do_update(index_elements=["ends_on", "currency"], set_=values)
        )

    def entered_since(self, days: Days, number: int) -> int:
        """Say how many entries of some days came after one."""
        return (
            self._connection.scalar(
                select(func.count())
                .select_from(journal_entry)
                .where(
                    journal_entry.c.number > number,
                    journal_entry.c.booked_on.between(days.first, days.last),
                )
            )
            or 0
        )

    def _change(self, ends_on: dt.date, **values: dt.datetime) -> None:
        self._connection.execute(
            update(closing).where(closing.c.ends_on == ends_on).values(**values)
        )


def _closing(row: AnyRow) -> Closing:
    return Closing(Days(row.first_on, row.ends_on), row.begun_at, row.closed_at, row.told_at)
