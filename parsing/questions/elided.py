"""Units that are said once for several ordinals: "2 и 3 кварталы", "first half vs second"."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP, NOTHING

_PARTS = frozenset({"quarter", "half"})
_PLACES = frozenset("1234")
_ORDINALS = (
    "first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th", "перш", "перв", "друг",
    "втор", "трет", "четверт", "1", "2", "3", "4",
)  # fmt: skip
_WORDS = ("first", "second", "third", "fourth", "перш", "перв", "друг", "втор", "трет", "четверт")
_LINKS = frozenset(
    {"or", "чи", "або", "или", "либо", "к", "ко", "до", "з", "із", "со", "с", "with"}
)
_HELD = frozenset({"зі", "із", "vs", "against", "проти", "против", "and"})
_WHEN = ("when", "this", "last", "previous")
_SAME = frozenset({"the same", "same", "такий же", "такой же", "той самий", "тот же"})
_SILENT = frozenset({"filler", "sign", "joiner"})
_DAY_MAX = 31
_OUTER = frozenset({"month", "unit"})


def completed(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Say a quarter or a half anew after each ordinal that goes without it.

    What such a part is of is said anew, too: "the first half of October against the second".
    """
    found = list(marks)
    for at in reversed(range(len(marks))):
        after = _linked(marks, at + 1)
        unit = found[after + 1] if after is not None and after + 1 < len(found) else None
        is_alone = _is_place(marks[at]) and after is not None and _is_place(marks[after])
        is_when = after is not None and marks[at].is_of(*_WHEN) and marks[after].is_of(*_WHEN)
        if is_when and unit is not None and unit.section == "unit":
            found.insert(at + 1, unit)  # "за эту и прошлую неделю"
            return completed(found)
        if is_alone and unit is not None and after is not None and unit.is_of("unit", *_PARTS):
            found[at + 1 : at + 1] = [unit, *_outer(found, after + 2)]
            return completed(found)
    return _held(_after_first(_with_days(_with_month(_day_held(found)))))


def _day_held(marks: list[Mark]) -> list[Mark]:
    """Say the month of a day anew after the one it is compared with: "10 листопада з 9м"."""
    found = list(marks)
    if not any(mark.is_of("ask", "compare") for mark in marks):
        return found
    for at in reversed(range(len(marks) - 3)):
        day, month, link, other = found[at : at + 4]
        is_dated = _is_day(day) and month.section == "month" and _is_day(other)
        after = found[at + 4] if at + 4 < len(found) else NOTHING
        is_alone = after.section not in {"month", "unit", "digits"}
        if is_dated and is_alone and fold(link.text) in _LINKS | _HELD:
            found[at + 2 : at + 4] = [GAP, other, month]
    return found


def _with_days(marks: list[Mark]) -> list[Mark]:
    """Say "days" anew after a number of first ones: "first 20 days of May against first 20 of"."""
    units = [at for at in range(len(marks)) if _is_first_days(marks, at)]
    if not units:
        return marks
    unit = marks[units[0] + 2]
    found = list(marks)
    for at in reversed(range(units[0] + 3, len(marks) - 2)):
        is_number = _is_day(marks[at + 1])
        end = at + 2
        while end < len(marks) and fold(marks[end].text) in {"of", "the"}:
            end += 1
        is_month = end < len(marks) and marks[end].section == "month"
        if _is_first(marks[at]) and is_number and is_month:
            found.insert(at + 2, unit)
    return found


def _is_first_days(marks: Sequence[Mark], at: int) -> bool:
    is_unit = at + 2 < len(marks) and marks[at + 2].is_of("unit", "day", "week")
    return is_unit and _is_first(marks[at]) and _is_day(marks[at + 1])


def _is_first(mark: Mark) -> bool:
    is_ordinal = mark.section in {"number", "when"} and not mark.text.isdecimal()
    return is_ordinal and (mark.value == "1" or mark.is_of("when", "last"))


def _with_month(marks: list[Mark]) -> list[Mark]:
    """Say the month anew after a day that goes without it: "5 і 12 жовтня", "on 5 and 12 May"."""
    found = list(marks)
    for at in reversed(range(len(marks) - 3)):
        day, link, other, month = found[at : at + 4]
        is_open = at > 0 and (found[at - 1].section == "when" or _opens_stretch(found[at - 1]))
        is_pair = link.is_of("joiner", "and") or link.text == ","
        is_dated = _is_day(day) and _is_day(other) and month.section == "month"
        if is_pair and is_dated and not is_open:
            found.insert(at + 1, month)
    return found


