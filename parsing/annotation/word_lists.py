"""Load the word lists of all languages into one index."""

import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.abc import Traversable
from itertools import chain

from ledger.cash import CashCategory
from ledger.currencies import DECIMALS
from parsing.annotation.errors import LexiconError
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.no_collecting import without_collecting
from parsing.annotation.patterns import Element, Meaning, Pattern, Patterns
from parsing.annotation.respelling import SLIP_MIN, Respelling, skeleton
from parsing.annotation.spans import LEXICON_KINDS, VERB_VALUES, SpanKind
from parsing.annotation.tokens import fold, scan_tokens

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
    builder = _Builder({}, {}, {}, {}, {}, {}, {}, set(), _Spelt({}, {}, set(), set(), set()))
    for source in sources:
        builder.add(source)
    return builder.build()


@dataclass(frozen=True, slots=True)
class _Spelt:
    """The words that one in another alphabet, or misspelt, may be taken for.

    Of those seldom said only whole ones are: no stems, and no words of phrases.
    """

    words: dict[str, None]
    stems: dict[str, None]
    later: set[str]
    rare_words: set[str]
    rare_stems: set[str]

    def add(self, elements: Sequence[Element], *, is_wider: bool) -> None:
        first, *rest = elements
        if is_wider and (rest or first.is_stem):
            for element in filter(_tells, elements):
                (self.rare_stems if element.is_stem else self.rare_words).add(element.text)
            return
        index = self.stems if first.is_stem else self.words
        index.setdefault(first.text)
        self.later.update(element.text for element in rest)


def _tells(element: Element) -> bool:
    """Tell whether a word that begins so is hardly another one: "дос" is too short a stem."""
    return not element.is_stem or len(element.text) >= _STEM_MIN


_STEM_MIN = 5


@dataclass(frozen=True, slots=True)
class _Builder:
    """Collects the patterns of several files, and refuses contradictions."""

    words: Patterns
    stems: Patterns
    endings: dict[str, list[str]]
    seen: dict[tuple[Element, ...], Meaning]
    parts: dict[str, tuple[Element, ...]]
    """What stands between spaces, read once: the same words make many phrases."""
    texts: dict[SpanKind, set[str]]
    """The words of each kind: looked up once a list, as a kind is slow to hash."""
    counting: dict[SpanKind, list[tuple[Element, ...]]]
    """What counts, or is counted, entry by entry."""
    ordinary: set[str]
    spelt: "_Spelt"
    """What a word in another spelling may be taken for."""

    def add(self, source: LexiconSource) -> None:
        name = source.name
        try:
            sections = tomllib.loads(source.toml)
        except tomllib.TOMLDecodeError as error:
            raise LexiconError(name, "the file", str(error)) from error
        for section, groups in sections.items():
            for value, entries in groups.items():
                if section == _ENDINGS:
                    self.endings.setdefault(value, []).extend(_entries_of(entries))
                    continue
                if section == _ORDINARY:
                    self.ordinary.update(map(fold, _entries_of(entries)))
                    continue
                meaning = _meaning(name, section, value)
                texts = set() if source.is_wider else self.texts.setdefault(meaning.kind, set())
                counting = self.counting.setdefault(meaning.kind, [])
                is_counting = meaning.kind in _COUNTING
                for entry in _entries_of(entries):
                    elements = self._add_entry(name, entry, meaning)
                    texts.update([element.text for element in elements])
                    self.spelt.add(elements, is_wider=source.is_wider)
                    if is_counting:
                        counting.append(elements)

    def _add_entry(self, name: str, entry: str, meaning: Meaning) -> tuple[Element, ...]:
        parts = [self.parts.get(part) or self._part(name, part) for part in entry.split()]
        elements = parts[0] if len(parts) == 1 else tuple(chain.from_iterable(parts))
        if not elements:
            raise LexiconError(name, f"{meaning.kind}.{meaning.value}", "holds an empty word")
        known = self.seen.setdefault(elements, meaning)
        if known is not meaning and known != meaning:
            problem = f"means both {known.kind}.{known.value} and {meaning.kind}.{meaning.value}"
            raise LexiconError(name, entry, problem)
        first = elements[0]
        index = self.stems if first.is_stem else self.words
        index.setdefault(first.text, []).append(Pattern(elements[1:], meaning))
        return elements

    def _part(self, name: str, part: str) -> tuple[Element, ...]:
        found = self.parts[part] = _elements(name, part)
        return found

    def _put_long_phrases_first(self) -> None:
        for index in (self.words, self.stems):
            for patterns in index.values():
                if len(patterns) > 1:
                    patterns.sort(key=lambda pattern: -len(pattern.rest))

    def build(self) -> Lexicon:
        self._put_long_phrases_first()
        lengths = sorted({len(stem) for stem in self.stems}, reverse=True)
        endings = {kind: tuple(found) for kind, found in self.endings.items()}
        slips, turned = (self._texts_of(kinds) for kinds in (_MAY_BE_MISTYPED, _MAY_BE_TURNED))
        acting = self._texts_of({SpanKind.VERB})
        entries = [each for kind in _NOT_RESPELT for each in self.counting.get(kind, ())]
        number_words = self.counting.get(SpanKind.NUMBER_WORD, [])
        counted = {each[0].text for each in entries if len(each) == 1}
        numbers = {each[0].text for each in entries}
        numbers.update(each[0].text for each in number_words if _is_short(each[0].text))
        counting = Respelling(sorted(counted), (), counted)
        spelt = (*self.spelt.words, *sorted(self.spelt.later))
        words = tuple(word for word in spelt if word not in numbers)
        respelling = Respelling(words, self.spelt.stems, slips, acting, turned)
        return Lexicon(
            self.words,
            self.stems,
            endings,
            tuple(lengths),
            frozenset((*self.spelt.words, *self.spelt.later, *self.spelt.rare_words)),
            frozenset(self.spelt.stems),
            frozenset(self.spelt.rare_stems),
            respelling,
            frozenset(each[-1].text for each in number_words),
            counting,
            frozenset(self.ordinary),
        )

    def _texts_of(self, kinds: AbstractSet[SpanKind]) -> set[str]:
        return set().union(*(self.texts.get(kind, ()) for kind in kinds))


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
    return [entry for each in told.split("\n") if (entry := each.strip())]


def _meaning(name: str, section: str, value: str) -> Meaning:
    if section not in LEXICON_KINDS:
        raise LexiconError(name, section, "no such section")
    kind = SpanKind(section)
    if kind in _ALLOWED_VALUES and value not in _ALLOWED_VALUES[kind]:
        raise LexiconError(name, f"{section}.{value}", "no such value")
    return Meaning(kind, value)


def _elements(name: str, part: str) -> tuple[Element, ...]:
    """Read a folded word of an entry; one with signs in it, such as "з/п", is several."""
    word = part.removesuffix("*")
    if word.isalpha():
        return (Element(word, len(word) < len(part)),)
    tokens = scan_tokens(word)
    if not tokens:
        raise LexiconError(name, part, "holds an empty word")
    last = len(tokens) - 1
    return tuple(
        Element(token.text, part.endswith("*") and at == last) for at, token in enumerate(tokens)
    )
