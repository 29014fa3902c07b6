"""Find the known word that a misspelt or transliterated one was meant to be.

Every spelling is taken to a skeleton that Cyrillic and Latin letters, i and и, г and х, hard and
soft signs and doubled letters fall together in; so "kurieru", "курєру" and "кур'єру" are one.
A word whose skeleton is not known may still be one slip of the finger away from one that is, or
an English one in a hurry, with vowels left out: "custmr", "ordr".
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple, Protocol

from parsing.annotation.tokens import fold

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "h", "д": "d", "е": "e", "є": "e", "э": "e",
    "ж": "z", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "ы": "i", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "h", "ц": "c", "ч": "ch", "ш": "sh", "щ": "sh", "ь": "", "ъ": "", "ю": "u", "я": "a",
    "w": "v", "g": "h", "y": "i", "j": "i", "q": "k", "č": "ch", "š": "sh", "ž": "z",
}  # fmt: skip
_LATIN_GROUPS = (
    ("shch", "sh"), ("sch", "sh"), ("kh", "h"), ("ts", "c"), ("zh", "z"), ("ck", "k"), ("x", "ks"),
)  # fmt: skip
_TO_LATIN = str.maketrans(_LETTERS)
_GLIDES = (("iu", "u"), ("ia", "a"), ("ie", "e"), ("io", "o"))
"""The i that я, є, ю, ьо are typed with."""
WHOLE_MIN = 4
"""Shorter skeletons say too little to be matched."""
SLIP_MIN = 5
"""Shorter skeletons resemble too many others to allow for a slip."""
STEM_SLIP_MIN, OTHER_MIN = 7, 7
"""So long is a stem that is known with a slip, or a word in which a letter is another one."""
_HOOKLESS = (("c", "ch"), ("s", "sh"))
"""The č and š of a translit whose hooks are left out: "vcora". A lone s is oftener one."""
TURNED = 4
"""So short a word is known with two letters in turn, though with no other slip."""
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
    latin = _undoubled(_in_latin(word, is_latin=word.isascii()))
    bones = _without_glides(latin)
    bones = bones if bones == latin else _undoubled(bones)
    return bones if bones.isascii() else ""


def _undoubled(word: str) -> str:
    before, kept = "", []
    for letter in word:
        if letter != before:
            kept.append(letter)
            before = letter
    return "".join(kept)


def skeletons(words: Iterable[str]) -> dict[str, str]:
    """Give the skeletons of many words by word: one text is bared sooner than its words."""
    found: dict[str, str] = {}
    sorted_out: dict[bool, list[str]] = {True: [], False: []}
    for word in words:
        sorted_out[word.isascii()].append(word)
    for is_latin, group in sorted_out.items():
        bared = _bared("\n".join(group), is_latin=is_latin).split("\n")
        found.update(zip(group, bared, strict=False))
    return {word: bones if bones.isascii() else "" for word, bones in found.items()}


def _bared(text: str, *, is_latin: bool) -> str:
    """Take the spelling away from words on lines of their own."""
    latin = _in_latin(text, is_latin=is_latin)
    letters = set(latin) - {"\n"}
    return _all_undoubled(_without_glides(_all_undoubled(latin, letters)), letters)


def _all_undoubled(text: str, letters: Iterable[str]) -> str:
    for letter in letters:
        while letter * 2 in text:
            text = text.replace(letter * 2, letter)
    return text


def _in_latin(text: str, *, is_latin: bool) -> str:
    if is_latin:
        for group, single in _LATIN_GROUPS:
            if group in text:
                text = text.replace(group, single)
    return text.translate(_TO_LATIN)


def _without_glides(text: str) -> str:
    for group, single in _GLIDES:
        if group in text:
            text = text.replace(group, single)
    return text


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
        self,
        words: Collection[str],
        stems: Collection[str],
        slips: AbstractSet[str],
        acting: AbstractSet[str] = frozenset(),
        turned: AbstractSet[str] = frozenset(),
    ) -> None:
        """Take words and stems, those that a slip may be allowed for, the verbs, the things."""
        self._acting = acting
        self._words: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._by_consonants: dict[str, list[str]] | None = None
        """Of English words, once one in a hurry is first looked for."""
        self._known = (words, stems)
        self._may_slip: defaultdict[str, list[_Known]] = defaultdict(list)
        """By first letter, which never slips."""
        self._turned: dict[str, str] | None = None
        """Short verbs and things with two letters in turn, once they are first asked for."""
        self._short = [text for text in turned if len(text) == TURNED]
        self._near: dict[str, dict[str, list[_Known]]] = {}
        """Of the first letters that were asked for; most of them never are."""
        bones = skeletons((*words, *stems))
        for is_stem, index, group in ((False, self._words, words), (True, self._stems, stems)):
            for text in group:
                if len(bare := bones[text]) >= WHOLE_MIN:
                    index.setdefault(bare, text)
                    if len(bare) >= SLIP_MIN and text in slips:
                        self._may_slip[bare[0]].append(_Known(text, bare, is_stem))

    def _near_to(self, letter: str) -> Mapping[str, Sequence[_Known]]:
        """Give the words that begin with a letter, by their skeleton whole and less one letter."""
        near = self._near.get(letter)
        if near is None:
            found: defaultdict[str, list[_Known]] = defaultdict(list)
            for known in self._may_slip.get(letter, ()):
                # No two letters in turn are the same, so no two of these are.
                for each in (known.bones, *_shortened(known.bones)):
                    found[each].append(known)
            near = self._near[letter] = dict(found)
        return near

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
        found = self._with_hooks(bones) if is_latin and len(bones) >= SLIP_MIN else None
        if found is None and len(bones) >= SLIP_MIN:
            found = self._with_slip(word, bones)
        return found or self._with_turned(word) or self._with_vowels(word)

    def _with_hooks(self, bones: str) -> str | None:
        """Give the word that a Latin one stands for once its č and š have their hooks: "vcora"."""
        for given in (_HOOKLESS[:1], _HOOKLESS):
            hooked = bones
            for plain, meant in given:
                hooked = hooked.replace(meant, plain).replace(plain, meant)
            known = self._words.get(hooked) if "c" in bones else None
            if known is not None and not known.isascii():
                return known
        return None

    def _with_turned(self, word: str) -> str | None:
        """Give the only short word of which two letters stand in turn: "sodl", "taep"."""
        if len(word) != TURNED:
            return None
        if self._turned is None:
            found: defaultdict[str, set[str]] = defaultdict(set)
            for text in self._short:
                for each in _turnings(text):
                    found[each].add(text)
            self._turned = {each: texts.pop() for each, texts in found.items() if len(texts) == 1}
        return self._turned.get(word)

    def _with_vowels(self, word: str) -> str | None:
        """Give the only known word that lacks nothing but vowels in this one."""
        if len(word) < CLIPPED_MIN or not (word.isascii() and word.isalpha()):
            return None
        if self._by_consonants is None:
            self._by_consonants = _by_consonants(*self._known)
        same = self._by_consonants.get(_consonants(word), ())
        found = {text for text in same if len(text) > len(word) and _is_within(word, text)}
        return found.pop() if len(found) == 1 else None

    def _with_slip(self, word: str, bones: str) -> str | None:
        near = self._near_to(bones[0])
        found = {
            known.text
            for each in (bones, *_shortened(bones))
            for known in near.get(each, ())
            if not known.is_stem
            and is_one_slip(known.bones, bones)
            and known.text.isascii() == word.isascii()
            and not (known.text in self._acting and _is_other_prefix(known.bones, bones))
        }
        if found:
            return min(found, key=lambda text: (text[0] != word[0], text))
        for length in range(len(bones), max(STEM_SLIP_MIN, len(bones) - ENDING_MAX) - 1, -1):
            part = bones[:length]
            for each in (part, *_shortened(part)):
                for known in near.get(each, ()):
                    is_same_script = known.text.isascii() == word.isascii()
                    if known.is_stem and is_same_script and is_one_slip(known.bones, part):
                        return known.text + _ending(word, len(bones) - length)
        return None


_CYRILLIC = str.maketrans("abvgdeziyklmnoprstufhc", "абвгдезііклмнопрстуфхц")


def _ending(word: str, length: int) -> str:
    """Give a word's ending in the letters of the languages that have endings."""
    return word[len(word) - length :].translate(_CYRILLIC) if length else ""


