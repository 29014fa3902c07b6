"""Days and times as tables write them, and which of two numbers is the month."""

import datetime as dt
import enum
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_NUMERIC = re.compile(r"(\d{1,4})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?!\d)", re.ASCII)
_COMPACT = re.compile(r"\d{8}(?!\d)", re.ASCII)
_NAMED = re.compile(
    r"(\d{1,2})[-/. ]*(?:de )?([^\W\d_]{3,12})\.?(?: de )?[-/., ]*(\d{4}|\d{2})(?!\d)"
)
_NAMED_FIRST = re.compile(r"([^\W\d_]{3,12})\.?[- ]*(\d{1,2})(?:st|nd|rd|th)?[-, ]+(\d{4})(?!\d)")
_WEEKDAY = re.compile(r"^[^\W\d_]{2,12}\.?,\s+(?=\d)")
_AFTER = re.compile(
    r"[T,\s]*(?:o\s+|в\s+)?(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*"
    r"(?:Z|UTC|GMT|[A-Z]{3,4}|[+-]\d{2}:?\d{2})?)?[.;,]?(?:\s+as of .*|\s*р\.?|\s*г\.?|\s*r\.?)?",
    re.ASCII | re.DOTALL,
)
TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:\s*[AaPp][Mm])?", re.ASCII)
_MONTHS = (
    "jan ene sty янв січ led gen tam ocak januar janvier stycz ledna led sij",
    "feb fev fév lut фев лют úno febr февр helm лютого únor févr velj",
    "mar mär mrz maa бер мар бře mars march maer марта берез březen ožu ozu",
    "apr avr abr kwi апр кві dub квіт april kvě_ апреля квітня tra_",
    "may mai maj mag mei мая май тра трав kvě svi touko травня",
    "jun giu cze июн чер чрв juni juin juno червня июня čer_ lip_",
    "jul lug lip июл лип juli juil липня июля ščp srp_",
    "aug ago aoû aou sie авг сер серп august août серпня августа srp kol",
    "sep set wrz сен вер вересня сентября zář ruj sept",
    "oct okt ott out paź paz окт жов жовтня октября říj lis_",
    "nov noi lis ноя лис ноября листопада studeni",
    "dec dez dic gru déc дек гру грудня декабря pro joulu",
)
_LONGEST = 100
"""Signs that a day may have with its time, its zone and a remark."""
_PIVOT = 70
_YEAR_DIGITS = 4
_YEARS = range(1980, 2100)
_FIT = 3
_TEN = 10
_KNOWN_MAX = 20_000


class DayOrder(enum.StrEnum):
    """In which order a table writes a day's numbers; one that begins with a year tells itself."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"
    """Two digits of the year first."""


def _month_numbers() -> dict[str, int]:
    return {
        name: number
        for number, names in enumerate(_MONTHS, start=1)
        for name in names.split()
        if not name.endswith("_")
    }


_MONTH_NUMBERS = _month_numbers()


def day_of(text: str, order: DayOrder) -> dt.date:
    """Read a day; a time may follow it.

    Raises:
        ValueError: there is no such day.
    """
    numbers = _numbers(text.strip())
    try:
        if numbers is not None:
            return _day(numbers, order)
    except ValueError:
        pass
    message = f"day {text[:40]!r}"
    raise ValueError(message)


def day_reader(order: DayOrder) -> Callable[[str], dt.date]:
    """Give what reads a column's days, each text once."""
    known: dict[str, dt.date] = {}

    def read(text: str) -> dt.date:
        day = known.get(text)
        if day is not None:
            return day
        # A time makes each text another one: the day alone is known already.
        is_timed = text[_TEN : _TEN + 1] in {" ", "T"} and ":" in text[_TEN + 2 : _TEN + 4]
        key = text[:_TEN] if is_timed else text
        day = known.get(key)
        if day is None:
            day = day_of(text, order)
            if len(known) < _KNOWN_MAX:
                known[key] = day
        return day

    return read


def is_day(text: str) -> bool:
    """Tell whether a text may be a day, in any order."""
    return len(text) <= _LONGEST and _is_day(text)


@lru_cache(maxsize=10_000)
def _is_day(text: str) -> bool:
    return any(_fits(text, order) for order in DayOrder)


def _fits(text: str, order: DayOrder) -> bool:
    try:
        return day_of(text, order).year in _YEARS
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class OrderFound:
    """The order of a column's days; with several it is open, the likeliest first."""

    orders: tuple[DayOrder, ...]


