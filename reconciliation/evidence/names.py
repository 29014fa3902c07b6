"""Takes names apart: surnames, given names, initials, fathers, and the forms of companies."""

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reconciliation.evidence.spelling import letters_of, stem_of
from reconciliation.words import WORDS

NAME_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*|\d+")
_NOTE = re.compile(r"\([^()]*\)")
_FORMS_PERSON = tuple(WORDS["names"]["forms_person"])
_FORMS_COMPANY = tuple(WORDS["names"]["forms_company"])
_PATRONYMICS = tuple(dict.fromkeys(letters_of(each) for each in WORDS["names"]["patronymics"]))
_BANKS = tuple(WORDS["names"]["banks"])
_PATRONYMIC_MIN = 6
_VOWELS = "aeiou"
_CUT_MIN = 3


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


GIVEN_STEMS = _given_by_stem()
"""The stem of a given name, to his and hers: Руслан, Руслана."""
FORM_STEMS = frozenset(stem_of(letters_of(each)) for each in _FORMS_COMPANY if " " not in each)
_FATHERS = {spelling.rstrip(_VOWELS): name for spelling, name in _GIVEN.items()}


def _initials_of_given() -> dict[str, frozenset[str]]:
    letters: dict[str, set[str]] = {}
    for spelling, name in _GIVEN.items():
        letters.setdefault(name, set()).add(spelling[0])
    return {name: frozenset(firsts) for name, firsts in letters.items()}


FIRST_LETTERS = _initials_of_given()


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
    for word in NAME_WORD.findall(text):
        letters = letters_of(word)
        is_letter = not word.isdecimal() and (len(letters) <= 1 or len(word) == 1)
        (found.initials if is_letter else found.stems).append(letters or word)
    return found


def _person_words(text: str) -> _Words:
    found = _Words([], [], set(), [])
    for word in NAME_WORD.findall(text):
        letters = letters_of(word)
        if word.isdecimal():
            found.stems.append(letters)
        elif len(letters) <= 1 or len(word) == 1:
            found.initials.append(letters or word)
        elif letters in _GIVEN:
            found.given.add(_GIVEN[letters])
        elif _is_patronymic(letters):
            found.fathers.append(letters)
        elif found.stems and _is_cut(text, word, letters, has_given=bool(found.given)):
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
    return any(letters_of(word) in _GIVEN for word in NAME_WORD.findall(text))


def _is_cut(text: str, word: str, letters: str, *, has_given: bool) -> bool:
    """Tell whether the last word of a name is the beginning of a given name or a patronymic."""
    if not text.rstrip().endswith(word):
        return False
    if not has_given:
        return len(letters) >= _CUT_MIN and any(each.startswith(letters) for each in _GIVEN)
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
