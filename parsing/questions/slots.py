"""What the marks of a question say, put in order: its days, measures, places, names."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledger.cash import CashCategory
from ledger.days import Days
from parsing.questions.marks import Mark, Vocabulary
from parsing.questions.periods import Period, find_periods, same_part
from parsing.questions.query import BANKS, GATEWAYS, LIMIT_MAX, TILLS

_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "half": 182, "year": 365}
_ORDER_SIGNS = frozenset("№#")
_KINDS = {"till": TILLS, "bank": BANKS, "gateway": GATEWAYS}
_NOTHING = Mark("", "", "", 0, 0)
_GAP = Mark("gap", "", "", 0, 0)
"""Stands where a mark was taken out, so that what was apart stays apart."""
_HOW_MANY = ("скіль", "сколь", "скок", "скік", "скил", "ск-", "skil", "skol")
_FOLLOWS = ("а ", "and ", "і ", "и ")
"""What "and by day?" begins with, where the words are one phrase."""
_A_DAY = frozenset({"за день", "за добу", "за сутки"})
_MONEY_WORDS = frozenset({"money", "cash", "грошей", "денег", "бабла", "бабок"})


@dataclass(frozen=True, slots=True)
class Slots:
    """What a question says."""

    marks: tuple[Mark, ...]
    """All that is about no days."""
    periods: tuple[Days, ...]
    categories: tuple[CashCategory, ...]
    place: str | None
    about: tuple[str, ...]
    """Names and words that no list knows, phrase by phrase."""
    number: int | None
    order: str | None
    older_than_days: int
    is_follow: bool
    is_counting: bool
    figures: tuple[str, ...] = ()
    """Numbers that are no part of days, an order or a place."""
    names_future: bool = False
    place_words: tuple[str, ...] = ()
    """How a till or a bank was named."""
    is_than_days: bool = False
    """The only days that are named are what is compared with: "more than last year"."""

    def has(self, section: str, *values: str) -> bool:
        """Tell whether a mark is of a section, and one of some values if any are given."""
        return any(mark.is_of(section, *values) for mark in self.marks)

    @property
    def asks_of_money(self) -> bool:
        """Tell whether it is asked how much money, of nothing else: "сколько денег сейчас"."""
        asked = (mark for mark in self.marks if mark.is_of("ask", "how_much"))
        return any(mark.text.casefold().split()[-1] in _MONEY_WORDS for mark in asked)

    @property
    def group_words(self) -> tuple[str, ...]:
        """Give the words that name a group."""
        return tuple(mark.text for mark in self.marks if mark.section == "group")

    @property
    def shape_words(self) -> tuple[str, ...]:
        """Give the words that say how figures are to be put together."""
        return tuple(mark.text for mark in self.marks if mark.section == "shape")

    def values(self, section: str) -> tuple[str, ...]:
        """Give the values of a section, in order."""
        return tuple(mark.value for mark in self.marks if mark.section == section)


def slots_of(
    marks: Sequence[Mark], vocabulary: Vocabulary, today: dt.date, before: Days | None = None
) -> Slots:
    """Put the marks of a question in order.

    Args:
        marks: what its words are about.
        vocabulary: the words, and what the shop's tills and banks are called.
        today: the day it was asked on.
        before: the days that were asked of before, for "and the second half?".
    """
    is_follow = _is_follow(marks)
    order, marks = _without_order(marks)
    older, marks = _without_age(marks)
    marks = _averaged(marks)
    place, gapped = _without_place(marks, vocabulary)
    place_words = tuple(mark.text for mark in marks if mark not in gapped)
    marks = gapped
    periods = find_periods(marks, today, before)
    rest = tuple(_beside(marks, periods))
    numbers = [int(each.value) for each in rest if _is_limit(each)]
    return Slots(
        marks=rest,
        periods=_periods(marks, periods),
        categories=_categories(rest),
        place=place,
        about=tuple(_about(rest)),
        number=numbers[0] if numbers else None,
        order=order,
        older_than_days=older,
        is_follow=is_follow,
        is_counting=_is_counting(rest),
        figures=tuple(each.text for each in rest if each.section == "digits"),
        names_future=_is_ahead(rest, is_dated=bool(periods)),
        place_words=place_words,
        is_than_days=_is_than_days(marks, periods),
    )


def _is_ahead(marks: Sequence[Mark], *, is_dated: bool) -> bool:
    if any(mark.is_of("when", "ahead") or mark.is_of("period", "ahead") for mark in marks):
        return True
    return not is_dated and any(mark.section == "month" for mark in marks)


def _is_than_days(marks: Sequence[Mark], periods: Sequence[Period]) -> bool:
    """Tell whether the only days stand after "than": at once where "more than" may be an age."""
    if len(periods) != 1:
        return False
    before = marks[: periods[0].start]
    if any(mark.is_of("joiner", "than") or mark.is_of("ask", "against") for mark in before):
        return True
    # "more than last year", "больше прошлого месяца"; but "кто больше купил в октябре" is none.
    near = [mark for mark in before if mark.section != "gap"][-2:]
    is_at_once = bool(near) and near[-1].is_of("age", "more")
    is_in = len(near) == 2 and near[0].is_of("age", "more") and near[1].is_of("filler", "plain")  # noqa: PLR2004 - a pair
    return is_at_once or is_in


def _is_follow(marks: Sequence[Mark]) -> bool:
    first = marks[0] if marks else _NOTHING
    is_shape = first.section == "shape" and first.text.casefold().startswith(_FOLLOWS)
    return first.section == "follow" or first.is_of("joiner", "and") or is_shape


def _without_order(marks: Sequence[Mark]) -> tuple[str | None, tuple[Mark, ...]]:
    """Take out the number of an order: "order 4703", "заказ №4601", "№ 4601"."""
    for at, mark in enumerate(marks):
        if mark.section != "digits":
            continue
        before = at - 1
        while before >= 0 and (
            marks[before].text in _ORDER_SIGNS or _is_number_word(marks[before])
        ):
            before -= 1
        is_signed = before < at - 1
        named = before >= 0 and marks[before].is_of("ask", "order")
        if named or (is_signed and len(mark.value) > 2 and not _is_place(marks, before)):  # noqa: PLR2004 - a till
            start = before if named else before + 1
            return mark.value, _gapped(marks, start, at + 1)
    return None, tuple(marks)


def _averaged(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "за день" for each day where an average is asked, but for that of a sale."""
    is_average = any(mark.is_of("shape", "average") for mark in marks)
    if not is_average or any(mark.is_of("shape", "average_sale") for mark in marks):
        return tuple(marks)
    return tuple(
        mark._replace(section="shape", value="per_day") if mark.text.casefold() in _A_DAY else mark
        for mark in marks
    )


