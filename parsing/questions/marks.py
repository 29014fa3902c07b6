"""Cut a question into marks: what each of its words is about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import SpanKind
from parsing.annotation.tokens import Token, clean_text, fold, scan_tokens
from parsing.memory.memory import memory_key
from parsing.memory.same_name import is_same_name
from parsing.questions.lexicon import QuestionWords, Said

_NAMED = frozenset({SpanKind.NAME, SpanKind.FIRM, SpanKind.GOODS, SpanKind.BRAND, SpanKind.PLACE})
_SPECIFIC = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_DATED = {SpanKind.MONTH: "month", SpanKind.WEEKDAY: "weekday"}
_NUMBERED = frozenset({SpanKind.DAY_WORD, SpanKind.NUMBER_WORD})
_SILENT = frozenset(
    {
        SpanKind.COMMON,
        SpanKind.PREPOSITION,
        SpanKind.PERSON,
        SpanKind.JOINER,
        SpanKind.QUESTION,
        SpanKind.CURRENCY,
        SpanKind.ORDINAL,
        SpanKind.VERB,
        SpanKind.EACH,
        SpanKind.NEGATION,
        SpanKind.TOTAL,
    }
)
_POSSESSIVE = re.compile(r"['’ʼ`´]s?$")
"""October's."""
_BALANCE = Said("measure", "balance")
PERSON = "person:"
"""What the value of a name begins with that is one of the team's."""
TOLD = "told"
"""A filler that only cash talk knows: a verb, a denial. Where one stands, something is told."""


class Mark(NamedTuple):
    """A stretch of a question that is about one thing."""

    section: str
    """A section of the question words, or "month", "weekday", "digits", "sign", "spec", "name" (a
    known one), "word" (an unknown one), "till_name", "bank_name"."""
    value: str
    text: str
    start: int
    end: int

    def is_of(self, section: str, *values: str) -> bool:
        """Tell whether it is of a section, and has one of some values if any are given."""
        return self.section == section and (not values or self.value in values)


@dataclass(frozen=True, slots=True)
class Place:
    """A till, a bank account or one of the team that a question may name."""

    key: str
    names: tuple[str, ...]
    till: str | None = None
    """Of one of the team the till that he answers for."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that a question is read by."""

    words: QuestionWords
    lexicon: Lexicon
    tills: tuple[Place, ...] = ()
    """By code, which is how "the second till" counts."""
    banks: tuple[Place, ...] = ()
    gateways: tuple[Place, ...] = ()
    """Those and couriers that the shop's payments came by."""
    people: tuple[Place, ...] = ()
    """Who records entries."""
    sources: tuple[Place, ...] = ()
    """Single channels that its orders came from."""


def marks_of(text: str, vocabulary: Vocabulary) -> tuple[Mark, ...]:
    """Cut a question into marks, left to right."""
    cut = (part for token in scan_tokens(clean_text(text)) for part in _parted(token, vocabulary))
    tokens = [_meant(token, vocabulary) for token in cut if token.folded]
    return tuple(_of_team(mark, vocabulary) for mark in _marks(tokens, vocabulary))


def _of_team(mark: Mark, vocabulary: Vocabulary) -> Mark:
    """Take an unknown word for one of the team who is called so, in whatever ending."""
    if mark.section not in {"word", "name"}:
        return mark
    own = _POSSESSIVE.sub("", mark.text)
    named = (
        person.key
        for person in vocabulary.people
        if any(is_same_name(name, own) for name in person.names)
    )
    key = next(named, None)
    return mark if key is None else mark._replace(section="name", value=key)


def _parted(token: Token, vocabulary: Vocabulary) -> list[Token]:
    """Part words that a dash only joins: "вересень-жовтень", "mon-wed", "mid-October"."""
    if "-" not in token.text:
        return [token]
    parts: list[Token] = []
    at = token.start
    for text in re.split("(-)", token.text):
        if text:
            parts.append(Token(at, at + len(text), text, fold(text)))
        at += len(text)
    if vocabulary.words.knows(token.folded) and not _are_of_kind(parts[::2], vocabulary):
        return [token]
    return parts if all(_is_dated(each, vocabulary) for each in parts[::2]) else [token]


