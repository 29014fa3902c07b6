"""Days of the week that a question is narrowed down to: "on Saturdays", "лучшая суббота"."""

import re
from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP, NOTHING

_STEMS = (
    ("mondays", "понеділк", "понедельник"), ("tuesdays", "вівторк", "вторник"),
    ("wednesdays", "серед", "сред"), ("thursdays", "четверг", "четверг"),
    ("fridays", "п'ятниц", "пятниц"), ("saturdays", "субот", "суббот"),
    ("sundays", "неділ", "воскресен"),
)  # fmt: skip
_MANY = re.compile(r"(?:ам|ах|ями|ами|ям|ях|ьям|ьях|[кг]и|ків|ков|гів|гов|енья|лями|иць|иц)$")
_EACH = frozenset(
    "all every each усі всі кожної кожну кожна кожен все каждую каждая каждый".split()
)
_POSSESSIVE = re.compile(r"day['’`]s$", re.IGNORECASE)
_SUNDAY = frozenset({"неділя", "неділю", "неділею"})
_OF_DAY = {
    "понеділку": "0", "понедельнику": "0", "вівторку": "1", "вторнику": "1", "середі": "2",
    "среде": "2", "четвергу": "3", "п'ятниці": "4", "пятнице": "4", "суботі": "5", "субботе": "5",
    "неділі": "6", "воскресенью": "6",
}  # fmt: skip
"""One such day: "по четвергу" is about that Thursday."""
_ONE = frozenset({"a", "an", "on a", "по"})
"""On a Saturday is on each of them."""
_WEEKEND, _WORKDAYS = (5, 6), (0, 1, 2, 3, 4)
_EACH_WEEKEND = ("им", "ым", "ям", " дні", " дни", "weekends", "and sundays", "ях", "ам")
_RANKS = {"top": "best_day", "biggest": "best_day", "smallest": "worst_day"}
_BEST = frozenset({"best_day", "worst_day"})
_LONG = frozenset({"month", "quarter", "half", "year"})
_LONG_PERIODS = frozenset(
    {
        "spring", "summer", "autumn", "winter", "ever", "this_year", "this_quarter",
        "this_month", "month_before_last",
    }
)  # fmt: skip
_SILENT = frozenset({"filler", "gap"})
_PASSED = _SILENT | {"month", "period", "when"}
"""What may stand between a day and its rank: "which Monday of November was the best"."""
_BY = frozenset({"по", "за", "by"})
_RANKED = frozenset({"measure", "group", "unit", "category", "digits", "number"})
"""What a rank may be of: "on Saturday the biggest payments" asks for no best Saturday."""
_LINKS = frozenset({"to", "from", "than"})


def without_weekdays(marks: Sequence[Mark]) -> tuple[tuple[int, ...], tuple[Mark, ...]]:
    """Take out the days of the week that alone count; one that stands for a date is left.

    "Best Saturday" asks for the best of such days.
    """
    found = _without_weekend([_sunday(mark) for mark in marks])
    marks = tuple(found)
    weekdays: list[int] = []
    is_many = any(_weekday(mark) is not None and _is_many(mark) for mark in marks)
    is_long = is_many or any(map(_is_long, marks))
    is_long = is_long or any(mark.is_of("period", "workdays") for mark in marks)
    is_long = is_long or _is_usually(marks)
    for at in range(len(marks)):
        meant = _meant(found, at, is_long=is_long)
        if not meant:
            continue
        weekdays += [each for each in meant if each not in weekdays]
        found[at] = GAP
        before = _before(found, at)
        ranked = before if before >= 0 and _is_rank(found[before]) else _rank_after(found, at)
        if ranked is not None:
            rank = found[ranked]
            found[ranked] = rank._replace(section="shape", value=_RANKS[rank.value])
    beside = [at for at, mark in enumerate(found) if weekdays and mark.section == "weekday"]
    for at in beside:  # of days side by side all are such days
        weekdays.append(int(found[at].value))
        found[at] = GAP
    return tuple(sorted(set(weekdays))), tuple(found)


def _without_weekend(marks: Sequence[Mark]) -> list[Mark]:
    """Take what is told without weekends for what is told of the other days."""
    kept = list(marks)
    for at in range(1, len(marks)):
        if marks[at].is_of("period", "weekend") and marks[at - 1].is_of("filler", "without"):
            kept[at - 1 : at + 1] = [GAP, marks[at]._replace(value="workdays")]
    return kept


