"""What words say of a bank line or a cash entry; the words are data."""

import re
import tomllib
from collections.abc import Iterable
from enum import IntFlag
from functools import lru_cache
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_ONE_OF_SEVERAL = re.compile(r"(?<![\d.,/-])([1-9]) ?(?:з|із|из|of|z) ?([2-9])(?![\d.,/-])")


class Says(IntFlag):
    """What the words of a text speak of; told as their plain sum, which is quicker to join."""

    DEPOSIT = 1
    OWN = 2
    REFUND = 4
    OTHER_INCOME = 8
    CUSTOMER = 16
    PART = 32
    REST = 64
    DEBT = 128


DEPOSIT = int(Says.DEPOSIT)
OWN = int(Says.OWN)
REFUND = int(Says.REFUND)
OTHER_INCOME = int(Says.OTHER_INCOME)
CUSTOMER = int(Says.CUSTOMER)
PART = int(Says.PART)
REST = int(Says.REST)
DEBT = int(Says.DEBT)
PART_OR_REST = PART | REST


def _read() -> dict[str, dict[str, list[str]]]:
    path = Path(__file__).with_name("words.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


WORDS = _read()
_STEMS = {int(Says[name.upper()]): tuple(stems) for name, stems in WORDS["roles"].items()}


def _alternatives(stems: Iterable[str]) -> re.Pattern[str]:
    spelled = (r"\w*\W+".join(map(re.escape, stem.split())) for stem in stems)
    return re.compile(r"\b(?:" + "|".join(spelled) + ")")


_SINGLE = {
    meaning: tuple(stem for stem in stems if " " not in stem) for meaning, stems in _STEMS.items()
}
_PHRASES = {
    meaning: _alternatives(phrases)
    for meaning, stems in _STEMS.items()
    if (phrases := [stem for stem in stems if " " in stem])
}
_FIRSTS = tuple({stem.split()[0] for stems in _STEMS.values() for stem in stems if " " in stem})
_MAY_BEGIN = 1 << 20


def words_of(text: str) -> list[str]:
    """Give the words of a text in small letters, numbers left out."""
    return _WORD.findall(text.lower())


@lru_cache(maxsize=100_000)
def _word_says(word: str) -> int:
    """Give what a word says, and whether a phrase may begin with it."""
    meaning = sum(each for each, stems in _SINGLE.items() if word.startswith(stems))
    return meaning | (_MAY_BEGIN if word.startswith(_FIRSTS) else 0)


@lru_cache(maxsize=8_000)
def says(text: str) -> int:
    """Tell what a text speaks of, as a sum of what `Says` names."""
    small = text.lower()
    found = 0
    for word in _WORD.findall(small):
        found |= _word_says(word)
    if found & _MAY_BEGIN:
        found ^= _MAY_BEGIN
        for meaning, phrases in _PHRASES.items():
            if phrases.search(small):
                found |= meaning
    return found | _counted(small)


def _counted(text: str) -> int:
    """Tell a part from the last one where a text counts them: 1 of 2, 2 of 2."""
    count = _ONE_OF_SEVERAL.search(text)
    if count is None or count[1] > count[2]:
        return 0
    return REST if count[1] == count[2] else PART
