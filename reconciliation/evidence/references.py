"""Finds the numbers in a text that may be an order's, and leaves those that are none."""

import datetime as dt
import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reconciliation.evidence.number_runs import Group, numbers_between, runs
from reconciliation.evidence.spelling import letters_of
from reconciliation.words import WORDS

_LOOKALIKES = str.maketrans("OОoоIІіlЗз", "0000111133")
_TOKEN = re.compile(
    r"""
    (?=[\w№#+(])(?:                                                   # nothing else begins one
    (?P<iban>[A-Z]{2}\d{2}[0-9A-Z]{11,30})
  | (?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)
  | (?P<mark>[№#])
  | (?P<skip>
        \d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d) | \d{4}-\d{2}-\d{2}(?!\d)  # days
      | (?<!\d)(?:\+?3?8[\s-]?)?\(?0\d{2}\)?[\s-]?\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)  # a phone
      | \+\d{9,13}
      | \d+\s?%
      | (?<!\d,)(?:\d{1,3}(?:[ ]\d{3})*|\d+)[.,]\d{2}(?!\d|,\d|-\d)     # money
      | \d+\s?[xхXХ×*]\s?\d+ | (?<!\d,)\d{1,3}[.,:]\d{1,3}(?!\d|,\d)   # sizes, times
    )
  | (?P<number>\d(?:[OОoоIІіlЗз]?\d)*)
    )
    """,
    re.VERBOSE,
)
_SUFFIX_GAP = re.compile(r"^\s?(?:[/,;+&]|\s(?:та|и|і|й|and|e)\s)\s?$", re.IGNORECASE)
_JOINERS = frozenset({"та", "и", "і", "й", "and", "e"})
_SHORTEST = 3
_LONGEST = 12
_YEARS = re.compile(r"(?:19|20)\d\d$")
_PART_MAX = 3
_PREFIX_MAX = 5
_SAYS_MORE = re.compile(r"[^\W\d_]{2}")
_GLUE = re.compile(r"-?(?=\d)")
_DOTTED = re.compile(
    r"(?<![\w.,/-])(?!0)(\d{1,3})\.(\d{3})(?![\w/-]|[.,]\d)(?!\s?(?:кг|г|л|мл|м|см|мм|т|грн|uah|kg|l|mm)\b)",
    re.IGNORECASE,
)
"""A number with its thousands apart: no measure, and no day."""
_DAY = r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4}|\d{2})(?!\d)"
_MAY_BE_DAY = re.compile(r"\d[./]\d")
_LOOSE_DAY = re.compile(r"(?<![\d./-])" + _DAY)
_OF_DAY = re.compile(
    r"(?:[/-]\d{1,2}(?![\d./]))?[,/]?\s*"
    r"(?:(?:від|вiд|от|from|of|dated|dd|z dnia|з)(?=[\W\d])\.?\s*)?" + _DAY,
    re.IGNORECASE,
)
_WHEN = re.compile(r"(?:від|вiд|от|from|за|for)(?=[\W\d])", re.IGNORECASE)
_LONG_ID_MIN = 24
_LONG_ID = re.compile(r"(?=.*\d)(?=.*[a-z])[0-9a-z-]{24,64}")
_TAX_NUMBER = re.compile(r"(?<![\w.,/-])(?:\d{10}|\d{8})(?![\w/-]|[.,]\d)")
_PLAIN = re.compile(r"[1-9][0-9]{4,8}")
"""Digits that are neither a year nor a phone's."""
_DIGITS = "0123456789"
_LEADING_MIN = 4
_CENTURY = 100
_FEWEST_GROUPS = 2


class Told(IntEnum):
    """How a number stands in the text."""

    SPELLED = 0  # put together from parts: only counts if there is such an order
    BARE = 1  # nothing says what it is
    LABELLED = 2  # the text says that it is an order's or an invoice's, or says nothing else


class Reference(NamedTuple):
    """A number that may be an order's, the letters that it is glued to, and the day told of it."""

    number: str
    told: Told
    prefix: str = ""
    day: dt.date | None = None
    parts: frozenset[str] = frozenset()
    """What it was put together from, if it was: none of that is meant where it is a number."""


class _Found(NamedTuple):
    number: str
    told: Told | None  # None: it is said to be something else
    prefix: str
    start: int
    end: int
    day: dt.date | None
    is_chained: bool


