"""What else narrows a question down: names left out, ends of an amount, how often, currency."""

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from ledger.cash import TRANSFERS, CashCategory
from parsing.annotation.tokens import fold
from parsing.questions.brands import brand_of
from parsing.questions.days_had import without_days_had
from parsing.questions.left_out import NOT_COUNTED, TAKE
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP, NOTHING, amount_at, gapped
from parsing.questions.people_said import holds_apart

_PAIR = 2
_UNKNOWN = frozenset({"word", "name"})
_SILENT = frozenset({"filler", "sign", "joiner"})
_OPENS = frozenset("from between від от з с із між между".split())
_LINKS = frozenset("to and до і та й и по - – —".split())
_GRANDS = ("тис", "тыс", "k", "к", "тыщ", "grand", "thousand")
_RANGE_MIN, _BOUND_MIN = 1_000, 100
_YEARS = range(2000, 2100)
_TIMES = ("раз", "time", "замовл", "заказ", "order", "оплат", "покуп", "purchase", "payment",
          "платеж", "платеж", "сдел", "угод", "deal")  # fmt: skip
_TIMES_MAX = 99
_OFTEN = {
    "once": 1,
    "twice": 2,
    "thrice": 3,
    "двічі": 2,
    "тричі": 3,
    "дважды": 2,
    "трижды": 3,
}
_MORE = ("more than", "більше", "більш ніж", "больше", "более", "понад", "свыше", "over")
_NO_LESS = ("at least", "не менше", "не меньше", "не менее", "щонайменше", "минимум", "мінімум",
            "від", "от", "from", "хоча б", "хотя бы")  # fmt: skip
_NOT_TOLD = ("не показ", "не виводь", "не выводи", "прибери", "убери", "don't show", "dont show",
             "leave out", "не треба", "не надо", "не рахуй", "не считай", "hide")  # fmt: skip
_SMALLER = ("мельче", "дрібніш", "менше", "меньше", "less than", "smaller", "under", "below")
_CURRENCIES = {
    "USD": re.compile(r"usd|\$|dollars?|дол+ар\w{0,3}|бакс\w{0,3}"),
    "EUR": re.compile(r"eur|€|euros?|євро|евро"),
    "PLN": re.compile(r"pln|zlotys?|злот\w{0,3}"),
}
_SAID = frozenset(
    {"measure", "category", "place", "ask", "group", "rank", "till_name", "bank_name"}
)
"""What a word that begins like a currency stands for otherwise."""
_PEOPLE = frozenset({"customer", "supplier", "counterparty"})
_OWN = ("счет", "рахун", "кас", "сво", "наш", "влас", "собств", "own", "our", "bank", "банк",
        "till", "account")  # fmt: skip
_TRANSFERS = ("transfer", "переказ", "перевод", "перекид")
_CALLED = frozenset({"word", "measure", "counted"})
_BETWEEN = ("between", "among", "між", "между")
_DATED = frozenset({"digits", "number", "month", "weekday", "when", "period"})
_MOVES = tuple(sorted(TRANSFERS))


class More(NamedTuple):
    """What narrows a question down beside its days, places and sizes."""

    names_out: tuple[str, ...] = ()
    """Names whose entries do not count."""
    moves_out: tuple[CashCategory, ...] = ()
    """The shop's own moves, said not to count."""
    at_most: int | None = None
    """The upper end of an amount that has both: "from 5 to 20 thousand"."""
    times: int = 0
    """Only names with so many entries at least."""
    currency: str | None = None
    """The code of a currency that is named."""
    moves_said: tuple[str, ...] = ()
    """How the shop's own moves were called that do not count."""
    is_of_days_had: bool = False
    """An average of a day is of those days alone that had something."""


NO_MORE = More()


def more_of(marks: Sequence[Mark]) -> tuple[More, tuple[Mark, ...]]:
    """Take out what narrows a question down in one of these ways.

    Returns:
        What was said so, and the other marks.
    """
    is_had, left = without_days_had(marks)
    names, moves, left = _without_names(_parts_named(left))
    left = _moves_alone(left)
    times, left = _without_times(_smaller_left_out(left))
    most, left = _without_upper(_with_both_bounds(left))
    currency, left = _without_currency(left)
    said = tuple(mark.text for mark in marks if moves and _is_transfer(mark))
    return More(names, moves, most, times, currency, said, is_had), left


