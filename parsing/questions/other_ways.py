"""What is said in another order or with more words than it needs, put as the grammar reads it.

"60 000 and more", "by source: the site, the shop", "the main till", "Ihor's pay".
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from parsing.annotation.tokens import fold
from parsing.questions.carried_cash import carried_to_bank
from parsing.questions.collected_said import collected
from parsing.questions.counted_back import over_days
from parsing.questions.had_not import without_supposed
from parsing.questions.half_months import halves_of_month
from parsing.questions.marks import Mark
from parsing.questions.meant_beside import as_meant
from parsing.questions.moves_between import moved_between
from parsing.questions.numbers_said import GAP, NOTHING, amount_at
from parsing.questions.people_said import holds_apart
from parsing.questions.query import TILLS, Ask, Measure, Query

_AMOUNT_MIN = 100
_AND = frozenset({"and", "or", "та", "і", "й", "и", "або", "или"})
_LISTED = frozenset({"word", "name", "channel", "place", "sign", "joiner", "filler"})
_WHERE_FROM = frozenset({"откуда", "звідки", "where from"})
_MAIN = ("основн", "головн", "главн", "main")
_OF_TILL = ("ій", "ої", "ою", "ой", "ую", "а", "я", "second", "first", "third", "main")
_ENTRIES = ("операц", "запис", "entries", "postings")
_PAIRS = {
    "week": (
        ("when", "previous"), ("unit", "week"), ("joiner", "and"), ("period", "week_before_last"),
    ),
    "month": (
        ("when", "this"), ("unit", "month"), ("joiner", "and"), ("when", "previous"),
        ("unit", "month"),
    ),
    "day": (("period", "yesterday"), ("joiner", "and"), ("period", "before_yesterday")),
}  # fmt: skip
"""One of the last two, and the one before it."""
_SILENT = frozenset({"filler", "sign", "gap", "follow", "joiner"})
_TILLS_MAX = 5
_ON_WHAT = re.compile(
    r"(?:and |but |so )?(?:on what|what on)(?: exactly)?|(?:а |і |и )?на (?:що|шо|что|чт[оё] ж)"
)
_YESTERDAY = frozenset({"yesterday", "вчора", "вчера"})
_HIS = ("'s", "’s")
_PAY = frozenset({"pay", "paycheck", "paycheque", "payslip"})
_CASH_IN = frozenset({"cash in", "money in"})
_PLACED = frozenset({"place", "till_name", "bank_name"})
_DATED = frozenset({"month", "unit", "weekday", "digits", "number", "when", "period", "sign"})
_MUCH_IN = frozenset({"скільки в", "скільки у", "сколько в", "сколько во"})
_PART_OF = frozenset({"of", "of our", "з", "із", "зі", "из"})
_THINGS = frozenset({"measure", "category", "spec", "counted"})
_GETS = ("got", "receiv", "отримав", "отримала", "одержав", "одержала", "получил", "получила")
_WHO = frozenset({"who", "хто", "кто", "хто з", "кто из"})
_STRETCH = frozenset({"month", "unit", "weekday", "digits", "number"})


def put_plainly(marks: Sequence[Mark], last: Query | None) -> tuple[Mark, ...]:
    """Put marks as the grammar reads them, whatever was asked before."""
    marks = carried_to_bank(without_supposed(moved_between(collected(as_meant(marks)))))
    marks = _how_much_in(_who_got(_where_from(_part_of_sales(halves_of_month(marks)))))
    marks = _cash_there(_pay_of(_of_yesterday(over_days(marks))))
    plain = _bounded(_entries_of_size(_with_main(_last_two(_two_weeks(_over_in_till(marks))))))
    return _on_what(_with_till(_without_examples(plain), last), last)


def _on_what(marks: Sequence[Mark], last: Query | None) -> tuple[Mark, ...]:
    """Take "and what on?" after what was spent for the kinds of it."""
    said = [mark for mark in marks if mark.section not in {"sign", "gap"}]
    text = " ".join(fold(mark.text) for mark in said)
    if last is None or not _ON_WHAT.fullmatch(text):
        return tuple(marks)
    return (said[0]._replace(section="group", value="category", text=text),)


def _where_from(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "звідки більше замовлень" for where they come from, not for why they are so many."""
    is_sold = any(
        mark.is_of("counted", "orders", "sales") or mark.is_of("measure", "sales", "refunds")
        for mark in marks
    )
    is_weighed = any(mark.is_of("age", "more") or mark.section == "rank" for mark in marks)
    is_weighed = is_weighed or any(mark.section == "channel" for mark in marks)
    if not is_sold or not is_weighed:
        return tuple(marks)
    return tuple(
        mark._replace(section="group", value="channel") if fold(mark.text) in _WHERE_FROM else mark
        for mark in marks
    )


