"""Load the word lists of all languages into one index, and look words up in it."""

import tomllib
from collections.abc import Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain

from ledger.cash import CashCategory
from ledger.currencies import DECIMALS
from parsing.annotation.dashed_numbers import parted_at_dashes
from parsing.annotation.errors import LexiconError
from parsing.annotation.no_collecting import without_collecting
from parsing.annotation.patterns import (
    Element,
    Meaning,
    Pattern,
    Patterns,
    cuts_number,
    unknown_kind,
)
from parsing.annotation.respelling import SLIP_MIN, WHOLE_MIN, Respelling, skeleton
from parsing.annotation.spans import LEXICON_KINDS, VERB_VALUES, Span, SpanKind
from parsing.annotation.tokens import Token, fold, is_double_name, scan_tokens

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
_TALK = frozenset({SpanKind.PLAN, SpanKind.QUESTION, SpanKind.NEGATION, SpanKind.VAGUE})
_NAME_MIN, _FIRM_MIN = 6, 8
_GLUED_MIN = 6
_HUNDREDS = (
    "двести", "двісті", "триста", "четыреста", "чотириста", "пятьсот", "пятсот", "шестьсот",
    "шістсот", "семьсот", "сімсот", "восемьсот", "вісімсот", "девятьсот", "девятсот", "сто",
)  # fmt: skip
"""What a number in words may begin with when it is typed without a space."""
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
class Lexicon:
    """All words the parser knows, by their first word or stem, longest phrases first."""

    words: Mapping[str, Sequence[Pattern]]
    stems: Mapping[str, Sequence[Pattern]]
    endings: Mapping[str, tuple[str, ...]]
    stem_lengths: tuple[int, ...]
    """Lengths of the stems, the longest first."""
    later_words: frozenset[str]
    """Words that stand only further on in phrases."""
    respelling: Respelling
    numerals: frozenset[str]
    counted: Respelling
    """Months, thousands and currencies, which are looked for after a number only."""
    ordinary: frozenset[str] = frozenset()
    """Words that say nothing of money and are no slip of one that does, such as "зробила"."""

    def read_tokens(self, text: str) -> list[Token]:
        """Cut cleaned text into tokens, misspelt and transliterated words set right."""
        read: list[Token] = []
        for part in (part for token in scan_tokens(text) for part in self._parted(token)):
            is_long = bool(read) and len(part.folded) >= SLIP_MIN
            is_counted = is_long and self._counts(read[-1])
            token = self._counted_meant(part) if is_counted else part
            read.append(self._respelt(part) if token is part else token)
        return read

    def _counts(self, token: Token) -> bool:
        """Tell whether a token is a number, so that what it counts may follow."""
        return token.is_digits or token.folded in self.numerals

    def _counted_meant(self, token: Token) -> Token:
        """Take an unknown word after a number for the month or currency it is near to."""
        word = token.folded
        if not word[0].isalpha() or self.knows(word):
            return token
        meant = self.counted.of(word, may_slip=True)
        return token if meant is None else Token(token.start, token.end, token.text, meant)

    def _parted(self, token: Token) -> list[Token]:
        """Part number words that were typed as one: "стошестдесят"."""
        word = token.folded
        if "-" in word and (parts := parted_at_dashes(token, self.words, self.numerals)):
            return parts  # "thirty-two", "дві-три"
        if len(word) < _GLUED_MIN or not word.startswith(_HUNDREDS) or self.knows(word):
            return [token]
        for hundred in _HUNDREDS:
            rest = word[len(hundred) :]
            if word.startswith(hundred) and (rest := self._number_meant(rest)):
                head, tail = token.text[: len(hundred)], token.text[len(hundred) :]
                at = token.start + len(hundred)
                return [Token(token.start, at, head, hundred), Token(at, token.end, tail, rest)]
        return [token]

    def _number_meant(self, word: str) -> str:
        """Give the number word that is meant, be its soft sign left out; empty if it is none."""
        for each in (word, self.respelling.of(word, may_slip=False) or word):
            if any(
                pattern.meaning.kind is SpanKind.NUMBER_WORD and not pattern.rest
                for pattern in self.words.get(each, ())
            ):
                return each
        return ""

    def _respelt(self, token: Token) -> Token:
        word = token.folded
        if len(word) < WHOLE_MIN or not word[0].isalpha() or self.knows(word):
            return token
        text = token.text
        if text[-2:] in {"'s", "’s"} and word.isascii():
            return Token(token.start, token.end, text[:-2], word[:-1])
        head = word.split("-", 1)[0]
        is_known_head = head != word and len(head) >= WHOLE_MIN and self.knows(head)
        if is_known_head and not is_double_name(text):
            return Token(token.start, token.end, text, head)
        is_name_like = text[0].isupper() and not text.isupper()
        if is_name_like and self.has_ending(word, "family_name"):
            return token
        meant = self.respelling.of(word, may_slip=not is_name_like)
        is_other = meant is None or self._is_talk_of_another(word, meant)
        return token if is_other or meant is None else Token(token.start, token.end, text, meant)

    def _is_talk_of_another(self, word: str, meant: str) -> bool:
        """Tell whether only the sounds are as in an English word of talk: "вход" is no "who'd"."""
        is_other = meant.isascii() and not word.isascii()
        return is_other and any(
            pattern.meaning.kind in _TALK and not pattern.rest
            for pattern in self.words.get(meant, ())
        )

    def knows(self, word: str) -> bool:
        """Tell whether a folded word is in the lexicon, whole, as a stem, or within a phrase."""
        if word in self.words or word in self.later_words:
            return True
        stems, length_max = self.stems, len(word)
        return word in self.ordinary or any(
            length <= length_max and word[:length] in stems for length in self.stem_lengths
        )

    def find(self, tokens: Sequence[Token], index: int) -> tuple[Meaning, int] | None:
        """Find the longest phrase at a token, a whole word before a stem.

        Returns:
            The meaning and how many tokens it covers.
        """
        best: Pattern | None = None
        word = tokens[index].folded
        is_proper = self._is_proper_name(tokens[index])
        second = tokens[index + 1].folded if index + 1 < len(tokens) else ""
        for patterns in self._candidates(word):
            for pattern in patterns:
                rest = pattern.rest
                if best is not None and len(rest) <= len(best.rest):
                    break
                if rest and not second.startswith(rest[0].text):
                    continue  # most phrases end here, before a call
                if is_proper and pattern.meaning.kind is not SpanKind.FIRM:
                    continue
                if pattern.follows(tokens, index) and not cuts_number(tokens, index + len(rest)):
                    best = pattern
                    break
        return None if best is None else (best.meaning, len(best.rest) + 1)

    def _is_proper_name(self, token: Token) -> bool:
        """Tell whether a word with a capital and a name's ending only begins like a known one."""
        text, word = token.text, token.folded
        if not text[0].isupper() or text.isupper() or word in self.words:
            return False
        is_firm = len(text) >= _FIRM_MIN and self.has_ending(word, "firm")
        is_family = len(text) >= _NAME_MIN and self.has_ending(word, "family_name")
        return is_firm or is_family or is_double_name(text)

    def span_at(self, tokens: Sequence[Token], index: int) -> tuple[Span, int]:
        """Give the word or phrase at a token as a span, and how many tokens it covers."""
        first = tokens[index]
        found = self.find(tokens, index)
        if found is None:
            return Span(unknown_kind(first), first.start, first.end, first.text, first.folded), 1
        meaning, count = found
        if count == 1:
            kind, value = meaning.kind, meaning.value
            return Span(kind, first.start, first.end, first.text, first.folded, value), 1
        parts = tokens[index : index + count]
        text = " ".join(token.text for token in parts)
        folded = " ".join(token.folded for token in parts)
        return Span(meaning.kind, first.start, parts[-1].end, text, folded, meaning.value), count

    def _candidates(self, word: str) -> list[Sequence[Pattern]]:
        found = [self.words[word]] if word in self.words else []
        stems = self.stems
        length_max = len(word)
        for length in self.stem_lengths:
            if length <= length_max:
                patterns = stems.get(word[:length])
                if patterns is not None:
                    found.append(patterns)
        return found

    def has_ending(self, word: str, kind: str) -> bool:
        """Tell whether a folded word ends in one of the endings of a kind."""
        return word.endswith(self.endings.get(kind, ()))


