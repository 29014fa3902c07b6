"""Short turns of a talk, which say only what is to be done with the last answer.

"Why?", "who exactly?", "show me", "in percent?", "and the smallest?", "and 60?", "refunds?".
"""

import datetime as dt
from dataclasses import replace

from ledger.days import Days
from parsing.annotation.tokens import fold
from parsing.questions.comparing import before_like, part_of_year
from parsing.questions.figures_said import LISTED
from parsing.questions.marks import Mark
from parsing.questions.month_days import half_of
from parsing.questions.narrowing import is_narrowing
from parsing.questions.numbers_said import NOTHING, is_young_said
from parsing.questions.query import Ask, Group, Measure, Per, Query
from parsing.questions.rows_said import series_per
from parsing.questions.slots import Slots

_SILENT = frozenset({"filler", "gap", "sign", "follow", "joiner"})
_FIGURES = frozenset({"measure", "counted"})
_SHORT = frozenset({"measure", "counted", "category"})
_STATES = (
    "owe", "balance", "problems", "drafts", "in_transit", "advances", "unfiled", "stuck", "to_pay",
)  # fmt: skip
"""What is told as of now, whatever was asked before."""
_SUMMED = frozenset({Ask.COUNT, Ask.AVERAGE, Ask.LAST, Ask.BIGGEST, Ask.TOTAL})
_TOGETHER = frozenset(
    {
        "разом", "всього", "усього", "загалом", "вместе", "всего", "итого", "together", "in total",
        "altogether", "а разом", "а всього", "а вместе", "а всего", "and together", "all together",
    }
)  # fmt: skip
_ENTRIES = frozenset({Ask.LAST, Ask.BIGGEST, Ask.COUNT})
_REST = ("остальн", "решт", "інш", "rest", "everyone else", "others", "друг")
_OF_ORDER = frozenset({"pays", "money_in", "owe", "sales", "margin", "cost", "result", "paid"})
_PAID = frozenset({"pays", "money_in", "owe"})
_THEM = frozenset({"їх", "их", "з них", "из них", "них"})
_LIST_MAX, _NAMES = 20, 10
_HALVES = 2
_MONTHS, _QUARTERS, _QUARTER_MONTHS = 12, 4, 3
_TO_CUSTOMERS = frozenset({Measure.SALES, Measure.PAID_BY_CUSTOMERS})
_TO_SUPPLIERS = frozenset({Measure.PURCHASES, Measure.PAID_TO_SUPPLIERS})
_TO_OTHERS = frozenset(
    {
        Measure.EXPENSES, Measure.MONEY_IN, Measure.MONEY_OUT, Measure.CATEGORY, Measure.STAFF,
        Measure.FEES, Measure.REFUNDS,
    }
)  # fmt: skip
_EXPLAINED = {Measure.PLAN: Measure.SALES, Measure.MONEY: Measure.FLOW}
_UNEXPLAINED = frozenset(
    {
        Measure.ENTRIES,
        Measure.RECEIVABLE,
        Measure.PAYABLE,
        Measure.PREPAID,
        Measure.ADVANCES,
        Measure.UNFILED,
    }
)
_IN_PERCENT = frozenset({Ask.COMPARE, Ask.WHY})
"""What is told in per cent anyway."""


def is_turn(slots: Slots) -> bool:
    """Tell whether a text can only be about the last answer, without opening as a follow-up.

    It names no days of its own but those that "why" holds the others against, nobody and no place.
    """
    if slots.about or slots.loose or slots.place or slots.is_by_channel or slots.order is not None:
        return False
    said = [mark for mark in slots.marks if mark.section not in _SILENT]
    if slots.has("ask", "why"):
        is_other = slots.has("group") or bool(slots.categories)
        is_backward = not slots.periods or slots.is_than_days
        return not is_other and is_backward and not _has_figure(slots) and len(said) <= _NAMES
    if slots.periods:
        return False
    is_of_it = slots.has("filler", "it") and slots.has("ask", "count")
    if slots.has("measure") and (slots.has("filler", "them") or is_of_it):
        return True
    sections = {mark.section for mark in said}
    if sections and sections <= _SHORT and len(said) == 1:
        return not slots.has("measure", *_STATES)
    return _is_bare(slots) and bool(said)


