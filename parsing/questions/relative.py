"""Days that are named from today: "last week", "за останні 7 днів", "две недели назад"."""

import datetime as dt
from collections.abc import Callable, Sequence

from ledger.days import Days, month_later
from parsing.questions.counted_back import counts_back, says_some
from parsing.questions.marks import Mark

_NOTHING = Mark("", "", "", 0, 0)
_WEEK_DAYS = 7
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_BACK = {"today": 0, "yesterday": 1, "before_yesterday": 2}
_SO_FAR = {
    "this_year": "year", "this_quarter": "quarter", "this_month": "month", "this_week": "week",
}  # fmt: skip
_BEFORE_LAST_UNIT = {
    "week_before_last": "week", "month_before_last": "month", "year_before_last": "year",
}  # fmt: skip
_WEEKENDS = {"weekend": 0, "weekend_before_last": 1}
UNITS = ("day", "week", "month", "quarter", "half", "year")
"""The smallest first."""
_WHOLE = ("day", "week", *_MONTHS)
"""The units that days are counted by."""
_COUNT_MAX = 400
_DAY = dt.timedelta(days=1)
_LAST_YEAR = ("торік", "торішн", "минулорічн", "прошлогодн")
_BEFORE_LAST = ("позамин", "позапрош")
_HALF_A_YEAR = ("полгод", "пол год", "пол-год", "півроку", "пів року", "пів-року", "half a")
"""Half a year is as long as that; "півріччя" is the one that today is in."""
_FULL = ("full", "whole", "complete", "полн", "цел", "повн", "ціл")
_AGO = frozenset({"тому"})
_THIS = (
    "this ",
    "цей ",
    "ця ",
    "цю ",
    "цього ",
    "цієї ",
    "цьому ",
    "этот ",
    "эта ",
    "эту ",
    "этого ",
    "этой ",
)

Found = tuple[Days, int]


