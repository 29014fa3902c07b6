"""Turns that are about the last answer whatever it was: "difference?", "since when?", "together?".

Nothing new is asked in them: the days before or after, all others, the same once more.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from ledger.cash import CashCategory
from ledger.days import Days
from parsing.annotation.tokens import fold
from parsing.questions.comparing import before_like
from parsing.questions.figures_said import LISTED
from parsing.questions.marks import Mark
from parsing.questions.query import TILLS, Ask, Group, Per, Query
from parsing.questions.refusals import BY_PLACE
from parsing.questions.relative import unit_of
from parsing.questions.slots import Slots

_SILENT = frozenset({"filler", "gap", "sign", "follow", "joiner"})
_COMPARED = frozenset({Ask.TOTAL, Ask.COUNT, Ask.AVERAGE})
_SINCE = frozenset(
    {
        "since when", "from when", "since what date", "since what day", "how long", "for how long",
        "how long already", "how long ago", "how long now", "is it long", "how old",
        "how old is it",
        "з якого числа", "з якого дня", "відколи", "з якого часу", "з яких пір", "давно",
        "як давно", "чи давно", "давно вже",
        "скільки часу", "скільки днів", "від якого числа", "з коли",
        "с какого числа", "с какого времени", "с какого дня", "с каких пор", "давно ли",
        "как давно", "давно уже", "сколько времени", "сколько дней", "с какой даты", "з якої дати",
        "коли почався", "как долго", "як довго", "уже давно", "вже давно",
    }
)  # fmt: skip
_AND = frozenset("а і й и та and so then".split())
_COUNTS = frozenset({CashCategory.CASH_SHORTAGE, CashCategory.CASH_SURPLUS})
_TOGETHER = frozenset("разом всього загалом вместе всего итого together altogether".split())
_ONLY = frozenset("а і и and це это that скільки сколько how much is all it".split())
_PAYMENTS = frozenset({"payments", "entries", "money_out"})
_ENTRIES_MAX = 20
_UNIT_DAYS = {"day": 1, "week": 7}


def of_last(slots: Slots, before: Query, today: dt.date) -> Query | None:
    """Change the last query by a turn that names nothing; None where it is none."""
    if before.ask is Ask.OWED and _asks_since(slots):
        return before  # each debt says since when
    if slots.periods or slots.about or slots.categories or slots.place or slots.is_by_channel:
        return None
    said = [mark for mark in slots.marks if mark.section not in _SILENT]
    rows = _other_rows(said, before) or _of_all_tills(slots, before)
    if rows is not None:
        return rows
    is_difference = bool(said) and all(
        mark.is_of("ask", "compare", "by_how_much") or mark.section == "rank" for mark in said
    )
    if is_difference and slots.has("ask", "compare", "by_how_much"):
        return _difference(slots, before, today)
    are_payments = slots.has("ask", "list", "entries") and slots.has("measure", *_PAYMENTS)
    if are_payments and all(mark.section in {"ask", "measure"} for mark in said):
        return _listed(before)
    return None


def _other_rows(said: Sequence[Mark], before: Query) -> Query | None:
    """Tell the last figure by who counted, or by where it was paid."""
    if len(said) != 1:
        return None
    is_of_counts = bool(before.categories) and set(before.categories) <= _COUNTS
    if before.ask is Ask.TOP and is_of_counts and said[0].is_of("group", "recorder"):
        return replace(before, group=Group.RECORDER)
    is_by_place = said[0].is_of("shape", "by_place") and before.ask is Ask.TOTAL
    if is_by_place and before.measure in BY_PLACE:
        asked = replace(before, ask=Ask.TOP, group=Group.PLACE, place=None)
        return replace(asked, per=Per.ENTRY, share_of=None)
    return None


def _of_all_tills(slots: Slots, before: Query) -> Query | None:
    """Tell what all tills have after one of them: "разом це скільки"."""
    said = {*_text(slots).split()}
    is_till = before.ask is Ask.BALANCE and (before.place or "").startswith("till.")
    is_together = bool(said & _TOGETHER) and said <= _TOGETHER | _ONLY
    return replace(before, place=TILLS) if is_till and is_together else None


def is_of_last(slots: Slots, before: Query, today: dt.date) -> bool:
    """Tell whether a text is such a turn, though it does not open as one."""
    return of_last(slots, before, today) is not None


def _asks_since(slots: Slots) -> bool:
    """Tell whether it is asked how long a debt has been one, whatever that opens with."""
    words = _text(slots).split()
    while words and words[0] in _AND:
        words = words[1:]
    return " ".join(words) in _SINCE


def _text(slots: Slots) -> str:
    return " ".join(fold(mark.text) for mark in slots.marks if mark.section != "sign")


def _difference(slots: Slots, before: Query, today: dt.date) -> Query | None:
    """Hold the last days against those after them, where these have been, else those before.

    Who asks of October, then of September, wants the difference of the two.
    """
    if before.ask in {Ask.COMPARE, Ask.WHY}:
        return replace(before, ask=Ask.WHY) if slots.has("rank") else before
    if before.ask not in _COMPARED or before.group is not None:
        return None
    days, against = _after(before.days), before.days
    if days is None or days.first > today:
        days, against = before.days, before_like(before.days)
    asked = replace(before, ask=Ask.COMPARE, compared=before.ask, share_of=None)
    return replace(asked, days=days.until(today), against=against, is_usual_days=False)


def _after(days: Days) -> Days | None:
    """Give the days after these that are like them: the next day, week, month, quarter."""
    if days.whole_months:
        first = days.last + dt.timedelta(days=1)
        return Days.months(first.year, first.month, days.whole_months)
    step = _UNIT_DAYS.get(unit_of(days))
    if step != days.count:
        return None
    return Days(days.first + dt.timedelta(days=step), days.last + dt.timedelta(days=step))


def _listed(before: Query) -> Query | None:
    """Show the payments that a figure is made of."""
    is_sum = before.ask in {Ask.TOTAL, Ask.COUNT, Ask.AVERAGE}
    if not is_sum or before.measure not in LISTED or before.group in {Group.DAY, Group.ORDER}:
        return None
    found = replace(before, ask=Ask.LAST, limit=_ENTRIES_MAX, group=None, per=Per.ENTRY)
    return replace(found, share_of=None, against=None, compared=Ask.TOTAL)
