"""What a month is planned to come to, and which part of it falls to some days."""

import calendar
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ledger.days import Days, month_later
from ledger.money import Money
from reports.results import CurrencyResults

_PERMILLE = 1_000


@dataclass(frozen=True, slots=True)
class Plan:
    """A month's plan in the shop's currency; one of its figures at least is set.

    Raises:
        ValueError: it plans nothing, not a whole month, or a margin that cannot be.
    """

    month: dt.date
    """The month's first day."""
    sales: Money | None
    """Sales less refunds, above zero."""
    margin_permille: int | None
    """The gross margin in thousandths of sales."""

    def __post_init__(self) -> None:
        if self.month.day != 1:
            message = f"a plan is for a month, not from {self.month}"
            raise ValueError(message)
        if self.sales is None and self.margin_permille is None:
            message = "a plan says something"
            raise ValueError(message)
        if self.sales is not None and self.sales.minor <= 0:
            message = f"planned sales are above zero, not {self.sales}"
            raise ValueError(message)
        if self.margin_permille is not None and not 0 < self.margin_permille < _PERMILLE:
            message = f"a margin is a part of sales, not {self.margin_permille} thousandths"
            raise ValueError(message)

    @property
    def day_count(self) -> int:
        """Say how many days the month has."""
        return calendar.monthrange(self.month.year, self.month.month)[1]


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """What of the plans falls to some days."""

    days: Days
    of_days: int
    """How many days the months have that the plans are for: more than `days` for a part."""
    sales: Money | None
    """In proportion to the days; None where a month plans no sales."""
    margin_permille: int | None
    """The margin, weighed by sales where months differ; None where a month plans none."""

    @property
    def is_part(self) -> bool:
        """Say whether the plan was taken in proportion to the days."""
        return self.days.count < self.of_days

    def percent_done(self, found: CurrencyResults) -> int | None:
        """Give net sales in whole per cent of the plan; None where nothing is planned."""
        if self.sales is None or found.currency != self.sales.currency:
            return None
        return (found.net_sales.minor * 200 + self.sales.minor) // (2 * self.sales.minor)


def planned_part(days: Days, plans: Mapping[dt.date, Plan]) -> PlannedPart | None:
    """Take the part of the plans that falls to some days.

    Days of a month have equal parts, counted from its beginning, so that parts of any division sum
    to the whole to the minor unit.

    Args:
        days: the days.
        plans: by their months.

    Returns:
        None where a month of the days has no plan.
    """
    months = [plans.get(each) for each in _months(days)]
    planned = [each for each in months if each is not None]
    if len(planned) < len(months):
        return None
    parts = [_sales_part(each, days) for each in planned]
    sales = [each for each in parts if each is not None]
    whole = None
    if len(sales) == len(parts):
        whole = sum(sales[1:], start=sales[0])
    margin = _margin(planned, parts)
    if whole is not None and not whole:
        whole = None
    if whole is None and margin is None:
        return None
    return PlannedPart(days, sum(each.day_count for each in planned), whole, margin)


def _months(days: Days) -> Sequence[dt.date]:
    first, found = days.first.replace(day=1), []
    while first <= days.last:
        found.append(first)
        first = month_later(first, 1)
    return found


def _sales_part(plan: Plan, days: Days) -> Money | None:
    if plan.sales is None:
        return None
    last = plan.month.replace(day=plan.day_count)
    from_day = max(days.first, plan.month).day - 1
    through = min(days.last, last).day
    return planned_through(plan, plan.sales, through) - planned_through(plan, plan.sales, from_day)


def planned_through(plan: Plan, sales: Money, day: int) -> Money:
    """Give what of its sales is planned from the month's beginning through a day, rounded down."""
    return Money(sales.minor * day // plan.day_count, sales.currency)


def _margin(plans: Sequence[Plan], parts: Sequence[Money | None]) -> int | None:
    margins = [each.margin_permille for each in plans if each.margin_permille is not None]
    if len(margins) < len(plans):
        return None
    if len(set(margins)) == 1:
        return margins[0]
    weights = [each.minor for each in parts if each is not None]
    if len(weights) < len(plans) or not sum(weights):
        return None
    weighed = sum(margin * weight for margin, weight in zip(margins, weights, strict=True))
    return weighed // sum(weights)