def _is_day(mark: Mark) -> bool:
    is_number = mark.section == "digits" and mark.value.isdecimal()
    return is_number and len(mark.value) <= 2 and 1 <= int(mark.value) <= _DAY_MAX  # a day


def _opens_stretch(mark: Mark) -> bool:
    return mark.is_of("joiner", "from") or fold(mark.text) in {"between", "між", "между", "from"}


def _held(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Take "з", "с" before a part that another is compared with for no beginning of days."""
    is_compared = any(mark.is_of("ask", "compare") for mark in marks)
    return tuple(
        GAP if is_compared and mark.is_of("when", "since") and _is_part(marks, at + 1) else mark
        for at, mark in enumerate(marks)
    )


def _after_first(marks: list[Mark]) -> tuple[Mark, ...]:
    """Put the unit, and the month it is of, after a later ordinal that stands by itself."""
    named = next((at for at in range(len(marks)) if _is_part(marks, at)), None)
    if named is None:
        return tuple(marks)
    unit = marks[named + 1]
    outer = _outer(marks, named + 2)
    found = list(marks[: named + 2])
    for at in range(named + 2, len(marks)):
        mark = marks[at]
        found.append(mark)
        if _is_part(marks, at - 1) and mark.value == unit.value:
            found += [] if _outer(marks, at + 1) else outer
        elif _is_said_alone(marks, at, named):
            found += [unit, *outer]
    return tuple(found)


def _is_said_alone(marks: Sequence[Mark], at: int, named: int) -> bool:
    is_word = fold(marks[at].text).startswith(_WORDS)
    is_ordinal = _is_place(marks[at]) and (is_word or not marks[at].text.isdecimal())
    after = marks[at + 1].section if at + 1 < len(marks) else ""
    is_held = any(
        mark.is_of("ask", "against", "compare")
        or mark.is_of("filler", "up", "down")
        or mark.section in {"joiner", "age"}
        or _is_link(mark)
        for mark in marks[named + 2 : at]
    )
    return is_ordinal and is_held and after not in {"unit", "month", "digits", "place", "group"}


def _is_part(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether an ordinal and its quarter or half stand there."""
    is_unit = at + 1 < len(marks) and marks[at + 1].is_of("unit", *_PARTS)
    return at >= 0 and is_unit and _is_place(marks[at])


def _is_place(mark: Mark) -> bool:
    is_number = mark.section in {"number", "digits"} and mark.value[:1] in _PLACES
    is_short = len(mark.value) == 1 or not mark.value.isdecimal()
    return is_number and is_short and fold(mark.text).startswith(_ORDINALS)


def _outer(marks: Sequence[Mark], at: int) -> list[Mark]:
    """Give the month or the year that is named right there."""
    start = at
    while (
        at < len(marks) and marks[at].section == "filler" and fold(marks[at].text) in {"of", "the"}
    ):
        at += 1
    end = at
    if end < len(marks) and marks[end].is_of("when", "this", "previous", "last"):
        end += 1
    if end >= len(marks) or marks[end].section not in _OUTER:
        return []
    is_dated = end + 1 < len(marks) and len(marks[end + 1].value) == 4  # a year
    end += 1 + (is_dated and marks[end + 1].section == "digits")
    return list(marks[start:end])


def _linked(marks: Sequence[Mark], at: int) -> int | None:
    """Give the place after a word that joins two ordinals, or holds one against the other."""
    start = at
    is_linked = False
    while at < len(marks) and (marks[at].section in _SILENT or marks[at].is_of("ask", "against")):
        is_linked = is_linked or _is_link(marks[at]) or marks[at].section in {"joiner", "ask"}
        is_linked = is_linked or marks[at].text in {",", "/", "-", "–", "+"}
        at += 1
    return at if is_linked and start < at < len(marks) else None


def _is_link(mark: Mark) -> bool:
    return fold(mark.text) in _LINKS


def same_of(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave the unit out of "the same quarter of last year": the year says which it is."""
    kept = list(marks)
    for at, mark in enumerate(marks):
        unit = marks[at + 1] if at + 1 < len(marks) else NOTHING
        rest = marks[at + 2 :]
        is_dated = any(each.section in {"when", "unit", "period"} for each in rest)
        is_same = mark.is_of("when", "same") or mark.text.casefold() in _SAME
        if is_same and unit.section == "unit" and is_dated:
            kept[at] = mark._replace(section="when", value="same")
            kept[at + 1] = GAP
    return tuple(kept)