def _are_of_kind(tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Tell whether all are weekdays, or all months: "сентябрь-октябрь" is no "сентябрь"."""
    told = [vocabulary.lexicon.find([token], 0) for token in tokens]
    kinds = {None if each is None else each[0].kind for each in told}
    return len(tokens) > 1 and kinds <= {*_DATED} and len(kinds) == 1


def _is_dated(token: Token, vocabulary: Vocabulary) -> bool:
    asked = vocabulary.words.find([token], 0)
    told = vocabulary.lexicon.find([token], 0)
    is_asked = asked is not None and asked[0].section in {"month", "unit", "when"}
    return is_asked or (told is not None and told[0].kind in _DATED)


def _is_known(word: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.words.knows(word) or vocabulary.lexicon.knows(word)


def _marks(tokens: Sequence[Token], vocabulary: Vocabulary) -> Iterator[Mark]:
    index = 0
    while index < len(tokens):
        mark, count = _mark_at(tokens, index, vocabulary)
        yield mark
        index += count


def _mark_at(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> tuple[Mark, int]:
    token = tokens[index]
    if token.is_digits:
        count = 1 + (_ordinal_length(tokens, index + 1) or _is_second_held(tokens, index))
        return _mark(tokens, index, count, "digits", token.text), count
    if not token.folded[0].isalpha():
        known = vocabulary.words.find(tokens, index)
        section, value = known[0] if known is not None else ("sign", token.text)
        return _mark(tokens, index, 1, section, value), 1
    named = _named_place(tokens, index, vocabulary)
    asked = _asked(tokens, index, vocabulary)
    told = _told(tokens, index, vocabulary)
    if asked is not None and told is not None and told[0][0] in {"spec", "filler"}:
        told = None  # what questions call a thing goes before what cash talk calls it
    if asked is not None and told is not None and told[0][0] == "weekday" and told[1] >= asked[1]:
        asked = None  # "вторник" is no second one
    found = max(
        (each for each in (named, asked, told) if each is not None),
        key=lambda each: each[1],
        default=None,
    )
    if found is None:
        return _mark(tokens, index, 1, "word", token.folded), 1
    (section, value), count = found
    return _mark(tokens, index, count, section, value), count


def _asked(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> tuple[Said, int] | None:
    """Give what questions call words; a measure that begins within them keeps its own.

    "Сколько в" asks for a balance, but "сколько в пути" for what is on its way.
    """
    found = vocabulary.words.find(tokens, index)
    if found is None or found[1] == 1:
        return found
    if found[0].section == "follow" and _opens_longer(tokens, index + 1, vocabulary):
        return vocabulary.words.find(tokens[: index + 1], index) or found
    if found[1] == _A_WEEK and tokens[index].folded == "a" and _said(tokens, index + 2) == "ago":
        unit = vocabulary.words.find(tokens[: index + 2], index + 1)
        return found if unit is None else (unit[0], found[1])  # "a week ago" is no "per week"
    last = index + found[1] - 1
    if found[0] == _BALANCE and _are_days_named(tokens, last, vocabulary):
        return vocabulary.words.find(tokens[:last], index) or found
    later = vocabulary.words.find(tokens, last)
    if later is None or later[1] == 1 or found[0] != _BALANCE or later[0].section != "measure":
        return found
    return vocabulary.words.find(tokens[:last], index) or found


def _opens_longer(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a phrase about days begins after "а": "а за весь час" is no "а за"."""
    later = vocabulary.words.find(tokens, index)
    return later is not None and later[1] > 1 and later[0].section in {"period", "when"}


def _are_days_named(tokens: Sequence[Token], last: int, vocabulary: Vocabulary) -> bool:
    """Tell whether days stand after "в": "сколько в октябре" asks for no balance."""
    is_in = tokens[last].folded in _IN and last + 1 < len(tokens)
    return is_in and _is_dated(tokens[last + 1], vocabulary)


_IN = frozenset({"в", "у", "во"})
_A_WEEK = 2


def _said(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].folded if at < len(tokens) else ""


_ORDINALS = frozenset("th st nd rd го ого е є й ї я а ий ше ге му те".split())


_AFTER_DASH = frozenset("м им ым ім х ю ую".split())
_HELD = frozenset("з із зі с со перед".split())


def _is_second_held(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "2м" is an ordinal that something is held against, not metres or a million."""
    after, before = index + 1, tokens[index - 1].folded if index else ""
    is_glued = after < len(tokens) and tokens[after].start == tokens[index].end
    return is_glued and tokens[after].folded in {"м", "им", "ым", "ім"} and before in _HELD


def _ordinal_length(tokens: Sequence[Token], index: int) -> int:
    """Count the tokens that make the digits before them an ordinal: "5th", "5-го"."""
    glued = 0
    while index + glued < len(tokens):
        token = tokens[index + glued]
        if token.start != tokens[index + glued - 1].end:
            return 0
        if token.folded in _ORDINALS or (glued and token.folded in _AFTER_DASH):
            return glued + 1
        if token.text != "-" or glued:
            return 0
        glued += 1
    return 0


def _told(
    tokens: Sequence[Token], index: int, vocabulary: Vocabulary
) -> tuple[tuple[str, str], int] | None:
    """Give what a word of cash talk is in a question."""
    found = vocabulary.lexicon.find(tokens, index)
    if found is None:
        return None
    meaning, count = found
    kind = meaning.kind
    if kind in _DATED:
        return (_DATED[kind], meaning.value), count
    if kind in _NUMBERED:
        return ("digits", meaning.value), count
    if kind in _SPECIFIC:
        return ("spec", meaning.value), count
    if kind in _NAMED:
        words = " ".join(token.folded for token in tokens[index : index + count])
        return ("name", words), count
    return (("filler", TOLD), count) if kind in _SILENT and count == 1 else None


def _named_place(
    tokens: Sequence[Token], index: int, vocabulary: Vocabulary
) -> tuple[tuple[str, str], int] | None:
    """Give the till, bank or gateway that is called by its name, in whatever ending."""
    best: tuple[tuple[str, str], int] | None = None
    for section, places in (
        ("till_name", vocabulary.tills),
        ("bank_name", vocabulary.banks),
        ("gateway_name", vocabulary.gateways),
    ):
        for place in places:
            for name in place.names:
                words = [fold(each.text) for each in scan_tokens(name)]
                length = len(words)
                is_longer = best is None or length > best[1]
                if is_longer and _is_name(tokens, index, words, vocabulary):
                    best = (section, place.key), length
    if best is not None and best[0][0] == "gateway_name":
        return ("place", "gateway"), best[1]  # which one, its text tells
    return best


def _is_name(
    tokens: Sequence[Token], index: int, words: Sequence[str], vocabulary: Vocabulary
) -> bool:
    """Tell whether a name stands there; "money" is not a bank called Mono in another case."""
    if not words or index + len(words) > len(tokens):
        return False
    said = tokens[index : index + len(words)]
    is_other = len(words) == 1 and said[0].folded != words[0]
    if is_other and (vocabulary.words.find(said, 0) or _is_dated(said[0], vocabulary)):
        return False
    pairs = zip(said, words, strict=True)
    return all(memory_key(each.folded) == memory_key(word) for each, word in pairs)


def _meant(token: Token, vocabulary: Vocabulary) -> Token:
    """Set a word right that nobody knows: misspelt, or in another alphabet."""
    word = token.folded
    if not word[0].isalpha() or vocabulary.words.knows(word):
        return token
    if vocabulary.lexicon.knows(word):
        return _in_own_letters(token, vocabulary)
    own = _POSSESSIVE.sub("", token.text)
    if own != token.text and _is_known(fold(own), vocabulary):
        return Token(token.start, token.end, token.text, fold(own))
    return vocabulary.words.meant(token)


def _in_own_letters(token: Token, vocabulary: Vocabulary) -> Token:
    """Take what cash talk knows in Latin letters for what questions call it: "zarplata"."""
    told = vocabulary.lexicon.find([token], 0)
    if not token.folded.isascii() or told is None or told[0].kind not in _SPECIFIC:
        return token
    meant = vocabulary.words.respelling.of(token.folded, may_slip=False)
    found = None if meant is None else Token(token.start, token.end, token.text, meant)
    asked = None if found is None else vocabulary.words.find([found], 0)
    is_same = asked is not None and asked[0] == ("category", told[0].value)
    return found if found is not None and is_same else token


def _mark(tokens: Sequence[Token], index: int, count: int, section: str, value: str) -> Mark:
    parts = tokens[index : index + count]
    text = " ".join(part.text for part in parts)
    return Mark(section, value, text, parts[0].start, parts[-1].end)
