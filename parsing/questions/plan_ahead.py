"""Whether a month that is to come has its plan: "is there a plan for December"."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from ledger.days import Days, month_later
from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.query import Ask, Measure, Query
from parsing.questions.relative import unit_so_far

_PLAN = ("plan", "the plan", "target", "план", "ціль", "цель")
_STANDS = frozenset(
    {"стоит", "стоїть", "is there", "do we have", "have we got", "we have", "is set", "set"}
)
_BEEN = frozenset({"did", "was", "were", "had", "how", "how's", "как", "як", "не", "not"})
_NEXT = ("next", "following", "coming", "наступ", "следу", "майбут", "будущ")
_OF_MONTH = ("month", "місяць", "місяця", "месяц", "месяца")
_MONTHS, _AHEAD_MAX = 12, 3
"""A month so far ahead is the coming one; a later one is rather that of the year before."""


def plan_ahead(marks: Sequence[Mark], today: dt.date, before: Query | None) -> Query | None:
    """Read whether the plan of a coming month is set; None where nothing else is asked so.

    Args:
        marks: what the question says, its days among it.
        today: the day it is asked on.
        before: the last question, which may have been of another plan.
    """
    is_plan = any(
        mark.is_of("ask", "plan") and fold(mark.text).startswith(_PLAN) for mark in marks
    )
    is_plan = is_plan or (before is not None and before.measure is Measure.PLAN)
    ahead = _months_ahead(marks, today) if is_plan else 0
    if not 1 <= ahead <= _AHEAD_MAX or not all(map(_is_bare, marks)):
        return None
    coming = month_later(today, ahead)
    return Query(Ask.RESULTS, Measure.PLAN, Days.month(coming.year, coming.month))


def until_today(before: Query | None, today: dt.date) -> Query | None:
    """Give the last question, or of a plan to come this month's: no other figure is ahead."""
    if before is None or before.measure is not Measure.PLAN or before.days.first <= today:
        return before
    return replace(before, days=unit_so_far("month", today), is_usual_days=True)


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
    is_plain = mark.is_of("filler", "plain", "we") or mark.section in {"sign", "follow", "joiner"}
    is_plain = is_plain or said in _STANDS
    is_dated = (
        mark.section == "month" or mark.is_of("when", "ahead") or mark.is_of("unit", "month")
    )
    return (is_plain or is_dated or mark.is_of("ask", "plan")) and _BEEN.isdisjoint(said.split())
