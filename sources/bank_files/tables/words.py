"""What columns and rows of statements are called in many languages: `words.toml`, read once."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

_FILE = Path(__file__).with_name("words.toml")
_KEPT_MAX = 200
"""Signs of a text whose words are kept in mind: no name has more, and texts of any length come."""
_NOT_WORD = re.compile(r"[\W_]+")
_ALIKE = str.maketrans("aceiopxykmtbhAСEIOPXYKMTBH", "асеіорхукмтвнАСЕІОРХУКМТВН")
_SPECIAL = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "№": " № "})
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_SIDED = ("name", "account", "tax_id", "bank")
_KEY_LETTERS = 2


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words that a name must have."""

    exact: frozenset[str]
    begun: tuple[str, ...]
    weight: int

    def fits(self, words: frozenset[str]) -> bool:
        if not self.exact <= words:
            return False
        return all(any(each.startswith(stem) for each in words) for stem in self.begun)

    @property
    def key(self) -> str:
        """Give a word that a name has which it fits, or how a word of it begins."""
        return min(self.exact) if self.exact else self.begun[0][:_KEY_LETTERS]


_Phrases: TypeAlias = Mapping[str, tuple[_Phrase, ...]]
"""By their keys: of a thousand phrases a few may fit a name, and pages have thousands of names."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column may be, and how well its name says so."""

    name: str
    """Such as "booked", "amount", "payer_account"."""
    weight: int
    """How much of the name it explains."""


@dataclass(frozen=True, slots=True)
class Words:
    """All words, prepared."""

    columns: Mapping[str, _Phrases]
    sides: Mapping[str, _Phrases]
    fields: Mapping[str, _Phrases]
    rows: Mapping[str, re.Pattern[str]]
    values: Mapping[str, frozenset[str]]

    def meanings(self, header: str) -> tuple[Meaning, ...]:
        """Say what a column of some name may be, the best reading first."""
        words = frozenset(folded(header).split())
        if not words:
            return ()
        return self._meanings(words)

    def _meanings(self, words: frozenset[str]) -> tuple[Meaning, ...]:
        found = [
            Meaning(name, weight)
            for name, phrases in self.columns.items()
            if (weight := _weight(phrases, words))
        ]
        found += self._sided(words)
        return tuple(sorted(found, key=lambda each: -each.weight))

    def _sided(self, words: frozenset[str]) -> list[Meaning]:
        """Put together whose a column is and what of him: "payer" and "account"."""
        fields = {name: weight for name in _SIDED if (weight := _weight(self.fields[name], words))}
        sides = {
            side: weight
            for side, phrases in self.sides.items()
            if (weight := _weight(phrases, words))
        }
        found = []
        if not sides:
            found = [Meaning(f"some_{name}", weight) for name, weight in fields.items()]
        for side, weight in sides.items():
            found += [Meaning(f"{side}_{name}", weight + also) for name, also in fields.items()]
            if side != "own":
                found.append(Meaning(f"{side}_name", weight))
        return found

    def says(self, what: str, text: str) -> bool:
        """Tell whether a row speaks of something, such as "opening"."""
        return self.rows[what].search(f" {folded(text)} ") is not None

    def is_value(self, what: str, text: str) -> bool:
        """Tell whether a cell says something, such as "pending"."""
        return folded_value(text) in self.values[what]


def _weight(phrases: _Phrases, words: frozenset[str]) -> int:
    weight = 0
    for word in words:
        for key in (word, word[:_KEY_LETTERS]):
            for each in phrases.get(key, ()):
                if each.weight > weight and each.fits(words):
                    weight = each.weight
    return weight


def folded(text: str) -> str:
    """Give a name's words in small letters, without accents, in one script a word."""
    return _known_folded(text) if len(text) <= _KEPT_MAX else _folded(text)


def _folded(text: str) -> str:
    plain = "".join(
        each
        for each in unicodedata.normalize("NFKD", text.casefold().translate(_SPECIAL))
        if not unicodedata.combining(each)
    )
    words = _NOT_WORD.sub(" ", plain.replace("№", " nomer ")).split()
    return " ".join(each.translate(_ALIKE) if _CYRILLIC.search(each) else each for each in words)


_known_folded = lru_cache(maxsize=4_096)(_folded)


def folded_value(text: str) -> str:
    """Give a cell's text as the lists of values have it; signs stand for themselves."""
    return folded(text) or text.strip()


@lru_cache(maxsize=1)
def words() -> Words:
    """Read the words."""
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return Words(
        _phrases(told["columns"]),
        _phrases(told["sides"]),
        _phrases(told["fields"]),
        {name: _any_of(said) for name, said in told["rows"].items()},
        {
            name: frozenset(folded_value(each) for each in said)
            for name, said in told["values"].items()
        },
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f" (?:{'|'.join(re.escape(folded(each)) for each in phrases)}) ")


def _phrases(section: Mapping[str, list[str]]) -> Mapping[str, _Phrases]:
    return {name: _by_key(map(_phrase, said)) for name, said in section.items()}


def _by_key(phrases: Iterable[_Phrase]) -> _Phrases:
    found: dict[str, tuple[_Phrase, ...]] = {}
    for each in phrases:
        found[each.key] = (*found.get(each.key, ()), each)
    return found


def _phrase(text: str) -> _Phrase:
    exact, begun = [], []
    for each in text.split():
        word = folded(each)
        if each.endswith("*"):
            begun.append(word)
        else:
            exact += word.split()
    weight = sum(map(len, exact)) + sum(map(len, begun)) + len(exact) + len(begun)
    return _Phrase(frozenset(exact), tuple(begun), weight)
