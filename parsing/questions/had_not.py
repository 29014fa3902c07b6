"""What would be otherwise: "if we hadn't paid rent", "якби не реклама", "if debts are paid"."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.counting import is_how_many
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP

_IF = ("якби", "якщо б", "що якби", "если бы", "если б", "что если", "what if", "if", "suppose")
_NOT = ("not ", "не ")
_SPENT = ("money_out", "expenses", "owe", "payments", "pays", "to_pay")
_WHEN_PAID = ("якщо", "якби", "если", "if", "коли б", "once", "suppose")
_PAYING = (
    "оплат", "сплат", "заплат", "отдад", "отдаст", "віддад", "вернут", "вернет", "поверн",
    "рассчит", "розрах", "погас", "закро", "pay", "paid", "settle", "clear",
)  # fmt: skip
_LEFT = frozenset({"filler", "gap", "sign"})


def without_supposed(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take what is supposed not to have been spent for what a figure is asked without.

    A debt that is never paid, a day that was no holiday change what no book can tell.
    """
    at = next((at for at, mark in enumerate(marks) if _supposes(mark)), None)
    if at is None:
        return tuple(marks)
    kinds = (i for i in range(at + 1, len(marks)) if marks[i].section in {"category", "spec"})
    kind = next(kinds, 0)
    between = marks[at + 1 : kind]
    is_denied = any(map(_denies, between)) and all(map(_may_stand, between))
    if not kind or not is_denied:
        return tuple(marks)
    without = marks[at]._replace(section="filler", value="without")
    return (*map(_asked, marks[:at]), without, *map(_asked, marks[kind:]))


def supposes_paid(marks: Sequence[Mark]) -> bool:
    """Tell whether debts are supposed to be paid: "how much is left if all debts are paid".

    An amount that somebody thinks of spending is none of them, but a question for the forecast.
    """
    at = next((i for i, mark in enumerate(marks) if fold(mark.text).startswith(_WHEN_PAID)), None)
    if at is None or not any(map(_asks_how_much, marks[:at])):
        return False
    said = marks[at + 1 :]
    is_of_debts = any(mark.is_of("measure", "owe") for mark in said)
    is_paid = any(fold(mark.text).startswith(_PAYING) for mark in said)
    return is_of_debts and is_paid and not any(mark.section == "digits" for mark in said)


def _asks_how_much(mark: Mark) -> bool:
    is_ahead = mark.is_of("shape", "forecast") or mark.is_of("when", "ahead")
    return (
        mark.is_of("ask", "how_much")
        or is_ahead
        or (mark.section == "follow" and is_how_many(mark))
    )


def _supposes(mark: Mark) -> bool:
    is_word = mark.section in {"filler", "follow"} or mark.is_of("shape", "elsewhere")
    return is_word and fold(mark.text).removeprefix("а ").startswith(_IF)


def _denies(mark: Mark) -> bool:
    said = fold(mark.text)
    return mark.is_of("filler", "not") or said.startswith(_NOT) or "n't" in said


def _may_stand(mark: Mark) -> bool:
    return mark.section in _LEFT or mark.is_of("measure", *_SPENT)


def _asked(mark: Mark) -> Mark:
    """Leave out of what is asked that it would be so."""
    return GAP if mark.is_of("shape", "elsewhere") else mark
