"""Days that are counted back by a number in words: "for three months", "за два квартали"."""

from collections.abc import Sequence
from itertools import pairwise

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark

_COUNTS = frozenset(
    map(
        fold,
        (
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
            "fourteen", "fifteen", "twenty", "thirty", "forty", "forty-five", "fifty", "sixty",
            "ninety", "couple", "couple of", "a couple", "a couple of", "dozen", "a dozen",
            "два", "дві", "двоє", "двох", "три", "троє", "трьох", "чотири", "чотирьох", "п'ять",
            "п'яти", "пяти", "шість", "шести", "сім", "семи", "вісім", "восьми", "дев'ять",
            "десять", "десяти", "дванадцять", "дванадцяти", "чотирнадцять", "п'ятнадцять",
            "двадцять", "тридцять", "сорок", "п'ятдесят", "шістдесят", "дев'яносто", "пару",
            "две", "двух", "трёх", "четыре", "четырёх", "пять", "шесть", "семь", "восемь",
            "девять", "двенадцать", "двенадцати", "четырнадцать", "пятнадцать", "двадцать",
            "тридцать", "пятьдесят", "шестьдесят", "девяносто",
        ),
    )
)  # fmt: skip
"""Words that count; "second" and "третій" say which one it is."""
_FOR = frozenset(
    map(
        fold,
        (
            "for", "in", "over", "within", "during", "across", "за", "протягом", "впродовж",
            "упродовж", "в течение", "течение", "these", "all", "whole", "ці", "цих", "всі", "усі",
            "цілих", "эти", "этих", "все", "целых",
        ),
    )
)  # fmt: skip
_OF = frozenset({"measure", "counted", "category", "spec"})
_MANY = ("s", "и", "і", "ы", "а", "ів", "ов")
"""How quarters and halves end of which there are several."""
_PARTS = ("quarter", "half")
_YEARS_MAX = 9
_SUMMED = ("sales", "expenses", "result", "margin", "money_in", "money_out", "refunds", "cost",
           "purchases", "fees")  # fmt: skip
_AGED = ("owe", "to_pay", "advances", "unfiled", "drafts", "problems", "in_transit", "balance")
_ORDERS = frozenset({"order", "orders", "unpaid", "overdue"})
_SOME = frozenset(
    map(
        fold,
        (
            "several", "a few", "few", "кілька", "декілька", "кількох", "декількох",
            "півтора", "полтора", "полутора", "несколько", "нескольких",
        ),
    )
)  # fmt: skip
"""Words that say that there are several, and not how many."""


def counts_back(before: Mark, number: Mark, unit: Mark) -> bool:
    """Tell whether a number says how many units back days go, and not which unit they are.

    Args:
        before: the mark before the number.
        number: digits, or a word that counts or ranks.
        unit: the unit behind it.
    """
    if unit.is_of("unit", *_PARTS) and not are_many(number, unit):
        return False
    if unit.is_of("unit", "year") and int(number.value) > _YEARS_MAX:
        return False  # "for 26" is a year
    if number.section == "digits":
        return True
    is_led = fold(before.text) in _FOR or before.is_of("when", "this") or before.section in _OF
    return is_led and fold(number.text) in _COUNTS


def are_many(*marks: Mark) -> bool:
    """Tell whether a number and its unit count parts of a year: "два квартали" are no second."""
    if len(marks) != len(_PARTS) or not marks[1].is_of("unit", *_PARTS):
        return False
    number, unit = marks
    is_counted = number.section == "digits" or fold(number.text) in _COUNTS
    return is_counted and fold(unit.text).endswith(_MANY)


def says_some(mark: Mark) -> bool:
    """Tell whether a word says that there are several, or one and a half, and no number."""
    return fold(mark.text) in _SOME


def in_vain(marks: Sequence[Mark], *, is_limited: bool) -> tuple[str, ...]:
    """Give the words that say of how many units days are, or which of them, and were not read.

    Args:
        marks: what a question says beside its days, for each of which a gap stands.
        is_limited: a number says how many rows are told.
    """
    for one, two in pairwise(marks):
        is_which = one.section == "number" and int(one.value) > 1 and not is_limited
        is_some = says_some(one) and one.section in {"filler", "unit"}
        if two.section == "gap" and (is_which or is_some):
            return (one.text,)
    return ()


def over_days(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "sales over three months" for as long, where nothing is asked that has an age."""
    is_of_days = any(mark.is_of("measure", *_SUMMED) for mark in marks)
    is_aged = any(mark.is_of("measure", *_AGED) or fold(mark.text) in _ORDERS for mark in marks)
    if not is_of_days or is_aged:
        return tuple(marks)
    found = list(marks)
    for at, (one, two, three) in enumerate(zip(marks, marks[1:], marks[2:], strict=False)):
        is_count = two.section in {"digits", "number"} and three.section == "unit"
        if fold(one.text) == "over" and is_count:
            found[at] = one._replace(section="filler", value="plain")
    return tuple(found)
