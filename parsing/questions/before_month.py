"""Days before a month, as those from the beginning of its year: "sales before November"."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark

_BEFORE = frozenset({"before", "prior to", "до", "перед"})
_STATES = frozenset({"owe", "balance", "to_pay", "stuck", "advances", "unfiled", "margin"})
_DATED = frozenset({"month", "unit", "period", "digits", "number", "weekday", "when"})


def before_month(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Put months from the first of a year for what is said to be before one of its months.

    Of what is owed or there "before" is another thing, and days from somewhere on end there.
    """
    is_state = any(mark.is_of("measure", *_STATES) for mark in marks)
    is_sold = any(mark.section in {"measure", "category", "counted"} for mark in marks)
    for at, mark in enumerate(marks[:-1]):
        month = marks[at + 1]
        is_led = fold(mark.text) in _BEFORE and month.section == "month"
        if not is_led or is_state or not is_sold or int(month.value) == 1:
            continue
        if any(each.section in _DATED or each.is_of("joiner", "from") for each in marks[:at]):
            continue
        first = month._replace(value="1")
        last = month._replace(value=str(int(month.value) - 1))
        to = mark._replace(section="joiner", value="to", text="to")
        since = mark._replace(section="joiner", value="from", text="from")
        return (*marks[:at], since, first, to, last, *marks[at + 2 :])
    return tuple(marks)
