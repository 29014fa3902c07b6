"""Which days a question holds against which: "more than last year", "y/y"."""

import datetime as dt
from itertools import pairwise

from ledger.days import Days, month_later
from parsing.annotation.tokens import fold
from parsing.questions.measures import measure_said
from parsing.questions.month_days import same_part
from parsing.questions.query import Query
from parsing.questions.relative import unit_before, unit_of, unit_so_far
from parsing.questions.slots import Slots
from parsing.questions.yearly_days import a_year_before, is_season, season_so_far

_YEAR_MONTHS = 12
_PAIR = 2
_LONG = frozenset({"quarter", "half", "year"})
_MOVES = (
    "going", "goes", "went", "gone", "grow", "fall", "shrink", "drop", "rising", "declin",
    "рост", "раст", "зрост", "пада", "впал", "упал", "вирос", "вырос", "зменш", "уменьш",
    "подорож", "здорож", "подешев", "здешев",
)  # fmt: skip
"""How verbs of growing and falling begin."""
_HIGHER = frozenset({"up", "down", "higher", "lower"})
_PRICED = ("дорож", "дешев", "dearer", "cheaper")
_GROWS = ("grow", "grew", "рост", "раст", "вирос", "вырос", "зрос")
_SATURDAY = 5
_WITH = frozenset({"with", "to", "з", "із", "зі", "с", "со"})
"""What stands before the days that a figure is compared with."""
_BACK_MONTHS = {"year_on_year": _YEAR_MONTHS, "month_on_month": 1}
_UNIT = {"year_on_year": "year", "month_on_month": "month", "week_on_week": "week"}


def two_periods(slots: Slots, usual: Days, today: dt.date) -> tuple[Days, Days]:
    """Give the days that are asked about, and those that they are held against."""
    periods = slots.periods
    unit = unit_on_unit(slots)
    if len(periods) > 1:
        return periods[0], part_of_year(periods[0], periods[1])
    if periods and slots.has("when", "before_that"):
        return periods[0], before_like(periods[0])
    if unit is not None:
        days = periods[0] if periods else unit_so_far(_UNIT[unit], today)
        return days, back(days, unit)
    if slots.is_than_days or is_with_days(slots):
        return now_against(periods[0], today)
    days = periods[0] if periods else usual
    if is_season(days) and slots.has("when", "previous", "last"):
        return days, a_year_before(days)  # "this autumn or the last"
    return days, before_like(days)


def is_with_days(slots: Slots) -> bool:
    """Tell whether the only days are what is compared with: "compare sales with October"."""
    if len(slots.periods) != 1 or not slots.has("ask", "compare"):
        return False
    led = (fold(one.text) for one, two in pairwise(slots.marks) if two.section == "gap")
    return next(led, "") in _WITH


def before_like(days: Days) -> Days:
    """Give the days before that are like these; before a weekend is another one."""
    if is_weekend(days):
        week = dt.timedelta(weeks=1)
        return Days(days.first - week, days.last - week)
    return days.before()


def is_weekend(days: Days) -> bool:
    """Tell whether days are a Saturday and the Sunday after it."""
    return days.count == _PAIR and days.first.weekday() == _SATURDAY


def against_like(before: Query, days: Days) -> Days | None:
    """Give what other days are held against, as the last were: a year ago, or right before."""
    against = before.against
    if against is None:
        return None
    months = (before.days.first.year - against.first.year) * _YEAR_MONTHS
    is_year = months == _YEAR_MONTHS and against.first.month == before.days.first.month
    return back(days, "year_on_year") if is_year else before_like(days)


def part_of_year(days: Days, other: Days) -> Days:
    """Give of a whole year what is like days of another: "Q3 against last year"."""
    is_year = other.whole_months == _YEAR_MONTHS and other.first.month == 1
    is_part = days.first.year == days.last.year and days.count < other.count
    is_other = days.first.year != other.first.year and unit_of(days) != "year"
    if is_year and days.is_one and other.first.year == days.first.year - 1:
        return a_year_before(days)
    return same_part(days, other) if is_year and is_part and is_other else other


def unit_on_unit(slots: Slots) -> str | None:
    """Say whether a figure is asked "year on year", "month on month", "week on week"."""
    return next((each for each in slots.values("shape") if each in _UNIT), None)


