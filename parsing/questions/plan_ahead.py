"""Whether a month that is to come has its plan: "is there a plan for December"."""

import datetime as dt
from collections.abc import Sequence

from ledger.days import Days, month_later
from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.query import Ask, Measure, Query

_PLAN = ("plan", "the plan", "target", "план", "ціль", "цель")
_STANDS = frozenset(
    {"стоит", "стоїть", "is there", "do we have", "have we got", "we have", "is set", "set"}
)
_BEEN = frozenset({"did", "was", "were", "had", "how", "how's", "как", "як", "не", "not"})
_NEXT = ("next", "following", "coming", "наступ", "следу", "майбут", "будущ")
_OF_MONTH = ("month", "місяць", "місяця", "месяц", "месяца")
_MONTHS, _AHEAD_MAX = 12, 3
"""A month so far ahead is the coming one; a later one is rather that of the year before."""


def plan_ahead(marks: Sequence[Mark], today: dt.date) -> Query | None:
    """Read whether the plan of a coming month is set; None where nothing else is asked so.

    Args:
        marks: what the question says, its days among it.
        today: the day it is asked on.
    """
    is_plan = any(
        mark.is_of("ask", "plan") and fold(mark.text).startswith(_PLAN) for mark in marks
    )
    ahead = _months_ahead(marks, today) if is_plan else 0
    if not 1 <= ahead <= _AHEAD_MAX or not all(map(_is_bare, marks)):
        return None
    coming = month_later(today, ahead)
    return Query(Ask.RESULTS, Measure.PLAN, Days.month(coming.year, coming.month))


def _months_ahead(marks: Sequence[Mark], today: dt.date) -> int:
    """Say how many months ahead the only month that is named lies; nought where none is."""
    months = [mark for mark in marks if mark.section == "month"]
    is_next = any(
        mark.is_of("when", "ahead") and fold(mark.text).startswith(_NEXT) for mark in marks
    )
    if not months:
        is_month = any(mark.is_of("unit", "month") for mark in marks)
        is_month = is_month or any(fold(mark.text).endswith(_OF_MONTH) for mark in marks)
        return int(is_next and is_month)
    return (int(months[0].value) - today.month) % _MONTHS if len(months) == 1 else 0


def _is_bare(mark: Mark) -> bool:
    """Tell whether a mark asks for nothing but whether the plan of a month stands."""
    said = fold(mark.text)
    is_plain = mark.is_of("filler", "plain", "we") or mark.section == "sign" or said in _STANDS
    is_dated = (
        mark.section == "month" or mark.is_of("when", "ahead") or mark.is_of("unit", "month")
    )
    return (is_plain or is_dated or mark.is_of("ask", "plan")) and _BEEN.isdisjoint(said.split())
