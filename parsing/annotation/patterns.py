"""What a lexicon holds: words, stems and phrases, each with its meaning."""

from collections.abc import Sequence
from typing import NamedTuple

from parsing.annotation.spans import SpanKind
from parsing.annotation.tokens import GRAND, Token


class Meaning(NamedTuple):
    """What a word stands for: its kind, and which one of that kind."""

    kind: SpanKind
    value: str


class Element(NamedTuple):
    """One word of a pattern: a whole word, or a stem that any ending may follow."""

    text: str
    is_stem: bool

    def matches(self, token: Token) -> bool:
        """Tell whether a token is this word."""
        return token.folded.startswith(self.text) if self.is_stem else token.folded == self.text


class Pattern(NamedTuple):
    """A word or phrase of a lexicon: what follows its first word, and what it means."""

    rest: tuple[Element, ...]
    meaning: Meaning

    def follows(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether the words after the first one are there."""
        if index + len(self.rest) >= len(tokens):
            return False
        return all(
            element.matches(tokens[index + offset])
            for offset, element in enumerate(self.rest, start=1)
        )


_POINTS = frozenset({",", "."})


def cuts_number(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether a phrase would end within a number: "каса 1" in "каси 1 200", "каси 1,2"."""
    if not tokens[last].is_digits or last + 1 >= len(tokens):
        return False
    after = tokens[last + 1]
    if after.text in _POINTS and last + 2 < len(tokens) and tokens[last + 2].is_digits:
        return tokens[last].end == after.start and after.end == tokens[last + 2].start
    return after.folded in GRAND or (
        after.is_digits and len(after.text) == 3
    )  # a group of thousands


def unknown_kind(token: Token) -> SpanKind:
    """Say what a token is that no word list knows: a line's end, a word, a sign."""
    if token.text == "\n":
        return SpanKind.NEWLINE
    return SpanKind.WORD if token.text[0].isalpha() else SpanKind.PUNCTUATION
