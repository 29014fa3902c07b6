"""Tells how alike two parties' names are, across alphabets, initials, endings and slips."""

import re
from enum import IntEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reconciliation.evidence.spelling import is_slip, letters_of, stem_of
from reconciliation.words import WORDS

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*|\d+")
_NOTE = re.compile(r"\([^()]*\)")
_SLIP_MIN = 5
_KNOWN_BY_ONE_WORD = 5
_FORMS_PERSON = tuple(WORDS["names"]["forms_person"])
_FORMS_COMPANY = tuple(WORDS["names"]["forms_company"])
_PATRONYMICS = tuple(dict.fromkeys(letters_of(each) for each in WORDS["names"]["patronymics"]))
_BANKS = tuple(WORDS["names"]["banks"])
_PATRONYMIC_MIN = 6
_VOWELS = "aeiou"
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


class Name(NamedTuple):
    """A name, taken apart: stems of surnames or of a company's words, given names, initials."""

    stems: tuple[str, ...]
    given: frozenset[str]
    initials: tuple[str, ...]
    is_company: bool
    father: str = ""  # whose son or daughter, where that is told and known


NOBODY = Name((), frozenset(), (), is_company=False)


def _given_names() -> dict[str, str]:
    path = Path(__file__).parents[1] / "given_names.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    known: dict[str, str] = {}
    for line in lines:
        if not line.startswith("#"):
            spellings = [letters_of(name) for name in line.split()]
            for spelling in spellings:
                known.setdefault(spelling, spellings[0])
    return known


_GIVEN = _given_names()


def _given_by_stem() -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for spelling, name in _GIVEN.items():
        names.setdefault(stem_of(spelling), set()).add(name)
    return {stem: frozenset(each) for stem, each in names.items()}


_GIVEN_STEMS = _given_by_stem()
"""The stem of a given name, to his and hers: Руслан, Руслана."""

_FORM_STEMS = frozenset(stem_of(letters_of(each)) for each in _FORMS_COMPANY if " " not in each)
_THROUGH = re.compile(
    "|".join(re.escape(each).replace("\\ ", r"\w*\s+") for each in WORDS["names"]["through"])
)
_PAYER = re.compile(
    r"\b(?:" + "|".join(WORDS["labels"]["payer"]) + r")\b\s*[:\-]?\s*([^\W\d_][^\d;,:]+)",
    re.IGNORECASE,
)
_FEWEST = 2
_MOST_OF_A_NAME = 4
_COMMON = frozenset(stem_of(letters_of(each)) for each in WORDS["names"]["common"])
_FATHERS = {spelling.rstrip(_VOWELS): name for spelling, name in _GIVEN.items()}


def _initials_of_given() -> dict[str, frozenset[str]]:
    letters: dict[str, set[str]] = {}
    for spelling, name in _GIVEN.items():
        letters.setdefault(name, set()).add(spelling[0])
    return {name: frozenset(firsts) for name, firsts in letters.items()}


_FIRST_LETTERS = _initials_of_given()


def _form_pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(forms, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w-])")


_FORM_CUT_MIN = 8
_MAY_BE_CUT = re.compile(r"\s\w{2}$")
_LONG_FORMS = tuple(
    (form, is_company)
    for forms, is_company in ((_FORMS_PERSON, False), (_FORMS_COMPANY, True))
    for form in forms
    if len(form) > _FORM_CUT_MIN
)
_LONG_STARTS = frozenset(form[:_FORM_CUT_MIN] for form, _ in _LONG_FORMS)
_PERSON_FORM = _form_pattern(_FORMS_PERSON)
_COMPANY_FORM = _form_pattern(_FORMS_COMPANY)


@lru_cache(maxsize=100_000)
def read_name(text: str) -> Name:
    """Take a name apart, without what stands in brackets; a bank that pays is nobody."""
    small = _NOTE.sub(" ", text.lower()) if "(" in text else text.lower()
    cut = _cut_form(small)
    if cut is not None:
        return cut
    without, persons = _PERSON_FORM.subn(" ", small)
    without, companies = _COMPANY_FORM.subn(" ", without)
    is_company = companies > 0 and persons == 0
    if is_company and any(bank in small for bank in _BANKS):
        return NOBODY
    if is_company and _MAY_BE_CUT.search(small) and _has_given(without):
        is_company = False  # a form is no name's last word: a patronymic was cut off
    words = _company_words(without) if is_company else _person_words(without)
    is_named = any(not each.isdecimal() for each in words.stems)
    father = _father(words.fathers[0]) if is_named and words.fathers else ""
    stems = words.stems if is_named else [*words.fathers[:1], *words.stems]
    return Name(
        tuple(map(stem_of, stems)),  # Дашкевич may be a surname
        frozenset(words.given),
        tuple(words.initials),
        is_company,
        father,
    )


class _Words(NamedTuple):
    """The words of a name, told apart."""

    stems: list[str]
    fathers: list[str]
    given: set[str]
    initials: list[str]


def _company_words(text: str) -> _Words:
    found = _Words([], [], set(), [])
    for word in _WORD.findall(text):
        letters = letters_of(word)
        is_letter = not word.isdecimal() and (len(letters) <= 1 or len(word) == 1)
        (found.initials if is_letter else found.stems).append(letters or word)
    return found


