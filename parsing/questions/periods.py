"""Which days a question is about: "last week", "жовтень", "1–15 листопада", "с начала года"."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from ledger.days import Days
from parsing.annotation.dates import full_date
from parsing.annotation.tokens import fold
from parsing.questions.counted_back import are_many
from parsing.questions.digit_dates import digits_date, latest
from parsing.questions.marks import TOLD, Mark, Vocabulary, marks_of
from parsing.questions.month_days import (
    day_of_month,
    days_after_month,
    days_of_month,
    half_of,
    is_within_month,
    month_before,
    short_year,
    third_of_month,
    week_from,
    weekdays_of_week,
)
from parsing.questions.relative import relative_days
from parsing.questions.yearly_days import day_of_year

_DASHES = frozenset("-–—")
_YEARS = range(2000, 2100)
_MONTHS, _QUARTERS, _HALVES, _HALF_DAYS = 12, 4, 2, 16
_OUTER = ("unit", "month", "year")
_DAY_MAX, _WEEK, _YEAR_DIGITS, _PARTS_MAX = 31, 7, 4, 2
_HALF_YEAR = 184
"""What begins with a year and is longer is the year, as far as it has come."""
_FEMININE = frozenset({"weekday", "unit"})
_INSTRUMENTAL = ("ем", "ём", "ом", "єм", "им", "ім", "ым", "ою", "ею", "єю")
BEGIN = dt.date(1990, 1, 1)
"""No books are older."""

Found = tuple[Days, int]
"""Days, and the mark after them."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days that a question names, and where."""

    days: Days
    start: int
    """Its first mark."""
    end: int
    """The mark after it."""


def find_periods(
    marks: Sequence[Mark],
    today: dt.date,
    before: Days | None = None,
    *,
    is_apart: bool = False,
) -> tuple[Period, ...]:
    """Give the days that marks name, left to right, none of them ahead.

    Args:
        marks: what the words of a question are about.
        today: the day it was asked on.
        before: the days that were asked of before: a half that nothing else is said of is one of
            their month.
        is_apart: "October to November" are two stretches, of which one is held against the other.
    """
    reader = _Reader(tuple(marks), today, before, is_apart)
    found: list[Period] = []
    at = 0
    while at < len(marks):
        read = reader.range_at(at)
        if read is None or read[0].first > today:
            at += 1
            continue
        days, end = reader.month_of_year(*read)
        found.append(Period(days.until(today), at, end))
        at = end
    return tuple(found)


def ever(today: dt.date) -> Days:
    """Give all days there are."""
    return Days(BEGIN, today)


