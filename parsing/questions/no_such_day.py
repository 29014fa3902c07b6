"""Days that no month has: "31 November", "30 февраля"; ending a stretch they are its last."""

import calendar
from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.query import Doubt, Unclear

_LEAP = 2024
_DAY_MAX, _DIGITS_MAX, _MONTHS = 31, 2, 12
_DASHES = frozenset("-–—")
_OF = frozenset({"of", "the"})


def no_such_day(marks: Sequence[Mark]) -> Doubt | None:
    """Doubt a day that there is not; None where all that are named may be."""
    said = _missing(marks)
    return None if said is None else Doubt(Unclear.NO_DAY, (said,))


def _missing(marks: Sequence[Mark]) -> str | None:
    for at, mark in enumerate(marks):
        if mark.section == "month":
            number = _number_beside(marks, at)
            if number is not None and _is_beyond(int(marks[number].value), int(mark.value)):
                first, last = sorted((marks[number], mark), key=lambda each: each.start)
                return f"{first.text} {last.text}"
        digits = _dated_digits(marks, at)
        if digits is not None:
            return digits
    return None


def until_its_last(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take the end of a stretch that is beyond its month for its last day: "1–31 November"."""
    kept = list(marks)
    for at, mark in enumerate(marks):
        number = _number_beside(marks, at) if mark.section == "month" else None
        if number is None or not _ends_stretch(marks, number):
            continue
        day, last = int(marks[number].value), _last_of(int(mark.value))
        if last < day <= _DAY_MAX:
            kept[number] = marks[number]._replace(value=str(last), text=str(last))
    return tuple(kept)


def _number_beside(marks: Sequence[Mark], month: int) -> int | None:
    """Give the place of the day before a month, or of one right after it that is no year."""
    before = month - 1
    while before >= 0 and fold(marks[before].text) in _OF:
        before -= 1
    return next((at for at in (before, month + 1) if _is_day(marks, at)), None)


def _is_day(marks: Sequence[Mark], at: int) -> bool:
    if not 0 <= at < len(marks):
        return False
    mark = marks[at]
    is_number = mark.section == "digits" and mark.value.isdecimal()
    return is_number and 0 < len(mark.value) <= _DIGITS_MAX


def _is_beyond(day: int, month: int) -> bool:
    """Tell whether no year has such a day; more than 31 are no day, but how many of something."""
    return _last_of(month) < day <= _DAY_MAX


def _last_of(month: int) -> int:
    return calendar.monthrange(_LEAP, month)[1]


def _ends_stretch(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether a day stands after "to", and another one before that."""
    link = marks[at - 1] if at else None
    is_link = link is not None and (
        link.text in _DASHES or link.is_of("joiner", "to") or link.is_of("when", "until")
    )
    return is_link and any(mark.section == "digits" for mark in marks[: at - 1])


def _dated_digits(marks: Sequence[Mark], at: int) -> str | None:
    """Give "31.11" or "30.02.2026" where a text has it as a date that there is not."""
    parts = marks[at : at + 3]
    if len(parts) < 3 or not (_is_day(parts, 0) and parts[1].text == "." and _is_day(parts, 2)):
        return None
    is_joined = parts[0].end == parts[1].start and parts[1].end == parts[2].start
    day, month = int(parts[0].value), int(parts[2].value)
    is_date = is_joined and len(parts[2].value) == _DIGITS_MAX and 1 <= month <= _MONTHS
    return f"{parts[0].text}.{parts[2].text}" if is_date and _is_beyond(day, month) else None
