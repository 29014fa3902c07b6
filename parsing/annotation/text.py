"""A message while it is read: its tokens, and the spans that were found so far."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import Token


@dataclass(frozen=True, slots=True)
class Text:
    """A message while it is read: its tokens, and the spans that were found so far."""

    tokens: Sequence[Token]
    spans: list[Span]
    lexicon: Lexicon
    today: dt.date
    looked_up: dict[int, tuple[Span, int]] = field(default_factory=dict)

    def at(self, index: int) -> tuple[Span | None, int]:
        """Give the word at a token and how many tokens it covers; none for digits and the end."""
        if index >= len(self.tokens) or self.tokens[index].is_digits:
            return None, 0
        return self.word_at(index)

    def word_at(self, index: int) -> tuple[Span, int]:
        """Give the word or phrase at a token that is no number; looked up once."""
        known = self.looked_up.get(index)
        if known is None:
            known = self.looked_up[index] = self.lexicon.span_at(self.tokens, index)
        return known

    def last(self) -> Span | None:
        """Give the span before."""
        return self.spans[-1] if self.spans else None

    def covering(self, kind: SpanKind, index: int, end: int) -> Span:
        """Make a span of the tokens from one up to another."""
        parts = self.tokens[index:end]
        text, folded = (
            " ".join(each) for each in zip(*((it.text, it.folded) for it in parts), strict=False)
        )
        return Span(kind, parts[0].start, parts[-1].end, text, folded)
