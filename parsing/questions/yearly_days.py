"""Days that each year has: seasons, Black Friday, its first months."""

import datetime as dt
from collections.abc import Sequence

from ledger.days import Days, month_later
from parsing.questions.marks import Mark

_NOTHING = Mark("", "", "", 0, 0)
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""By their first month; the latest one that has begun is meant."""
_SEASON_MONTHS, _YEAR_MONTHS, _WEEK_DAYS = 3, 12, 7
_YEARS = range(2000, 2100)
_LAST_YEAR = ("торік", "торішн", "минулорічн", "прошлогодн")
_LINKS = frozenset({"of", "в", "во", "у", "за", "in"})
_DAY = dt.timedelta(days=1)

Found = tuple[Days, int]
"""Days, and the mark after them."""


def day_of_year(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    """Read a season, Black Friday, or the first months of a year; and the mark after them."""
    return _season(marks, at, today) or _black(marks, at, today) or _months(marks, at, today)


def season_so_far(today: dt.date) -> Days:
    """Give the season that a day is in, as far as it has come."""
    first = month_later(today.replace(day=1), -(today.month % _SEASON_MONTHS))
    return Days.months(first.year, first.month, _SEASON_MONTHS).until(today)


def is_season(days: Days) -> bool:
    """Tell whether days are a season, or its beginning."""
    begins = days.first.day == 1 and days.first.month in SEASONS.values()
    return (
        begins and days.first <= days.last <= _season_of(days.first).last and days.count > 31
    )  # a month


def black_friday(today: dt.date) -> dt.date:
    """Give the last day after the fourth Thursday of a November that is not ahead."""
    this = _black_friday_of(today.year)
    return this if this <= today else _black_friday_of(today.year - 1)


def a_year_before(days: Days) -> Days:
    """Give the same days of the year before; of Black Friday that year's."""
    if days.is_one and days.first == black_friday(days.first):
        return Days.one(_black_friday_of(days.first.year - 1))
    first = month_later(days.first, -_YEAR_MONTHS)
    if days.whole_months:
        return Days.months(first.year, first.month, days.whole_months)
    return Days(first, month_later(days.last, -_YEAR_MONTHS))


def _season(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    """Read "autumn", "last autumn", "торішня осінь", "літо 2025"."""
    when, start = _when_before(marks, at)
    mark = _at(marks, start)
    if not mark.is_of("period", *SEASONS):
        return None
    month = SEASONS[mark.value]
    found = _season_of(dt.date(today.year - (month > today.month), month, 1))
    is_over = found.last < today
    said = mark.text.casefold()
    year, end = _year_after(marks, start + 1, today)
    if year is not None:
        return _season_of(dt.date(year, month, 1)), end
    is_last = when in {"previous", "last"} or said.startswith("last ")
    is_of_year = _is_last_year(marks, at, start)
    if (is_last and not is_over) or (is_of_year and found.first.year == today.year):
        found = _season_of(dt.date(found.first.year - 1, month, 1))
    return found, start + 1


def _black(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    """Read "Black Friday", that of last year, of 2025."""
    when, start = _when_before(marks, at)
    if not _at(marks, start).is_of("period", "black_friday"):
        return None
    found = black_friday(today)
    year, end = _year_after(marks, start + 1, today)
    if year is not None:
        return Days.one(_black_friday_of(year)), end
    if when in {"previous", "last"}:
        found = black_friday(found - _DAY)
    return Days.one(found), start + 1


def _months(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    """Read "the first nine months of the year", "9 місяців 2026 року"."""
    one, two = _at(marks, at), _at(marks, at + 1)
    is_first = _is_first(one) or (_is_first(two) and _at(marks, at + 2).section == "unit")
    number = two if _is_first(one) else one
    counted = at + is_first
    unit = _at(marks, counted + 1)
    is_count = number.section in {"digits", "number"} and number.value.isdecimal()
    count = int(number.value) if is_count and len(number.value) <= 2 else 0  # of a year
    length = {"month": 1, "quarter": 3}.get(unit.value, 0) if unit.section == "unit" else 0
    is_cardinal = number.text.isdecimal() and length == 1
    if (
        not 1 < count * length < _YEAR_MONTHS or count < 2 or not (is_first or is_cardinal)
    ):  # several
        return None
    year, end = _year_after(marks, counted + 2, today)
    if year is None:
        bare = counted + 2 + (_at(marks, counted + 2).section == "filler")
        is_bare = is_first and _at(marks, bare).is_of("unit", "year")
        is_bare = is_bare or (is_first and _at(marks, bare).section != "month")
        if not is_bare:
            return None
        year, end = today.year, bare + _at(marks, bare).is_of("unit", "year")
    return Days.months(year, 1, count * length), end


def _is_first(mark: Mark) -> bool:
    return mark.section == "number" and mark.value == "1"


def _when_before(marks: Sequence[Mark], at: int) -> tuple[str, int]:
    """Give what "last", "this" or "last year's" stands there, and the mark after it."""
    mark = _at(marks, at)
    if not mark.is_of("when", "this", "previous", "last"):
        return "", at
    return mark.value, at + 1 + _at(marks, at + 1).is_of("unit", "year")


def _is_last_year(marks: Sequence[Mark], at: int, start: int) -> bool:
    """Tell whether it is said to be of last year, not only the last one."""
    if at == start:
        return False
    is_unit = marks[start - 1].is_of("unit", "year") and marks[at].is_of(
        "when", "previous", "last"
    )
    return is_unit or marks[at].text.casefold().startswith(_LAST_YEAR)


def _year_after(marks: Sequence[Mark], at: int, today: dt.date) -> tuple[int | None, int]:
    """Give the year that is named there: "2025", "of last year", "в этом году"."""
    at += _at(marks, at).text.casefold() in _LINKS
    mark, after = _at(marks, at), _at(marks, at + 1)
    if mark.section == "digits" and len(mark.value) == 4 and int(mark.value) in _YEARS:  # a year
        return int(mark.value), at + 1 + after.is_of("unit", "year")
    if mark.is_of("when", "this", "previous", "last") and after.is_of("unit", "year"):
        return today.year - (mark.value != "this"), at + 2
    return None, at


def _season_of(first: dt.date) -> Days:
    return Days.months(first.year, first.month, _SEASON_MONTHS)


def _black_friday_of(year: int) -> dt.date:
    first = dt.date(year, 11, 1)
    return first + ((3 - first.weekday()) % _WEEK_DAYS + 3 * _WEEK_DAYS + 1) * _DAY


def _at(marks: Sequence[Mark], at: int) -> Mark:
    return marks[at] if at < len(marks) else _NOTHING
