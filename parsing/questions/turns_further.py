"""Turns that go on from the last answer with something of their own beside it.

"Compare with the plan", "for which order", "whom did we pay", "how many of them are not paid".
"""

import datetime as dt
from dataclasses import replace

from ledger.days import Days
from parsing.annotation.tokens import fold
from parsing.questions.comparing import before_like
from parsing.questions.figures_said import LISTED, SEVERAL_LIMIT
from parsing.questions.further_said import asks_due
from parsing.questions.query import Ask, Group, Measure, Per, Query, is_of_gateways
from parsing.questions.refusals import BY_PLACE
from parsing.questions.slots import Slots
from parsing.questions.weighed_said import names_order

_SILENT = frozenset({"filler", "gap", "sign", "follow", "joiner"})
_SUMMED = frozenset({Ask.TOTAL, Ask.COUNT, Ask.AVERAGE, Ask.BIGGEST, Ask.LAST, Ask.RESULTS})
_SPENT = frozenset(
    {Measure.CATEGORY, Measure.STAFF, Measure.EXPENSES, Measure.MONEY_OUT, Measure.FEES}
)
_SOLD = frozenset({Measure.SALES, Measure.PAID_BY_CUSTOMERS})
_UNPAID = ("не оплач", "неоплач", "не сплач", "несплач", "unpaid", "not paid", "aren't paid",
           "not been paid", "haven't been paid", "не заплач", "не заплат", "не оплат")  # fmt: skip
_OF_THEM = (
    "з неї",
    "із неї",
    "из нее",
    "из него",
    "з нього",
    "of it",
    "of that",
    "з цього",
    "из этого",
    "з них",
    "із них",
    "из них",
    "of them",
    "of those",
    "of these",
    "з цих",
    "из этих",
)
_TO_WHOM = ("кому", "whom", "to whom", "who got", "хто отрим", "кто получ", "who was paid",
            "who did we pay", "who were paid")  # fmt: skip
_WITH = frozenset({"с", "со", "з", "із", "зі", "with", "to", "до", "к"})
_PAYS = frozenset({"money_out", "payments", "expenses", "pays"})
_BOUGHT = frozenset({"sales", "purchases"})
_ARRIVES = ("land", "arriv", "come", "here", "прийд", "прид", "прихо", "дійде", "дойд", "надійд",
            "поступ", "зайд", "зайде", "зарах", "зачисл", "reach", "pay out", "get it",
            "hit")  # fmt: skip
_LARGEST = 3
_WHEN = ("when", "коли", "когда")
_FOR_ORDER = ("за яке замовл", "за які замовл", "по яких замовл", "по якому замовл", "яке замовл",
              "за какой заказ", "за какие заказ", "по каким заказ", "по какому заказ",
              "which order", "what order", "by order", "по замовленнях", "по заказам")  # fmt: skip


def further_turn(slots: Slots, before: Query, today: dt.date) -> Query | None:
    """Change the last query by such a turn; None where it is none.

    Args:
        slots: what the turn says.
        before: the last query.
        today: the day it was asked on.
    """
    is_of_name = any(not fold(each).startswith(_ARRIVES) for each in slots.about)
    if is_of_name or slots.is_by_channel or slots.order is not None:
        return None
    turns = (
        _paid_of_debt,
        _counted_too,
        _other_side,
        _mostly_on,
        _largest,
        _when_due,
        _paid_there,
        _of_bank,
        _to_plan,
        _of_order,
        _when_comes,
        _not_paid,
        _paid_whom,
        _who_bought,
        _why_part,
    )
    found = (turn(slots, before, today) for turn in turns)
    return next((each for each in found if each is not None), None)


