"""Turn what was written about a day into a calendar date, never one that is still ahead."""

import datetime as dt

from parsing.annotation.numbers import NumberRun

YEAR_BACK_DAYS_MAX = 92
"""How far back a date without a year may reach into last year before it must be asked."""

_CENTURY = 2000
_DAY_LENGTH_MAX, _YEAR_LENGTH = 2, 4
_DAY_MAX = 31
_MONTHS = 12
_WEEK_DAYS = 7
_RELATIVE_DAYS = {
    "today": 0,
    "yesterday": 1,
    "before_yesterday": 2,
    "week_ago": 7,
    "fortnight_ago": 14,
}


def relative_date(word: str, today: dt.date) -> dt.date | None:
    """Give the day that a word such as "yesterday" means; none for vague words."""
    if word == "last_of_month":
        return today.replace(day=1) - dt.timedelta(days=1)
    days = _RELATIVE_DAYS.get(word)
    return None if days is None else today - dt.timedelta(days=days)


def days_ago(days: int, today: dt.date) -> dt.date | None:
    """Give the day that many days back, within the last year."""
    return today - dt.timedelta(days=days) if 0 < days <= YEAR_BACK_DAYS_MAX else None


def weekday_date(weekday: int, today: dt.date) -> dt.date:
    """Give the latest such weekday before today."""
    back = (today.weekday() - weekday) % _WEEK_DAYS or _WEEK_DAYS
    return today - dt.timedelta(days=back)


def day_month_date(day: int, month: int, today: dt.date) -> dt.date | None:
    """Give the latest such day that is not ahead, if it is not far back in last year."""
    this_year = full_date(day, month, today.year)
    if this_year is not None and this_year <= today:
        return this_year
    last_year = full_date(day, month, today.year - 1)
    if last_year is None or (today - last_year).days > YEAR_BACK_DAYS_MAX:
        return None
    return last_year


def month_day_date(day: int, today: dt.date) -> dt.date | None:
    """Give the latest such day of a month that is not ahead: this month's or last month's."""
    first = today.replace(day=1)
    for month in (first, (first - dt.timedelta(days=1)).replace(day=1)):
        found = full_date(day, month.month, month.year)
        if found is not None and found <= today:
            return found
    return None


def full_date(day: int, month: int, year: int) -> dt.date | None:
    """Give a date, or none when the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def looks_like_date(run: NumberRun) -> bool:
    """Tell whether digits are written as dd.mm, dd.mm.yy, dd.mm.yyyy or yyyy-mm-dd.

    Also true for days that no calendar has, such as 31.06.
    """
    if "-" in run.separators:
        return True
    groups = run.groups
    if run.separators == ("/",):
        return _is_day_and_month(groups) or _is_day_and_month(groups[::-1])
    if set(run.separators) == {"/"}:
        return _is_day_and_month(groups)
    if run.separators == (".",):
        return _is_day_and_month(groups)
    if run.separators == (".", ".") and len(groups[0]) == _YEAR_LENGTH:
        return len(groups[2]) == _DAY_LENGTH_MAX and _is_day_and_month(groups[:0:-1])
    is_full = run.separators == (".", ".") and len(groups[2]) in {2, 4}
    return is_full and _is_day_and_month(groups)


def _is_day_and_month(groups: tuple[str, ...]) -> bool:
    if len(groups[0]) > _DAY_LENGTH_MAX or len(groups[1]) != _DAY_LENGTH_MAX:
        return False
    return 1 <= int(groups[0]) <= _DAY_MAX and 1 <= int(groups[1]) <= _MONTHS


def written_date(run: NumberRun, today: dt.date) -> dt.date | None:
    """Read digits that look like a date; none when impossible, ahead, or too long ago to guess.

    With slashes the day stands first, as it does here; see is_sure_date.
    """
    parts = [int(group) for group in run.groups]
    if "/" in run.separators and parts[1] > _MONTHS:
        return None
    if len(run.groups[0]) == _YEAR_LENGTH:
        found = full_date(parts[2], parts[1], parts[0])
    elif len(parts) == 2:
        return day_month_date(parts[0], parts[1], today)
    else:
        year = parts[2] + _CENTURY if len(run.groups[2]) == _DAY_LENGTH_MAX else parts[2]
        found = full_date(parts[0], parts[1], year)
    return found if found is not None and found <= today else None


def is_sure_date(run: NumberRun) -> bool:
    """Tell whether the day and the month cannot be meant the other way round: 5/11 can."""
    return "/" not in run.separators or int(run.groups[0]) > _MONTHS


def is_no_day(run: NumberRun) -> bool:
    """Tell whether digits are written as a day that no month or year has: 35.05, 15.13."""
    day, month = run.groups
    if not len(day) == len(month) == _DAY_LENGTH_MAX:
        return False
    is_past_month = _DAY_MAX < int(day) < _DAY_MAX + 9 and 1 <= int(month) <= _MONTHS
    return is_past_month or (1 <= int(day) <= _DAY_MAX and _MONTHS < int(month) < _MONTHS + 8)
