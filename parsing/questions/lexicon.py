"""The words of questions, of all languages in one index, beside those of cash talk."""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

from parsing.annotation.errors import LexiconError
from parsing.annotation.respelling import WHOLE_MIN, Respelling
from parsing.annotation.tokens import Token, fold, scan_tokens
from parsing.annotation.word_lists import LANGUAGES

SECTIONS = frozenset(
    "ask measure counted category channel group rank shape place period unit when joiner follow"
    " age month filler number".split()
)
"""What a word of a question may be about; docs/questions.md tells the values."""
_NAMING, _ENDING = "naming", "ending"
"""Sections that tell how to take a word that no list knows."""
_SWAP_MIN = 3
_NO_SLIPS = frozenset({"filler", "number", "joiner", "follow"})


class Said(NamedTuple):
    """What a word of a question stands for."""

    section: str
    value: str


class Phrase(NamedTuple):
    """The words after the first one of a phrase, a star for a stem; and its meaning."""

    rest: tuple[tuple[str, bool], ...]
    said: Said

    def follows(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether the words after the first one are there."""
        if index + len(self.rest) >= len(tokens):
            return False
        return all(
            tokens[index + place].folded.startswith(text)
            if is_stem
            else tokens[index + place].folded == text
            for place, (text, is_stem) in enumerate(self.rest, start=1)
        )


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """Phrases by their first word or stem, the longest first."""

    words: Mapping[str, Sequence[Phrase]]
    stems: Mapping[str, Sequence[Phrase]]
    stem_lengths: tuple[int, ...]
    later: frozenset[str]
    respelling: Respelling
    naming: frozenset[str] = frozenset()
    """After these an unknown word is a name, or what entries say."""
    endings: tuple[str, ...] = ()
    """What an unknown word ends in that tells nothing: a verb's, an adverb's."""

    def find(self, tokens: Sequence[Token], index: int) -> tuple[Said, int] | None:
        """Find the longest phrase at a token, a whole word before a stem.

        Returns:
            What it stands for and how many tokens it covers.
        """
        best: Phrase | None = None
        for phrases in self._candidates(tokens[index].folded):
            for phrase in phrases:
                is_longer = best is None or len(phrase.rest) > len(best.rest)
                if is_longer and phrase.follows(tokens, index):
                    best = phrase
                    break
        return None if best is None else (best.said, len(best.rest) + 1)

    def knows(self, word: str) -> bool:
        """Tell whether a folded word is here, whole, as a stem, or within a phrase."""
        return word in self.later or any(True for _ in self._candidates(word))

    def meant(self, token: Token) -> Token:
        """Give a token as it was meant: misspelt and transliterated words set right."""
        word = token.folded
        if not word[0].isalpha():
            return token
        is_name_like = token.text[0].isupper() and token.start > 0
        found = None if is_name_like else self._swapped(word)
        if found is None and len(word) >= WHOLE_MIN:
            found = self.respelling.of(word, may_slip=not is_name_like)
        return token if found is None else Token(token.start, token.end, token.text, found)

    def _swapped(self, word: str) -> str | None:
        """Give the short word that two letters in turn make of this one: "hwo", "mcuh"."""
        if not _SWAP_MIN <= len(word) <= WHOLE_MIN:
            return None
        ways = (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)
        )
        return next((each for each in ways if each in self.words or each in self.later), None)

    def _candidates(self, word: str) -> Iterator[Sequence[Phrase]]:
        if word in self.words:
            yield self.words[word]
        for length in self.stem_lengths:
            if length <= len(word) and word[:length] in self.stems:
                yield self.stems[word[:length]]


class WordSource(NamedTuple):
    """The text of one file of words."""

    name: str
    toml: str


@cache
def load_question_words() -> QuestionWords:
    """Read the words that come with the package, once a process: they never change in it.

    Raises:
        LexiconError: a file names an unknown section, or gives a word two meanings.
    """
    folder = resources.files("parsing.questions").joinpath("words")
    return build_question_words(
        WordSource(name, folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
        for name in LANGUAGES
    )


def build_question_words(sources: Iterable[WordSource]) -> QuestionWords:
    """Put the words of several languages into one index.

    Raises:
        LexiconError: a source names an unknown section, or gives a word two meanings.
    """
    seen: dict[tuple[tuple[str, bool], ...], Said] = {}
    unknown: dict[str, set[str]] = {_NAMING: set(), _ENDING: set()}
    for source in sources:
        for section, groups in tomllib.loads(source.toml).items():
            if section in unknown:
                unknown[section].update(fold(each) for told in groups.values() for each in told)
                continue
            if section not in SECTIONS:
                raise LexiconError(source.name, section, "no such section")
            for value, entries in groups.items():
                for entry in entries:
                    _add(seen, source.name, entry, Said(section, value))
    return _index(seen, unknown)


def _add(
    seen: dict[tuple[tuple[str, bool], ...], Said], name: str, entry: str, said: Said
) -> None:
    words = tuple(_elements(entry))
    if not words:
        raise LexiconError(name, entry, "holds an empty word")
    known = seen.setdefault(words, said)
    if known != said:
        raise LexiconError(name, entry, f"means both {known} and {said}")


def _elements(entry: str) -> Iterator[tuple[str, bool]]:
    for part in entry.split():
        tokens = scan_tokens(part.removesuffix("*"))
        for token in tokens:
            yield token.folded, part.endswith("*") and token is tokens[-1]


def _index(
    seen: Mapping[tuple[tuple[str, bool], ...], Said], unknown: Mapping[str, Collection[str]]
) -> QuestionWords:
    words: dict[str, list[Phrase]] = {}
    stems: dict[str, list[Phrase]] = {}
    for ((first, is_stem), *rest), said in seen.items():
        (stems if is_stem else words).setdefault(first, []).append(Phrase(tuple(rest), said))
    for index in (words, stems):
        for phrases in index.values():
            phrases.sort(key=lambda phrase: -len(phrase.rest))
    later = frozenset(text for elements in seen for text, is_stem in elements[1:] if not is_stem)
    slips = frozenset(text for elements, said in seen.items() if said.section not in _NO_SLIPS
                      for text, _ in elements)  # fmt: skip
    lengths = tuple(sorted({len(stem) for stem in stems}, reverse=True))
    respelling = Respelling((*words, *later), stems, slips)
    naming, endings = frozenset(unknown[_NAMING]), tuple(sorted(unknown[_ENDING]))
    return QuestionWords(words, stems, lengths, later, respelling, naming, endings)
