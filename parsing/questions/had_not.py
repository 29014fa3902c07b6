"""What days would have come to without something: "if we hadn't paid rent", "якби не реклама"."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP

_IF = ("якби", "якщо б", "що якби", "если бы", "если б", "что если", "what if", "if", "suppose")
_NOT = ("not ", "не ")
_SPENT = ("money_out", "expenses", "owe", "payments", "pays", "to_pay")
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
