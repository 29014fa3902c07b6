"""Read what somebody counted in a till: a total, or how many there are of each note and coin."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ledger.denominations import DENOMINATIONS, denominations_of
from ledger.errors import LedgerError
from ledger.money import Money
from parsing.annotation.annotate import annotate
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import clean_text
from parsing.figures.amounts import AMOUNT_MAX, to_money

PIECES_MAX = 100_000
"""More notes of one kind than this are a slip of the finger."""

_VALUE = r"\d+(?: 000)*(?:[.,]\d{1,2})?"
_PIECE = re.compile(
    rf"(?P<first>{_VALUE}) ?(?:(?P<sign>[xх×*:=–—-])|(?:шт\w*\.? )?(?:по|by|of|at))"
    rf" ?(?P<second>{_VALUE})",
    re.IGNORECASE,
)
"""Signs, Latin and Cyrillic x; a word tells how many first: "3 по 1000"."""
_LOOSE_WORD = (
    r"(?:дріб['’ʼ`]?яз\w*|дрібн\w+|мелоч\w*|монет\w*|залізн\w+|железн\w+|coins?|(?:loose )?change)"
)
_SUM = r"(?P<sum>\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)"
_LOOSE_AFTER = re.compile(rf"{_LOOSE_WORD} ?[:=–—-]? ?{_SUM}", re.IGNORECASE)
_LOOSE_BEFORE = re.compile(rf"{_SUM} (?:[^\W\d]+\.? )?{_LOOSE_WORD}", re.IGNORECASE)
_MARK = " ; "
_SILENT = frozenset(
    {
        *(SpanKind.PUNCTUATION, SpanKind.NEWLINE, SpanKind.COMMON, SpanKind.PREPOSITION),
        *(SpanKind.JOINER, SpanKind.CURRENCY, SpanKind.UNIT),
        *(SpanKind.CASH, SpanKind.BALANCE, SpanKind.TOTAL, SpanKind.LEFTOVER),
    }
)
"""What may stand beside a count: "in the till 12 450", "1000x3 and 500x7"."""
_DASHES = frozenset("-+–—*×/")
_ANY_DAY = dt.date(2000, 1, 1)
"""A count does not depend on the day."""


@dataclass(frozen=True, slots=True)
class CountedCash:
    """What was counted, and of which notes and coins where that was told."""

    total: Money
    pieces: Mapping[int, int] = field(default_factory=dict)
    """A note's or coin's value in minor units to how many of it there are."""
    loose_minor: int = 0
    """Small change that was told as one sum."""


@dataclass(frozen=True, slots=True)
class NoSuchNote:
    """It is a count, but no note or coin of the currency has this value."""

    value: str
    """As it was typed."""


@dataclass(frozen=True, slots=True)
class OtherMoney:
    """It is an amount, but of another currency than the one that is counted."""

    currency: str


CountReading = CountedCash | NoSuchNote | OtherMoney


def read_count(text: str, *, currency: str, lexicon: Lexicon) -> CountReading | None:
    """Read what was counted in one currency; None when it is no count.

    Args:
        text: what was typed: "12 450", "1000x3 500x7 change 35", "3 по 1000, мелочь 35".
        currency: the one that is counted.
        lexicon: the words of all languages.
    """
    cleaned = " ".join(clean_text(text).split())
    if re.fullmatch(r"0+(?:[.,]0{1,2})?", cleaned):
        return CountedCash(Money.zero(currency))
    found = _Pieces(currency, cleaned)
    if not found.is_any:
        return _read_total(cleaned, currency, lexicon)
    beside = annotate(found.left, today=_ANY_DAY, lexicon=lexicon)
    if any(span.kind not in _SILENT or span.text.isdecimal() for span in beside):
        return None
    other = _other_money(beside, currency)
    return found.counted() if other is None else OtherMoney(other)


def read_loose(text: str, *, currency: str, lexicon: Lexicon) -> Money | None:
    """Read the sum of small change; None when it is no sum of that currency."""
    found = read_count(text, currency=currency, lexicon=lexicon)
    return found.total if isinstance(found, CountedCash) else None


def read_number_of(text: str) -> int | None:
    """Read how many notes there are; None when it is no such number."""
    cleaned = clean_text(text).strip().rstrip(".").removesuffix("шт").strip()
    is_number = cleaned.isdecimal() and len(cleaned) <= len(str(PIECES_MAX))
    return int(cleaned) if is_number and int(cleaned) <= PIECES_MAX else None


def _read_total(text: str, currency: str, lexicon: Lexicon) -> CountReading | None:
    spans = annotate(text, today=_ANY_DAY, lexicon=lexicon)
    speaking = [span for span in spans if span.kind not in _SILENT or span.text in _DASHES]
    is_amount = [span.kind for span in speaking] == [SpanKind.AMOUNT] and not speaking[0].sign
    # "12.10" alone looks like a day; here only money is asked for.
    read = to_money(speaking[0], currency) if is_amount else _money(text, currency)
    if read is None or read.to_decimal() >= AMOUNT_MAX:
        return None
    return CountedCash(read) if read.currency == currency else OtherMoney(read.currency)


def _other_money(spans: Iterable[Span], currency: str) -> str | None:
    named = (span.value for span in spans if span.kind is SpanKind.CURRENCY)
    return next((each for each in named if each and each != currency), None)


class _Pieces:
    """The notes, coins and loose change that a text tells, and what it says beside them."""

    def __init__(self, currency: str, text: str) -> None:
        self._currency = currency
        self._known = frozenset(denominations_of(currency))
        self._notes = DENOMINATIONS[currency].notes if self._known else ()
        self._pieces: dict[int, int] = {}
        self._loose_minor = 0
        self._stranger: str | None = None
        without_loose = text
        for pattern in (_LOOSE_AFTER, _LOOSE_BEFORE):
            without_loose = pattern.sub(self._take_loose, without_loose)
        self.left = _PIECE.sub(self._take_piece, without_loose)
        self.is_any = self.left != text

    def counted(self) -> CountReading | None:
        """Give what it comes to; None when nobody can have so much."""
        if self._stranger is not None:
            return NoSuchNote(self._stranger)
        minor = sum(value * count for value, count in self._pieces.items()) + self._loose_minor
        if any(count > PIECES_MAX for count in self._pieces.values()):
            return None
        total = Money(minor, self._currency)
        is_too_much = total.to_decimal() >= AMOUNT_MAX
        return None if is_too_much else CountedCash(total, self._pieces, self._loose_minor)

    def _take_loose(self, found: re.Match[str]) -> str:
        amount = _money(found["sum"], self._currency)
        if amount is None:
            return found.group()
        self._loose_minor += amount.minor
        return _MARK

    def _take_piece(self, found: re.Match[str]) -> str:
        value, count = found["first"], found["second"]
        if found["sign"] is None:
            value, count = count, value
        minor, number = self._note(value), _whole(count)
        if minor is None or number is None:
            # "3x1000" is three thousands as well: a sign does not say which comes first. But
            # nobody has 300 coins of two in a row: "300x2" is a slip.
            minor, number = self._note(count), _whole(value)
            if minor is not None and number is not None and not self._is_likely(minor, number):
                minor = None
        if minor is None or number is None:
            self._stranger = self._stranger or value
            return _MARK
        self._pieces[minor] = self._pieces.get(minor, 0) + number
        return _MARK

    def _is_likely(self, minor: int, number: int) -> bool:
        return minor in self._notes or Money(minor, self._currency).to_decimal() >= number

    def _note(self, text: str) -> int | None:
        amount = _money(text, self._currency)
        if amount is None or not amount:
            return None
        # Of a currency whose cash is not known, any value may be a note.
        return amount.minor if amount.minor in self._known or not self._known else None


def _money(text: str, currency: str) -> Money | None:
    """Read a plain figure, of no more decimals than the currency has."""
    digits = text.replace(" ", "").replace(",", ".")
    if not re.fullmatch(r"\d{1,12}(?:\.\d{1,2})?", digits):
        return None
    try:
        return Money.from_decimal(Decimal(digits), currency)
    except LedgerError:
        return None


def _whole(text: str) -> int | None:
    digits = text.replace(" ", "")
    return int(digits) if digits.isdecimal() and len(digits) < len(str(PIECES_MAX)) + 2 else None