def relative_days(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    """Read days that are named from today at a mark; and the mark after them."""
    read = _READERS.get(_at(marks, at).section)
    return None if read is None else read(marks, at, today)


def unit_so_far(unit: str, today: dt.date) -> Days:
    """Give the day, week, month, quarter or year that today is in, as far as it has come."""
    return _unit_with(unit, today).until(today)


def unit_before(unit: str, today: dt.date) -> Days:
    """Give the whole day, week, month, quarter or year before the one that today is in."""
    return _ago(1, unit, today)


def unit_after(unit: str, day: dt.date, today: dt.date) -> Days | None:
    """Give the unit after the one that a day is in, as far as it has come; None if it is ahead."""
    following = _unit_with(unit, _unit_with(unit, day).last + _DAY)
    return None if following.first > today else following.until(today)


def unit_said(when: Mark, unit: str, today: dt.date) -> Days | None:
    """Give the unit that "last" or "позапрошлая" means where the unit itself is not said again."""
    is_last = when.is_of("when", "last")
    return unit_before(unit, today) if is_last else _unit_when(when, unit, today)


def unit_of(days: Days) -> str:
    """Name the smallest unit that some days are, or begin; "month" where they are none."""
    return begun_unit(days) or "month"


def begun_unit(days: Days) -> str | None:
    """Name the smallest unit that some days are, or begin, if there is one."""
    for unit in UNITS:
        whole = _unit_with(unit, days.first)
        if whole.first == days.first and whole.last >= days.last:
            return unit
    return None


def _named(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    value = _at(marks, at).value
    if value in _BACK:
        return Days.one(today - _BACK[value] * _DAY), at + 1
    days = _stretch(value, today)
    return None if days is None else (days, at + 1)


def _stretch(value: str, today: dt.date) -> Days | None:
    """Give the days of a name that is no single day."""
    if value in _SO_FAR:
        return unit_so_far(_SO_FAR[value], today)
    if value in _BEFORE_LAST_UNIT:
        return _ago(2, _BEFORE_LAST_UNIT[value], today)
    if value == "fortnight":
        return Days(today - (2 * _WEEK_DAYS - 1) * _DAY, today)
    if value in _WEEKENDS:
        return _weekend(today - _WEEKENDS[value] * _WEEK_DAYS * _DAY)
    return None


def _weekend(today: dt.date) -> Days:
    sunday = today - ((today.weekday() + 1) % _WEEK_DAYS) * _DAY
    return Days(sunday - _DAY, sunday)


def _bare_weekday(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    mark = _at(marks, at)
    is_this = mark.text.casefold().startswith(_THIS)
    return _weekday(int(mark.value), today, is_this=is_this), at + 1


def _bare_unit(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    unit = _at(marks, at).value
    if unit not in _WHOLE or says_some(_at(marks, at)):
        return None
    if _is_ago(_at(marks, at + 1)):
        return _ago(1, unit, today), at + 2
    if unit == "half" and _at(marks, at).text.casefold().startswith(_HALF_A_YEAR):
        return _last(1, unit, today), at + 1
    so_far = unit_so_far(unit, today)
    # On a Monday "за тиждень" is the week that is over, not the day that has begun.
    is_begun = unit != "day" and so_far.is_one
    return (unit_before(unit, today) if is_begun else so_far), at + 1


def _with_when(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    mark, after = _at(marks, at), _at(marks, at + 1)
    if mark.is_of("when", "previous") and says_last_year(mark):
        return Days.months(today.year - 1, 1, 12), at + 1
    if after.is_of("period", "weekend") and mark.value in {"this", "previous", "last"}:
        weeks = mark.text.casefold().startswith(_BEFORE_LAST)
        return _weekend(today - weeks * _WEEK_DAYS * _DAY), at + 2
    if after.section == "weekday" and mark.value in {"this", "previous", "last"}:
        return _weekday(int(after.value), today, is_this=mark.value == "this"), at + 2
    if after.section in {"digits", "number"} and mark.value in {"last", "past", "previous"}:
        return _past(marks, at + 1, today)
    days = _unit_when(mark, after.value, today) if after.is_of("unit", *_WHOLE) else None
    return None if days is None else (days, at + 2)


def says_last_year(when: Mark) -> bool:
    """Tell whether a word says "last year's" by itself."""
    return when.text.casefold().startswith(_LAST_YEAR)


def _unit_when(when: Mark, unit: str, today: dt.date) -> Days | None:
    """Read "this month", "last week", "за останній тиждень"."""
    match when.value:
        case "this":
            return unit_so_far(unit, today)
        case "previous":
            back = 2 if when.text.casefold().startswith(_BEFORE_LAST) else 1
            return _ago(back, unit, today)
        case "last" if when.text.isascii():
            return _ago(1, unit, today)
        case "last" | "past":
            return _last(1, unit, today)
        case _:
            return None


def _counted(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    """Read "3 days ago" and "for 3 months"."""
    number, unit = _at(marks, at), _at(marks, at + 1)
    if unit.is_of("when", "last", "past", "previous"):
        return _past(marks, at, today)
    if not unit.is_of("unit", *_WHOLE) or not _is_count(number):
        return None
    if _is_ago(_at(marks, at + 2)):
        return _ago(int(number.value), unit.value, today), at + 3
    before = marks[at - 1] if at else _NOTHING
    return _past(marks, at, today) if counts_back(before, number, unit) else None


def _past(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    """Read "3 months", and "3 останні місяці"."""
    number, unit, end = _at(marks, at), _at(marks, at + 1), at + 2
    if unit.is_of("when", "last", "past", "previous"):
        unit, end = _at(marks, at + 2), at + 3
    if _is_full(unit) and _is_count(number) and _at(marks, end).is_of("unit", *_WHOLE):
        count, of = int(number.value), _at(marks, end).value
        return Days(_ago(count, of, today).first, _ago(1, of, today).last), end + 1
    if not unit.is_of("unit", *_WHOLE) or not _is_count(number):
        return None
    return _last(int(number.value), unit.value, today), end


def _is_full(mark: Mark) -> bool:
    """Tell whether only units that are over count: "the last two full months"."""
    return mark.text.casefold().startswith(_FULL)


def _is_count(mark: Mark) -> bool:
    is_number = mark.value.isdecimal() and len(mark.value) <= 3  # hundreds of days
    return is_number and 1 <= int(mark.value) <= _COUNT_MAX


def _is_ago(mark: Mark) -> bool:
    return mark.is_of("when", "ago") or mark.text.casefold() in _AGO


def day_ago(marks: Sequence[Mark], today: dt.date) -> dt.date | None:
    """Give the very day of "a month ago", "2 weeks ago", at which something stood so."""
    for at, mark in enumerate(marks):
        unit = marks[at - 1] if at else _NOTHING
        if not _is_ago(mark) or not unit.is_of("unit", *_WHOLE):
            continue
        number = marks[at - 2] if at > 1 else _NOTHING
        count = int(number.value) if _is_count(number) else 1
        if unit.value in {"day", "week"}:
            return today - count * (1 if unit.value == "day" else _WEEK_DAYS) * _DAY
        return month_later(today, -count * _MONTHS[unit.value])
    return None


def _last(count: int, unit: str, today: dt.date) -> Days:
    """Give so many days, weeks, months that end with today."""
    if unit in {"day", "week"}:
        days = count * (1 if unit == "day" else _WEEK_DAYS)
        return Days(today - (days - 1) * _DAY, today)
    return Days(month_later(today + _DAY, -count * _MONTHS[unit]), today)


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


_READERS: dict[str, Callable[[Sequence[Mark], int, dt.date], Found | None]] = {
    "period": _named,
    "weekday": _bare_weekday,
    "when": _with_when,
    "digits": _counted,
    "number": _counted,
    "unit": _bare_unit,
}
