"""Days within the month or week that they are of: "on the 15th", "Mon-Wed last week"."""

import datetime as dt
from collections.abc import Callable, Sequence

from ledger.days import Days, month_later
from parsing.annotation.dates import full_date
from parsing.questions.marks import Mark
from parsing.questions.relative import relative_days, says_last_year

_NOTHING = Mark("", "", "", 0, 0)
_DAY_MAX = 31
_DIGITS_MAX = 2
_DASHES = frozenset("-–—")
_THIRD, _THIRDS = 10, 3
_OF_MONTH = ("числ", "date")
"""What says that a number is a day of the month."""
_WEEK = 7
_HALF_MONTH = 15
_MONTHS, _YEAR_MIN = 12, 300
"""What is longer than so many days is a year."""
_CENTURY = 2000
_GENITIVE = ("я", "а")
_OF_YEAR = frozenset({"го", "ого", "року", "года", "р", "г"})

Found = tuple[Days, int]
"""Days, and the mark after them."""


def days_of_month(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    """Read days of one month that only numbers name: "з 5 по 10 число", "the 5th to the 10th"."""
    start = over_fillers(marks, at)
    first = _number(marks, start)
    link = over_fillers(marks, start + 1 + _says_of_month(_at(marks, start + 1)))
    end = over_fillers(marks, link + 1)
    last = _number(marks, end) if _is_link(_at(marks, link)) else None
    if first is None or last is None or not _is_of_month(marks, end):
        return None
    until = _latest(last, today)
    begin = None if until is None else full_date(first, until.month, until.year)
    if until is None or begin is None or begin > until:
        return None
    return Days(begin, until), _after_number(marks, end)


def day_of_month(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    """Read the latest such day: "the 15th", "15-го", "15 числа"."""
    start = over_fillers(marks, at)
    number = _number(marks, start)
    day = _latest(number, today) if number is not None and _is_of_month(marks, start) else None
    return None if day is None else (Days.one(day), _after_number(marks, start))


def days_after_month(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    """Read days that stand after their month: "October 5-10", "Nov 1 to 15"."""
    month, first = _at(marks, at), _number(marks, at + 1)
    if month.section != "month" or first is None or not _is_link(_at(marks, at + 2)):
        return None
    last = _number(marks, at + 3)
    if last is None or _at(marks, at + 4).section == "month":
        return None
    year = today.year - (int(month.value) > today.month)
    begin, end = (full_date(day, int(month.value), year) for day in (first, last))
    return None if begin is None or end is None or begin > end else (Days(begin, end), at + 4)


def month_before(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    """Read "last October" as the latest that is over; "прошлогодний октябрь" is of last year."""
    when, month = _at(marks, at), _at(marks, at + 1)
    is_named = month.section == "month" and 1 <= int(month.value) <= _MONTHS
    is_dated = _at(marks, at + 2).section == "digits"  # "last November 5", "last March 2025"
    if not is_named or is_dated or not when.is_of("when", "previous", "last"):
        return None
    is_over = int(month.value) < today.month and not says_last_year(when)
    return Days.month(today.year - (not is_over), int(month.value)), at + 2


def third_of_month(
    marks: Sequence[Mark], at: int, month_at: Callable[[int], Found | None], today: dt.date
) -> Found | None:
    """Read "mid-October", "first ten days of November", "друга декада"."""
    first, after = _at(marks, at), at + 1
    if first.is_of("when", "mid"):
        after += _at(marks, after).text in _DASHES
        place: int | None = 2
    else:
        place = _number(marks, at)
        is_last = first.is_of("when", "last")
        place = _THIRDS if is_last else place
        if not _at(marks, after).is_of("unit", "decade"):
            return None
        after += 1
    if place is None or place > _THIRDS:
        return None
    found = _month_or_unit(marks, over_fillers(marks, after), month_at, today)
    if found is None:
        if first.section == "when" and not first.is_of("when", "last"):
            return None
        found = Days.month(today.year, today.month), after
    month = Days.month(found[0].first.year, found[0].first.month)
    begin = month.first + dt.timedelta(days=(place - 1) * _THIRD)
    last = month.last if place == _THIRDS else begin + dt.timedelta(days=_THIRD - 1)
    return Days(begin, last), found[1]


def _month_or_unit(
    marks: Sequence[Mark], at: int, month_at: Callable[[int], Found | None], today: dt.date
) -> Found | None:
    month = month_at(at)
    if month is not None:
        return month
    unit = _at(marks, at + 1) if _at(marks, at).section == "when" else _at(marks, at)
    return relative_days(marks, at, today) if unit.is_of("unit", "month") else None


def weekdays_of_week(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    """Read weekdays of a week that is named: "Friday last week", "Mon-Wed this week"."""
    if _at(marks, at).section != "weekday":
        return None
    first = last = int(_at(marks, at).value)
    end = at + 1
    link = over_fillers(marks, end)
    until = over_fillers(marks, link + 1)
    if _is_link(_at(marks, link)) and _at(marks, until).section == "weekday":
        last, end = int(_at(marks, until).value), until + 1
    week = relative_days(marks, over_fillers(marks, end), today)
    if week is None or week[0].first.weekday() or week[0].count > _WEEK or first > last:
        return None
    if week[0].is_one and today.weekday():
        return None
    monday = week[0].first
    return Days(monday + dt.timedelta(days=first), monday + dt.timedelta(days=last)), week[1]


def short_year(marks: Sequence[Mark], at: int, *, today: dt.date) -> tuple[int, int] | None:
    """Read the year of "жовтень 26-го", and the mark after it: a genitive would have a day."""
    month, mark, after = (_at(marks, at + apart) for apart in range(3))
    said = month.text.casefold()
    is_day = month.section != "month" or said.isascii() or said.endswith(_GENITIVE)
    is_apart = mark.text.isdecimal() and after.text.casefold() in _OF_YEAR
    is_year = is_apart or not mark.text.isdecimal()
    if is_day or not is_year or mark.section != "digits" or len(mark.value) != _DIGITS_MAX:
        return None
    year = _CENTURY + int(mark.value)
    is_near = year in {today.year, today.year - 1}
    return (year, at + 2 + is_apart) if is_near else None


def week_from(start: dt.date, month: Days) -> Days:
    """Give seven days of a month, or what is left of it."""
    return Days(start, min(start + dt.timedelta(days=_WEEK - 1), month.last))


def is_within_month(days: Days) -> bool:
    """Tell whether days are all of one month."""
    return (days.first.year, days.first.month) == (days.last.year, days.last.month)


def half_of(days: Days, place: int) -> Days:
    """Give the first 15 days of a month, or the rest."""
    month = Days.month(days.first.year, days.first.month)
    middle = month.first.replace(day=_HALF_MONTH)
    if place == 1:
        return Days(month.first, middle)
    return Days(middle + dt.timedelta(days=1), month.last)


def same_part(days: Days, other: Days) -> Days:
    """Give the part of other days that is like these: "the same period of last year"."""
    if other.is_one:
        return other
    if other.count <= _WEEK:
        apart = other.first - (days.first - dt.timedelta(days=days.first.weekday()))
        if not apart:  # "the same day last week", of a day of that week
            apart = -dt.timedelta(days=_WEEK)
        return Days(days.first + apart, days.last + apart)
    months = (other.first.year - days.first.year) * _MONTHS
    if other.count <= _YEAR_MIN:
        months += other.first.month - days.first.month
    first = month_later(days.first, months)
    if days.whole_months:
        return Days.months(first.year, first.month, days.whole_months)
    return Days(first, month_later(days.last, months))


def over_fillers(marks: Sequence[Mark], at: int) -> int:
    """Give the next place where a mark says something."""
    while _at(marks, at).section == "filler" and not _says_of_month(_at(marks, at)):
        at += 1
    return at


def _number(marks: Sequence[Mark], at: int) -> int | None:
    mark = _at(marks, at)
    is_number = mark.section in {"digits", "number"} and mark.value.isdecimal()
    if not is_number or len(mark.value) > _DIGITS_MAX:
        return None
    return int(mark.value) if 1 <= int(mark.value) <= _DAY_MAX else None


def _is_of_month(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether a number is said to be a day of the month: "15th", "15-го", "15 числа"."""
    mark = _at(marks, at)
    is_ordinal = mark.section == "digits" and not mark.text.isdecimal()
    after = _at(marks, over_fillers(marks, at + 1))
    is_used = after.section in {"unit", "month", "digits"}
    return _says_of_month(_at(marks, at + 1)) or (is_ordinal and not is_used)


def _says_of_month(mark: Mark) -> bool:
    return mark.section == "filler" and mark.text.casefold().startswith(_OF_MONTH)


def _after_number(marks: Sequence[Mark], at: int) -> int:
    return at + 1 + _says_of_month(_at(marks, at + 1))


def _is_link(mark: Mark) -> bool:
    is_word = mark.is_of("joiner", "to", "and") or mark.is_of("when", "until")
    return is_word or mark.text in _DASHES or mark.text.casefold() == "till"


def _latest(day: int, today: dt.date) -> dt.date | None:
    """Give the latest such day of a month that is not ahead."""
    for back in (0, -1, -2):
        month = month_later(today.replace(day=1), back)
        found = full_date(day, month.month, month.year)
        if found is not None and found <= today:
            return found
    return None


def _at(marks: Sequence[Mark], at: int) -> Mark:
    return marks[at] if 0 <= at < len(marks) else _NOTHING
