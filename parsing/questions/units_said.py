"""Units of days that name no days: "the best 3 days", "a week on average", parts of two months."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ledger.days import Days
from parsing.annotation.dates import full_date
from parsing.annotation.tokens import fold
from parsing.questions.counting import is_how_many
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP, NOTHING
from parsing.questions.periods import Period
from parsing.questions.query import Ask, Query
from parsing.questions.yearly_days import a_year_before, is_season

_RANKED = frozenset({"day", "week", "month"})
UNITS = frozenset(f"{each}s" for each in _RANKED)
"""What stands for units that are counted: "on how many days"."""
_A_DAY = frozenset({"за день", "за добу", "за сутки"})
_FOR_EACH = frozenset({"за", "на", "per", "a", "в", "у"})
_DATED = frozenset({"period", "month", "weekday", "when", "unit"})
_NUMBERED = frozenset({"digits", "month"})
_COUNTS = frozenset({"digits", "number"})
_LAST_YEARS = ("минулорічн", "торішн", "прошлогодн")
_DESCRIBING = frozenset({"quarterly", "annual", "annually", "yearly", "monthly", "weekly"})
_EVENINGS = ("вечер", "ввечер", "увечер", "вечор", "evening", "in the evening", "at night",
             "на вечір")  # fmt: skip
_WILL = frozenset({"will", "wont", "ll", "going", "gonna"})
_MANY = ("days", "weeks", "months", "дні", "дни", "днів", "тижні", "недели", "місяці", "месяцы")
_MORNING = ("зранк", "вранц", "утром", "с утра", "самого утра", "з ранку", "самого ранку",
            "morning", "at opening")  # fmt: skip
_MONEY = frozenset({"cash", "money", "грошей", "денег", "коштів", "средств", "готівки", "налички"})
_PLACES = frozenset({"place", "till_name", "bank_name"})
_BETWEEN = frozenset({"joiner", "filler", "sign"})
_FIGURES = frozenset({"measure", "counted"})
_RANKS = ("rank", "rating", "рейтинг", "ранж", "топ")
_MANY_UNITS = ("days", "weeks", "months", "дні", "дни", "днів", "дней", "тижні", "тижнів", "недел",
               "місяці", "місяців", "месяц")  # fmt: skip
_BY = frozenset({"by", "за", "по"})
_COUNTED = frozenset({"when", "digits", "number"})


def ranked_units(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take a rank and its unit for one shape, what stands between kept: "worst 3 sales days"."""
    found = list(_ranking(marks))
    for at, mark in enumerate(marks):
        if not mark.is_of("rank", "top", "biggest", "smallest") or found[at] != mark:
            continue
        unit = at + 1
        unit += unit < len(marks) and _is_count(marks[unit])
        unit += unit < len(marks) and _is_figure(marks[unit])  # "worst sales day"
        if unit < len(marks) and marks[unit].is_of("unit", *_RANKED):
            kind = "worst" if mark.value == "smallest" else "best"
            found[at] = mark._replace(section="shape", value=f"{kind}_{marks[unit].value}")
            found[unit] = GAP
    return tuple(found)


