"""Load the word lists of all languages into one index."""

import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.abc import Traversable

from ledger.cash import CashCategory
from ledger.currencies import DECIMALS
from parsing.annotation.errors import LexiconError
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.no_collecting import without_collecting
from parsing.annotation.patterns import Element, Meaning
from parsing.annotation.respelling import SLIP_MIN, Respelling, skeleton
from parsing.annotation.shelf import Shelf, elements_of
from parsing.annotation.spans import LEXICON_KINDS, VERB_VALUES, SpanKind
from parsing.annotation.tokens import fold

LANGUAGES = ("en", "uk", "ru")
"""The lexicon's folders; each holds files by theme: money, days, purposes, people, talk."""

_MAY_BE_MISTYPED = frozenset({
    SpanKind.VERB, SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS, SpanKind.FIRM, SpanKind.ROLE,
    SpanKind.DATE_WORD, SpanKind.WEEKDAY, SpanKind.NUMBER_WORD, SpanKind.ORDER_WORD, SpanKind.CASH,
    SpanKind.UNIT, SpanKind.LEFTOVER, SpanKind.VAGUE, SpanKind.DAY_WORD, SpanKind.CARD,
})  # fmt: skip
"""Kinds whose words are long and telling enough to be known with a letter wrong."""
_MAY_BE_TURNED = frozenset({SpanKind.VERB, SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS})
"""Kinds whose short words are known with two letters in turn."""
_ENDINGS, _ORDINARY = "ending", "ordinary"
_CATEGORIES = frozenset(category.value for category in CashCategory)
_ALLOWED_VALUES: Mapping[SpanKind, Container[str]] = {
    SpanKind.PURPOSE: _CATEGORIES,
    SpanKind.THING: _CATEGORIES,
    SpanKind.FIRM: _CATEGORIES,
    SpanKind.VERB: VERB_VALUES,
    SpanKind.CURRENCY: DECIMALS,
    SpanKind.MONTH: frozenset(map(str, range(1, 13))),
    SpanKind.WEEKDAY: frozenset(map(str, range(7))),
    SpanKind.MULTIPLIER: frozenset({"1000", "1000000"}),
}
"""The kinds whose values the parser computes with."""


@dataclass(frozen=True, slots=True)
class LexiconSource:
    """The text of one lexicon file."""

    name: str
    toml: str
    is_wider: bool = False
    """Whether its words are known only as they are written: no slip of the finger is one."""


_WIDER = "wider"
"""The folder of words that are seldom said. Those of the others come first, so that a word in
another alphabet, or misspelt, is one of them if it may be."""


def _files_in(folder: Traversable, name: str) -> Iterator[tuple[str, str]]:
    """Give name and text of the word lists in a folder."""
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            told = f"{name}/{file.name}".replace("//", "/").removesuffix(".toml")
            yield told, file.read_text(encoding="utf-8")


@cache
def load_lexicon() -> Lexicon:
    """Read the word lists that come with the package, once a process: they never change in it.

    Raises:
        LexiconError: a file names an unknown kind or value, or gives a word two meanings.
    """
    folder = resources.files("parsing").joinpath("lexicon")
    with without_collecting():
        return build_lexicon(
            LexiconSource(name, text, is_wider=bool(part))
            for part in ("", _WIDER)
            for language in LANGUAGES
            for name, text in _files_in(folder.joinpath(language, part), f"{language}/{part}")
        )


def build_lexicon(sources: Iterable[LexiconSource]) -> Lexicon:
    """Put the word lists of several languages into one index.

    Raises:
        LexiconError: a source is no TOML, names an unknown kind, or gives a word two meanings.
    """
    builder = _Builder()
    for source in sources:
        builder.add(source)
    return builder.build()


