"""What days are held against where no others are named: "than usual", "обычного", "ніж завжди"."""

import datetime as dt
from collections.abc import Container, Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP, NOTHING, gapped

_USUAL = (
    "usual", "normal", "typical", "always", "ordinary", "norm", "обычн", "завжд", "всегда",
    "зазвич", "звичайн", "звичн", "привычн", "типов", "типичн", "норм",
)  # fmt: skip
_AVERAGE = ("average", "avg", "средн", "серед")
_NORMAL = ("normal", "usual", "нормальн", "обычн", "звичайн")
_WHOLE = (
    "to usual",
    "than usual",
    "than normal",
    "as usual",
    "vs usual",
    "как обычно",
    "как всегда",
    "як завжди",
    "як зазвичай",
    "як звичайно",
)
_THAN = frozenset({"than", "ніж", "чим", "чем", "above", "below", "under", "over"})
_WITH = frozenset({"to", "with", "з", "із", "зі", "с", "со", "до", "к"})
_AS = frozenset({"as", "как", "як"})
_OF_DAYS = frozenset({"weekday", "unit", "filler"})
_SILENT = frozenset({"filler", "gap"})
_PLURALS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "понеділк",
    "понедельник", "вівторк", "вторник", "четверг", "п'ятниц", "пятниц", "субот", "суббот",
    "неділ", "воскрес",
)  # fmt: skip
"""Days of the week that a word list does not know as such where they are many."""
_COUNTED = frozenset({"digits", "number"})
_LAST = frozenset({"last", "previous", "past"})
_FOUR = "4"
"""Of so many weeks before what is usual is told."""
_TODAY = "today"


def without_usual(marks: Sequence[Mark], today: dt.date) -> tuple[bool, tuple[Mark, ...]]:
    """Take out what says that days are held against such days as they usually are.

    A bare weekday that today is one of is today then: "понеділок, краще ніж завжди?".
    """
    weeks = _last_weekdays(marks)
    if weeks is not None:
        return True, gapped(marks, *weeks)
    at = next((at for at in range(len(marks)) if _is_usual(marks, at)), None)
    if at is None:
        return False, tuple(marks)
    end = at + 1
    while end < len(marks) and marks[end].section in _OF_DAYS:
        end += 1
    rest = [*marks[:at], GAP, *marks[end:]]
    return True, tuple(_as_today(mark, today) for mark in rest)


def _last_weekdays(marks: Sequence[Mark]) -> tuple[int, int] | None:
    """Give where a day is held against the last four like it: "this Monday vs the last 4 Mondays".

    What is usual is the middle of those.
    """
    for at in range(1, len(marks) - 2):
        said = marks[at : at + 3]
        led = next((each for each in reversed(marks[:at]) if not _is_plain(each)), NOTHING)
        is_led = led.is_of("ask", "against", "compare") or _leads(led)
        is_led = is_led or led.is_of("joiner") or led.is_of("when", "since")
        is_last = any(each.section == "when" and each.value in _LAST for each in said)
        is_four = any(each.section in _COUNTED and each.value == _FOUR for each in said)
        is_weekday = said[-1].section == "weekday" or fold(said[-1].text).startswith(_PLURALS)
        if is_led and is_last and is_four and is_weekday:
            return at, at + 3
    return None


def _is_plain(mark: Mark) -> bool:
    return mark.is_of("filler", "plain") and not _leads(mark)


def _is_usual(marks: Sequence[Mark], at: int) -> bool:
    mark = marks[at]
    said = fold(mark.text)
    is_normal = said.startswith(_NORMAL) and (_closes(marks, at) or _opens(marks, at))
    if said.endswith(_WHOLE) or is_normal:
        return True
    if mark.section in {"period", "weekday", "name", "category"} or mark.value == "average_sale":
        return False
    said = said.removeprefix("an ").removeprefix("a ").removeprefix("the ")
    is_average = said.startswith(_AVERAGE)
    if not is_average and not said.startswith(_USUAL):
        return False
    before = at - 1
    while before >= 0 and marks[before].section in _SILENT and not _leads(marks[before]):
        before -= 1
    led = marks[before] if before >= 0 else NOTHING
    if not is_average and _says(led, _AS) and not said.startswith("norm"):
        return True
    is_than = led.is_of("joiner", "than") or led.is_of("ask", "against") or _says(led, _THAN)
    if is_than or is_average:
        return is_than
    held = [each for each in marks[:at] if each.is_of("ask", "against", "compare")]
    is_moved = led.is_of("filler", "up", "down") or led.section == "age" or led in held
    return is_moved or (bool(held) and _says(led, _WITH))


def _opens(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether a word opens a question of a figure: "чи нормальний сьогодні виторг"."""
    is_led = at == 1 and fold(marks[0].text) in {"чи", "is", "are"}
    return is_led and any(mark.section == "measure" for mark in marks)


def _closes(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether a word ends a question of a figure: "are today's sales normal"."""
    rest = (mark for mark in marks[at + 1 :] if mark.section not in {"sign", "gap", "filler"})
    is_figure = marks[0].is_of("filler", "plain") and any(
        mark.section == "measure" for mark in marks
    )
    is_day = any(mark.section in {"period", "weekday"} for mark in marks[:at])
    is_day = is_day and any(mark.text == "?" for mark in marks)
    return (is_figure or is_day) and at > 1 and not any(rest)


def _leads(mark: Mark) -> bool:
    return mark.is_of("filler", "up", "down") or _says(mark, _THAN | _WITH | _AS)


def _says(mark: Mark, words: Container[str]) -> bool:
    return fold(mark.text).rpartition(" ")[2] in words


def _as_today(mark: Mark, today: dt.date) -> Mark:
    is_bare = mark.section == "weekday" and " " not in mark.text
    is_today = is_bare and int(mark.value) == today.weekday()
    return mark._replace(section="period", value=_TODAY) if is_today else mark
