"""Amounts, days and instants as XML and OFX spell them, and files that are read twice."""

import datetime as dt
import re
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import IO, BinaryIO, cast

from ledger.money import Money, decimals_of

CHUNK = 1 << 20
_SPOOLED_MAX = 1 << 24
_DECIMAL = re.compile(r"(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
DAY_MAX = 40
"""Signs that a day may have with time and zone: what is kept in mind has to be short."""
_DATE_LETTERS = 10
_BEHIND_DAYS = frozenset({"", "T", "Z", "+", "-", " "})
"""What may follow a day: a time, a zone, nothing."""
_DIGITS_MAX = 60
"""No honest amount is longer, and int() of a million digits takes its time."""


def exact_money(text: str, currency: str, sign: int = 1) -> Money:
    """Read an amount with a decimal point, such as "12.50" or "-3", times 1 or -1.

    Raises:
        ValueError: it is no plain number.
        MoneyError: it does not fit the currency, or ISO 4217 lists no such currency.
    """
    unsigned = text
    if text[:1] in {"-", "+"}:
        unsigned = text[1:]
        sign = -sign if text[0] == "-" else sign
    whole, _, fraction = unsigned.partition(".")
    digits = whole + fraction
    plain = digits.isdigit() and digits.isascii() and len(digits) <= _DIGITS_MAX
    if plain and len(fraction) == decimals_of(currency):
        return Money(sign * int(digits), currency)
    if len(unsigned) > _DIGITS_MAX or not _DECIMAL.fullmatch(unsigned):
        message = f"amount {text[:40]!r}"
        raise ValueError(message)
    return Money.from_decimal(sign * Decimal(unsigned), currency)


@lru_cache(maxsize=4_096)
def iso_day(text: str) -> dt.date:
    """Read the day of an xs:date or xs:dateTime as it is written, in whatever zone it is.

    Raises:
        ValueError: there is no such day.
    """
    stripped = text.strip()
    try:
        if stripped[4:5] == stripped[7:8] == "-" and stripped[10:11] in _BEHIND_DAYS:
            return dt.date.fromisoformat(stripped[:_DATE_LETTERS])
    except ValueError:
        pass
    message = f"day {text[:40]!r}"
    raise ValueError(message)


def iso_instant(text: str) -> dt.datetime | None:
    """Read an xs:dateTime in UTC; None without a zone, and for a midnight that means a day."""
    try:
        told = dt.datetime.fromisoformat(text.strip())
        if told.tzinfo is None or told.time() == dt.time.min:
            return None
        return told.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None


def rewindable(file: BinaryIO) -> BinaryIO:
    """Give the file itself at its beginning, or a copy on disk if it can't be rewound."""
    if file.seekable():
        file.seek(0)
        return file
    copy = cast("BinaryIO", tempfile.SpooledTemporaryFile(_SPOOLED_MAX))  # noqa: SIM115 - the reader keeps it
    for chunk in chunks(file):
        copy.write(chunk)
    copy.seek(0)
    return copy


def chunks(file: IO[bytes]) -> Iterator[bytes]:
    """Read a file to its end, a piece at a time."""
    while chunk := file.read(CHUNK):
        yield chunk
