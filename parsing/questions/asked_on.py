"""Whether a text is asked on: how it opens and closes, and what it puts in place of what."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP, NOTHING

_FOLLOWS = ("а ", "and ", "і ", "и ")
"""What "and by day?" begins with, where the words are one phrase."""
_CLOSES = frozenset({"instead", "same", "the same", "так само", "так же", "то же", "те саме"})
_TURNS = frozenset({"now", "тепер", "теперь"})
_DATED = frozenset({"when", "unit", "month", "digits", "period", "weekday", "number"})


def opens_as_follow(marks: Sequence[Mark]) -> bool:
    """Tell whether a text opens, closes or turns as one that goes on from the last."""
    first = marks[0] if marks else NOTHING
    is_phrase = first.text.casefold().startswith(_FOLLOWS)
    is_opened = first.section == "follow" or first.is_of("joiner", "and") or is_phrase
    last = next((mark for mark in reversed(marks) if mark.section != "sign"), NOTHING)
    is_closed = last.section == "follow" and fold(last.text) in _CLOSES
    is_now = is_opened or is_closed or only_turns(marks)
    return is_now or any(mark.is_of("filler", "of_it", "instead_of") for mark in marks)


def only_turns(marks: Sequence[Mark]) -> bool:
    """Tell whether "now" only turns to something else: "now by margin", "тепер середня"."""
    return bool(marks) and marks[0].is_of("period", "now") and fold(marks[0].text) in _TURNS


def without_replaced(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave out what something else is asked in place of: "margin instead of sales"."""
    at = next((at for at, mark in enumerate(marks) if mark.is_of("filler", "instead_of")), None)
    if at is None:
        return tuple(marks)
    end = at + 1
    while end < len(marks) and marks[end].section in {"filler", "sign"}:
        end += 1
    first = marks[end].section if end < len(marks) else ""
    end += 1
    while first in _DATED and end < len(marks) and marks[end].section in _DATED:
        end += 1
    return (*marks[:at], GAP, *marks[end:])