def _has_figure(slots: Slots) -> bool:
    return any(mark.section in _FIGURES for mark in slots.marks)


def _is_bare(slots: Slots) -> bool:
    """Tell whether a text only says who, to show it, in per cent, or by what."""
    said = [mark for mark in slots.marks if mark.section not in _SILENT]
    is_who = all(mark.is_of("ask", "who", "how_much") or mark.section == "rank" for mark in said)
    is_list = all(
        mark.is_of("ask", "list", "entries") or mark.is_of("group", "category") for mark in said
    )
    is_share = all(
        mark.is_of("shape", "share")
        or mark.is_of("ask", "list", "how_much")
        or mark.is_of("when", "since")
        or mark.is_of("measure", "sales", "expenses")
        for mark in said
    )
    is_share = is_share and slots.has("shape", "share")
    is_asked = any(mark.text == "?" for mark in slots.marks)
    is_ranked = slots.has("rank") and all(mark.section in {"rank", "digits"} for mark in said)
    is_alone = (is_asked and _is_number(slots)) or is_ranked or _is_amount(slots)
    return (is_who and slots.has("ask", "who")) or is_list or is_share or is_alone


def _is_amount(slots: Slots) -> bool:
    """Tell whether only how many, or what sum, is asked: "how many were there", "на яку суму"."""
    said = [mark for mark in slots.marks if mark.section not in _SILENT]
    return bool(said) and all(mark.is_of("ask", "count", "how_much") for mark in said)


def turned(slots: Slots, before: Query, today: dt.date) -> Query | None:
    """Change the last query by such a turn; None where it is none, or does not go with it."""
    found = _turned(slots, before)
    if found is None or found.days.first > today:
        return None
    return replace(found, days=found.days.until(today))


def _turned(slots: Slots, before: Query) -> Query | None:
    if _is_of_other(slots):
        return None
    turns = (
        (_is_of_rest(slots, before), _of_all),
        (_is_of_order(slots, before), _kept),
        (_is_together(slots, before), _whole),
        (slots.has("ask", "why"), _explained),
        (is_narrowing(slots), _nothing),
        (slots.has("shape", "share"), _shared),
        (_is_amount(slots), _amounted),
        (_has_figure(slots) or slots.has("group"), _nothing),
        (slots.has("rank", "smallest", "biggest", "top", "last"), _ranked),
        (slots.has("ask", "who"), _named),
        (series_per(slots) is not None, _nothing),
        (slots.has("ask", "list", "entries"), _listed),
        (_is_number(slots), _numbered),
    )
    return next((turn(slots, before) for is_said, turn in turns if is_said), None)


def _is_of_other(slots: Slots) -> bool:
    """Tell whether other days, names, places, categories are named: no such turn does."""
    is_dated = bool(slots.periods) and not slots.has("ask", "why")
    is_named = bool(slots.about or slots.place or slots.is_by_channel or slots.categories)
    return is_dated or is_named or slots.order is not None


def _is_of_rest(slots: Slots, before: Query) -> bool:
    """Tell whether all others than the name of before are asked for: "а всем остальным?"."""
    is_said = any(fold(mark.text).startswith(_REST) for mark in slots.marks)
    is_alone = all(mark.section in _SILENT for mark in slots.marks)
    return is_said and is_alone and before.about is not None


def _of_all(_slots: Slots, before: Query) -> Query:
    return replace(before, about=None, others=())


def _is_together(slots: Slots, before: Query) -> bool:
    """Tell whether all places or channels are asked for after one of them: "а разом?"."""
    said = {fold(mark.text) for mark in slots.marks if mark.section not in {"sign", "gap"}}
    is_part = bool(before.is_by_channel or before.place or before.about)
    return is_part and bool(said & _TOGETHER) and said <= _TOGETHER | {"а", "and", "і", "и", "a"}


def _whole(_slots: Slots, before: Query) -> Query:
    return replace(before, channels=(), channels_out=(), place=None, about=None, others=())


def _is_of_order(slots: Slots, before: Query) -> bool:
    """Tell whether an order is asked on that is told with what was paid, sold and left."""
    told = {mark.value for mark in slots.marks if mark.section == "measure"}
    return before.ask is Ask.ORDER and bool(told) and told <= _OF_ORDER


