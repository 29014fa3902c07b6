"""Which of the shop's ways to sell a question names: the site, or the shop itself."""

from collections.abc import Sequence
from typing import NamedTuple

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP
from parsing.questions.query import COUNTER

_SHOP = ("магазин", "крамниц", "лавк", "обычн", "звичайн")
_SHOP_WHOLE = frozenset({"shop", "the shop", "store", "the store"})
"""What is only a word for the shop, but beside another channel the shop that people walk into."""


class ChannelsSaid(NamedTuple):
    """The channels that a question names."""

    kept: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    """All but these are asked for."""


NO_CHANNELS = ChannelsSaid()


def without_channels(
    marks: Sequence[Mark], *, is_of_channels: bool
) -> tuple[ChannelsSaid, tuple[Mark, ...]]:
    """Take out the channels that are named, to be told or to be left out.

    Args:
        marks: what the words of a question are about.
        is_of_channels: the last question was of a channel, so that "and the shop?" is one.
    """
    named = [at for at, mark in enumerate(marks) if mark.section == "channel"]
    if not (named or is_of_channels):
        return NO_CHANNELS, tuple(marks)
    kept: list[str] = []
    left_out: list[str] = []
    found = list(marks)
    is_out_so_far = False
    for at, mark in enumerate(marks):
        kind = mark.value if mark.section == "channel" else COUNTER if _is_shop(mark) else None
        if kind is None:
            is_out_so_far = is_out_so_far and _joins(mark)
            continue
        without = _without(found, at)
        is_out_so_far = is_out_so_far or without is not None
        (left_out if is_out_so_far else kept).append(kind)
        found[at] = GAP
        if without is not None:
            found[without] = GAP
    said = ChannelsSaid(tuple(dict.fromkeys(kept)), tuple(dict.fromkeys(left_out)))
    return said, tuple(found)


def _joins(mark: Mark) -> bool:
    """Tell whether a word may stand between channels that are left out together."""
    is_silent = mark.is_of("filler", "plain", "without") or mark.is_of("joiner", "and")
    return is_silent or mark.section in {"sign", "gap"}


def _is_shop(mark: Mark) -> bool:
    said = fold(mark.text)
    if mark.section not in {"filler", "word"}:
        return False
    return said in _SHOP_WHOLE or any(each.startswith(_SHOP) for each in said.split())


def _without(marks: Sequence[Mark], at: int) -> int | None:
    """Give the place of a word right before that leaves a channel out."""
    before = at - 1
    while before >= 0 and marks[before].is_of("filler", "plain", "we"):
        before -= 1
    return before if before >= 0 and marks[before].is_of("filler", "without") else None
