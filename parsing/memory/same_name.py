"""Tell whether two names as people typed them are one person's: case endings, alphabets, parts."""

import re

from parsing.annotation.respelling import skeleton
from parsing.annotation.tokens import fold, scan_tokens
from parsing.memory.memory import memory_key

_ALTERNATE = {"z": "h", "c": "k"}
"""Before an ending г becomes з, and к becomes ц: Ольга, Ользі."""
_STEM_MIN = 3
_FRAME_MIN, _FRAMES_MIN = 2, 3
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
    """Tell whether every word of the shorter name sounds like one of the longer.

    Only where no name is the same: "Теплодома" may be "Teplodim", "гугл" "Google Ads".
    """
    first, second = _frames_of(one), _frames_of(other)
    shorter, longer = sorted((first, second), key=len)
    if not shorter:
        return False
    is_long = sum(max(map(len, frame), default=0) for frame in shorter) >= _FRAMES_MIN
    return is_long and all(any(frame & known for known in longer) for frame in shorter)


def _frames_of(name: str) -> list[frozenset[str]]:
    """Give the words of a name by their consonants; too few of them say nothing."""
    tokens = (token for token in scan_tokens(name) if token.text[0].isalpha())
    return [_frames(fold(token.text)) for token in tokens]


def _frames(word: str) -> frozenset[str]:
    bones = (_SOFT.sub("s", skeleton(word)), memory_key(word))
    found = (each[:1] + _VOWELS.sub("", each[1:]).replace("ch", "sh") for each in bones)
    return frozenset(each for each in found if len(each) >= _FRAME_MIN)


def _words_of(name: str) -> list[frozenset[str]]:
    tokens = (token for token in scan_tokens(name) if token.text[0].isalpha())
    return [_stems(fold(token.text)) for token in tokens]


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
