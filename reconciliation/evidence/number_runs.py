"""Reads numbers written in groups, 26-0518 or 4071-2, and those told as from one to another."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_JOINTS = frozenset("-/")
_MOST_GROUPS = 4
_SHORTEST, _LONGEST = 4, 12
_MOST_BETWEEN = 11
_YEAR = re.compile(r"(?:19|20)\d\d$")
_TELLING = 3
_PART_MAX = 2
_RANGE = re.compile(
    r"""
    (?<!\d)(?P<first>\d{3,9})(?:[-/]\d)?
    \s*(?:-|–|—|\.{2,3}|…|по|до|to)\s*
    (?:[^\W\d_]{1,4}-?|\d{2,4}[-/])?                # what all these numbers begin with
    (?P<last>\d{3,9})(?!\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Group(NamedTuple):
    """Digits in a text, where they stand, and whether they may be an order's number."""

    digits: str
    start: int
    end: int
    may_be: bool


class Run(NamedTuple):
    """A number put together from groups, the place of its first, and all that it has in it."""

    number: str
    first: int
    parts: frozenset[str]


def runs(text: str, groups: Sequence[Group]) -> Iterator[Run]:
    """Put groups together that a stroke joins, if the first may be of a number."""
    for first, group in enumerate(groups):
        if not group.may_be:
            continue
        number, parts = group.digits, {group.digits}
        for last in range(first + 1, min(first + _MOST_GROUPS, len(groups))):
            if text[groups[last - 1].end : groups[last].start] not in _JOINTS:
                break
            own = {groups[last].digits, *(each + groups[last].digits for each in parts)}
            number += groups[last].digits
            parts |= own
            if _SHORTEST <= len(number) <= _LONGEST:
                yield Run(number, first, frozenset(parts - {number}))


def numbers_between(text: str, groups: Sequence[Group]) -> Iterator[str]:
    """Give the numbers after the first of those that are told as from one to another."""
    starts = {group.start for group in groups}
    for match in _RANGE.finditer(text) if len(groups) > 1 else ():
        first, last = match["first"], match["last"]
        count = int(last) - int(first)
        if match.start("first") not in starts or len(first) != len(last):
            continue
        if 0 < count <= _MOST_BETWEEN:
            for number in range(int(first) + 1, int(last) + 1):
                yield str(number).zfill(len(last))


def telling_groups(number: str) -> Iterator[str]:
    """Give what people write instead of a number in groups: the longest, or all but a part's.

    0518 of 26-0518; 4071, and 264071, of 26-4071-2.
    """
    groups = [group for group in re.split(r"\D+", number) if group]
    if len(groups) == 1:
        return
    if len(groups[-1]) <= _PART_MAX and len(groups) > _PART_MAX:
        yield "".join(groups[:-1])
    longest = max(groups, key=lambda group: (not _YEAR.match(group), len(group)))
    if len(longest.lstrip("0")) >= _TELLING:
        yield longest
        if longest.startswith("0"):
            yield longest.lstrip("0")
