"""Whether a question counts: "how many", "скільки продажів", "сколько было заказов"."""

from collections.abc import Sequence
from itertools import pairwise

from parsing.questions.marks import PERSON, Mark

_SOLD = ("прод", "реаліз", "реализ")
_HOW_MANY = ("ск", "skil", "skol")
"""How "скільки" and "сколько" begin, however misspelt."""
_OF_HOW_MANY = ("скільк", "скольк")
_BENT = ("ьком", "ьким", "ькох", "ьких")
"""How these end where they stand beside people: "скільком постачальникам", "у скольких"."""
_MANY = ("ів", "ов", "ев", "ей")
"""How many people end."""


def is_counting(marks: Sequence[Mark]) -> bool:
    """Tell whether entries, customers or orders are counted."""
    if any(mark.is_of("ask", "count") for mark in marks):
        return True
    if any(mark.is_of("shape", "stock") and is_how_many(mark) for mark in marks):
        return any(mark.section == "counted" for mark in marks)  # "чеки від 40 000, скільки штук"
    if _are_goods(marks) or _are_people(marks):
        return True
    for at, mark in enumerate(marks):
        if mark.section == "counted" or _is_counted_sale(mark) or _is_counted_people(mark):
            before = at - 1
            while before >= 0 and _is_passed_over(marks[before], mark):
                before -= 1
            if before >= 0 and is_how_many(marks[before]):
                return True
    return False


def _are_goods(marks: Sequence[Mark]) -> bool:
    """Tell whether pieces of something are counted that were sold: "скільки котлів продали"."""
    is_sold = any(
        mark.is_of("measure", "sales") and mark.text.casefold().startswith(_SOLD) for mark in marks
    )
    return is_sold and any(
        is_how_many(one)
        and two.section in {"name", "word", "spec"}
        and two.text.islower()
        and not two.value.startswith(PERSON)
        and two.text.endswith(_MANY)
        for one, two in pairwise(marks)
    )


def is_how_many(mark: Mark) -> bool:
    """Tell whether a mark says how many, be it within "а сколько"."""
    is_asked = mark.section in {"ask", "follow", "measure", "shape"}
    return is_asked and any(each.startswith(_HOW_MANY) for each in mark.text.casefold().split())


def _are_people(marks: Sequence[Mark]) -> bool:
    """Tell whether people are counted whom something was done to: "скольким поставщикам"."""
    return any(two.section == "group" and _is_bent(one) for one, two in pairwise(marks))


def _is_bent(mark: Mark) -> bool:
    """Tell whether a word asks how many people something was done to: "скольким", "скільком"."""
    said = mark.text.casefold().split()[-1:]
    return any(each.startswith(_OF_HOW_MANY) and each.endswith(_BENT) for each in said)


def _is_passed_over(mark: Mark, counted: Mark) -> bool:
    """Tell whether a word may stand between "how many" and what is counted."""
    is_average = mark.is_of("shape", "average") and counted.is_of("counted", "orders")
    is_passed = is_average or mark.is_of("shape", "repeated")
    return mark.section in {"filler", "gap"} or is_passed


def _is_counted_sale(mark: Mark) -> bool:
    """Tell whether a word that is many things in Russian may count: "сколько продаж"."""
    return mark.text.casefold() in {"продаж", "закупок", "покупок", "выплат"}


def _is_counted_people(mark: Mark) -> bool:
    """Tell whether people are counted: "скільки клієнтів", "сколько поставщиков"."""
    return mark.section == "group" and mark.text.casefold().endswith(_MANY)


def are_orders(marks: Sequence[Mark]) -> bool:
    """Tell whether orders are asked for, which are counted, not what they came to."""
    is_summed = any(mark.is_of("measure", "sales", "margin") for mark in marks)
    return any(mark.is_of("counted", "orders") for mark in marks) and not is_summed
