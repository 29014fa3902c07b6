"""Days in a row: what a report covers, and the days before that it is held against."""

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Self

_WEEK_DAYS = 7
_YEAR_MONTHS = 12
_QUARTER_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Days:
    """Days in a row, both ends within.

    Raises:
        ValueError: the first day is after the last.
    """

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        if self.first > self.last:
            message = f"{self.first} is after {self.last}"
            raise ValueError(message)

    @classmethod
    def one(cls, day: dt.date) -> Self:
        """Build a single day."""
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """Build a calendar month."""
        return cls.months(year, month, 1)

    @classmethod
    def months(cls, year: int, month: int, count: int) -> Self:
        """Build so many calendar months from one on."""
        first = dt.date(year, month, 1)
        end = month_later(first, count - 1)
        return cls(first, end.replace(day=_length(end)))

    @property
    def count(self) -> int:
        """Say how many days they are."""
        return (self.last - self.first).days + 1

    @property
    def is_one(self) -> bool:
        """Say whether it is a single day."""
        return self.first == self.last

    @property
    def whole_months(self) -> int:
        """Say how many whole calendar months they are; nought where they are no such."""
        if self.first.day != 1 or self.last.day != _length(self.last):
            return 0
        return _apart(self.first, self.last) + 1

    def until(self, day: dt.date) -> "Days":
        """Give those that are not after a day; the first day at least."""
        return Days(self.first, max(self.first, min(self.last, day)))

    def before(self) -> "Days":
        """Give the days before that are like these.

        Whole months are held against as many months, the beginning of a month, quarter or year
        against the beginning of the one before, the beginning of a week against that of the week
        before, anything else against as many days.
        """
        if months := self.whole_months:
            return Days.months(*_year_month(month_later(self.first, -months)), months)
        if back := self._months_back():
            first = month_later(self.first, -back)
            last = month_later(self.last, -back)
            return Days(first, last)
        is_week = self.first.weekday() == 0 and 1 < self.count <= _WEEK_DAYS
        back_by = dt.timedelta(days=_WEEK_DAYS if is_week else self.count)
        return Days(self.first - back_by, self.last - back_by)

    def _months_back(self) -> int:
        """Say how many months before the same beginning is; nought for days of another kind."""
        if self.first.day != 1 or self.is_one or self.first.year != self.last.year:
            return 0
        spanned = _apart(self.first, self.last) + 1
        if spanned == 1:
            return 1
        if self.first.month == 1:
            return _QUARTER_MONTHS if spanned <= _QUARTER_MONTHS else _YEAR_MONTHS
        is_quarter = (self.first.month - 1) % _QUARTER_MONTHS == 0
        return _QUARTER_MONTHS if is_quarter and spanned <= _QUARTER_MONTHS else 0


def month_later(day: dt.date, months: int) -> dt.date:
    """Give the day so many months later, or the month's last day where it is shorter."""
    place = day.year * _YEAR_MONTHS + day.month - 1 + months
    first = dt.date(place // _YEAR_MONTHS, place % _YEAR_MONTHS + 1, 1)
    return first.replace(day=min(day.day, _length(first)))


def _apart(one: dt.date, other: dt.date) -> int:
    return (other.year - one.year) * _YEAR_MONTHS + other.month - one.month


def _year_month(day: dt.date) -> tuple[int, int]:
    return day.year, day.month


def _length(day: dt.date) -> int:
    return calendar.monthrange(day.year, day.month)[1]
