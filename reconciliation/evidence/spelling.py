"""Brings a word to letters that its spellings in two alphabets and several customs share."""

import re
import unicodedata
from functools import lru_cache

_LATIN = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "h", "д": "d", "е": "e", "є": "e", "ё": "e",
        "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m",
        "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h",
        "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ы": "i", "э": "e", "ю": "iu", "я": "ia",
        "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i",
        "ь": "", "ъ": "", "'": "", "’": "", "ʼ": "", "`": "",
    }
)  # fmt: skip
_CUSTOMS = (
    (re.compile(r"shch|sch"), "sh"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"zgh"), "zh"),
    (re.compile(r"g"), "h"),
    (re.compile(r"w"), "v"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"[jy]"), "i"),
    (re.compile(r"ck"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"tz"), "ts"),
    (re.compile(r"(?<!t)c(?!h)(?=[ei])"), "ts"),
    (re.compile(r"c(?!h)"), "k"),
    (re.compile(r"i+(?=[aeou])"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_ENDING = re.compile(r"[aeiou]+$")
_STEM_MIN = 3


@lru_cache(maxsize=200_000)
def letters_of(word: str) -> str:
    """Give a word's letters as all its spellings have them: Ющенко, Yushchenko, Iushchenko."""
    small = word.lower().translate(_LATIN)
    if not small.isascii():
        small = unicodedata.normalize("NFKD", small).translate(_LATIN)
        small = "".join(letter for letter in small if not unicodedata.combining(letter))
    for custom, common in _CUSTOMS:
        small = custom.sub(common, small)
    return small


@lru_cache(maxsize=200_000)
def stem_of(letters: str) -> str:
    """Take off the ending that tells his surname from hers."""
    stem = _ENDING.sub("", letters)
    return stem if len(stem) >= _STEM_MIN else letters


def is_slip(one: str, other: str) -> bool:
    """Tell whether one letter added, left out, changed or swapped makes one word the other."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(long) - len(short) > 1:
        return False
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    if short[start + 1 :] == long[start + 1 :]:
        return True
    swapped = short[start : start + 2] == long[start : start + 2][::-1]
    return swapped and short[start + 2 :] == long[start + 2 :]
