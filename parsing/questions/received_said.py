"""Whether who is named is said to have got money: that is what he was paid."""

from itertools import pairwise

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.slots import Slots
from parsing.questions.unknown import RECEIVES

_GOT = frozenset({"get in", "got in", "get", "got", "receive", "received", "gotten"})


def is_paid_to_him(slots: Slots) -> bool:
    """Tell whether money in is what somebody got: "how much did Ihor get in May"."""
    is_his = any(
        _is_he(one) and two.is_of("measure", "money_in") and fold(two.text) in _GOT
        for one, two in pairwise(_said(slots))
    )
    return is_his and _is_of_one(slots)


def has_got(slots: Slots) -> bool:
    """Tell whether somebody got something, whatever else is asked: "what did she get"."""
    is_got = any(
        (_is_he(one) and _gets(two)) or (_gets(one) and _is_he(two))
        for one, two in pairwise(_said(slots))
    )
    return is_got and _is_of_one(slots)


def _said(slots: Slots) -> list[Mark]:
    return [mark for mark in slots.marks if mark.section not in {"gap", "sign"}]


def _is_he(mark: Mark) -> bool:
    return mark.section in {"name", "word"} or mark.is_of("filler", "them")


def _gets(mark: Mark) -> bool:
    return mark.section == "filler" and fold(mark.text).startswith(RECEIVES)


def _is_of_one(slots: Slots) -> bool:
    return len(slots.about) == 1 and not slots.has("filler", "we", "us")