@dataclass(frozen=True, slots=True)
class LexiconSource:
    """The text of one lexicon file."""

    name: str
    toml: str


@cache
def load_lexicon() -> Lexicon:
    """Read the word lists that come with the package, once a process: they never change in it.

    Raises:
        LexiconError: a file names an unknown kind or value, or gives a word two meanings.
    """
    folder = resources.files("parsing").joinpath("lexicon")
    with without_collecting():
        return build_lexicon(
            LexiconSource(
                f"{language}/{file.name.removesuffix('.toml')}", file.read_text(encoding="utf-8")
            )
            for language in LANGUAGES
            for file in sorted(folder.joinpath(language).iterdir(), key=lambda each: each.name)
            if file.name.endswith(".toml")
        )


def build_lexicon(sources: Iterable[LexiconSource]) -> Lexicon:
    """Put the word lists of several languages into one index.

    Raises:
        LexiconError: a source is no TOML, names an unknown kind, or gives a word two meanings.
    """
    builder = _Builder({}, {}, {}, {}, {}, {}, {}, set())
    for source in sources:
        builder.add(source)
    return builder.build()


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
                texts = self.texts.setdefault(meaning.kind, set())
                counting = self.counting.setdefault(meaning.kind, [])
                is_counting = meaning.kind in _COUNTING
                for entry in _entries_of(entries):
                    elements = self._add_entry(name, entry, meaning)
                    texts.update([element.text for element in elements])
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
        later = {element.text for elements in self.seen for element in elements[1:]}
        slips, turned = (self._texts_of(kinds) for kinds in (_MAY_BE_MISTYPED, _MAY_BE_TURNED))
        acting = self._texts_of({SpanKind.VERB})
        entries = [each for kind in _NOT_RESPELT for each in self.counting.get(kind, ())]
        number_words = self.counting.get(SpanKind.NUMBER_WORD, [])
        counted = {each[0].text for each in entries if len(each) == 1}
        numbers = {each[0].text for each in entries}
        numbers.update(each[0].text for each in number_words if _is_short(each[0].text))
        counting = Respelling(sorted(counted), (), counted)
        words = tuple(word for word in (*self.words, *sorted(later)) if word not in numbers)
        respelling = Respelling(words, self.stems, slips, acting, turned)
        return Lexicon(
            self.words,
            self.stems,
            endings,
            tuple(lengths),
            frozenset(later),
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
