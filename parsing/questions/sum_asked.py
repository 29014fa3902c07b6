"""The sum of one entry that somebody asks about: what it was, to whom it went, if there is one.

"Что это за 3300", "кому заплатили 16000", "is there a payment of 7400".
"""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP, NOTHING, amount_at

_AMOUNT_MIN, _YEARS = 100, range(2000, 2100)
_PAYMENT = ("pays", "money_out", "money_in", "payments", "owe")
_WHAT = (
    "what is this", "what was this", "what is that", "what was that", "what's this", "what's that",
    "what is the", "what was the", "what's the", "whats this", "whats that", "whats the",
    "що за", "що це за", "за що", "що то за", "что за", "что это за", "за что", "что то за",
    "шо за", "шо це за", "шо то за", "шо это за", "чо за", "че за", "чё за", "че это за",
    "what did we pay", "куди пішли", "куди пішло", "куда ушли", "куда ушло", "куда пошли",
)  # fmt: skip
"""What somebody asks before the sum of an entry."""
_WHOM = frozenset({"кому", "whom", "to whom", "from whom", "от кого", "від кого", "з кого"})
_IS_THERE = ("чи є", "чи був", "чи була", "есть ли", "был ли", "была ли", "is there", "is there a",
             "was there a", "is there any", "was there any")  # fmt: skip
_OF = frozenset({"of", "for", "на", "в", "у"})


def very_sum(marks: Sequence[Mark]) -> tuple[int, tuple[Mark, ...]]:
    """Take out the sum of an entry that is asked about.

    Returns:
        The sum in whole units, nought where none is asked about so; and the other marks.
    """
    for at, mark in enumerate(marks):
        amount, end = amount_at(marks, at) if mark.section == "digits" else (0, at)
        after = marks[end] if end < len(marks) else NOTHING
        is_dated = after.section in {"unit", "month"} or amount in _YEARS
        begun = None if amount < _AMOUNT_MIN or is_dated else _begun(marks[:at])
        if begun is None:
            continue
        is_of_day = after.is_of("joiner", "from")  # "from 14 November" is of that day
        return amount, (*marks[:begun], GAP, *marks[end + is_of_day :])
    return 0, tuple(marks)


def _begun(before: Sequence[Mark]) -> int | None:
    """Give where the sum begins with the noun for it; None where it is not asked about."""
    said = [(at, mark) for at, mark in enumerate(before) if mark.section not in {"sign", "gap"}]
    while said and fold(said[-1][1].text) in _OF:
        said.pop()
    if not said:
        return None
    place, last = said[-1]
    is_payment = last.is_of("measure", *_PAYMENT)
    opening = " ".join(fold(mark.text) for _, mark in (said[:-1] if is_payment else said))
    if is_payment and opening in _WHOM:
        return len(before)  # which way it went is kept
    is_asked = opening.endswith(_WHAT) or (is_payment and opening.endswith(_IS_THERE))
    if not is_asked:
        return None
    return place if is_payment else len(before)
