"""Which words of a question a reading leaves unread.

A word is read if without it something else would be understood. So this holds for every rule of
the grammar, and knows none of them.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from parsing.questions.marks import Mark
from parsing.questions.query import Doubt, Query

Read: TypeAlias = Callable[[str], Query | Doubt]
"""Reads a question as it was read, but for the words that are left out of it."""
_DATED = frozenset({"month", "weekday", "period", "unit", "when", "digits", "number"})
_TELLING = _DATED | {
    "measure", "counted", "category", "spec", "channel", "group", "rank", "shape", "place", "age",
    "word", "name", "till_name", "bank_name", "ask",
}  # fmt: skip
_ONLY_ASKS = frozenset({"how_much", "list", "entries"})
"""What says that something is asked, and not what."""


def is_telling(mark: Mark) -> bool:
    """Tell whether a word says what is asked, of what or of when."""
    return mark.section in _TELLING and not mark.is_of("ask", *_ONLY_ASKS)


def is_dated(mark: Mark) -> bool:
    """Tell whether a word says of when."""
    return mark.section in _DATED


def unread_in(text: str, marks: Sequence[Mark], found: Query, read: Read) -> int:
    """Count the words, or stretches about days, without which the same would be understood.

    What would be taken anyway is read where it is what is told ("expenses by category"), and as
    many days as are named ("the second half of November against the first").
    """
    meant = as_meant(found)
    spans = _spans(marks)
    told = {found.measure.value, *(each.value for each in found.categories)}
    asked = (each for each in spans if each.value not in told)
    idle = [each for each in asked if as_meant(read(each.left_out_of(text))) == meant]
    dated = sum(each.is_dated for each in idle)
    named = sum(each.is_dated for each in spans)
    days = (not found.is_usual_days) + (found.against is not None)
    return len(idle) - dated + min(dated, max(0, named - days))


def as_meant(found: Query | Doubt) -> Query | Doubt:
    """Give what is asked, whatever words were left out of it."""
    return replace(found, left_out=()) if isinstance(found, Query) else found


def days_named(marks: Sequence[Mark]) -> int:
    """Count the stretches of words about days."""
    return sum(each.is_dated for each in _spans(marks))


class _Span(NamedTuple):
    """A telling word, or a stretch about days, by its place in a message."""

    start: int
    end: int
    is_dated: bool
    value: str

    def left_out_of(self, text: str) -> str:
        return f"{text[: self.start]} {text[self.end :]}"


def _spans(marks: Sequence[Mark]) -> list[_Span]:
    """Give telling words left to right; words about days that touch are one."""
    spans: list[_Span] = []
    is_open = False
    for mark in marks:
        if is_open and is_dated(mark):
            spans[-1] = spans[-1]._replace(end=mark.end)
        elif is_telling(mark):
            spans.append(_Span(mark.start, mark.end, is_dated(mark), mark.value))
        is_open = is_dated(mark) or (is_open and mark.section == "filler")
    return spans