def back(days: Days, unit: str) -> Days:
    """Give the same days a year, a month or a week before."""
    if unit not in _BACK_MONTHS:
        week = dt.timedelta(weeks=1)
        return Days(days.first - week, days.last - week)
    months = _BACK_MONTHS[unit]
    if days.whole_months:
        first = month_later(days.first, -months)
        return Days.months(first.year, first.month, days.whole_months)
    return Days(month_later(days.first, -months), month_later(days.last, -months))


def now_against(then: Days, today: dt.date) -> tuple[Days, Days]:
    """Hold what there is so far against days that alone are named: "more than last year"."""
    if is_season(then):
        now = season_so_far(today)
        return (now, a_year_before(now)) if now.first.month == then.first.month else (now, then)
    unit = unit_of(then)
    now = unit_so_far(unit, today)
    if now == then:
        return then, then.before()
    if then != unit_before(unit, today):
        return now, then
    if unit == "week":
        return now, back(now, "week_on_week")
    return now, same_part(now, then) if unit in _LONG else now.before()


def are_apart(slots: Slots) -> bool:
    """Tell whether a figure is asked of days that are no stretch: the later ones, and earlier."""
    is_of_figure = measure_said(slots) is not None
    is_of_days = slots.is_to_earlier and not _is_narrowed(slots)  # "ноябрь к прошлому ноябрю"
    if len(slots.periods) != _PAIR or not (is_of_figure or is_of_days):
        return False
    first, second = sorted(slots.periods, key=lambda days: days.first)
    is_list = slots.has("rank") or slots.has("ask", "who", "list") or bool(slots.group_words)
    is_gap = (second.first - first.last).days > 1
    is_apart = is_gap or slots.is_to_earlier or slots.are_days_apart
    return is_apart and not is_list and not slots.is_counting


def is_better_than(slots: Slots) -> bool:
    """Tell whether days are held against others by what they were like: "ноябрь лучше октября"."""
    is_list = slots.has("rank") or bool(slots.group_words)
    is_than_previous = len(slots.periods) == 1 and slots.has("when", "previous")
    is_pair = len(slots.periods) == _PAIR or is_than_previous
    return is_pair and slots.has("filler", "up", "down") and not is_list


def is_more_than(slots: Slots) -> bool:
    """Tell whether days had more than others: "вчора було більше ніж позавчора"."""
    is_amount = bool(slots.at_least or slots.at_most or slots.is_aged)
    return len(slots.periods) == _PAIR and slots.has("age", "more", "under") and not is_amount


def is_growing(slots: Slots) -> bool:
    """Tell whether it is asked if a figure grows: "прибуток росте?", "are sales falling"."""
    is_asked = slots.is_yes_or_no or any(mark.text == "?" for mark in slots.marks)
    is_other = slots.has("rank") or bool(slots.group_words) or slots.has("ask", "why", "plan")
    said = (mark.text.casefold() for mark in slots.marks if mark.is_of("filler", "up", "down"))
    is_moved = any(each.startswith(_MOVES) for each in said) or _is_said_higher(slots)
    is_many = len(slots.periods) == _PAIR and slots.has("shape", "average_sale")
    is_of_us = slots.has("filler", "we") or not slots.is_yes_or_no
    is_of_all = is_growth(slots) and is_of_us and not _is_narrowed(slots)
    is_figure = (measure_said(slots) is not None or is_of_all) and not is_other
    return is_figure and (is_many or (is_asked and is_moved and len(slots.periods) < _PAIR))


def _is_said_higher(slots: Slots) -> bool:
    """Tell whether it is asked if something is up or dearer, by no amount: "is rent up"."""
    if not slots.is_yes_or_no or slots.at_least or slots.at_most is not None:
        return False
    moved = (fold(mark.text) for mark in slots.marks if mark.section in {"filler", "age"})
    return any(each in _HIGHER or each.startswith(_PRICED) for each in moved)


def _is_narrowed(slots: Slots) -> bool:
    return bool(slots.about or slots.loose or slots.place or slots.categories)


def is_growth(slots: Slots) -> bool:
    """Tell whether we are said to have grown, by nothing that is named: sales are meant."""
    said = (mark.text.casefold() for mark in slots.marks if mark.is_of("filler", "up", "down"))
    return any(each.startswith(_GROWS) for each in said)


def joined(periods: tuple[Days, ...]) -> Days:
    """Take days that follow each other for one stretch: "in September and October".

    Days within others narrow them down: "this year in October".
    """
    first, *more = sorted(periods, key=lambda days: (days.first, -days.count))
    for each in more:
        if each.last <= first.last:
            first = each
            continue
        if (each.first - first.last).days > 1:
            return periods[0]
        first = Days(first.first, each.last)
    return first
