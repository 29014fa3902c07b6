"""What a figure is asked as a part of: "salary as a share of margin", "доля в поступлениях"."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.query import Measure
from parsing.questions.slots import Slots

_WHOLES = {
    "sales": Measure.SALES, "orders": Measure.SALES, "expenses": Measure.EXPENSES,
    "margin": Measure.MARGIN, "money_in": Measure.MONEY_IN, "money_out": Measure.MONEY_OUT,
    "purchases": Measure.PURCHASES, "result": Measure.RESULT,
}  # fmt: skip
_OF = frozenset(
    "of from to in out against в у во от від з із из к до серед среди relative".split()
)
_GOES = frozenset("іде йде идет ідуть йдуть идут goes go going припадає приходится".split())
_FROM_TURNOVER = (
    "от выруч", "от оборот", "від виторг", "від виручк", "від оборот", "от продаж", "від продаж",
    "из выруч", "из оборот", "из продаж", "з виторг", "з виручк", "з оборот", "з продаж",
    "із виторг", "із виручк", "із продаж", "of sales", "of revenue", "of turnover", "of our sales",
)  # fmt: skip
_PASSED = frozenset({"filler", "gap"})
_PARTS = frozenset({"measure", "counted", "category", "spec", "channel"})


def whole_said(slots: Slots) -> Measure | None:
    """Say of what a share is told, where a preposition leads to it; None where none does."""
    at = whole_at(slots.marks)
    return None if at is None else _WHOLES[slots.marks[at].value]


def whole_at(marks: Sequence[Mark]) -> int | None:
    """Find the word for the whole of a share: the last one that stands after "of"."""
    shares = [fold(mark.text) for mark in marks if mark.is_of("shape", "share")]
    if not shares or any(each.startswith(_FROM_TURNOVER) for each in shares):
        return None  # "от выручки" says it itself
    for at in reversed(range(len(marks))):
        is_whole = marks[at].section in {"measure", "counted"} and marks[at].value in _WHOLES
        if is_whole and _is_led(marks, at):
            return at
    return None


def part_values(marks: Sequence[Mark]) -> set[str]:
    """Give what words measure, but for the whole of a share that has a part beside it."""
    at = whole_at(marks)
    beside = [mark for place, mark in enumerate(marks) if place != at]
    if at is not None and not any(mark.is_of("measure", "stuck") for mark in marks):
        marks = [mark for mark in marks if not mark.is_of("measure", "balance")]
        beside = [mark for mark in beside if not mark.is_of("measure", "balance")]
    has_part = any(mark.section in _PARTS and not _only_goes(mark) for mark in beside)
    told = beside if at is not None and has_part else marks
    told = [mark for mark in told if at is None or not _only_goes(mark)]
    return {mark.value for mark in told if mark.section in {"measure", "counted"}}


def _only_goes(mark: Mark) -> bool:
    """Tell whether a verb only says where a part goes: "який відсоток іде на монобанк"."""
    return mark.is_of("measure", "expenses") and fold(mark.text) in _GOES


def _is_led(marks: Sequence[Mark], at: int) -> bool:
    before = at - 1
    while before >= 0 and marks[before].section in _PASSED and not _says_of(marks[before]):
        before -= 1
    return before >= 0 and (_says_of(marks[before]) or _is_genitive(marks[before]))


def _is_genitive(mark: Mark) -> bool:
    """Tell whether what a share is of follows it at once: "який відсоток надходжень"."""
    return mark.is_of("shape", "share") and not mark.text.isascii()


def _says_of(mark: Mark) -> bool:
    return fold(mark.text).rpartition(" ")[2] in _OF
