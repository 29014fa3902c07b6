"""Numbers in words, alone or after digits: "двести пятьдесят", "2 тисячі триста", "15 сотен"."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from parsing.annotation.lexicon import Lexicon
from parsing.annotation.respelling import is_slipped_word
from parsing.annotation.spans import SpanKind
from parsing.annotation.tokens import Token

_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
_THOUSAND = Decimal(1000)
_TEENS_END = Decimal(20)
_ONE_AND_A_HALF_THOUSAND = Decimal(1500)
"""What "полторы" alone means."""
_WORDS_MAX = 12
"""No amount takes more words than this; a longer row is a list."""

_ANDS = frozenset({"and", "и", "і", "й", "та"})
_CENTS_DIGITS = 2


@dataclass(frozen=True, slots=True)
class SpokenNumber:
    """A number that was put together from words."""

    number: Decimal
    token_count: int
    is_plain: bool
    """False where something was left out in speech, "two fifty", "пятнадцать семьсот", or where
    a word was known only by letting a letter be wrong."""


class _Sum:
    """What the words so far amount to."""

    def __init__(self, first: Decimal | None) -> None:
        self.total = Decimal(0)
        self.current = first
        self.is_plain = True
        self.is_whole = first is not None
        """Whether it can stand as a number now: a half alone cannot."""
        self._factor = Decimal(0)

    def add(self, value: Decimal) -> bool:
        """Take a number word; False when it begins another number."""
        current = self.current
        if value == _HALF:
            return self._add_half()
        if value >= _THOUSAND or current is None:
            if current is not None or (value >= _THOUSAND and self.total):
                return False
            self.current = value
        elif value == _HUNDRED and current == _ONE_AND_A_HALF_THOUSAND:
            self.current = current / 10  # "полторы сотни"
        elif value == _HUNDRED and 1 <= current < _HUNDRED:
            self.current = current * _HUNDRED
        elif (current % _HUNDRED == 0 and value < _HUNDRED <= current) or (
            current % 10 == 0 and current % _HUNDRED >= _TEENS_END and value < 10
        ):
            self.current = current + value
        elif not self._add_left_out(current, value):
            return False
        self.is_whole = True
        return True

    def _add_half(self) -> bool:
        if self.current is not None and self.current >= _HUNDRED:
            return False
        self.is_whole = self.current is not None
        self.current = (self.current or Decimal(0)) + _HALF
        return True

    def _add_left_out(self, current: Decimal, value: Decimal) -> bool:
        """Read "пятнадцать семьсот" as 15,700, "eighteen five" as 18,500, "two fifty" as 250."""
        is_bare = not self.total and self.is_plain and current >= 1 and current % 1 == 0
        if is_bare and current < _HUNDRED and value > _HUNDRED and value % _HUNDRED == 0:
            self.total, self.current = current * _THOUSAND, value
        elif is_bare and 10 < current < _TEENS_END and value < 10:  # "eighteen five"
            self.total, self.current = current * _THOUSAND, value * _HUNDRED
        elif is_bare and current < _TEENS_END and value >= 10 and value < _HUNDRED:
            self.current = current * _HUNDRED + value
        else:
            return False
        self.is_plain = False
        return True

    def add_hundred_left_out(self) -> bool:
        """Read "двадцать пять сто" as 25,100: the thousand is left out."""
        current = self.current
        if self.total or current is None or not 1 <= current < _HUNDRED or current % 1:
            return False
        self.total, self.current = current * _THOUSAND, _HUNDRED
        self.is_plain, self.is_whole = False, True
        return True

    def multiply(self, factor: Decimal) -> bool:
        """Take "thousand" or "million"; False when it does not follow from what stands."""
        if self._factor and factor >= self._factor:
            return False
        if self.current == _ONE_AND_A_HALF_THOUSAND and factor >= _THOUSAND:
            self.current /= _THOUSAND  # "півтора мільйона", "полторы тысячи"
        self.total += (Decimal(1) if self.current is None else self.current) * factor
        self.current, self._factor, self.is_whole = None, factor, True
        return True

    def add_half_of_last(self) -> bool:
        """Take the "and a half" of "three and a half" and of "a grand and a half"."""
        if self.current is not None:
            return self.add(_HALF)
        self.total += self._factor / 2
        return bool(self._factor)

    @property
    def number(self) -> Decimal:
        """What it comes to."""
        return self.total + (self.current or Decimal(0))


def take_spoken(
    tokens: Sequence[Token], index: int, lexicon: Lexicon, *, first: Decimal | None = None
) -> SpokenNumber | None:
    """Put the number words from a token on together; digits before them come as the first.

    "And" joins only within a number ("two hundred and fifty"); three digits may end one
    ("2 тисячі 500").
    """
    built = _Sum(first)
    if first is not None and _counts_what_follows(tokens, index, lexicon):
        return None
    at, taken = index, 0
    for _ in range(_WORDS_MAX):
        step = _take_spoken_hundreds(built, tokens, at, lexicon)
        step = step or _step(built, tokens, at, lexicon)
        if not step:
            break
        at += step
        if built.is_whole:
            taken = at - index
    if not taken:
        return None
    is_slipped = any(map(is_slipped_word, tokens[index : index + taken]))
    return SpokenNumber(built.number, taken, built.is_plain and not is_slipped)


def _counts_what_follows(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a word below a hundred behind digits counts: "15000 two radiators".

    Nobody writes the end of a number in words; "2 с половиной" and "15 двести" go on with it.
    """
    found = lexicon.find(tokens, at) if at < len(tokens) else None
    if found is None or found[0].kind is not SpanKind.NUMBER_WORD:
        return False
    return _HALF < Decimal(found[0].value) < _HUNDRED


