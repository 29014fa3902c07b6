"""Amounts as tables write them, in whatever country, read exactly.

Most amounts tell their own decimal mark: the later of two, or the one that is not followed by
three digits. One that does not, such as "1,234", is read by the column's; `DecimalMark.OPEN`
refuses it.
"""

import enum
import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import partial
from typing import TypeAlias

from ledger.money import decimals_of

DIGITS_MAX = 60
"""No honest amount is longer, and int() of a million digits takes its time."""

_MINUS = "-\u2212\u2013\u2012\u2014\ufe63\uff0d"
_SPACES = " \t\xa0\u202f\u2009\u2007'’`"
_CLEAN = str.maketrans(dict.fromkeys(_MINUS, "-") | dict.fromkeys(_SPACES, ""))
_MONEY = re.compile(
    r"(?P<open>\()?(?P<sign>[-+])?"
    r"(?P<before>[^\d\W]{1,4}\.?|[A-Z]{0,3}[€$£₴₽¥₸₾₹₺₪])?(?P<second>[-+])?"
    r"(?P<number>\d[\d.,]*|[.,]\d+)"
    r"(?P<after>[^\d\W]{1,4}\.?|[€$£₴₽¥₸₾₹₺₪])?(?P<trail>[-+])?(?P<close>\))?"
    r"(?P<last>[^\d\W]{1,4}\.?)?"
)
_GROUPS = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_DEBITS = frozenset({"DR", "D", "DB"})
_THOUSANDS = 3
SYMBOLS = {
    "€": "EUR", "$": "USD", "£": "GBP", "₴": "UAH", "₽": "RUB", "¥": "JPY", "₸": "KZT", "₾": "GEL",
    "₹": "INR", "₺": "TRY", "₪": "ILS", "ГРН": "UAH", "ГРН.": "UAH", "РУБ": "RUB", "РУБ.": "RUB",
    "ZŁ": "PLN", "KČ": "CZK", "FT": "HUF", "КЗТ": "KZT", "ТГ": "KZT", "LEI": "RON", "US$": "USD",
    "USD$": "USD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "A$": "AUD",
}  # fmt: skip
"""Signs of currencies that banks put beside amounts, in capitals."""


class DecimalMark(enum.StrEnum):
    """What stands before a column's decimals where an amount may be read both ways."""

    POINT = "."
    COMMA = ","
    OPEN = "?"


Minor: TypeAlias = Callable[[str], int]
"""Reads an amount in minor units.

Raises:
    ValueError: it is none, or is not whole.
"""


def minor_reader(mark: DecimalMark, currency: str) -> Minor:
    """Give what reads amounts of a column."""
    decimals = decimals_of(currency)
    scales = tuple(10 ** (decimals - told) for told in range(decimals + 1))
    return partial(_minor, mark, _NO_MARK.get(mark, mark.value), scales)


_NO_MARK = {DecimalMark.OPEN: "no mark"}
"""What no amount has inside, so that one with any mark is read with care."""


def _minor(mark: DecimalMark, point: str, scales: Sequence[int], text: str) -> int:
    """Read the usual way of writing at once, any other with care."""
    whole, _, fraction = text.partition(point)
    decimals = len(scales) - 1
    if len(fraction) <= decimals and len(text) < DIGITS_MAX:
        digits = whole + fraction
        unsigned = digits[1:] if digits[:1] == "-" else digits
        if unsigned.isdigit() and unsigned.isascii():
            return int(digits) * scales[len(fraction)]
    scaled = amount_of(text, mark).scaleb(decimals)
    minor = int(scaled)
    if minor != scaled:
        message = f"amount {text[:40]!r} has more decimals than its currency"
        raise ValueError(message)
    return minor


def amount_of(text: str, mark: DecimalMark) -> Decimal:
    """Read an amount: signs before or after it, brackets for minus, a currency beside it.

    Raises:
        ValueError: it is none, or could be two.
    """
    found = _MONEY.fullmatch(text.translate(_CLEAN).strip()) if len(text) < DIGITS_MAX else None
    if found is None or bool(found["open"]) != bool(found["close"]):
        message = f"amount {text[:40]!r}"
        raise ValueError(message)
    signs = [each for each in (found["sign"], found["second"], found["trail"]) if each]
    word = (found["after"] or found["last"] or "").upper()
    minuses = signs.count("-") + bool(found["open"]) + (word in _DEBITS)
    if len(signs) > 1 or minuses > 1:
        message = f"amount {text[:40]!r} has two signs"
        raise ValueError(message)
    number = Decimal(_plain(found["number"], mark, text))
    return -number if minuses else number


def currency_beside(text: str) -> str | None:
    """Give the currency that stands beside an amount."""
    found = _MONEY.fullmatch(text.translate(_CLEAN).strip()) if len(text) < DIGITS_MAX else None
    if found is None:
        return None
    beside = (found["before"] or found["after"] or found["last"] or "").upper()
    return SYMBOLS.get(beside) or (beside if _is_currency(beside) else None)


def is_amount(text: str) -> bool:
    """Tell whether a text may be an amount, by any decimal mark."""
    try:
        amount_of(text, DecimalMark.POINT)
    except ValueError:
        return False
    return True


def mark_of(texts: Iterable[str]) -> DecimalMark:
    """Say what a column's decimal mark is, by the amounts that tell; open where none does."""
    told = {DecimalMark.POINT: 0, DecimalMark.COMMA: 0}
    for text in texts:
        found = _MONEY.fullmatch(text.translate(_CLEAN).strip())
        if found is None:
            continue
        mark = _evident(found["number"])
        if mark is not None:
            told[mark] += 1
    if told[DecimalMark.POINT] or told[DecimalMark.COMMA]:
        return max(told, key=lambda mark: told[mark])
    return DecimalMark.OPEN


def _evident(number: str) -> DecimalMark | None:
    """Give the decimal mark of an amount that can be read one way only."""
    point, comma = number.rfind("."), number.rfind(",")
    if point < 0 and comma < 0:
        return None
    if point >= 0 and comma >= 0:
        return DecimalMark.POINT if point > comma else DecimalMark.COMMA
    mark, other = (".", ",") if point >= 0 else (",", ".")
    whole, _, fraction = number.rpartition(mark)
    if mark in whole:
        return DecimalMark(other)
    if (
        len(fraction) == _THOUSANDS
        and whole
        and not whole.startswith("0")
        and len(whole) <= _THOUSANDS
    ):
        return None
    return DecimalMark(mark)


def _plain(number: str, mark: DecimalMark, text: str) -> str:
    """Write a number with a point before its decimals and nothing else."""
    decimal = _evident(number) or mark
    if decimal is DecimalMark.OPEN and not number.isdigit():
        message = f"amount {text[:40]!r} may have thousands or decimals"
        raise ValueError(message)
    whole, point, fraction = (
        number.rpartition(decimal.value) if decimal.value in number else (number, "", "")
    )
    grouped = whole.replace(",", "").replace(".", "")
    if whole != grouped and not _GROUPS.fullmatch(whole):
        message = f"amount {text[:40]!r}"
        raise ValueError(message)
    if fraction and not fraction.isdigit():
        message = f"amount {text[:40]!r}"
        raise ValueError(message)
    return f"{grouped}{'.' if point else ''}{fraction}"


def _is_currency(word: str) -> bool:
    return len(word) == _THOUSANDS and word.isascii() and word.isalpha()
