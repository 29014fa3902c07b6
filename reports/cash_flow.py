"""Money in and out by day, and what is on hand when each day is over."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ledger.days import Days
from ledger.money import Money, sum_money

_COLUMNS_MAX: Final = 31
_WEEKS_MAX: Final = 27 * 7
_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FlowStep:
    """A day, or a week or month of them."""

    days: Days
    money_in: Money
    money_out: Money
    after: Money
    """On hand when its last day is over."""


@dataclass(frozen=True, slots=True)
class CashFlow:
    """Some days in one currency: what came from outside, and what left; own moves are neither."""

    days: Days
    steps: tuple[FlowStep, ...]
    """One a day, in order."""

    @property
    def money_in(self) -> Money:
        """Give what came in together."""
        return self._sum(lambda each: each.money_in)

    @property
    def money_out(self) -> Money:
        """Give what went out together."""
        return self._sum(lambda each: each.money_out)

    @property
    def after(self) -> Money:
        """Give what is on hand at the end."""
        return self.steps[-1].after

    @property
    def columns(self) -> tuple[FlowStep, ...]:
        """Give the steps that a phone can show: days, else weeks from Monday, else months."""
        if len(self.steps) <= _COLUMNS_MAX:
            return self.steps
        is_weeks = len(self.steps) <= _WEEKS_MAX
        return tuple(_joined(self.steps, _week_of if is_weeks else _month_of))

    def _sum(self, amount: Callable[[FlowStep], Money]) -> Money:
        return sum_money([amount(each) for each in self.steps], self.after.currency)


def cash_flow(
    days: Days,
    *,
    money_in: Mapping[dt.date, Money],
    money_out: Mapping[dt.date, Money],
    changes: Mapping[dt.date, Money],
    after: Money,
) -> CashFlow:
    """Lay out some days.

    Args:
        days: the days.
        money_in: what came in by day; a day that isn't there has nought.
        money_out: what went out by day.
        changes: by how much the money on hand changed by day.
        after: on hand when the last day is over.
    """
    zero = Money.zero(after.currency)
    steps: list[FlowStep] = []
    for back in range(days.count):
        day = days.last - back * _DAY
        came, went = money_in.get(day, zero), money_out.get(day, zero)
        steps.append(FlowStep(Days.one(day), came, went, after))
        after -= changes.get(day, zero)
    return CashFlow(days, tuple(reversed(steps)))


def _joined(
    steps: Sequence[FlowStep], key: Callable[[dt.date], tuple[int, int]]
) -> Iterable[FlowStep]:
    groups: dict[tuple[int, int], list[FlowStep]] = {}
    for each in steps:
        groups.setdefault(key(each.days.first), []).append(each)
    for held in groups.values():
        currency = held[0].after.currency
        yield FlowStep(
            Days(held[0].days.first, held[-1].days.last),
            sum_money([each.money_in for each in held], currency),
            sum_money([each.money_out for each in held], currency),
            held[-1].after,
        )


def _week_of(day: dt.date) -> tuple[int, int]:
    year, week, _ = day.isocalendar()
    return year, week


def _month_of(day: dt.date) -> tuple[int, int]:
    return day.year, day.month
