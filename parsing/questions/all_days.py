"""All that a name ever came to: "сколько всего купила Олена", "how much did Ihor get in total"."""

import datetime as dt

from ledger.days import Days
from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.periods import ever
from parsing.questions.slots import Slots

_IN_ALL = (
    "in total", "total", "in all", "all told", "altogether", "overall", "всього", "усього",
    "загалом", "всего", "в сумме", "суммарно", "сумарно", "тотал",
)  # fmt: skip
_WHETHER = ("did ", "has ", "have ", "had ", "was ", "were ", "чи ")
_NOUNS = ("refund", "return of", "returns", "возврат", "поверненн", "повернень")
"""What names refunds as a figure, and asks nothing of whether there were any."""
_STATES = ("owe", "to_pay", "balance", "advances", "unfiled", "in_transit", "drafts", "problems",
           "stuck", "result", "margin")  # fmt: skip
"""What stands so by now, or is nobody's."""
_ROWS = frozenset({"group", "rank", "shape", "age", "month", "weekday", "when"})
_OTHER = ("compare", "against", "by_how_much", "why", "when", "plan", "order")


def days_in_all(slots: Slots, today: dt.date) -> Days | None:
    """Give all days where it is asked what a name came to in all, and no days are named."""
    is_said = any(map(_says_in_all, slots.marks)) or any(map(_is_in_all, slots.place_words))
    is_said = is_said or _is_whether_returned(slots)
    is_other = any(
        mark.section in _ROWS or mark.is_of("measure", *_STATES) or mark.is_of("ask", *_OTHER)
        for mark in slots.marks
    )
    is_of_name = bool(slots.about or slots.told_by) and not slots.periods
    return ever(today) if is_said and is_of_name and not is_other else None


def _is_whether_returned(slots: Slots) -> bool:
    """Tell whether it is asked if something ever came back: "did Olena bring anything back"."""
    verbs = (mark.text for mark in slots.marks if mark.is_of("measure", "refunds"))
    is_done = any(not fold(each).startswith(_NOUNS) for each in verbs)
    is_led = bool(slots.marks) and f"{fold(slots.marks[0].text)} ".startswith(_WHETHER)
    is_asked = is_done or (is_led and slots.has("measure", "refunds"))
    return is_asked and not slots.has("ask") and not slots.is_counting


def _says_in_all(mark: Mark) -> bool:
    return mark.section in {"ask", "filler"} and _is_in_all(mark.text)


def _is_in_all(text: str) -> bool:
    return any(f" {each} " in f" {fold(text)} " for each in _IN_ALL)
