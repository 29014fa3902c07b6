"""Figures held against each other day by day: "on which days did we spend more than we sold"."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.query import Measure

_MEASURES = {
    "sales": Measure.SALES, "orders": Measure.SALES, "rung": Measure.SALES,
    "expenses": Measure.EXPENSES, "money_in": Measure.MONEY_IN, "pays": Measure.MONEY_IN,
    "taken": Measure.MONEY_IN, "money_out": Measure.MONEY_OUT, "payments": Measure.MONEY_OUT,
    "purchases": Measure.PURCHASES, "refunds": Measure.REFUNDS,
}  # fmt: skip
"""What sums up day by day, and may be more than another figure."""
_PASSED = frozenset({"filler", "joiner", "gap", "sign"})
_CAME_OUT = ("вийшл", "вышл", "went out")
"""What money does that left, where other money is held against it."""
_FLOW = {Measure.EXPENSES: Measure.MONEY_OUT}
"""What went is money, where money that came is held against it."""


def one_over_other(marks: Sequence[Mark]) -> tuple[Measure, Measure] | None:
    """Give the figure that is to be more than another one, and that other one.

    None where no two figures are held against each other so.
    """
    before: Measure | None = None
    is_more: bool | None = None
    for mark in marks:
        way = _way_of(mark)
        found = _figure(mark)
        if way is not None:
            is_more = way
        elif found is not None and before not in {None, found} and is_more is not None:
            return _paired(before or found, found, is_more=is_more)
        elif found is not None:
            before = found
        elif mark.section not in _PASSED:
            before, is_more = None, None
    return None


def _figure(mark: Mark) -> Measure | None:
    if fold(mark.text).startswith(_CAME_OUT):
        return Measure.MONEY_OUT
    return _MEASURES.get(mark.value) if mark.section in {"measure", "counted"} else None


def _way_of(mark: Mark) -> bool | None:
    """Say whether a word is of more, or of less; None where it is of neither."""
    if mark.section == "age":
        return mark.value != "under"
    return mark.value == "up" if mark.is_of("filler", "up", "down") else None


def _paired(one: Measure, other: Measure, *, is_more: bool) -> tuple[Measure, Measure]:
    if Measure.MONEY_IN in {one, other}:
        one, other = _FLOW.get(one, one), _FLOW.get(other, other)
    return (one, other) if is_more else (other, one)
