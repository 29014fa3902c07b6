"""Part words that dashes join: "thirty-two" is one number, "дві-три" its bounds, "пн-ср" days."""

from collections.abc import Sequence
from decimal import Decimal

from parsing.annotation.shelf import Shelf
from parsing.annotation.spans import SpanKind
from parsing.annotation.tokens import Token, split_at_dashes

_NUMBERS = frozenset({SpanKind.NUMBER_WORD, SpanKind.MULTIPLIER})
_SIZES = (Decimal(20), Decimal(100), Decimal(1000))
_HUNDRED = Decimal(100)
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
        None where the parts are neither numbers nor two weekdays.
    """
    parts = split_at_dashes(token)
    values = [_value_of(part.folded, words) for part in parts]
    is_pair = len(parts) == _PAIR
    if is_pair and (_are_bounds(parts[0].folded, *values) or _are_days(parts, words)):
        low, high = parts
        return [low, Token(low.end, high.start, "-", "-"), high]
    is_thousand_more = len(parts) == _PAIR and _goes_on(parts[0].folded, values[1])
    is_one = is_thousand_more or numerals.issuperset(token.folded.split("-"))
    return parts if is_one else None


def _are_days(parts: Sequence[Token], words: Shelf) -> bool:
    return all(
        any(it.meaning.kind is SpanKind.WEEKDAY and not it.rest for it in words.get(part.folded))
        for part in parts
    )


def _goes_on(word: str, hundreds: Decimal | None) -> bool:
    """Tell whether hundreds are told behind a thousand: "тисячу-двісті"."""
    is_thousand = word.startswith(_ROUND) and hundreds is not None
    return is_thousand and hundreds is not None and _size(hundreds) == _size(_HUNDRED)


def _value_of(word: str, words: Shelf) -> Decimal | None:
    meanings = (pattern.meaning for pattern in words.get(word) if not pattern.rest)
    return next((Decimal(it.value) for it in meanings if it.kind in _NUMBERS), None)


def _are_bounds(word: str, low: Decimal | None, high: Decimal | None) -> bool:
    """Tell whether nobody would say one number so: "дві-три", "сто-двісті", "тисячу-півтори"."""
    if low is None or high is None:
        return False
    if word.startswith(_ROUND):
        return high in {_ONE_AND_A_HALF, low} or 1 < high <= _FEW
    low, high = (each / _THOUSAND if each == _ONE_AND_A_HALF else each for each in (low, high))
    is_going_on = low == high and high >= _SIZES[0]  # "двісті-двісті п'ятдесят"
    if low < high and _size(high) == _size(_HUNDRED) and not word.isascii():
        return True  # "сто двадцять-сто тридцять"
    return (low < high or is_going_on) and _size(low) == _size(high)


def _size(number: Decimal) -> int:
    """Tell how large a number is: below twenty, a hundred, a thousand, or more."""
    return sum(number >= size for size in _SIZES)