def _ranking(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "rank the last 3 months by profit", "months by profit" for a ranking of them."""
    for at, mark in enumerate(marks):
        is_named = mark.is_of("unit", *_RANKED) and fold(mark.text).startswith(_MANY_UNITS)
        by, figure = (marks[i] if i < len(marks) else NOTHING for i in (at + 1, at + 2))
        if not is_named or fold(by.text) not in _BY or figure.section not in _FIGURES:
            continue
        opening = [each for each in marks[:at] if each.section not in _BETWEEN]
        asked = opening[0] if opening else NOTHING
        is_asked = asked.is_of("rank", "top") and fold(asked.text).startswith(_RANKS)
        if opening and not (is_asked and all(each.section in _COUNTED for each in opening[1:])):
            continue
        shape = figure._replace(section="shape", value=f"best_{mark.value}", text=by.text)
        kept = (GAP if each == asked and is_asked else each for each in marks[: at + 1])
        is_dated = len(opening) > 1
        before = tuple(kept) if is_dated else (GAP,)
        return (*before, shape, *marks[at + 2 :])
    return tuple(marks)


def _is_figure(mark: Mark) -> bool:
    """Tell whether a figure stands before a unit, as English has it; "продаж місяця" is in one."""
    is_order = mark.is_of("ask", "order") or mark.is_of("group", "order")
    return mark.text.isascii() and (mark.section in _FIGURES or is_order)


def counted_units(marks: Sequence[Mark], *, is_bounded: bool) -> tuple[Mark, ...]:
    """Take "how many days" for days that are counted, where something bounds them.

    Args:
        marks: what the words of a question are about.
        is_bounded: an amount was taken out that a figure is held against.
    """
    is_amount = is_bounded
    is_bounded = is_bounded or any(
        mark.is_of("filler", "without") or mark.is_of("shape", "loss") for mark in marks
    )
    is_bounded = is_bounded or any(
        mark.is_of("measure", "result") or mark.is_of("filler", "not") for mark in marks
    )
    found = list(marks)
    if is_amount and not any(mark.is_of("ask", "count") or is_how_many(mark) for mark in marks):
        return tuple(_as_best(marks, at) for at in range(len(marks)))
    for at, mark in enumerate(marks[:-1]):
        is_asked = mark.is_of("ask", "count") or is_how_many(mark)
        unit = at + 1
        while unit < len(marks) and marks[unit].is_of("filler", "plain"):
            unit += 1
        if is_bounded and is_asked and unit < len(marks) and marks[unit].is_of("unit", *_RANKED):
            found[at] = mark._replace(section="ask", value="count")
            found[unit] = marks[unit]._replace(section="counted", value=f"{marks[unit].value}s")
            break
    else:
        found = [_as_empty(marks, at) for at in range(len(marks))]
    return tuple(found)


def _as_empty(marks: Sequence[Mark], at: int) -> Mark:
    """Take days that are said to have had nothing for counted: "days with no sales"."""
    mark = marks[at]
    if not mark.is_of("unit", *_RANKED) or not fold(mark.text).endswith(_MANY):
        return mark
    rest = [each for each in marks[at + 1 : at + 4] if not each.is_of("joiner", "and")]
    is_none = bool(rest) and rest[0].is_of("filler", "without", "not")
    is_figure = len(rest) > 1 and rest[1].section in {"measure", "counted"}
    counted = mark._replace(section="counted", value=f"{mark.value}s")
    return counted if is_none and is_figure else mark


def _as_best(marks: Sequence[Mark], at: int) -> Mark:
    """Take days that are asked for by an amount for the best: "days with takings above 5000"."""
    mark = marks[at]
    before = marks[at - 1] if at else NOTHING
    after = marks[at + 1] if at + 1 < len(marks) else NOTHING
    is_counted = before.section in {*_COUNTS, "when"} or after.is_of("when", "ago")
    is_many = mark.is_of("unit", *_RANKED) and fold(mark.text).endswith(_MANY)
    is_asked = is_many and not is_counted
    return mark._replace(section="shape", value=f"best_{mark.value}") if is_asked else mark


def opened(marks: Sequence[Mark], last: Query | None) -> tuple[Mark, ...]:
    """Take the morning or the beginning of days for how they opened, where a balance is asked.

    After a balance "and in the morning?" asks for one, too.
    """
    is_of_balance = last is not None and last.ask is Ask.BALANCE
    is_other = any(mark.section == "measure" and mark.value != "balance" for mark in marks)
    is_balance = any(mark.is_of("measure", "balance") or _asks_money(mark) for mark in marks)
    is_balance = is_balance or any(mark.section in _PLACES for mark in marks) or is_of_balance
    if is_other or not is_balance:
        return tuple(marks)
    found: list[Mark] = []
    for at, mark in enumerate(marks):
        beside = [each for place, each in enumerate(marks) if place != at]
        is_dated = any(each.section in {*_DATED, "digits"} for each in beside)
        said = fold(mark.text)
        is_morning = mark.section == "period" and any(each in said for each in _MORNING)
        is_dated_before = at > 0 and marks[at - 1].section in _DATED
        is_morning = is_morning or (is_dated_before and said == "morning")
        before = marks[at - 1] if at else NOTHING
        is_led = before.is_of("when", "since") or before.section == "joiner"
        is_led = is_led and not before.is_of("joiner", "than")  # "less than at the beginning of"
        is_begin = mark.is_of("when", "begin") and not is_led
        opening = mark._replace(section="shape", value="opening")
        is_day = is_morning and not (is_dated and said.startswith(_MORNING))
        is_said = is_morning or (is_begin and is_dated)
        found += [mark] if is_day or not is_said else []
        found += [opening] if is_said else []
    return tuple(found)


def _asks_money(mark: Mark) -> bool:
    """Tell whether it is asked how much money: "how much cash was there this morning"."""
    return mark.is_of("ask", "how_much") and fold(mark.text).split()[-1] in _MONEY


def _is_count(mark: Mark) -> bool:
    return mark.section in {"digits", "number"} and len(mark.value) <= 2  # rows


def until_said(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "till" before days for what it is there: "from mid-October till today"."""
    found = list(marks)
    for at, mark in enumerate(marks[:-1]):
        before, after = marks[at - 1] if at else NOTHING, marks[at + 1]
        is_dated = after.section in {*_DATED, "digits"} and before.section in {*_DATED, *_NUMBERED}
        if mark.section == "place" and mark.text.casefold() == "till" and is_dated:
            found[at] = mark._replace(section="when", value="until")
    return tuple(found)


def averaged(marks: Sequence[Mark], count: int) -> tuple[Mark, ...]:
    """Take "за день" for each day where an average is asked, but for that of a sale.

    A week or a month after such a preposition is each of them only beside other days.

    Args:
        marks: what the words of a question are about.
        count: how many stretches of days they name.
    """
    is_average = any(mark.is_of("shape", "average") for mark in marks)
    if not is_average or any(mark.is_of("shape", "average_sale") for mark in marks):
        return tuple(marks)
    found = list(marks)
    for at, mark in enumerate(marks):
        before = marks[at - 1] if at else NOTHING
        is_each = mark.is_of("unit", *_RANKED) and before.text.casefold() in _FOR_EACH
        if mark.text.casefold() in _A_DAY:
            found[at] = mark._replace(section="shape", value="per_day")
        elif is_each and (count > 1 or _is_bare(marks, at)):
            found[at] = mark._replace(section="shape", value=f"per_{mark.value}")
    return tuple(found)


def _is_bare(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether a month after "за" ends what is asked: "середня зарплата за місяць"."""
    is_of_category = any(mark.section == "category" for mark in marks[:at])
    return is_of_category and all(mark.section == "sign" for mark in marks[at + 1 :])


def like_parts(marks: Sequence[Mark], periods: Sequence[Period]) -> tuple[Period, ...]:
    """Give the month after a part of one as the same part: "1–20 November and October"."""
    found = list(periods)
    for at, (one, other) in enumerate(pairwise(periods)):
        between = marks[one.end : other.start]
        is_beside = all(
            mark.section in _BETWEEN or mark.is_of("ask", "against") for mark in between
        )
        is_month = other.end == other.start + 1 and marks[other.start].section == "month"
        is_part = not one.days.is_one and not one.days.whole_months and _is_within(one.days)
        is_counted = any(mark.section in _COUNTS for mark in marks[one.start : one.end])
        if is_beside and is_month and is_part and is_counted:
            found[at + 1] = replace(other, days=_same_days(one.days, other.days))
    return tuple(found)


def _is_within(days: Days) -> bool:
    return (days.first.year, days.first.month) == (days.last.year, days.last.month)


def _same_days(days: Days, other: Days) -> Days:
    month = Days.month(other.first.year, other.first.month)
    first, last = (
        full_date(each.day, month.first.month, month.first.year) or month.last
        for each in (days.first, days.last)
    )
    return Days(first, last)


def with_last_year(marks: Sequence[Mark], periods: Sequence[Period]) -> tuple[Period, ...]:
    """Add the days a year before where only "the last" is said: "цього року з минулим"."""
    if len(periods) != 1:
        return _pair_of_years(marks, periods)
    (one,) = periods
    is_of_year = any(mark.is_of("unit", "year") for mark in marks[one.start : one.end])
    is_weekday = one.days.is_one and marks[one.end - 1].section == "weekday"
    if is_season(one.days) or is_weekday:
        return (one, *_like_before(marks, one))
    if not is_of_year or one.days.first.month != one.days.last.month:
        return (one,)
    for at in range(one.end, len(marks)):
        after = marks[at + 1].section if at + 1 < len(marks) else ""
        if marks[at].is_of("when", "previous", "last") and after not in _DATED:
            return (one, Period(a_year_before(one.days), at, at + 1))
    return (one,)


def _pair_of_years(marks: Sequence[Mark], periods: Sequence[Period]) -> tuple[Period, ...]:
    """Take the later of two for a year before: "spring vs last spring", "лучше прошлогодней"."""
    if len(periods) != 2:  # a pair
        return tuple(periods)
    one, other = periods
    is_weekday = marks[other.end - 1].section == "weekday"
    if one.days == other.days and one.days.is_one and is_weekday:
        week = dt.timedelta(weeks=1)  # "yesterday against last Sunday", on a Monday
        return (one, replace(other, days=Days.one(other.days.first - week)))
    after = marks[other.end : other.end + 2]
    is_said = len(after) == 1 and after[0].is_of("when", "previous")  # "листопада минулого"
    is_said = is_said or marks[other.start].is_of("when", "previous", "last")  # "last October"
    if one.days == other.days and not one.days.is_one and is_said:
        return (one, replace(other, days=a_year_before(other.days)))
    is_same = one.days == other.days and is_season(one.days)
    if not is_same and not _is_last_years(marks, other):
        return (one, other)
    return (one, replace(other, days=a_year_before(one.days)))


def _like_before(marks: Sequence[Mark], one: Period) -> tuple[Period, ...]:
    """Give the season or weekday before where one alone is said to be held against the last."""
    week = dt.timedelta(weeks=1)
    like = Days.one(one.days.first - week) if one.days.is_one else a_year_before(one.days)
    held = any(mark.is_of("ask", "compare") for mark in marks[: one.start])
    for at in range(one.end, len(marks)):
        after = marks[at + 1].section if at + 1 < len(marks) else ""
        held = held or marks[at].is_of("ask", "against", "compare")
        held = held or marks[at].section in {"joiner", "age"}
        if held and marks[at].is_of("when", "previous", "last") and after not in _DATED:
            return (Period(like, at, at + 1),)
    return ()


def _is_last_years(marks: Sequence[Mark], period: Period) -> bool:
    """Tell whether a word alone says "last year's", of whatever was named before it."""
    is_word = period.end == period.start + 1
    return is_word and marks[period.start].text.casefold().startswith(_LAST_YEARS)


def named_days(marks: Sequence[Mark], periods: Sequence[Period]) -> tuple[Period, ...]:
    """Leave out a unit that only describes something beside days: "Q3, for the quarterly file"."""
    kept = tuple(
        each
        for each in periods
        if each.end > each.start + 1 or fold(marks[each.start].text) not in _DESCRIBING
    )
    return kept or tuple(periods)


def is_ahead(marks: Sequence[Mark], *, is_dated: bool) -> bool:
    """Tell whether days that have not begun are named: "next week", a month alone."""
    if any(mark.is_of("when", "ahead") or mark.is_of("period", "ahead") for mark in marks):
        return True
    return not is_dated and any(mark.section == "month" for mark in marks)


def is_in_so_long(marks: Sequence[Mark]) -> bool:
    """Tell whether days ahead are counted from today: "через два тижні", "will it in a week"."""
    is_will = any(not _WILL.isdisjoint(fold(mark.text).split()) for mark in marks)
    for at, mark in enumerate(marks):
        said = fold(mark.text)
        if said != "через" and not (said == "in" and is_will):
            continue
        unit = at + 1
        while unit < len(marks) and (_is_count(marks[unit]) or marks[unit].section == "filler"):
            unit += 1
        after = marks[unit] if unit < len(marks) else NOTHING
        if after.section == "unit" or after.is_of("period", "fortnight"):
            return True
    return False


def without_evening(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave out "in the evening" right after a day that is named: "в п'ятницю ввечері"."""
    return tuple(
        GAP
        if at and _says_evening(mark) and marks[at - 1].section in {"weekday", "month", "period"}
        else mark
        for at, mark in enumerate(marks)
    )


def _says_evening(mark: Mark) -> bool:
    is_evening = fold(mark.text).startswith(_EVENINGS)
    return is_evening and mark.section in {"period", "filler", "word"}
