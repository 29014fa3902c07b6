"""Look words up in the word lists of all languages, and set misspelt ones right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parsing.annotation.dashed_numbers import parted_at_dashes
from parsing.annotation.patterns import Meaning, Pattern, cuts_number, unknown_kind
from parsing.annotation.respelling import SLIP_MIN, WHOLE_MIN, Respelling
from parsing.annotation.shelf import Shelf
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import Token, is_double_name, scan_tokens

_TALK = frozenset({SpanKind.PLAN, SpanKind.QUESTION, SpanKind.NEGATION, SpanKind.VAGUE})
_NAME_MIN, _FIRM_MIN = 6, 8
_GLUED_MIN = 6
_MARCH, _MARCH_IN_LATIN = "марта", "marta"
_DAYS_MAX = 2
"""Digits of a day: behind it, in small letters, "marta" is no name."""
_ENDING_MAX = 3
"""How many letters may follow a stem that is seldom said: "охоронн" and "охоронній"."""
_HUNDREDS = (
    "двести", "двісті", "триста", "четыреста", "чотириста", "пятьсот", "пятсот", "шестьсот",
    "шістсот", "семьсот", "сімсот", "восемьсот", "вісімсот", "девятьсот", "девятсот", "сто",
)  # fmt: skip
"""What a number in words may begin with when it is typed without a space."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words the parser knows, by their first word or stem, longest phrases first."""

    words: Shelf
    stems: Shelf
    endings: Mapping[str, tuple[str, ...]]
    stem_lengths: tuple[int, ...]
    """Lengths of the stems, the longest first."""
    told_words: frozenset[str]
    """Words that are known by themselves, or within a phrase that is often said."""
    told_stems: frozenset[str]
    """Stems likewise."""
    rare_stems: frozenset[str]
    """Stems of words seldom said, which are known with no more than an ending."""
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
            token = self._counted_meant(part, read[-1]) if is_counted else part
            read.append(self._respelt(part) if token is part else token)
        return read

    def _counts(self, token: Token) -> bool:
        """Tell whether a token is a number, so that what it counts may follow."""
        return token.is_digits or token.folded in self.numerals

    def _counted_meant(self, token: Token, before: Token) -> Token:
        """Take an unknown word after a number for the month or currency it is near to."""
        word = token.folded
        if token.text == _MARCH_IN_LATIN and before.is_digits and len(before.text) <= _DAYS_MAX:
            return Token(token.start, token.end, token.text, _MARCH)
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
                for pattern in self.words.get(each)
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
        is_firm = text[0].isupper() and self.has_ending(word, "firm")  # "Вайлант-сервіс"
        if is_known_head and not is_firm and not is_double_name(text):
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
            pattern.meaning.kind in _TALK and not pattern.rest for pattern in self.words.get(meant)
        )

    def knows(self, word: str) -> bool:
        """Tell whether a folded word is in the lexicon, whole, as a stem, or within a phrase."""
        if word in self.told_words or word in self.ordinary:
            return True
        stems, length_max = self.told_stems, len(word)
        if any(length <= length_max and word[:length] in stems for length in self.stem_lengths):
            return True
        rare = self.rare_stems
        return any(
            word[:length] in rare for length in range(length_max - _ENDING_MAX, length_max + 1)
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
        for patterns in self._candidates(word, second):
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

    def _candidates(self, word: str, second: str) -> Iterator[Sequence[Pattern]]:
        if word in self.words:
            yield self.words.going_on(word, second)
        stems = self.stems
        length_max = len(word)
        for length in self.stem_lengths:
            if length <= length_max and (begun := word[:length]) in stems:
                yield stems.going_on(begun, second)

    def has_ending(self, word: str, kind: str) -> bool:
        """Tell whether a folded word ends in one of the endings of a kind."""
        return word.endswith(self.endings.get(kind, ()))
