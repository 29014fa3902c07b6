"""Days as they were told, in the database: kept version by version, never changed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, Select, func, select

from ledger.accounts import AccountType
from ledger.days import Days
from ledger.money import Money
from reports.restatements import LateLeg, ResultLines
from reports.told_results import LateFacts
from services.results.told_day_ports import ToldDay
from storage.prepared import AnyRow
from storage.tables import account, journal_entry, posting, told_day, told_figure

_newer = told_day.alias("newer")
_original = journal_entry.alias("original")
_IS_NEWEST = (
    told_day.c.version
    == select(func.max(_newer.c.version)).where(_newer.c.day == told_day.c.day).scalar_subquery()
)
_OF_RESULT = account.c.type.in_([AccountType.INCOME.value, AccountType.EXPENSE.value])
_LEGS = (
    select(
        journal_entry.c.number,
        func.coalesce(_original.c.source, journal_entry.c.source).label("source"),
        func.coalesce(_original.c.external_id, journal_entry.c.external_id).label("external_id"),
        journal_entry.c.reverses,
        journal_entry.c.narration,
        journal_entry.c.counterparty,
        account.c.key,
        account.c.type,
        posting.c.amount_minor,
        posting.c.currency,
    )
    .select_from(journal_entry)
    .outerjoin(_original, _original.c.number == journal_entry.c.reverses)
    .join(posting, posting.c.entry_number == journal_entry.c.number)
    .join(account, account.c.id == posting.c.account_id + 0)
    .where(_OF_RESULT)
    .order_by(journal_entry.c.number, posting.c.leg)
)


class SqlToldDays:
    """Fulfils services.results.told_day_ports.ToldDays."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def newest(self, days: Days) -> Sequence[ToldDay]:
        """Give the newest version of each of some days that was told, by day."""
        return self._read(
            select(told_day)
            .where(told_day.c.day.between(days.first, days.last), _IS_NEWEST)
            .order_by(told_day.c.day)
        )

    def versions(self, day: dt.date) -> Sequence[ToldDay]:
        """Give every version of a day, the oldest first."""
        return self._read(
            select(told_day).where(told_day.c.day == day).order_by(told_day.c.version)
        )

    def first_day(self) -> dt.date | None:
        """Give the earliest day that was told."""
        day: dt.date | None = self._connection.scalar(select(func.min(told_day.c.day)))
        return day

    def last_day(self) -> dt.date | None:
        """Give the latest day that was told."""
        day: dt.date | None = self._connection.scalar(select(func.max(told_day.c.day)))
        return day

    def restated(self, limit: int, offset: int) -> Sequence[ToldDay]:
        """Give the versions that restated a day, those told last first."""
        return self._read(
            select(told_day)
            .where(told_day.c.version > 1)
            .order_by(told_day.c.told_at.desc(), told_day.c.day.desc())
            .limit(limit)
            .offset(offset)
        )

    def add(self, told: ToldDay) -> None:
        """Keep a day as it is told now."""
        key = {"day": told.day, "version": told.version}
        self._connection.execute(
            told_day.insert().values(**key, through_entry=told.through_entry, told_at=told.told_at)
        )
        if told.lines:
            self._connection.execute(
                told_figure.insert(), [key | _values(each) for each in told.lines]
            )

    def late_legs(self, day: dt.date, after: int, through: int | None = None) -> Sequence[LateLeg]:
        """Give what entries of a day after one, and up to another, did to its result."""
        wanted = _LEGS.where(journal_entry.c.booked_on == day, journal_entry.c.number > after)
        if through is not None:
            wanted = wanted.where(journal_entry.c.number <= through)
        return tuple(map(_leg, self._connection.execute(wanted)))

    def late_facts(self, days: Days) -> Sequence[LateFacts]:
        """Give what belongs to some days and was booked after them, by currency."""
        rows = self._connection.execute(
            select(
                posting.c.currency,
                func.count(func.distinct(journal_entry.c.number)),
                func.sum(posting.c.amount_minor),
            )
            .select_from(journal_entry)
            .join(posting, posting.c.entry_number == journal_entry.c.number)
            .join(account, account.c.id == posting.c.account_id + 0)
            .where(
                journal_entry.c.belongs_on.between(days.first, days.last),
                journal_entry.c.booked_on > days.last,
                _OF_RESULT,
            )
            .group_by(posting.c.currency)
            .order_by(posting.c.currency)
        )
        return tuple(
            LateFacts(count, Money(-int(minor), currency)) for currency, count, minor in rows
        )

    def _read(self, wanted: Select[*tuple[object, ...]]) -> tuple[ToldDay, ...]:
        rows = self._connection.execute(wanted).all()
        if not rows:
            return ()
        lines: dict[tuple[dt.date, int], list[ResultLines]] = defaultdict(list)
        days = [row.day for row in rows]
        figures = self._connection.execute(
            select(told_figure)
            .where(told_figure.c.day.between(min(days), max(days)))
            .order_by(told_figure.c.currency)
        )
        for row in figures:
            lines[row.day, row.version].append(_lines(row))
        return tuple(
            ToldDay(
                row.day,
                row.version,
                row.through_entry,
                row.told_at,
                tuple(lines[row.day, row.version]),
            )
            for row in rows
        )


def _values(lines: ResultLines) -> dict[str, object]:
    return {
        "currency": lines.currency,
        "sales_minor": lines.sales.minor,
        "refunds_minor": lines.refunds.minor,
        "cost_minor": lines.cost.minor,
        "other_income_minor": lines.other_income.minor,
        "expenses_minor": lines.expenses.minor,
        "result_minor": lines.result.minor,
    }


def _lines(row: AnyRow) -> ResultLines:
    return ResultLines(
        *(
            Money(minor, row.currency)
            for minor in (
                row.sales_minor,
                row.refunds_minor,
                row.cost_minor,
                row.other_income_minor,
                row.expenses_minor,
            )
        )
    )


def _leg(row: AnyRow) -> LateLeg:
    return LateLeg(
        number=row.number,
        source=row.source,
        external_id=row.external_id,
        is_reversal=row.reverses is not None,
        account=row.key,
        type=AccountType(row.type),
        amount=Money(row.amount_minor, row.currency),
        text=row.narration,
        counterparty=row.counterparty,
    )