@lru_cache(maxsize=50_000)
def _label(word: str) -> Told | None:
    """Tell what a word makes of the number after it; BARE says nothing."""
    if word in _ORDER_WHOLE or word.startswith(_ORDER_STEMS):
        return Told.LABELLED
    if word in _NONE_WHOLE or word.startswith(_NONE_STEMS):
        return None
    return Told.BARE


_SHORT = 3
_STEMS_TOO = frozenset({"зам", "зак", "рах", "zam"})
_ORDER_WHOLE = frozenset(word for word in WORDS["labels"]["order"] if len(word) <= _SHORT)
_NONE_WHOLE = frozenset(word for word in WORDS["labels"]["none"] if len(word) <= _SHORT)
_ORDER_STEMS = tuple(
    word for word in WORDS["labels"]["order"] if len(word) > _SHORT or word in _STEMS_TOO
)
_NONE_STEMS = tuple(
    word for word in WORDS["labels"]["none"] if len(word) > _SHORT or word in {"дог", "акт", "тел"}
)


@lru_cache(maxsize=8_000)
def references(text: str) -> tuple[Reference, ...]:
    """Find the numbers in a purpose or a note that may be an order's, each once."""
    if not text:
        return ()
    found = _scanned(text)
    said = [
        Reference(number, each.told, each.prefix, each.day)
        for each in found
        if each.told is not None and _is_likely(each)
        for number in _as_meant(each.number)
    ]
    if not _SAYS_MORE.search(text):
        said = [each._replace(told=Told.LABELLED) for each in said]
    elif said and said[0].told is Told.BARE and _leads(text, said[0].number):
        said[0] = said[0]._replace(told=Told.LABELLED)
    best: dict[str, Reference] = {}
    for each in (*said, *_in_groups(text, found), *_spelled(text, found)):
        known = best.get(each.number)
        if known is None or known.told < each.told:
            best[each.number] = each
    return tuple(best.values())


_NO_DAY: frozenset[dt.date] = frozenset()
"""One for all texts: an empty set takes 216 bytes."""


@lru_cache(maxsize=8_000)
def loose_days(text: str) -> frozenset[dt.date]:
    """Find the days in a purpose that are told of no number."""
    if _MAY_BE_DAY.search(text) is None:
        return _NO_DAY
    found = {match.start(): _as_day(match) for match in _LOOSE_DAY.finditer(text)}
    for number in _scanned(text) if found else ():
        match = _OF_DAY.match(text, number.end)
        if match:
            found.pop(match.start("day"), None)
    return frozenset(day for day in found.values() if day is not None) or _NO_DAY


def _day_told(text: str, end: int) -> dt.date | None:
    """Give the day that is told right after a number."""
    match = _OF_DAY.match(text, end)
    return _as_day(match) if match else None


def _as_day(match: re.Match[str]) -> dt.date | None:
    year = int(match["year"])
    try:
        return dt.date(
            year if year > _CENTURY else 2000 + year, int(match["month"]), int(match["day"])
        )
    except ValueError:
        return None


def _leads(text: str, number: str) -> bool:
    """Tell whether a text begins with a number, as an order's that somebody wrote first."""
    return len(number) >= _LEADING_MIN and text.lstrip(" .,;:/").startswith(number)


def _as_meant(number: str) -> tuple[str, ...]:
    """Give a number without the zeros that a form put before it.

    With one zero it may be what is left of a number that lost its first digit.
    """
    bare = number.lstrip("0")
    if len(bare) < _LEADING_MIN or bare == number:
        return (number,)
    return (bare, number) if len(number) - len(bare) == 1 else (bare,)


def _is_likely(found: _Found) -> bool:
    if not _SHORTEST <= len(found.number) <= _LONGEST:
        return False
    return found.told is not Told.BARE or not _YEARS.match(found.number)


def own_reference(text: str) -> tuple[Reference, ...]:
    """Find an order's number in a field that is meant for it; a long id is its own number."""
    if _PLAIN.fullmatch(text):  # as nearly all are: there is nothing else to be read in it
        return (Reference(text, Told.LABELLED),)
    whole = text.strip().lower()
    if is_long_id(whole):
        return (Reference(whole, Told.SPELLED),)
    return tuple(each._replace(told=Told.LABELLED) for each in references(text))


def is_long_id(text: str) -> bool:
    """Tell whether a number is one that only machines write, as a hash or a UUID."""
    return len(text) >= _LONG_ID_MIN and _LONG_ID.fullmatch(text) is not None


@lru_cache(maxsize=1_000)
def _scanned(text: str) -> tuple[_Found, ...]:
    return tuple(_scan(text))


