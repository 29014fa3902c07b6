"""Days that are named from today: "last week", "за останні 7 днів", "две недели назад"."""

import datetime as dt
from collections.abc import Sequence

from ledger.days import Days, month_later
from parsing.questions.marks import Mark

_NOTHING = Mark("", "", "", 0, 0)
_WEEK_DAYS = 7
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_BACK = {"today": 0, "yesterday": 1, "before_yesterday": 2}
_COUNT_MAX = 400
_DAY = dt.timedelta(days=1)
_LAST_YEAR = ("торік", "торішн", "минулорічн", "прошлогодн")
_BEFORE_LAST = ("позамин", "позапрош")
_AGO = frozenset({"тому"})

Found = tuple[Days, int]


def relative_days(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    """Read days that are named from today at a mark; and the mark after them."""
    mark = _at(marks, at)
    if mark.section == "period":
        return _named(mark.value, at, today)
    if mark.section == "weekday":
        return _weekday(int(mark.value), today, is_this=False), at + 1
    if mark.section == "when":
        return _with_when(marks, at, today)
    if mark.section in {"digits", "number"}:
        return _counted(marks, at, today)
    if mark.section == "unit":
        after = _at(marks, at + 1)
        if _is_ago(after):
            return _ago(1, mark.value, today), at + 2
        return unit_so_far(mark.value, today), at + 1
    return None


def unit_so_far(unit: str, today: dt.date) -> Days:
    """Give the day, week, month, quarter or year that today is in, as far as it has come."""
    return _unit_with(unit, today).until(today)


def _named(value: str, at: int, today: dt.date) -> Found | None:
    if value in _BACK:
        return Days.one(today - _BACK[value] * _DAY), at + 1
    if value == "weekend":
        sunday = today - ((today.weekday() + 1) % _WEEK_DAYS) * _DAY
        return Days(sunday - _DAY, sunday), at + 1
    return None


def _with_when(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    mark, after = _at(marks, at), _at(marks, at + 1)
    word = mark.text.casefold()
    if mark.is_of("when", "previous") and word.startswith(_LAST_YEAR):
        return Days.months(today.year - 1, 1, 12), at + 1
    if after.section == "weekday" and mark.value in {"this", "previous", "last"}:
        is_this = mark.value == "this"
        return _weekday(int(after.value), today, is_this=is_this), at + 2
    if after.section in {"digits", "number"} and mark.value in {"last", "past", "previous"}:
        return _past(marks, at + 1, today)
    if after.section != "unit":
        return None
    match mark.value:
        case "this":
            return unit_so_far(after.value, today), at + 2
        case "previous":
            back = 2 if word.startswith(_BEFORE_LAST) else 1
            return _ago(back, after.value, today), at + 2
        case "last" if mark.text.isascii():
            return _ago(1, after.value, today), at + 2
        case "last" | "past":
            return _last(1, after.value, today), at + 2
        case _:
            return None


def _counted(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    """Read "3 days ago" and "for 3 months"."""
    number, unit = _at(marks, at), _at(marks, at + 1)
    if unit.section != "unit" or not _is_count(number):
        return None
    if _is_ago(_at(marks, at + 2)):
        return _ago(int(number.value), unit.value, today), at + 3
    if number.section == "number" or unit.value in {"quarter", "half", "year"}:
        return None
    return _past(marks, at, today)


def _past(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    number, unit = _at(marks, at), _at(marks, at + 1)
    if unit.section != "unit" or not _is_count(number):
        return None
    return _last(int(number.value), unit.value, today), at + 2


def _is_count(mark: Mark) -> bool:
    is_number = mark.value.isdecimal() and len(mark.value) <= 3  # noqa: PLR2004 - hundreds of days
    return is_number and 1 <= int(mark.value) <= _COUNT_MAX


def _is_ago(mark: Mark) -> bool:
    return mark.is_of("when", "ago") or mark.text.casefold() in _AGO


def _last(count: int, unit: str, today: dt.date) -> Days:
    """Give so many days, weeks, months that end with today."""
    if unit in {"day", "week"}:
        days = count * (1 if unit == "day" else _WEEK_DAYS)
        return Days(today - (days - 1) * _DAY, today)
    return Days(month_later(today, -count * _MONTHS[unit]) + _DAY, today)


def _ago(count: int, unit: str, today: dt.date) -> Days:
    """Give the whole day, week, month, quarter or year so many before this one."""
    if unit in {"day", "week"}:
        days = count * (1 if unit == "day" else _WEEK_DAYS)
        return _unit_with(unit, today - days * _DAY)
    return _unit_with(unit, month_later(today.replace(day=1), -count * _MONTHS[unit]))


def _unit_with(unit: str, day: dt.date) -> Days:
    """Give the whole unit that a day is in."""
    if unit == "day":
        return Days.one(day)
    if unit == "week":
        monday = day - day.weekday() * _DAY
        return Days(monday, monday + (_WEEK_DAYS - 1) * _DAY)
    length = _MONTHS[unit]
    return Days.months(day.year, (day.month - 1) // length * length + 1, length)


def _weekday(weekday: int, today: dt.date, *, is_this: bool) -> Days:
    back = (today.weekday() - weekday) % _WEEK_DAYS
    return Days.one(today - (back if back or is_this else _WEEK_DAYS) * _DAY)


def _at(marks: Sequence[Mark], at: int) -> Mark:
    return marks[at] if at < len(marks) else _NOTHING
