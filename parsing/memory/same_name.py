"""Tell whether two names as people typed them are one person's: case endings, alphabets, parts."""

import re
from functools import lru_cache

from parsing.annotation.respelling import SLIP_MIN, is_one_slip, skeleton
from parsing.annotation.tokens import fold, scan_tokens
from parsing.memory.memory import memory_key

_ALTERNATE = {"z": "h", "c": "k"}
"""Before an ending г becomes з, and к becomes ц: Ольга, Ользі."""
_NAMES_KNOWN = 4_096
"""Of so many names the words are kept: one that is asked about is held against all others."""
_STEM_MIN = 3
_LONG_MIN = 4
"""Fewer letters say too little."""
_VOWELS = re.compile("[aeiou]")
_SOFT = re.compile("c(?=[ei])")
"""Service sounds like сервіс."""


def is_one_name(one: str, other: str) -> bool:
    """Tell whether two names are the same word for word, but for endings and alphabets."""
    return len(_words_of(one)) == len(_words_of(other)) and is_same_name(one, other)


def is_same_name(one: str, other: str) -> bool:
    """Tell whether every word of the shorter name is a word of the longer, in whatever ending."""
    first, second = _words_of(one), _words_of(other)
    shorter, longer = sorted((first, second), key=len)
    if not shorter:
        return False
    return all(any(word & known for known in longer) for word in shorter)


def is_near_name(one: str, other: str) -> bool:
    """Tell whether every word of the shorter name is, or sounds like, one of the longer.

    Only where no name is the same: "Теплодома" may be "Teplodim", "гугл" "Google Ads".
    """
    first, second = _sounds_of(one), _sounds_of(other)
    shorter, longer = sorted((first, second), key=len)
    if not shorter:
        return False
    return all(any(sound & known for known in longer) for sound in shorter)


def is_slipped_name(name: str, about: str) -> bool:
    """Tell whether each word of what is asked about is a word of a name, but for one wrong letter.

    Only where nobody is called so, nor sounds so: "Тепродіму" may be "Teplodim".
    """
    told, asked = _words_of(name), _words_of(about)
    return bool(asked) and all(any(_is_slip(each, word) for word in told) for each in asked)


def _is_slip(one: frozenset[str], other: frozenset[str]) -> bool:
    pairs = ((a, b) for a in one for b in other if min(len(a), len(b)) >= SLIP_MIN)
    return any(is_one_slip(a, b) for a, b in pairs)


@lru_cache(maxsize=_NAMES_KNOWN)
def _sounds_of(name: str) -> tuple[frozenset[str], ...]:
    tokens = (token for token in scan_tokens(name) if token.text[0].isalpha())
    return tuple(_stems(word) | _sounds(word) for word in (fold(token.text) for token in tokens))


def _sounds(word: str) -> frozenset[str]:
    """Give a word by its consonants; a short one with all its vowels but one, whichever it is.

    So Ольга is no Oleh, and Мирон no Марина.
    """
    bones = {_SOFT.sub("s", skeleton(word)).replace("ch", "sh"), memory_key(word)} - {""}
    bare = (each[0] + _VOWELS.sub("", each[1:]) for each in bones)
    but_one = (
        f"{each[:at]}*{each[at + 1 :]}"
        for each in bones
        if len(each) >= _LONG_MIN
        for at in range(1, len(each))
        if _VOWELS.match(each[at])
    )
    return frozenset((*(each for each in bare if len(each) >= _LONG_MIN), *but_one))


@lru_cache(maxsize=_NAMES_KNOWN)
def _words_of(name: str) -> tuple[frozenset[str], ...]:
    tokens = (token for token in scan_tokens(name) if token.text[0].isalpha())
    return tuple(_stems(fold(token.text)) for token in tokens)


def _stems(word: str) -> frozenset[str]:
    """Give what a word may be without its ending; an uninflected name is its own stem."""
    key = memory_key(word)
    stems = {skeleton(word) or word, key}
    if len(key) >= _STEM_MIN:
        stems.add(key[:-1] + _ALTERNATE.get(key[-1], key[-1]))
    if key.endswith("e") and len(key) > _STEM_MIN:
        stems.add(key[:-1])  # Андрея, Сергея: the й is gone, its vowel is left
    if key.endswith("el") and len(key) > _STEM_MIN:
        stems.add(f"{key[:-2]}l")  # Павел, Павла: the vowel comes and goes
    return frozenset(stems)
