"""Money that nobody could say what for: "payments we couldn't match to an order"."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark

_MATCHES = (
    "sorted", "розібра", "разобра", "розбира", "разбира",
    "match", "link", "tie", "attach", "assign", "allocat", "identif", "recogni", "прив'яз",
    "привяз", "зістав", "сопостав", "розпізна", "распозна", "ідентиф", "идентиф", "впізна",
    "опозна", "пов'яза", "связа", "рознес", "разнес", "підв'яз", "подвяз", "визначи", "определи",
)  # fmt: skip
_DENIES = ("can't", "cant", "couldn't", "couldnt", "cannot", "unable", "не", "ніхто", "никто")
_TO = frozenset({"to", "with", "an", "a", "any", "до", "к", "ко", "з", "із", "с", "со", "жодного",
                 "жодним", "ни", "ні", "одному", "одним"})  # fmt: skip
_THINGS = ("order", "sale", "invoice", "замовл", "заказ", "продаж", "рахунк", "счет", "угод")
_NEAR = 3
_PAID = frozenset({"money_in", "money_out", "pays", "payments", "unfiled"})


def with_unmatched(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "we couldn't match to an order" for what is not filed."""
    at = next((at for at in range(len(marks)) if _is_unmatched(marks, at)), None)
    if at is None:
        return tuple(marks)
    end = at + 1
    while end < len(marks) and _passes(marks[end]):
        end += 1
    kept = [mark for mark in marks[:at] if not mark.is_of("measure", *_PAID)]
    return (*kept, marks[at]._replace(section="measure", value="unfiled"), *marks[end:])


def _is_unmatched(marks: Sequence[Mark], at: int) -> bool:
    words = fold(marks[at].text).split()
    if marks[at].section in {"measure", "category"} or not words:
        return False
    near = marks[max(0, at - _NEAR) : at]
    is_denied = words[0] in _DENIES or any(map(_denies, near))
    return is_denied and words[-1].startswith(_MATCHES)


def _denies(mark: Mark) -> bool:
    return mark.is_of("filler", "not") or fold(mark.text) in _DENIES


def _passes(mark: Mark) -> bool:
    said = fold(mark.text)
    return said in _TO or said.startswith(_THINGS)