def _paid_of_debt(slots: Slots, before: Query, _today: dt.date) -> Query | None:
    """Tell a debt again where it is asked what of it is paid: what is told is still owed."""
    said = [mark for mark in slots.marks if mark.section not in _SILENT]
    is_paid = any(mark.is_of("measure", *_PAYS) for mark in said)
    is_bare = all(mark.is_of("measure", *_PAYS) or mark.section == "ask" for mark in said)
    is_of_it = slots.has("filler", "of_it") and not (slots.periods or slots.place or slots.about)
    return before if before.ask is Ask.OWED and is_paid and is_bare and is_of_it else None


def _to_plan(slots: Slots, before: Query, _today: dt.date) -> Query | None:
    """Hold the days that were told against their plan."""
    said = [mark for mark in slots.marks if mark.section not in _SILENT]
    said = [mark for mark in said if fold(mark.text) not in _WITH]
    is_alone = all(mark.is_of("ask", "plan", "compare", "against") for mark in said)
    is_bare = is_alone and not slots.periods and not slots.place
    if not (is_bare and slots.has("ask", "plan")) or before.ask not in _SUMMED:
        return None
    if before.measure not in {*_SOLD, Measure.RESULT, Measure.MARGIN, Measure.PLAN}:
        return None
    return Query(Ask.RESULTS, Measure.PLAN, before.days, is_usual_days=before.is_usual_days)


def _of_bank(slots: Slots, before: Query, _today: dt.date) -> Query | None:
    """Say until when the lines of another account are known: "а по монобанку коли остання"."""
    is_of_lines = before.ask is Ask.BALANCE and before.is_due and bool(slots.place)
    return replace(before, place=slots.place) if is_of_lines and not slots.periods else None


def _paid_there(slots: Slots, before: Query, _today: dt.date) -> Query | None:
    """Tell what of the last figure was paid in such a way: "how much of it in cash"."""
    said = [mark for mark in slots.marks if mark.section not in _SILENT | {"place"}]
    is_paid = any(mark.is_of("measure", *_PAYS) for mark in said)
    is_of_it = any(mark.is_of("filler", "of_it", "it") for mark in slots.marks)
    is_of_it = is_of_it or any(each in _text(slots) for each in _OF_THEM)
    is_bare = all(
        mark.is_of("measure", *_PAYS) or mark.section in {"ask", "shape"} for mark in said
    )
    is_named = bool(slots.place) and not (slots.periods or slots.categories)
    if not (is_named and is_bare and (is_paid or is_of_it)) or before.measure not in BY_PLACE:
        return None
    if before.ask not in {Ask.TOTAL, Ask.COUNT, Ask.AVERAGE, Ask.LAST, Ask.BIGGEST, Ask.SERIES}:
        return None
    is_other_way = is_paid and before.measure in _SOLD and not is_of_it
    return None if is_other_way else replace(before, place=slots.place)


def _when_due(slots: Slots, before: Query, _today: dt.date) -> Query | None:
    """Say of debts that until when they are due is not known: "у кого срок раньше всех"."""
    is_new = slots.periods or slots.place or slots.categories or slots.has("measure")
    is_debt = before.ask is Ask.OWED and before.measure in {Measure.PAYABLE, Measure.RECEIVABLE}
    return replace(before, is_due=True) if is_debt and not is_new and asks_due(slots) else None


def _counted_too(slots: Slots, before: Query, _today: dt.date) -> Query | None:
    """Count what was summed: "and how many sales was that"."""
    said = [mark for mark in slots.marks if mark.section not in _SILENT]
    named = {mark.value for mark in said if mark.section == "counted"}
    is_bare = all(mark.section == "counted" or mark.is_of("ask", "count") for mark in said)
    is_same = named == {before.measure.value} and before.ask is Ask.TOTAL and not slots.periods
    return replace(before, ask=Ask.COUNT, per=Per.ENTRY) if is_bare and is_same else None