def _consonants(word: str) -> str:
    """Give a word's first letter, and after it only consonants."""
    return word[0] + "".join(letter for letter in word[1:] if letter not in _VOWELS)


def _by_consonants(words: Iterable[str], stems: Collection[str]) -> dict[str, list[str]]:
    """Give the English words, and stems as they are and in the plural, by their consonants."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for text in (*words, *stems, *(f"{stem}s" for stem in stems)):
        if len(text) >= WHOLE_WORD_MIN and text.isascii() and text.isalpha():
            found[_consonants(text)].append(text)
    return dict(found)


def _is_within(part: str, whole: str) -> bool:
    """Tell whether the letters of one word stand in another in the same order."""
    letters = iter(whole)
    return all(letter in letters for letter in part)


def _turnings(word: str) -> list[str]:
    """Give a word with each two letters in turn, the first left where it is."""
    return [
        word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        for at in range(1, len(word) - 1)
        if word[at] != word[at + 1]
    ]


def _shortened(bones: str) -> list[str]:
    """Give a skeleton less each of its letters but the first, which never slips."""
    return [bones[:at] + bones[at + 1 :] for at in range(1, len(bones))]


def _is_other_prefix(one: str, other: str) -> bool:
    """Tell whether two words differ in how they begin, so that they are verbs of their own.

    "Винесла" carried out, "внесла" put in; letters in turn are still a slip.
    """
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), _PREFIX)
    is_swap = len(one) == len(other) and sorted(one) == sorted(other)
    return at < _PREFIX and not is_swap


_PREFIX = 2


def is_one_slip(one: str, other: str) -> bool:
    """Tell whether one letter more, less, other, or two in turn is all the difference."""
    if abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return True
    if len(one) == len(other):
        is_swap = one[at : at + 2] == other[at : at + 2][::-1]
        is_other = len(one) >= OTHER_MIN and one[at + 1 :] == other[at + 1 :]
        return is_other or (is_swap and one[at + 2 :] == other[at + 2 :])
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[at + 1 :] == shorter[at:]