def is_paid_for(slots: Slots, before: Query) -> bool:
    """Tell whether a text asks if an order that was told is paid: "клієнт все оплатив?"."""
    told = {mark.value for mark in slots.marks if mark.section == "measure"}
    is_other = slots.periods or slots.about or slots.categories or slots.place or slots.order
    return before.ask is Ask.ORDER and bool(told) and told <= _PAID and not is_other


def _kept(_slots: Slots, before: Query) -> Query:
    return before


def _explained(slots: Slots, before: Query) -> Query | None:
    return None if _has_figure(slots) or slots.has("group") else _why(slots, before)


def _nothing(_slots: Slots, _before: Query) -> None:
    """Take nothing for a turn that says more: it is asked anew."""


def _amounted(slots: Slots, before: Query) -> Query | None:
    """Count what was summed, or sum what was counted, listed or averaged."""
    if before.ask not in _SUMMED or before.measure not in LISTED:
        return None
    is_counted = slots.has("ask", "count") or any(map(_is_of_them, slots.marks))
    return _rows(replace(before, ask=Ask.COUNT if is_counted else Ask.TOTAL), slots, before.limit)


def _is_of_them(mark: Mark) -> bool:
    """Tell whether "of them" makes "how many" of what may be "how much" as well."""
    return mark.is_of("filler", "it", "of_it") and fold(mark.text) in _THEM


def _why(slots: Slots, before: Query) -> Query | None:
    """Ask why the last figure is what it is, against the days it was held against, or earlier."""
    if before.ask is Ask.ORDER or before.measure in _UNEXPLAINED:
        return None
    measure = _EXPLAINED.get(before.measure, before.measure)
    days, against = before.days, before.against or before_like(before.days)
    if len(slots.periods) > 1:
        days, against = slots.periods[:2]
    elif slots.periods:
        against = slots.periods[0]
        against = part_of_year(days, against)
        against = _week_before(days) if against == days and days.is_one else against
    why = replace(before, ask=Ask.WHY, measure=measure, days=days, against=against)
    return replace(
        why,
        group=None,
        per=Per.ENTRY,
        compared=Ask.TOTAL,
        share_of=None,
        is_least=False,
        limit=slots.number or 5,
    )


def _week_before(day: Days) -> Days:
    return Days.one(day.first - dt.timedelta(weeks=1))


def _shared(slots: Slots, before: Query) -> Query | None:
    """Tell the last figure as a share, too: of sales, of expenses, or its rows of their sum."""
    values = set(slots.values("measure"))
    if not values <= {"sales", "expenses"} or slots.has("group"):
        return None
    if before.ask in _IN_PERCENT or before.measure is Measure.PLAN or before.share_of is not None:
        return before
    if before.ask is Ask.TOP:
        return replace(before, share_of=before.measure)
    if before.ask is Ask.SERIES and before.compared is Ask.TOTAL:
        return replace(
            before, share_of=Measure.EXPENSES if "expenses" in values else Measure.SALES
        )
    if before.ask in _ENTRIES and before.measure in LISTED:
        before = replace(before, ask=Ask.TOTAL, limit=5)
    is_whole = before.measure is Measure.SALES and before.place is before.about is None
    if before.ask is not Ask.TOTAL or is_whole:
        return _by_channel(before)
    return replace(before, share_of=Measure.EXPENSES if "expenses" in values else Measure.SALES)


def _by_channel(before: Query) -> Query | None:
    """Tell each channel's part of all, where sales of one were told."""
    if before.ask is not Ask.TOTAL or len(before.channels) != 1:
        return None
    ranked = replace(
        before, ask=Ask.TOP, group=Group.CHANNEL, channels=(), channels_out=(), limit=20
    )
    return replace(ranked, share_of=before.measure, per=Per.ENTRY)


