"""Averages of those days alone that had something: "по днях, коли були продажі"."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP, NOTHING

_DAYS = ("days", "дні", "днів", "днях", "днями", "дни", "дней", "дням", "днями")
_LINKS = frozenset("when where that which with коли де що з із зі когда где что с со в у".split())
_ONLY = frozenset({"тільки", "лише", "лиш", "только", "лишь", "only", "just"})
_EMPTY = ("порожн", "пуст", "нульов", "нулев", "empty", "zero", "blank", "dead")
_AVERAGES = ("average", "per_day", "average_day")
_FIGURES = frozenset({"measure", "counted"})
_REACH = 5
"""So many words at most stand between such days and what they had."""


def without_days_had(marks: Sequence[Mark]) -> tuple[bool, tuple[Mark, ...]]:
    """Take out that only days with something are to count in an average.

    The figure that they are said to have had is kept, since it may be named nowhere else; where
    another one is averaged, nothing is taken out.

    Returns:
        Whether it is said, and the other marks.
    """
    is_average = any(mark.is_of("shape", *_AVERAGES) for mark in marks)
    for at, mark in enumerate(marks if is_average else ()):
        if not fold(mark.text).split()[-1:] or not fold(mark.text).split()[-1].startswith(_DAYS):
            continue
        start = _begun(marks, at)
        if _is_without_empty(marks, start, at):
            return True, (*marks[:start], GAP, *marks[at + 1 :])
        end = _end_of_figure(marks, at)
        if end is not None and _is_only_figure(marks, start, end):
            return True, (*marks[:start], GAP, marks[end], *marks[end + 1 :])
    return False, tuple(marks)


def _begun(marks: Sequence[Mark], at: int) -> int:
    """Give where it begins that such days alone count: "if only the days", "без порожніх днів"."""
    start = at
    while start > 0 and (marks[start - 1].section == "filler" or _says_so(marks[start - 1])):
        start -= 1
    return start


def _says_so(mark: Mark) -> bool:
    said = fold(mark.text)
    return said in _ONLY or said.startswith(_EMPTY)


def _is_without_empty(marks: Sequence[Mark], start: int, at: int) -> bool:
    """Tell whether empty days are said to be left out."""
    before = marks[start:at]
    is_empty = any(fold(mark.text).startswith(_EMPTY) for mark in before)
    return is_empty and any(mark.is_of("filler", "without", "not") for mark in before)


def _end_of_figure(marks: Sequence[Mark], at: int) -> int | None:
    """Give where the figure stands that days are said to have had, if they are."""
    link = marks[at + 1] if at + 1 < len(marks) else NOTHING
    near = range(at + 1, min(at + 1 + _REACH, len(marks)))
    link = next((marks[i] for i in near if marks[i].section != "sign"), link)
    if fold(link.text).split()[-1:] == [] or fold(link.text).split()[-1] not in _LINKS:
        return None
    return next((place for place in near if marks[place].section in _FIGURES), None)


def _is_only_figure(marks: Sequence[Mark], start: int, end: int) -> bool:
    """Tell whether no other figure is named than the one that the days had."""
    rest = (*marks[:start], *marks[end + 1 :])
    others = {mark.value for mark in rest if mark.section in _FIGURES and mark.value != "balance"}
    is_other = any(mark.section in {"category", "shape"} and mark.value == "average_sale"
                   for mark in rest)  # fmt: skip
    return others <= {marks[end].value} and not is_other
