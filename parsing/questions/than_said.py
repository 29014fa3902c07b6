"""Whether days that are named are what others are held against: "than last year", "к прошлому"."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import NOTHING
from parsing.questions.periods import Period

_TO = frozenset({"to", "on", "к", "ко", "до"})

_TOWARDS = frozenset({"к", "ко"})


def is_than_days(marks: Sequence[Mark], periods: Sequence[Period]) -> bool:
    """Tell whether the only days stand after "than": at once where "more than" may be an age."""
    if len(periods) != 1:
        return False
    before = marks[: periods[0].start]
    if any(mark.is_of("joiner", "than") or mark.is_of("ask", "against") for mark in before):
        return True
    # "more than last year", "больше прошлого месяца"; but "кто больше купил в октябре" is none.
    near = [mark for mark in before if mark.section != "gap"][-2:]
    is_at_once = bool(near) and near[-1].is_of("age", "more", "under")
    if near and fold(near[-1].text) in _TOWARDS:  # "вырос сильнее всего к прошлому месяцу"
        return any(mark.is_of("filler", "up", "down") for mark in before)
    if len(near) == 2 and near[1].text.casefold() == "on":  # a pair
        # "sales are down on last month"
        return near[0].is_of("filler", "up", "down") or near[0].is_of("ask", "compare")
    is_more = len(near) == 2 and near[0].is_of("age", "more", "under")  # a pair
    return is_at_once or (is_more and near[1].is_of("filler", "plain"))


def is_to_earlier(marks: Sequence[Mark], periods: Sequence[Period]) -> bool:
    """Tell whether days are held against earlier ones by a preposition: "к прошлому году"."""
    if len(periods) != 2 or periods[1].days.first >= periods[0].days.first:  # a pair
        return False
    before = marks[periods[1].start - 1] if periods[1].start else NOTHING
    return fold(before.text) in _TO
