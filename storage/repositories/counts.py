"""The counts of tills in the database."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, Select, case, func, insert, select, update

from ledger.money import Money
from services.ports import StorageError
from services.tills.count_types import (
    CountState,
    SettledSheet,
    Sheet,
    SheetState,
    Standing,
    TillCount,
)
from storage.new_row import added_row
from storage.prepared import AnyRow
from storage.tables import count_sheet, till_count

_NEWEST_OPEN = (
    select(till_count)
    .where(till_count.c.finished_at.is_(None))
    .order_by(till_count.c.id.desc())
    .limit(1)
)
_DIFFERENCE = count_sheet.c.counted_minor - count_sheet.c.expected_minor
_IS_SETTLED = count_sheet.c.state.in_([SheetState.AGREED.value, SheetState.BOOKED.value])
_SETTLED = (
    select(
        till_count.c.till,
        till_count.c.person_id,
        till_count.c.answerable_id,
        count_sheet.c.count_id,
        count_sheet.c.currency,
        count_sheet.c.counted_minor,
        count_sheet.c.expected_minor,
        count_sheet.c.reason,
        count_sheet.c.settled_at,
    )
    .join(count_sheet, count_sheet.c.count_id == till_count.c.id)
    .where(_IS_SETTLED)
)


class SqlCounts:
    """Fulfils services.tills.count_ports.Counts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, count: TillCount) -> TillCount:
        """Keep a new count; its id is given here."""
        key = added_row(
            self._connection,
            insert(till_count).values(
                revision=count.revision,
                till=count.till,
                person_id=count.person_id,
                answerable_id=count.answerable_id,
                handover_id=count.handover_id,
                state=count.state.value,
                started_at=count.started_at,
                finished_at=count.finished_at,
            ),
        )
        self._connection.execute(
            insert(count_sheet),
            [
                {"count_id": key, "place": place, "currency": sheet.currency, **_content(sheet)}
                for place, sheet in enumerate(count.sheets)
            ],
        )
        return replace(count, id=key)

    def find(self, count_id: int) -> TillCount | None:
        """Give a count, to be changed."""
        return self._one(select(till_count).where(till_count.c.id == count_id).with_for_update())

    def open_of(self, person_id: int) -> TillCount | None:
        """Give the newest open count of a person."""
        return self._one(_NEWEST_OPEN.where(till_count.c.person_id == person_id))

    def begun_before(self, moment: dt.datetime) -> tuple[TillCount, ...]:
        """Give the open counts that were begun before a moment, to be changed, oldest first."""
        left = self._connection.scalars(
            select(till_count.c.id)
            .where(till_count.c.finished_at.is_(None), till_count.c.started_at <= moment)
            .order_by(till_count.c.id)
        ).all()
        found = (self.find(each) for each in left)
        return tuple(each for each in found if each is not None and each.is_open)

    def open_for(self, handover_id: int) -> TillCount | None:
        """Give the open count that a handover waits for."""
        return self._one(_NEWEST_OPEN.where(till_count.c.handover_id == handover_id))

    def change(self, count: TillCount) -> TillCount:
        """Keep a count's new state; its revision grows by one."""
        done = self._connection.execute(
            update(till_count)
            .where(till_count.c.id == count.id, till_count.c.revision == count.revision)
            .values(
                revision=count.revision + 1,
                state=count.state.value,
                finished_at=count.finished_at,
            )
        )
        if done.rowcount != 1:
            raise StorageError("busy")
        for place, sheet in enumerate(count.sheets):
            self._connection.execute(
                update(count_sheet)
                .where(count_sheet.c.count_id == count.id, count_sheet.c.place == place)
                .values(**_content(sheet))
            )
        return replace(count, revision=count.revision + 1)

    def newest(self, till: str) -> tuple[SettledSheet, ...]:
        """Give what was settled in the till's last count."""
        last = (
            select(func.max(till_count.c.id))
            .join(count_sheet, count_sheet.c.count_id == till_count.c.id)
            .where(till_count.c.till == till, _IS_SETTLED)
        ).scalar_subquery()
        return self._settled(_SETTLED.where(till_count.c.id == last).order_by(count_sheet.c.place))

    def settled(
        self, till: str, *, answerable_id: int | None, limit: int, offset: int
    ) -> tuple[SettledSheet, ...]:
        """Give what was counted in a till, newest first, of one person or of all."""
        return self._settled(
            _SETTLED.where(*_of(till, answerable_id))
            .order_by(count_sheet.c.settled_at.desc(), count_sheet.c.count_id.desc())
            .limit(limit)
            .offset(offset)
        )

    def standings(self, till: str, *, answerable_id: int | None) -> tuple[Standing, ...]:
        """Sum up how each person's counts of a till came out, by currency."""
        rows = self._connection.execute(
            select(
                till_count.c.answerable_id,
                count_sheet.c.currency,
                func.count(),
                func.sum(case((_DIFFERENCE != 0, 1), else_=0)),
                func.sum(case((_DIFFERENCE < 0, -_DIFFERENCE), else_=0)),
                func.sum(case((_DIFFERENCE > 0, _DIFFERENCE), else_=0)),
            )
            .join(count_sheet, count_sheet.c.count_id == till_count.c.id)
            .where(_IS_SETTLED, *_of(till, answerable_id))
            .group_by(till_count.c.answerable_id, count_sheet.c.currency)
            .order_by(till_count.c.answerable_id, count_sheet.c.currency)
        )
        return tuple(
            Standing(person_id, times, int(off), Money(int(short), money), Money(int(over), money))
            for person_id, money, times, off, short, over in rows
        )

    def _settled(self, statement: Select[*tuple[object, ...]]) -> tuple[SettledSheet, ...]:
        return tuple(
            SettledSheet(
                count_id=row.count_id,
                till=row.till,
                person_id=row.person_id,
                answerable_id=row.answerable_id,
                counted=Money(row.counted_minor, row.currency),
                expected=Money(row.expected_minor, row.currency),
                reason=row.reason,
                settled_at=row.settled_at,
            )
            for row in self._connection.execute(statement)
        )

    def _one(self, statement: Select[*tuple[object, ...]]) -> TillCount | None:
        row = self._connection.execute(statement).first()
        if row is None:
            return None
        sheets = self._connection.execute(
            select(count_sheet)
            .where(count_sheet.c.count_id == row.id)
            .order_by(count_sheet.c.place)
        )
        return _count(row, sheets)


