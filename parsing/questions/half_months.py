"""Half a month in one word: "первые полмесяца ноября", "другі півмісяця", "half a month"."""

from collections.abc import Sequence

from parsing.questions.marks import Mark

_ORDINALS = frozenset({"number", "digits"})
_DAYS = "15"
_DATED = frozenset({"month", "when"})


def halves_of_month(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Put half a month as the grammar reads it: a half of a month, or so many days.

    One that is counted is of the month that is named behind it, else of the running one; one
    that is not are the last fifteen days, and of a month that is named its first half.
    """
    found: list[Mark] = []
    for at, mark in enumerate(marks):
        if not mark.is_of("unit", "half_month"):
            found.append(mark)
            continue
        before = marks[at - 1] if at else None
        is_dated = any(each.section in _DATED for each in marks[at + 1 : at + 3])
        if is_dated or (before is not None and before.section in _ORDINALS):
            found.append(mark._replace(value="half"))
            found += [] if is_dated else _running(mark)
            continue
        if before is None or not before.is_of("when", "last"):
            found.append(mark._replace(section="when", value="last"))
        found.append(mark._replace(section="digits", value=_DAYS))
        found.append(mark._replace(value="day"))
    return tuple(found)


def _running(mark: Mark) -> list[Mark]:
    this = mark._replace(section="when", value="this")
    return [this, mark._replace(value="month")]
