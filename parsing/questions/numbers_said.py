"""Numbers that are no days: an order's, how old a debt is, an amount to hold figures against.

Each is taken out of the marks of a question, and a gap stands for it.
"""

from collections.abc import Sequence

from parsing.annotation.tokens import GRAND, fold
from parsing.questions.marks import Mark
from parsing.questions.query import LIMIT_MAX

NOTHING = Mark("", "", "", 0, 0)
GAP = Mark("gap", "", "", 0, 0)
"""Stands where a mark was taken out, so that what was apart stays apart."""
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "half": 182, "year": 365}
ORDER_SIGNS = frozenset("№#")
"""What stands before an order's number, or a till's."""
_PAYMENT = frozenset({"pays", "money_out", "money_in", "payments", "owe"})
_ORDER_DIGITS = range(4, 7)
_AMOUNT_MIN, _AMOUNT_DIGITS = 100, 9
_PASSED_MIN = 1_000
"""Less than so much after "top" is how many rows are wanted."""
_LESS = (
    "less than",
    "менше",
    "менш",
    "меньше",
    "менее",
    "нижче",
    "ниже",
    "under",
    "below",
    "дешевле",
    "дешевш",
)
_THAN = frozenset({"than", "then", "за", "ніж", "чем", "от", "від"})
_MONEY = ("грн", "грив", "uah", "hryv", "quid", "eur", "usd", "₴")
_EACH = {"per_day": "day", "per_week": "week", "per_month": "month"}
_YEARS = range(2000, 2100)
_HUNDREDS = frozenset({"hundred", "hundreds", "сотні", "сотень", "сотни", "сотен"})
_GRANDS = frozenset(
    "thousand thousands grand тисяча тисячі тисяч тисячу тисячею тысяча тысячи тысяч тысячу тыс"
    " тыщ тыщи тыща штук штука".split()
)
_FIRST = ("first", "перш", "перв")
_FROM = frozenset({"від", "от", "from", "over", "above"})
_MORE = (
    "more than",
    "більше",
    "більш",
    "больше",
    "более",
    "вище",
    "выше",
    "higher than",
    "дороже",
    "дорожч",
    "понад",
    "свыше",
)
_PASSES = (
    "exceed", "top", "topped", "pass", "passed", "beat", "reach", "перевищ", "превыс", "перевал",
    "перетнул", "дотягнул", "дотянул", "досяг", "достиг",
)  # fmt: skip
"""What a sum does that comes to more: "did sales top 20 000"."""


def without_order(marks: Sequence[Mark]) -> tuple[str | None, tuple[Mark, ...]]:
    """Take out the number of an order: "order 4703", "заказ №4601", "№ 4601"."""
    for at, mark in enumerate(marks):
        if mark.section != "digits":
            continue
        before = at - 1
        while before >= 0 and (
            marks[before].text in ORDER_SIGNS or _is_number_word(marks[before])
        ):
            before -= 1
        is_signed = before < at - 1
        named = before >= 0 and marks[before].is_of("ask", "order")
        if named or (is_signed and len(mark.value) > 2 and not _is_place(marks, before)):  # a till
            start = before if named else before + 1
            return mark.value, gapped(marks, start, at + 1)
    bare = _bare_order(marks)
    return (
        (None, tuple(marks))
        if bare is None
        else (marks[bare].value, gapped(marks, bare, bare + 1))
    )


def _bare_order(marks: Sequence[Mark]) -> int | None:
    """Give the place of an order's number that only its payment is asked of: "4601 оплачене?"."""
    digits = [at for at, mark in enumerate(marks) if mark.section == "digits"]
    said = {mark.value for mark in marks if mark.section == "measure"}
    beside = {mark.section for mark in marks} - {"digits", "measure", "filler", "sign", "ask"}
    if len(digits) != 1 or not said or not said <= _PAYMENT or beside:
        return None
    number = marks[digits[0]].value
    return digits[0] if len(number) in _ORDER_DIGITS and not number.startswith("20") else None


def _is_number_word(mark: Mark) -> bool:
    return mark.text.casefold() in {"номер", "number", "no"}


def _is_place(marks: Sequence[Mark], at: int) -> bool:
    return at >= 0 and marks[at].section == "place"


def without_age(marks: Sequence[Mark]) -> tuple[int, int, tuple[Mark, ...]]:
    """Take out how old a debt is: "more than a month", "більше 30 днів", "under 30 days".

    Returns:
        How many days old it is at least, and at most; and the other marks.
    """
    for at, mark in enumerate(marks):
        is_young = is_young_said(marks, at)
        if mark.section != "age" and not is_young:
            continue
        place, count = at + 1, 1
        while place < len(marks) and (
            marks[place].section in {"filler", "joiner"} or marks[place].is_of("when", "since")
        ):
            place += 1
        after = marks[place] if place < len(marks) else NOTHING
        if after.section in {"digits", "number"} and len(after.value) <= 3:  # days
            place, count = place + 1, int(after.value)
            after = marks[place] if place < len(marks) else NOTHING
        after = _as_unit(after)
        behind = marks[place + 1] if place + 1 < len(marks) else NOTHING
        if after.section == "unit" and not behind.is_of("when", "ago"):
            days, rest = count * _UNIT_DAYS[after.value], gapped(marks, at, place + 1)
            return (0, days, rest) if is_young else (days, 0, rest)
    return 0, 0, tuple(marks)


