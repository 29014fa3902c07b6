"""How a month comes to its plan: sales and what they leave, added up day by day."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from ledger.days import Days
from ledger.money import Money, decimals_of
from reports.bar_picture import Figure, Tone
from reports.labels import PlanLabels
from reports.plan import Plan, planned_through

USUAL_WEEKS: Final = 4
"""What is usual is what these weeks before the month came to."""
_WEEK: Final = 7
_WHOLE: Final = 1000


@dataclass(frozen=True, slots=True)
class DayMade:
    """What a day came to."""

    day: dt.date
    sales: Money
    """Less what was given back."""
    left: Money
    """The gross margin, or the net result where no cost of goods is booked in the month."""


@dataclass(frozen=True, slots=True)
class PlanPath:
    """A month in one currency, as far as it has come, beside its plan and what is usual."""

    month: Days
    currency: str
    days: tuple[DayMade, ...]
    """From the first one on, in order; none of a month that has not begun."""
    plan: Plan | None
    usual: tuple[Money, ...]
    """Sales through each day of the month, were they as before; nothing where none are usual."""
    is_margin: bool
    """Whether what is left is the gross margin."""
    others: tuple[Money, ...] = ()
    """Sales in other currencies."""

    @property
    def sales(self) -> tuple[Money, ...]:
        """Give sales through each day that has come."""
        return self._added([each.sales for each in self.days])

    @property
    def left(self) -> tuple[Money, ...]:
        """Give what is left of them through each day that has come."""
        return self._added([each.left for each in self.days])

    @property
    def sold(self) -> Money:
        """Give what was sold so far."""
        return self.sales[-1] if self.days else Money.zero(self.currency)

    @property
    def kept(self) -> Money:
        """Give what is left of it."""
        return self.left[-1] if self.days else Money.zero(self.currency)

    @property
    def planned(self) -> Money | None:
        """Give the planned sales of the month; None where none are planned."""
        return None if self.plan is None else self.plan.sales

    @property
    def planned_sales(self) -> tuple[Money, ...]:
        """Give planned sales through each day of the month."""
        if self.plan is None or self.plan.sales is None:
            return ()
        sales = self.plan.sales
        return tuple(
            planned_through(self.plan, sales, day) for day in range(1, self.month.count + 1)
        )

    @property
    def planned_left(self) -> tuple[Money, ...]:
        """Give the planned margin through each day; nothing where it can't be held against."""
        if self.plan is None or self.plan.margin_permille is None or not self.is_margin:
            return ()
        permille = self.plan.margin_permille
        return tuple(
            Money(each.minor * permille // _WHOLE, each.currency) for each in self.planned_sales
        )

    @property
    def highest(self) -> Money:
        """Give the most that is sold, planned or usual by any day of the month."""
        reached = (*self.sales, *self.planned_sales, *self.usual)
        return max((Money.zero(self.currency), *reached), key=lambda each: each.minor)

    @property
    def due(self) -> Money | None:
        """Give what was to be sold through the last day that has come."""
        planned = self.planned_sales
        if not planned:
            return None
        return planned[len(self.days) - 1] if self.days else Money.zero(self.currency)

    @property
    def to_go(self) -> Money | None:
        """Give what is left to the plan, below nought where it is passed."""
        return None if self.planned is None else self.planned - self.sold

    @property
    def days_left(self) -> int:
        """Say how many days come after the last one."""
        return self.month.count - len(self.days)

    @property
    def a_day(self) -> Money | None:
        """Give what must be sold on each day left, rounded up; None where nothing must be."""
        if self.to_go is None or self.to_go.minor <= 0 or not self.days_left:
            return None
        return Money(-(-self.to_go.minor // self.days_left), self.currency)

    @property
    def percent_done(self) -> int | None:
        """Give sales in whole per cent of the plan."""
        if self.planned is None:
            return None
        return (self.sold.minor * 200 + self.planned.minor) // (2 * self.planned.minor)

    @property
    def margin_permille(self) -> int | None:
        """Give the margin in thousandths of sales; None where it is none, or nothing was sold."""
        if not self.is_margin or self.sold.minor <= 0:
            return None
        return self.kept.minor * _WHOLE // self.sold.minor

    def _added(self, amounts: Sequence[Money]) -> tuple[Money, ...]:
        return tuple(accumulate(amounts))


def plan_figures(path: PlanPath, labels: PlanLabels) -> tuple[Figure, ...]:
    """Give the figures under the headline: the plan, what was due, what is left a day."""
    planned, due, to_go = path.planned, path.due, path.to_go
    if planned is None or due is None or to_go is None:
        return tuple(_usual_figures(path, labels))
    found = [Figure(labels.planned, planned)]
    if path.days and path.days_left:
        found.append(Figure(labels.due, _whole(due)))
    if path.a_day is not None:
        found.append(Figure(labels.a_day, _whole(path.a_day), Tone.BAD))
    elif to_go.minor > 0:
        found.append(Figure(labels.short, to_go, Tone.BAD))
    else:
        found.append(Figure(labels.over, -to_go, Tone.GOOD))
    return tuple(found)


def _usual_figures(path: PlanPath, labels: PlanLabels) -> Iterator[Figure]:
    if not path.usual:
        return
    yield Figure(labels.usual_month, path.usual[-1])
    if path.days:
        over = path.sold - path.usual[len(path.days) - 1]
        yield Figure(labels.usual_short if over.minor < 0 else labels.usual_over, abs(over))


def _whole(amount: Money) -> Money:
    """Leave parts of a unit out, up: a pace is no sum."""
    unit: int = 10 ** decimals_of(amount.currency)
    return Money(-(-amount.minor // unit) * unit, amount.currency)


def usual_path(month: Days, before: Mapping[dt.date, Money]) -> tuple[Money, ...]:
    """Add up a month whose every weekday sells what it did in the weeks before.

    Args:
        month: a whole month.
        before: sales of one currency by day; those of the four weeks before the month count.

    Returns:
        Sales through each day of the month; nothing where a week of them sold nothing, as where
        the books are younger than that.
    """
    day = dt.timedelta(days=1)
    weeks = [
        [before.get(month.first - (back * _WEEK + place + 1) * day) for place in range(_WEEK)]
        for back in range(USUAL_WEEKS)
    ]
    if not all(any(week) for week in weeks):
        return ()
    by_weekday = {
        place: [each for week in weeks if (each := week[place])] for place in range(_WEEK)
    }
    return tuple(_usual(month, by_weekday))


def _usual(month: Days, by_place: Mapping[int, Sequence[Money]]) -> Iterator[Money]:
    """Take a weekday's mean; parts of a minor unit are kept until it is added up."""
    currency = next(each.currency for found in by_place.values() for each in found)
    added = 0
    for place in range(month.count):
        # The day before the month is at place 0, so its first weekday is at the last one.
        added += sum(each.minor for each in by_place[_WEEK - 1 - place % _WEEK])
        yield Money(added // USUAL_WEEKS, currency)
