"""Days as QIF writes them: in whatever order, which the file never tells.

Which of two numbers is the month is judged by all days of a file together, in this order: a
number above twelve; points between them, which nobody writes who puts the month first; the order
in which the file spans fewer days, as a statement covers weeks and not years; else the month
first, as Quicken itself writes. The last two are likely and not certain: `is_sure` tells.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

_DAY = re.compile(r"\s*(\d{1,4})\s*[-/.]\s*(\d{1,2})\s*([-/.'])\s*'?\s*(\d{1,4})\s*", re.ASCII)
_LONGEST = 40
_MONTHS = 12
_CENTURY = 100
_PIVOT = 70
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class DateOrder:
    """Whether a file's days come before its months, and whether that is certain."""

    is_day_first: bool
    is_sure: bool
    because: str

    def read(self, text: str) -> dt.date:
        """Read a day in this order.

        Raises:
            ValueError: there is no such day.
        """
        numbers = _numbers(text)
        try:
            if numbers is not None:
                return _day(numbers, is_day_first=self.is_day_first)
        except ValueError:
            pass
        message = f"day {text[:40]!r}"
        raise ValueError(message)


def order_of(texts: Iterable[str]) -> DateOrder:
    """Judge the order by all days of a file."""
    told = {
        numbers for text in texts if (numbers := _numbers(text)) and not _begins_with_year(numbers)
    }
    above_first = sum(int(first) > _MONTHS for first, _, _, _ in told)
    above_second = sum(int(second) > _MONTHS for _, second, _, _ in told)
    if above_first != above_second:
        is_sure = not (above_first and above_second)
        return DateOrder(above_first > above_second, is_sure, "a number above twelve")
    if told and all(mark == "." for _, _, mark, _ in told):
        return DateOrder(is_day_first=True, is_sure=True, because="points between the numbers")
    spans = _span(told, is_day_first=True), _span(told, is_day_first=False)
    if spans[0] != spans[1]:
        return DateOrder(spans[0] < spans[1], is_sure=False, because="the shorter span of days")
    is_sure = all(int(first) == int(second) for first, second, _, _ in told)
    return DateOrder(is_day_first=False, is_sure=is_sure, because="Quicken's custom")


_Numbers: TypeAlias = tuple[str, str, str, str]


def _numbers(text: str) -> _Numbers | None:
    found = _DAY.fullmatch(text) if len(text) <= _LONGEST else None
    return None if found is None else (found[1], found[2], found[3], found[4])


def _begins_with_year(numbers: _Numbers) -> bool:
    return len(numbers[0]) == _YEAR_DIGITS


def _span(told: set[_Numbers], *, is_day_first: bool) -> int:
    days = []
    for numbers in told:
        try:
            days.append(_day(numbers, is_day_first=is_day_first))
        except ValueError:
            continue
    return (max(days) - min(days)).days if days else 0


def _day(numbers: _Numbers, *, is_day_first: bool) -> dt.date:
    first, second, mark, last = numbers
    if _begins_with_year(numbers):
        return dt.date(int(first), int(second), int(last))
    day, month = (first, second) if is_day_first else (second, first)
    return dt.date(_year(last, has_apostrophe=mark == "'"), int(month), int(day))


def _year(digits: str, *, has_apostrophe: bool) -> int:
    """Complete a year: an apostrophe means 2000 and on; without one, 70 to 99 are the 1900s."""
    year = int(digits)
    if len(digits) == _YEAR_DIGITS:
        return year
    if year >= _CENTURY:
        message = f"year {digits}"
        raise ValueError(message)
    return year + (1900 if year >= _PIVOT and not has_apostrophe else 2000)
