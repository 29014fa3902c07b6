"""Set what a month is planned to come to, and see it."""

import datetime as dt
from dataclasses import dataclass

from ledger.days import Days
from ledger.money import Money
from reports.plan import Plan, planned_part
from reports.results import CurrencyResults
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of
from services.results.plan_ports import KeptPlan
from services.results.report_results import turnover_results


@dataclass(frozen=True, slots=True)
class PlanSeen:
    """A month's plan with how far the month has come."""

    month: Days
    versions: tuple[KeptPlan, ...]
    """The newest first; none where nothing is planned."""
    found: CurrencyResults
    """What the month has come to, in the shop's currency."""


@dataclass(frozen=True, slots=True)
class MonthSoFar:
    """How far a month has come on its planned sales."""

    planned: Money
    percent: int
    passed_percent: int
    """How much of its days has passed, the last one counted whole."""


def set_plan(
    books: Books, plan: Plan, version: int, person: Person, cause: Cause
) -> KeptPlan | NotAllowed | StaleAnswer:
    """Keep a plan as the next version of its month's.

    Args:
        books: the open books.
        plan: the plan; what it does not say is not planned.
        version: the version that was the newest when the plan was read back; a newer one since
            makes it stale.
        person: who plans.
        cause: who, because of which update, when.
    """
    if not person.may(Permission.SET_PLANS):
        return NotAllowed()
    books.journal.hold()
    before = books.plans.of(plan.month)
    if before and before[0].plan == plan:
        return before[0]
    if (before[0].version if before else 0) != version:
        return StaleAnswer()
    books.plans.add(plan, version + 1, cause)
    was = before[0].plan if before else None
    books.audit.record(
        cause,
        what="set_plan",
        subject=f"plan:{plan.month:%Y-%m}",
        change={
            "version": version + 1,
            "sales_minor": None if plan.sales is None else plan.sales.minor,
            "margin_permille": plan.margin_permille,
            "was_sales_minor": None if was is None or was.sales is None else was.sales.minor,
            "was_margin_permille": None if was is None else was.margin_permille,
        },
    )
    return books.plans.of(plan.month)[0]


def completed_plan(books: Books, plan: Plan) -> Plan:
    """Give a plan with what it leaves open taken from the one that holds."""
    kept = books.plans.of(plan.month)
    if not kept:
        return plan
    before = kept[0].plan
    return Plan(
        plan.month,
        plan.sales or before.sales,
        plan.margin_permille or before.margin_permille,
    )


def month_so_far(books: Books, day: dt.date) -> MonthSoFar | None:
    """Give how far a day's month has come; None where it plans no sales."""
    month = Days.month(day.year, day.month)
    plan = planned_part(month, books.plans.within(month))
    if plan is None or plan.sales is None:
        return None
    so_far = month.until(day)
    found = turnover_results(books, so_far).currency(plan.sales.currency)
    passed = (so_far.count * 200 + month.count) // (2 * month.count)
    return MonthSoFar(plan.sales, plan.percent_done(found) or 0, passed)


def see_plan(books: Books, month: dt.date) -> PlanSeen:
    """Give a month's plan, and what the month has come to."""
    days = Days.month(month.year, month.month)
    found = turnover_results(books, days).currency(shop_of(books).base_currency)
    return PlanSeen(days, books.plans.of(month), found)
