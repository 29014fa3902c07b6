"""Tells how alike two parties' names are, across alphabets, initials, endings and slips."""

import re
from enum import IntEnum
from functools import lru_cache

from reconciliation.evidence.names import (
    FIRST_LETTERS,
    FORM_STEMS,
    GIVEN_STEMS,
    NAME_WORD,
    NOBODY,
    Name,
    read_name,
)
from reconciliation.evidence.spelling import is_slip, letters_of, stem_of
from reconciliation.words import WORDS

_SLIP_MIN = 5
_KNOWN_BY_ONE_WORD = 5
_SHORT = 4


class Likeness(IntEnum):
    """How alike two names are, from telling against each other to telling for each other."""

    CONFLICT = 0  # two different people or companies
    OTHER = 1  # a person and a company
    UNKNOWN = 2  # one of the names says nothing
    RELATIVE = 3  # the surname, or a part of a company's name
    GIVEN = 4  # the given name, where no more is said
    SURNAME = 5  # the surname, where no more is said
    INITIAL = 6  # the surname, and the initial fits
    SAME = 7


_THROUGH = re.compile(
    "|".join(re.escape(each).replace("\\ ", r"\w*\s+") for each in WORDS["names"]["through"])
)
_PAYER = re.compile(
    r"\b(?:" + "|".join(WORDS["labels"]["payer"]) + r")\b\s*[:\-]?\s*([^\W\d_][^\d;,:]+)",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(r"\b(?:за|for)\s+([^\W\d_]+\s+[^\W\d_]+)\s*$", re.IGNORECASE)
_FEWEST = 2
_MOST_OF_A_NAME = 4
_COMMON = frozenset(stem_of(letters_of(each)) for each in WORDS["names"]["common"])


def likeness(one: Name, other: Name) -> Likeness:
    """Tell how alike two names are."""
    if not one.stems or not other.stems:
        return _by_given(one, other)
    shared = 0
    for stem in one.stems:
        shared += stem in other.stems or _is_near_any(stem, other.stems)
    is_one, is_other = _is_person(one), _is_person(other)
    if is_one and is_other:
        return _people(one, other) if shared else Likeness.CONFLICT
    if is_one != is_other and (one.is_company or other.is_company):
        return Likeness.RELATIVE if shared else Likeness.OTHER
    return _companies(one, other, shared)


def mentions(words: frozenset[str], name: Name) -> Likeness:
    """Tell whether a text, given as its words' stems, has a surname, or all of a company's words.

    With the given name too, or with a company's two words, it is the same, with another given
    name a relative; a company of one short word is only recognised beside a company's form.
    """
    if not name.stems:
        return Likeness.UNKNOWN
    if name.is_company or (len(name.stems) > 1 and not name.given):
        return _mentions_company(words, name)
    if name.stems[0] not in words or len(name.stems[0]) <= 2:  # noqa: PLR2004 - no stem at all
        return Likeness.UNKNOWN
    told = {each for word in words for each in GIVEN_STEMS.get(word, ())}
    if not told or not name.given:
        return Likeness.SURNAME
    return Likeness.RELATIVE if told.isdisjoint(name.given) else Likeness.SAME


@lru_cache(maxsize=4_000)
def stems_in(text: str) -> frozenset[str]:
    """Give the stems of a text's words."""
    words = (
        word
        for word in NAME_WORD.findall(text.lower())
        if len(word) < _SHORT or not word.isdecimal()
    )
    return frozenset(stem_of(letters_of(word)) for word in words)


def _mentions_company(words: frozenset[str], name: Name) -> Likeness:
    if not all(stem in words for stem in name.stems):
        return Likeness.UNKNOWN
    long = sum(len(stem) for stem in name.stems)
    if long <= _KNOWN_BY_ONE_WORD and FORM_STEMS.isdisjoint(words):
        return Likeness.UNKNOWN
    return Likeness.SAME if len(name.stems) > 1 else Likeness.SURNAME


@lru_cache(maxsize=4_000)
def tells_person(words: frozenset[str]) -> bool:
    """Tell whether a text, given as its words' stems, has some person's given name."""
    return not words.isdisjoint(GIVEN_STEMS)


@lru_cache(maxsize=100_000)
def is_through_bank(counterparty: str) -> bool:
    """Tell whether a bank passes on what others paid, so that the text names the payer."""
    return _THROUGH.search(counterparty.lower()) is not None


def is_bank(counterparty: str) -> bool:
    """Tell whether a bank pays for somebody, so that its tax number is nobody's."""
    return is_through_bank(counterparty) or (
        bool(counterparty) and read_name(counterparty) is NOBODY
    )


@lru_cache(maxsize=8_000)
def payer_told(text: str) -> str:
    """Give whom a text names as the payer: what is said so, else words round a given name."""
    said = _PAYER.search(text)
    if said is not None:
        return said[1].strip()
    for part in re.split(r"[;,:]|\.\s", text):
        name, words = read_name(part), part.split()
        is_person = name.given or len(name.initials) > 1
        if is_person and _FEWEST <= len(words) <= _MOST_OF_A_NAME:
            return part.strip()
    return ""


@lru_cache(maxsize=8_000)
def person_meant(text: str) -> Name:
    """Give for whom a text says at its end that it pays: за Білоус Кирило; nobody if for none."""
    said = _FOR_WHOM.search(text)
    name = read_name(said[1]) if said is not None else NOBODY
    return name if name.given and name.stems else NOBODY


def block_of(name: Name) -> str:
    """Give the part of a name under which it is looked up; nothing where there is none."""
    words = [stem for stem in name.stems if not stem.isdecimal()]
    return min(words or name.stems, default="")


def _by_given(one: Name, other: Name) -> Likeness:
    """Compare names of which one has no surname, or only its first letter: Олена К."""
    masked, whole = (other, one) if one.stems else (one, other)
    is_masked = masked.given and len(masked.initials) == 1 and not masked.is_company
    if is_masked and whole.stems and (whole.given or whole.initials):
        return _by_mask(masked, whole)
    if one.given and other.given:
        return Likeness.GIVEN if one.given & other.given else Likeness.OTHER
    if one.is_company or other.is_company:
        return Likeness.UNKNOWN
    firsts, others = _firsts(one), _firsts(other)
    return Likeness.OTHER if firsts and others and not firsts & others else Likeness.UNKNOWN


def _by_mask(masked: Name, whole: Name) -> Likeness:
    """Compare a given name and the surname's first letter with a name."""
    if not any(stem.startswith(masked.initials[0]) for stem in whole.stems):
        return Likeness.OTHER  # Щ. is sh: no surname with another s
    if whole.given:
        return Likeness.INITIAL if masked.given & whole.given else Likeness.OTHER
    return Likeness.SURNAME if _firsts(masked) & _firsts(whole) else Likeness.OTHER


def _is_person(name: Name) -> bool:
    return not name.is_company and bool(name.given or name.initials)


def _is_near_any(stem: str, stems: tuple[str, ...]) -> bool:
    """Tell whether a word is a slip of one of several; of a short one any may be."""
    if len(stem) < _SLIP_MIN:
        return False
    return any(len(known) >= _SLIP_MIN and is_slip(stem, known) for known in stems)


def _people(one: Name, other: Name) -> Likeness:
    """Compare people of one surname, or of two that are a slip away."""
    found = _namesakes(one, other)
    if found is not Likeness.RELATIVE:
        return found
    firsts, others = ({stem[:1] for stem in each.stems} for each in (one, other))
    # Nobody slips at the very first letter.
    return Likeness.CONFLICT if firsts.isdisjoint(others) else found


def _namesakes(one: Name, other: Name) -> Likeness:
    is_of_one_father = _are_of_one_father(one, other)
    if is_of_one_father is False:
        return Likeness.RELATIVE
    if one.given and other.given:
        return Likeness.SAME if one.given & other.given else Likeness.RELATIVE
    firsts, others = _firsts(one), _firsts(other)
    if not firsts or not others:
        return Likeness.SURNAME
    if not firsts & others:
        return Likeness.RELATIVE
    return Likeness.SAME if is_of_one_father else Likeness.INITIAL


def _are_of_one_father(one: Name, other: Name) -> bool | None:
    """Tell by the names or first letters of their fathers; nothing where one is not told."""
    if not (one.father or one.initials) or not (other.father or other.initials):
        return None
    if one.father and other.father:
        return one.father == other.father
    letters, others = _fathers_letters(one), _fathers_letters(other)
    return bool(letters & others) if letters and others else None


def _fathers_letters(name: Name) -> frozenset[str]:
    if name.father:
        return FIRST_LETTERS.get(name.father, frozenset(name.father[:1]))
    told = name.initials[1:2] if not name.given else name.initials[:1]
    return frozenset(each[0] for each in told)


def _firsts(name: Name) -> frozenset[str]:
    """Give the letters that the given name may begin with."""
    if name.given:
        return frozenset().union(*(FIRST_LETTERS[each] for each in name.given))
    return frozenset(each[0] for each in name.initials[:1])


def _numbers(name: Name) -> set[str]:
    return {stem for stem in name.stems if stem.isdecimal()}


def _companies(one: Name, other: Name, shared: int) -> Likeness:
    """Compare companies' words, or names of which no given name is known."""
    fewest = min(len(one.stems), len(other.stems))
    if shared and _numbers(one) != _numbers(other):
        return Likeness.RELATIVE
    if shared >= fewest and (
        fewest > 1 or len(one.stems) == len(other.stems) or one.is_company != other.is_company
    ):
        plain = not (one.is_company or other.is_company)
        return Likeness.SURNAME if plain and fewest == 1 else Likeness.SAME
    return Likeness.RELATIVE if _share_own_word(one, other) else Likeness.CONFLICT


def _share_own_word(one: Name, other: Name) -> bool:
    """Tell whether two companies share a word that not every second company has."""
    own = [stem for stem in one.stems if stem not in _COMMON and not stem.isdecimal()]
    return any(stem in other.stems or _is_near_any(stem, other.stems) for stem in own)