def take_cents(
    tokens: Sequence[Token], index: int, lexicon: Lexicon
) -> tuple[Decimal | None, int]:
    """Read a number below a hundred, in digits or words, with or without "and" before it.

    Returns:
        The number, or None where there is none, and the token behind it.
    """
    at = index + (index < len(tokens) and tokens[index].folded in _ANDS)
    if at < len(tokens) and tokens[at].is_digits:
        is_pair = len(tokens[at].text) <= _CENTS_DIGITS
        return (Decimal(tokens[at].text), at + 1) if is_pair else (None, at)
    spoken = take_spoken(tokens, at, lexicon)
    if spoken is None or not spoken.is_plain or not 0 < spoken.number < _HUNDRED:
        return None, at
    return spoken.number, at + spoken.token_count


def _step(built: _Sum, tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Take the next word and say how many tokens it was; 0 at the end of the number."""
    if at >= len(tokens):
        return 0
    if tokens[at].is_digits:
        return _take_hundreds(built, tokens[at])
    found = lexicon.find(tokens, at)
    is_begun = built.current is not None
    if found is None or (is_begun and _counts_days(tokens, at + found[1], lexicon)):
        return 0  # "860 три дні тому"
    meaning, count = found
    is_left_out = tokens[at].folded in _ONE_HUNDRED and built.add_hundred_left_out()
    is_number = meaning.kind is SpanKind.NUMBER_WORD
    if is_left_out or (is_number and built.add(Decimal(meaning.value))):
        return count
    if meaning.kind is SpanKind.MULTIPLIER and built.multiply(Decimal(meaning.value)):
        return _over_point(tokens, at, count)
    return _take_and(built, tokens, at, lexicon) if tokens[at].folded == "and" else 0


_ONE_HUNDRED = frozenset({"сто", "sto"})
"""A hundred by itself, and never so many hundreds, as "сотен" and "hundred" are."""


def _counts_days(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether days or weeks that have gone by are counted by the word before a place."""
    unit = lexicon.find(tokens, at) if at < len(tokens) else None
    if unit is None or unit[0].kind is not SpanKind.UNIT or unit[0].value not in _GONE_BY:
        return False
    end = at + unit[1]
    ago = lexicon.find(tokens, end) if end < len(tokens) else None
    return ago is not None and ago[0].kind is SpanKind.DATE_WORD and ago[0].value == "ago"


_GONE_BY = frozenset({"day", "week", "month"})


def _take_spoken_hundreds(built: _Sum, tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Take the "six hundred" of "twelve six hundred", where the thousand is left out."""
    current = built.current
    if at + 1 >= len(tokens) or tokens[at + 1].folded != "hundred" or current is None:
        return 0
    digit = None if tokens[at].is_digits else lexicon.find(tokens, at)
    if built.total or digit is None or digit[0].kind is not SpanKind.NUMBER_WORD:
        return 0
    value = Decimal(digit[0].value)
    is_before_tens = current % 10 == 0 and current >= _TEENS_END  # "twenty four hundred"
    is_digit = 1 <= value < 10 and current < _HUNDRED and not is_before_tens  # one digit
    return 2 if is_digit and built.add(value * _HUNDRED) else 0


def _take_hundreds(built: _Sum, token: Token) -> int:
    """Take the 500 of "2 тисячі 500"."""
    is_rest = bool(built.total) and built.total % _THOUSAND == 0 and built.current is None
    is_three = len(token.text) == 3 and not token.text.startswith("0")  # hundreds
    return int(is_rest and is_three and built.add(Decimal(token.text)))


def _take_and(built: _Sum, tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Take the "and fifty" of "two hundred and fifty", the "and a half" of "three and a half"."""
    if [token.folded for token in tokens[at + 1 : at + 3]] == ["a", "half"]:
        return 3 if built.add_half_of_last() else 0
    following = lexicon.find(tokens, at + 1) if at + 1 < len(tokens) else None
    if following is None or following[0].kind is not SpanKind.NUMBER_WORD:
        return 0
    value = Decimal(following[0].value)
    is_rest = built.number >= _HUNDRED > value
    return 1 + following[1] if is_rest and built.add(value) else 0


def _over_point(tokens: Sequence[Token], at: int, count: int) -> int:
    """Step over the point of an abbreviation such as "тис."."""
    end = at + count
    is_point = end + 1 < len(tokens) and tokens[end].text == "." and tokens[end - 1].text != "\n"
    is_glued = is_point and tokens[end].start == tokens[end - 1].end
    is_short = len(tokens[end - 1].text) <= 3  # тис, тыс
    return count + 1 if is_glued and is_short else count
