"""Read an order's number that was dictated as two pairs: "order twenty one fifty five" is 2155."""

from collections.abc import Iterator, Sequence

from parsing.annotation.lexicon import Lexicon
from parsing.annotation.number_words import take_spoken
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.text import Text
from parsing.annotation.tokens import Token

_FILLERS = frozenset("номер number no . : № # nomer".split())
_ZEROS = frozenset("oh o zero нуль ноль nul nol".split())
_PAIRS, _DIGITS = range(10, 100), range(1, 10)
_PAIR = 2
"""A pair of digits takes so many words at most: "fifty five", "oh five"."""
_SUM_MIN = 10
"""A lower number may be what is left of the second pair."""
_Read = tuple[int, int]
"""What words come to, and where they end."""


def add_order_dictated(text: Text, index: int) -> int | None:
    """Add two pairs in words behind "order" as its number, where another sum is told as well."""
    if not _is_behind_order(text.spans):
        return None
    for first, middle in _pairs(text.tokens, index, text.lexicon):
        for second, end in _pairs(text.tokens, middle, text.lexicon, has_zero=True):
            if _is_cut_there(text, end) and _is_sum_told(text, end):
                span = text.covering(SpanKind.ORDER, index, end)
                number = str(first * 100 + second)
                text.spans.append(Span(span.kind, span.start, span.end, number, number, number))
                return end
    return None


def _is_behind_order(spans: Sequence[Span]) -> bool:
    at = len(spans) - 1
    while at >= 0 and spans[at].folded in _FILLERS and spans[at].kind is not SpanKind.ORDER_WORD:
        at -= 1
    return at >= 0 and spans[at].kind is SpanKind.ORDER_WORD


def _pairs(
    tokens: Sequence[Token], at: int, lexicon: Lexicon, *, has_zero: bool = False
) -> Iterator[_Read]:
    """Give each pair of digits that words from a token on may be, the longest first."""
    if has_zero and at < len(tokens) and tokens[at].folded in _ZEROS:
        yield from _read(tokens, at + 1, at + _PAIR, lexicon, _DIGITS)
        return
    for end in (at + _PAIR, at + 1):
        yield from _read(tokens, at, end, lexicon, _PAIRS)


def _read(
    tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon, wanted: range
) -> Iterator[_Read]:
    words = tokens[at:end]
    is_said = len(words) == end - at and not any(word.is_digits for word in words)
    spoken = take_spoken(words, 0, lexicon) if is_said else None
    if spoken is not None and spoken.token_count == end - at and spoken.number in wanted:
        yield int(spoken.number), end


def _is_cut_there(text: Text, end: int) -> bool:
    """Tell whether no thousand or hundred goes on with the number before a place."""
    following, _ = text.at(end)
    return following is None or following.kind is not SpanKind.MULTIPLIER


def _is_sum_told(text: Text, end: int) -> bool:
    if any(span.kind is SpanKind.AMOUNT for span in text.spans):
        return True
    tokens = text.tokens
    return any(
        tokens[at].is_digits
        or (
            (said := take_spoken(tokens, at, text.lexicon)) is not None and said.number >= _SUM_MIN
        )
        for at in range(end, len(tokens))
    )
