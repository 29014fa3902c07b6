"""Find the known word that a misspelt or transliterated one was meant to be.

Every spelling is taken to a skeleton that Cyrillic and Latin letters, i and и, г and х, hard and
soft signs and doubled letters fall together in; so "kurieru", "курєру" and "кур'єру" are one.
A word whose skeleton is not known may still be one slip of the finger away from one that is, or
an English one in a hurry, with vowels left out: "custmr", "ordr".
"""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple, Protocol

from parsing.tokens import fold

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "h", "д": "d", "е": "e", "є": "e", "э": "e",
    "ж": "z", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "ы": "i", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "h", "ц": "c", "ч": "ch", "ш": "sh", "щ": "sh", "ь": "", "ъ": "", "ю": "u", "я": "a",
    "w": "v", "g": "h", "y": "i", "j": "i", "q": "k",
}  # fmt: skip
_LATIN_GROUPS = (
    ("shch", "sh"), ("sch", "sh"), ("kh", "h"), ("ts", "c"), ("zh", "z"), ("ck", "k"), ("x", "ks"),
)  # fmt: skip
_GROUPS = (("iu", "u"), ("ia", "a"), ("ie", "e"), ("io", "o"), ("ii", "i"))
WHOLE_MIN = 4
"""Shorter skeletons say too little to be matched."""
SLIP_MIN = 5
"""Shorter skeletons resemble too many others to allow for a slip."""
ENDING_MAX = 4
"""How many letters may follow a stem in a word that is taken for it with a slip."""
CLIPPED_MIN, WHOLE_WORD_MIN = 4, 5
"""A word that lacks vowels has so many letters at least, and the word it stands for so many."""
_VOWELS = frozenset("aeiou")
_REMEMBERED = 8_192
"""So many skeletons are kept: the same words come again and again."""


@lru_cache(maxsize=_REMEMBERED)
def skeleton(word: str) -> str:
    """Give the letters that are left when spelling is taken away; empty for other scripts."""
    if word.isascii():
        for group, single in _LATIN_GROUPS:
            if group in word:
                word = word.replace(group, single)
    latin = "".join(_LETTERS.get(letter, letter) for letter in word)
    if not latin.isascii():
        return ""
    latin = _undoubled(latin)
    for group, single in _GROUPS:
        if group in latin:
            latin = latin.replace(group, single)
    return _undoubled(latin)


def _undoubled(word: str) -> str:
    kept = [letter for before, letter in zip(" " + word, word, strict=False) if letter != before]
    return "".join(kept)


class Written(Protocol):
    """A word as it was typed and as it was understood: a token, a span."""

    @property
    def text(self) -> str:
        """As it was typed."""

    @property
    def folded(self) -> str:
        """As the lexicon knows it."""


def is_slipped_word(word: Written) -> bool:
    """Tell whether a word was known only by letting a letter be wrong: "учета" is no "учера"."""
    typed = fold(word.text)
    return typed != word.folded and skeleton(typed) != skeleton(word.folded)


class _Known(NamedTuple):
    """A word or stem of the lexicon under its skeleton."""

    text: str
    bones: str
    is_stem: bool


class Respelling:
    """The known words by skeleton, and by skeleton with one letter left out."""

    def __init__(
        self, words: Collection[str], stems: Collection[str], slips: Iterable[str]
    ) -> None:
        """Take the words and stems, and those of them that a slip may be allowed for."""
        self._words: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._near: dict[str, list[_Known]] = {}
        self._by_consonants: dict[str, list[str]] = {}
        allowed = frozenset(slips)
        for text in words:
            self._add(text, self._words, is_stem=False, may_slip=text in allowed)
        for text in stems:
            self._add(text, self._stems, is_stem=True, may_slip=text in allowed)

        for text in (*words, *stems, *(f"{stem}s" for stem in stems)):
            if len(text) >= WHOLE_WORD_MIN and text.isascii() and text.isalpha():
                self._by_consonants.setdefault(_consonants(text), []).append(text)

    def _add(self, text: str, index: dict[str, str], *, is_stem: bool, may_slip: bool) -> None:
        bones = skeleton(text)
        if len(bones) < WHOLE_MIN:
            return
        index.setdefault(bones, text)
        if may_slip and len(bones) >= SLIP_MIN:
            known = _Known(text, bones, is_stem)
            # No two letters in turn are the same, so no two of these are.
            for each in (bones, *_shortened(bones)):
                self._near.setdefault(each, []).append(known)

    def of(self, word: str, *, may_slip: bool) -> str | None:
        """Give the known spelling of an unknown word, with the word's own ending after a stem."""
        bones = skeleton(word)
        if len(bones) < WHOLE_MIN:
            return None
        is_latin = word.isascii()
        if bones in self._words:
            return self._words[bones]
        for length in range(len(bones), WHOLE_MIN - 1, -1):
            stem = self._stems.get(bones[:length])
            # A Latin word may be transliterated, but nobody writes English in Cyrillic.
            if stem is not None and (is_latin or not stem.isascii()):
                return stem + _ending(word, len(bones) - length)
        if not may_slip:
            return None
        found = self._with_slip(word, bones) if len(bones) >= SLIP_MIN else None
        return found or self._with_vowels(word)

    def _with_vowels(self, word: str) -> str | None:
        """Give the only known word that lacks nothing but vowels in this one."""
        if len(word) < CLIPPED_MIN or not (word.isascii() and word.isalpha()):
            return None
        same = self._by_consonants.get(_consonants(word), ())
        found = {text for text in same if len(text) > len(word) and _is_within(word, text)}
        return found.pop() if len(found) == 1 else None

    def _with_slip(self, word: str, bones: str) -> str | None:
        found = {
            known.text
            for each in (bones, *_shortened(bones))
            for known in self._near.get(each, ())
            if not known.is_stem
            and _is_one_slip(known.bones, bones)
            and known.text.isascii() == word.isascii()
        }
        if found:
            return min(found, key=lambda text: (text[0] != word[0], text))
        for length in range(len(bones), max(SLIP_MIN, len(bones) - ENDING_MAX) - 1, -1):
            part = bones[:length]
            for each in (part, *_shortened(part)):
                for known in self._near.get(each, ()):
                    is_same_script = known.text.isascii() == word.isascii()
                    if known.is_stem and is_same_script and _is_one_slip(known.bones, part):
                        return known.text + _ending(word, len(bones) - length)
        return None


_CYRILLIC = str.maketrans("abvgdeziyklmnoprstufhc", "абвгдезііклмнопрстуфхц")


def _ending(word: str, length: int) -> str:
    """Give a word's ending in the letters of the languages that have endings."""
    return word[len(word) - length :].translate(_CYRILLIC) if length else ""


def _consonants(word: str) -> str:
    """Give a word's first letter, and after it only consonants."""
    return word[0] + "".join(letter for letter in word[1:] if letter not in _VOWELS)


def _is_within(part: str, whole: str) -> bool:
    """Tell whether the letters of one word stand in another in the same order."""
    letters = iter(whole)
    return all(letter in letters for letter in part)


def _shortened(bones: str) -> list[str]:
    return [bones[:at] + bones[at + 1 :] for at in range(len(bones))]


def _is_one_slip(one: str, other: str) -> bool:
    """Tell whether one letter more, less, other, or two in turn is all the difference."""
    if abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return True
    if len(one) == len(other):
        is_swap = one[at : at + 2] == other[at : at + 2][::-1]
        return one[at + 1 :] == other[at + 1 :] or (is_swap and one[at + 2 :] == other[at + 2 :])
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[at + 1 :] == shorter[at:]
