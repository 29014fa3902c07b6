"""Places told by others: "and the other till?", "without the second till"."""

import re
from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark, Vocabulary
from parsing.questions.numbers_said import gapped
from parsing.questions.places_said import without_place
from parsing.questions.query import Query

_OTHER = re.compile(r"(?:the )?other|another|інш\w*|друг(?:ая|ой|ую)")
"""In Ukrainian "друга" is the second one."""
_NAMED = {"till": "till_name", "bank": "bank_name"}
_PAIR = 2
_OF_PLACE = frozenset({"place", "number", "digits", "filler", "sign", "till_name", "bank_name"})


def other_place(
    marks: Sequence[Mark], last: Query | None, vocabulary: Vocabulary
) -> tuple[Mark, ...]:
    """Put the name of the other till or bank, where the shop has two and one was told."""
    place = None if last is None else last.place
    for at, mark in enumerate(marks[:-1]):
        kind = marks[at + 1]
        if place is None or not kind.is_of("place", *_NAMED):
            continue
        known = [
            each.key for each in (vocabulary.tills if kind.value == "till" else vocabulary.banks)
        ]
        if len(known) != _PAIR or place not in known or not _OTHER.fullmatch(fold(mark.text)):
            continue
        other = next(each for each in known if each != place)
        named = kind._replace(section=_NAMED[kind.value], value=other)
        return (*marks[:at], named, *marks[at + 2 :])
    return tuple(marks)


def place_left_out(
    marks: Sequence[Mark], vocabulary: Vocabulary
) -> tuple[str | None, tuple[Mark, ...]]:
    """Take out a till or an account that is not to count; give the keys of all others."""
    for at, mark in enumerate(marks):
        if not mark.is_of("filler", "without"):
            continue
        end = at + 1
        while end < len(marks) and marks[end].section in _OF_PLACE:
            end += 1
        place, _ = without_place(marks[at + 1 : end], vocabulary)
        known = [each.key for each in (*vocabulary.tills, *vocabulary.banks)]
        if place in known:
            return " ".join(each for each in known if each != place), gapped(marks, at, end)
    return None, tuple(marks)