def _gapped(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    return (*marks[:start], _GAP, *marks[end:])


def _is_number_word(mark: Mark) -> bool:
    return mark.text.casefold() in {"номер", "number", "no"}


def _is_place(marks: Sequence[Mark], at: int) -> bool:
    return at >= 0 and marks[at].section == "place"


def _without_age(marks: Sequence[Mark]) -> tuple[int, tuple[Mark, ...]]:
    """Take out how old a debt is: "more than a month", "більше 30 днів"."""
    for at, mark in enumerate(marks):
        if mark.section != "age":
            continue
        place, count = at + 1, 1
        while place < len(marks) and (
            marks[place].section in {"filler", "joiner"} or marks[place].is_of("when", "since")
        ):
            place += 1
        after = marks[place] if place < len(marks) else _NOTHING
        if after.section in {"digits", "number"} and len(after.value) <= 3:  # noqa: PLR2004 - days
            place, count = place + 1, int(after.value)
            after = marks[place] if place < len(marks) else _NOTHING
        if after.section == "unit":
            return count * _UNIT_DAYS[after.value], _gapped(marks, at, place + 1)
    return 0, tuple(marks)


def _without_place(
    marks: Sequence[Mark], vocabulary: Vocabulary
) -> tuple[str | None, tuple[Mark, ...]]:
    """Take out the till or bank that is meant, by name or by number."""
    for at, mark in enumerate(marks):
        if mark.section in {"till_name", "bank_name"}:
            return mark.value, _gapped(marks, at, at + 1)
    for at, mark in enumerate(marks):
        if mark.is_of("place", "till", "bank"):
            known = vocabulary.tills if mark.value == "till" else vocabulary.banks
            start, end, number = _numbered(marks, at)
            if number is not None and 1 <= number <= len(known):
                return known[number - 1].key, _gapped(marks, start, end)
    kinds = list(dict.fromkeys(each.value for each in marks if each.section == "place"))
    place = _KINDS.get(kinds[0]) if len(kinds) == 1 else None
    return place, tuple(_GAP if each.section == "place" else each for each in marks)


def _numbered(marks: Sequence[Mark], at: int) -> tuple[int, int, int | None]:
    """Give the number of a till or bank beside its word, and the marks it takes."""
    after = at + 1
    if after < len(marks) and marks[after].text in _ORDER_SIGNS:
        after += 1
    following = marks[after] if after < len(marks) else _NOTHING
    if following.section == "digits" and len(following.value) == 1:
        return at, after + 1, int(following.value)
    before = marks[at - 1] if at else _NOTHING
    if before.section == "number" and int(before.value) <= 5:  # noqa: PLR2004 - the fifth till
        return at - 1, at + 1, int(before.value)
    return at, at + 1, None


def _beside(marks: Sequence[Mark], periods: Sequence[Period]) -> Iterator[Mark]:
    taken = {at for period in periods for at in range(period.start, period.end)}
    return (mark for at, mark in enumerate(marks) if at not in taken)


def _periods(marks: Sequence[Mark], periods: Sequence[Period]) -> tuple[Days, ...]:
    """Give the days; the second ones cut to the same part as the first where it says so."""
    days = [each.days for each in periods]
    is_same = any(mark.is_of("when", "same") for mark in marks)
    if is_same and len(days) == 2:  # noqa: PLR2004 - one against the other
        days[1] = same_part(days[0], days[1])
    return tuple(dict.fromkeys(days))


def _categories(marks: Sequence[Mark]) -> tuple[CashCategory, ...]:
    named = [mark.value for mark in marks if mark.section == "category"]
    told = [mark.value for mark in marks if mark.section == "spec"]
    return tuple(dict.fromkeys(CashCategory(each) for each in named or told))


def _about(marks: Sequence[Mark]) -> Iterator[str]:
    """Give names and unknown words; words of cash talk count only where nothing else does."""
    phrases: list[list[Mark]] = []
    last: Mark | None = None
    for mark in marks:
        if mark.section == "word":
            is_next = last is not None and last.section == "word"
            if is_next:
                phrases[-1].append(mark)
            else:
                phrases.append([mark])
        last = mark
    found = [" ".join(mark.text for mark in phrase) for phrase in phrases]
    if not found and not any(mark.section == "category" for mark in marks):
        found = [mark.text for mark in marks if mark.section == "spec"]
    yield from found


def _is_limit(mark: Mark) -> bool:
    is_number = mark.section in {"digits", "number"} and len(mark.value) <= 2  # noqa: PLR2004 - rows
    return is_number and 1 <= int(mark.value) <= LIMIT_MAX


def _is_counting(marks: Sequence[Mark]) -> bool:
    """Tell whether entries are counted: "how many", "скільки продажів", "сколько было заказов"."""
    if any(mark.is_of("ask", "count") for mark in marks):
        return True
    for at, mark in enumerate(marks):
        if mark.section == "counted" or _is_counted_sale(mark):
            before = at - 1
            while before >= 0 and marks[before].section == "filler":
                before -= 1
            if before >= 0 and marks[before].text.casefold().startswith(_HOW_MANY):
                return True
    return False


def _is_counted_sale(mark: Mark) -> bool:
    """Tell whether a word that is many things in Russian may count: "сколько продаж"."""
    return mark.text.casefold() in {"продаж", "закупок", "покупок", "выплат"}