def _other_side(slots: Slots, before: Query, _today: dt.date) -> Query | None:
    """Turn debts round: "а ми кому?" after what customers owe, "and who owes us?" after ours."""
    said = [mark for mark in slots.marks if mark.section not in _SILENT]
    is_who = slots.has("ask", "who") or slots.has("filler", "whom", "them")
    is_bare = all(mark.is_of("ask", "who") or mark.is_of("measure", "owe") for mark in said)
    is_bare = is_bare and not (slots.periods or slots.place or slots.categories)
    is_ours, is_theirs = slots.has("filler", "we", "whom"), slots.has("filler", "us")
    if not (is_who and is_bare) or is_ours is is_theirs or before.ask is not Ask.OWED:
        return None
    if before.measure not in {Measure.PAYABLE, Measure.RECEIVABLE}:
        return None
    about = before.about if slots.has("filler", "them") else None
    measure = Measure.PAYABLE if is_ours else Measure.RECEIVABLE
    return replace(before, measure=measure, about=about, others=(), group=None, begun=None)


def _mostly_on(slots: Slots, before: Query, _today: dt.date) -> Query | None:
    """Tell what most of the last sum was spent on: "на що найбільше?", "what was it mostly on"."""
    said = [mark for mark in slots.marks if mark.section not in _SILENT]
    is_asked = any(mark.is_of("group", "category") for mark in said) and slots.has("rank")
    is_bare = all(
        mark.section in {"rank", "digits"} or mark.is_of("group", "category") for mark in said
    )
    if not (is_asked and is_bare) or slots.periods or slots.place or before.ask not in _SUMMED:
        return None
    least = slots.has("rank", "smallest")
    if before.measure in {Measure.EXPENSES, Measure.RESULT}:
        found = replace(before, ask=Ask.TOP, measure=Measure.EXPENSES, group=Group.CATEGORY)
        found = replace(found, limit=slots.number or 10, is_least=least, per=Per.ENTRY)
        return replace(found, share_of=None, against=None, compared=Ask.TOTAL)
    return _as_entries(slots, before) if before.measure in _SPENT else None


def _largest(slots: Slots, before: Query, _today: dt.date) -> Query | None:
    """Show the largest of the entries that were summed: "покажи самый большой"."""
    said = [mark for mark in slots.marks if mark.section not in _SILENT]
    is_shown = slots.has("ask", "list", "entries") and slots.has(
        "rank", "biggest", "top", "smallest"
    )
    is_bare = all(
        mark.section in {"rank", "digits"} or mark.is_of("ask", "list", "entries") for mark in said
    )
    is_other = slots.periods or slots.place or slots.categories
    is_sum = before.ask in {Ask.TOTAL, Ask.COUNT, Ask.AVERAGE} and before.measure in LISTED
    if not (is_shown and is_bare and is_sum) or is_other or before.group is not None:
        return None
    return _as_entries(slots, before)


def _as_entries(slots: Slots, before: Query) -> Query:
    """List what was summed, the largest first."""
    found = replace(before, ask=Ask.BIGGEST, limit=slots.number or _LARGEST, group=None)
    found = replace(found, is_least=slots.has("rank", "smallest"), per=Per.ENTRY)
    return replace(found, share_of=None, against=None, compared=Ask.TOTAL)


def _of_order(slots: Slots, before: Query, _today: dt.date) -> Query | None:
    """Tell what somebody owes order by order."""
    is_asked = any(each in _text(slots) for each in _FOR_ORDER)
    if before.ask is not Ask.OWED or before.measure is not Measure.RECEIVABLE or not is_asked:
        return None
    return replace(before, group=Group.ORDER, limit=SEVERAL_LIMIT)


def _when_comes(slots: Slots, before: Query, _today: dt.date) -> Query | None:
    """Say of money that is awaited that no day of its coming is known."""
    is_on_way = before.measure is Measure.IN_TRANSIT
    is_held = before.ask is Ask.BALANCE and is_of_gateways(before.place)
    is_coming = any(each in _text(slots) for each in _ARRIVES)
    is_when = slots.has("ask", "when") or any(each in _text(slots) for each in _WHEN)
    if not (is_on_way or is_held) or not (is_when and is_coming):
        return None
    return replace(before, is_due=is_on_way)