class _Builder:
    """Collects the entries of several files, and refuses contradictions.

    What can be done with a whole list at once is: to look at entries one by one takes long.
    """

    def __init__(self) -> None:
        self.words, self.stems = Shelf(), Shelf()
        self.endings: dict[str, list[str]] = {}
        self.ordinary: set[str] = set()
        self.seen: dict[str, Meaning] = {}
        self.texts: dict[SpanKind, set[str]] = {}
        """The words of each kind, of lists that are not wider."""
        self.counting: dict[SpanKind, list[tuple[Element, ...]]] = {}
        """What counts, or is counted, entry by entry."""
        self.spelt_words: dict[str, None] = {}
        self.spelt_stems: dict[str, None] = {}
        """What begins an entry: what a word in another spelling may be taken for."""
        self.later: set[str] = set()
        self.rare: set[str] = set()
        """Words and stems of wider lists, a star behind the stems."""

    def add(self, source: LexiconSource) -> None:
        name = source.name
        try:
            sections = tomllib.loads(source.toml)
        except tomllib.TOMLDecodeError as error:
            raise LexiconError(name, "the file", str(error)) from error
        for section, groups in sections.items():
            for value, told in groups.items():
                entries = _entries_of(told)
                if section == _ENDINGS:
                    self.endings.setdefault(value, []).extend(entries)
                elif section == _ORDINARY:
                    self.ordinary.update(map(fold, entries))
                else:
                    self._add_list(source, entries, _meaning(name, section, value))

    def _add_list(self, source: LexiconSource, entries: Sequence[str], meaning: Meaning) -> None:
        """Add the entries of one meaning.

        Of those seldom said only whole words may be meant by another spelling: no stems, and no
        words of phrases.
        """
        self._shelve(source, entries, meaning)
        if source.is_wider:
            self.rare.update(" ".join(entries).split())
            return
        texts = _texts_of(entries)
        self.texts.setdefault(meaning.kind, set()).update(texts)
        self.later.update(_texts_of([entry.partition(" ")[2] for entry in entries]))
        signed = (entry for entry in entries if not entry.partition(" ")[0].strip("*").isalpha())
        self.later.update(element.text for entry in signed for element in elements_of(entry)[1:])
        if meaning.kind in _COUNTING:
            self.counting.setdefault(meaning.kind, []).extend(map(elements_of, entries))

    def _shelve(self, source: LexiconSource, entries: Sequence[str], meaning: Meaning) -> None:
        seen, is_wider = self.seen, source.is_wider
        for entry in entries:
            known = seen.setdefault(entry, meaning)
            if known is not meaning and known != meaning:
                raise _contradiction(source.name, entry, known, meaning)
            first, _, rest = entry.partition(" ")
            is_stem = first.endswith("*")
            text = first[:-1] if is_stem else first
            if not text.isalpha():
                elements = elements_of(entry)
                if not elements:
                    what = f"{meaning.kind}.{meaning.value}"
                    raise LexiconError(source.name, what, "holds an empty word")
                (text, is_stem), rest = elements[0], " ".join(it.text for it in elements[1:])
            (self.stems if is_stem else self.words).put(text, entry, meaning)
            if not is_wider:
                (self.spelt_stems if is_stem else self.spelt_words).setdefault(text)
            elif not rest and not is_stem:
                self.spelt_words.setdefault(text)

    def build(self) -> Lexicon:
        lengths = sorted({len(stem) for stem in self.stems}, reverse=True)
        endings = {kind: tuple(found) for kind, found in self.endings.items()}
        slips, turned = (self._of_kinds(kinds) for kinds in (_MAY_BE_MISTYPED, _MAY_BE_TURNED))
        acting = self._of_kinds({SpanKind.VERB})
        entries = [each for kind in _NOT_RESPELT for each in self.counting.get(kind, ())]
        number_words = self.counting.get(SpanKind.NUMBER_WORD, [])
        counted = {each[0].text for each in entries if len(each) == 1}
        numbers = {each[0].text for each in entries}
        numbers.update(each[0].text for each in number_words if _is_short(each[0].text))
        counting = Respelling(sorted(counted), (), counted)
        spelt = (*self.spelt_words, *sorted(self.later))
        words = tuple(word for word in spelt if word not in numbers)
        respelling = Respelling(words, self.spelt_stems, slips, acting, turned)
        rare_stems = {each[:-1] for each in self.rare if each[-1] == "*"}
        rare_words = _texts_of([each for each in self.rare if each[-1] != "*"])
        return Lexicon(
            self.words,
            self.stems,
            endings,
            tuple(lengths),
            frozenset((*self.spelt_words, *self.later, *rare_words)),
            frozenset(self.spelt_stems),
            frozenset(stem for stem in rare_stems if len(stem) >= _STEM_MIN),
            respelling,
            frozenset(each[-1].text for each in number_words),
            counting,
            frozenset(self.ordinary),
        )

    def _of_kinds(self, kinds: AbstractSet[SpanKind]) -> set[str]:
        return set().union(*(self.texts.get(kind, ()) for kind in kinds))


_STEM_MIN = 5
"""A word seldom said that begins as a shorter stem is hardly of it: "дос" is too short."""


def _texts_of(entries: Sequence[str]) -> set[str]:
    """Give the words of entries, without the stars of stems, each once."""
    texts: set[str] = set()
    for part in set(" ".join(entries).split()):
        word = part.removesuffix("*")
        if word.isalpha():
            texts.add(word)
        else:
            texts.update(element.text for element in elements_of(part))
    return texts


def _contradiction(name: str, entry: str, known: Meaning, meaning: Meaning) -> LexiconError:
    problem = f"means both {known.kind}.{known.value} and {meaning.kind}.{meaning.value}"
    return LexiconError(name, entry, problem)


_NOT_RESPELT = frozenset({SpanKind.MONTH, SpanKind.MULTIPLIER, SpanKind.CURRENCY})
"""Kinds whose words are too near to others: Marta is no month."""


_COUNTING = _NOT_RESPELT | {SpanKind.NUMBER_WORD}


def _is_short(word: str) -> bool:
    """Tell whether a number word is as near to others as "семи" to "семьи"."""
    return len(skeleton(word)) < SLIP_MIN


def _entries_of(entries: Sequence[str] | str) -> Sequence[str]:
    """Give the entries of a list, or of a text with commas between them, which reads sooner."""
    if not isinstance(entries, str):
        return fold("\n".join(entries)).split("\n") if entries else ()
    told = fold(entries.replace("\n", " ").replace(",", "\n"))
    while "  " in told:
        told = told.replace("  ", " ")
    return [entry for each in told.split("\n") if (entry := each.strip())]


def _meaning(name: str, section: str, value: str) -> Meaning:
    if section not in LEXICON_KINDS:
        raise LexiconError(name, section, "no such section")
    kind = SpanKind(section)
    if kind in _ALLOWED_VALUES and value not in _ALLOWED_VALUES[kind]:
        raise LexiconError(name, f"{section}.{value}", "no such value")
    return Meaning(kind, value)
