"""Debts that began before a month: "unpaid since before September", "борги ще з до вересня"."""

import datetime as dt
from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import NOTHING, gapped

_BEFORE = frozenset({"before", "до", "earlier than", "раніше", "раньше", "prior to"})
_OPEN = ("owe", "to_pay", "unfiled", "drafts", "problems", "in_transit", "stuck")


def without_begun(marks: Sequence[Mark], today: dt.date) -> tuple[int, tuple[Mark, ...]]:
    """Take out the month that something open began before.

    Returns:
        How many days old it is at least, nought where no such month is named; and the other marks.
    """
    if not any(mark.is_of("measure", *_OPEN) for mark in marks):
        return 0, tuple(marks)
    for at, mark in enumerate(marks):
        following = [marks[i] if i < len(marks) else NOTHING for i in (at + 1, at + 2)]
        is_since = mark.is_of("when", "since") or mark.is_of("joiner", "from")
        is_before = is_since and fold(following[0].text) in _BEFORE
        is_older = mark.is_of("age", "over", "older")
        month = following[is_before]
        if (is_before or is_older) and month.section == "month":
            number = int(month.value)
            year = today.year - (dt.date(today.year, number, 1) > today)
            first = dt.date(year, number, 1)
            return (today - first).days, gapped(marks, at, at + 2 + is_before)
    return 0, tuple(marks)