def _not_paid(slots: Slots, before: Query, today: dt.date) -> Query | None:
    """Tell which of the orders of the days that were told are not paid."""
    is_asked = any(each in _text(slots) for each in _UNPAID) and not slots.periods
    is_of_them = any(mark.is_of("filler", "of_it", "them", "it") for mark in slots.marks)
    is_of_them = is_of_them or names_order(slots) or any(each in _text(slots) for each in _OF_THEM)
    if not (is_asked and is_of_them) or before.measure not in _SOLD or before.ask is Ask.ORDER:
        return None
    days = Days.one(today)
    found = Query(Ask.OWED, Measure.RECEIVABLE, days, group=Group.ORDER, limit=SEVERAL_LIMIT)
    return replace(found, begun=before.days, about=before.about, at_least=slots.at_least)


def _paid_whom(slots: Slots, before: Query, _today: dt.date) -> Query | None:
    """Tell by names what was spent on what was told."""
    is_asked = any(each in _text(slots) for each in _TO_WHOM)
    others = [mark for mark in slots.marks if mark.section in {"measure", "group", "category"}]
    is_paid = all(mark.is_of("measure", *_PAYS) for mark in others)
    is_bare = is_paid and not (slots.periods or slots.place or slots.categories)
    is_sum = before.ask in {Ask.TOTAL, Ask.COUNT, Ask.AVERAGE} and before.measure in _SPENT
    if not (is_asked and is_bare and is_sum) or not others:
        return None
    found = replace(before, ask=Ask.TOP, group=Group.COUNTERPARTY, limit=slots.number or 10)
    return replace(found, per=Per.ENTRY, share_of=None, against=None)


def _who_bought(slots: Slots, before: Query, _today: dt.date) -> Query | None:
    """Tell by customers what was sold in the days that were told: "and who bought most"."""
    others = [mark for mark in slots.marks if mark.section in {"measure", "group", "category"}]
    is_asked = slots.has("ask", "who") and not slots.has("filler", "we")
    is_bought = bool(others) and all(mark.is_of("measure", *_BOUGHT) for mark in others)
    is_bare = not (slots.periods or slots.place or slots.at_least or slots.has("shape"))
    is_of_days = before.measure in _SOLD and before.ask in _SUMMED and not before.is_usual_days
    if not (is_asked and is_bought and is_bare and is_of_days):
        return None
    limit, is_least = slots.number or 5, slots.has("rank", "smallest")
    found = replace(before, ask=Ask.TOP, group=Group.CUSTOMER, measure=Measure.SALES, place=None)
    found = replace(found, limit=limit, is_least=is_least, others=(), about=None)
    return replace(found, per=Per.ENTRY, share_of=None, against=None, compared=Ask.TOTAL)


def _why_part(slots: Slots, before: Query, today: dt.date) -> Query | None:
    """Ask why a part of the days that were told is what it is: "why so much in July"."""
    others = [mark for mark in slots.marks if mark.section in {"measure", "group", "category"}]
    is_why = slots.has("ask", "why") and not others and not slots.place and not slots.is_than_days
    if not is_why or len(slots.periods) != 1 or before.ask not in _SUMMED | {Ask.SERIES}:
        return None
    days = slots.periods[0].until(today)
    is_within = before.days.first <= days.first and days.last <= before.days.last
    if not is_within or days == before.days or before.measure not in LISTED | {Measure.RESULT}:
        return None
    found = replace(before, ask=Ask.WHY, days=days, against=before_like(days), group=None)
    return replace(found, per=Per.ENTRY, compared=Ask.TOTAL, share_of=None, is_usual_days=False)


def _text(slots: Slots) -> str:
    return " ".join(fold(mark.text) for mark in slots.marks if mark.section != "sign")