def _scan(text: str) -> Iterator[_Found]:
    told: Told | None = Told.BARE
    prefix, glued_at = "", -1
    for match in _TOKEN.finditer(text):
        kind, start, end = match.lastgroup, match.start(), match.end()
        if kind == "word":
            word = match.group().lower()
            following = text[end : end + 1]
            may_glue = following == "-" or following.isdecimal()
            glue = _GLUE.match(text, end) if may_glue else None
            if glue and len(word) <= _PREFIX_MAX and _label(word) is Told.BARE:
                prefix, glued_at = letters_of(word), glue.end()
            else:
                told = _after_word(word, told, following)
        elif kind == "mark":
            told = None if told is None else Told.LABELLED
        elif kind != "number":
            told = told if match.group().endswith("%") else Told.BARE
        else:
            number = match.group().translate(_LOOKALIKES)
            glued = prefix if glued_at == start else ""
            standing = _standing(text, start, end, told)
            day = _day_told(text, end)
            if standing is Told.BARE and day is not None:
                standing = Told.LABELLED  # only a document has a number and a day
            is_chained = standing is None and told is not None and text[start - 1 : start] == "-"
            yield _Found(number, standing, glued, start, end, day, is_chained)
            told = Told.BARE if told is None else told


def _after_word(word: str, before: Told | None, following: str) -> Told | None:
    if word in _JOINERS:
        return before
    said = _label(word)
    if said is Told.BARE and before is None and following == ".":
        return None
    return said


def _standing(text: str, start: int, end: int, told: Told | None) -> Told | None:
    """Judge a number by what it is glued to."""
    if end < len(text) and text[end].isalpha() and not _WHEN.match(text, end):
        is_lone = end + 1 == len(text) or not text[end + 1].isalnum()
        return told if is_lone else None
    is_chained = start > 1 and text[start - 1] == "-" and text[start - 2].isdigit()
    return None if is_chained and told is not Told.LABELLED else told


def _in_groups(text: str, found: tuple[_Found, ...]) -> Iterator[Reference]:
    """Put numbers in groups together, and count out those told as from one to another."""
    if len(found) < _FEWEST_GROUPS:
        return
    groups = [Group(each.number, each.start, each.end, each.told is not None) for each in found]
    for number, first, parts in runs(text, groups):
        yield Reference(number, Told.SPELLED, found[first].prefix, parts=parts)
    open_ = (each.told is not None or each.is_chained for each in found)
    likely = [group for group, may_be in zip(groups, open_, strict=True) if may_be]
    for number in numbers_between(text, likely):
        yield Reference(number, Told.SPELLED)


def _spelled(text: str, found: tuple[_Found, ...]) -> Iterator[Reference]:
    """Put numbers together that were written in parts: 27 518, or 27518/19/20 for all three."""
    for match in _DOTTED.finditer(text):
        yield Reference(match[1] + match[2], Told.SPELLED)
    whole = None
    for one, other in pairwise(found):
        gap = text[one.end : other.start]
        if one.told is None or other.told is None:
            whole = None
            continue
        in_threes = gap == " " and len(other.number) == _PART_MAX
        if len(gap) == 1 and gap in " -." and (len(one.number) <= _PART_MAX or in_threes):
            yield Reference(one.number + other.number, Told.SPELLED, one.prefix)
        whole = one if len(one.number) > _PART_MAX else whole
        if not _SUFFIX_GAP.match(gap) or len(other.number) > _PART_MAX:
            whole = None
        elif whole is not None and (len(other.number) > 1 or "/" not in gap):
            number = whole.number[: -len(other.number)] + other.number
            yield Reference(number, Told.SPELLED, whole.prefix)


@lru_cache(maxsize=8_000)
def tax_numbers_in(text: str) -> frozenset[str]:
    """Find what in a text may be a tax number: eight digits of a company, ten of a person."""
    return frozenset(_TAX_NUMBER.findall(text))


@lru_cache(maxsize=64)
def near_numbers(number: str) -> tuple[str, ...]:
    """Give each number that one slip of the finger makes of this one: each once, not itself."""
    slips = [number]
    for index in range(len(number)):
        head, tail, whole = number[:index], number[index + 1 :], number[index:]
        slips.append(head + tail)
        slips += [head + digit + each for digit in _DIGITS for each in (tail, whole)]
        if tail and tail[0] != number[index]:
            slips.append(head + tail[0] + number[index] + tail[1:])
    slips += [number + digit for digit in _DIGITS]
    return tuple(dict.fromkeys(slips))[1:]
