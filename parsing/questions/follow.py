"""What is asked on: "and in September?", "а по паливу?", "per day, please", "вчера?"."""

from dataclasses import replace

from parsing.questions.query import Ask, Doubt, Group, Measure, Query, Unclear
from parsing.questions.reader import LISTED, Reader
from parsing.questions.rows_said import best_group, series_per
from parsing.questions.slots import Slots

_SHARED = frozenset(
    {Ask.TOTAL, Ask.COUNT, Ask.AVERAGE, Ask.COMPARE, Ask.LAST, Ask.BIGGEST, Ask.SERIES}
)
_SUMMED = frozenset({Ask.TOTAL, Ask.COUNT, Ask.COMPARE, Ask.AVERAGE, Ask.SERIES, Ask.RESULTS})
"""What can be told of other days beside."""


def is_fragment(slots: Slots) -> bool:
    """Tell whether a text that does not open as one can only be about what was asked before.

    Such a text says nothing of what is measured, and does not ask anything else: "per day,
    please", "only advertising", "compare with September", "yesterday?".
    """
    is_new = slots.has("measure") or slots.has("counted") or slots.has("group")
    is_new = is_new or slots.has(
        "ask", "why", "report", "order", "plan", "how_much", "count", "who"
    )
    is_whole = bool(slots.periods) and bool(slots.categories or slots.place)
    is_asked = any(mark.text == "?" for mark in slots.marks)
    is_said = bool(slots.categories or slots.place or slots.about)
    is_said = is_said or (bool(slots.periods) and (is_asked or _holds_against(slots)))
    is_said = is_said or series_per(slots) is not None or best_group(slots) is not None
    is_said = is_said or slots.has("when", "before_that")
    is_ranked = slots.has("rank") and best_group(slots) is None
    is_new = is_new or is_ranked or slots.has("shape", "average", "average_sale")
    return is_said and not is_new and not is_whole and slots.order is None


def follow(reader: Reader, before: Query) -> Query | Doubt:
    """Change what was asked before by what is new: days, a category, a place, a name."""
    slots = reader.slots
    if slots.names_future:
        return Doubt(Unclear.AHEAD)
    if before.ask in _SUMMED and _holds_against(slots):
        return _compared(reader, before)
    groups = [Group(each) for each in slots.values("group")]
    if before.ask is Ask.TOP and groups and not slots.has("measure"):
        return _other_group(reader, before, groups[0])
    is_new = slots.has("ask", "why", "compare", "against", "report", "order", "plan")
    is_new = is_new or slots.has("measure") or bool(groups) or slots.order is not None
    if is_new or slots.has("rank") or slots.has("joiner", "than"):
        found = reader.read(before.days)
        if isinstance(found, Query) and found.is_usual_days and found.days == before.days:
            return replace(found, is_usual_days=before.is_usual_days)
        return found
    return _changed(reader, before)


def _holds_against(slots: Slots) -> bool:
    """Tell whether only other days to hold against are named: "compare with September"."""
    is_asked = slots.has("ask", "compare", "against") or slots.has("joiner", "than")
    is_more = slots.has("measure") or slots.has("group") or bool(slots.categories)
    return is_asked and len(slots.periods) <= 1 and not is_more and not slots.has("ask", "why")


def _compared(reader: Reader, before: Query) -> Query:
    slots = reader.slots
    measure = before.measure if before.ask is not Ask.RESULTS else Measure.RESULT
    against = slots.periods[0] if slots.periods else before.days.before()
    return replace(before, ask=Ask.COMPARE, measure=measure, against=against, group=None)


def _other_group(reader: Reader, before: Query, group: Group) -> Query | Doubt:
    found = reader.read(before.days)
    if isinstance(found, Query) and found.ask is Ask.TOP:
        return replace(found, limit=reader.slots.number or before.limit)
    return reader.top_of(group, before)


def _changed(reader: Reader, before: Query) -> Query | Doubt:
    slots = reader.slots
    per = series_per(slots)
    named = reader.days_like(before.days)
    best = best_group(slots)
    if best is not None and before.ask in _SUMMED:
        return reader.best_of(best, before)
    if not (named or per or slots.categories or slots.place or slots.about):
        return Doubt(Unclear.NO_QUESTION)
    days = named or before.days
    changed = replace(
        before,
        days=days,
        is_usual_days=before.is_usual_days and named is None,
        place=slots.place or before.place,
        about=slots.about[0] if slots.about else before.about,
        against=None if before.against is None else days.before(),
    )
    if per is not None:
        return replace(changed, ask=Ask.SERIES, per=per, against=None)
    if slots.categories and not slots.about:
        ask = before.ask if before.ask in _SHARED else Ask.TOTAL
        return replace(
            changed, ask=ask, measure=Measure.CATEGORY, categories=slots.categories, about=None
        )
    if slots.has("ask", "entries") and before.measure in LISTED:
        return replace(changed, ask=Ask.LAST, limit=20)
    return changed
