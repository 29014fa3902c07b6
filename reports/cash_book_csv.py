"""The cash book as CSV that a spreadsheet of Europe opens right away."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from ledger.money import Money
from reports.cash_book import BookLine, CashBook, TillBook
from reports.cash_book_labels import CashBookLabels
from reports.cash_book_rows import words_of_line
from reports.numbers import decimal_mark_of

_BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Without it a spreadsheet takes the letters for those of another alphabet."""
_FORMULA_STARTS: Final = ("=", "+", "-", "@")
"""A spreadsheet runs a cell that begins with one of these."""


def write_csv(book: CashBook, labels: CashBookLabels) -> Iterator[str]:
    """Write the head, then each till's lines as they come, every cell quoted.

    Figures have the reader's decimal mark, days are as ISO 8601 has them; text of outside that
    would be a formula begins with an apostrophe.
    """
    mark = decimal_mark_of(labels.language)
    yield _BOM + _line(labels.columns)
    for till in book.tills:
        for line in till.lines:
            yield _line(_cells(till, line, labels, mark))


def _cells(till: TillBook, line: BookLine, labels: CashBookLabels, mark: str) -> tuple[str, ...]:
    return (
        line.booked_on.isoformat(),
        str(line.number),
        _harmless(labels.name_till(till.till)),
        _figure(line.cash_in, mark),
        _figure(line.cash_out, mark),
        _figure(line.balance, mark),
        till.currency,
        *map(_harmless, words_of_line(line, labels)),
    )


def _figure(money: Money | None, mark: str) -> str:
    return "" if money is None else f"{money.to_decimal():f}".replace(".", mark)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(cells)
    return buffer.getvalue()