def _ranked(slots: Slots, before: Query) -> Query | None:
    """Turn the last list over, or name who is behind a figure, the largest first."""
    is_least = slots.has("rank", "smallest")
    limit = slots.number or before.limit
    if before.ask is Ask.LAST and slots.number is not None:
        return replace(before, limit=limit)
    if before.ask in {Ask.TOP, Ask.BIGGEST}:
        return replace(before, is_least=is_least, limit=limit)
    is_of_averages = before.ask is Ask.SERIES and before.compared is not Ask.TOTAL
    if before.ask is Ask.OWED or is_of_averages:
        return before  # each is told anyway
    if slots.has("ask", "who") and before.ask is not Ask.SERIES:
        return _named(slots, before)
    if before.ask is Ask.SERIES:
        group = {Per.DAY: Group.DAY, Per.WEEK: Group.WEEK}.get(before.per, Group.MONTH)
        return replace(
            before, ask=Ask.TOP, group=group, per=Per.ENTRY, is_least=is_least, limit=limit
        )
    return None


def _named(slots: Slots, before: Query) -> Query | None:
    """Say whom the last figure is made of: "who exactly?", "кому найбільше?"."""
    if before.ask is Ask.OWED or before.group in {Group.CUSTOMER, Group.SUPPLIER}:
        is_counted = before.ask is Ask.COUNT
        return replace(before, ask=Ask.TOP, limit=_NAMES) if is_counted else before
    if before.measure in _TO_CUSTOMERS:
        group, measure = Group.CUSTOMER, before.measure
    elif before.measure in _TO_SUPPLIERS:
        group, measure = Group.SUPPLIER, Measure.PAID_TO_SUPPLIERS
    elif before.measure in _TO_OTHERS:
        group, measure = Group.COUNTERPARTY, before.measure
    else:
        return None
    return _rows(replace(before, ask=Ask.TOP, group=group, measure=measure), slots, _NAMES)


def _listed(slots: Slots, before: Query) -> Query | None:
    """Show the entries of the last figure; what is a list already stays as it is."""
    if before.ask in {Ask.OWED, Ask.TOP, Ask.SERIES, Ask.BALANCE, Ask.ORDER}:
        return before
    if before.measure not in LISTED:
        return None
    return _rows(replace(before, ask=Ask.LAST, group=None), slots, _LIST_MAX)


def _rows(found: Query, slots: Slots, limit: int) -> Query:
    return replace(
        found,
        limit=slots.number or limit,
        against=None,
        share_of=None,
        per=Per.ENTRY,
        compared=Ask.TOTAL,
    )


def _is_number(slots: Slots) -> bool:
    said = [mark for mark in slots.marks if mark.section not in {*_SILENT, "age"}]
    return len(said) == 1 and said[0].section in {"digits", "number"}


def _aged(slots: Slots, before: Query, number: int) -> Query:
    """Put another age in place of the last one; "under" and "over" say which way."""
    at = next(i for i, mark in enumerate(slots.marks) if mark.section in {"digits", "number"})
    before_it = slots.marks[at - 1] if at else NOTHING
    is_old = before_it.is_of("age", "over", "more")
    is_young = at > 0 and is_young_said(slots.marks, at - 1)
    is_young = is_young or (bool(before.younger_than_days) and not is_old)
    older, younger = (0, number) if is_young else (number, 0)
    return replace(before, older_than_days=older, younger_than_days=younger)


def _is_half(days: Days) -> bool:
    """Tell whether days are one half of a month."""
    month = Days.month(days.first.year, days.first.month)
    return days in {half_of(month, 1), half_of(month, 2).until(days.last)}


def _numbered(slots: Slots, before: Query) -> Query | None:
    """Put another number in place of the last one: "and 60?", "а 4956", "а за 2?"."""
    said = next(mark for mark in slots.marks if mark.section in {"digits", "number"}).value
    number = int(said)
    if before.ask is Ask.ORDER:
        return replace(before, order=said)
    if before.is_aged:
        return _aged(slots, before, number)
    if before.ask in {Ask.TOP, Ask.LAST, Ask.BIGGEST} and slots.number is not None:
        return replace(before, limit=number)
    if number <= _HALVES and _is_half(before.days):
        whole = Days.month(before.days.first.year, before.days.first.month)
        return replace(before, days=half_of(whole, number), is_usual_days=False)
    is_quarter = before.days.whole_months == _QUARTER_MONTHS and before.days.first.month % 3 == 1
    if is_quarter and 1 <= number <= _QUARTERS:
        year, month = before.days.first.year, (number - 1) * _QUARTER_MONTHS + 1
        return replace(before, days=Days.months(year, month, _QUARTER_MONTHS), is_usual_days=False)
    return None
