"""Turns about what is there or owed by now: "and now?", "and how much is left?"."""

import datetime as dt
from dataclasses import replace

from ledger.days import Days
from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.query import Ask, Measure, Query
from parsing.questions.slots import Slots

_STATES = frozenset({Ask.BALANCE, Ask.OWED})
_NOW = frozenset("now nowadays зараз щас сейчас сечас щаз тепер теперь".split())
_ASKS = frozenset({"filler", "gap", "sign", "follow", "joiner", "ask"})
_LEFT = ("left", "remain", "лиш", "залиш", "остал", "оста", "ост")
_PAID = frozenset(
    {
        Measure.MONEY_OUT, Measure.PAID_TO_SUPPLIERS, Measure.CATEGORY, Measure.EXPENSES,
        Measure.PURCHASES,
    }
)  # fmt: skip
_MOVED = frozenset({Measure.MONEY_IN, Measure.MONEY_OUT, Measure.FLOW})
_BOUGHT = frozenset({Measure.MONEY_IN, Measure.PAID_BY_CUSTOMERS, Measure.SALES})
_OWED_MAX = 20


def state_again(slots: Slots, before: Query, today: dt.date) -> Query | None:
    """Read a turn that asks for a state of today after the last question; None where it is none.

    "How much was there ten days ago, and now?" is the same state of today; "how much did we pay
    Vent-Service, and how much is left?" what is still owed to them; "what did we sell yesterday,
    and what is in the till now?" what is there, whatever was asked before.
    """
    telling = [mark for mark in slots.marks if mark.section not in _ASKS]
    is_now = any(map(_is_now, slots.marks))
    if before.ask in _STATES and is_now and all(map(_is_now, telling)):
        return replace(before, days=Days.one(today), is_usual_days=False)
    is_there = is_now and all(_is_now(mark) or mark.section == "place" for mark in telling)
    place = slots.place or (before.place if before.measure in _MOVED else None)
    if before.ask not in _STATES and is_there and place is not None:
        return Query(Ask.BALANCE, Measure.MONEY, Days.one(today), place=place)
    is_left = bool(telling) and all(_is_left(mark) for mark in telling)
    if not is_left or before.about is None or slots.about or slots.place:
        return None
    if before.measure not in _PAID | _BOUGHT:
        return None
    measure = Measure.PAYABLE if before.measure in _PAID else Measure.RECEIVABLE
    return Query(
        Ask.OWED,
        measure,
        Days.one(today),
        is_usual_days=True,
        about=before.about,
        others=before.others,
        limit=_OWED_MAX,
    )


def _is_now(mark: Mark) -> bool:
    """Tell whether a word is "now", alone or with what stands beside it: "and now"."""
    return not _NOW.isdisjoint(fold(mark.text).split())


def _is_left(mark: Mark) -> bool:
    is_balance = mark.is_of("measure", "balance")
    return is_balance and any(word.startswith(_LEFT) for word in fold(mark.text).split())