def _without_names(
    marks: Sequence[Mark],
) -> tuple[tuple[str, ...], tuple[CashCategory, ...], tuple[Mark, ...]]:
    """Take out names after "without", "except", or before "don't count"."""
    for at, mark in enumerate(marks):
        start = _after_without(marks, at) if mark.is_of("filler", "without") else None
        if start is None:
            continue
        if _is_transfer(marks[start]):
            return (), _MOVES, gapped(marks, at, _end_of_moves(marks, start + 1))
        names, left = _names_after(marks, at, start)
        if names:
            return names, (), left
    for at, mark in enumerate(marks):
        after = " ".join(fold(each.text) for each in marks[at + 1 : at + 3])
        if _is_name(mark) and after.startswith(NOT_COUNTED):
            return (mark.text,), (), gapped(marks, at, at + 3)
        before = marks[at - 1] if at else NOTHING
        if _is_name(mark) and fold(before.text) in TAKE and after.split()[:1] == ["out"]:
            return (mark.text,), (), gapped(marks, at - 1, at + 2)  # "leave Arktika out"
    return (), (), tuple(marks)


def _names_after(
    marks: Sequence[Mark], at: int, start: int
) -> tuple[tuple[str, ...], tuple[Mark, ...]]:
    """Give the names that are left out, alone or beside categories, and the other marks."""
    names, end = _names_from(marks, start)
    kind = _after_joiner(marks, end)
    if names and kind is not None:
        return names, (*marks[:start], *marks[kind:])  # "without Google and rent"
    if names:
        return names, gapped(marks, at, end)
    beside = _after_kinds(marks, start)
    if beside is None:
        return (), tuple(marks)
    names, end = _names_from(marks, beside)
    return names, gapped(marks, beside - 1, end)


