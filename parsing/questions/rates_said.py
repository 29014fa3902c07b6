"""Bounds in per cent: "margin under 5 percent", "наценка больше 30 %"."""

from collections.abc import Sequence
from typing import NamedTuple

from parsing.questions.marks import Mark
from parsing.questions.numbers_said import bound_at, gapped

_PERCENT = ("%", "percent", "per cent", "pct", "проц", "відсот")
_HUNDRED = 100


class Rates(NamedTuple):
    """What a share is to come to, in whole per cent."""

    least: int | None = None
    most: int | None = None


NO_RATES = Rates()


def without_rates(marks: Sequence[Mark]) -> tuple[Rates, tuple[Mark, ...]]:
    """Take out how many per cent something is held against: "less than 15% margin"."""
    for at, mark in enumerate(marks):
        if mark.section not in {"digits", "number"} or not _is_percent(marks, at + 1):
            continue
        bound = bound_at(marks, at)
        if bound is None or not mark.value.isdecimal() or int(mark.value) > _HUNDRED:
            continue
        start, is_less = bound
        rate = int(mark.value)
        rest = gapped(marks, start, at + 2)
        return (Rates(most=rate) if is_less else Rates(least=rate)), rest
    return NO_RATES, tuple(marks)


def _is_percent(marks: Sequence[Mark], at: int) -> bool:
    return at < len(marks) and marks[at].text.casefold().startswith(_PERCENT)
