"""Read a question: what is asked of the books, or what is not understood of it."""

import datetime as dt
import re
from dataclasses import replace

from parsing.questions.follow import follow, is_fragment
from parsing.questions.marks import TOLD, Mark, Vocabulary, marks_of
from parsing.questions.query import Doubt, Query, Unclear
from parsing.questions.reader import Reader
from parsing.questions.refusals import beyond_books, checked, is_readable
from parsing.questions.slots import slots_of
from parsing.questions.turns import turned

_LOOSE_MAX = 2
"""Of more unknown words that stand by themselves a question is not understood."""
_HEAD = 2
"""A question word stands among so many telling words from the beginning."""
_DIGITS_DATE = re.compile(r"\d[.,]\d")
"""What may be an amount as well as a day."""
_TELLS_OF_ONE = re.compile(r"(?:в|л|ла|вся|лся|лась|лася)$")
"""How Ukrainian and Russian verbs end that tell what one person did."""


def read_question(
    text: str, *, today: dt.date, vocabulary: Vocabulary, before: Query | None = None
) -> Query | Doubt:
    """Read a question of whoever may ask.

    Args:
        text: what was typed, in any of the languages.
        today: the day it was asked on.
        vocabulary: the words, and what the shop's tills and banks are called.
        before: what the same person asked before, for "and in September?".
    """
    asked_of = None if before is None else before.days
    slots = slots_of(marks_of(text, vocabulary), vocabulary, today, asked_of)
    beyond = beyond_books(slots)
    if beyond is not None:
        return Doubt(beyond)
    reader = Reader(slots, today)
    is_follow = before is not None and (slots.is_follow or is_fragment(slots))
    turn = turned(slots, before, today) if before is not None and is_follow else None
    if turn is not None and is_readable(turn):
        return replace(turn, left_out=slots.idle)
    found = follow(reader, before) if before is not None and is_follow else reader.read(None)
    told = checked(found, slots)
    if isinstance(told, Doubt):
        return told
    if sum(len(each.split()) for each in slots.loose) > _LOOSE_MAX:
        return Doubt(Unclear.WORDS, slots.loose)
    return replace(told, left_out=(*slots.loose, *slots.idle))


def asks_outright(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether a text asks by a mark, a question word at its head, or what is asked alone.

    Somebody who tells of cash and lacks its amount is no such: "order 8099 was fetched".
    """
    slots = slots_of(marks_of(text, vocabulary), vocabulary, today)
    if text.rstrip().endswith("?"):
        return True
    if slots.has("filler", TOLD, "not") or _DIGITS_DATE.search(text):
        return False
    names = slots.periods or slots.order or slots.categories
    is_about = bool(names) or slots.has("measure") or slots.has("group") or slots.has("counted")
    telling = [mark for mark in slots.marks if mark.section not in {"filler", "gap", "sign"}]
    is_led = any(mark.section == "ask" for mark in telling[:_HEAD])
    if not is_led and (slots.has("measure", "pays") or slots.has("category", "bank_deposit")):
        return False
    if not is_led and any(map(_tells_of_one, slots.marks)):
        return False
    is_bare = not (slots.about or slots.loose or slots.idle)
    is_short = is_bare and bool(slots.periods or slots.order is not None)
    is_ranked = slots.has("when", "last") or slots.has("rank")
    return is_about and (is_led or is_short or is_ranked)


def _tells_of_one(mark: Mark) -> bool:
    return mark.section == "measure" and bool(_TELLS_OF_ONE.search(mark.text.casefold()))