def _parts_named(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take a brand, or what is left out of its own category, for a name: "ads without Google"."""
    named = {mark.value for mark in marks if mark.section == "category"}
    found = [_as_name(marks, at, named) for at in range(len(marks))]
    is_out = False
    for at, mark in enumerate(marks):
        is_part = mark.section == "spec" and (
            mark.value in named or brand_of(mark.text) is not None
        )
        is_on = is_part or _is_joined(mark) or _is_kind(mark)
        is_out = mark.is_of("filler", "without") or (is_out and is_on)
        if is_out and is_part:
            found[at] = mark._replace(section="name")
    return tuple(found)


def _as_name(marks: Sequence[Mark], at: int, named: Container[str]) -> Mark:
    """Take what is joined to a name, within its own category, for one: "гугл и друкарня"."""
    mark = marks[at]
    if mark.section != "spec" or mark.value not in named:
        return mark
    before, after = marks[max(0, at - _PAIR) : at], marks[at + 1 : at + 1 + _PAIR]
    is_second = len(before) == _PAIR and _is_name(before[0]) and _is_joiner(before[1])
    is_first = len(after) == _PAIR and _is_joiner(after[0]) and _is_name(after[1])
    return mark._replace(section="name") if is_second or is_first else mark


def _is_joiner(mark: Mark) -> bool:
    return mark.is_of("joiner", "and") or mark.text in {",", "/", "+", "&"} or holds_apart(mark)


def _is_joined(mark: Mark) -> bool:
    return mark.section in _SILENT | _UNKNOWN


def _is_kind(mark: Mark) -> bool:
    """Tell whether a mark is of what a figure may be told without: a category, wages, fees."""
    return mark.section in {"category", "spec"} or mark.is_of("measure", "staff", "fees")


def _after_joiner(marks: Sequence[Mark], at: int) -> int | None:
    """Give where a category stands that is left out beside names."""
    is_joined = at < len(marks) and (marks[at].is_of("joiner", "and") or marks[at].text == ",")
    is_kind = is_joined and at + 1 < len(marks) and _is_kind(marks[at + 1])
    return at + 1 if is_kind else None


def _after_kinds(marks: Sequence[Mark], at: int) -> int | None:
    """Give where a name stands that is left out beside categories: "without rent and Google"."""
    while at < len(marks) and _is_kind(marks[at]):
        at += 1
        while at < len(marks) and marks[at].section in {"filler", "sign"}:
            at += 1
        is_joined = at < len(marks) and marks[at].is_of("joiner", "and")
        if is_joined:
            at += 1
        if is_joined and at < len(marks) and _is_name(marks[at]):
            return at
    return None


def _end_of_moves(marks: Sequence[Mark], at: int) -> int:
    """Give the end of what own money is said to move between: "our accounts"."""
    while at < len(marks) and (
        marks[at].section in {"filler", "place"} or fold(marks[at].text).startswith(_OWN)
    ):
        at += 1
    return at


def _moves_alone(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave out between which of its accounts the shop moved money: all of it is told."""
    at = next((i for i, mark in enumerate(marks) if mark.is_of("measure", "own_moves")), None)
    if at is None:
        return tuple(marks)
    after = marks[at + 1] if at + 1 < len(marks) else NOTHING
    is_between = fold(marks[at].text).endswith(_BETWEEN)
    if (
        is_between and after.section in _DATED
    ):  # "transfers between 1 and 15 November" are of these days
        moved = marks[at]._replace(value="money_out")
        between = marks[at]._replace(section="joiner", value="from", text="from")
        return (*marks[:at], moved, between, *marks[at + 1 :])
    return gapped(marks, at + 1, _end_of_moves(marks, at + 1))


def _is_transfer(mark: Mark) -> bool:
    """Tell whether money is called transfers: what is left out so are the shop's own moves."""
    is_called = fold(mark.text).startswith(_TRANSFERS) and mark.section in _CALLED
    return mark.is_of("measure", "own_moves") or (is_called and mark.value != "fees")


def _after_without(marks: Sequence[Mark], at: int) -> int | None:
    at += 1
    while at < len(marks) and marks[at].section == "filler":
        at += 1
    return at if at < len(marks) else None


def _names_from(marks: Sequence[Mark], at: int) -> tuple[tuple[str, ...], int]:
    """Give the names that stand there one after another, and the end of the last one."""
    names: list[str] = []
    said: list[str] = []
    end = at
    for place in range(at, len(marks)):
        mark = marks[place]
        if _is_name(mark):
            said.append(mark.text)
            end = place + 1
        elif (
            said and mark.section in _SILENT and (mark.is_of("joiner", "and") or mark.text == ",")
        ):
            names.append(" ".join(said))
            said = []
        else:
            break
    return (*names, *([" ".join(said)] if said else [])), end


def _is_name(mark: Mark) -> bool:
    return mark.section in _UNKNOWN or mark.is_of("place", "gateway")


def _smaller_left_out(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Put "don't show those under 100" as those of 100 and more."""
    for at, mark in enumerate(marks):
        if not fold(mark.text).startswith(_SMALLER):
            continue
        amount, end = amount_at(marks, at + 1)
        after = " ".join(fold(each.text) for each in marks[end : end + 4])
        before = " ".join(fold(each.text) for each in marks[max(0, at - 3) : at])
        is_after = any(each in after for each in _NOT_TOLD)
        if not amount or not (is_after or any(each in before for each in _NOT_TOLD)):
            continue
        more = mark._replace(section="age", value="over", text="over")
        rest = tuple(each for each in marks[end:] if not is_after or each.section == "sign")
        head = marks[:at] if is_after else [each for each in marks[:at] if not _tells_not(each)]
        return (*head, more, *marks[at + 1 : end], GAP, *rest)
    return tuple(marks)


def _tells_not(mark: Mark) -> bool:
    return fold(mark.text).startswith(_NOT_TOLD)


def _without_times(marks: Sequence[Mark]) -> tuple[int, tuple[Mark, ...]]:
    """Take out how often at least somebody paid or bought: "more than 4 times", "3+ orders"."""
    is_of_names = any(
        mark.is_of("group", *_PEOPLE) or mark.is_of("ask", "who") or fold(mark.text) == "кому"
        for mark in marks
    )
    for at, mark in enumerate(marks):
        often = _OFTEN.get(fold(mark.text), 0) if is_of_names else 0
        if often:
            start, is_more, is_least = _bound_before(marks, at)
            if is_more or is_least:
                return often + (is_more and not is_least), gapped(marks, start, at + 1)
        is_number = mark.section in {"digits", "number"} and mark.value.isdecimal()
        if not is_number or not is_of_names or not 0 < int(mark.value) <= _TIMES_MAX:
            continue
        plus = at + 1 < len(marks) and marks[at + 1].text == "+"
        end = at + 1 + plus
        noun = marks[end] if end < len(marks) else NOTHING
        start, is_more, is_least = _bound_before(marks, at)
        if fold(noun.text).startswith(_TIMES) and (plus or is_more or is_least):
            number = int(mark.value) + (is_more and not plus and not is_least)
            return number, gapped(marks, at if plus else start, end + 1)
    return 0, tuple(marks)


def _bound_before(marks: Sequence[Mark], at: int) -> tuple[int, bool, bool]:
    """Give where a bound of a number begins, and whether it is more than it, or at least it."""
    start = at - 1
    if start > 0 and marks[start].is_of("joiner", "than"):
        start -= 1
    return (start, *_bounds(marks[start])) if start >= 0 else (start, False, False)


def _bounds(mark: Mark) -> tuple[bool, bool]:
    said = fold(mark.text)
    return said.startswith(_MORE), said in _NO_LESS or said.startswith(_NO_LESS[:9])


def _with_both_bounds(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Put "more than 5000 but less than 15 000" as from the one to the other."""
    found: dict[bool, tuple[int, int, int]] = {}
    for at, mark in enumerate(marks):
        start = at + 1
        while start < len(marks) and marks[start].section in {"filler", "joiner"}:
            start += 1
        amount, end = amount_at(marks, start)
        said = fold(mark.text)
        is_less = said.startswith(_SMALLER) or mark.is_of("age", "under")
        if amount >= _BOUND_MIN and (is_less or said.startswith(_MORE)):
            found.setdefault(is_less, (at, end, amount))
    if len(found) <= 1 or found[False][2] >= found[True][2]:
        return tuple(marks)
    (more, after_more, low), (less, after_less, high) = found[False], found[True]
    between = marks[min(after_more, after_less) : max(more, less)]
    if any(mark.section not in {*_SILENT, "follow"} for mark in between):
        return tuple(marks)
    ends = [Mark("digits", str(each), str(each), 0, 0) for each in (low, high)]
    opens, link = (Mark("joiner", "to", text, 0, 0) for text in ("from", "to"))
    rest = marks[max(after_more, after_less) :]
    return (*marks[: min(more, less)], opens, ends[0], link, ends[1], GAP, *rest)


def _without_upper(marks: Sequence[Mark]) -> tuple[int | None, tuple[Mark, ...]]:
    """Take out the upper end of an amount that has both, and leave its lower one as a bound."""
    for at, mark in enumerate(marks):
        if fold(mark.text).rpartition(" ")[2] not in _OPENS:
            continue
        low, middle = amount_at(marks, at + 1)
        link = marks[middle] if middle < len(marks) else NOTHING
        high, end = amount_at(marks, middle + 1) if fold(link.text) in _LINKS else (0, middle)
        if not low or not high:
            continue
        after = marks[end] if end < len(marks) else NOTHING
        is_grand = _says_grand(marks[end - 1])
        is_dated = after.section in {"month", "unit"} or (low in _YEARS and high in _YEARS)
        if is_dated or not (is_grand or high >= _RANGE_MIN):
            continue
        low = low * 1000 if is_grand and low < _RANGE_MIN and low < high // 1000 else low
        number = Mark("digits", str(low), str(low), mark.start, mark.end)
        over = mark._replace(section="age", value="over", text="over")
        paid = [mark._replace(value="payments")] if mark.is_of("measure", "money_in") else []
        return high, (*marks[:at], *paid, over, number, GAP, *marks[end:])
    return None, tuple(marks)


def _says_grand(mark: Mark) -> bool:
    return fold(mark.text).startswith(_GRANDS)


def _without_currency(marks: Sequence[Mark]) -> tuple[str | None, tuple[Mark, ...]]:
    """Take out a currency other than the hryvnia that something is asked in."""
    for at, mark in enumerate(marks):
        said = fold(mark.text)
        if mark.section in _SAID:
            continue
        code = next((code for code, each in _CURRENCIES.items() if each.fullmatch(said)), None)
        if code is not None:
            return code, gapped(marks, at, at + 1)
    return None, tuple(marks)
