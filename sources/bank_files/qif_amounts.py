"""Amounts as QIF writes them: with a point or a comma before the decimals, which no file tells.

"1,234" and "1.234" may be a thousand and more or hardly more than one. What else the file writes
decides: a mark that stands before another number of digits than three, or behind the other mark,
is before decimals all through the file. Where nothing decides, such an amount is no amount.
"""

import re
from collections.abc import Iterable
from typing import TypeAlias

from ledger.currencies import UNTOLD
from ledger.money import Money
from sources.bank_files.xml_text import exact_money

Mark: TypeAlias = str | None
"""What stands before decimals: a point, a comma, or None where the file shows neither."""

_SPACES = re.compile(r"(?<=\d)[ \u00a0\u202f'’](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*)?(?:([.,])(\d*))?", re.ASCII)
_DOUBTFUL = re.compile(r"[+-]?[1-9]\d{0,2}([.,])\d{3}", re.ASCII)
_REPEATED = re.compile(r"[+-]?\d{1,3}([.,])\d{3}(?:\1\d{3})+", re.ASCII)


def mark_of(texts: Iterable[str]) -> Mark:
    """Say what stands before decimals in a file; None where no amount shows it, or they differ."""
    shown = {mark for text in texts if (mark := _shown_by(_bare(text))) is not None}
    return shown.pop() if len(shown) == 1 else None


def read_amount(text: str, mark: Mark) -> Money:
    """Read an amount, in `UNTOLD`.

    Raises:
        ValueError: it is no amount, or three digits behind a lone mark may be thousands.
        MoneyError: more than four decimals, or too much.
    """
    bare = _bare(text)
    thousands = _thousands_of(bare, mark)
    if thousands:
        bare = bare.replace(thousands, "")
    return exact_money(bare.replace(",", "."), UNTOLD)


def _bare(text: str) -> str:
    return _SPACES.sub("", text.strip())


def _shown_by(bare: str) -> Mark:
    """Say what one amount shows."""
    found = _NUMBER.fullmatch(bare)
    if found is None or _DOUBTFUL.fullmatch(bare):
        return None
    if (repeated := _REPEATED.fullmatch(bare)) is not None:
        return "," if repeated[1] == "." else "."
    return found[2]


def _thousands_of(bare: str, mark: Mark) -> str:
    """Say which mark of an amount stands between thousands; the other one is before decimals.

    Raises:
        ValueError: it may be either.
    """
    if (repeated := _REPEATED.fullmatch(bare)) is not None:
        return repeated[1]
    if (doubtful := _DOUBTFUL.fullmatch(bare)) is not None:
        if mark is None:
            message = f"amount {bare[:40]!r} may have thousands or decimals behind its mark"
            raise ValueError(message)
        return "" if doubtful[1] == mark else doubtful[1]
    found = _NUMBER.fullmatch(bare)
    return (found[1] or "") if found is not None else ""
