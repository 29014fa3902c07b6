"""Part number words that dashes join: "thirty-two" is one number, "дві-три" are its bounds."""

from decimal import Decimal

from parsing.annotation.shelf import Shelf
from parsing.annotation.spans import SpanKind
from parsing.annotation.tokens import Token, split_at_dashes

_NUMBERS = frozenset({SpanKind.NUMBER_WORD, SpanKind.MULTIPLIER})
_SIZES = (Decimal(20), Decimal(100), Decimal(1000))
_THOUSAND, _ONE_AND_A_HALF = Decimal(1000), Decimal(1500)
_ROUND = ("тис", "тыс", "тищ", "тыщ", "сотн", "штук", "косар")
_FEW = 5
_PAIR = 2


def parted_at_dashes(token: Token, words: Shelf, numerals: frozenset[str]) -> list[Token] | None:
    """Part a word into the numbers that it joins, with a dash between what are bounds.

    Args:
        token: a word with dashes in it.
        words: what words mean.
        numerals: the number words.

    Returns:
        None where the parts are no numbers.
    """
    parts = split_at_dashes(token)
    values = [_value_of(part.folded, words) for part in parts]
    if len(parts) == _PAIR and _are_bounds(parts[0].folded, *values):
        low, high = parts
        return [low, Token(low.end, high.start, "-", "-"), high]
    return parts if numerals.issuperset(token.folded.split("-")) else None


def _value_of(word: str, words: Shelf) -> Decimal | None:
    meanings = (pattern.meaning for pattern in words.get(word) if not pattern.rest)
    return next((Decimal(it.value) for it in meanings if it.kind in _NUMBERS), None)


def _are_bounds(word: str, low: Decimal | None, high: Decimal | None) -> bool:
    """Tell whether nobody would say one number so: "дві-три", "сто-двісті", "тисячу-півтори"."""
    if low is None or high is None:
        return False
    if word.startswith(_ROUND):
        return high == _ONE_AND_A_HALF or 1 < high <= _FEW
    low, high = (each / _THOUSAND if each == _ONE_AND_A_HALF else each for each in (low, high))
    return low < high and _size(low) == _size(high)


def _size(number: Decimal) -> int:
    """Tell how large a number is: below twenty, a hundred, a thousand, or more."""
    return sum(number >= size for size in _SIZES)
