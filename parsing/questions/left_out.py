"""What a question leaves out of a figure, and the talk that comes before what it asks."""

from collections.abc import Collection, Sequence

from ledger.cash import CashCategory
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP, gapped

_STAFF = (CashCategory.SALARY, CashCategory.SALARY_ADVANCE)
_BETWEEN = frozenset({"filler", "sign", "joiner"})
_OPENS = frozenset({"how_much", "count", "list", "entries", "why", "compare", "report", "when"})
_TALK_MIN = 4
"""So many words at least are talk; fewer are a part of the question."""


def without_left_out(
    marks: Sequence[Mark],
) -> tuple[tuple[CashCategory, ...], tuple[Mark, ...]]:
    """Take out categories that a figure is asked without: "profit without rent", "крім оренди"."""
    for at, mark in enumerate(marks):
        if not mark.is_of("filler", "without"):
            continue
        left: list[CashCategory] = []
        end = at + 1
        for place in range(at + 1, len(marks)):
            named = _named(marks[place])
            if named:
                left += [each for each in named if each not in left]
                end = place + 1
            elif marks[place].section not in _BETWEEN and not _is_spending(marks[place]):
                break
        if left:
            return tuple(left), gapped(marks, at, end)
    return (), tuple(marks)


def called(marks: Sequence[Mark], left: Collection[CashCategory]) -> tuple[str, ...]:
    """Give how somebody called the categories that he left out."""
    return tuple(mark.text for mark in marks if not {*_named(mark)}.isdisjoint(left))


def _is_spending(mark: Mark) -> bool:
    """Tell whether a word only says that what follows is spent: "без витрат на рекламу"."""
    return mark.is_of("measure", "expenses")


def _named(mark: Mark) -> tuple[CashCategory, ...]:
    if mark.is_of("measure", "staff"):
        return _STAFF
    return (CashCategory(mark.value),) if mark.section in {"category", "spec"} else ()


def without_talk(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave out what is said before the question: "I'm with the accountant, she asks how much…".

    The talk names somebody who says or asks; the question begins with what it wants to know, and
    says what is measured itself.
    """
    says = [at for at, mark in enumerate(marks) if mark.is_of("filler", "says")]
    for at in says:
        opens = range(at + 1, len(marks))
        start = next((each for each in opens if marks[each].section == "ask"), None)
        if start is None or start < _TALK_MIN or marks[start].value not in _OPENS:
            continue
        rest = marks[start:]
        if any(mark.section in {"measure", "counted", "category"} for mark in rest):
            return (GAP, *rest)
    return tuple(marks)
