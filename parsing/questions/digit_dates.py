"""Days that only digits name: 05.11, 05.11.2026, 2026-11-05, 11.2026."""

import datetime as dt
from collections.abc import Sequence

from ledger.days import Days
from parsing.annotation.dates import full_date
from parsing.questions.marks import Mark

_NOTHING = Mark("", "", "", 0, 0)
_CENTURY = 2000
_YEARS = range(2000, 2100)
_MONTHS = 12
_LEAPS = 9
"""Within so many years there is a leap year, whatever the century."""
_YEAR_DIGITS, _PARTS_MAX = 4, 2
_WHOLE = 3
"""The parts of a whole date."""

Found = tuple[Days, int]
"""Days, and the mark after them."""


def digits_date(marks: Sequence[Mark], at: int, today: dt.date) -> Found | None:
    """Read a date in digits at a mark; and the mark after it."""
    parts, end = _joined_digits(marks, at)
    day = None
    if len(parts) == _PARTS_MAX and len(parts[1]) == _YEAR_DIGITS:
        month, year = int(parts[0]), int(parts[1])
        is_month = 1 <= month <= _MONTHS and year in _YEARS
        return (Days.month(year, month), end) if is_month else None
    if len(parts) == _WHOLE and len(parts[0]) == _YEAR_DIGITS:
        day = full_date(int(parts[2]), int(parts[1]), int(parts[0]))
    elif len(parts) == _WHOLE:
        year = int(parts[2]) + (0 if len(parts[2]) == _YEAR_DIGITS else _CENTURY)
        day = full_date(int(parts[0]), int(parts[1]), year)
    elif len(parts) == _PARTS_MAX:
        first, second = int(parts[0]), int(parts[1])
        day = latest(first, second, today) or latest(second, first, today)
    return None if day is None else (Days.one(day), end)


def latest(day: int, month: int, today: dt.date) -> dt.date | None:
    """Give the latest such day that is not ahead; of 29 February that may be some years ago."""
    for year in range(today.year, today.year - _LEAPS, -1):
        found = full_date(day, month, year)
        if found is not None and found <= today:
            return found
    return None


def _joined_digits(marks: Sequence[Mark], at: int) -> tuple[list[str], int]:
    """Give digits that are joined by dots, slashes or (of a whole date) dashes."""
    parts: list[str] = []
    sign = ""
    while _at(marks, at).section == "digits":
        parts.append(_at(marks, at).text)
        link, after = _at(marks, at + 1), _at(marks, at + 2)
        is_joined = link.start == _at(marks, at).end and after.start == link.end
        is_first_dash = link.text == "-" and len(parts[0]) == _YEAR_DIGITS
        if not is_joined or not (link.text in {".", "/"} or is_first_dash):
            return parts, at + 1
        if (sign and link.text != sign) or after.section != "digits":
            return parts, at + 1
        sign = link.text
        at += 2
    return parts, at


def _at(marks: Sequence[Mark], at: int) -> Mark:
    return marks[at] if at < len(marks) else _NOTHING
