"""Read a question: what is asked of the books, or what is not understood of it."""

import datetime as dt
import re
from dataclasses import replace

from parsing.questions.ahead import forecast_said
from parsing.questions.all_days import days_in_all
from parsing.questions.follow import (
    follow,
    holds_same_against,
    is_fragment,
    is_whole_question,
)
from parsing.questions.further_said import of_days_sold, says_open
from parsing.questions.had_not import supposes_paid
from parsing.questions.marks import TOLD, Mark, Vocabulary
from parsing.questions.no_such_day import no_such_day, until_its_last
from parsing.questions.plan_ahead import plan_ahead, until_today
from parsing.questions.query import LIMIT_MAX, Ask, Doubt, Measure, Query, Unclear
from parsing.questions.reader import Reader
from parsing.questions.refusals import beyond_books, checked, is_readable
from parsing.questions.slots import Slots, slots_of
from parsing.questions.sources_said import heard_in
from parsing.questions.state_again import state_again
from parsing.questions.turns import is_paid_for, turned
from parsing.questions.turns_further import further_turn
from parsing.questions.turns_of_last import is_of_last, of_last

_OF_NO_PLACE = frozenset({Measure.PROBLEMS, Measure.DRAFTS})
"""What is told of the whole shop, whatever place is named."""
_LOOSE_MAX = 2
"""Of more unknown words that stand by themselves a question is not understood."""
_HEAD = 2
"""A question word stands among so many telling words from the beginning."""
_DIGITS_DATE = re.compile(r"\d[.,]\d")
"""What may be an amount as well as a day."""
_NO_AMOUNT = re.compile(
    r"\d+(?:-?(?:го|th|st|nd|rd))?\s*(?:-|–|—|\bto\b|\btill\b|\band\b|по\b|до\b|та\b|і\b|и\b)[^\d]{1,9}\d"
    r"|\d\s*[-–—]\s*\d"
    r"|\b(?:less|more|under|over|below|above|least|most|менш|меньш|більш|больш|понад|свыше|вище"
    r"|нижче|выше|ниже|до|від|от)\w*\W+(?:\w+\W+)?\d",
    re.IGNORECASE,
)
"""Two numbers that may be days from and to, or a number that may be a bound."""
_BALANCES = ("остат", "залиш", "balance", "сальдо")
_STATES = ("owe", "unfiled", "drafts", "problems", "in_transit", "advances", "margin", "stuck")
"""What is a state of the books: whoever names it alone asks how it is."""
_TELLS_OF_ONE = re.compile(r"(?:[аиюяу]в|л|ла|вся|лся|лась|лася)$")
"""How Ukrainian and Russian verbs end that tell what one person did; "расходов" is no verb."""

_TELLS_OF_SOME = re.compile(r"[аиіїеёуяю]ли(?:ся|сь)?$")
"""How they end that tell what some did."""


def read_question(
    text: str,
    *,
    today: dt.date,
    vocabulary: Vocabulary,
    before: Query | None = None,
    goes_on: bool = False,
) -> Query | Doubt:
    """Read a question of whoever may ask.

    Args:
        text: what was typed, in any of the languages.
        today: the day it was asked on.
        vocabulary: the words, and what the shop's tills and banks are called.
        before: what the same person asked before, for "and in September?".
        goes_on: it is certainly asked on, whatever it opens with.
    """
    marks = until_its_last(heard_in(text, vocabulary, before))
    missing = Doubt(Unclear.SUPPOSED) if supposes_paid(marks) else no_such_day(marks)
    early = missing or plan_ahead(marks, today, before) or forecast_said(marks, today, before)
    if early is not None:
        return early
    if before is not None and before.ask is Ask.FORECAST:
        before = None  # nothing of it goes with days that have been
    before = until_today(before, today)
    slots = slots_of(marks, vocabulary, today, before)
    beyond = beyond_books(slots)
    return Doubt(beyond) if beyond is not None else _read(slots, today, before, goes_on=goes_on)


def _read(slots: Slots, today: dt.date, before: Query | None, *, goes_on: bool) -> Query | Doubt:
    """Read what a question says: a turn, what is asked on, or a question by itself."""
    reader = Reader(slots, today)
    is_follow = before is not None and (
        goes_on
        or slots.is_follow
        or holds_same_against(slots, before)
        or (not is_whole_question(slots) and _goes_on(slots, before, today))
    )
    turn = None
    if before is not None and is_follow:
        turn = further_turn(slots, before, today) or of_last(slots, before, today)
        turn = turn or state_again(slots, before, today) or turned(slots, before, today)
    if turn is not None and is_readable(turn):
        return replace(turn, left_out=slots.idle)
    if before is not None and is_follow:
        found = follow(reader, before)
    else:
        found = reader.read(days_in_all(slots, today))
    told = checked(found, slots)
    if isinstance(told, Doubt):
        return told
    told = of_days_sold(told, slots, today)
    if sum(len(each.split()) for each in slots.loose) > _LOOSE_MAX:
        return Doubt(Unclear.WORDS, slots.loose)
    told, passed = without_service(told)
    if told.measure in _OF_NO_PLACE:
        passed = (*passed, *slots.place_words)
    left = (*passed, *slots.loose, *slots.idle)
    if told.measure is Measure.PREPAID:
        left = tuple(each for each in left if not says_open(each))
    return replace(told, left_out=left)