def is_young_said(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether an age is said to be no more than what follows: "under", "менше 30 днів"."""
    mark = marks[at]
    after = marks[at + 1] if at + 1 < len(marks) else NOTHING
    is_number = after.section in {"digits", "number"}
    is_until = mark.is_of("when", "until") or mark.text.casefold().endswith(" до")
    is_less = _is_less(mark) and (is_number or after.section == "unit")
    return mark.is_of("age", "under") or is_less or (is_until and is_number)


def _as_unit(mark: Mark) -> Mark:
    """Take "a month" after "for over" for the unit that it is there."""
    is_one = mark.is_of("shape", *_EACH) and fold(mark.text).startswith("a ")
    return mark._replace(section="unit", value=_EACH[mark.value]) if is_one else mark


def without_amount(marks: Sequence[Mark]) -> tuple[int, int | None, tuple[Mark, ...]]:
    """Take out an amount that figures are held against: "more than 10 000", "до 500 грн".

    Returns:
        What they are to come to at least, and at most; and the other marks.
    """
    for at, mark in enumerate(marks):
        is_less = _is_less(mark)
        is_less = is_less or _is_up_to(marks, at)
        is_more = is_less or mark.section == "age" or fold(mark.text) in _FROM
        is_more = is_more or _is_more(mark) or _is_passing(marks, at)
        end = at + 1
        while is_more and end < len(marks) and _is_passed(marks[end]):
            end += 1
        amount, end = amount_at(marks, end) if is_more else (0, at)
        after = marks[end] if end < len(marks) else NOTHING
        if amount < _AMOUNT_MIN or after.section in {"unit", "month"}:
            continue
        left_out = _left_out_at(marks, at)
        rest = gapped(marks, at if left_out is None else left_out, end)
        is_less = is_less is (left_out is None)  # "leave out anyone under 10k" keeps the others
        return (0, amount, rest) if is_less else (amount, None, rest)
    return 0, None, tuple(marks)


def _left_out_at(marks: Sequence[Mark], at: int) -> int | None:
    """Give the place of "without" before a bound that says what is left out."""
    start = at - 1
    while start >= 0 and (
        marks[start].section == "group"
        or marks[start].is_of("ask", "who")
        or (marks[start].section == "filler" and not marks[start].is_of("filler", "without"))
    ):
        start -= 1
    return start if start >= 0 and marks[start].is_of("filler", "without") else None


def bound_at(marks: Sequence[Mark], number: int) -> tuple[int, bool] | None:
    """Tell what bounds a number: the place of "less than" before it, and whether it is less."""
    at = number - 1
    while (
        at >= 0 and _is_passed(marks[at]) and not _is_less(marks[at]) and not _is_more(marks[at])
    ):
        at -= 1
    if at < 0:
        return None
    is_less = _is_less(marks[at]) or marks[at].is_of("when", "until")
    return (at, is_less) if is_less or _is_more(marks[at]) else None


def _is_more(mark: Mark) -> bool:
    return mark.section == "age" or fold(mark.text) in _FROM or fold(mark.text).startswith(_MORE)


def _is_up_to(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether an amount stands after "up to", and no day or year: "до 500 грн"."""
    if not marks[at].is_of("when", "until") and not fold(marks[at].text).startswith("up to"):
        return False
    amount, end = amount_at(marks, at + 1)
    after = marks[end] if end < len(marks) else NOTHING
    is_money = fold(after.text).startswith(_MONEY) or fold(marks[end - 1].text) in _GRANDS
    return is_money or (amount >= _AMOUNT_MIN and amount not in _YEARS)


def _is_passing(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether a verb says that a sum came to more, and a number stands right after it."""
    after = marks[at + 1] if at + 1 < len(marks) else NOTHING
    is_verb = fold(marks[at].text).startswith(_PASSES)
    return is_verb and after.section == "digits" and amount_at(marks, at + 1)[0] >= _PASSED_MIN


def _is_passed(mark: Mark) -> bool:
    """Tell whether a word may stand before an amount: "more than the", "больше чем"."""
    said = fold(mark.text)
    is_than = mark.is_of("joiner", "than") or said in _THAN
    return is_than or (mark.section == "filler" and said not in _GRANDS)


def _is_less(mark: Mark) -> bool:
    return mark.is_of("age", "under") or fold(mark.text).startswith(_LESS)


def amount_at(marks: Sequence[Mark], at: int) -> tuple[int, int]:
    """Give an amount: "10000", "10 000", "10 тис", "100k", "две тысячи"; and the mark after it."""
    digits = ""
    while at < len(marks) and marks[at].section == "digits" and len(digits) < _AMOUNT_DIGITS:
        if digits and len(marks[at].value) != 3:  # thousands
            break
        if not marks[at].value.isdecimal():
            return 0, at
        digits, at = digits + marks[at].value, at + 1
    if not digits and at < len(marks) and marks[at].section == "number":
        digits, at = marks[at].value, at + 1
    said = fold(marks[at].text) if at < len(marks) else ""
    if digits and said in _HUNDREDS:
        digits, at = f"{digits}00", at + 1
        said = fold(marks[at].text) if at < len(marks) else ""
    is_grand = said in _GRANDS or (said in GRAND and bool(digits))  # "к" alone is "by"
    if not digits and not is_grand:
        return 0, at
    return int(digits or 1) * (1000 if is_grand else 1), at + is_grand


def gapped(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """Put a gap for a stretch of marks."""
    return (*marks[:start], GAP, *marks[end:])


def is_limit(mark: Mark) -> bool:
    """Tell whether a number says how many rows are wanted; "biggest first" says none."""
    if mark.section == "number" and mark.text.casefold().startswith(_FIRST):
        return False
    is_number = mark.section in {"digits", "number"} and len(mark.value) <= 2  # rows
    return is_number and 1 <= int(mark.value) <= LIMIT_MAX