def _of(till: str, answerable_id: int | None) -> list[ColumnElement[bool]]:
    wanted = [till_count.c.till == till]
    if answerable_id is not None:
        wanted.append(till_count.c.answerable_id == answerable_id)
    return wanted


def _content(sheet: Sheet) -> dict[str, object]:
    return {
        "state": sheet.state.value,
        "pieces": {str(value): number for value, number in sheet.pieces.items()},
        "loose_minor": sheet.loose_minor,
        "counted_minor": None if sheet.counted is None else sheet.counted.minor,
        "expected_minor": None if sheet.expected is None else sheet.expected.minor,
        "reason": sheet.reason,
        "entry_number": sheet.entry_number,
        "settled_at": sheet.settled_at,
    }


def _count(row: AnyRow, sheets: Iterable[AnyRow]) -> TillCount:
    return TillCount(
        id=row.id,
        revision=row.revision,
        till=row.till,
        person_id=row.person_id,
        answerable_id=row.answerable_id,
        handover_id=row.handover_id,
        state=CountState(row.state),
        started_at=row.started_at,
        finished_at=row.finished_at,
        sheets=tuple(_sheet(each) for each in sheets),
    )


def _sheet(row: AnyRow) -> Sheet:
    def money(minor: int | None) -> Money | None:
        return None if minor is None else Money(minor, row.currency)

    return Sheet(
        currency=row.currency,
        state=SheetState(row.state),
        pieces={int(value): number for value, number in row.pieces.items()},
        loose_minor=row.loose_minor,
        counted=money(row.counted_minor),
        expected=money(row.expected_minor),
        reason=row.reason,
        entry_number=row.entry_number,
        settled_at=row.settled_at,
    )
