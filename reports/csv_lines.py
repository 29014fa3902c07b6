"""Lines of CSV that a spreadsheet of Europe opens right away."""

import csv
import io
from collections.abc import Iterable
from typing import Final

from ledger.money import Money

BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Without it a spreadsheet takes the letters for those of another alphabet."""
_FORMULA_STARTS: Final = ("=", "+", "-", "@")
"""A spreadsheet runs a cell that begins with one of these."""


def figure(money: Money | None, mark: str) -> str:
    """Write an amount without its currency, with the reader's decimal mark."""
    return "" if money is None else f"{money.to_decimal():f}".replace(".", mark)


def harmless(text: str) -> str:
    """Put an apostrophe before what would be a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def csv_line(cells: Iterable[str]) -> str:
    """Write a line, every cell quoted."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(cells)
    return buffer.getvalue()