def _goes_on(slots: Slots, before: Query, today: dt.date) -> bool:
    """Tell whether a text can only be about the last question, though it does not open so."""
    return (
        is_fragment(slots)
        or is_paid_for(slots, before)
        or is_of_last(slots, before, today)
        or further_turn(slots, before, today) is not None
    )


def without_service(found: Query) -> tuple[Query, tuple[str, ...]]:
    """Leave out what a bank's fees are said to be for: the books know whose they are alone."""
    about = found.about or ""
    is_bank = found.measure is Measure.FEES and found.place is not None
    if not about or not is_bank or not about.islower():
        return found, ()
    return replace(found, about=None), (about,)


def asks_outright(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether a text asks by a mark, a question word at its head, or what is asked alone.

    Somebody who tells of cash and lacks its amount is no such: "order 8099 was fetched".
    """
    slots = slots_of(heard_in(text, vocabulary), vocabulary, today)
    if text.rstrip().endswith("?"):
        return True
    if slots.has("filler", TOLD, "not") or _DIGITS_DATE.search(text):
        return False
    if _tells_money(slots) or _tells_of_paid_order(slots):
        return False
    names = slots.periods or slots.order or slots.categories
    is_about = bool(names) or slots.has("measure") or slots.has("group") or slots.has("counted")
    is_parted = slots.has("measure") and (slots.has("group") or slots.has("shape"))
    telling = [mark for mark in slots.marks if mark.section not in {"filler", "gap", "sign"}]
    is_led = any(mark.section == "ask" for mark in telling[:_HEAD])
    if not is_led and (slots.has("measure", "pays") or slots.has("category", "bank_deposit")):
        return False
    if not is_led and any(map(_tells_of_one, slots.marks)):
        return False
    is_short = _is_bare(slots) and bool(slots.periods or slots.order is not None)
    is_ranked = slots.has("when", "last") or slots.has("rank") or slots.has("shape", "by_age")
    is_parted = is_parted and _is_bare(slots)
    return is_about and (is_led or is_short or is_ranked or is_parted or _is_of_state(slots))


def names_a_figure(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether a text that is no cash talk is the name of a figure: "taxes, third quarter".

    It has nothing but what is asked and of when, of whom or where; who tells something has verbs,
    denials, sums of money, and words of which the books know nothing.
    """
    slots = slots_of(heard_in(text, vocabulary), vocabulary, today)
    is_talk = slots.loose or slots.idle or slots.has("filler", TOLD, "not", "says")
    if is_talk or slots.figures or any(map(_tells_of_some, slots.marks)):
        return False
    is_shaped = any(each != "opening" for each in slots.values("shape"))  # "на утро" is told, too
    is_figure = slots.has("measure") or is_shaped or slots.has("group")
    is_figure = is_figure or slots.has("rank") or slots.place is not None
    is_bounded = (
        bool(slots.periods or slots.about or slots.is_by_channel) or slots.place is not None
    )
    is_bounded = is_bounded or slots.has("group")
    return bool(is_figure and (is_bounded or slots.has("rank") or is_shaped))


def tells_no_amount(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether the numbers of a text are no money that moved: days, or how large it may be.

    "Sales from 10 to 20 November", "payments under 500 in October".
    """
    if not _NO_AMOUNT.search(text):
        return False  # an ordinary message pays nothing for this
    slots = slots_of(heard_in(text, vocabulary), vocabulary, today)
    is_bound = bool(slots.at_least) or slots.at_most is not None or slots.is_aged
    has_digits = any(each.isdecimal() for each in text)
    is_dated = has_digits and bool(slots.periods) and not slots.figures
    is_told = slots.has("filler", "not") or _DIGITS_DATE.search(text) is not None
    is_plain = _is_bare(slots) and not slots.figures and not is_told
    is_asked = bool(slots.has("measure") or slots.categories)
    is_asked = is_asked or (is_bound and slots.has("ask", "who", "list", "entries"))
    return is_plain and (is_bound or is_dated) and is_asked


def _is_bare(slots: Slots) -> bool:
    return not (slots.about or slots.loose or slots.idle)


def _is_of_state(slots: Slots) -> bool:
    """Tell whether a text names a state of the books and nothing else: "unpaid orders"."""
    is_noun = any(
        mark.is_of("measure", "balance") and mark.text.casefold().startswith(_BALANCES)
        for mark in slots.marks
    )
    is_named = slots.has("measure", *_STATES) or slots.has("ask", "plan", "report") or is_noun
    is_named = is_named or slots.has("shape", "average_sale", "counts")
    return is_named and (_is_bare(slots) or slots.has("measure", "problems"))


def _tells_money(slots: Slots) -> bool:
    """Tell whether a text has a sum: "залишок на вечір 16 780"; one small number counts rows."""
    sums = [each for each in slots.figures if not each.isdecimal() or int(each) > LIMIT_MAX]
    return bool(sums) or len(slots.figures) > 1


def _tells_of_paid_order(slots: Slots) -> bool:
    """Tell whether an order is said to be paid, which is cash that lacks its amount."""
    asked = {mark.value for mark in slots.marks if mark.section == "ask"}
    is_paid = slots.has("measure", "money_out", "money_in", "pays")
    return slots.order is not None and bool(is_paid) and asked <= {"order"}


def _tells_of_some(mark: Mark) -> bool:
    return _tells_of_one(mark) or bool(_TELLS_OF_SOME.search(mark.text.casefold()))


def _tells_of_one(mark: Mark) -> bool:
    return mark.section == "measure" and bool(_TELLS_OF_ONE.search(mark.text.casefold()))
