"""Which of the shop's ways to sell a question names: the site, or the shop itself."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import GAP
from parsing.questions.query import COUNTER, ONLINE

_SHOP = ("магазин", "крамниц", "лавк", "обычн", "звичайн")
_SHOP_WHOLE = frozenset({"shop", "the shop", "store", "the store"})
"""What is only a word for the shop, but beside another channel the shop that people walk into."""
_OTHER = {ONLINE: COUNTER, COUNTER: ONLINE}


def without_channels(
    marks: Sequence[Mark], *, is_of_channels: bool
) -> tuple[tuple[str, ...], tuple[Mark, ...]]:
    """Take out the channels that are named; "without the site" is what is left.

    Args:
        marks: what the words of a question are about.
        is_of_channels: the last question was of a channel, so that "and the shop?" is one.
    """
    named = [at for at, mark in enumerate(marks) if mark.section == "channel"]
    if not (named or is_of_channels):
        return (), tuple(marks)
    kept: list[str] = []
    left_out: list[str] = []
    found = list(marks)
    for at, mark in enumerate(marks):
        kind = mark.value if mark.section == "channel" else COUNTER if _is_shop(mark) else None
        if kind is None:
            continue
        without = _without(found, at)
        (kept if without is None else left_out).append(kind)
        found[at] = GAP
        if without is not None:
            found[without] = GAP
    kinds = kept or [_OTHER[kind] for kind in left_out]
    return tuple(dict.fromkeys(kinds)), tuple(found)


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
