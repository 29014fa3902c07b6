"""Which entries are listed, where one phrase alone asks for them: "all payments from Melnyk"."""

from itertools import pairwise

from parsing.annotation.tokens import fold
from parsing.questions.query import Measure
from parsing.questions.slots import Slots

_NAMES = frozenset({"name", "word"})
_WHICH = frozenset("which what які какие яких каких якими какими котрі".split())
_FROM = frozenset({"from", "від", "от"})


def paid_entries(slots: Slots) -> Measure | None:
    """Say which payments are listed where one phrase asks for them: "all payments from Melnyk"."""
    said = [fold(mark.text) for mark in slots.marks if mark.is_of("ask", "entries")]
    is_paid = any(part in each for each in said for part in ("payment", "оплат", "плат", "надх"))
    if not is_paid or not slots.about:
        return None
    is_from = any(
        one.text.casefold() in _FROM and two.section in _NAMES
        for one, two in pairwise(slots.marks)
    )
    return Measure.MONEY_IN if is_from else Measure.MONEY_OUT


def asks_which(slots: Slots) -> bool:
    """Tell whether single refunds are asked for: "какие были возвраты", "refunds, which ones"."""
    said = (fold(mark.text).split() for mark in slots.marks)
    is_which = any(not _WHICH.isdisjoint(each) for each in said)
    return is_which or slots.has("ask", "list")


def all_entries(slots: Slots) -> Measure | None:
    """Say which entries are listed where one phrase alone says it: "які платежі були вчора"."""
    said = [fold(mark.text) for mark in slots.marks if mark.is_of("ask", "entries")]
    if any(each in one for one in said for each in ("payment", "плат")):
        return Measure.MONEY_OUT
    if any("sales" in one for one in said):
        return Measure.SALES  # "which sales did we have"
    is_any = any(each in one for one in said for each in ("transact", "операц", "entr", "провод"))
    return Measure.ENTRIES if is_any else None
