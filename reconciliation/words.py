"""What words say of a bank line or a cash entry; the words are data."""

import re
import tomllib
from collections.abc import Iterable
from enum import IntFlag
from functools import lru_cache
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")


class Says(IntFlag):
    """What the words of a text speak of."""

    DEPOSIT = 1
    OWN = 2
    REFUND = 4
    OTHER_INCOME = 8
    CUSTOMER = 16
    PART = 32
    REST = 64


def _read() -> dict[str, dict[str, list[str]]]:
    path = Path(__file__).with_name("words.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


WORDS = _read()
_STEMS = {Says[name.upper()]: stems for name, stems in WORDS["roles"].items()}


def _alternatives(stems: Iterable[str]) -> re.Pattern[str]:
    spelled = (r"\w*\W+".join(map(re.escape, stem.split())) for stem in stems)
    return re.compile(r"\b(?:" + "|".join(spelled) + ")")


_SINGLE = {
    says: tuple(stem for stem in stems if " " not in stem) for says, stems in _STEMS.items()
}
_PHRASES = {
    says: _alternatives(phrases)
    for says, stems in _STEMS.items()
    if (phrases := [stem for stem in stems if " " in stem])
}
_FIRSTS = tuple({stem.split()[0] for stems in _STEMS.values() for stem in stems if " " in stem})


def words_of(text: str) -> list[str]:
    """Give the words of a text in small letters, numbers left out."""
    return _WORD.findall(text.lower())


@lru_cache(maxsize=100_000)
def _word_says(word: str) -> tuple[Says, bool]:
    says = Says(0)
    for meaning, stems in _SINGLE.items():
        if word.startswith(stems):
            says |= meaning
    return says, word.startswith(_FIRSTS)


def says(text: str) -> Says:
    """Tell what a text speaks of."""
    small = text.lower()
    found, may_begin = Says(0), False
    for word in _WORD.findall(small):
        meaning, begins = _word_says(word)
        found |= meaning
        may_begin = may_begin or begins
    if may_begin:
        for meaning, phrases in _PHRASES.items():
            if phrases.search(small):
                found |= meaning
    return found