def _person_words(text: str) -> _Words:
    found = _Words([], [], set(), [])
    for word in _WORD.findall(text):
        letters = letters_of(word)
        if word.isdecimal():
            found.stems.append(letters)
        elif len(letters) <= 1 or len(word) == 1:
            found.initials.append(letters or word)
        elif letters in _GIVEN:
            found.given.add(_GIVEN[letters])
        elif _is_patronymic(letters):
            found.fathers.append(letters)
        elif found.given and found.stems and _is_cut_father(text, word, letters):
            found.initials.append(letters[0])
        else:
            found.stems.append(letters)
    return found


def _cut_form(small: str) -> Name | None:
    """Give nobody where a bank cut a text off within a long form, before any name."""
    if small[:_FORM_CUT_MIN] not in _LONG_STARTS:
        return None
    for form, is_company in _LONG_FORMS:
        if form.startswith(small):
            return Name((), frozenset(), (), is_company=is_company)
    return None


def _is_patronymic(letters: str) -> bool:
    return len(letters) >= _PATRONYMIC_MIN and letters.endswith(_PATRONYMICS)


def _has_given(text: str) -> bool:
    return any(letters_of(word) in _GIVEN for word in _WORD.findall(text))


def _is_cut_father(text: str, word: str, letters: str) -> bool:
    """Tell whether the last word of a name is the beginning of a patronymic."""
    if not text.rstrip().endswith(word):
        return False
    return any(letters.startswith(base) or base.startswith(letters) for base in _FATHERS)


def _father(patronymic: str) -> str:
    """Give the given name that a patronymic is made of, or its stem where it is not known."""
    bases = [
        patronymic.removesuffix(ending).rstrip(_VOWELS)
        for ending in _PATRONYMICS
        if patronymic.endswith(ending)
    ]
    known = (_FATHERS[base] for base in bases if base in _FATHERS)
    return next(known, min(bases, key=len, default=""))


def likeness(one: Name, other: Name) -> Likeness:
    """Tell how alike two names are."""
    if not one.stems or not other.stems:
        return _by_given(one, other)
    shared = 0
    for stem in one.stems:
        shared += stem in other.stems or any(_is_near(stem, known) for known in other.stems)
    if _is_person(one) and _is_person(other):
        found = _people(one, other, shared)
        firsts, others = ({stem[:1] for stem in each.stems} for each in (one, other))
        is_two = found is Likeness.RELATIVE and firsts.isdisjoint(others)
        return Likeness.CONFLICT if is_two else found  # nobody slips at the very first letter
    if _is_person(one) != _is_person(other) and (one.is_company or other.is_company):
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
    told = {each for word in words for each in _GIVEN_STEMS.get(word, ())}
    if not told or not name.given:
        return Likeness.SURNAME
    return Likeness.RELATIVE if told.isdisjoint(name.given) else Likeness.SAME


@lru_cache(maxsize=4_000)
def stems_in(text: str) -> frozenset[str]:
    """Give the stems of a text's words."""
    words = (
        word for word in _WORD.findall(text.lower()) if len(word) < _SHORT or not word.isdecimal()
    )
    return frozenset(stem_of(letters_of(word)) for word in words)


def _mentions_company(words: frozenset[str], name: Name) -> Likeness:
    if not all(stem in words for stem in name.stems):
        return Likeness.UNKNOWN
    long = sum(len(stem) for stem in name.stems)
    if long <= _KNOWN_BY_ONE_WORD and _FORM_STEMS.isdisjoint(words):
        return Likeness.UNKNOWN
    return Likeness.SAME if len(name.stems) > 1 else Likeness.SURNAME


@lru_cache(maxsize=4_000)
def tells_person(words: frozenset[str]) -> bool:
    """Tell whether a text, given as its words' stems, has some person's given name."""
    return not words.isdisjoint(_GIVEN_STEMS)


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
    if not one.given or not other.given:
        return Likeness.UNKNOWN
    return Likeness.GIVEN if one.given & other.given else Likeness.OTHER


def _by_mask(masked: Name, whole: Name) -> Likeness:
    """Compare a given name and the surname's first letter with a name."""
    if all(stem[:1] != masked.initials[0][:1] for stem in whole.stems):
        return Likeness.OTHER
    if whole.given:
        return Likeness.INITIAL if masked.given & whole.given else Likeness.OTHER
    return Likeness.SURNAME if _firsts(masked) & _firsts(whole) else Likeness.OTHER


def _is_person(name: Name) -> bool:
    return not name.is_company and bool(name.given or name.initials)


def _is_near(one: str, other: str) -> bool:
    return len(one) >= _SLIP_MIN and len(other) >= _SLIP_MIN and is_slip(one, other)


def _people(one: Name, other: Name, shared: int) -> Likeness:
    if not shared:
        return Likeness.CONFLICT
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
        return _FIRST_LETTERS.get(name.father, frozenset(name.father[:1]))
    return frozenset(name.initials[1:2] if not name.given else name.initials[:1])


def _firsts(name: Name) -> frozenset[str]:
    """Give the letters that the given name may begin with."""
    if name.given:
        return frozenset().union(*(_FIRST_LETTERS[each] for each in name.given))
    return frozenset(name.initials[:1])


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
    return any(
        stem in other.stems or any(_is_near(stem, known) for known in other.stems) for stem in own
    )