def _sunday(mark: Mark) -> Mark:
    """Take "неділя" for the Sunday that it is in Ukrainian, and "friday's" for that Friday's."""
    if mark.section == "word" and _POSSESSIVE.search(mark.text):
        named = mark._replace(text=mark.text[:-2])
        weekday = _weekday(named._replace(text=f"{named.text}s"))
        return mark if weekday is None else named._replace(section="weekday", value=str(weekday))
    if mark.section == "word" and fold(mark.text) in _OF_DAY:
        return mark._replace(section="weekday", value=_OF_DAY[fold(mark.text)])
    is_sunday = mark.section == "word" and fold(mark.text) in _SUNDAY
    return mark._replace(section="weekday", value="6") if is_sunday else mark


def _meant(marks: Sequence[Mark], at: int, *, is_long: bool) -> tuple[int, ...]:
    mark = marks[at]
    said = mark.text.casefold()
    if mark.is_of("period", "workdays"):
        return _WORKDAYS
    if mark.is_of("period", "weekend"):
        is_each = said.endswith(_EACH_WEEKEND) or is_long
        return _WEEKEND if is_each and not _is_dated(marks, at) else ()
    weekday = _weekday(mark)
    if weekday is None:
        return ()
    return (weekday,) if _is_many(mark) or _is_each(marks, at, is_long=is_long) else ()


def _is_rank(mark: Mark) -> bool:
    return mark.section == "rank" and mark.value in _RANKS


def _rank_after(marks: Sequence[Mark], at: int) -> int | None:
    """Find the rank that is told of a day's name before it: "which Saturday was the best"."""
    beside = [place for place in range(at + 1, len(marks)) if marks[place].section not in _PASSED]
    if not beside or not _is_rank(marks[beside[0]]):
        return None
    after = marks[beside[1]] if len(beside) > 1 else NOTHING
    is_by = len(beside) > 1 and fold(marks[beside[1] - 1].text) in _BY
    return None if after.section in _RANKED and not is_by else beside[0]


def _weekday(mark: Mark) -> int | None:
    if mark.section == "weekday":
        return int(mark.value)
    if mark.section not in {"word", "name", "number", "shape"}:
        return None  # "п'ятницях" looks like a misspelt five, "понеділки" like "понеділково"
    said = fold(mark.text)
    places = (place for place, stems in enumerate(_STEMS) if said.startswith(stems))
    return next(places, None) if _is_many(mark) else None


def _is_many(mark: Mark) -> bool:
    said = fold(mark.text)
    return said.endswith("days") or bool(_MANY.search(said))


def _is_each(marks: Sequence[Mark], at: int, *, is_long: bool) -> bool:
    """Tell whether a day's name is each such day: "every Friday", "best Friday", "Fri in May"."""
    before = _before(marks, at)
    mark = marks[before] if before >= 0 else NOTHING
    is_ranked = _is_rank(mark) or mark.is_of("shape", *_BEST) or _rank_after(marks, at) is not None
    near = {fold(each.text) for each in marks[max(0, at - 2) : at]}
    is_between = mark.is_of("joiner", *_LINKS) or mark.section in {"when", "digits"}
    after = marks[at + 1] if at + 1 < len(marks) else NOTHING
    is_date = after.section in {"digits", "when"} or after.is_of("unit", "week")
    is_one_of = at > 0 and marks[at - 1].text.casefold() in _ONE
    is_one_of = is_one_of and fold(marks[at].text) not in _OF_DAY
    return (
        is_ranked
        or is_one_of
        or bool(near & _EACH)
        or (is_long and not is_between and not is_date)
    )


def _is_usually(marks: Sequence[Mark]) -> bool:
    """Tell whether an average is asked, of no single sale, so that a day is each such day."""
    is_average = any(mark.is_of("shape", "average", "per_day", "average_day") for mark in marks)
    is_of_sale = any(mark.is_of("shape", "average_sale") for mark in marks)
    is_dated = any(mark.section in {"when", "unit", "period"} for mark in marks)
    return is_average and not is_of_sale and not is_dated


def _is_dated(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether a weekend is told to be a certain one: "last weekend"."""
    return at > 0 and marks[at - 1].is_of("when", "this", "last", "previous", "past", "same")


def _is_long(mark: Mark) -> bool:
    is_unit = mark.is_of("unit", *_LONG) or mark.is_of("period", *_LONG_PERIODS)
    return is_unit or mark.section == "month"


def _before(marks: Sequence[Mark], at: int) -> int:
    at -= 1
    while at >= 0 and marks[at].section in {"filler", "gap", "digits", "number"}:
        at -= 1
    return at
