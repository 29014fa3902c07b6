"""Exceptions and their history in the database."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from ledger.days import Days
from ledger.money import Money
from services.exceptions.exception_ports import (
    AtStake,
    ExceptionEvent,
    ExceptionItem,
    ExceptionState,
    Happened,
)
from services.ports import StorageError
from storage.head import Head
from storage.portions import portions
from storage.prepared import AnyRow, Prepared
from storage.tables import exception_event, exception_item

_IS_STANDING = exception_item.c.state != ExceptionState.CLOSED.value
_ADD = Prepared(insert(exception_item), fills=[each.key for each in exception_item.columns])
_TELL = Prepared(insert(exception_event), fills=[each.key for each in exception_event.columns])


class SqlExceptions:
    """Fulfils services.exceptions.exception_ports.Exceptions."""

    def __init__(self, connection: Connection, head: Head) -> None:
        self._connection = connection
        self._head = head

    def standing(self) -> tuple[ExceptionItem, ...]:
        """Give those that are not closed, the oldest first."""
        return self._items(_IS_STANDING)

    def standing_about(self, keys: Collection[str]) -> tuple[ExceptionItem, ...]:
        """Give those that are not closed and about some records."""
        return tuple(
            each
            for some in portions(keys)
            for each in self._items(_IS_STANDING, exception_item.c.about.in_(some))
        )

    def snoozed_until(self, day: dt.date) -> tuple[ExceptionItem, ...]:
        """Give those that are put off until a day or one before it, the oldest first."""
        return self._items(_IS_STANDING, exception_item.c.snoozed_until <= day)

    def count_open(self) -> int:
        """Say how many are open."""
        is_open = exception_item.c.state == ExceptionState.OPEN.value
        return self._connection.scalar(select(func.count()).where(is_open)) or 0

    def at_stake(self, days: Days) -> tuple[AtStake, ...]:
        """Sum up, by currency, those of some days that nobody has explained."""
        columns = exception_item.c
        waiting = (ExceptionState.OPEN.value, ExceptionState.SNOOZED.value)
        rows = self._connection.execute(
            select(columns.currency, func.count(), func.sum(columns.amount_minor))
            .where(columns.state.in_(waiting), columns.since.between(days.first, days.last))
            .group_by(columns.currency)
            .order_by(columns.currency)
        )
        return tuple(AtStake(currency, count, int(minor)) for currency, count, minor in rows)

    def closed_since(self, at: dt.datetime) -> tuple[ExceptionItem, ...]:
        """Give those that were closed since a moment, the newest first."""
        return self._items(exception_item.c.closed_at >= at)[::-1]

    def of_kinds(
        self, kinds: Collection[str], closed_since: dt.datetime
    ) -> tuple[ExceptionItem, ...]:
        """Give those of some kinds that stand, or were closed since a moment, the oldest first."""
        is_lately = _IS_STANDING | (exception_item.c.closed_at >= closed_since)
        return self._items(exception_item.c.kind.in_(kinds), is_lately)

    def find(self, item_id: int) -> ExceptionItem | None:
        """Give one."""
        found = self._items(exception_item.c.id == item_id)
        return found[0] if found else None

    def history(self, item_id: int) -> tuple[ExceptionEvent, ...]:
        """Give what became of one, the oldest first."""
        rows = self._connection.execute(
            select(exception_event)
            .where(exception_event.c.item_id == item_id)
            .order_by(exception_event.c.place)
        )
        return tuple(ExceptionEvent(Happened(row.what), row.by, row.at, row.note) for row in rows)

    def add(self, items: Sequence[ExceptionItem], event: ExceptionEvent) -> None:
        """Keep new ones; their ids are given here."""
        if not items:
            return
        self._head.take()
        last = self._connection.scalar(select(func.max(exception_item.c.id))) or 0
        numbered = list(enumerate(items, start=last + 1))
        _ADD.run_each(
            self._connection,
            [
                _values(each) | {"id": number, "revision": 1, "opened_at": event.at}
                for number, each in numbered
            ],
        )
        told = _told(event)
        _TELL.run_each(
            self._connection, [told | {"item_id": number, "place": 1} for number, _ in numbered]
        )

    def change(self, item: ExceptionItem, event: ExceptionEvent) -> ExceptionItem:
        """Keep where one stands now, and what happened; its revision grows by one."""
        done = self._connection.execute(
            update(exception_item)
            .where(exception_item.c.id == item.id, exception_item.c.revision == item.revision)
            .values(_values(item) | {"revision": item.revision + 1})
        )
        if done.rowcount != 1:
            raise StorageError("busy")
        self._tell(item.id, event)
        return replace(item, revision=item.revision + 1)

    def _tell(self, item_id: int, event: ExceptionEvent) -> None:
        is_its = exception_event.c.item_id == item_id
        last = self._connection.scalar(select(func.max(exception_event.c.place)).where(is_its))
        place = {"item_id": item_id, "place": (last or 0) + 1}
        _TELL.run(self._connection, _told(event) | place)

    def _items(self, *where: ColumnElement[bool]) -> tuple[ExceptionItem, ...]:
        wanted = select(exception_item).where(*where).order_by(exception_item.c.id)
        return tuple(_item(row) for row in self._connection.execute(wanted).all())


def _told(event: ExceptionEvent) -> dict[str, object]:
    return {"what": event.what.value, "by": event.by, "at": event.at, "note": event.note}


def _values(item: ExceptionItem) -> dict[str, object]:
    return {
        "kind": item.kind,
        "about": item.about,
        "records": list(item.records),
        "amount_minor": item.amount.minor,
        "currency": item.amount.currency,
        "since": item.since,
        "likely": item.cause,
        "step": item.step,
        "candidates": list(item.candidates),
        "state": item.state.value,
        "snoozed_until": item.snoozed_until,
        "assignee_id": item.assignee_id,
        "closed_at": item.closed_at,
    }


def _item(row: AnyRow) -> ExceptionItem:
    return ExceptionItem(
        kind=row.kind,
        records=tuple(row.records),
        amount=Money(row.amount_minor, row.currency),
        since=row.since,
        cause=row.likely,
        step=row.step,
        candidates=tuple(row.candidates),
        state=ExceptionState(row.state),
        snoozed_until=row.snoozed_until,
        assignee_id=row.assignee_id,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        id=row.id,
        revision=row.revision,
    )