@dataclass(frozen=True, slots=True)
class _Reader:
    marks: tuple[Mark, ...]
    today: dt.date
    before: Days | None = None
    is_apart: bool = False

    def at(self, index: int) -> Mark:
        """Give a mark; beyond the end one that says nothing."""
        return self.marks[index] if index < len(self.marks) else Mark("", "", "", 0, 0)

    def range_at(self, at: int) -> Found | None:
        """Read days from one to another, or those of one expression."""
        first = self.at(at)
        is_since = first.is_of("when", "since") and not self._is_with(at + 1)
        opens = is_since or first.is_of("joiner", "from")
        start = at + opens
        short = (
            self._short_range(start)
            or days_of_month(self.marks, start, self.today)
            or weekdays_of_week(self.marks, start, self.today)
        )
        if short is not None:
            return short
        one = self._edge(start) if opens else self.one_at(start)
        if one is None:
            return None
        other = self._after_connector(one[1], is_open=opens)
        if other is not None and self.at(start).section == "weekday" and other[0].is_one:
            apart = (other[0].first - one[0].first).days % _WEEK
            return Days(one[0].first, one[0].first + dt.timedelta(days=apart)), other[1]
        if other is not None and other[0].last >= one[0].first and other[0] != one[0]:
            return Days(one[0].first, other[0].last), other[1]
        if opens:
            return Days(one[0].first, max(self.today, one[0].first)), one[1]
        return one

    def month_of_year(self, days: Days, end: int) -> Found:
        """Read the month after its year: "last year in October"."""
        is_year = days.first.day == days.first.month == 1 and days.count > _HALF_YEAR
        month = self.at(self._over_fillers(end))
        if not is_year or month.section != "month":
            return days, end
        found = self._month_of(int(month.value), days.first.year, self._over_fillers(end) + 1)
        return found if found is not None and found[0].first <= self.today else (days, end)

    def _is_with(self, at: int) -> bool:
        """Tell whether "з жовтнем", "с прошлой средой" is "with" it: its case says so."""
        at = self._over_fillers(at)
        told = self.marks[at : at + 1 + self.at(at).is_of("when")]
        is_dated = bool(told) and told[0].section in {"month", "when", "weekday"}
        ends = _INSTRUMENTAL + (("ой", "ей") if is_dated and told[-1].section in _FEMININE else ())
        return is_dated and told[-1].text.casefold().endswith(ends)

    def _edge(self, at: int) -> Found | None:
        """Read where days begin: "the beginning of the month" or any expression."""
        at = self._over_fillers(at)
        begins = self.at(at).is_of("when", "begin")
        return self.one_at(self._over_fillers(at + 1) if begins else at)

    def _after_connector(self, at: int, *, is_open: bool) -> Found | None:
        mark = self.at(at)
        if self.is_apart:
            return None
        is_dash = mark.text in _DASHES or mark.is_of("joiner", "to")
        is_until = mark.is_of("when", "until") or mark.text.lower() == "till"
        if is_until and self.at(self._over_fillers(at + 1)).is_of("when", "end"):
            at = self._over_fillers(at + 1)  # "up to the end of September" is to September
        if is_dash or is_until or (is_open and mark.is_of("joiner", "and")):
            return self.one_at(self._over_fillers(at + 1))
        return None

    def _short_range(self, at: int) -> Found | None:
        """Read "1–15 November": the first day has no month of its own."""
        at = self._over_fillers(at)
        day, link = self._day_number(at), self.at(at + 1)
        is_link = link.text in _DASHES or link.section == "joiner" or link.is_of("when", "until")
        if day is None or not (is_link or link.text.lower() == "till"):
            return None
        end = self._over_fillers(at + 2)
        other = self._day_month(end)
        if other is None or self._day_number(end) is None:
            return None
        last = other[0].last
        first = full_date(day, last.month, last.year)
        running = full_date(day, last.month, self.today.year)
        if running is not None and last < running <= self.today and not self._names_year(*other):
            return Days(running, self.today), other[1]  # it goes on beyond today
        return None if first is None or first > last else (Days(first, last), other[1])

    def _names_year(self, _days: Days, end: int) -> bool:
        """Tell whether the year stands at the end of days."""
        mark = self.at(end - 1)
        is_year = mark.section == "digits" and len(mark.value) == _YEAR_DIGITS
        return is_year or mark.is_of("unit", "year")

    def one_at(self, at: int) -> Found | None:
        """Read one expression of days."""
        for read in (
            self._week_of,
            lambda at: day_of_year(self.marks, at, self.today),
            lambda at: digits_date(self.marks, at, self.today),
            lambda at: days_after_month(self.marks, at, self.today),
            self._day_month,
            lambda at: third_of_month(self.marks, at, self._month, self.today),
            self._month,
            lambda at: month_before(self.marks, at, self.today),
            self._part_of_month,
            self._half_of_month,
            lambda at: None if are_many(*self.marks[at : at + 2]) else self._part_of_year(at),
            self._year,
            self._end_of,
            self._whole,
        ):
            found = read(at)
            if found is not None:
                return found
        return day_of_month(self.marks, at, self.today) or relative_days(
            self.marks, at, self.today
        )

    def _week_of(self, at: int) -> Found | None:
        """Read "the week of 9 November" as the one that holds it, "from 9 November" as 7 days."""
        link = self.at(at + 1)
        is_from = link.is_of("when", "since") or link.is_of("joiner", "from")
        if not self.at(at).is_of("unit", "week") or not (is_from or fold(link.text) == "of"):
            return None
        told = self._short_range(at + 2) if is_from else None
        found = self._day_month(self._over_fillers(at + 2)) if told is None else None
        if found is None or self._after_connector(found[1], is_open=False) is not None:
            return told
        first = found[0].first
        first -= dt.timedelta(days=0 if is_from else first.weekday())
        return Days(first, first + dt.timedelta(days=_WEEK - 1)), found[1]

    def _day_number(self, at: int) -> int | None:
        mark = self.at(at)
        is_number = mark.section in {"digits", "number"} and mark.value.isdecimal()
        if not is_number or len(mark.value) > _PARTS_MAX:
            return None
        return int(mark.value) if 1 <= int(mark.value) <= _DAY_MAX else None

    def _day_month(self, at: int) -> Found | None:
        """Read "5 November", "5th of November 2026", "November 5"."""
        day, end = self._day_number(at), at + 1
        if day is None and self.at(at).section == "month":
            day, month_at, end = self._day_number(at + 1), at, at + 2
            is_year = short_year(self.marks, at, today=self.today) is not None
            if is_year or self.at(at + 2).section == "month":
                return None
        else:
            month_at = end = self._over_fillers(at + 1)
            end += 1
        if day is None or self.at(month_at).section != "month":
            return None
        month = int(self.at(month_at).value)
        year, end = self._year_after(end)
        found = latest(day, month, self.today) if year is None else full_date(day, month, year)
        return None if found is None else (Days.one(found), end)

    def _month(self, at: int) -> Found | None:
        mark = self.at(at)
        if mark.section != "month":
            return None
        year, end = self._year_after(at + 1)
        month = int(mark.value)
        short = short_year(self.marks, at, today=self.today) if year is None else None
        if short is not None:
            year, end = short
        if year is None:
            year = self.today.year - (month > self.today.month)
        return self._month_of(month, year, end)

    def _month_of(self, month: int, year: int, end: int) -> Found | None:
        if not 1 <= month <= _MONTHS or year not in _YEARS:
            return None
        return Days.month(year, month), end

    def _part_of_month(self, at: int) -> Found | None:
        """Read "first week of November", "last day of October", "first 10 days of May"."""
        first, end = self.at(at), at + 1
        count, is_last = self._day_number(at), first.is_of("when", "last")
        if (count == 1 or is_last) and self.at(at + 1).section in {"digits", "number"}:
            count, end = self._day_number(at + 1), at + 2
        unit = self.at(end)
        month = self._month(self._over_fillers(end + 1))
        if (
            month is None
            or not unit.is_of("unit", "day", "week")
            or (count is None and not is_last)
        ):
            return None
        is_counted, (days, end) = end > at + 1, month
        step = _WEEK if unit.value == "week" else 1
        length = step * (count or 1 if is_counted else 1)
        if is_last:
            return Days(days.last - dt.timedelta(days=length - 1), days.last), end
        start = (
            days.first if is_counted else days.first + dt.timedelta(days=((count or 1) - 1) * step)
        )
        if start > days.last:
            return None
        is_week = step == _WEEK and not is_counted
        told = Days(start, start + dt.timedelta(days=length - 1))
        return (week_from(start, days) if is_week else told), end

    def _half_of_month(self, at: int) -> Found | None:
        """Read "half of November" as its first half; which one is not said."""
        if not self.at(at).is_of("unit", "half") or self._day_number(at + 1) is not None:
            return None
        month = self._month(self._over_fillers(at + 1))
        return None if month is None else (half_of(month[0], 1), month[1])

    def _part_of_year(self, at: int) -> Found | None:
        """Read "Q3", "third quarter 2026", "перше півріччя"."""
        one, two = self.at(at), self.at(at + 1)
        unit, number = (one, two) if one.section == "unit" else (two, one)
        if not unit.is_of("unit", "quarter", "half") or number.section not in {"digits", "number"}:
            return None
        count = _QUARTERS if unit.value == "quarter" else _HALVES
        place, length = int(number.value[:2]), _MONTHS // count
        if not 1 <= place <= count:
            return None
        year, end = self._year_after(at + 2)
        first_month = (place - 1) * length + 1
        outer = None if year is not None else self._outer(at + 2)
        if outer is not None:
            whole, end = outer
            if not is_within_month(whole):
                return Days.months(whole.first.year, first_month, length), end
            return (half_of(whole, place), end) if unit.value == "half" else None
        asked_of = self.before
        is_part = asked_of is not None and not asked_of.is_one and asked_of.count <= _HALF_DAYS
        if asked_of is not None and is_part and unit.value == "half" and year is None:
            return half_of(asked_of, place), end
        if year is None:
            year = self.today.year - (first_month > self.today.month)
        return Days.months(year, first_month, length), end

    def _outer(self, at: int) -> Found | None:
        """Read the month or the year that a half or a quarter is said to be of."""
        at = self._over_fillers(at)
        mark = self.at(at)
        if mark.section == "month":
            return self._month(at)
        unit = self.at(at + 1) if mark.section == "when" else mark
        return relative_days(self.marks, at, self.today) if unit.is_of(*_OUTER) else None

    def _year(self, at: int) -> Found | None:
        mark = self.at(at)
        is_number = mark.section == "digits" and len(mark.value) == _YEAR_DIGITS
        if not is_number or int(mark.value) not in _YEARS:
            return None
        if self.at(at - 1 if at else len(self.marks)).is_of("ask", "order"):
            return None
        end = at + 1 + self.at(at + 1).is_of("unit", "year")
        return Days.months(int(mark.value), 1, _MONTHS), end

    def _year_after(self, at: int) -> tuple[int | None, int]:
        """Read the year that follows a month, if one does."""
        start = self._over_fillers(at) if self.at(at).text.lower() == "of" else at
        mark = self.at(start)
        if mark.section == "digits" and len(mark.value) == _YEAR_DIGITS:
            year = int(mark.value)
            if year in _YEARS:
                return year, start + 1 + self.at(start + 1).is_of("unit", "year")
        if mark.is_of("when", "previous") and self.at(start + 1).is_of("unit", "year"):
            return self.today.year - 1, start + 2
        is_last = mark.is_of("when", "last", "this")
        if is_last and self.at(start + 1).is_of("unit", "year"):
            return self.today.year - mark.is_of("when", "last"), start + 2
        return None, at

    def _end_of(self, at: int) -> Found | None:
        """Read "the end of October" as that day."""
        mark = self.at(at)
        if not mark.is_of("when", "begin", "end"):
            return None
        found = self.one_at(self._over_fillers(at + 1))
        if found is None:
            return None
        day = found[0].first if mark.value == "begin" else min(found[0].last, self.today)
        return Days.one(max(day, found[0].first)), found[1]

    def _whole(self, at: int) -> Found | None:
        return (ever(self.today), at + 1) if self.at(at).is_of("period", "ever") else None

    def _over_fillers(self, at: int) -> int:
        while self.at(at).section == "filler":
            at += 1
        return at


def read_days_in_words(text: str, today: dt.date, vocabulary: Vocabulary) -> Days | None:
    """Read a text that names days and nothing else; None when it says anything more, or none.

    Args:
        text: what was typed, in any of the languages.
        today: the day it was typed on; no day after it is given.
        vocabulary: the words.
    """
    marks = marks_of(text, vocabulary)
    found = find_periods(marks, today)
    if len(found) != 1:
        return None
    beside = [*marks[: found[0].start], *marks[found[0].end :]]
    is_bare = all(
        each.section == "sign" or (each.section == "filler" and each.value not in {TOLD, "not"})
        for each in beside
    )
    return found[0].days if is_bare else None
