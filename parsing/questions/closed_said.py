"""Whether the books are closed: "жовтень вже закрили?", "is october closed?"."""

import datetime as dt

from ledger.days import Days
from parsing.annotation.tokens import fold
from parsing.questions.comparing import joined
from parsing.questions.marks import Mark
from parsing.questions.query import Ask, Measure, Query
from parsing.questions.relative import unit_before
from parsing.questions.slots import Slots

_CLOSES = ("закри", "закры", "close", "closing")
_BOOKS = frozenset({"books", "the books", "книги", "книга", "облік", "учет", "період", "период"})
_YET = frozenset(map(fold, ("вже", "уже", "ще", "ещё", "already", "yet", "ли", "чи")))
_HOW = frozenset({"how", "what", "with", "як", "чим", "как", "чем"})
_TELLING = frozenset(
    {"measure", "category", "spec", "group", "rank", "counted", "channel", "place", "age"}
)


def if_closed(slots: Slots, today: dt.date) -> Query | None:
    """Read whether the books are closed through the days that are named, the last month else."""
    closes = [mark for mark in slots.marks if _closes(mark)]
    said = [fold(mark.text) for mark in slots.marks]
    is_asked = (
        slots.is_yes_or_no or slots.has("ask", "when") or not _YET.isdisjoint(said) or "?" in said
    )
    is_of_books = any(each in _BOOKS for each in (*said, *slots.about, *slots.loose))
    is_bounded = bool(slots.place or slots.categories or slots.figures or slots.told_by)
    if not closes or not is_asked or is_bounded or not (slots.periods or is_of_books):
        return None
    named = {fold(each) for each in slots.about} - _BOOKS
    if named or any(_is_other(mark) for mark in slots.marks if mark not in closes):
        return None
    days = joined(slots.periods) if slots.periods else unit_before("month", today)
    return Query(Ask.CLOSED, Measure.RESULT, _whole(days, today))


def _whole(days: Days, today: dt.date) -> Days:
    """Give all of a month that is not over: it is closed through its end."""
    month = Days.month(days.last.year, days.last.month)
    is_so_far = days.last == today and days.first.day == 1
    return Days(days.first, month.last) if is_so_far else days


def _closes(mark: Mark) -> bool:
    is_said = mark.section in {"filler", "word", "shape", "name"} or mark.is_of("ask", "report")
    said = fold(mark.text).split()
    is_how = not _HOW.isdisjoint(said)  # how it was closed is what it came to
    return is_said and not is_how and any(each.startswith(_CLOSES) for each in said)


def _is_other(mark: Mark) -> bool:
    """Tell whether a mark asks for a figure, or of what else may be closed."""
    if mark.section == "ask":
        return not mark.is_of("ask", "when")
    if not _HOW.isdisjoint(fold(mark.text).split()):
        return True
    is_shape = mark.section == "shape" and mark.value != "closed"
    return is_shape or mark.section in _TELLING
