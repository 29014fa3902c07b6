"""Plans of months in the database: added as versions, never changed."""

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.exc import IntegrityError

from ledger.days import Days
from ledger.money import Money
from reports.plan import Plan
from services.messages import Cause
from services.ports import StorageError
from services.results.plan_ports import KeptPlan
from storage.prepared import AnyRow, Prepared
from storage.tables import plan

_newer = plan.alias("newer")
_WITHIN = Prepared(
    select(plan).where(
        plan.c.month >= bindparam("first"),
        plan.c.month <= bindparam("last"),
        plan.c.version
        == select(func.max(_newer.c.version))
        .where(_newer.c.month == plan.c.month)
        .scalar_subquery(),
    )
)


class SqlPlans:
    """Fulfils services.results.plan_ports.Plans."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, month: dt.date) -> tuple[KeptPlan, ...]:
        """Give every version of a month's plan, the newest first."""
        rows = self._connection.execute(
            select(plan).where(plan.c.month == month).order_by(plan.c.version.desc())
        )
        return tuple(KeptPlan(_plan(row), row.version, row.set_by, row.set_at) for row in rows)

    def within(self, days: Days) -> Mapping[dt.date, Plan]:
        """Give the plans that hold of the months that some days touch."""
        ends = {"first": days.first.replace(day=1), "last": days.last}
        return {row.month: _plan(row) for row in _WITHIN.rows(self._connection, ends)}

    def add(self, kept: Plan, version: int, cause: Cause) -> None:
        """Keep a plan as a version."""
        values = {
            "month": kept.month,
            "version": version,
            "currency": None if kept.sales is None else kept.sales.currency,
            "sales_minor": None if kept.sales is None else kept.sales.minor,
            "margin_permille": kept.margin_permille,
            "set_by": cause.actor,
            "set_at": cause.at,
            "raw_record_id": cause.raw_record_id,
        }
        try:
            self._connection.execute(plan.insert().values(values))
        except IntegrityError as error:
            raise StorageError("busy") from error


def _plan(row: AnyRow) -> Plan:
    sales = None if row.sales_minor is None else Money(row.sales_minor, row.currency)
    return Plan(row.month, sales, row.margin_permille)