def order_of(texts: Sequence[str], *, is_month_first_usual: bool) -> OrderFound:
    """Judge the order by all days of a column together.

    What tells, in turn: a number that can't be a month; points between the numbers, which
    nobody writes who puts the month first; an order in which the days stand sorted, and in no
    other. Days that are the same in each order decide nothing and leave nothing open.
    """
    fitting = [order for order in DayOrder if all(_fits(text, order) for text in texts)]
    if not fitting:
        return OrderFound((most_fitting(texts),))
    read = {order: [day_of(text, order) for text in texts] for order in fitting}
    different = [
        order for place, order in enumerate(fitting)
        if not any(read[order] == read[other] for other in fitting[:place])
    ]  # fmt: skip
    if len(different) == 1:
        return OrderFound((different[0],))
    if _are_pointed(texts):
        return OrderFound((DayOrder.DAY_FIRST,))
    if DayOrder.YEAR_FIRST in different and not all(_has_short_year(text) for text in texts):
        different.remove(DayOrder.YEAR_FIRST)
    sorted_ones = [order for order in different if _are_sorted(read[order])]
    many = len(set(texts)) >= _FIT
    if many and len(sorted_ones) == 1:
        return OrderFound((sorted_ones[0],))
    usual = DayOrder.MONTH_FIRST if is_month_first_usual else DayOrder.DAY_FIRST
    spans = {order: max(read[order]) - min(read[order]) for order in different}
    return OrderFound(
        tuple(sorted(different, key=lambda order: (spans[order], order is not usual)))
    )


def most_fitting(texts: Iterable[str]) -> DayOrder:
    """Give the order that most texts are days in."""
    counted = {order: sum(_fits(text, order) for text in texts) for order in DayOrder}
    return max(counted, key=lambda order: counted[order])


def _are_sorted(days: Sequence[dt.date]) -> bool:
    pairs = list(pairwise(days))
    return all(a <= b for a, b in pairs) or all(a >= b for a, b in pairs)


def _are_pointed(texts: Iterable[str]) -> bool:
    found = [_NUMERIC.match(text.strip()) for text in texts]
    return all(each is not None and each[2] == "." for each in found)


def _has_short_year(text: str) -> bool:
    found = _NUMERIC.match(text.strip())
    return found is not None and len(found[1]) + len(found[4]) == _YEAR_DIGITS


def _numbers(text: str) -> tuple[str, str, str] | None:
    """Give what stands for day, month and year, the year first where it has four digits."""
    if len(text) > _LONGEST:
        return None
    text = _WEEKDAY.sub("", text)
    for pattern, put in _WAYS:
        found = pattern.match(text)
        if found is not None and _AFTER.fullmatch(text, found.end()):
            return put(found)
    return None


def _numeric(found: re.Match[str]) -> tuple[str, str, str] | None:
    return (found[1], found[3], found[4])


def _compact(found: re.Match[str]) -> tuple[str, str, str] | None:
    text = found[0]
    if int(text[:4]) in _YEARS:
        return (text[:4], text[4:6], text[6:])
    return (text[:2], text[2:4], text[4:])


def _named(found: re.Match[str]) -> tuple[str, str, str] | None:
    month = _month(found[2])
    return None if month is None else (_year(found[3]), month, found[1])


def _named_first(found: re.Match[str]) -> tuple[str, str, str] | None:
    month = _month(found[1])
    return None if month is None else (found[3], month, found[2])


_WAYS = (
    (_NUMERIC, _numeric), (_COMPACT, _compact), (_NAMED, _named), (_NAMED_FIRST, _named_first)
)  # fmt: skip


def _month(name: str) -> str | None:
    """Know a month by the longest beginning of its name that is known."""
    small = name.lower()
    for length in range(len(small), 2, -1):
        number = _MONTH_NUMBERS.get(small[:length])
        if number is not None:
            return str(number)
    return None


def _day(numbers: tuple[str, str, str], order: DayOrder) -> dt.date:
    first, second, last = numbers
    if len(first) == _YEAR_DIGITS:
        return dt.date(int(first), int(second), int(last))
    if len(first) > 2 or (order is DayOrder.YEAR_FIRST and len(last) > 2):  # noqa: PLR2004 - digits
        message = f"day {first}"
        raise ValueError(message)
    if order is DayOrder.DAY_FIRST:
        day, month, year = first, second, last
    elif order is DayOrder.MONTH_FIRST:
        month, day, year = first, second, last
    else:
        year, month, day = first, second, last
    return dt.date(int(_year(year)), int(month), int(day))


def _year(digits: str) -> str:
    if len(digits) == _YEAR_DIGITS:
        return digits
    return f"{19 if int(digits) >= _PIVOT else 20}{digits}"