def _of_yesterday(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Part the day from a phrase that holds it: "касу вчора", "how'd yesterday go"."""
    found: list[Mark] = []
    for mark in marks:
        words = fold(mark.text).split()
        day = next((each for each in words if each in _YESTERDAY), None)
        is_held = mark.is_of("measure", "sales") or mark.is_of("ask", "report")
        is_held = is_held and len(words) > 1
        found.append(mark)
        if is_held and day is not None:
            found.append(mark._replace(section="period", value="yesterday", text=day))
    return tuple(found)


def _part_of_sales(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "how much of sales goes to ads" for a share of sales."""
    spent = [at for at, mark in enumerate(marks) if mark.section in {"category", "spec"}]
    for at in range(len(marks) - 2):
        asked, of, sales = marks[at : at + 3]
        is_part = asked.is_of("ask", "how_much") and fold(of.text) in _PART_OF
        is_of_sales = sales.is_of("measure", "sales") or sales.is_of("counted", "sales")
        if is_part and is_of_sales and any(each > at for each in spent):
            text = f"{of.text} {sales.text}"
            return (*marks[:at], asked._replace(section="shape", value="share", text=text),
                    *marks[at + 3 :])  # fmt: skip
    return tuple(marks)


def _who_got(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "who got most" for whom money went to, where nothing says what he got."""
    got = [at for at, mark in enumerate(marks) if fold(mark.text).startswith(_GETS)]
    is_who = any(mark.is_of("ask", "who") and fold(mark.text) in _WHO for mark in marks)
    out = next((i for i, mark in enumerate(marks) if mark.is_of("filler", "without")), len(marks))
    said = (mark for mark in marks[:out] if mark.section in _THINGS)
    others = [mark for mark in said if not mark.is_of("measure", "money_in")]
    if not (is_who and got) or others or any(mark.is_of("filler", "we", "us") for mark in marks):
        return tuple(marks)
    found = [
        mark._replace(section="filler", value="plain") if fold(mark.text) in _CASH_IN else mark
        for mark in marks
    ]
    found[got[0]] = marks[got[0]]._replace(section="measure", value="money_out")
    return tuple(found)


def _how_much_in(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "сколько в октябре" for how much it was, not for what lies somewhere."""
    is_of_days = all(mark.section in _DATED for mark in marks[1:])
    is_led = bool(marks) and fold(marks[0].text) in _MUCH_IN and is_of_days
    if not is_led or not any(mark.section in _STRETCH for mark in marks):
        return tuple(marks)
    asked = marks[0]._replace(section="ask", value="how_much", text=marks[0].text.split()[0])
    return (asked, *marks[1:])


def _pay_of(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "Ihor's pay" for what he earns here, not for what he paid."""
    found = list(marks)
    for at, (one, two) in enumerate(pairwise(marks)):
        is_his = one.section in {"name", "word"} and one.text.casefold().endswith(_HIS)
        if is_his and fold(two.text) in _PAY:
            found[at + 1] = two._replace(section="measure", value="staff")
    return tuple(found)


def _cash_there(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "cash in the till" for what lies there, where no stretch is named in which it came."""
    found = list(marks)
    is_stretch = any(mark.section in _STRETCH for mark in marks)
    for at, (one, two) in enumerate(pairwise(marks)):
        is_there = fold(one.text) in _CASH_IN and two.section in _PLACED
        if is_there and not is_stretch:
            found[at] = one._replace(section="measure", value="balance")
    return tuple(found)


def _over_in_till(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "out of the till over 5000" for a bound, not for what a count was over by."""
    for at, mark in enumerate(marks[:-1]):
        is_over = mark.is_of("category", "cash_surplus") and fold(mark.text) == "till over"
        if is_over and amount_at(marks, at + 1)[0] >= _AMOUNT_MIN:
            till = mark._replace(section="place", value="till", text="till")
            over = mark._replace(section="age", value="over", text="over")
            return (*marks[:at], till, over, *marks[at + 1 :])
    return tuple(marks)


def _two_weeks(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "the first two weeks of November" for two weeks of it, not for the last fortnight."""
    for at in range(1, len(marks)):
        before = marks[at - 1]
        is_first = before.section == "number" and before.value == "1"
        if is_first and marks[at].is_of("period", "fortnight"):
            two = marks[at]._replace(section="number", value="2")
            weeks = marks[at]._replace(section="unit", value="week")
            return (*marks[:at], two, weeks, *marks[at + 1 :])
    return tuple(marks)


def _last_two(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "compare the last two weeks" for one of them against the other."""
    if not any(mark.is_of("ask", "compare") for mark in marks):
        return tuple(marks)
    for at in range(len(marks) - 2):
        one, two, unit = marks[at : at + 3]
        is_two = any(
            each.section in {"number", "digits"} and each.value == "2" for each in (one, two)
        )
        is_last = any(each.is_of("when", "last", "past", "previous") for each in (one, two))
        if is_two and is_last and unit.is_of("unit", *_PAIRS):
            said = tuple(
                unit._replace(section=kind, value=name) for kind, name in _PAIRS[unit.value]
            )
            return (*marks[:at], *said, *marks[at + 3 :])
    return tuple(marks)


def _entries_of_size(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "операции меньше 200" for the entries that it lists, not for a balance."""
    found = list(marks)
    for at, mark in enumerate(marks[:-1]):
        after = marks[at + 1]
        is_bound = after.section == "age" or after.is_of("filler", "down", "up")
        if fold(mark.text).startswith(_ENTRIES) and mark.section == "filler" and is_bound:
            found[at] = mark._replace(section="ask", value="entries")
    return tuple(found)


def _bounded(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Put a bound before its amount: "60 тыс и больше" is more than 60 000."""
    for at in range(len(marks)):
        amount, end = amount_at(marks, at)
        joins, bound = (marks[i] if i < len(marks) else NOTHING for i in (end, end + 1))
        is_bound = bound.is_of("age", "more", "over", "under") or bound.is_of(
            "filler", "down", "up"
        )
        is_at_end = end + 2 >= len(marks) or marks[end + 2].section not in {"digits", "number"}
        if amount >= _AMOUNT_MIN and fold(joins.text) in _AND and is_bound and is_at_end:
            return (*marks[:at], bound, *marks[at:end], GAP, *marks[end + 2 :])
    return tuple(marks)


def _without_examples(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave out which channels there are, where rows of all are wanted: "by source: site"."""
    at = next((i for i, mark in enumerate(marks) if mark.text == ":"), None)
    if at is None or not any(mark.is_of("group", "channel") for mark in marks[:at]):
        return tuple(marks)
    if any(map(holds_apart, marks[at:])):
        return tuple(marks)  # "звідки більше продажів: сайт чи пром"
    return (
        tuple(marks[:at]) if all(each.section in _LISTED for each in marks[at:]) else tuple(marks)
    )


def _with_main(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take "the main till" for the first one: no till is the largest of all."""
    found = list(marks)
    for at, mark in enumerate(marks[:-1]):
        if _is_main(mark) and marks[at + 1].is_of("place", "till"):
            found[at] = mark._replace(section="number", value="1")
    return tuple(found)


def _with_till(marks: Sequence[Mark], last: Query | None) -> tuple[Mark, ...]:
    """Say which till "and in the second?" means after another."""
    if last is None or last.ask is not Ask.BALANCE or last.measure is not Measure.MONEY:
        return tuple(marks)
    said = [at for at, mark in enumerate(marks) if mark.section not in _SILENT]
    is_of_tills = last.place is not None and last.place.startswith((TILLS, "till."))
    if len(said) != 1 or not is_of_tills:
        return tuple(marks)
    mark = marks[said[0]]
    is_number = mark.section == "number" and int(mark.value) <= _TILLS_MAX
    is_number = is_number and fold(mark.text).endswith(_OF_TILL)
    if not is_number and not _is_main(mark):
        return tuple(marks)
    number = mark._replace(section="number", value=mark.value if is_number else "1")
    till = mark._replace(section="place", value="till")
    return (*marks[: said[0]], number, till, *marks[said[0] + 1 :])


def _is_main(mark: Mark) -> bool:
    return mark.is_of("rank", "top") and fold(mark.text).removeprefix("the ").startswith(_MAIN)
